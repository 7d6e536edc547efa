// What the field does with its customers, one test for each row (P7, P10, P13, P15, F1), over HTTP alone; and beside the
// funnel what a plain query over where people are now would have said.
import { checkHealth, checkHouse, statement, tellNudges } from '@sidestage/api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { START, startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, signIn } from './people.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const get = async (path: string) => (await t.call('GET', path)).body;
const act = async (id: string, what: string, body?: object) => {
  t.clock.advance(1000);
  const done = await t.call('POST', `/v1/contacts/${id}/${what}`, body);
  expect([what, done.status]).toEqual([what, 201]);
  return done.body;
};
/** Fills the house in thousands. */
async function fill(items: object[]) {
  for (let i = 0; i < items.length; i += 1000)
    expect(
      (await t.call('POST', '/v1/batch/contacts', { mode: 'atomic', items: items.slice(i, i + 1000) })).status,
    ).toBe(200);
}
const shopper = (i: number, stage: string) => ({
  identities: [{ channel: 'external', scope: 'mall', handle: `visitor-${i}` }],
  display_name: `Visitor ${i}`,
  stages: { 'seven-stage': stage },
});

it('P7 churn: the first reason stays the first, and win-back is counted by reason', async () => {
  const customer = () => createPerson(t, { stages: { 'seven-stage': 'customer' } });
  const [a, b, c] = [await customer(), await customer(), await customer()];
  const churn = (id: string, code: string) => act(id, 'close', { outcome: 'churned', reason: { code } });
  await churn(a.id, 'price');
  await act(a.id, 'reopen');
  await churn(a.id, 'dissatisfied');
  await churn(b.id, 'price');
  await act(b.id, 'reopen');
  await churn(c.id, 'dissatisfied');
  const { data, n } = await get('/v1/reports/reasons?outcome=churned');
  expect(n).toBe(4);
  const row = (reason: string) => data.find((one: { reason: string }) => one.reason === reason);
  expect(row('price')).toMatchObject({ closings: 2, first: 2, reopened: 2, recovered: 1, recovery_rate: 0.5 });
  expect(row('dissatisfied')).toMatchObject({ closings: 2, first: 1, reopened: 0, recovered: 0, recovery_rate: 0 });
  expect(row('price').median_reopen_s).toBe(1);
  expect(row('dissatisfied').median_reopen_s).toBe(null);
  // Where the model has a stage called lost, entering it is the closing, and coming back the recovery.
  const { id } = await createPerson(t, { stages: { 'whole-life': 'silent' } });
  const move = (to: string, more = {}) => act(id, 'transitions', { to, lifecycle: 'whole-life', ...more });
  await move('lost', { reason: { code: 'chose-competitor' } });
  await move('active');
  expect((await get('/v1/reports/reasons?lifecycle=whole-life')).data).toMatchObject([
    { outcome: 'lost', reason: 'chose-competitor', closings: 1, recovered: 1 },
  ]);
});

it('P10 early warning: purchases fall, complaints rise, silence; the owner hears of it when their day begins', async () => {
  const rep = await signIn(t, 'rep');
  const make = async () =>
    (await rep.call('POST', '/v1/contacts', { display_name: 'X', stages: { 'seven-stage': 'customer' } })).body
      .id as string;
  const [buys, complains, silent] = [await make(), await make(), await make()];
  const log = (id: string, kind: string) =>
    act(id, 'interactions', {
      kind,
      direction: 'inbound',
      occurred_at: new Date(t.clock.now()).toISOString(),
      summary: 'x',
    });
  for (let i = 0; i < 4; i++) await log(buys, 'purchase');
  await log(complains, 'complaint');
  await checkHealth(t.house.deps);
  t.clock.advance(44 * DAY);
  for (const id of [buys, complains]) await log(id, 'call');
  t.clock.advance(40 * DAY);
  for (const id of [buys, complains, silent]) await log(id, 'call');
  t.clock.advance(10 * DAY);
  await log(buys, 'purchase');
  for (let i = 0; i < 2; i++) await log(complains, 'complaint');
  t.clock.advance(36 * DAY);
  await log(buys, 'call');
  await log(complains, 'call');
  // 22:00 in Shanghai: nobody is told anything until nine.
  t.clock.advance(START + 131 * DAY + 6 * HOUR - t.clock.now());
  await checkHealth(t.house.deps);
  const figures = async (id: string) =>
    (await get(`/v1/contacts/${id}/card`)).health.fired.map((one: { rule: string; figures: object }) => [
      one.rule,
      one.figures,
    ]);
  expect(await figures(buys)).toEqual([['purchases-fell', { purchases: 1, before: 4 }]]);
  expect(await figures(complains)).toEqual([['complaints-rose', { complaints: 2, before: 1 }]]);
  expect(await figures(silent)).toEqual([['silence', { days: 47, limit_days: 45 }]]);
  expect(await tellNudges(t.house.deps)).toBe(0);
  t.clock.advance(11 * HOUR);
  expect(await tellNudges(t.house.deps)).toBe(3);
  const told = (await get('/v1/events?limit=200')).data.filter((one: { type: string }) => one.type === 'nudge.due');
  expect(told.map((one: { data: { contact_id: string } }) => one.data.contact_id).sort()).toEqual(
    [buys, complains, silent].sort(),
  );
  for (const one of told) expect(one.data).toMatchObject({ staff_id: rep.id, state: 'at_risk' });
  for (const id of [buys, complains, silent])
    expect((await get(`/v1/contacts/${id}`)).stages).toMatchObject([{ stage: 'customer' }]);
});

it('P13 whole-view file: stages, tags, owner, identities, talks and next steps of one person in one timeline, also of whom they were merged with', async () => {
  const rep = await signIn(t, 'rep');
  const { id } = await createPerson(t);
  const { id: twin } = await createPerson(t);
  await act(twin, 'interactions', {
    kind: 'meeting',
    direction: 'inbound',
    occurred_at: new Date(t.clock.now()).toISOString(),
    summary: 'open day',
  });
  await act(id, 'transitions', { to: 'lead' });
  t.clock.advance(1000);
  await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] });
  t.clock.advance(1000);
  await t.call('PATCH', `/v1/contacts/${id}`, { owner_id: rep.id });
  await act(id, 'identities', { channel: 'qq', handle: '10001' });
  const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
  t.clock.advance(1000);
  await t.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due });
  await act(id, 'close', { outcome: 'lost', reason: { code: 'other', note: '搬走了' } });
  t.clock.advance(1000);
  await t.call('POST', '/v1/merges', { survivor_id: id, loser_id: twin }, { 'if-match': '*' });
  const told: string[] = [];
  let cursor: string | null = null;
  do {
    const { data, next_cursor } = await get(
      `/v1/contacts/${id}/timeline?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    for (const one of data)
      told.push(
        one.kind === 'contact'
          ? one.type.replace('contact.', '')
          : `${one.kind} ${one.transition?.to ?? one.interaction?.summary ?? one.channel ?? ''}`.trim(),
      );
    cursor = next_cursor;
  } while (cursor);
  expect(told.slice(0, 7)).toEqual([
    'merged',
    'stage lead',
    'follow_up',
    'identity qq',
    'updated',
    'tags',
    'stage lead',
  ]);
  expect(told).toContain('interaction open day');
  // Both became contacts, and both entered the first stage.
  expect(told.filter((one) => one === 'stage subscriber')).toHaveLength(2);
  expect((await get(`/v1/contacts/${twin}/timeline?limit=3`)).data.length).toBe(3);
});

it('P15 operate, not just manage: last touch, next step, and the share of owned people with one', async () => {
  const rep = await signIn(t, 'rep');
  const people: string[] = [];
  for (let i = 0; i < 4; i++) people.push((await rep.call('POST', '/v1/contacts', { display_name: 'X' })).body.id);
  await createPerson(t);
  const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
  const planned = await rep.call('POST', '/v1/follow-ups', { contact_id: people[0], title: 'Call', due });
  await rep.call('POST', '/v1/follow-ups', { contact_id: people[1], title: 'Visit', due });
  await act(people[2] ?? '', 'interactions', {
    kind: 'call',
    direction: 'outbound',
    occurred_at: '2026-11-21T07:00:00Z',
    summary: 'x',
  });
  expect(await get(`/v1/contacts/${people[0]}`)).toMatchObject({ next_follow_up_at: '2026-11-27T02:00:00.000Z' });
  expect(await get(`/v1/contacts/${people[2]}`)).toMatchObject({ last_touch_at: '2026-11-21T07:00:00.000Z' });
  const share = async (owner: string | null) =>
    (await get('/v1/reports/coverage')).data.find(
      (one: { share_of: string; owner: string | null }) => one.share_of === 'next-step' && one.owner === owner,
    );
  expect(await share(rep.id)).toMatchObject({ part: 2, whole: 4, share: 0.5 });
  await rep.call('POST', `/v1/follow-ups/${planned.body.id}/complete`, {});
  // Who is archived is nobody to look after.
  await rep.call('POST', `/v1/contacts/${people[3]}/archive`);
  expect(await share(rep.id)).toMatchObject({ part: 1, whole: 3, share: 0.3333 });
  expect(await share(null)).toMatchObject({ part: 1, whole: 3 });
});

it('F1 mall funnel 10000-3000-300-90-9', async () => {
  // Of 10,000 passers-by 3,000 left a name; the rest is counted at the door.
  await fill(
    Array.from({ length: 3000 }, (_, i) => shopper(i, i < 9 ? 'customer' : i < 90 ? 'sql' : i < 300 ? 'mql' : 'lead')),
  );
  const { data, n, method } = await get('/v1/reports/funnel?steps=lead,mql,sql,customer&external_first=10000');
  expect([n, method.key]).toEqual([3000, 'funnel-first-entry']);
  const told = data.map((one: Record<string, unknown>) => [
    one.stage,
    one.reached,
    one.rate_from_previous,
    one.rate_from_first,
  ]);
  expect(told).toEqual([
    [null, 10_000, null, 1],
    ['lead', 3000, 0.3, 0.3],
    ['mql', 300, 0.1, 0.03],
    ['sql', 90, 0.3, 0.009],
    ['customer', 9, 0.1, 0.0009],
  ]);
  // Whoever came in further along skipped the steps before, and that is said.
  expect(data.slice(1).map((one: { skipped: number }) => one.skipped)).toEqual([300, 90, 9, 0]);
});

it('the funnel of survivors: counting where people are now flatters every rate; ours counts whom it lost', async () => {
  // Ten leads: four became customers, three were lost as MQL and closed, two went back, one left for another record of theirs.
  const ids: string[] = [];
  for (let i = 0; i < 10; i++) ids.push((await createPerson(t, { stages: { 'seven-stage': 'lead' } })).id);
  const [w, x, y, z, l1, l2, l3, b1, b2, twin] = ids as [string, ...string[]];
  for (const id of ids) await act(id, 'transitions', { to: 'mql' });
  for (const id of [w, x, y, z]) await act(id as string, 'transitions', { to: 'customer' });
  for (const id of [l1, l2, l3])
    await act(id as string, 'close', { outcome: 'disqualified', reason: { code: 'no-intent' } });
  for (const id of [l1, l2]) await t.call('POST', `/v1/contacts/${id}/archive`);
  for (const id of [b1, b2])
    await act(id as string, 'transitions', { to: 'lead', reason: { code: 'judged-too-early' } });
  await t.call('POST', '/v1/merges', { survivor_id: w, loser_id: twin }, { 'if-match': '*' });

  // What a plain query says: of those at MQL or beyond today, how many are customers.
  const naive = await t.house.deps.db.read({
    rows: statement(
      `select count(*) filter (where p.stage in ('mql','sql','opportunity','customer','evangelist')), count(*) filter (where p.stage in ('customer','evangelist'))
        from positions p join contacts c on c.id = p.contact_id where p.lifecycle = 'seven-stage' and c.archived_at is null and p.closed_at is null`,
      [],
      (r) => [Number(r[0]), Number(r[1])] as const,
    ),
  });
  const [survivors = 0, customers = 0] = naive.rows[0] ?? [];
  expect(customers / survivors).toBe(1);
  const { data, n } = await get('/v1/reports/funnel?steps=lead,mql,customer');
  expect(n).toBe(9);
  expect(data).toMatchObject([
    { stage: 'lead', reached: 9 },
    { stage: 'mql', reached: 9, advanced: 4, closed: 3, open: 2, back: 2, rate_decided: 0.5714 },
    { stage: 'customer', reached: 4, rate_from_previous: 0.4444 },
  ]);
});
