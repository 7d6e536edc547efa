// Classification: typed fields, rules that tag by them and give way to people, the matrix, grades and warmth.
import { checkHouse, classifyWaiting } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { importFile, rowsOf } from '../support/imports.ts';
import { createPerson, signIn } from './people.ts';

let t: TestHouse;
const labels = { en: 'X', 'zh-CN': '某' };
beforeAll(async () => {
  t = await startHouse();
  for (const [key, type] of [
    ['employees', 'number'],
    ['potential', 'number'],
    ['share', 'number'],
    ['since', 'date'],
    ['vip', 'boolean'],
  ])
    expect((await t.call('POST', '/v1/fields', { key, type, labels })).status).toBe(201);
  const choices = ['retail', 'farm'].map((key) => ({ key, labels }));
  await t.call('POST', '/v1/fields', { key: 'trade', type: 'choice', labels, choices });
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

/** Joins the sweep under way, or finds nobody waiting. */
const swept = () => classifyWaiting(t.house.deps);
const tagsOf = async (id: string): Promise<string[]> => (await t.call('GET', `/v1/contacts/${id}`)).body.tags;
const setFields = (id: string, fields: object) => t.call('PATCH', `/v1/contacts/${id}`, { fields });
const explain = async (id: string) => (await t.call('GET', `/v1/contacts/${id}/classification`)).body;
let groups = 0;
/** A single-choice group of its own with household, sme and large, and a rule over employees. */
async function pyramid() {
  groups += 1;
  const group = `tier-${groups}`;
  await t.call('POST', '/v1/tag-groups', { key: group, mode: 'single', labels });
  const [household, sme, large] = ['household', 'sme', 'large'].map((name) => `${name}-${groups}`) as [
    string,
    string,
    string,
  ];
  for (const key of [household, sme, large]) await t.call('POST', '/v1/tags', { key, group, labels });
  const rule = {
    key: `by-size-${groups}`,
    field: 'employees',
    group,
    labels,
    cases: [{ at_least: 1_500, tag: large }, { at_least: 10, tag: sme }, { tag: household }],
  };
  const make = async () => {
    const made = await t.call('POST', '/v1/rules', rule);
    await swept();
    return made;
  };
  return { group, rule, household, sme, large, make };
}

describe('C1 fields', () => {
  it('refuse a value of another type, every fault at once, on creating and on changing', async () => {
    const fields = { employees: '12', since: '2026-02-30', vip: 1, trade: 'mining', note: 'free' };
    const faults = ['/fields/employees', '/fields/since', '/fields/trade', '/fields/vip'];
    const before = await readTables(t.house);
    const made = await t.call('POST', '/v1/contacts', { display_name: '张伟', fields });
    expect([made.status, made.body.errors.map((one: { pointer: string }) => one.pointer).sort()]).toEqual([
      422,
      faults,
    ]);
    expect(difference(before, await readTables(t.house))).toEqual({});
    const { id } = await createPerson(t, { fields: { employees: 12, trade: 'farm', since: '2026-02-28', vip: false } });
    const changed = await setFields(id, fields);
    expect(changed.body.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual(faults);
    expect((await setFields(id, { employees: null, trade: 'retail' })).body.fields).toEqual({
      trade: 'retail',
      since: '2026-02-28',
      vip: false,
    });
  });

  it('that nobody declared stay free, unless the company says otherwise', async () => {
    const { id } = await createPerson(t, { fields: { shoe_size: 42 } });
    await t.call('PATCH', '/v1/settings', { undeclared_fields: 'refuse' });
    try {
      const refused = await setFields(id, { shoe_size: 43, emplyees: 1 });
      expect(refused.body.errors.map((one: { code: string }) => one.code)).toEqual(['field-unknown', 'field-unknown']);
      // What is there can still be taken away, and other fields be written.
      expect((await setFields(id, { shoe_size: null, employees: 3 })).body.fields).toEqual({ employees: 3 });
    } finally {
      await t.call('PATCH', '/v1/settings', { undeclared_fields: 'keep' });
    }
  });

  it('keep their type, and are not archived while a rule asks them', async () => {
    expect((await t.call('POST', '/v1/fields', { key: 'employees', type: 'text', labels })).body.code).toBe(
      'already-exists',
    );
    expect((await t.call('POST', '/v1/fields', { key: 'x', type: 'choice', labels })).body.errors[0].pointer).toBe(
      '/choices',
    );
    expect((await t.call('PATCH', '/v1/fields/employees', { type: 'text' })).status).toBe(422);
    const { rule, make } = await pyramid();
    await make();
    const refused = await t.call('PATCH', '/v1/fields/employees', { archived: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
    const rep = await signIn(t, 'rep');
    expect((await rep.call('POST', '/v1/fields', { key: 'mine', type: 'text', labels })).status).toBe(403);
  });
});

describe('C1 rules', () => {
  it('tag by a threshold on creating, on changing, and everybody there is when they are made', async () => {
    const { rule, make, household, sme, large } = await pyramid();
    const before = await Promise.all(
      [5, 10, 1_499, 1_500].map((employees) => createPerson(t, { fields: { employees } })),
    );
    const without = await createPerson(t);
    expect((await make()).status).toBe(201);
    expect(await Promise.all(before.map(({ id }) => tagsOf(id)))).toEqual([[household], [sme], [sme], [large]]);
    expect(await tagsOf(without.id)).toEqual([]);
    const made = await createPerson(t, { fields: { employees: 2_000 }, tags: ['grade-a'] });
    expect(made.tags).toEqual(['grade-a', large]);
    expect((await setFields(made.id, { employees: 20 })).body.tags).toEqual(['grade-a', sme]);
    const events = (await t.call('GET', '/v1/events?limit=200')).body.data;
    expect(events.at(-1)).toMatchObject({
      type: 'contact.tags_changed',
      data: { contact_id: made.id, added: [sme], removed: [large], by: 'rule' },
    });
    expect((await setFields(made.id, { employees: null })).body.tags).toEqual(['grade-a']);
    // Another threshold, and everybody follows.
    await t.call('PATCH', `/v1/rules/${rule.key}`, { cases: [{ at_least: 1_000, tag: large }] });
    await swept();
    expect(await Promise.all(before.map(({ id }) => tagsOf(id)))).toEqual([[], [], [large], [large]]);
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
  });

  it('give way to a person, who says why, and say what they would have said', async () => {
    const { rule, make, household, sme, large } = await pyramid();
    await make();
    const { id } = await createPerson(t, { fields: { employees: 2_000 } });
    const reason = '子公司，按母公司算';
    const said = await t.call('POST', `/v1/contacts/${id}/tags`, { add: [household], reason });
    expect(said.body).toMatchObject({ added: [household], removed: [large] });
    await setFields(id, { employees: 20 });
    expect(await tagsOf(id)).toEqual([household]);
    expect((await explain(id)).rules).toMatchObject([
      {
        rule: rule.key,
        field: 'employees',
        value: 20,
        case: 1,
        ruled: sme,
        tag: household,
        override: { tag: household, reason, actor: { kind: 'key' } },
      },
    ]);
    const freed = await t.call('DELETE', `/v1/contacts/${id}/overrides/${rule.key}`);
    expect([freed.status, freed.body.rules[0]]).toMatchObject([200, { tag: sme, override: null }]);
    expect(await tagsOf(id)).toEqual([sme]);
    expect((await t.call('DELETE', `/v1/contacts/${id}/overrides/${rule.key}`)).status).toBe(404);
    // To have none is a decision as well.
    await t.call('POST', `/v1/contacts/${id}/tags`, { remove: [sme], reason: 'closed down' });
    await setFields(id, { employees: 3_000 });
    expect(await tagsOf(id)).toEqual([]);
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
  });

  it('leave a tag that somebody set before there was a rule, and no reason is kept where no rule speaks', async () => {
    const { rule, make, household, large } = await pyramid();
    const { id } = await createPerson(t, { fields: { employees: 9_000 }, tags: [household] });
    await make();
    expect(await tagsOf(id)).toEqual([household]);
    expect((await explain(id)).rules[0]).toMatchObject({ ruled: large, override: { tag: household, reason: null } });
    const idle = await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-b'], reason: 'because' });
    expect([idle.status, idle.body.errors[0].pointer]).toEqual([422, '/reason']);
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
  });

  it('are refused where no case can fit, and two may not share a single-choice group', async () => {
    const { rule, make, sme } = await pyramid();
    const bad = await t.call('POST', '/v1/rules', {
      ...rule,
      cases: [
        { at_least: 5, below: 5, tag: sme },
        { equals: 'many', tag: 'grade-a' },
      ],
    });
    expect(bad.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([
      '/cases/0/below',
      '/cases/1/tag',
      '/cases/1/equals',
    ]);
    await make();
    expect((await t.call('POST', '/v1/rules', { ...rule, key: 'second' })).body).toMatchObject({
      code: 'already-exists',
      rule: rule.key,
    });
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
  });

  it('judge whoever is written in bulk as well: a batch at once or soon after, an import soon after', async () => {
    const { rule, make, household, sme, large } = await pyramid();
    await make();
    const one = (handle: string, employees: unknown) => ({
      display_name: '张伟',
      identities: [{ channel: 'email', handle }],
      fields: { employees },
    });
    const batch = (items: object[]) => t.call('POST', '/v1/batch/contacts', { mode: 'each', items });
    const first = await batch([one('bulk1@example.com', 2), one('bulk2@example.com', 'many')]);
    expect(first.body.results.map((result: { status: number }) => result.status)).toEqual([201, 422]);
    const id = first.body.results[0].contact_id;
    expect(await tagsOf(id)).toEqual([household]);
    await batch([one('bulk1@example.com', 20)]);
    await swept();
    expect(await tagsOf(id)).toEqual([sme]);

    const file = 'Email,Employees\nimport1@example.com, 2000\nimport2@example.com,lots\n';
    const mapping = { Email: 'identity:email', Employees: 'field:employees' };
    const done = await importFile(t, file, { mapping });
    expect((await rowsOf(t, done.id)).map((row) => row.reasons.map((why: object) => why))).toMatchObject([
      [],
      [{ code: 'field-invalid', column: 'Employees' }],
    ]);
    await swept();
    const { data } = (await t.call('GET', '/v1/contacts?q=import1@example.com')).body;
    expect(data).toMatchObject([{ fields: { employees: 2_000 }, tags: [large] }]);
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
  });

  it('forget with an erased person what was said about them', async () => {
    const { rule, make, household } = await pyramid();
    await make();
    const { id } = await createPerson(t, { fields: { employees: 9_000 } });
    await t.call('POST', `/v1/contacts/${id}/tags`, { add: [household], reason: '机密' });
    const { version } = (await t.call('GET', `/v1/contacts/${id}`)).body;
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': `"${version}"` });
    const words = Object.values(await readTables(t.house)).flatMap((rows) =>
      [...rows.values()].filter((row) => JSON.stringify(row).includes('机密')),
    );
    expect(words).toEqual([]);
    await t.call('PATCH', `/v1/rules/${rule.key}`, { archived: true });
  });
});

describe('C2 cadence', () => {
  it('a grade says how often somebody is to be heard of: A most, as the company sets it', async () => {
    const { id, created_at } = await createPerson(t, { tags: ['grade-a'] });
    const due = async () => (await t.call('GET', `/v1/contacts/${id}/card`)).body.cadence;
    const days = (count: number) => new Date(Date.parse(created_at) + count * 86_400_000).toISOString();
    expect(await due()).toEqual({ tag: 'grade-a', days: 7, due_at: days(7) });
    await t.call('PATCH', '/v1/settings', { grade_cadence_days: { 'grade-a': 3 } });
    expect(await due()).toEqual({ tag: 'grade-a', days: 3, due_at: days(3) });
    t.clock.advance(1000);
    const occurred_at = new Date(t.clock.now()).toISOString();
    await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'call',
      direction: 'outbound',
      occurred_at,
      summary: 'x',
    });
    expect((await due()).due_at).toBe(new Date(t.clock.now() + 3 * 86_400_000).toISOString());
    await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-c'] });
    expect(await due()).toBeNull();
  });
});

describe('C6 the matrix', () => {
  it('places everybody with both figures, follows their changes as events, and the cut lines when they move', async () => {
    const people: Record<string, string> = {};
    for (const [name, fields] of Object.entries({
      base: { potential: 100, share: 0.5 },
      attack: { potential: 100, share: 0.1 },
      maintain: { potential: 9, share: 0.9 },
      harass: { potential: 9, share: 0 },
      none: { potential: 9 },
    }))
      people[name] = (await createPerson(t, { fields })).id;
    const bad = await t.call('PATCH', '/v1/settings', {
      matrix: { x_field: 'trade', y_field: 'no', x_cut: 1, y_cut: 1 },
    });
    expect(bad.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([
      '/matrix/x_field',
      '/matrix/y_field',
    ]);
    const matrix = { x_field: 'potential', y_field: 'share', x_cut: 100, y_cut: 0.5 };
    expect((await t.call('PATCH', '/v1/settings', { matrix })).status).toBe(200);
    await swept();
    const listed = async (quadrant: string) =>
      (await t.call('GET', `/v1/contacts?quadrant=${quadrant}`)).body.data.map((one: { id: string }) => one.id);
    for (const name of ['base', 'attack', 'maintain', 'harass']) expect(await listed(name)).toEqual([people[name]]);
    const counts = async () =>
      (await t.call('GET', '/v1/reports/matrix')).body.quadrants.map((one: { contacts: number }) => one.contacts);
    expect(await counts()).toEqual([1, 1, 1, 1]);
    expect((await t.call('GET', '/v1/reports/matrix')).body).toMatchObject({ n: 4, matrix, sweeping: false });

    await setFields(people.none ?? '', { share: 0.7 });
    await setFields(people.harass ?? '', { potential: 500 });
    const events = (await t.call('GET', '/v1/events?limit=200')).body.data.filter(
      (one: { type: string }) => one.type === 'contact.quadrant_changed',
    );
    expect(events.slice(-2).map((one: { data: object }) => one.data)).toEqual([
      { contact_id: people.none, from: null, to: 'maintain' },
      { contact_id: people.harass, from: 'harass', to: 'attack' },
    ]);
    expect(await counts()).toEqual([1, 2, 2, 0]);
    expect((await explain(people.base ?? '')).matrix).toMatchObject({ quadrant: 'base', x: 100, y: 0.5 });
    expect((await t.call('GET', `/v1/contacts/${people.base}/card`)).body.quadrant).toBe('base');

    await t.call('PATCH', '/v1/settings', { matrix: { ...matrix, x_cut: 1 } });
    await swept();
    expect(await counts()).toEqual([3, 2, 0, 0]);
    await t.call('PATCH', '/v1/settings', { matrix: null });
    await swept();
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });
});

describe('L8 warming', () => {
  it('logged interactions warm, time cools; over the boiling point the move to SQL is proposed and not made', async () => {
    const { id } = await createPerson(t);
    const card = async () => (await t.call('GET', `/v1/contacts/${id}/card`)).body;
    const log = (kind: string, direction = 'inbound') =>
      t.call('POST', `/v1/contacts/${id}/interactions`, {
        kind,
        direction,
        occurred_at: new Date(t.clock.now()).toISOString(),
        summary: 'x',
      });
    expect((await card()).temperature).toEqual({ degrees: 0, boiling_point: 100, boiling: false });
    await log('meeting');
    await log('meeting');
    expect(await card()).toMatchObject({ temperature: { degrees: 80, boiling: false }, proposals: [] });
    await log('call');
    const ledger = (await t.call('GET', `/v1/contacts/${id}/transitions`)).body.data;
    expect(await card()).toMatchObject({
      temperature: { degrees: 100, boiling: true },
      proposals: [{ lifecycle: 'seven-stage', to: 'sql', because: 'boiling-point' }],
      contact: { stages: [{ stage: 'subscriber' }] },
    });
    expect((await explain(id)).proposals).toHaveLength(1);
    expect((await t.call('GET', `/v1/contacts/${id}/transitions`)).body.data).toEqual(ledger);
    t.clock.advance(14 * 86_400_000);
    expect(await card()).toMatchObject({ temperature: { degrees: 50, boiling: false }, proposals: [] });
    await t.call('PATCH', '/v1/settings', {
      warming: { boiling_point: 40, half_life_days: 14, points: { meeting: 40 } },
    });
    expect((await card()).proposals).toHaveLength(1);
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'sql' });
    expect((await card()).proposals).toEqual([]);
  });
});
