// What a move is judged by, and what follows from it for the card: which moves are possible, and which can be undone.
import {
  availableMoves,
  type CriteriaFacts,
  effectiveRows,
  type Lifecycle,
  type MoveSituation,
  planUndo,
  type Reason,
  stageOf,
  ticksIn,
  UNDO_WINDOW_MS,
} from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import { actorText } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { type ContactState, PERSON } from '../contacts/contacts.store.ts';
import { counts, ledgerOf, reasonsStatement, type TransitionRow } from './transitions.store.ts';

/** Kinds of interaction a contact has, for criteria; index interactions_contact. */
export const interactionKinds = (contactId: string) =>
  statement('select distinct kind from interactions where contact_id = ?', [contactId], (r) => String(r[0]));
/** Checklist criteria ticked on earlier moves that still count. Includes contacts merged into this one, which keep their own ledgers. */
export const ticked = (contactId: string) =>
  statement(
    `select n.evidence from transition_notes n where n.contact_id in ${PERSON} and n.evidence is not null and ${counts('n.transition_id')}`,
    [contactId, contactId],
    (r) => ticksIn(JSON.parse(String(r[0]))),
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

/** The open handover of a contact in a lifecycle, if there is one. */
export const openIn = (contact: ContactState, lifecycle: string) =>
  contact.handovers.find((one) => one.lifecycle === lifecycle);

export const moveLoad = (contactId: string, lifecycle: string) => ({
  ledger: ledgerOf(contactId, lifecycle),
  reasons: reasonsStatement,
  kinds: interactionKinds(contactId),
  ticked: ticked(contactId),
});

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
): MoveSituation {
  const facts: CriteriaFacts = {
    identityChannels: contact.identities.map((one) => one.channel),
    tags: contact.tags,
    interactionKinds: loaded.kinds,
    fields: contact.fields,
    checked: loaded.ticked.flat(),
  };
  const position = contact.positions.find((one) => one.lifecycle === lifecycle.key) ?? null;
  return {
    lifecycle,
    position,
    rows: loaded.ledger,
    facts,
    reasons: loaded.reasons,
    handover: openIn(contact, lifecycle.key),
    now,
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

/** The move the caller may still take back in this lifecycle, for the card; `until` in epoch milliseconds. */
export function undoable(
  call: Call,
  lifecycle: Lifecycle,
  ledger: readonly TransitionRow[],
): { transition_id: string; until: number } | null {
  const [first, ...others] = effectiveRows(ledger);
  if (!first) return null;
  const last = others.reduce((newest, row) => (row.seq > newest.seq ? row : newest), first);
  // The rows of a merge are taken back by reverting the merge.
  if (last.source === 'merge') return null;
  const plan = planUndo({ rows: ledger, target: last.id, actorId: actorText(call.actor), now: call.now });
  if (plan.kind !== 'undone' || !stageOf(lifecycle, plan.position.stage)) return null;
  return { transition_id: last.id, until: last.recordedAt + UNDO_WINDOW_MS };
}
