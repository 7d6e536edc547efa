// Closing somebody where they stand, with an outcome and a reason of its own dictionary, and opening them again.
import type { Acting } from './acting.ts';
import type { Closing, Moves, Outcome } from './moves.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Card, CardLifecycle, Contact, LedgerRow, Reason } from './wire.ts';

export type ClosingActs = ReturnType<typeof createClosing>;

export function createClosing(acting: Acting, moves: Moves) {
  const { words } = acting;
  const asking = moves.closing;

  const leave = () => {
    asking.value = null;
  };

  /** Asks why, or puts the question away. Does nothing where nobody can be closed. */
  const toggle = (shown: ContactSubject): boolean => {
    const lifecycle = moves.lifecycleOf(shown.card);
    const [outcome] = lifecycle === undefined ? [] : outcomesOf(shown.card, lifecycle);
    if (lifecycle === undefined || outcome === undefined) return false;
    const open = asking.peek() !== null;
    moves.settle();
    const next: Closing = { contactId: shown.card.contact.id, lifecycle: lifecycle.key, outcome, noted: null };
    asking.value = open ? null : next;
    return true;
  };

  const choose = (outcome: Outcome) => {
    const now = asking.peek();
    if (now !== null) asking.value = { ...now, outcome, noted: null };
  };

  const pick = (shown: ContactSubject, reason: Reason) => {
    const now = asking.peek();
    if (now === null || now.contactId !== shown.card.contact.id) return;
    if (reason.needs_note) asking.value = { ...now, noted: reason.code };
    else void close(shown, { code: reason.code });
  };

  const close = async (shown: ContactSubject, reason: { code: string; note?: string }) => {
    const now = asking.peek();
    if (now === null || now.contactId !== shown.card.contact.id) return;
    leave();
    // A move that is still on its way arrives before this does.
    const from = moves.stageOf(shown.card, now.lifecycle);
    const text = words.t(`outcome.${now.outcome}`);
    const body = { outcome: now.outcome, reason, lifecycle: now.lifecycle, expect: { from } };
    const to = `POST /v1/contacts/${now.contactId}/close` as const;
    const outcome = await acting.act<Changed>(shown, 'close', to, body, text);
    if (outcome !== null) acting.tell(outcome, words.t('close.done', { outcome: text }), takeBack(shown));
  };

  const reopen = async (shown: ContactSubject, lifecycle: string) => {
    const to = `POST /v1/contacts/${shown.card.contact.id}/reopen` as const;
    const outcome = await acting.act<Changed>(shown, 'open', to, { lifecycle });
    if (outcome !== null) acting.tell(outcome, words.t('close.opened'), takeBack(shown));
  };

  // The row itself is taken back: nobody was ever closed, or opened.
  const takeBack =
    (shown: ContactSubject) =>
    ({ transition }: Changed) =>
      transition && moves.undo(shown, transition);

  return { asking, leave, toggle, choose, pick, close, reopen };
}

interface Changed {
  contact: Contact;
  transition?: LedgerRow;
}

/** How somebody may be closed: none where the lifecycle has a stage for it, or where they are closed already. */
export function outcomesOf({ contact }: Card, lifecycle: CardLifecycle): Outcome[] {
  const position = contact.stages.find((one) => one.lifecycle === lifecycle.key);
  if (position === undefined || position.closed) return [];
  const bought = position.pool === 'asset' || position.pool === 'capital';
  if (lifecycle.stages.some((stage) => stage.key === position.stage && stage.terminal && stage.terminal !== 'won'))
    return [];
  const has = (terminal: string) => lifecycle.stages.some((stage) => stage.terminal === terminal);
  if (has('lost')) return bought || has('disqualified') ? [] : ['disqualified'];
  if (bought) return ['churned', 'lost'];
  return has('disqualified') ? ['lost'] : ['lost', 'disqualified'];
}

export const reasonsOf = (card: Card, outcome: Outcome): Reason[] =>
  card.reasons.filter((one) => one.kinds.includes(outcome) || one.kinds.includes('any'));
