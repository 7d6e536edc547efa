// Health (product C5, P10): told by rules with their figures, on the card and in lists, the owner told at a civil hour, no stage moved.
import { checkHealth, tellNudges } from '@sidestage/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { START, startHouse, type TestHouse } from '../support/house.ts';
import { type Colleague, createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(() => t.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const customer = (more = {}) => createPerson(t, { stages: { 'seven-stage': 'customer' }, ...more });
const log = async (id: string, kind: string, daysAgo = 0) => {
  const occurred_at = new Date(t.clock.now() - daysAgo * DAY).toISOString();
  const body = { kind, direction: 'inbound', occurred_at, summary: 'x' };
  expect((await t.call('POST', `/v1/contacts/${id}/interactions`, body)).status).toBe(201);
};
const card = async (id: string) => (await t.call('GET', `/v1/contacts/${id}/card`)).body;
const listed = async (state: string) => {
  await checkHealth(t.house.deps);
  const { data } = (await t.call('GET', `/v1/contacts?health=${state}`)).body;
  return data.map((one: { id: string }) => one.id).sort();
};
const events = async (type: string) =>
  (await t.call('GET', '/v1/events?limit=200')).body.data.filter((one: { type: string }) => one.type === type);

describe('health', () => {
  it('C5 dormant, at risk, negative value: on the card with the figures that fired, and as a filter of lists', async () => {
    const [quiet, silent, angry, well] = [await customer(), await customer(), await customer(), await customer()];
    t.clock.advance(46 * DAY);
    for (const { id } of [angry, well]) await log(id, 'message');
    for (let i = 0; i < 3; i++) await log(angry.id, 'complaint', i);
    expect((await card(silent.id)).health).toEqual({
      state: 'at_risk',
      fired: [{ rule: 'silence', state: 'at_risk', figures: { days: 46, limit_days: 45 } }],
    });
    expect((await card(angry.id)).health.fired[0]).toEqual({
      rule: 'complaints-without-purchase',
      state: 'negative_value',
      figures: { complaints: 3, purchases: 0 },
    });
    expect(await listed('negative_value')).toEqual([angry.id]);
    expect(await listed('at_risk')).toEqual([quiet.id, silent.id].sort());
    expect(await listed('well')).toEqual([well.id]);
    await log(silent.id, 'call');
    t.clock.advance(44 * DAY);
    expect(await listed('dormant')).toEqual([quiet.id]);
    expect(await listed('at_risk,dormant')).toEqual([quiet.id]);
    const filter = { field: 'health', op: 'in', value: ['dormant', 'negative_value'] };
    const found = (await t.call('POST', '/v1/contacts/search', { filter })).body.data;
    expect(found.map((one: { id: string }) => one.id)).toContain(quiet.id);
  });

  it('P10 stuck: the stage’s own days are counted from entering it, however often the person is touched', async () => {
    const { id } = await createPerson(t, { stages: { 'seven-stage': 'opportunity' } });
    t.clock.advance(7 * DAY);
    await log(id, 'call');
    expect((await card(id)).health.fired).toEqual([
      { rule: 'stuck-in-stage', state: 'at_risk', figures: { days: 7, limit_days: 7 } },
    ]);
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'customer' });
    expect((await card(id)).health).toEqual({ state: 'well', fired: [] });
  });

  it('is found by time alone, told once as an event, and moves no stage', async () => {
    const { id } = await customer();
    await checkHealth(t.house.deps);
    const before = await readTables(t.house);
    t.clock.advance(45 * DAY - 1);
    await checkHealth(t.house.deps);
    expect(await events('contact.health_changed')).toEqual([]);
    t.clock.advance(1);
    await checkHealth(t.house.deps);
    expect(await checkHealth(t.house.deps)).toBe(0);
    const told = await events('contact.health_changed');
    expect(told.map((one: { data: object }) => one.data)).toEqual([
      { contact_id: id, from: 'well', to: 'at_risk', rules: ['silence'] },
    ]);
    expect(told[0].actor.kind).toBe('system');
    const change = difference(before, await readTables(t.house));
    expect(Object.keys(change).sort()).toEqual(['contact_health', 'events', 'health_progress']);
  });

  it('follows the settings: other limits, and a value field with its line', async () => {
    const { id } = await customer({ fields: { margin: -20 } });
    expect(await listed('well')).toEqual([id]);
    const set = await t.call('PATCH', '/v1/settings', { health: { value_field: 'margin' } });
    expect(set.body.health).toMatchObject({ value_field: 'margin', value_below: 0, dormant_days: 90 });
    expect(await listed('negative_value')).toEqual([id]);
    await t.call('PATCH', '/v1/settings', { health: { value_below: -30 } });
    expect(await listed('well')).toEqual([id]);
    for (const [health, pointer] of [
      [{ dormant_days: 0 }, '/health/dormant_days'],
      [{ purchases_fall_to: 2 }, '/health/purchases_fall_to'],
      [{ dormnt_days: 5 }, '/health/dormnt_days'],
    ] as const) {
      const refused = await t.call('PATCH', '/v1/settings', { health });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
    }
    const hours = await t.call('PATCH', '/v1/settings', { civil_hours: { from: '18:00', to: '09:00' } });
    expect([hours.status, hours.body.errors[0].pointer]).toEqual([422, '/civil_hours/to']);
  });

  it('is nothing for somebody closed, archived or erased, and leaves nothing of them behind', async () => {
    const made = [await customer(), await customer(), await customer()];
    t.clock.advance(100 * DAY);
    expect(await listed('dormant')).toHaveLength(3);
    const [closed, archived, erased] = made.map((one) => `/v1/contacts/${one.id}`);
    await t.call('POST', `${closed}/close`, { outcome: 'churned', reason: { code: 'dissatisfied' } });
    await t.call('POST', `${archived}/archive`);
    expect((await t.call('DELETE', erased ?? '', undefined, { 'if-match': '"1"' })).status).toBe(204);
    expect((await card(made[0].id)).health).toBe(null);
    await checkHealth(t.house.deps);
    expect((await readTables(t.house)).contact_health?.size).toBe(0);
  });
});

describe('a nudge', () => {
  let rep: Colleague;
  let id: string;
  beforeEach(async () => {
    rep = await signIn(t, 'rep');
    id = (await rep.call('POST', '/v1/contacts', newPerson({ stages: { 'seven-stage': 'customer' } }))).body.id;
    await checkHealth(t.house.deps);
  });
  const due = async () => (await events('nudge.due')).map((one: { data: object }) => one.data);

  it('P10 reaches the owner when their day begins there, once', async () => {
    // 08:00 UTC is 16:00 in Shanghai; six hours on it is night there.
    t.clock.advance(45 * DAY + 6 * HOUR);
    await checkHealth(t.house.deps);
    expect(await tellNudges(t.house.deps)).toBe(0);
    const morning = START + 46 * DAY - 7 * HOUR;
    t.clock.advance(morning - 1 - t.clock.now());
    expect(await tellNudges(t.house.deps)).toBe(0);
    t.clock.advance(1);
    expect(await tellNudges(t.house.deps)).toBe(1);
    expect(await tellNudges(t.house.deps)).toBe(0);
    expect(await due()).toEqual([{ contact_id: id, staff_id: rep.id, state: 'at_risk', rules: ['silence'] }]);
  });

  it('waits for the next morning where the server slept through the day, and is dropped where all is well again', async () => {
    t.clock.advance(45 * DAY);
    await checkHealth(t.house.deps);
    t.clock.advance(8 * HOUR);
    expect(await tellNudges(t.house.deps)).toBe(0);
    await log(id, 'call');
    await checkHealth(t.house.deps);
    t.clock.advance(DAY);
    expect(await tellNudges(t.house.deps)).toBe(0);
    expect((await readTables(t.house)).nudges?.size).toBe(0);
  });

  it('goes to whoever owns the contact by then, and to nobody where nobody does', async () => {
    const other = await signIn(t, 'rep');
    t.clock.advance(45 * DAY + 6 * HOUR);
    await checkHealth(t.house.deps);
    await t.call('PATCH', `/v1/contacts/${id}`, { owner_id: other.id });
    t.clock.advance(12 * HOUR);
    expect(await tellNudges(t.house.deps)).toBe(1);
    expect(await due()).toMatchObject([{ staff_id: other.id }]);
  });
});
