// Product rule 13: due times are kept as local time and zone, so a reminder is right across daylight saving.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { cases } from './effort.ts';
import { person } from './programs.ts';

let t: TestHouse;
let id: string;
beforeAll(async () => {
  t = await startHouse();
  id = await person(t);
});
afterAll(() => t.close());

const ZONES = [
  'Asia/Shanghai',
  'Europe/Madrid',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
];
// Hours that do not exist, and hours that come twice.
const TURNS = [
  { local: '2027-03-14T02:30', zone: 'America/New_York' },
  { local: '2027-11-07T01:30', zone: 'America/New_York' },
  { local: '2027-03-28T02:00', zone: 'Europe/Madrid' },
  { local: '2027-10-31T02:59', zone: 'Europe/Madrid' },
  { local: '2027-10-03T02:15', zone: 'Australia/Lord_Howe' },
  { local: '2028-04-02T01:45', zone: 'Australia/Lord_Howe' },
];
const MINUTE = 60_000;
const pad = (n: number, width = 2) => String(n).padStart(width, '0');
const due = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...TURNS) },
  {
    weight: 4,
    arbitrary: fc.record({
      local: fc
        .integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2031, 0, 1) / MINUTE })
        .map((minute) => new Date(minute * MINUTE).toISOString().slice(0, 16)),
      zone: fc.constantFrom(...ZONES),
    }),
  },
);

const clocks = new Map(
  ZONES.map((zone) => [
    zone,
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }),
  ]),
);
/** What a clock on the wall there shows. */
function wall(at: number, zone: string): string {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = (clocks.get(zone)?.format(at).match(/\d+/g) ?? []).map(
    Number,
  );
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
}
/** Every instant at which the clock there shows this time: found by looking at each quarter hour of offset there can be. */
function instantsOf(local: string, zone: string): number[] {
  const near = Date.parse(`${local}:00Z`);
  const offsets = Array.from({ length: 26 * 4 + 1 }, (_, i) => (i - 12 * 4) * 15 * MINUTE);
  return offsets
    .map((offset) => near - offset)
    .filter((at) => wall(at, zone) === local)
    .sort((a, b) => a - b);
}

function expectRight(given: { local: string; zone: string }, answered: { local: string; zone: string; at: string }) {
  const at = Date.parse(answered.at);
  const instants = instantsOf(given.local, given.zone);
  expect(answered.zone).toBe(given.zone);
  expect(answered.local).toBe(wall(at, given.zone));
  if (instants.length > 0) {
    // One that comes twice means the first.
    expect([answered.local, at]).toEqual([given.local, instants[0]]);
    return;
  }
  // One that does not exist means the next that does: the minute before it, the clock still showed an earlier time.
  expect(answered.local > given.local).toBe(true);
  expect(wall(at - MINUTE, given.zone) < given.local).toBe(true);
}

it('rule 13: a due time is the instant at which the clock there shows it: planned, put off, changed, and after any wait', async () => {
  await fc.assert(
    fc.asyncProperty(due, due, due, fc.nat(400), async (first, later, last, days) => {
      const made = await t.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due: first });
      expectRight(first, made.body.due);
      const path = `/v1/follow-ups/${made.body.id}`;
      expectRight(later, (await t.call('POST', `${path}/snooze`, { until: later })).body.due);
      const changed = (await t.call('PATCH', path, { due: last })).body.due;
      expectRight(last, changed);
      t.clock.advance(days * 24 * 60 * MINUTE);
      const read = (await t.call('GET', path)).body;
      expect(read.due).toEqual(changed);
      // Overdue is a matter of the instant, whatever the zone of the one who looks.
      expect(read.bucket === 'overdue').toBe(Date.parse(changed.at) < t.clock.now());
      await t.call('POST', `${path}/cancel`);
    }),
    cases(150),
  );
});

// About now, where buckets meet, or any time.
const soon = fc.oneof(
  due,
  fc.record({ minutes: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ minutes: fc.integer({ min: -1500, max: 1500 }) }),
);

it('rule 13: every open follow-up is in exactly one bucket of the agenda, by the day of the one who looks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(soon, { minLength: 1, maxLength: 8 }), fc.constantFrom(...ZONES), async (dues, zone) => {
      await t.call('PATCH', '/v1/settings', { zone });
      const one = await person(t);
      const ids: string[] = [];
      for (const given of dues) {
        const time = 'minutes' in given ? { local: wall(t.clock.now() + given.minutes * MINUTE, zone), zone } : given;
        ids.push((await t.call('POST', '/v1/follow-ups', { contact_id: one, title: 'Call', due: time })).body.id);
      }
      const found: string[] = [];
      const today = wall(t.clock.now(), zone).slice(0, 10);
      for (const bucket of ['overdue', 'today', 'upcoming']) {
        const { data } = (await t.call('GET', `/v1/follow-ups?contact_id=${one}&bucket=${bucket}&limit=200`)).body;
        for (const row of data) {
          const at = Date.parse(row.due.at);
          const right = at < t.clock.now() ? 'overdue' : wall(at, zone).slice(0, 10) === today ? 'today' : 'upcoming';
          expect([row.bucket, right]).toEqual([bucket, bucket]);
          found.push(row.id);
        }
      }
      expect(found.sort()).toEqual(ids.sort());
    }),
    cases(25),
  );
});

it('rule 13: an hour that comes twice before midnight is still of its own day in every bucket', async () => {
  // Clocks in Santiago go from 24:00 back to 23:00 on Saturday, 3 April 2027.
  await t.call('PATCH', '/v1/settings', { zone: 'America/Santiago' });
  t.clock.advance(Date.parse('2027-04-04T01:00:00Z') - t.clock.now());
  const one = await person(t);
  const plan = async (local: string) =>
    (await t.call('POST', '/v1/follow-ups', { contact_id: one, title: 'Call', due: { local, zone: 'UTC' } })).body.id;
  const [second, next] = [await plan('2027-04-04T03:30'), await plan('2027-04-04T04:00')];
  const bucket = async (name: string) =>
    (await t.call('GET', `/v1/follow-ups?contact_id=${one}&bucket=${name}`)).body.data.map(
      (row: { id: string; bucket: string }) => [row.id, row.bucket],
    );
  expect(await bucket('today')).toEqual([[second, 'today']]);
  expect(await bucket('upcoming')).toEqual([[next, 'upcoming']]);
});
