// Decides on closing a contact where they stand (product.md P2, P7), and on opening them again. The stage is kept: a closing
// says that nothing more will be done with the contact there, and why.
import {
  effectiveRows,
  FUTURE_TOLERANCE_MS,
  type LedgerRow,
  notBefore,
  type Outcome,
  type Position,
} from './ledger.ts';
import { type Lifecycle, stageOf } from './lifecycles.ts';
import { type Reason, type ReasonFaultCode, type ReasonGiven, reasonFault } from './reasons.ts';

/** The ways to close a contact where they stand. */
export const OUTCOMES: readonly Outcome[] = ['lost', 'disqualified', 'churned'];

/** Everything a closing is judged by; `rows` are this contact's in this lifecycle, in any order. */
export type CloseSituation = {
  readonly lifecycle: Lifecycle;
  /** The fold of `rows`. */
  readonly position: Position | null;
  readonly rows: readonly LedgerRow[];
  readonly reasons: readonly Reason[];
  readonly now: number;
};

/** What is asked for: to close with an outcome, or to open again. */
export type CloseRequest = {
  /** Null opens the contact again. */
  readonly outcome: Outcome | null;
  readonly reason?: ReasonGiven;
  /** Epoch milliseconds; where left out now, or with the last row where that one is ahead of now. */
  readonly effectiveAt?: number | undefined;
  readonly expectFrom?: string | null | undefined;
};

export type CloseRefusalCode = 'close-not-allowed' | 'effective-too-early' | 'effective-in-future' | ReasonFaultCode;

export type CloseFault = { readonly code: CloseRefusalCode; readonly detail: string };

/** The decision. `closed` is also the kind for opening again, with the outcome `open`; times in epoch milliseconds. */
export type ClosePlan =
  | {
      readonly kind: 'closed';
      readonly stage: string;
      readonly outcome: Outcome | 'open';
      readonly effectiveAt: number;
      readonly timeInPreviousS: number;
      readonly position: Position;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'stale'; readonly from: string | null }
  | {
      readonly kind: 'refused';
      /** Those of the first fault. */
      readonly code: CloseRefusalCode;
      readonly detail: string;
      readonly faults: readonly CloseFault[];
    };

/** What closing or opening would do, that it changes nothing, that the caller saw an old stage, or why it is refused. */
export function planClose(input: CloseSituation & { readonly request: CloseRequest }): ClosePlan {
  const { position, request, rows, now } = input;
  const { outcome } = request;
  const last = notBefore(rows, Number.NEGATIVE_INFINITY);
  const effectiveAt = request.effectiveAt ?? Math.max(now, last);
  const ahead = request.effectiveAt !== undefined && effectiveAt > now + FUTURE_TOLERANCE_MS;
  const early = ahead ? [fault('effective-in-future', 'Nothing can take effect more than 60 seconds ahead.')] : [];
  const from = position?.stage ?? null;
  if (!ahead && request.expectFrom !== undefined && request.expectFrom !== from) return { kind: 'stale', from };
  const stands = position !== null && (position.closed?.outcome ?? null) === outcome;
  if (!ahead && stands) return { kind: 'unchanged' };
  // For a contact that is already so the reason does not matter.
  const faults = [...early, ...(stands ? [] : faultsOf(input, effectiveAt < last))];
  const [first] = faults;
  if (first || !position) return { kind: 'refused', ...(first as CloseFault), faults };
  const base = { stage: position.stage, enteredAt: position.enteredAt };
  return {
    kind: 'closed',
    stage: position.stage,
    outcome: outcome ?? 'open',
    effectiveAt,
    timeInPreviousS: Math.max(0, Math.floor((effectiveAt - position.enteredAt) / 1000)),
    position: outcome ? { ...base, closed: { outcome, reason: request.reason?.code ?? null, at: effectiveAt } } : base,
  };
}

/** Why this outcome does not fit, or null: the lifecycle has a stage for it, or it is for those who did (or did not) buy. */
function outcomeFault({ lifecycle, rows }: CloseSituation, stage: string, outcome: Outcome): string | null {
  const means = outcome === 'disqualified' ? 'disqualified' : 'lost';
  const end = lifecycle.stages.find((one) => one.terminal === means);
  if (end) return `${lifecycle.key} has a stage for this: move the contact to ${end.key}.`;
  const bought = [stage, ...effectiveRows(rows).map((row) => row.to)].some((key) => {
    const pool = key === null ? undefined : stageOf(lifecycle, key)?.pool;
    return pool === 'asset' || pool === 'capital';
  });
  if (outcome === 'churned' && !bought) return 'Churned are those who once bought. Close this contact as lost.';
  if (outcome === 'disqualified' && bought) return 'Somebody who bought was no mistake. Close them as churned or lost.';
  return null;
}

const fault = (code: CloseRefusalCode, detail: string): CloseFault => ({ code, detail });

/** If the contact cannot be closed this way, the reason only has to exist, since its kind follows from the outcome. */
function faultsOf(input: CloseSituation & { readonly request: CloseRequest }, tooEarly: boolean): CloseFault[] {
  const { lifecycle, position, request } = input;
  const { outcome } = request;
  const nowhere = `The contact is in no stage of ${lifecycle.key}.`;
  const unfit = position ? outcome && outcomeFault(input, position.stage, outcome) : nowhere;
  const reason = reasonFault(input.reasons, request.reason, unfit ? null : outcome);
  return [
    ...(unfit ? [fault('close-not-allowed', unfit)] : []),
    ...(reason ? [reason] : []),
    ...(tooEarly
      ? [fault('effective-too-early', 'Closing or reopening cannot take effect before the last move.')]
      : []),
  ];
}
