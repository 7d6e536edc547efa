// Derives where a contact is and was from the rows of one lifecycle. Rows are never changed; a row may void another.

/** How a contact was closed where they stand. `churned`: they had bought before. */
export type Outcome = 'lost' | 'disqualified' | 'churned';

/** Clocks differ a little; a move further ahead than this is refused. */
export const FUTURE_TOLERANCE_MS = 60_000;

/** One row of the ledger; times in epoch milliseconds. `voids` is the id of the row it takes back; such a row opens no visit itself. */
export type LedgerRow = {
  readonly seq: number;
  readonly id: string;
  readonly from: string | null;
  /** Null closes the ledger: the contact is in no stage from then on. */
  readonly to: string | null;
  readonly effectiveAt: number;
  readonly recordedAt: number;
  readonly voids: string | null;
  readonly actorId?: string | null;
  readonly source?: string | null;
  readonly reason?: string | null;
  /** Closes the contact in the stage they are in, or opens them again; absent on a move. */
  readonly outcome?: Outcome | 'open' | null;
};

/** How a contact was closed: the outcome, the code of the reason, and since when (epoch milliseconds). */
export type Closed = { readonly outcome: Outcome; readonly reason: string | null; readonly at: number };

/** Where a contact is, and whether they were closed there. */
export type Position = {
  readonly stage: string;
  readonly enteredAt: number;
  readonly closed?: Closed | null | undefined;
};

// Rows of these sources move a contact without anybody having dealt with it, so a closed contact stays closed.
const KEEPS_CLOSED: ReadonlySet<string> = new Set(['migration', 'merge']);
/** Whether this row leaves a closed contact closed. Any other move opens them again. */
export const keepsClosed = (row: Pick<LedgerRow, 'source'>): boolean => KEEPS_CLOSED.has(row.source ?? '');

/** An unbroken stay in one stage, from `enteredAt` up to but without `leftAt`; `seq` and `id` are those of the opening row. */
export type Visit = {
  readonly stage: string;
  readonly enteredAt: number;
  readonly leftAt: number | null;
  readonly seq: number;
  readonly id: string;
};

/** The rows that count, in the order they took effect: neither taken back nor taking back. */
export function effectiveRows<R extends LedgerRow>(rows: readonly R[]): readonly R[] {
  // Hot path: most ledgers are in order and have nothing taken back, and are returned as they are.
  if (allCountInOrder(rows)) return rows;
  const voided = voidedIds(rows);
  return rows.filter((row) => row.voids === null && !voided?.has(row.id)).sort(byEffect);
}

/** The later of `at` and the last row that counts, so that a row made now is the last even if a clock ran ahead. */
export function notBefore(rows: readonly LedgerRow[], at: number): number {
  return Math.max(at, effectiveRows(rows).at(-1)?.effectiveAt ?? at);
}

function allCountInOrder(rows: readonly LedgerRow[]): boolean {
  let before: LedgerRow | undefined;
  for (const row of rows) {
    if (row.voids !== null || (before && byEffect(before, row) > 0)) return false;
    before = row;
  }
  return true;
}

/** Ids of the rows taken back by a later row that was not itself taken back; undefined where there are none. */
export function voidedIds(rows: readonly LedgerRow[]): Set<string> | undefined {
  if (!rows.some((row) => row.voids !== null)) return undefined;
  const voiding = rows.filter((row) => row.voids !== null);
  const voided = new Set<string>();
  for (const row of voiding.sort((a, b) => b.seq - a.seq))
    if (row.voids !== null && !voided.has(row.id)) voided.add(row.voids);
  return voided;
}

/**
 * The row to void so that this counting row counts no more. A row taken back once and brought back again is taken back by
 * voiding what brought it back: each row is voided at most once.
 */
export function takeBackTarget<R extends LedgerRow>(rows: readonly R[], row: R): R {
  const voidedBy = (target: R) => rows.find((one) => one.voids === target.id);
  let target = row;
  for (let voiding = voidedBy(target); voiding; voiding = voidedBy(target)) {
    const restoring = voidedBy(voiding);
    if (!restoring) break;
    target = restoring;
  }
  return target;
}

/**
 * Where the contact was at `asOf`, by what was recorded up to `knownAt`: the fold of those rows. Rows recorded later, however
 * far back they take effect, change no answer about an earlier `knownAt`.
 */
export function positionAsOf(
  rows: readonly LedgerRow[],
  asOf: number,
  knownAt: number,
): (Position & { readonly seq: number }) | null {
  // A row that takes another back counts from when it was recorded; the time it names is that of the other.
  return foldPosition(
    rows.filter((row) => row.recordedAt <= knownAt && (row.voids !== null || row.effectiveAt <= asOf)),
  );
}

/** The stays of one contact in one lifecycle, oldest first; they never overlap, however late rows arrived. */
export function foldVisits(rows: readonly LedgerRow[]): Visit[] {
  const visits: Visit[] = [];
  let open: { stage: string; enteredAt: number; seq: number; id: string } | null = null;
  for (const row of effectiveRows(rows)) {
    if (open && open.stage === row.to) continue;
    if (open) visits.push({ ...open, leftAt: row.effectiveAt });
    open = row.to === null ? null : { stage: row.to, enteredAt: row.effectiveAt, seq: row.seq, id: row.id };
  }
  if (open) visits.push({ ...open, leftAt: null });
  return visits;
}

/** Where the contact is now and since when: the last visit, if it is still open. */
export function foldPosition(rows: readonly LedgerRow[]): (Position & { readonly seq: number }) | null {
  const ordered = effectiveRows(rows);
  const last = ordered.at(-1);
  if (!last || last.to === null) return null;
  let opening = last;
  for (let i = ordered.length - 2; i >= 0; i--) {
    const row = ordered[i];
    if (row?.to !== last.to) break;
    opening = row;
  }
  const closed = closedBy(ordered);
  return { stage: last.to, enteredAt: opening.effectiveAt, seq: opening.seq, ...(closed ? { closed } : {}) };
}

/** A position without the `seq` that a fold adds. */
export const positionOf = ({ stage, enteredAt, closed }: Position): Position =>
  closed ? { stage, enteredAt, closed } : { stage, enteredAt };

/** How these rows, in the order they took effect, leave the contact: closed by an outcome, or not. Any move opens. */
function closedBy(ordered: readonly LedgerRow[]): Closed | null {
  for (let i = ordered.length - 1; i >= 0; i--) {
    const row = ordered[i];
    if (!row || row.outcome === 'open') return null;
    if (row.outcome) return { outcome: row.outcome, reason: row.reason ?? null, at: row.effectiveAt };
    if (!keepsClosed(row)) return null;
  }
  return null;
}

function byEffect(a: LedgerRow, b: LedgerRow): number {
  return a.effectiveAt - b.effectiveAt || a.seq - b.seq;
}
