// Decides whether a move may be taken back, and where the contact is then.
import {
  effectiveRows,
  foldPosition,
  type LedgerRow,
  type Position,
  positionOf,
  takeBackTarget,
  voidedIds,
} from './ledger.ts';

/** How long after it was recorded a move can be undone. */
export const UNDO_WINDOW_MS = 600_000;

export type UndoRefusalCode = 'undo-not-yours' | 'undo-too-late' | 'undo-not-last' | 'undo-already' | 'undo-first-row';

/** The row that takes the move back, or why it may not be. Times in epoch milliseconds. */
export type UndoPlan =
  | {
      readonly kind: 'undone';
      /** Id of the row taken back. */
      readonly voids: string;
      readonly position: Position;
      /** The stage before the undo. */
      readonly from: string | null;
      /** The stage after it. */
      readonly to: string;
      /** The undo row takes effect when the row it voids did. */
      readonly effectiveAt: number;
      readonly recordedAt: number;
    }
  | { readonly kind: 'refused'; readonly code: UndoRefusalCode; readonly detail: string };

/** An undo that is asked for, and what it is judged by. `actorId` is who asks, `windowMs` how long a move can be undone. */
export type UndoInput = {
  /** This contact's rows in this lifecycle, in any order, with `actorId`. */
  readonly rows: readonly LedgerRow[];
  /** Id of the row to take back. */
  readonly target: string;
  readonly actorId: string;
  readonly now: number;
  readonly windowMs?: number;
};

/** Whether this actor may take this row back now: their own, the last recorded that counts, within the window. */
export function planUndo({ rows, target, actorId, now, windowMs = UNDO_WINDOW_MS }: UndoInput): UndoPlan {
  const row = rows.find((one) => one.id === target);
  if (!row) return refuse('undo-not-last', 'This contact has no such row in this lifecycle.');
  if (voidedIds(rows)?.has(row.id)) return refuse('undo-already', 'This move was undone before.');
  if (row.actorId !== actorId) return refuse('undo-not-yours', 'Only the one who made a move can undo it.');
  if (row.voids !== null) return refuse('undo-not-last', 'An undo cannot be undone: move the contact instead.');
  let lastSeq = 0;
  for (const one of effectiveRows(rows)) lastSeq = Math.max(lastSeq, one.seq);
  if (row.seq !== lastSeq) return refuse('undo-not-last', 'Another move was recorded after this one.');
  if (now - row.recordedAt > windowMs)
    return refuse('undo-too-late', `A move can be undone for ${Math.round(windowMs / 60_000)} minutes.`);
  const before = foldPosition(rows);
  const after = foldPosition(rows.filter((one) => one.id !== row.id));
  if (!after) return refuse('undo-first-row', 'The contact was in no stage before this row.');
  return {
    kind: 'undone',
    voids: takeBackTarget(rows, row).id,
    position: positionOf(after),
    from: before?.stage ?? null,
    to: after.stage,
    effectiveAt: row.effectiveAt,
    recordedAt: now,
  };
}

function refuse(code: UndoRefusalCode, detail: string): UndoPlan {
  return { kind: 'refused', code, detail };
}
