// What a move is judged by, read from the rows, and what follows from it without moving: the moves open now, the one to take back.
import {
  availableMoves,
  type CriteriaFacts,
  foldPosition,
  type Lifecycle,
  type MoveSituation,
  planUndo,
  type Reason,
} from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import { actorText } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { type ContactState, PERSON } from '../contacts/contacts.store.ts';
import { ledgerOf, reasonsStatement, type TransitionRow } from './transitions.store.ts';

/** Kinds of interaction a contact has, for criteria; index interactions_contact. */
export const interactionKinds = (contactId: string) =>
  statement('select distinct kind from interactions where contact_id = ?', [contactId], (r) => String(r[0]));
/** Checklist criteria ticked on earlier moves, also of whom they were merged with: ledger rows stay where they were written. */
export const ticked = (contactId: string) =>
  statement(
    `select evidence from transition_notes where contact_id in ${PERSON} and evidence is not null`,
    [contactId, contactId],
    (r) => Object.keys(JSON.parse(String(r[0]))),
  );

export function lifecycleNamed(call: Pick<Call, 'deps'>, key: string | undefined, pointer = '/lifecycle'): Lifecycle {
  const name = key ?? call.deps.lifecycles.defaultKey();
  const lifecycle = call.deps.lifecycles.byKey(name);
  if (lifecycle) return lifecycle;
  throw new Problem('lifecycle-unknown', `There is no lifecycle "${name}".`, {
    errors: [
      {
        pointer,
        code: 'lifecycle-unknown',
        detail: `Known: ${call.deps.lifecycles
          .all()
          .map((one) => one.key)
          .join(', ')}.`,
      },
    ],
  });
}

/** The handover of a contact that is open in a lifecycle. */
export const openIn = (contact: ContactState, lifecycle: string) =>
  contact.handovers.find((one) => one.lifecycle === lifecycle);

export const moveLoad = (contactId: string, lifecycle: string) => ({
  ledger: ledgerOf(contactId, lifecycle),
  reasons: reasonsStatement,
  kinds: interactionKinds(contactId),
  ticked: ticked(contactId),
});

/** `isTimed`: the request says itself when it takes effect. */
export function situation(
  contact: ContactState,
  lifecycle: Lifecycle,
  loaded: {
    ledger: readonly TransitionRow[];
    reasons: readonly Reason[];
    kinds: readonly string[];
    ticked: readonly (readonly string[])[];
  },
  now: number,
  isTimed = false,
): MoveSituation {
  const facts: CriteriaFacts = {
    identityChannels: contact.identities.map((one) => one.channel),
    tags: contact.tags,
    interactionKinds: loaded.kinds,
    fields: contact.fields,
    checked: loaded.ticked.flat(),
  };
  const position = contact.positions.find((one) => one.lifecycle === lifecycle.key) ?? null;
  // A move without a time of its own is never back-dated: neither by requests that reach the lane out of the order they came in,
  // nor by a clock that was set back, under which it would be taken and change nothing.
  const newest = loaded.ledger.reduce((at, row) => Math.max(at, row.recordedAt), position?.enteredAt ?? 0);
  return {
    lifecycle,
    position,
    rows: loaded.ledger,
    facts,
    reasons: loaded.reasons,
    handover: openIn(contact, lifecycle.key),
    now: isTimed ? now : Math.max(now, newest),
  };
}

export function movesView(input: MoveSituation) {
  return availableMoves(input).map((move) => ({
    stage: move.stage,
    allowed: move.allowed,
    direction: move.direction,
    needs_reason: move.needsReason,
    unmet_criteria: [...move.unmetCriteria],
    warnings: [...move.warnings],
    effects: move.effects.map((effect) => ({ ...effect })),
  }));
}

/** The move the caller may still take back in this lifecycle, for the card. */
export function undoable(
  call: Call,
  ledger: readonly TransitionRow[],
): { transition_id: string; until: number } | null {
  const last = ledger.reduce<TransitionRow | undefined>(
    (best, row) =>
      row.voids === null && (!best || row.seq > best.seq) && !ledger.some((one) => one.voids === row.id) ? row : best,
    undefined,
  );
  // What a merge moved goes back with the merge.
  if (!last || last.source === 'merge' || !foldPosition(ledger)) return null;
  const plan = planUndo({ rows: ledger, target: last.id, actorId: actorText(call.actor), now: call.now });
  return plan.kind === 'undone' ? { transition_id: last.id, until: last.recordedAt + 600_000 } : null;
}
