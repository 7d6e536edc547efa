// Whom another function handed over: taken, or declined with a word why. Either can be taken back.
import type { Acting } from './acting.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Handover } from './wire.ts';

export type Handing = ReturnType<typeof createHanding>;

/** `changed`: one was answered, or is open again. */
export function createHanding(acting: Acting, changed: () => void) {
  const { subjects, words } = acting;

  const answer = async (
    shown: ContactSubject,
    one: Handover,
    how: 'accept' | 'decline' | 'reopen',
    more: { note?: string; owner_id?: string | null } = {},
  ) => {
    const { owner_id } = shown.card.contact;
    subjects.patch(shown, (card) => ({ ...card, handovers: card.handovers.filter(({ id }) => id !== one.id) }));
    const to = `POST /v1/handovers/${one.id}/${how}` as const;
    const outcome = await acting.act(shown, how, to, more, words.owner(one.to_function));
    changed();
    if (outcome === null) return;
    if (how === 'reopen') return acting.tell(outcome, words.t('undone'));
    acting.tell(outcome, words.t(`handover.${how}-done`), () => answer(shown, one, 'reopen', { owner_id }));
  };

  return { answer };
}
