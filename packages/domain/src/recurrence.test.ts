import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from './follow-up-time.ts';
import { nextOccurrence, type Repeat } from './recurrence.ts';

const weekly: Repeat = { unit: 'week', interval: 1 };

describe('a follow-up that comes back', () => {
  it.each<[string, Repeat, string, string | null]>([
    ['2026-11-30T09:00', weekly, '2026-11-30T09:05', '2026-12-07T09:00'],
    // Done early: still the next of the series, not the same one again.
    ['2026-11-30T09:00', weekly, '2026-11-27T12:00', '2026-12-07T09:00'],
    // Done weeks late: what was missed is passed over.
    ['2026-11-30T09:00', weekly, '2026-12-22T08:00', '2026-12-28T09:00'],
    ['2026-11-30T09:00', { unit: 'week', interval: 2 }, '2026-12-08T08:00', '2026-12-14T09:00'],
    ['2026-11-30T09:00', { unit: 'day', interval: 3 }, '2026-11-30T10:00', '2026-12-03T09:00'],
    ['2027-01-31T09:00', { unit: 'month', interval: 1, day: 31 }, '2027-01-31T10:00', '2027-02-28T09:00'],
    // Due before the day of its series: that day is still ahead in the same month.
    ['2027-01-15T09:00', { unit: 'month', interval: 1, day: 31 }, '2027-01-15T10:00', '2027-01-31T09:00'],
    ['2027-01-15T09:00', { unit: 'month', interval: 1, day: 10 }, '2027-01-15T10:00', '2027-02-10T09:00'],
    ['2027-02-28T09:00', { unit: 'month', interval: 1, day: 31 }, '2027-02-28T10:00', '2027-03-31T09:00'],
    ['2028-02-29T09:00', { unit: 'month', interval: 12, day: 29 }, '2028-03-01T10:00', '2029-02-28T09:00'],
    ['2026-11-30T09:00', { ...weekly, until: '2026-12-07' }, '2026-11-30T10:00', '2026-12-07T09:00'],
    ['2026-12-07T09:00', { ...weekly, until: '2026-12-07' }, '2026-12-07T10:00', null],
  ])('%s %o done at %s → %s', (local, repeat, after, next) => {
    expect(nextOccurrence(local, repeat, after)).toBe(next);
  });

  it('keeps its hour across daylight saving', () => {
    const next = nextOccurrence('2026-10-19T10:00', weekly, '2026-10-19T11:00');
    expect(next).toBe('2026-10-26T10:00');
    const at = (local: string) => toInstant({ local, zone: 'Europe/Berlin' });
    expect([at('2026-10-19T10:00'), at(String(next))]).toMatchObject([
      { at: Date.parse('2026-10-19T08:00Z') },
      { at: Date.parse('2026-10-26T09:00Z') },
    ]);
  });

  it('is always later than what it follows, and never more than one turn after', () => {
    const repeats = fc.record({
      unit: fc.constantFrom<Repeat['unit']>('day', 'week', 'month'),
      interval: fc.integer({ min: 1, max: 52 }),
    });
    const minutes = fc.integer({ min: 0, max: 40 * 365 * 1440 });
    const local = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);
    fc.assert(
      fc.property(repeats, minutes, minutes, (repeat, due, done) => {
        const day = Number(local(due).slice(8, 10));
        const series = repeat.unit === 'month' ? { ...repeat, day } : repeat;
        const after = local(Math.max(due, done));
        const next = String(nextOccurrence(local(due), series, after));
        expect(next > after).toBe(true);
        const days = (Date.parse(`${next}Z`) - Date.parse(`${after}Z`)) / 86_400_000;
        const longest = repeat.interval * { day: 1, week: 7, month: 31 }[repeat.unit];
        expect(days).toBeLessThanOrEqual(longest + (repeat.unit === 'month' ? 3 : 0));
      }),
      { numRuns: 500 },
    );
  });
});
