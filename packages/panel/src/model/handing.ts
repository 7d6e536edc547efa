// Whom another function handed over: taken, or declined with a word why. Either can be taken back.
import { type Acting, inContext } from './acting.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Handover } from './wire.ts';

export type Handing = ReturnType<typeof createHanding>;

export function createHanding(acting: Acting) {
  const { subjects, outbox, toasts, words } = acting;

  const answer = async (
    shown: ContactSubject,
    one: Handover,
    how: 'accept' | 'decline' | 'reopen',
    more: { note?: string; owner_id?: string | null } = {},
  ) => {
    const { display_name: who, owner_id } = shown.card.contact;
    subjects.patch(shown, (card) => ({ ...card, handovers: card.handovers.filter(({ id }) => id !== one.id) }));
    const outcome = await acting.writeAndTell(shown, {
      method: 'POST',
      path: `/v1/handovers/${one.id}/${how}`,
      body: { ...more, ...inContext(shown) },
      label: { what: how, who, detail: words.owner(one.to_function) },
    });
    if (outcome === null || outcome.status === 'refused') return;
    if (how === 'reopen') return toasts.show({ text: words.t('undone'), tone: 'done' });
    const undo =
      outcome.status === 'waiting'
        ? () => void outbox.discard(outcome.id).then(subjects.refresh)
        : () => void answer(shown, one, 'reopen', { owner_id });
    toasts.show({ text: words.t(`handover.${how}-done`), tone: 'done', undo });
  };

  return { answer };
}
