// The one decision on a stage move. The same gate serves panel, API, bulk and import, dry or real.
import { type Direction, directionTo } from './direction.ts';
import { type HandoverStep, handoverOnMove, NO_HANDOVER, type OpenHandover } from './handovers.ts';
import {
  FUTURE_TOLERANCE_MS,
  foldPosition,
  type LedgerRow,
  notBefore,
  type Outcome,
  type Position,
  positionOf,
} from './ledger.ts';
import {
  type CriteriaFacts,
  type Evidence,
  isCriterionMet,
  type Lifecycle,
  type Outreach,
  type OwnerFunction,
  type Pool,
  policyInto,
  type Stage,
  stageEver,
  unmetCriteria,
} from './lifecycles.ts';
import { type Reason, type ReasonFaultCode, type ReasonGiven, type ReasonKind, reasonFault } from './reasons.ts';

/** What the rep should know about an allowed move. */
export type MoveWarning = 'stages-skipped' | 'criteria-unmet' | 'position-unchanged' | 'reopens';

/** What a move changes besides adding its row. */
export type MoveEffect =
  | { readonly kind: 'position'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'pool'; readonly from: Pool | null; readonly to: Pool }
  | { readonly kind: 'owner-function'; readonly from: OwnerFunction | null; readonly to: OwnerFunction }
  | {
      readonly kind: 'handover-withdrawn' | 'handover-opened';
      readonly from: OwnerFunction;
      readonly to: OwnerFunction;
    }
  | { readonly kind: 'outreach'; readonly from: Outreach | null; readonly to: Outreach }
  | { readonly kind: 'closed'; readonly from: Outcome; readonly to: null };

/** A move that is asked for. */
export type MoveRequest = {
  readonly to: string;
  /** The stage the caller saw; null for "in none"; left out for no check. */
  readonly expectFrom?: string | null | undefined;
  readonly reason?: ReasonGiven;
  /** Epoch milliseconds; where left out now, or with the last row where that one is ahead of now. */
  readonly effectiveAt?: number | undefined;
  readonly evidence?: Evidence | undefined;
};

/** Everything a move is judged by. `position` must be the fold of `rows`; `rows` are this contact's in this lifecycle, in any order. */
export type MoveSituation = {
  readonly lifecycle: Lifecycle;
  readonly position: Position | null;
  readonly rows: readonly LedgerRow[];
  readonly facts: CriteriaFacts;
  readonly reasons: readonly Reason[];
  /** The handover that is open in this lifecycle. */
  readonly handover?: OpenHandover | undefined;
  readonly now: number;
};

/** Why a move is refused; all of them are problem codes. */
export type MoveRefusalCode =
  | 'stage-unknown'
  | 'move-not-allowed'
  | ReasonFaultCode
  | 'effective-in-future'
  | 'criteria-unmet';

/** One thing wrong with a move; `detail` is a sentence for people. */
export type MoveFault = { readonly code: MoveRefusalCode; readonly detail: string };

/** The decision on a move. Times in epoch milliseconds. */
export type MovePlan =
  | {
      readonly kind: 'moved';
      readonly from: string | null;
      readonly to: string;
      readonly direction: Direction;
      readonly effectiveAt: number;
      readonly recordedAt: number;
      /** Whole seconds in the stage left, as known now; null on entering and where the move took effect before that stay. */
      readonly timeInPreviousS: number | null;
      /** Where the contact is after the move: not `to` where a later row is already known. */
      readonly position: Position;
      readonly warnings: readonly MoveWarning[];
      readonly unmetCriteria: readonly string[];
      readonly effects: readonly MoveEffect[];
      readonly handover: HandoverStep;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'stale'; readonly from: string | null }
  | {
      readonly kind: 'refused';
      /** Those of the first fault. */
      readonly code: MoveRefusalCode;
      readonly detail: string;
      /** Everything wrong with the request that can be told while the rest of it is not mended. */
      readonly faults: readonly MoveFault[];
      readonly allowedMoves: readonly string[];
      readonly unmetCriteria: readonly string[];
    };

/** A stage as the card offers it: whether a move there is allowed now, and what it would ask for and change. */
export type AvailableMove = {
  readonly stage: string;
  readonly allowed: boolean;
  /** Null for the stage the contact is in. */
  readonly direction: Direction | null;
  readonly needsReason: boolean;
  readonly unmetCriteria: readonly string[];
  readonly warnings: readonly MoveWarning[];
  readonly effects: readonly MoveEffect[];
};

/** Decides on a move: what it would do, that it changes nothing, that the caller saw an old stage, or why it is refused. */
export function planMove(input: MoveSituation & { readonly request: MoveRequest }): MovePlan {
  const { lifecycle, position, request, now } = input;
  const stage = lifecycle.stages.find((one) => one.key === request.to);
  const effectiveAt = request.effectiveAt ?? notBefore(input.rows, now);
  const early = stage ? [] : [fault('stage-unknown', `${lifecycle.key} has no stage "${request.to.slice(0, 64)}".`)];
  if (request.effectiveAt !== undefined && effectiveAt > now + FUTURE_TOLERANCE_MS)
    early.push(fault('effective-in-future', 'A move cannot take effect more than 60 seconds ahead.'));
  const from = position?.stage ?? null;
  const staysPut = from === stage?.key;
  if (early.length === 0 && request.expectFrom !== undefined && request.expectFrom !== from)
    return { kind: 'stale', from };
  if (early.length === 0 && staysPut) return { kind: 'unchanged' };
  // For a contact that is there already the reason does not matter.
  if (!stage || staysPut) return refuse(input, staysPut ? early : [...early, ...reasonFaults(input, null)], []);

  const judged = judge(input, stage, request.evidence);
  const faults = [...early, ...judgedFaults(input, stage, judged)];
  if (faults.length > 0) return refuse(input, faults, judged.unmet);

  const after = positionAfter(input, stage.key, effectiveAt);
  const stays = after.stage === from;
  const handover = stays ? NO_HANDOVER : handoverOnMove(lifecycle, input.handover, position, after);
  return {
    kind: 'moved',
    from,
    to: stage.key,
    direction: judged.direction,
    effectiveAt,
    recordedAt: now,
    timeInPreviousS:
      position && effectiveAt >= position.enteredAt ? Math.floor((effectiveAt - position.enteredAt) / 1000) : null,
    position: after,
    // A move that takes effect before a closing does not reopen the contact.
    warnings: stays ? [...judged.warnings.filter((one) => one !== 'reopens'), 'position-unchanged'] : judged.warnings,
    unmetCriteria: judged.unmet,
    effects: stays ? [] : effectsOf(input, from, stage, handover),
    handover,
  };
}

/** Every stage of the lifecycle and whether the contact may move there now, by the same gate as `planMove`. */
export function availableMoves(input: MoveSituation): AvailableMove[] {
  const from = input.position?.stage ?? null;
  return input.lifecycle.stages.map((stage) => {
    if (stage.key === from)
      return {
        stage: stage.key,
        allowed: false,
        direction: null,
        needsReason: false,
        unmetCriteria: [],
        warnings: [],
        effects: [],
      };
    const judged = judge(input, stage, undefined);
    const after = { stage: stage.key, enteredAt: input.now };
    const handover = handoverOnMove(input.lifecycle, input.handover, input.position, after);
    return {
      stage: stage.key,
      allowed: judged.permitted && isOpen(input, stage, judged.unmet),
      direction: judged.direction,
      needsReason: judged.needs !== null,
      unmetCriteria: judged.unmet,
      warnings: judged.warnings,
      effects: effectsOf(input, from, stage, handover),
    };
  });
}

type Judged = {
  direction: Direction;
  permitted: boolean;
  needs: ReasonKind | null;
  unmet: string[];
  warnings: MoveWarning[];
};

function judge(input: MoveSituation, stage: Stage, evidence: Evidence | undefined): Judged {
  const { lifecycle, facts } = input;
  const policy = policyInto(lifecycle, stage.key);
  const from = input.position?.stage ?? null;
  const direction = directionTo(input, from, stage.key);
  const unmet = policy.criteria === 'off' ? [] : unmetCriteria(stage, facts, evidence);
  const warnings: MoveWarning[] = [];
  if (direction === 'skip' && policy.skip === 'warn') warnings.push('stages-skipped');
  if (unmet.length > 0 && policy.criteria === 'warn') warnings.push('criteria-unmet');
  if (input.position?.closed) warnings.push('reopens');
  let needs: ReasonKind | null = null;
  if (stage.terminal === 'lost' || stage.terminal === 'disqualified') needs = stage.terminal;
  else if (direction === 'backward' && policy.backward === 'reason') needs = 'backward';
  else if (policy.reason === 'required' && direction !== 'enter') needs = 'any';
  return { direction, permitted: isPermitted(lifecycle, from, stage.key, direction), needs, unmet, warnings };
}

function isPermitted(lifecycle: Lifecycle, from: string | null, to: string, direction: Direction): boolean {
  const { policy } = lifecycle;
  const { skip, backward } = policyInto(lifecycle, to);
  const only = Object.hasOwn(policy.onlyFrom, to) ? policy.onlyFrom[to] : undefined;
  if (only && (from === null || !only.includes(from))) return false;
  if (from !== null && policy.edges && Object.hasOwn(policy.edges, from) && !policy.edges[from]?.includes(to))
    return false;
  if (direction === 'skip') return skip !== 'forbid';
  if (direction === 'backward') return backward !== 'forbid';
  return true;
}

/** Under `enforce` a move is still offered if only checklist criteria are unmet: the rep can tick those with the move. */
function isOpen({ lifecycle, facts }: MoveSituation, stage: Stage, unmet: readonly string[]): boolean {
  if (policyInto(lifecycle, stage.key).criteria !== 'enforce' || unmet.length === 0) return true;
  const evidence: Record<string, boolean> = {};
  for (const criterion of stage.criteria) if (!isCriterionMet(criterion, facts)) evidence[criterion.key] = true;
  return unmetCriteria(stage, facts, evidence).length === 0;
}

function positionAfter(input: MoveSituation, to: string, effectiveAt: number): Position {
  const { position, rows, now } = input;
  // The common case: nothing known took effect later, so no fold is needed.
  let seq = 0;
  let isLast = position === null || effectiveAt >= position.enteredAt;
  for (const row of rows) {
    if (row.seq > seq) seq = row.seq;
    if (row.effectiveAt > effectiveAt) isLast = false;
  }
  if (isLast) return { stage: to, enteredAt: effectiveAt };
  const row: LedgerRow = { seq: seq + 1, id: '', from: null, to, effectiveAt, recordedAt: now, voids: null };
  const folded = foldPosition([...rows, row]);
  return folded ? positionOf(folded) : { stage: to, enteredAt: effectiveAt };
}

function effectsOf(
  { lifecycle, position, handover: open }: MoveSituation,
  fromKey: string | null,
  to: Stage,
  { withdraws, opens }: HandoverStep,
): MoveEffect[] {
  const from = fromKey === null ? undefined : stageEver(lifecycle, fromKey);
  const effects: MoveEffect[] = [{ kind: 'position', from: fromKey, to: to.key }];
  if (from?.pool !== to.pool) effects.push({ kind: 'pool', from: from?.pool ?? null, to: to.pool });
  if (from?.owner !== to.owner) effects.push({ kind: 'owner-function', from: from?.owner ?? null, to: to.owner });
  if (withdraws && open) effects.push({ kind: 'handover-withdrawn', from: open.from, to: open.to });
  if (opens) effects.push({ kind: 'handover-opened', ...opens });
  if (from?.outreach !== to.outreach) effects.push({ kind: 'outreach', from: from?.outreach ?? null, to: to.outreach });
  if (position?.closed) effects.push({ kind: 'closed', from: position.closed.outcome, to: null });
  return effects;
}

const fault = (code: MoveRefusalCode, detail: string): MoveFault => ({ code, detail });

function reasonFaults(input: MoveSituation & { readonly request: MoveRequest }, needs: ReasonKind | null): MoveFault[] {
  const found = reasonFault(input.reasons, input.request.reason, needs);
  return found ? [found] : [];
}

/** Faults of a move as judged. If it is not allowed at all, the stage's criteria and kind of reason are not asked for. */
function judgedFaults(
  input: MoveSituation & { readonly request: MoveRequest },
  stage: Stage,
  judged: Judged,
): MoveFault[] {
  if (!judged.permitted) return [fault('move-not-allowed', notAllowed(input, stage)), ...reasonFaults(input, null)];
  const asks = policyInto(input.lifecycle, stage.key).criteria === 'enforce' && judged.unmet.length > 0;
  const unmet = asks ? [fault('criteria-unmet', `${stage.labels.en} asks for criteria that are not met.`)] : [];
  return [...reasonFaults(input, judged.needs), ...unmet];
}

function refuse(input: MoveSituation, faults: readonly MoveFault[], unmet: readonly string[]): MovePlan {
  const [first] = faults as readonly [MoveFault];
  const allowedMoves = availableMoves(input)
    .filter((move) => move.allowed)
    .map((move) => move.stage);
  return { kind: 'refused', ...first, faults, allowedMoves, unmetCriteria: unmet };
}

function notAllowed({ lifecycle, position }: MoveSituation, stage: Stage): string {
  const only = Object.hasOwn(lifecycle.policy.onlyFrom, stage.key) ? lifecycle.policy.onlyFrom[stage.key] : undefined;
  if (only) return `${stage.key} can be entered only from ${only.join(' or ')}.`;
  return `${lifecycle.key} does not allow a move from ${position?.stage ?? 'no stage'} to ${stage.key}.`;
}
