// What one person went through in one lifecycle, told from the rows that count: stays in stages, and closings with their reason.
// Every report stands on this, so that no two of them count the same history differently.
import { effectiveRows, keepsClosed, type LedgerRow, type Outcome } from '../ledger.ts';
import { isExit, type Lifecycle, type Stage, stageInForce } from '../lifecycles.ts';

/** Somebody in a report: the rows of one lifecycle, in any order, and what they are grouped by. */
export type Person = {
  readonly id: string;
  readonly rows: readonly LedgerRow[];
  readonly owner?: string | null;
  readonly source?: string | null;
  readonly channel?: string | null;
};

/** An unbroken stay in a stage while not closed. Times in epoch milliseconds, `leftAt` exclusive. */
export type Stay = {
  readonly stage: string;
  readonly enteredAt: number;
  /** Null: not left by the time the report looks at (censored). */
  leftAt: number | null;
  /** `migrated`: the stage was retired under them; `gone`: merged into another, or out of the lifecycle. */
  end: 'moved' | 'closed' | 'migrated' | 'gone' | null;
};

/** One time a person was closed, by an outcome or by entering a stage that means one. */
export type Closing = {
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** The stage they were closed in, or left for the stage that means lost. */
  readonly stage: string | null;
  readonly at: number;
  reopenedAt: number | null;
};

/** The history of one person in one lifecycle, in order of time. */
export type Journey = {
  readonly stays: readonly Stay[];
  readonly closings: readonly Closing[];
  /** Null where nowhere any more. */
  readonly stage: string | null;
  readonly closed: Closing | null;
  /** The ledger ended because the person was merged into another, who counts. */
  readonly merged: boolean;
};

/** The instant a report looks at, and what was known by when: later rows are as if they were not there. */
export type AsOf = { readonly asOf: number; readonly knownAt?: number | undefined };

/** Folds rows to stays and closings; undone rows count nowhere. */
export function journeyOf(all: readonly LedgerRow[], lifecycle: Lifecycle, { asOf, knownAt }: AsOf): Journey {
  const rows = knownAt === undefined ? all : all.filter((row) => row.recordedAt <= knownAt);
  const stays: Stay[] = [];
  const closings: Closing[] = [];
  let stage: string | null = null;
  let stay: Stay | null = null;
  let closed: Closing | null = null;
  // Whether the stage itself means the closing, so that it ends where the stage does.
  let meant = false;
  let merged = false;

  const leave = (at: number, end: Stay['end']) => {
    if (stay) [stay.leftAt, stay.end] = [at, end];
    stay = null;
  };
  const enter = (key: string, at: number) => {
    stay = { stage: key, enteredAt: at, leftAt: null, end: null };
    stays.push(stay);
  };
  const close = (outcome: Outcome, row: LedgerRow, where: string | null) => {
    closed = { outcome, reason: row.reason ?? null, stage: where, at: row.effectiveAt, reopenedAt: null };
    closings.push(closed);
    meant = row.outcome === undefined || row.outcome === null;
  };
  const reopen = (at: number) => {
    if (closed) closed.reopenedAt = at;
    closed = null;
  };

  for (const row of effectiveRows(rows)) {
    const at = row.effectiveAt;
    if (at > asOf) break;
    if (row.outcome === 'open') {
      reopen(at);
      if (row.to !== stage) leave(at, 'moved');
      stage = row.to;
      if (stage !== null && !stay) enter(stage, at);
    } else if (row.outcome) {
      leave(at, 'closed');
      // A closing names the stage it keeps: the move into it may have been taken back since.
      stage = row.to;
      close(row.outcome, row, stage);
    } else if (row.to === null) {
      leave(at, 'gone');
      stage = null;
      merged = row.source === 'merge';
    } else if (row.to !== stage || (closed && !meant && !keepsClosed(row))) {
      merged = false;
      const before: string | null = stage;
      stage = row.to;
      if (closed && !meant && keepsClosed(row)) continue;
      const means = outcomeOf(lifecycle, row.to);
      // A stage that means an end became another that means one, the same or not: nobody dealt with them, so it is the one closing still.
      const same = means !== null && keepsClosed(row) && closed !== null;
      leave(at, means && !same ? 'closed' : row.source === 'migration' ? 'migrated' : 'moved');
      if (!same) {
        reopen(at);
        if (means) close(means, row, before);
      }
      enter(row.to, at);
    }
  }
  return { stays, closings, stage, closed, merged };
}

// Asked for every row of a ledger, so looked up once per stage. Of a retired stage and its namesake, the one in force counts.
const outcomes = new WeakMap<Lifecycle, Map<string, Outcome | null>>();

/** The outcome a stage itself means, such as a stage called lost; null for a stage of the way. */
export function outcomeOf(lifecycle: Lifecycle, stage: string): Outcome | null {
  let known = outcomes.get(lifecycle);
  if (!known) {
    known = new Map(
      everyStage(lifecycle)
        .toReversed()
        .map((one) => [one.key, isExit(one) ? (one.terminal as Outcome) : null]),
    );
    outcomes.set(lifecycle, known);
  }
  return known.get(stage) ?? null;
}

/** All stages there ever were, retired ones last. */
export const everyStage = (lifecycle: Lifecycle): readonly Stage[] => [
  ...lifecycle.stages,
  ...(lifecycle.retired ?? []),
];

/** The stages of the way from first to last, without those that mean an end. */
export function wayOf(lifecycle: Lifecycle): string[] {
  return lifecycle.stages.filter((stage) => outcomeOf(lifecycle, stage.key) === null).map((stage) => stage.key);
}

/**
 * The place of each stage among these, from 0. A retired stage has that of the stage its people went to: retiring it moves
 * nobody out of the reports of an earlier day.
 */
export function placesOf(lifecycle: Lifecycle, keys: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(keys.map((key, i) => [key, i]));
  for (const { key } of lifecycle.retired ?? []) {
    const place = places.get(stageInForce(lifecycle, key));
    if (place !== undefined && !places.has(key)) places.set(key, place);
  }
  return places;
}
