import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveRows, foldPosition, foldVisits, type LedgerRow, positionAsOf } from './ledger.ts';
import { planCorrect } from './plan-correct.ts';
import { rowsOf, T0 } from './plan-move.test-support.ts';
import { SEED_REASONS } from './reasons.ts';

const reason = { code: 'entered-by-mistake' };
const correct = (rows: LedgerRow[], target: string, more: { mayLeave?: boolean; reason?: typeof reason } = {}) =>
  planCorrect({ rows, target, reason, reasons: SEED_REASONS, mayLeave: false, ...more });

/** The ledger with the row a correction adds. */
function apply(rows: LedgerRow[], target: string, wait = 1000): LedgerRow[] {
  const plan = correct(rows, target, { mayLeave: true });
  if (plan.kind !== 'corrected') throw new Error(plan.detail);
  const seq = rows.length + 1;
  const recordedAt = (rows.at(-1)?.recordedAt ?? T0) + wait;
  const { from, to, effectiveAt, voids } = plan;
  return [...rows, { seq, id: `trn_${seq}`, from, to, effectiveAt, recordedAt, voids, actorId: 'stf_2' }];
}

describe('a correction', () => {
  const rows = rowsOf('subscriber', 'lead', 'mql');

  it('takes back any row, long after and by anybody, and says where that leaves the contact', () => {
    expect(correct(rows, 'trn_2')).toMatchObject({ kind: 'corrected', voids: 'trn_2', from: 'mql', to: 'mql' });
    expect(correct(rows, 'trn_3')).toMatchObject({ from: 'mql', to: 'lead', position: { stage: 'lead' } });
  });

  it('needs a reason there is, with its note where it says nothing without', () => {
    expect(correct(rows, 'trn_2', { reason: { code: 'nonsense' } })).toMatchObject({ code: 'reason-unknown' });
    expect(correct(rows, 'trn_2', { reason: { code: 'other' } })).toMatchObject({ code: 'reason-note-required' });
  });

  it('refuses what was taken back before, and to leave nothing where nothing may be left', () => {
    expect(correct(apply(rows, 'trn_2'), 'trn_2')).toMatchObject({ code: 'undo-already' });
    expect(correct(rowsOf('subscriber'), 'trn_1')).toMatchObject({ code: 'undo-first-row' });
    expect(correct(rowsOf('subscriber'), 'trn_1', { mayLeave: true })).toMatchObject({ to: null, position: null });
  });

  it('of a row that took another back brings that one back, and so on, each row voided once at most', () => {
    let some = rows;
    for (let turn = 0; turn < 6; turn += 1) {
      const counts = effectiveRows(some).some((row) => row.id === 'trn_3');
      some = apply(some, counts ? 'trn_3' : (some.at(-1) as LedgerRow).id);
      expect(foldPosition(some)?.stage).toBe(counts ? 'lead' : 'mql');
    }
    const voids = some.flatMap((row) => row.voids ?? []);
    expect(new Set(voids).size).toBe(voids.length);
  });
});

describe('as of', () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ to: fc.constantFrom('a', 'b', 'c'), late: fc.nat(5000), wait: fc.nat(2000) }),
      fc.record({ pick: fc.nat(20), wait: fc.nat(2000) }),
    ),
    { minLength: 1, maxLength: 16 },
  );

  function play(script: readonly ({ to: string; late: number; wait: number } | { pick: number; wait: number })[]) {
    let rows: LedgerRow[] = [];
    let now = T0;
    for (const act of script) {
      now += act.wait;
      if ('to' in act) {
        const seq = rows.length + 1;
        const row = { seq, id: `trn_${seq}`, from: null, to: act.to, effectiveAt: now - act.late };
        rows = [...rows, { ...row, recordedAt: now, voids: null, actorId: 'stf_1' }];
      } else {
        const target = rows[act.pick % Math.max(1, rows.length)];
        if (!target || correct(rows, target.id, { mayLeave: true }).kind === 'refused') continue;
        rows = apply(rows, target.id, now - (rows.at(-1)?.recordedAt ?? now));
      }
    }
    return { rows, now };
  }

  it('now, by all that is known now, is the position; at any time it is the visit of that time', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: -6000, max: 40_000 }), (script, offset) => {
        const { rows, now } = play(script);
        expect(positionAsOf(rows, now, now)).toEqual(foldPosition(rows));
        const at = T0 + offset;
        const visit = foldVisits(rows).find((one) => one.enteredAt <= at && (one.leftAt === null || at < one.leftAt));
        expect(positionAsOf(rows, at, now)?.stage).toBe(visit?.stage);
      }),
    );
  });

  it('an answer stands for ever: whatever is recorded later changes none by what was known before', () => {
    fc.assert(
      fc.property(acts, fc.nat(40_000), fc.nat(16), (script, offset, cut) => {
        const { rows } = play(script);
        const early = rows.slice(0, cut);
        const later = rows.slice(cut).filter((row) => row.recordedAt > (early.at(-1)?.recordedAt ?? 0));
        const knownAt = early.at(-1)?.recordedAt ?? T0 - 1;
        expect(positionAsOf([...early, ...later], T0 + offset, knownAt)).toEqual(
          positionAsOf(early, T0 + offset, knownAt),
        );
      }),
    );
  });
});
