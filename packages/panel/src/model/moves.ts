// Moving a stage from the panel: what a digit does, when it asks for a reason, and what is shown when the server says no.
import { signal } from '@preact/signals';
import type { SidestageProblem } from '@sidestage/sdk';
import { type Acting, inContext } from './acting.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Card, CardLifecycle, CardStage, Contact, LedgerRow, Move, MoveEffect, Reason } from './wire.ts';

export interface MoveChoice {
  contactId: string;
  lifecycle: string;
  to: string;
}

/** Somebody moved the stage since the rep saw it: nothing was written, and the rep decides. */
export interface Conflict extends MoveChoice {
  /** The stage the contact is in now, and who brought it there when. */
  now: string | null;
  by: string | null;
  at: string | null;
  reason: { code: string; note?: string } | undefined;
}

export interface Refusal extends MoveChoice {
  code: string;
  detail: string;
  allowed: string[];
}

export type Outcome = 'lost' | 'disqualified' | 'churned';

/** What the rep is asked when they close somebody. Any move answers it as well. */
export interface Closing {
  contactId: string;
  lifecycle: string;
  outcome: Outcome;
  /** The reason chosen, where that one says nothing without a note. */
  noted: string | null;
}

/** By criterion. */
export type Ticks = Readonly<Record<string, string | true>>;

export type Moves = ReturnType<typeof createMoves>;

/** `handed`: a move of the rep's may have handed somebody over, or called that back. */
export function createMoves(acting: Acting, handed: () => void = () => {}) {
  const { subjects, outbox, toasts, words } = acting;
  /** The move that waits for its reason. */
  const asking = signal<MoveChoice | null>(null);
  /** The reason chosen for it, where that one says nothing without a note. */
  const noted = signal<string | null>(null);
  const conflict = signal<Conflict | null>(null);
  const refusal = signal<Refusal | null>(null);
  /** Criteria the rep ticked for the next move, by contact: true, or what shows it in a few words. */
  const ticked = signal<{ contactId: string; said: Ticks }>({ contactId: '', said: {} });
  /** Somebody is being closed: which outcome, and why. */
  const closing = signal<Closing | null>(null);
  /** Moves pressed, or taken back, and not answered yet. The queue knows each only once the device keeps it, and the next key may be there before. */
  const leaving = signal<readonly MoveChoice[]>([]);
  /** The lifecycle looked at, where the contact is in several. */
  const lookedAt = signal<string | null>(null);

  const settle = () => {
    asking.value = null;
    noted.value = null;
    conflict.value = null;
    refusal.value = null;
    closing.value = null;
  };

  const ticksOf = (contactId: string): Ticks => (ticked.value.contactId === contactId ? ticked.value.said : {});
  const tick = (contactId: string, key: string) => {
    const { [key]: before, ...others } = ticksOf(contactId);
    ticked.value = { contactId, said: before === undefined ? { ...others, [key]: true } : others };
  };
  /** What shows that a ticked criterion is met; a tick alone where nothing is said. */
  const show = (contactId: string, key: string, words: string) => {
    ticked.value = { contactId, said: { ...ticksOf(contactId), [key]: words.trim() === '' ? true : words } };
  };

  const lifecycleOf = (card: Card): CardLifecycle | undefined =>
    card.lifecycles.find((one) => one.key === lookedAt.value) ?? card.lifecycles[0];

  /** The stage shown: the one a move on its way leads to, else the one the server knows. */
  const stageOf = (card: Card, lifecycle: string): string | null => {
    const left = leaving.value.findLast((one) => one.contactId === card.contact.id && one.lifecycle === lifecycle);
    if (left !== undefined) return left.to;
    const queued = outbox.queue.value.findLast(
      (one) => one.contactId === card.contact.id && one.label.what === 'move' && one.refused === undefined,
    );
    const body = queued?.body as { to?: string; lifecycle?: string } | undefined;
    if (body?.to !== undefined && body.lifecycle === lifecycle) return body.to;
    return positionOf(card.contact, lifecycle);
  };

  /** What the move on its way changes besides the stage, until the card knows: its moves are still told from the stage before. */
  const effectsOnTheWay = (card: Card, lifecycle: string): MoveEffect[] => {
    const to = stageOf(card, lifecycle);
    return (to === null ? undefined : moveTo(card, lifecycle, to)?.effects) ?? [];
  };

  /** Asked for by a digit, a cell or the button. Opens the reasons where the move needs one. */
  const choose = (shown: ContactSubject, to: string): void => {
    const { card } = shown;
    const lifecycle = lifecycleOf(card);
    if (lifecycle === undefined) return;
    const choice: MoveChoice = { contactId: card.contact.id, lifecycle: lifecycle.key, to };
    settle();
    if (stageOf(card, lifecycle.key) === to) {
      toasts.done(words.t('move.already', { stage: words.label(stageNamed(lifecycle, to)?.labels) }));
      return;
    }
    const move = isOutrun(card, lifecycle.key) ? undefined : moveTo(card, lifecycle.key, to);
    // The stage the server still has them in is closed to moves only as long as none is on its way.
    const isWhereTheyWere = to === positionOf(card.contact, lifecycle.key);
    if (move !== undefined && !move.allowed && !isWhereTheyWere) {
      refusal.value = { ...choice, code: 'move-not-allowed', detail: '', allowed: allowedFrom(card, lifecycle.key) };
      return;
    }
    if (move?.needs_reason || goesBackOnItsWay(card, lifecycle, choice)) {
      asking.value = choice;
      return;
    }
    void send(shown, choice, undefined);
  };

  // A move is on its way and this one goes back behind it: what the card says of moves was about the stage before. A reason
  // is asked unless the card shows that going back needs none; one too many is never refused.
  const goesBackOnItsWay = (card: Card, lifecycle: CardLifecycle, { to }: MoveChoice): boolean => {
    const shown = stageOf(card, lifecycle.key);
    if (shown === positionOf(card.contact, lifecycle.key) && !isOutrun(card, lifecycle.key)) return false;
    const place = (key: string | null) => lifecycle.stages.findIndex((one) => one.key === key);
    const known = card.moves.find((one) => one.lifecycle === lifecycle.key)?.data ?? [];
    const isFree = known.some((one) => one.direction === 'backward' && one.allowed && !one.needs_reason);
    return place(to) < place(shown) && !isFree;
  };

  const giveReason = (shown: ContactSubject, reason: { code: string; note?: string }): void => {
    const choice = asking.peek();
    if (choice === null || choice.contactId !== shown.card.contact.id) return;
    settle();
    void send(shown, choice, reason);
  };

  const pickReason = (shown: ContactSubject, reason: Reason): void => {
    if (reason.needs_note) noted.value = reason.code;
    else giveReason(shown, { code: reason.code });
  };

  const send = async (shown: ContactSubject, choice: MoveChoice, reason: Conflict['reason'], from?: string | null) => {
    const { card } = shown;
    const lifecycle = card.lifecycles.find((one) => one.key === choice.lifecycle);
    const target = lifecycle && stageNamed(lifecycle, choice.to);
    const stage = words.label(target?.labels);
    const criteria = new Set(target?.criteria.map((one) => one.key));
    const evidence = Object.fromEntries(Object.entries(ticksOf(choice.contactId)).filter(([key]) => criteria.has(key)));
    const seen = from === undefined ? stageOf(card, choice.lifecycle) : from;
    leaving.value = [...leaving.peek(), choice];
    const outcome = await acting.write<Moved>(shown, {
      method: 'POST',
      path: `/v1/contacts/${choice.contactId}/transitions`,
      body: {
        to: choice.to,
        lifecycle: choice.lifecycle,
        expect: { from: seen },
        ...(reason === undefined ? {} : { reason }),
        ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
        ...inContext(shown),
      },
      label: { what: 'move', who: card.contact.display_name, detail: stage },
    });
    leaving.value = leaving.peek().filter((one) => one !== choice);
    if (outcome === null) return;
    if (outcome.status === 'refused') return refused(choice, reason, outcome.problem);
    ticked.value = { contactId: '', said: {} };
    if (outcome.status === 'waiting') {
      toasts.done(words.t('move.waiting', { stage }), () => takeBack(shown, choice, outcome.id));
      return;
    }
    const { transition } = outcome.data;
    if (transition === undefined) toasts.done(words.t('move.already', { stage }));
    else toasts.done(words.t('move.done', { stage }), () => undo(shown, transition));
    if (moveTo(card, choice.lifecycle, choice.to)?.effects.some(({ kind }) => kind.startsWith('handover'))) handed();
    await subjects.refresh();
  };

  const refused = (choice: MoveChoice, reason: Conflict['reason'], problem: SidestageProblem) => {
    const now = problem.body.card as Card | undefined;
    if (problem.code === 'stage-changed' && now !== undefined) {
      const last = now.timeline.find((one) => one.transition?.lifecycle === choice.lifecycle && one.voided !== true);
      const there = positionOf(now.contact, choice.lifecycle);
      conflict.value = { ...choice, now: there, by: last?.actor.name ?? null, at: last?.at ?? null, reason };
      return;
    }
    if (problem.code === 'reason-required' || problem.code === 'reason-note-required') {
      asking.value = choice;
      return;
    }
    const allowed = (problem.body.allowed_moves as string[] | undefined) ?? [];
    refusal.value = { ...choice, code: problem.code, detail: problem.detail, allowed };
  };

  /** The conflict card's second button: the rep means it, knowing where the contact is now. */
  const insist = (shown: ContactSubject): void => {
    const meant = conflict.peek();
    if (meant === null || meant.contactId !== shown.card.contact.id) return;
    conflict.value = null;
    const move = moveTo(shown.card, meant.lifecycle, meant.to);
    if (move?.needs_reason && meant.reason === undefined) asking.value = meant;
    else void send(shown, meant, meant.reason, meant.now);
  };

  /** Takes back a move that waited to be sent; where it left meanwhile, the move it became. */
  const takeBack = async (shown: ContactSubject, choice: MoveChoice, id: string) => {
    if (await outbox.discard(id)) return;
    await subjects.refresh();
    const now = subjects.subject.peek();
    if (now.kind !== 'contact' || now.card.contact.id !== choice.contactId) return;
    const last = now.card.timeline.find(
      ({ transition, voided }) => transition?.lifecycle === choice.lifecycle && voided !== true,
    )?.transition;
    if (last?.to === choice.to) await undo(shown, last);
  };

  /** They are shown where they were before it at once. */
  const undo = async (shown: ContactSubject, { id, lifecycle, from }: LedgerRow) => {
    const back = from === null ? [] : [{ contactId: shown.card.contact.id, lifecycle, to: from }];
    leaving.value = [...leaving.peek(), ...back];
    const outcome = await acting.act(shown, 'undo', `POST /v1/transitions/${id}/undo`);
    leaving.value = leaving.peek().filter((one) => !back.includes(one));
    if (outcome === null) return;
    handed();
    acting.tell(outcome, words.t('undone'));
  };

  return {
    asking,
    noted,
    conflict,
    refusal,
    settle,
    ticksOf,
    tick,
    show,
    closing,
    lookedAt,
    lifecycleOf,
    stageOf,
    effectsOnTheWay,
    choose,
    giveReason,
    pickReason,
    insist,
    undo,
  };
}

interface Moved {
  transition?: LedgerRow;
}

export function positionOf(contact: Contact, lifecycle: string): string | null {
  return contact.stages.find((one) => one.lifecycle === lifecycle)?.stage ?? null;
}

/** How somebody was closed in the stage they are in; null where they were not. */
export const closedIn = (contact: Contact, lifecycle: string) =>
  contact.stages.find((one) => one.lifecycle === lifecycle)?.closed ?? null;

export function stageNamed(lifecycle: CardLifecycle, key: string | null): CardStage | undefined {
  return lifecycle.stages.find((one) => one.key === key);
}

/** The answer to a move has moved the contact, and what is open from there is still being asked for: no stage is open from itself. */
function isOutrun(card: Card, lifecycle: string): boolean {
  const at = positionOf(card.contact, lifecycle);
  return at !== null && moveTo(card, lifecycle, at)?.allowed === true;
}

export function moveTo(card: Card, lifecycle: string, to: string): Move | undefined {
  return card.moves.find((one) => one.lifecycle === lifecycle)?.data.find((one) => one.stage === to);
}

function allowedFrom(card: Card, lifecycle: string): string[] {
  const moves = card.moves.find((one) => one.lifecycle === lifecycle)?.data ?? [];
  return moves.flatMap((move) => (move.allowed ? [move.stage] : []));
}

/** The reasons that fit the move asked for, `other` last. */
export function reasonsFor(card: Card, choice: MoveChoice): Reason[] {
  const lifecycle = card.lifecycles.find((one) => one.key === choice.lifecycle);
  const terminal = lifecycle && stageNamed(lifecycle, choice.to)?.terminal;
  const kind = terminal ?? 'backward';
  return card.reasons.filter((one) => one.kinds.includes(kind) || one.kinds.includes('any'));
}
