// A page of what happened costs what it shows, however long somebody has been known.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

/** How much text was read from the database for an answer. */
async function readFor(path: string): Promise<number> {
  const { db } = t.house.deps;
  const { read } = db;
  let size = 0;
  const spy = vi.spyOn(db, 'read').mockImplementation(async (statements) => {
    const rows = await read(statements);
    size += JSON.stringify(rows).length;
    return rows;
  });
  const answer = await t.call('GET', path);
  spy.mockRestore();
  expect([path, answer.status]).toEqual([path, 200]);
  return size;
}

it('neither a page nor a card reads the words of years: only of the entries it shows', async () => {
  const { id } = await createPerson(t);
  const summary = '问'.repeat(5_000);
  const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
  for (let i = 0; i < 60; i++) {
    const next = { title: `Step ${i}`, due, note: '答'.repeat(2_000) };
    const occurred_at = new Date(t.clock.now() - i * 60_000).toISOString();
    await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'call',
      direction: 'inbound',
      occurred_at,
      summary,
    });
    const { body } = await t.call('POST', '/v1/follow-ups', { contact_id: id, ...next });
    await t.call('POST', `/v1/follow-ups/${body.id}/complete`);
  }
  expect(await readFor(`/v1/contacts/${id}/timeline?limit=1`)).toBeLessThan(20_000);
  expect(await readFor(`/v1/contacts/${id}/timeline?kind=interaction&limit=3`)).toBeLessThan(30_000);
  expect(await readFor(`/v1/contacts/${id}/card`)).toBeLessThan(150_000);
  const { data } = (await t.call('GET', `/v1/contacts/${id}/timeline?kind=interaction&limit=3`)).body;
  expect(data.map((one: { interaction: { summary: string } }) => one.interaction.summary)).toEqual(
    Array(3).fill(summary),
  );
});

it('says from whom to whom somebody was given, alone, in a batch, with other changes and by a merge', async () => {
  const staff = async (name: string): Promise<{ id: string; name: string }> => {
    const { body } = await t.call('POST', '/v1/invitations', { name, role: 'rep' });
    return { id: body.staff_id, name };
  };
  const [ann, bo] = [await staff('Ann Owner'), await staff('Bo Owner')];
  const { id } = await createPerson(t);
  const owners = async () => {
    const { data } = (await t.call('GET', `/v1/contacts/${id}/timeline?kind=contact`)).body;
    return data.map(({ type, fields, owner }: Record<string, unknown>) => ({ type, fields, owner }));
  };
  await t.call('PATCH', `/v1/contacts/${id}`, { owner_id: ann.id });
  await t.call('PATCH', `/v1/contacts/${id}`, { company: 'Without another owner' });
  await t.call('POST', '/v1/batch/owners', { mode: 'atomic', items: [{ contact_id: id, owner_id: bo.id }] });
  await t.call('PATCH', `/v1/contacts/${id}`, { owner_id: null, company: 'Nobody’s now' });
  const before = [
    { type: 'contact.updated', fields: ['company', 'owner_id'], owner: { from: bo, to: null } },
    { type: 'contact.updated', fields: ['owner_id'], owner: { from: ann, to: bo } },
    { type: 'contact.updated', fields: ['company'], owner: undefined },
    { type: 'contact.updated', fields: ['owner_id'], owner: { from: null, to: ann } },
    { type: 'contact.created', fields: undefined, owner: undefined },
  ];
  expect(await owners()).toEqual(before);
  const other = await createPerson(t, { owner_id: ann.id });
  const merge = { survivor_id: id, loser_id: other.id };
  const done = await t.call('POST', '/v1/merges', merge, { 'if-match': '*' });
  expect(done.status).toBe(201);
  expect((await owners())[0]).toMatchObject({ type: 'contact.merged', owner: { from: null, to: ann } });
  expect((await t.call('POST', `/v1/merges/${done.body.merge.id}/revert`)).status).toBe(200);
  expect((await owners())[0]).toMatchObject({ type: 'contact.merge_reverted', owner: { from: ann, to: null } });
});
