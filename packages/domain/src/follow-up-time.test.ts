import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, endOfDay, isZone, localAt, localNow, toInstant } from './follow-up-time.ts';

const at = (local: string, zone: string) => {
  const got = toInstant({ local, zone });
  return got.ok ? [new Date(got.at).toISOString(), got.local] : got.code;
};

describe('a local time and its zone', () => {
  it.each([
    ['2026-11-27T10:00', 'Asia/Shanghai', '2026-11-27T02:00:00.000Z', '2026-11-27T10:00'],
    ['2026-11-27T10:00:30', 'Asia/Shanghai', '2026-11-27T02:00:30.000Z', '2026-11-27T10:00:30'],
    ['2026-07-01T10:00', 'Europe/Berlin', '2026-07-01T08:00:00.000Z', '2026-07-01T10:00'],
    ['2026-12-01T10:00', 'Europe/Berlin', '2026-12-01T09:00:00.000Z', '2026-12-01T10:00'],
    ['2026-12-01T10:00', 'Asia/Kathmandu', '2026-12-01T04:15:00.000Z', '2026-12-01T10:00'],
    ['2026-12-01T10:00', 'UTC', '2026-12-01T10:00:00.000Z', '2026-12-01T10:00'],
    ['2026-12-01T10:00', 'Pacific/Kiritimati', '2026-11-30T20:00:00.000Z', '2026-12-01T10:00'],
  ])('%s in %s', (local, zone, instant, happens) => {
    expect(at(local, zone)).toEqual([instant, happens]);
  });

  it.each([
    ['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00'],
    ['2026-03-29T02:59', 'Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08T03:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z', '2026-10-04T02:30'],
    // Samoa skipped a whole day when it crossed the date line
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31T00:00'],
  ])('%s in %s does not exist and becomes the next time that does', (local, zone, instant, happens) => {
    expect(at(local, zone)).toEqual([instant, happens]);
  });

  it.each([
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ])('%s in %s happens twice and means the first', (local, zone, instant) => {
    expect(at(local, zone)).toEqual([instant, local]);
  });

  it.each([
    '2026-11-27',
    '2026-11-27T10:00Z',
    '2026-11-27T10:00+08:00',
    '2026-02-30T10:00',
    '2026-11-27T24:00',
    '2026-11-27T10:60',
    '2026-11-27 10:00',
    '0001-01-01T00:00',
    '',
  ])('refuses %s', (local) => {
    expect(at(local, 'Asia/Shanghai')).toBe('local-time-malformed');
  });

  it.each(['Mars/Olympus', '+08:00', '', 'x'.repeat(1000)])('refuses the zone %s', (zone) => {
    expect(at('2026-11-27T10:00', zone)).toBe('zone-unknown');
    expect(isZone(zone)).toBe(false);
  });

  it('every local time comes out as itself, or as the end of the gap it fell into', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Africa/Casablanca',
      'Pacific/Chatham',
      'Asia/Tehran',
    );
    const minutes = fc.integer({ min: Date.parse('2000-01-01') / 60_000, max: Date.parse('2037-01-01') / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        const got = toInstant({ local, zone });
        if (!got.ok) throw new Error(got.code);
        expect(localAt(got.at, zone)).toBe(got.local);
        expect(got.local >= local).toBe(true);
        // Nothing a little earlier shows a local time as late: it is the first, and a gap is left at its very end.
        if (got.local !== local) expect(localAt(got.at - 60_000, zone) < local).toBe(true);
        else for (const earlier of [30, 60]) expect(localAt(got.at - earlier * 60_000, zone)).not.toBe(local);
      }),
      { numRuns: 1000 },
    );
  });

  it('every instant is found again, or its double an hour or less before', () => {
    const instants = fc.integer({ min: Date.parse('2000-01-01') / 60_000, max: Date.parse('2037-01-01') / 60_000 });
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'),
        instants,
        (zone, minute) => {
          const instant = minute * 60_000;
          const got = toInstant({ local: localAt(instant, zone), zone });
          if (!got.ok) throw new Error(got.code);
          expect([0, 30 * 60_000, 3_600_000]).toContain(instant - got.at);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the agenda', () => {
  const now = Date.parse('2026-11-24T15:30:00Z'); // 23:30 in Shanghai

  it('goes by the day of the zone it is read in', () => {
    const later = now + 3_600_000;
    expect(bucketOf(later, now, 'Asia/Shanghai')).toBe('upcoming');
    expect(bucketOf(later, now, 'Europe/Berlin')).toBe('today');
  });

  it('calls overdue what is past, and due what is now', () => {
    expect(bucketOf(now - 1, now, 'Asia/Shanghai')).toBe('overdue');
    expect(bucketOf(now, now, 'Asia/Shanghai')).toBe('today');
  });

  it('ends a day with the first instant of the next, also where midnight is skipped or the last hour comes twice', () => {
    const ends = (noon: string, zone: string) => new Date(endOfDay(Date.parse(noon), zone)).toISOString();
    expect(ends('2026-11-24T12:00:00Z', 'Asia/Shanghai')).toBe('2026-11-24T16:00:00.000Z');
    expect(ends('2027-03-27T12:00:00Z', 'Asia/Beirut')).toBe('2027-03-27T22:00:00.000Z');
    expect(ends('2027-04-03T12:00:00Z', 'America/Santiago')).toBe('2027-04-04T04:00:00.000Z');
  });

  it('keeps the seconds it was given, so that instant and local time are the same moment', () => {
    const zone = 'Asia/Shanghai';
    const given = toInstant({ local: '2026-11-27T10:00:30', zone });
    expect(given).toEqual({ ok: true, at: Date.parse('2026-11-27T02:00:30Z'), local: '2026-11-27T10:00:30' });
    expect(given.ok && toInstant({ local: given.local, zone })).toEqual(given);
    expect(toInstant({ local: '2026-11-27T10:00:00', zone })).toMatchObject({ local: '2026-11-27T10:00' });
  });

  it('tells the local time', () => {
    expect(localNow('Asia/Shanghai', now)).toBe('2026-11-24T23:30');
    expect(() => localNow('Mars/Olympus', now)).toThrow(RangeError);
  });
});
