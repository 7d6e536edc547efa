// The lifecycle models the product must make work, one test for each row of the field (L1 to L8, P2), over HTTP alone.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

interface Stage {
  key: string;
  labels: { en: string; 'zh-CN': string };
  pool: string;
  owner: string;
  outreach: string;
  kpi: { en: string; 'zh-CN': string } | null;
  goal: { en: string; 'zh-CN': string };
  do: { en: string; 'zh-CN': string };
  dont: { en: string; 'zh-CN': string };
  criteria: { key: string; check: string }[];
}
const stagesOf = async (lifecycle: string): Promise<Stage[]> =>
  (await t.call('GET', `/v1/lifecycles/${lifecycle}`)).body.stages;
const move = (id: string, to: string, more: object = {}) =>
  t.call('POST', `/v1/contacts/${id}/transitions`, { to, ...more });
const log = (id: string, kind: string, direction = 'inbound') =>
  t.call('POST', `/v1/contacts/${id}/interactions`, {
    kind,
    direction,
    occurred_at: new Date(t.clock.now()).toISOString(),
    summary: 'x',
  });
const card = async (id: string) => (await t.call('GET', `/v1/contacts/${id}/card`)).body;
const movesOf = async (id: string, lifecycle: string) =>
  (await t.call('GET', `/v1/contacts/${id}/moves?lifecycle=${lifecycle}`)).body.data as {
    stage: string;
    allowed: boolean;
    direction: string | null;
    needs_reason: boolean;
    unmet_criteria: string[];
    effects: { kind: string; from: string | null; to: string | null }[];
  }[];

it('L1 seven-stage is the default, each stage entered by its own criterion, evangelists only from customers', async () => {
  const { id, stages } = await createPerson(t, { identities: [{ channel: 'wechat', handle: 'l1' }] });
  expect(stages).toMatchObject([{ lifecycle: 'seven-stage', stage: 'subscriber' }]);
  const unmet = async (to: string) => (await movesOf(id, 'seven-stage')).find((one) => one.stage === to);
  expect(await unmet('lead')).toMatchObject({ allowed: true, unmet_criteria: ['left-contact'] });
  expect(await unmet('evangelist')).toMatchObject({ allowed: false });
  await t.call('POST', `/v1/contacts/${id}/identities`, { channel: 'phone', handle: '+8613800138001' });
  expect(await unmet('lead')).toMatchObject({ unmet_criteria: [] });
  const way = [
    ['lead', {}, []],
    ['mql', { evidence: { 'booked-trial': true } }, []],
    ['sql', {}, ['asked-about-buying']],
    ['opportunity', { evidence: { 'said-will-pay': '周五打款' } }, []],
  ] as const;
  for (const [to, more, lacks] of way) {
    const moved = await move(id, to, more);
    expect([moved.status, moved.body.transition.direction, moved.body.unmet_criteria]).toEqual([201, 'forward', lacks]);
  }
  await log(id, 'purchase');
  expect((await move(id, 'customer')).body).toMatchObject({ warnings: [], unmet_criteria: [] });
  const last = await move(id, 'evangelist', { evidence: { 'joined-referral': true } });
  expect(last.body.contact.stages).toMatchObject([{ stage: 'evangelist', pool: 'capital' }]);
});

it('L2 lead-chain hands over from marketing to sales to service, TI to Order', async () => {
  const chain = await stagesOf('lead-chain');
  expect(chain.map((one) => `${one.key} ${one.owner}`)).toEqual([
    'ti marketing',
    'ml marketing',
    'mql marketing',
    'sl sales',
    'sql sales',
    'opportunity sales',
    'order service',
  ]);
  const { id } = await createPerson(t, { stages: { 'lead-chain': 'ti' } });
  const hands: string[] = [];
  for (const { key } of chain.slice(1)) {
    const { effects } = (await move(id, key, { lifecycle: 'lead-chain' })).body;
    const hand = effects.find((one: { kind: string }) => one.kind === 'owner-function');
    if (hand) hands.push(`${key}: ${hand.from} to ${hand.to}`);
  }
  expect(hands).toEqual(['sl: marketing to sales', 'order: sales to service']);
  // The same key in the other model is another stage: nobody moved there.
  const { stages } = (await t.call('GET', `/v1/contacts/${id}`)).body;
  expect(stages).toMatchObject([
    { lifecycle: 'seven-stage', stage: 'subscriber' },
    { lifecycle: 'lead-chain', stage: 'order' },
  ]);
});

it('L3 whole-life is cyclic', async () => {
  const { id } = await createPerson(t, { stages: { 'whole-life': 'list' } });
  const lifecycle = 'whole-life';
  const reason = { code: 'dissatisfied' };
  const round = ['intention', 'closed', 'silent', 'active', 'silent', 'lost', 'closed', 'active', 'silent', 'closed'];
  const directions: string[] = [];
  for (const to of [...round, 'silent', 'lost', 'active']) {
    t.clock.advance(1000);
    const moved = await move(id, to, { lifecycle, ...(to === 'lost' ? { reason } : {}) });
    expect([to, moved.status]).toEqual([to, 201]);
    directions.push(moved.body.transition.direction);
  }
  expect(directions).toEqual([...Array(4).fill('forward'), 're-entry', 'forward', ...Array(7).fill('re-entry')]);
  for (const [from, to] of [
    ['active', 'closed'],
    ['active', 'lost'],
  ] as const) {
    const refused = await move(id, to, { lifecycle, reason });
    expect([from, refused.body.code, refused.body.allowed_moves]).toEqual([from, 'move-not-allowed', ['silent']]);
  }
  await move(id, 'silent', { lifecycle });
  expect((await move(id, 'lost', { lifecycle })).body.code).toBe('reason-required');
});

it('L4 four-phase runs each phase by its own figure', async () => {
  const phases = await stagesOf('four-phase');
  expect(phases.map((one) => [one.key, one.labels['zh-CN'], one.kpi?.en])).toEqual([
    ['acquisition', '获取', 'Revenue growth'],
    ['development', '成长', 'Profit'],
    ['retention', '保留', 'Contribution and credit'],
    ['lost', '流失', 'Receivables at risk'],
  ]);
  const { id } = await createPerson(t, { stages: { 'four-phase': 'acquisition' } });
  await log(id, 'purchase');
  const on = (to: string, more: object = {}) => move(id, to, { lifecycle: 'four-phase', ...more });
  expect((await on('development')).body.unmet_criteria).toEqual([]);
  expect((await on('retention')).body.unmet_criteria).toEqual(['contribution-known']);
  expect((await on('lost')).body.code).toBe('reason-required');
  expect((await on('lost', { reason: { code: 'price' } })).status).toBe(201);
  // The phase is on the card with its figure, beside the position in the default model.
  const shown = (await card(id)).lifecycles.find((one: { key: string }) => one.key === 'four-phase');
  expect(shown.stages.at(-1).kpi['zh-CN']).toBe('应收账款风险');
});

it('L5 every stage of every preset is complete, and belongs to one pool that the report balances', async () => {
  const own = await startHouse();
  try {
    const { data } = (await own.call('GET', '/v1/lifecycles')).body;
    expect(data.map((one: { key: string }) => one.key).sort()).toEqual([
      'four-phase',
      'lead-chain',
      'seven-stage',
      'whole-life',
    ]);
    for (const { key, stages } of data as { key: string; stages: Stage[] }[])
      for (const stage of stages) {
        expect(['traffic', 'lead', 'asset', 'capital'], `${key} ${stage.key}`).toContain(stage.pool);
        expect(['none', 'service', 'marketing']).toContain(stage.outreach);
        for (const text of [stage.labels, stage.kpi, stage.goal, stage.do, stage.dont])
          expect(
            [text?.en, text?.['zh-CN']].every((one) => one?.trim()),
            `${key} ${stage.key}`,
          ).toBe(true);
      }
    for (const stage of ['subscriber', 'lead', 'mql', 'customer', 'evangelist'])
      await own.call('POST', '/v1/contacts', {
        display_name: stage,
        stages: { 'seven-stage': stage === 'evangelist' ? 'customer' : stage },
      });
    const { data: pools } = (await own.call('GET', '/v1/reports/pools')).body;
    expect(pools.map((one: { pool: string; at_end: number }) => [one.pool, one.at_end])).toEqual([
      ['traffic', 1],
      ['lead', 2],
      ['asset', 2],
      ['capital', 0],
    ]);
  } finally {
    await own.close();
  }
});

it('L6 labels are free, keys are for ever: 01-围观 changes no past answer', async () => {
  await t.call('POST', '/v1/lifecycles', { key: 'named', from: 'seven-stage' });
  const { id } = await createPerson(t, { stages: { named: 'subscriber' } });
  t.clock.advance(60_000);
  const then = new Date(t.clock.now()).toISOString();
  const past = async () => (await t.call('GET', `/v1/contacts/${id}/positions?as_of=${then}&known_at=${then}`)).text;
  const before = [await past(), (await t.call('GET', `/v1/contacts/${id}/transitions`)).text];
  const stages = (await stagesOf('named')).map(({ key }, i) => ({
    key,
    labels: { en: `0${i + 1}-${key}`, 'zh-CN': i === 0 ? '01-围观' : `0${i + 1}-${key}` },
  }));
  t.clock.advance(60_000);
  await t.call('PUT', '/v1/lifecycles/named/draft', { stages: [...stages.slice(1), stages[0]] });
  expect((await t.call('POST', '/v1/lifecycles/named/publish')).body).toMatchObject({ status: 'done', rows: 0 });
  expect((await card(id)).lifecycles.at(-1).stages.at(-1)).toMatchObject({
    key: 'subscriber',
    labels: { 'zh-CN': '01-围观' },
  });
  expect([await past(), (await t.call('GET', `/v1/contacts/${id}/transitions`)).text]).toEqual(before);
});

it('L7 each stage names the function that owns it; a move across that border says so before and opens a handover, which is taken over or declined', async () => {
  const { id } = await createPerson(t, { stages: { 'seven-stage': 'mql' } });
  const hand = (effects: { kind: string }[]) => effects.find((one) => one.kind === 'owner-function') ?? null;
  const foretold = async (to: string) =>
    hand((await movesOf(id, 'seven-stage')).find((one) => one.stage === to)?.effects ?? []);
  const toSales = { kind: 'owner-function', from: 'marketing', to: 'sales' };
  expect([await foretold('lead'), await foretold('sql')]).toEqual([null, toSales]);
  const dry = await t.call('POST', `/v1/contacts/${id}/transitions?dry_run=true`, { to: 'sql' });
  const real = await move(id, 'sql');
  expect([hand(dry.body.effects), hand(real.body.effects)]).toEqual([toSales, toSales]);
  const opened = { kind: 'handover-opened', from: 'marketing', to: 'sales' };
  for (const { effects } of [dry.body, real.body]) expect(effects).toContainEqual(opened);
  // Sales finds it on their list and on the card, and takes the contact over.
  const rep = await signIn(t, 'rep');
  const waiting = async (to: string) =>
    (await rep.call('GET', `/v1/handovers?status=open&to_function=${to}&contact_id=${id}`)).body.data;
  const [offer] = await waiting('sales');
  expect(offer).toMatchObject({ from_function: 'marketing', transition_id: real.body.transition.id });
  expect((await card(id)).handovers).toEqual([offer]);
  const taken = await rep.call('POST', `/v1/handovers/${offer.id}/accept`);
  expect(taken.body).toMatchObject({ handover: { status: 'accepted' }, contact: { owner_id: rep.id } });
  expect([await waiting('sales'), (await card(id)).handovers]).toEqual([[], []]);
  expect(hand((await move(id, 'opportunity')).body.effects)).toBe(null);
  expect(hand((await move(id, 'customer')).body.effects)).toEqual({ ...toSales, from: 'sales', to: 'service' });
  const [next] = await waiting('service');
  const declined = await rep.call('POST', `/v1/handovers/${next.id}/decline`, { note: 'no money yet' });
  expect(declined.body.handover).toMatchObject({
    status: 'declined',
    note: 'no money yet',
    decided_by: { id: rep.id },
  });
  // The card names the owner of the stage somebody is in.
  const { stages } = (await card(id)).lifecycles[0];
  expect(stages.find((one: { key: string }) => one.key === 'customer').owner).toBe('service');
});

it('L8 warming: talk warms, time cools, at the boiling point SQL is proposed and never made', async () => {
  const { id } = await createPerson(t);
  const warm = async () => (await card(id)).temperature;
  for (const [kind, direction, degrees] of [
    ['meeting', 'inbound', 40],
    ['meeting', 'outbound', 50],
    ['note', 'none', 50],
    ['form', 'inbound', 80],
  ] as const) {
    await log(id, kind, direction);
    expect(await warm()).toEqual({ degrees, boiling_point: 100, boiling: false });
  }
  expect((await card(id)).proposals).toEqual([]);
  await log(id, 'call');
  expect(await card(id)).toMatchObject({
    temperature: { degrees: 100, boiling: true },
    proposals: [{ lifecycle: 'seven-stage', to: 'sql', because: 'boiling-point' }],
    contact: { stages: [{ stage: 'subscriber' }] },
  });
  expect((await t.call('GET', `/v1/contacts/${id}/transitions`)).body.data).toHaveLength(1);
  // Half the warmth is left after a half-life: the proposal is gone by itself.
  t.clock.advance(14 * 86_400_000);
  expect(await card(id)).toMatchObject({ temperature: { degrees: 50, boiling: false }, proposals: [] });
});

it('P2 who has no value or intent is closed with a reason, may be opened again, and is in no list for outreach', async () => {
  const source = 'p2';
  const [keep, gone] = [
    await createPerson(t, { source, stages: { 'seven-stage': 'mql' } }),
    await createPerson(t, { source, stages: { 'seven-stage': 'mql' } }),
  ];
  const close = (body: object) => t.call('POST', `/v1/contacts/${gone.id}/close`, body);
  expect((await close({ outcome: 'disqualified', reason: { code: 'price' } })).body.code).toBe('reason-unfit');
  expect((await close({ outcome: 'disqualified', reason: { code: 'no-intent' } })).status).toBe(201);
  const audience = async () => {
    const { data, left_out } = (await t.call('GET', `/v1/contacts?source=${source}&outreach=marketing`)).body;
    return [data.map((one: { id: string }) => one.id).sort(), left_out];
  };
  expect(await audience()).toEqual([[keep.id], { closed: 1, stage: 0 }]);
  const seen = (await t.call('GET', `/v1/contacts/${gone.id}`)).body.stages[0];
  expect(seen).toMatchObject({ stage: 'mql', closed: { outcome: 'disqualified', reason: 'no-intent' } });
  await t.call('POST', `/v1/contacts/${gone.id}/reopen`);
  expect(await audience()).toEqual([[keep.id, gone.id].sort(), { closed: 0, stage: 0 }]);
});

it('every stage may say otherwise than its lifecycle: a reason for any move in, criteria enforced, no way back, a field over a number', async () => {
  await t.call('POST', '/v1/fields', { key: 'budget', type: 'number', labels: { en: 'Budget', 'zh-CN': '预算' } });
  await t.call('POST', '/v1/lifecycles', { key: 'strict', from: 'seven-stage' });
  const labels = { en: 'Budget of 1,000', 'zh-CN': '预算一千以上' };
  const stages = (await stagesOf('strict')).map(({ key }) =>
    key === 'sql'
      ? { key, criteria: [{ key: 'budget', labels, check: 'field-at-least', field: 'budget', at_least: 1000 }] }
      : { key },
  );
  const own = {
    sql: { criteria: 'enforce' },
    opportunity: { reason: 'required' },
    subscriber: { backward: 'forbid' },
    customer: { skip: 'forbid' },
  };
  const draft = { stages, policy: { stages: { ...own, nowhere: {} } } };
  const bad = await t.call('PUT', '/v1/lifecycles/strict/draft', draft);
  expect([bad.status, bad.body.errors[0].pointer]).toEqual([422, '/policy/stages/nowhere']);
  await t.call('PUT', '/v1/lifecycles/strict/draft', { stages, policy: { stages: own } });
  await t.call('POST', '/v1/lifecycles/strict/publish');
  const shown = (await t.call('GET', '/v1/lifecycles/strict')).body;
  expect(shown.policy.stages).toEqual(own);
  expect(shown.stages[3].criteria[0]).toMatchObject({ check: 'field-at-least', field: 'budget', at_least: 1000 });

  const { id } = await createPerson(t, { fields: { budget: 999 }, stages: { strict: 'lead' } });
  const on = (to: string, more: object = {}) => move(id, to, { lifecycle: 'strict', ...more });
  const open = async () => (await movesOf(id, 'strict')).filter((one) => one.allowed).map((one) => one.stage);
  expect(await open()).toEqual(['mql', 'opportunity']);
  expect((await on('sql', { evidence: { budget: true } })).body).toMatchObject({
    code: 'criteria-unmet',
    unmet_criteria: ['budget'],
  });
  await t.call('PATCH', `/v1/contacts/${id}`, { fields: { budget: 1000 } });
  expect(await open()).toEqual(['mql', 'sql', 'opportunity']);
  expect((await on('sql')).status).toBe(201);
  expect((await on('opportunity')).body.code).toBe('reason-required');
  // Any reason will do where no kind is asked for.
  expect((await on('opportunity', { reason: { code: 'price' } })).status).toBe(201);
  expect((await on('subscriber', { reason: { code: 'price' } })).body.code).toBe('move-not-allowed');
});

it('bulk moves pass the same gate as single ones, and say of each why not', async () => {
  const rep = await signIn(t, 'rep');
  const [one, two, three] = [await createPerson(t), await createPerson(t), await createPerson(t)];
  const items = [
    { contact_id: one.id, to: 'mql', evidence: { 'booked-trial': true } },
    { contact_id: two.id, to: 'evangelist' },
    { contact_id: three.id, to: 'lead', expect: { from: 'mql' } },
  ];
  const done = await rep.call('POST', '/v1/batch/transitions', { mode: 'each', items });
  expect(done.body.results.map((each: { problem: { code: string } | null }) => each.problem?.code ?? null)).toEqual([
    null,
    'move-not-allowed',
    'stage-changed',
  ]);
  const rows = (await t.call('GET', `/v1/contacts/${one.id}/transitions`)).body.data;
  expect(rows.at(-1)).toMatchObject({ to: 'mql', source: 'bulk', batch_id: done.body.batch_id });
});
