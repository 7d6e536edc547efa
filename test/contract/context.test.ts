// The wrong-person guard: a write that names the conversation it was made in is refused where that conversation is somebody else's.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { bodyOf, everyOperation, pathOf, scopeOf } from './every-operation.ts';
import { createPerson, newPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const takesContext = everyOperation.filter(
  ({ operation }) =>
    JSON.stringify(operation.requestBody ?? {}).includes('context') ||
    /Contact|FollowUp|Transition|Interaction|Move/.test(JSON.stringify(operation.requestBody ?? {})),
);

describe('a write made in somebody else’s conversation', () => {
  const writes = takesContext.filter(
    // In a batch each item names its own.
    (one) =>
      scopeOf(one)?.endsWith(':write') &&
      one.name !== 'createConversationLink' &&
      !one.template.startsWith('/v1/batch/'),
  );
  it('is refused by every operation on a person, names the holder, and changes nothing', async () => {
    const [mine, other] = [await createPerson(t), await createPerson(t)];
    const moved = await t.call('POST', `/v1/contacts/${mine.id}/transitions`, { to: 'lead' });
    const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
    const planned = await t.call('POST', '/v1/follow-ups', { contact_id: mine.id, title: 'Call', due });
    const ids: Record<string, string> = {
      contacts: mine.id,
      transitions: moved.body.transition.id,
      'follow-ups': planned.body.id,
    };
    const { handle } = other.identities[0];
    const before = await readTables(t.house);
    const seen: string[] = [];
    for (const one of writes) {
      const id = ids[one.template.split('/')[2] ?? ''] ?? '';
      const body = {
        ...(bodyOf(one) as object),
        ...(one.name === 'createFollowUp' ? { contact_id: mine.id } : {}),
        context: { channel: 'email', handle: handle.toUpperCase() },
      };
      const answer = await t.call(one.method, pathOf(one, { id, tag: 'grade-a' }), body);
      expect([one.name, answer.status, answer.body.code]).toEqual([one.name, 409, 'context-mismatch']);
      expect(answer.body.contact_id).toBe(other.id);
      seen.push(one.name);
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
    expect(seen.length).toBeGreaterThan(13);
  });

  it.each([
    ['tags', { add: ['grade-a'] }],
    ['transitions', { to: 'lead' }],
    ['owners', { owner_id: null }],
  ])('is refused as an item of a batch of %s, the other items are not', async (kind, item) => {
    const [mine, other] = [await createPerson(t), await createPerson(t)];
    const context = { channel: 'email', handle: other.identities[0].handle };
    const items = [
      { contact_id: mine.id, ...item, context },
      { contact_id: other.id, ...item, context },
    ];
    const { results } = (await t.call('POST', `/v1/batch/${kind}`, { mode: 'each', items })).body;
    expect([results[0].problem.code, results[0].problem.contact_id]).toEqual(['context-mismatch', other.id]);
    expect([results[1].problem, (await t.call('GET', `/v1/contacts/${mine.id}`)).body.version]).toEqual([null, 1]);
  });

  it('is refused also where only a remembered chat says whose it is', async () => {
    const [mine, other] = [await createPerson(t), await createPerson(t)];
    const chat = { channel: 'wechat', conversation_key: '李姐' };
    await t.call('POST', '/v1/conversation-links', { ...chat, contact_id: other.id });
    const wrong = await t.call('POST', `/v1/contacts/${mine.id}/tags`, { add: ['grade-a'], context: chat });
    expect([wrong.status, wrong.body.code, wrong.body.contact_id]).toEqual([409, 'context-mismatch', other.id]);
    const right = await t.call('POST', `/v1/contacts/${other.id}/tags`, { add: ['grade-a'], context: chat });
    expect(right.status).toBe(200);
  });
});

describe('a write made in the person’s own conversation, or nobody’s', () => {
  it('is taken, and kept with the row it made', async () => {
    const mine = await createPerson(t);
    const { handle } = mine.identities[0];
    for (const context of [
      { channel: 'email', handle: ` ${handle.toUpperCase()}` },
      { channel: 'wechat', conversation_key: 'unknown chat' },
      { channel: 'email', handle: 'stranger@example.com' },
    ]) {
      const answer = await t.call('POST', `/v1/contacts/${mine.id}/interactions`, {
        kind: 'note',
        direction: 'none',
        occurred_at: '2026-11-21T08:00:00Z',
        summary: '',
        context,
      });
      expect(answer.status, answer.text).toBe(201);
    }
    const rows = [...((await readTables(t.house)).write_contexts?.values() ?? [])];
    expect(rows.filter((row) => row.contact_id === mine.id).map((row) => row.handle)).toEqual([
      handle,
      null,
      'stranger@example.com',
    ]);
  });

  it('lets a handle that several share be anybody’s who holds it', async () => {
    const shared = [{ channel: 'phone', handle: '+8613800138000', shared: true }];
    const [a, b] = [await createPerson(t, { identities: shared }), await createPerson(t, { identities: shared })];
    const context = { channel: 'phone', handle: '+86 138 0013 8000' };
    for (const { id } of [a, b])
      expect((await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-b'], context })).status).toBe(200);
    const stranger = await createPerson(t);
    const wrong = await t.call('POST', `/v1/contacts/${stranger.id}/tags`, { add: ['grade-b'], context });
    expect(wrong.status).toBe(409);
  });

  it('makes a new person from the conversation with somebody new', async () => {
    const body = newPerson();
    const context = { channel: 'email', handle: body.identities[0]?.handle };
    expect((await t.call('POST', '/v1/contacts', { ...body, context })).status).toBe(201);
    const again = await t.call('POST', '/v1/contacts', { ...newPerson(), context });
    expect([again.status, again.body.code]).toEqual([409, 'context-mismatch']);
  });
});
