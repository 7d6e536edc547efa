// Histories in a few letters, for the tests of reports: days from a Monday, stages, closings, undone moves.
import type { LedgerRow } from '../ledger.ts';
import { sevenStage } from '../presets/seven-stage.ts';
import type { Person } from './journey.ts';
import type { Figures, Report } from './report.ts';

export const DAY = 86_400_000;
/** Monday 2 November 2026, midnight UTC. */
export const MONDAY = Date.parse('2026-11-02T00:00:00Z');
export const day = (n: number) => MONDAY + n * DAY;

export type Told = Partial<Omit<LedgerRow, 'effectiveAt'>> & { readonly day: number };

let seq = 0;
/** Rows as recorded, one after the other. */
export function rows(...told: readonly Told[]): LedgerRow[] {
  return told.map(({ day: on, ...more }) => {
    seq++;
    const effectiveAt = day(on);
    return { seq, id: `trn_${seq}`, from: null, to: null, effectiveAt, recordedAt: effectiveAt, voids: null, ...more };
  });
}

/** `{0: 'lead', 3: 'sql'}`: the day a stage was entered. */
export const walk = (stages: Readonly<Record<number, string>>): LedgerRow[] =>
  rows(...Object.entries(stages).map(([on, to]) => ({ day: Number(on), to })));

let people = 0;
export const person = (all: readonly LedgerRow[], more: Partial<Person> = {}): Person => ({
  id: `con_${++people}`,
  rows: all,
  ...more,
});

export const SPAN = { lifecycle: sevenStage, from: null, to: null, asOf: day(100), zone: 'UTC' } as const;

/** The figures of a report over people held in memory. */
export function reportOver(report: Report, people: Iterable<Person>): Figures {
  for (const person of people) report.add(person);
  return report.figures();
}
