// Ledgers and situations for the tests of moves.
import { foldPosition, type LedgerRow } from './ledger.ts';
import type { CriteriaFacts, Lifecycle, LifecyclePolicy } from './lifecycles.ts';
import { type MoveRequest, type MoveSituation, planMove } from './plan-move.ts';
import { sevenStage } from './presets/seven-stage.ts';
import { SEED_REASONS } from './reasons.ts';

export const T0 = 1_795_000_000_000;
export const HOUR = 3_600_000;
export const NOTHING: CriteriaFacts = { identityChannels: [], tags: [], interactionKinds: [] };

/** A ledger of moves one hour apart, ending with the contact in the last stage named. */
export function rowsOf(...stages: string[]): LedgerRow[] {
  return stages.map((to, index) => ({
    seq: index + 1,
    id: `trn_${index + 1}`,
    from: stages[index - 1] ?? null,
    to,
    effectiveAt: T0 + index * HOUR,
    recordedAt: T0 + index * HOUR,
    voids: null,
    actorId: 'stf_1',
  }));
}

export function situation(rows: LedgerRow[], more: Partial<MoveSituation> = {}): MoveSituation {
  return {
    lifecycle: sevenStage,
    position: foldPosition(rows),
    rows,
    facts: NOTHING,
    reasons: SEED_REASONS,
    now: T0 + rows.length * HOUR,
    ...more,
  };
}

export const move = (rows: LedgerRow[], request: MoveRequest, more: Partial<MoveSituation> = {}) =>
  planMove({ ...situation(rows, more), request });

export const withPolicy = (policy: Partial<LifecyclePolicy>): Lifecycle => ({
  ...sevenStage,
  policy: { ...sevenStage.policy, ...policy },
});
