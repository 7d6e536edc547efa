// A house with one of everything that has an id, and for any operation of the document a request about something that is there.

import type { Answer, TestHouse } from '../support/house.ts';
import { upload } from '../support/imports.ts';
import { bodyOf, type NamedOperation, pathOf } from './every-operation.ts';
import { type Colleague, createPerson, signIn } from './people.ts';

export interface AnyRequest {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

export interface World {
  /** A signed-in owner: whatever they ask for is not refused for who they are. */
  readonly owner: Colleague;
  readonly ids: Readonly<Record<string, string>>;
  /** A request that reaches the house's own rules: it is well-formed, and what it names is there. */
  requestOf(one: NamedOperation): AnyRequest;
}

const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
const labels = { en: 'Size', 'zh-CN': '规模' };

export async function createWorld(t: TestHouse): Promise<World> {
  const made = async (path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer['body']> => {
    const answer = await t.call('POST', path, body, headers);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  const [one, other, twin] = [
    await createPerson(t, { tags: ['grade-a'] }),
    await createPerson(t),
    await createPerson(t),
  ];
  const contact: string = one.id;
  const handed = await createPerson(t, { stages: { 'seven-stage': 'mql' } });
  await made(`/v1/contacts/${handed.id}/transitions`, { to: 'sql' });
  const chat = { channel: 'wechat', conversation_key: 'k', contact_id: contact };
  const merge = { survivor_id: other.id, loser_id: twin.id };
  const stages = ['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist'].map((key) => ({ key }));
  const rule = { key: 'by-size', field: 'size', group: 'grade', labels, cases: [{ tag: 'grade-b' }] };
  const [rep, owner] = [await signIn(t, 'rep'), await signIn(t, 'owner')];
  // By the first part of the path after the version.
  const ids: Record<string, string> = {
    contacts: contact,
    tags: 'grade-a',
    'tag-groups': 'grade',
    identities: one.identities[0].id,
    transitions: (await made(`/v1/contacts/${contact}/transitions`, { to: 'lead' })).transition.id,
    'follow-ups': (await made('/v1/follow-ups', { contact_id: contact, title: 'Call', due })).id,
    'conversation-links': (await made('/v1/conversation-links', chat)).id,
    staff: rep.id,
    keys: (await made('/v1/keys', { name: 'spare' })).id,
    imports: (await upload(t, 'name,email\nAna,ana@example.com\n')).body.id,
    webhooks: (await made('/v1/webhooks', { url: 'https://hooks.example.com/in' })).id,
    merges: (await made('/v1/merges', merge, { 'if-match': '"1"' })).merge.id,
    lifecycles: (await made('/v1/lifecycles', { key: 'own', from: 'seven-stage' })).key,
    fields: (await made('/v1/fields', { key: 'size', type: 'number', labels })).key,
    rules: (await made('/v1/rules', rule)).key,
    scripts: (
      await made('/v1/scripts', { lifecycle: 'seven-stage', locale: 'en', title: 'Hello', text: 'Hello {name}' })
    ).id,
  };
  ids['not-duplicates'] = (await made('/v1/not-duplicates', { contact_ids: [contact, other.id] })).id;
  ids.handovers = (await t.call('GET', `/v1/handovers?contact_id=${handed.id}`)).body.data[0].id;
  ids['webhook-deliveries'] = (await made(`/v1/webhooks/${ids.webhooks}/test`)).id;
  const draft = `/v1/lifecycles/${ids.lifecycles}/draft`;
  await t.call('PUT', draft, { stages: [...stages.slice(1), ...stages.slice(0, 1)] });
  ids.publications = (await made(`/v1/lifecycles/${ids.lifecycles}/publish`)).id;
  await t.call('PUT', draft, { stages });

  /** Where a body made from the schema alone would be refused for what it names. */
  const bodies: Readonly<Record<string, unknown>> = {
    createNotDuplicate: { contact_ids: [contact, other.id] },
    mergeContacts: { survivor_id: contact, loser_id: other.id },
    putLifecycleDraft: { stages },
    simulateLifecycle: { stages },
  };
  return {
    owner,
    ids,
    requestOf(operation) {
      const id = ids[operation.template.split('/')[2] ?? ''] ?? 'nobody';
      const content = operation.operation.requestBody?.content ?? {};
      const [type = 'application/json'] = Object.keys(content);
      return {
        path: pathOf(operation, { id, key: id, tag: 'grade-a', rule: ids.rules ?? '' }),
        body: type === 'application/json' ? (bodies[operation.name] ?? bodyOf(operation)) : 'name\nAna\n',
        headers: type === 'application/json' ? {} : { 'content-type': type },
      };
    },
  };
}
