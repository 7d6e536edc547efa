// Classification as the field asks for it, one test for each row (C1 to C9), over HTTP alone.
import { checkHealth, checkHouse, classifyWaiting, statement } from '@sidestage/api';
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

const DAY = 86_400_000;
const both = (en: string, zh = en) => ({ en, 'zh-CN': zh });
const get = async (path: string) => (await t.call('GET', path)).body;
const swept = () => classifyWaiting(t.house.deps);
const field = (key: string, type = 'number') => t.call('POST', '/v1/fields', { key, type, labels: both(key) });
const log = (id: string, kind: string) =>
  t.call('POST', `/v1/contacts/${id}/interactions`, {
    kind,
    direction: 'inbound',
    occurred_at: new Date(t.clock.now()).toISOString(),
    summary: 'x',
  });

it('C1 pyramid by a threshold: 1,500 employees or 500 head of stock; a manual override keeps its reason until it is taken back', async () => {
  await field('employees');
  await field('stock');
  await t.call('POST', '/v1/tag-groups', { key: 'pyramid', mode: 'single', labels: both('Pyramid', '金字塔') });
  for (const [key, zh] of Object.entries({ household: '散户', sme: '中小', large: '大客户', industry: '行业' }))
    await t.call('POST', '/v1/tags', { key, group: 'pyramid', labels: both(key, zh) });
  const rule = {
    key: 'by-employees',
    field: 'employees',
    group: 'pyramid',
    labels: both('By employees', '按人数'),
    cases: [{ at_least: 1_500, tag: 'large' }, { at_least: 10, tag: 'sme' }, { tag: 'household' }],
  };
  expect((await t.call('POST', '/v1/rules', rule)).status).toBe(201);
  await swept();
  const tags = async (fields: object) => (await createPerson(t, { fields })).tags;
  expect(await Promise.all([1_499, 1_500, 3].map((employees) => tags({ employees })))).toEqual([
    ['sme'],
    ['large'],
    ['household'],
  ]);
  const { id } = await createPerson(t, { fields: { employees: 1_500 } });
  const reason = '按母公司算';
  await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['industry'], reason });
  await t.call('PATCH', `/v1/contacts/${id}`, { fields: { employees: 20 } });
  expect((await get(`/v1/contacts/${id}/classification`)).rules).toMatchObject([
    { rule: 'by-employees', field: 'employees', value: 20, ruled: 'sme', tag: 'industry', override: { reason } },
  ]);
  await t.call('DELETE', `/v1/contacts/${id}/overrides/by-employees`);
  expect((await get(`/v1/contacts/${id}`)).tags).toEqual(['sme']);
  // The farm's own measure, in a group of its own.
  await t.call('POST', '/v1/tag-groups', { key: 'farm', mode: 'single', labels: both('Farm', '养殖') });
  await t.call('POST', '/v1/tags', { key: 'farm-large', group: 'farm', labels: both('Large', '大户') });
  const cases = [{ at_least: 500, tag: 'farm-large' }];
  await t.call('POST', '/v1/rules', {
    key: 'by-stock',
    field: 'stock',
    group: 'farm',
    labels: both('By stock'),
    cases,
  });
  expect(await tags({ stock: 500 })).toEqual(['farm-large']);
  expect(await tags({ stock: 499 })).toEqual([]);
});

it('C2 grade at deal time, A followed up most', async () => {
  const due: Record<string, number> = {};
  for (const grade of ['grade-a', 'grade-b', 'grade-c']) {
    const { id } = await createPerson(t, { tags: [grade], stages: { 'whole-life': 'closed' } });
    const { cadence } = await get(`/v1/contacts/${id}/card`);
    due[grade] = cadence.days;
    expect(Date.parse(cadence.due_at)).toBe(t.clock.now() + cadence.days * DAY);
  }
  expect(due).toEqual({ 'grade-a': 7, 'grade-b': 14, 'grade-c': 30 });
  // The stage after the deal asks for the grade.
  const { id } = await createPerson(t, { stages: { 'whole-life': 'intention' } });
  const asked = async () =>
    (await get(`/v1/contacts/${id}/moves?lifecycle=whole-life`)).data.find(
      (one: { stage: string }) => one.stage === 'closed',
    ).unmet_criteria;
  expect(await asked()).toContain('graded-a');
  await t.call('PUT', `/v1/contacts/${id}/tags/grade-b`);
  expect(await asked()).toEqual(['purchase-logged', 'ordered']);
});

it('C3 three axes, grade, category and tier, each single or multi-choice, and the database itself refuses a second tag', async () => {
  for (const [key, mode] of [
    ['category', 'multi'],
    ['tier', 'single'],
  ] as const) {
    await t.call('POST', '/v1/tag-groups', { key, mode, labels: both(key) });
    for (const n of [1, 2]) await t.call('POST', '/v1/tags', { key: `${key}-${n}`, group: key, labels: both(`${n}`) });
  }
  const { id } = await createPerson(t, { tags: ['grade-a', 'category-1', 'tier-1'] });
  const add = ['grade-b', 'category-2', 'tier-2'];
  expect((await t.call('POST', `/v1/contacts/${id}/tags`, { add })).body).toMatchObject({
    added: add,
    removed: ['grade-a', 'tier-1'],
    tags: ['category-1', 'category-2', 'grade-b', 'tier-2'],
  });
  const past = t.house.deps.db.write({
    load: {},
    plan: () => ({
      statements: [
        statement(
          "insert into contact_tags (contact_id, tag_key, single_group, added_at, added_by) values (?, 'tier-1', 'tier', 0, 'system:system')",
          [id],
        ),
      ],
      answer: () => undefined,
    }),
  });
  await expect(past).rejects.toThrow(/UNIQUE/);
});

it('C5 dormant, at risk and negative value, apart from the stage, each with the figures that fired it', async () => {
  const customer = () => createPerson(t, { stages: { 'seven-stage': 'customer' } });
  const [dormant, risky, costly] = [await customer(), await customer(), await customer()];
  t.clock.advance(50 * DAY);
  await log(risky.id, 'call');
  await log(costly.id, 'call');
  t.clock.advance(46 * DAY);
  for (let i = 0; i < 3; i++) await log(costly.id, 'complaint');
  const fired = async (id: string) => (await get(`/v1/contacts/${id}/card`)).health;
  expect(await fired(dormant.id)).toMatchObject({
    state: 'dormant',
    fired: [
      { rule: 'no-touch', figures: { days: 96, limit_days: 90 } },
      { rule: 'silence', figures: { days: 96, limit_days: 45 } },
    ],
  });
  expect(await fired(risky.id)).toMatchObject({
    state: 'at_risk',
    fired: [{ rule: 'silence', figures: { days: 46 } }],
  });
  expect(await fired(costly.id)).toMatchObject({
    state: 'negative_value',
    fired: [
      { rule: 'complaints-without-purchase', figures: { complaints: 3, purchases: 0 } },
      { rule: 'complaints-rose' },
    ],
  });
  await checkHealth(t.house.deps);
  for (const [state, { id }] of Object.entries({ dormant, at_risk: risky, negative_value: costly })) {
    const listed = (await get(`/v1/contacts?health=${state}`)).data;
    expect(listed.map((one: { id: string }) => one.id)).toContain(id);
    expect((await get(`/v1/contacts/${id}/transitions`)).data).toHaveLength(1);
  }
});

it('C6 attack and defence: potential across, our share up; a quadrant for each, counted, listed, every change logged', async () => {
  await field('potential');
  await field('our_share');
  const matrix = { x_field: 'potential', y_field: 'our_share', x_cut: 100, y_cut: 0.5 };
  await t.call('PATCH', '/v1/settings', { matrix });
  await swept();
  const at = async (potential: number, our_share: number) =>
    (await createPerson(t, { fields: { potential, our_share } })).id as string;
  const people = {
    base: await at(100, 0.5),
    attack: await at(100, 0.4),
    maintain: await at(99, 0.5),
    harass: await at(99, 0.4),
  };
  for (const [quadrant, id] of Object.entries(people)) {
    expect((await get(`/v1/contacts?quadrant=${quadrant}`)).data.map((one: { id: string }) => one.id)).toEqual([id]);
    expect((await get(`/v1/contacts/${id}/card`)).quadrant).toBe(quadrant);
  }
  await t.call('PATCH', `/v1/contacts/${people.attack}`, { fields: { our_share: 0.6 } });
  const { data } = await get('/v1/events?limit=200');
  expect(data.findLast((one: { type: string }) => one.type === 'contact.quadrant_changed').data).toEqual({
    contact_id: people.attack,
    from: 'attack',
    to: 'base',
  });
  const { quadrants, n } = await get('/v1/reports/matrix');
  expect([n, ...quadrants.map((one: { contacts: number }) => one.contacts)]).toEqual([4, 2, 0, 1, 1]);
  expect(quadrants.map((one: { labels: object }) => (one.labels as { 'zh-CN': string })['zh-CN'])).toEqual([
    '根据地',
    '进攻',
    '维持',
    '侵扰',
  ]);
  const csv = (await t.call('GET', '/v1/reports/matrix.csv')).text.trimEnd().split('\r\n');
  expect(csv[0]).toBe('quadrant,contacts,method,parameters,n,without_figures');
  expect(csv.slice(1).map((line) => line.split(',').slice(0, 2).join())).toEqual([
    'base,2',
    'attack,0',
    'maintain,1',
    'harass,1',
  ]);
});

it('C8 origin: public, other’s or private, and who referred them; the first touch stays whatever is corrected later', async () => {
  const { id: giver } = await createPerson(t);
  const made = await t.call('POST', '/v1/contacts', {
    display_name: '李娜',
    source: 'ad',
    origin: { domain: 'public' },
  });
  const { id } = made.body;
  const origin = { source: 'ad', domain: 'public', referrer_id: null, at: made.body.created_at };
  expect(made.body).toMatchObject({ source: 'ad', origin });
  t.clock.advance(DAY);
  const told = await t.call('PATCH', `/v1/contacts/${id}`, { source: 'event', origin: { referrer_id: giver } });
  expect(told.body).toMatchObject({ source: 'event', origin: { ...origin, referrer_id: giver } });
  expect((await get(`/v1/contacts/${id}`)).origin).toEqual(told.body.origin);
  for (const [given, pointer, code] of [
    [{ domain: 'private' }, '/origin/domain', 'conflict'],
    [{ referrer_id: id }, '/origin/referrer_id', 'contact-unknown'],
    [{ referrer_id: 'con_nobody' }, '/origin/referrer_id', 'contact-unknown'],
    [{ referrer_id: (await createPerson(t)).id }, '/origin/referrer_id', 'conflict'],
  ] as const) {
    const refused = await t.call('PATCH', `/v1/contacts/${id}`, { origin: given });
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
      code === 'conflict' ? 409 : 422,
      code,
      pointer,
    ]);
  }
  // Said again it changes nothing; the database holds it as well.
  expect((await t.call('PATCH', `/v1/contacts/${id}`, { origin: { domain: 'public' } })).body.version).toBe(2);
  const past = t.house.deps.db.write({
    load: {},
    plan: () => ({
      statements: [statement("update contacts set first_source = 'other' where id = ?", [id])],
      answer: () => undefined,
    }),
  });
  await expect(past).rejects.toThrow(/first touch/);
  // In bulk by the same rule, and found by it.
  const item = {
    identities: [{ channel: 'email', handle: 'c8@example.com' }],
    display_name: 'C8',
    origin: { domain: 'private', referrer_id: giver },
  };
  await t.call('POST', '/v1/batch/contacts', { mode: 'each', items: [item] });
  const again = await t.call('POST', '/v1/batch/contacts', {
    mode: 'each',
    items: [{ ...item, origin: { domain: 'other' } }],
  });
  expect(again.body.results[0].problem.code).toBe('conflict');
  const filter = { field: 'referrer', op: 'eq', value: giver };
  const found = (await t.call('POST', '/v1/contacts/search', { filter })).body.data;
  expect(found.map((one: { origin: { domain: string } }) => one.origin.domain).sort()).toEqual(['private', 'public']);
  const { version } = await get(`/v1/contacts/${id}`);
  await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': `"${version}"` });
  const rep = await signIn(t, 'rep');
  expect((await rep.call('POST', '/v1/contacts', { display_name: 'X', origin: { referrer_id: id } })).body.code).toBe(
    'contact-unknown',
  );
});

it('C9 about 60 % of leads are valid: by source and week, with what is not decided yet as bounds', async () => {
  const own = await startHouse();
  try {
    const week = 7 * DAY;
    const people = async (source: string, valid: number, invalid: number, undecided: number) => {
      const stages = [...Array(valid).fill('mql'), ...Array(invalid + undecided).fill('lead')];
      for (const [i, stage] of stages.entries()) {
        const made = await own.call('POST', '/v1/contacts', {
          display_name: `${source} ${i}`,
          source,
          stages: { 'seven-stage': stage },
        });
        if (i >= valid && i < valid + invalid)
          await own.call('POST', `/v1/contacts/${made.body.id}/close`, {
            outcome: 'disqualified',
            reason: { code: 'wrong-contact' },
          });
      }
    };
    await people('ad', 3, 2, 0);
    own.clock.advance(week);
    await people('ad', 1, 0, 1);
    await people('event', 2, 2, 1);
    const { data, method } = (await own.call('GET', '/v1/reports/validity')).body;
    expect(method.key).toBe('validity-bounds');
    const rows = data.map((one: Record<string, unknown>) => [
      one.group,
      one.source,
      one.people,
      one.validity,
      one.at_least,
      one.at_most,
    ]);
    expect(rows).toEqual([
      ['source-week', 'ad', 5, 0.6, 0.6, 0.6],
      ['source-week', 'ad', 2, 1, 0.5, 1],
      ['source-week', 'event', 5, 0.5, 0.4, 0.6],
      ['source', 'ad', 7, 0.6667, 0.5714, 0.7143],
      ['source', 'event', 5, 0.5, 0.4, 0.6],
      ['all', null, 12, 0.6, 0.5, 0.6667],
    ]);
  } finally {
    await own.close();
  }
});
