// The rep's path over plain HTTP: from nobody to a durable stage, and every way it may be refused.

import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

let n = 0;
const person = (more: Record<string, unknown> = {}) => ({
  display_name: 'Zhang Wei',
  identities: [{ channel: 'email', handle: `p${++n}@example.com` }],
  ...more,
});
const create = async (more?: Record<string, unknown>) => (await t.call('POST', '/v1/contacts', person(more))).body;

describe('from an open conversation to a durable stage', () => {
  it('creates a person in the first stage, found again by their address in any spelling', async () => {
    const made = await t.call('POST', '/v1/contacts', {
      display_name: 'Li Na',
      identities: [{ channel: 'email', handle: ' Li.Na@Example.COM ' }],
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/v1/contacts/${made.body.id}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body.stages).toMatchObject([{ lifecycle: 'seven-stage', stage: 'subscriber', pool: 'traffic' }]);
    const found = await t.call('POST', '/v1/contacts/resolve', {
      handles: [{ channel: 'email', handle: 'LI.NA@example.com' }],
    });
    expect(found.body).toMatchObject({ match: 'exact', contact: { id: made.body.id } });
  });

  it('moves Subscriber → Lead → MQL, and the ledger and the card tell the same story', async () => {
    const { id } = await create();
    for (const to of ['lead', 'mql']) {
      t.clock.advance(1000);
      expect((await t.call('POST', `/v1/contacts/${id}/transitions`, { to })).status).toBe(201);
    }
    const ledger = await t.call('GET', `/v1/contacts/${id}/transitions`);
    expect(
      ledger.body.data.map((row: { from: string; to: string; direction: string }) => [row.from, row.to, row.direction]),
    ).toEqual([
      [null, 'subscriber', 'enter'],
      ['subscriber', 'lead', 'forward'],
      ['lead', 'mql', 'forward'],
    ]);
    expect(ledger.body.data[2].time_in_previous_s).toBe(1);
    const card = await t.call('GET', `/v1/contacts/${id}/card`);
    expect(card.body.contact.stages[0].stage).toBe('mql');
    expect(card.body.timeline[0]).toMatchObject({ kind: 'stage', transition: { to: 'mql' }, actor: { name: 'test' } });
    expect(card.body.undo.transition_id).toBe(ledger.body.data[2].id);
  });

  it('answers changed: false for a move to the stage the person is in, and writes nothing', async () => {
    const { id } = await create();
    const before = (await t.call('GET', '/v1/events?limit=200')).body.next_after;
    const same = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'subscriber' });
    expect([same.status, same.body.changed]).toEqual([200, false]);
    expect((await t.call('GET', `/v1/events?after=${before}`)).body.data).toEqual([]);
  });

  it('undoes a move by a row that voids it', async () => {
    const { id } = await create();
    const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
    const undone = await t.call('POST', `/v1/transitions/${moved.body.transition.id}/undo`);
    expect(undone.status).toBe(201);
    expect(undone.body).toMatchObject({
      transition: { voids: moved.body.transition.id },
      contact: { stages: [{ stage: 'subscriber' }] },
    });
    expect((await t.call('POST', `/v1/transitions/${moved.body.transition.id}/undo`)).status).toBe(409);
  });

  it('logs what happened and what comes next in one submit', async () => {
    const { id } = await create();
    const logged = await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'call',
      direction: 'outbound',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: 'wants 40 pairs',
      next: { title: 'Call about price', due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' } },
    });
    expect(logged.status).toBe(201);
    expect(logged.body.follow_up.due).toEqual({
      local: '2026-11-27T10:00',
      zone: 'Asia/Shanghai',
      at: '2026-11-27T02:00:00.000Z',
    });
    const contact = await t.call('GET', `/v1/contacts/${id}`);
    expect(contact.body).toMatchObject({
      last_touch_at: '2026-11-21T08:00:00.000Z',
      next_follow_up_at: '2026-11-27T02:00:00.000Z',
    });
    expect((await t.call('POST', `/v1/follow-ups/${logged.body.follow_up.id}/complete`, {})).body.status).toBe('done');
    expect((await t.call('GET', `/v1/contacts/${id}`)).body.next_follow_up_at).toBeNull();
  });

  it('replaces the tag of a single-choice group and says so', async () => {
    const { id } = await create();
    await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] });
    const swapped = await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-b'] });
    expect(swapped.body).toEqual({ added: ['grade-b'], removed: ['grade-a'], unchanged: [], tags: ['grade-b'] });
  });
});

describe('what is refused, and how', () => {
  it('refuses a backward move without a reason and names the moves allowed', async () => {
    const { id } = await create({ stages: { 'seven-stage': 'mql' } });
    const refused = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'reason-required',
      allowed_moves: expect.arrayContaining(['sql', 'lead']),
    });
    const given = await t.call('POST', `/v1/contacts/${id}/transitions`, {
      to: 'lead',
      reason: { code: 'judged-too-early' },
    });
    expect([given.status, given.body.transition.direction]).toEqual([201, 'backward']);
  });

  it('refuses an expected stage that is stale with the card', async () => {
    const { id } = await create();
    const stale = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'mql', expect: { from: 'lead' } });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({
      code: 'stage-changed',
      card: { contact: { id, stages: [{ stage: 'subscriber' }] } },
    });
  });

  it('refuses a handle somebody holds and names the holder', async () => {
    const first = await create();
    const again = await t.call('POST', '/v1/contacts', {
      display_name: 'Other',
      identities: [{ channel: 'email', handle: first.identities[0].handle.toUpperCase() }],
    });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'handle-taken', contact_id: first.id });
  });

  it('refuses a write made in somebody else’s conversation', async () => {
    const [mine, theirs] = [await create(), await create()];
    const context = { channel: 'email', handle: theirs.identities[0].handle };
    const refused = await t.call('POST', `/v1/contacts/${mine.id}/transitions`, { to: 'lead', context });
    expect([refused.status, refused.body.code]).toEqual([409, 'context-mismatch']);
    expect((await t.call('GET', `/v1/contacts/${mine.id}`)).body.stages[0].stage).toBe('subscriber');
  });

  it('collects every fault of a request in one answer', async () => {
    const bad = await t.call('POST', '/v1/contacts', {
      display_name: '',
      identites: [],
      identities: [{ channel: 'email', handle: 'no' }],
      company: 'x'.repeat(300),
    });
    expect(bad.status).toBe(422);
    expect(bad.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
      '/company',
      '/display_name',
      '/identites',
      '/identities/0/handle',
    ]);
  });

  it('refuses a stale version with the current representation', async () => {
    const { id } = await create();
    await t.call('PATCH', `/v1/contacts/${id}`, { company: 'Lumen' });
    const stale = await t.call('PATCH', `/v1/contacts/${id}`, { company: 'Other' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.current.company]).toEqual([412, 'Lumen']);
  });

  it.each([
    ['bad JSON', 400, '{"display_name":', {}],
    ['another type', 415, 'display_name=x', { 'content-type': 'text/plain' }],
    ['over the limit', 413, JSON.stringify({ display_name: 'x'.repeat(1_100_000) }), {}],
  ])('refuses a body that is %s with %i', async (_, status, body, headers) => {
    expect((await t.call('POST', '/v1/contacts', body, headers)).status).toBe(status);
  });

  it('answers the same bytes to the same Idempotency-Key and refuses another request under it', async () => {
    const headers = { 'idempotency-key': 'once-1' };
    const body = person();
    const first = await t.call('POST', '/v1/contacts', body, headers);
    const again = await t.call('POST', '/v1/contacts', body, headers);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await t.call('POST', '/v1/contacts', person(), headers)).status).toBe(422);
  });

  it('answers 405 with Allow where the method is not offered', async () => {
    const answer = await t.call('PUT', '/v1/contacts');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'HEAD, GET, POST']);
  });
});

it('leaves a database whose every position is the fold of its ledger', async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
});
