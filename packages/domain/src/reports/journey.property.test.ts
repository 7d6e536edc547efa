// Rule 1 and 12: two folds of one ledger, the position that lists and cards show and the journey that reports count, end alike.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LedgerRow, positionAsOf } from '../ledger.ts';
import type { Lifecycle, Stage } from '../lifecycles.ts';
import { wholeLife } from '../presets/whole-life.ts';
import { everyStage, journeyOf, outcomeOf } from './journey.ts';

const lost = wholeLife.stages.find((one) => one.key === 'lost') as Stage;
const lifecycle: Lifecycle = {
  ...wholeLife,
  stages: [...wholeLife.stages, { ...lost, key: 'unfit', terminal: 'disqualified' }],
  retired: [
    { ...lost, key: 'poached', into: 'lost' },
    { ...(wholeLife.stages[0] as Stage), key: 'cold', into: 'silent' },
  ],
};
const stage = fc.constantFrom(...everyStage(lifecycle).map((one) => one.key));
const minute = fc.integer({ min: 0, max: 30 });

// Rows as moves, closings, migrations, merges, corrections and undos leave them, late and in any order of effect.
const written = fc.oneof(
  { weight: 6, arbitrary: fc.record({ to: stage, source: fc.constantFrom('panel', 'api', 'import') }) },
  { weight: 2, arbitrary: fc.record({ to: stage, source: fc.constantFrom('migration', 'merge') }) },
  { weight: 1, arbitrary: fc.constant({ to: null, source: 'merge' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      to: stage,
      source: fc.constant('panel'),
      outcome: fc.constantFrom('lost' as const, 'disqualified' as const, 'churned' as const, 'open' as const),
      reason: fc.constantFrom('price', null),
    }),
  },
);
const act = fc.record({
  row: written,
  lateBy: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: minute }),
  takesBack: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(40) }),
});
const MINUTE = 60_000;

function rowsOf(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const [i, { row, lateBy, takesBack }] of acts.entries()) {
    const recordedAt = i * MINUTE;
    // A row is voided at most once, as the database itself holds.
    const free = rows.filter((one) => !rows.some((other) => other.voids === one.id));
    const target = takesBack === null ? undefined : free[takesBack % Math.max(1, free.length)];
    const about = target ? { ...target, outcome: null } : { from: null, ...row };
    rows.push({
      ...about,
      seq: i + 1,
      id: `trn_${i + 1}`,
      recordedAt,
      effectiveAt: target?.effectiveAt ?? recordedAt - lateBy * MINUTE,
      voids: target?.id ?? null,
    });
  }
  return rows;
}

it('rule 1: where somebody is, and whether they are closed there, is where their journey ends, asked for any time as known at any other', () => {
  const seen = { closed: 0, gone: 0, meant: 0 };
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 20 }), minute, minute, (acts, asOf, knownAt) => {
      const rows = rowsOf(acts);
      const position = positionAsOf(rows, asOf * MINUTE, knownAt * MINUTE);
      const journey = journeyOf(rows, lifecycle, { asOf: asOf * MINUTE, knownAt: knownAt * MINUTE });
      expect(journey.stage).toBe(position?.stage ?? null);
      if (!position) return void seen.gone++;
      const stay = journey.stays.at(-1);
      if (position.closed) {
        seen.closed++;
        expect(journey.closed).toMatchObject(position.closed);
        expect(stay?.leftAt).not.toBe(null);
        return;
      }
      // They are in their stage, and a closing still open is the one that stage means.
      expect(stay).toMatchObject({ stage: position.stage, leftAt: null });
      if (journey.closed) seen.meant++;
      if (journey.closed) expect(outcomeOf(lifecycle, position.stage)).not.toBe(null);
    }),
    { numRuns: 2_000 },
  );
  expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
});
