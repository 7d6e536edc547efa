// Product rule 8: a merge can be reverted, and then the database is as it was but for what was appended.
import { checkHouse } from '@sidestage/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { cases } from './effort.ts';
import { expectJourneysToEndInPositions } from './journeys.ts';
import { readTables, type Tables } from './tables.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await expectJourneysToEndInPositions(t);
  await t.close();
});

const SHOP = '+34699000222';
const deed = fc.oneof(
  fc.record({ kind: fc.constant('move'), to: fc.constantFrom('lead', 'mql', 'sql', 'subscriber') }),
  fc.record({ kind: fc.constant('enter'), to: fc.constantFrom('list', 'intention', 'closed') }),
  fc.record({ kind: fc.constant('tag'), to: fc.constantFrom('grade-a', 'grade-b', 'grade-c', 'tea', 'rice') }),
  fc.record({ kind: fc.constant('patch'), to: fc.constantFrom('company', 'source', 'owner', 'size', 'city') }),
  fc.record({
    kind: fc.constantFrom('note', 'call', 'follow-up', 'handle', 'shop', 'undo', 'close'),
    to: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('link'), to: fc.constantFrom('linked', 'not_this_person') }),
);
type Deed = { kind: string; to: string };

let count = 0;
async function act(id: string, { kind, to }: Deed, staff: string) {
  const at = `/v1/contacts/${id}`;
  const due = { local: `2026-11-2${3 + (count++ % 6)}T10:00`, zone: 'Asia/Shanghai' };
  const occurred_at = `2026-11-1${count % 9}T08:00:00Z`;
  const reason = { code: 'judged-too-early' };
  if (kind === 'move') return t.call('POST', `${at}/transitions`, { to, reason });
  if (kind === 'enter') return t.call('POST', `${at}/transitions`, { to, lifecycle: 'whole-life', reason });
  if (kind === 'tag') return t.call('PUT', `${at}/tags/${to}`);
  if (kind === 'patch')
    return t.call(
      'PATCH',
      at,
      to === 'owner'
        ? { owner_id: staff }
        : to === 'size' || to === 'city'
          ? { fields: { [to]: count } }
          : { [to]: `${to} ${count}` },
    );
  if (kind === 'note' || kind === 'call')
    return t.call('POST', `${at}/interactions`, { kind, direction: 'inbound', occurred_at, summary: `said ${count}` });
  if (kind === 'follow-up') return t.call('POST', '/v1/follow-ups', { contact_id: id, title: `next ${count}`, due });
  if (kind === 'handle') return t.call('POST', `${at}/identities`, { channel: 'qq', handle: String(10_000 + count) });
  if (kind === 'shop') return t.call('POST', `${at}/identities`, { channel: 'phone', handle: SHOP, shared: true });
  if (kind === 'link')
    return t.call('POST', '/v1/conversation-links', {
      channel: 'wechat',
      conversation_key: `chat ${to === 'linked' ? id : 'of all'}`,
      contact_id: id,
      verdict: to,
    });
  if (kind === 'close') return t.call('POST', `${at}/close`, { outcome: 'lost', reason: { code: 'price' } });
  const rows = (await t.call('GET', `${at}/transitions`)).body.data;
  return t.call('POST', `/v1/transitions/${rows.at(-1).id}/undo`);
}

// Logs and what is derived by triggers; the rows of merges themselves.
const APPENDED = /^(transitions|events|event_previous|idempotency|merges|merge_rows|search_|duplicate_|sqlite_)/;
/** The tables as they must be again: without logs, versions and the days of change. */
function kept(tables: Tables): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([table]) => !APPENDED.test(table))
      .map(([table, rows]) => [
        table,
        [...rows.values()]
          .map((row) => JSON.stringify(table === 'contacts' ? { ...row, version: 0, updated_at: 0 } : row))
          .sort(),
      ]),
  );
}
const found = (tables: Tables) =>
  ['search_people', 'search_notes'].flatMap((table) =>
    [...(tables[table]?.values() ?? [])]
      .map((row) => `${table} ${row.contact_id} ${row.ref ?? ''} ${row.words}`)
      .sort(),
  );

it('rule 8: merging any two people and taking it back leaves every row as it was, and the ledger only longer', async () => {
  await t.call('POST', '/v1/tag-groups', { key: 'taste', mode: 'multi', labels: { en: 'T', 'zh-CN': 'T' } });
  for (const key of ['tea', 'rice'])
    await t.call('POST', '/v1/tags', { key, group: 'taste', labels: { en: key, 'zh-CN': key } });
  const staff = (await t.call('POST', '/v1/invitations', { name: 'Ana' })).body.staff_id;
  const merged: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), deed), { maxLength: 25 }),
      fc.array(fc.constantFrom('display_name', 'company', 'owner_id', 'source'), { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      async (program, take, theirStage, nested) => {
        const people: string[] = [];
        for (let i = 0; i < 3; i++)
          people.push((await t.call('POST', '/v1/contacts', { display_name: `P${++count}` })).body.id);
        const always: [number, Deed][] = [
          [1, { kind: 'move', to: 'mql' }],
          [1, { kind: 'move', to: 'sql' }],
          [1, { kind: 'follow-up', to: '' }],
          [1, { kind: 'call', to: '' }],
          [1, { kind: 'handle', to: '' }],
          [1, { kind: 'tag', to: 'tea' }],
          [1, { kind: 'link', to: 'linked' }],
        ];
        for (const [who, one] of [...always, ...program]) {
          t.clock.advance(1000);
          await act(people[who] ?? '', one as Deed, staff);
        }
        const [a, b, c] = people as [string, string, string];
        const before = await readTables(t.house);
        const stage = (await t.call('GET', `/v1/contacts/${b}`)).body.stages[0].stage;
        t.clock.advance(1000);
        const ids: string[] = [];
        const join = async (survivor_id: string, loser_id: string, more = {}) => {
          const body = { survivor_id, loser_id, ...more };
          const done = await t.call('POST', '/v1/merges', body, { 'if-match': '*' });
          expect(done.status, done.text).toBe(201);
          expect((await t.call('GET', `/v1/contacts/${loser_id}`)).body).toEqual(done.body.contact);
          for (const [kind, n] of Object.entries(done.body.merge.moved)) merged[kind] = (merged[kind] ?? 0) + Number(n);
          ids.push(done.body.merge.id);
        };
        await join(a, b, { take: [...new Set(take)], ...(theirStage ? { stages: { 'seven-stage': stage } } : {}) });
        if (nested) await join(c, a);
        else await join(a, c);
        expect((await checkHouse(t.house)).faults).toEqual([]);
        await expectJourneysToEndInPositions(t);
        t.clock.advance(1000);
        for (const id of ids.reverse()) expect((await t.call('POST', `/v1/merges/${id}/revert`)).status).toBe(200);
        const after = await readTables(t.house);
        expect(kept(after)).toEqual(kept(before));
        expect(found(after)).toEqual(found(before));
        const old = [...(before.transitions?.values() ?? [])];
        expect([...(after.transitions?.values() ?? [])].slice(0, old.length)).toEqual(old);
      },
    ),
    cases(25),
  );
  for (const kind of ['identities', 'tags', 'interactions', 'follow_ups', 'conversation_links'])
    expect([kind, (merged[kind] ?? 0) > 0]).toEqual([kind, true]);
});
