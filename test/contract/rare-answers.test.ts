// Answers of single operations that no story of the other files comes by: each a row, by the operation that gives it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { importFile } from '../support/imports.ts';
import { everyOperation } from './every-operation.ts';
import { createPerson } from './people.ts';
import { createWorld, type World } from './world.ts';

let t: TestHouse;
let world: World;
beforeAll(async () => {
  t = await startHouse();
  world = await createWorld(t);
});
afterAll(() => t.close());

type Sent = [method: string, path: string, body?: unknown, headers?: Record<string, string>];
const labels = { en: 'X', 'zh-CN': '某' };
const due = { local: '2026-11-28T10:00', zone: 'Asia/Shanghai' };
const keyed = { 'idempotency-key': 'once' };
const send = async (...sent: Sent) => {
  const answer = await t.call(...sent);
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body;
};

/** Somebody put away, with what they had before. */
async function archived() {
  const { id, identities } = await createPerson(t, { tags: ['grade-a'] });
  await send('POST', `/v1/contacts/${id}/archive`);
  return { id, identity: identities[0].id };
}
/** Asks twice. */
const again = async (...sent: Sent): Promise<Sent> => {
  await send(...sent);
  return sent;
};
/** A batch about one person, under a key, who is erased before it is asked for again. */
async function forgotten(path: string, item: (id: string) => unknown): Promise<Sent> {
  const { id } = await createPerson(t);
  const sent: Sent = ['POST', path, { mode: 'each', items: [item(id)] }, { 'idempotency-key': `forgotten${path}` }];
  await send(...sent);
  await send('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '*' });
  return sent;
}
const followUp = async () =>
  (await send('POST', '/v1/follow-ups', { contact_id: world.ids.contacts, title: 'Call', due })).id;

type Row = [what: string, status: number, code: string, request: () => Sent | Promise<Sent>];
const ROWS: Row[] = [
  [
    'a handle the person has already',
    200,
    '',
    async () => {
      const { id, identities } = await createPerson(t);
      const { channel, handle } = identities[0];
      return ['POST', `/v1/contacts/${id}/identities`, { channel, handle }];
    },
  ],
  [
    'a handle for somebody put away',
    409,
    'contact-archived',
    async () => ['POST', `/v1/contacts/${(await archived()).id}/identities`, { channel: 'qq', handle: '10009' }],
  ],
  [
    'a handle taken from somebody put away',
    409,
    'contact-archived',
    async () => ['DELETE', `/v1/identities/${(await archived()).identity}`],
  ],
  [
    'a link that is there',
    200,
    '',
    () =>
      again('POST', '/v1/conversation-links', { channel: 'qq', conversation_key: 'a', contact_id: world.ids.contacts }),
  ],
  [
    'a conversation linked to somebody else',
    409,
    'conflict',
    async () => {
      const chat = { channel: 'qq', conversation_key: 'b' };
      await send('POST', '/v1/conversation-links', { ...chat, contact_id: world.ids.contacts });
      return ['POST', '/v1/conversation-links', { ...chat, contact_id: (await createPerson(t)).id }];
    },
  ],
  ['a link forgotten', 204, '', () => ['DELETE', `/v1/conversation-links/${world.ids['conversation-links']}`]],
  [
    'a lifecycle by a name that is taken',
    409,
    'already-exists',
    () => ['POST', '/v1/lifecycles', { key: 'own', from: 'seven-stage' }],
  ],
  [
    'a tag group by a name that is taken',
    409,
    'already-exists',
    () => ['POST', '/v1/tag-groups', { key: 'grade', mode: 'multi', labels }],
  ],
  [
    'a tag by a name that is taken',
    409,
    'already-exists',
    () => ['POST', '/v1/tags', { key: 'grade-a', group: 'grade', labels }],
  ],
  [
    'a tag taken off',
    200,
    '',
    async () => ['DELETE', `/v1/contacts/${(await createPerson(t, { tags: ['grade-a'] })).id}/tags/grade-a`],
  ],
  ['a field renamed', 200, '', () => ['PATCH', '/v1/fields/size', { labels }]],
  [
    'a rule brought back into a group that follows another by now',
    409,
    'already-exists',
    async () => {
      await send('PATCH', '/v1/rules/by-size', { archived: true });
      await send('POST', '/v1/rules', {
        key: 'other',
        field: 'size',
        group: 'grade',
        labels,
        cases: [{ tag: 'grade-c' }],
      });
      return ['PATCH', '/v1/rules/by-size', { archived: false }];
    },
  ],
  [
    'somebody put away opened again',
    409,
    'contact-archived',
    async () => ['POST', `/v1/contacts/${(await archived()).id}/reopen`, {}],
  ],
  [
    'a follow-up with another title',
    200,
    '',
    async () => ['PATCH', `/v1/follow-ups/${await followUp()}`, { title: 'Write' }],
  ],
  ['a follow-up put off', 200, '', async () => ['POST', `/v1/follow-ups/${await followUp()}/snooze`, { until: due }]],
  ['a follow-up cancelled', 200, '', async () => ['POST', `/v1/follow-ups/${await followUp()}/cancel`, {}]],
  [
    'a follow-up opened again',
    200,
    '',
    async () => {
      const id = await followUp();
      await send('POST', `/v1/follow-ups/${id}/complete`, {});
      return ['POST', `/v1/follow-ups/${id}/reopen`, {}];
    },
  ],
  [
    'an import stopped after its end',
    409,
    'import-state',
    async () => {
      const { id } = await importFile(t, 'name,email\nAna,ana2@example.com\n');
      return ['POST', `/v1/imports/${id}/cancel`];
    },
  ],
  [
    'a secret asked for again',
    409,
    'secret-not-repeatable',
    () => again('POST', `/v1/webhooks/${world.ids.webhooks}/rotate-secret`, {}, keyed),
  ],
  ...(
    [
      ['/v1/batch/tags', (contact_id: string) => ({ contact_id, add: ['grade-a'] })],
      ['/v1/batch/transitions', (contact_id: string) => ({ contact_id, to: 'lead' })],
      ['/v1/batch/owners', (contact_id: string) => ({ contact_id, owner_id: world.ids.staff })],
    ] as const
  ).map(
    ([path, item]): Row => [
      `${path} about somebody erased since, asked for again`,
      404,
      'contact-erased',
      () => forgotten(path, item),
    ],
  ),
];

describe('an answer of its own', () => {
  it.each(ROWS)('%s: %i %s', async (_, status, code, request) => {
    const answer = await t.call(...(await request()));
    expect([answer.status, answer.body?.code ?? ''], answer.text).toEqual([status, code]);
  });
});

it('every read answers 200 about something that is there', async () => {
  const own = await startHouse();
  try {
    const { owner, requestOf } = await createWorld(own);
    for (const one of everyOperation.filter(({ method }) => method === 'GET')) {
      const { path } = requestOf(one);
      const answer = await owner.call('GET', path);
      expect([one.name, answer.status]).toEqual([one.name, 200]);
    }
  } finally {
    await own.close();
  }
});
