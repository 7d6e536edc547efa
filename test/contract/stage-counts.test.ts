// Counts per stage, kept as people move: always those of the positions themselves, for whoever asks.
import { checkHouse, statement } from '@sidestage/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { type Colleague, createPerson, signIn } from './people.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const counts = async (query = '') => (await t.call('GET', `/v1/lifecycles/seven-stage/counts${query}`)).body;
/** Stages with anybody in them. */
const filled = (body: { data: { stage: string; open: number; closed: number }[] }) =>
  Object.fromEntries(
    body.data.filter((one) => one.open + one.closed > 0).map((one) => [one.stage, [one.open, one.closed]]),
  );

describe('counts per stage and pool', () => {
  it('follow every way into, out of and within a stage: moves, undo, closing, archive, merge and its revert, erase', async () => {
    const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => createPerson(t, {})));
    expect(filled(await counts())).toEqual({ subscriber: [4, 0] });
    const moved = await t.call('POST', `/v1/contacts/${a.id}/transitions`, { to: 'lead' });
    expect(await counts()).toMatchObject({
      contacts: 4,
      pools: expect.arrayContaining([
        { pool: 'traffic', contacts: 3 },
        { pool: 'lead', contacts: 1 },
      ]),
    });
    await t.call('POST', `/v1/transitions/${moved.body.transition.id}/undo`);
    expect(filled(await counts())).toEqual({ subscriber: [4, 0] });
    await t.call('POST', `/v1/contacts/${b.id}/transitions`, { to: 'lead' });
    const closed = await t.call('POST', `/v1/contacts/${b.id}/close`, { outcome: 'lost', reason: { code: 'price' } });
    expect(closed.status).toBe(201);
    expect(filled(await counts())).toEqual({ subscriber: [3, 0], lead: [0, 1] });
    await t.call('POST', `/v1/contacts/${c.id}/archive`);
    expect(filled(await counts())).toEqual({ subscriber: [2, 0], lead: [0, 1] });
    await t.call('POST', `/v1/contacts/${c.id}/restore`);
    const version = async (id: string) => (await t.call('GET', `/v1/contacts/${id}`)).headers.get('etag') ?? '';
    const merged = await t.call(
      'POST',
      '/v1/merges',
      { survivor_id: a.id, loser_id: d.id },
      { 'if-match': await version(a.id) },
    );
    expect(merged.status).toBe(201);
    expect(filled(await counts())).toEqual({ subscriber: [2, 0], lead: [0, 1] });
    expect((await t.call('POST', `/v1/merges/${merged.body.id ?? merged.body.merge.id}/revert`)).status).toBeLessThan(
      300,
    );
    expect(filled(await counts())).toEqual({ subscriber: [3, 0], lead: [0, 1] });
    expect(
      (await t.call('DELETE', `/v1/contacts/${d.id}`, undefined, { 'if-match': await version(d.id) })).status,
    ).toBeLessThan(300);
    expect(filled(await counts())).toEqual({ subscriber: [2, 0], lead: [0, 1] });
  });

  it('say to a rep who sees only their own what is theirs and the pool, to others everybody or one owner', async () => {
    const rep = await signIn(t, 'rep');
    const other = await signIn(t, 'rep');
    await createPerson(t, { owner_id: rep.id });
    await createPerson(t, { owner_id: other.id });
    await createPerson(t, {});
    const handed = await createPerson(t, { owner_id: other.id });
    await t.call('PATCH', `/v1/contacts/${handed.id}`, { owner_id: rep.id });
    await t.call('PATCH', '/v1/settings', { visibility: 'own' });
    const by = async (caller: Colleague, query = '') =>
      (await caller.call('GET', `/v1/lifecycles/seven-stage/counts${query}`)).body.contacts;
    expect(await by(rep)).toBe(3);
    expect(await by(rep, `?owner=${other.id}`)).toBe(0);
    expect(await by(rep, '?owner=me')).toBe(2);
    expect((await counts()).contacts).toBe(4);
    expect((await counts('?owner=none')).contacts).toBe(1);
    expect((await counts(`?owner=${other.id}`)).contacts).toBe(1);
  });

  it('that went wrong are found by the check of the house', async () => {
    await createPerson(t, {});
    const wrong = (sql: string) =>
      t.house.deps.db.write({ load: {}, plan: () => ({ statements: [statement(sql)], answer: () => undefined }) });
    await wrong('update stage_counts set people = people + 1');
    expect((await checkHouse(t.house)).faults).toEqual([
      'seven-stage subscriber: the count of people is not that of its positions',
    ]);
    await wrong('update stage_counts set people = people - 1');
  });
});
