// Decides on a correction: any row of a ledger may be taken back, with a reason, however long ago it was recorded.
import { foldPosition, type LedgerRow, type Position, positionOf, takeBackTarget, voidedIds } from './ledger.ts';
import { type Reason, type ReasonFaultCode, reasonFault } from './reasons.ts';

export type CorrectRefusalCode = 'undo-already' | 'undo-first-row' | 'not-found' | ReasonFaultCode;

/** The row to add, or why there is none. */
export type CorrectPlan =
  | {
      readonly kind: 'corrected';
      /** Id of the row the new one voids. */
      readonly voids: string;
      /** Null where nothing is left: the contact leaves the lifecycle. */
      readonly position: Position | null;
      readonly from: string | null;
      readonly to: string | null;
      readonly effectiveAt: number;
    }
  | { readonly kind: 'refused'; readonly code: CorrectRefusalCode; readonly detail: string };

/** A correction that is asked for, and what it is judged by. */
export type CorrectInput = {
  /** This contact's rows in this lifecycle, in any order. */
  readonly rows: readonly LedgerRow[];
  /** Id of the row that should count no more; where it takes another back, that one counts again. */
  readonly target: string;
  readonly reason: { readonly code: string; readonly note?: string | null | undefined };
  readonly reasons: readonly Reason[];
  /** Whether the contact may end in no stage of this lifecycle. */
  readonly mayLeave: boolean;
};

/** What taking this row back does, or why it cannot be. */
export function planCorrect({ rows, target, reason, reasons, mayLeave }: CorrectInput): CorrectPlan {
  const row = rows.find((one) => one.id === target);
  if (!row) return refuse('not-found', 'This contact has no such row in this lifecycle.');
  if (voidedIds(rows)?.has(row.id)) return refuse('undo-already', 'This row was taken back before.');
  const fault = reasonFault(reasons, reason, null);
  if (fault) return refuse(fault.code, fault.detail);
  const voids = takeBackTarget(rows, row);
  const before = foldPosition(rows);
  const seq = rows.reduce((most, one) => Math.max(most, one.seq), 0) + 1;
  const after = foldPosition([...rows, { ...row, seq, id: '', from: null, to: null, voids: voids.id }]);
  if (!after && !mayLeave) return refuse('undo-first-row', 'Without this row the contact would be in no stage.');
  return {
    kind: 'corrected',
    voids: voids.id,
    position: after && positionOf(after),
    from: before?.stage ?? null,
    to: after?.stage ?? null,
    effectiveAt: row.effectiveAt,
  };
}

function refuse(code: CorrectRefusalCode, detail: string): CorrectPlan {
  return { kind: 'refused', code, detail };
}
