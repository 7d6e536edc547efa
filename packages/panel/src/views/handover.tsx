// Under the stage: who handed this person over, and the rep's answer in place. What the rep's own move hands over stands here
// with the move, before the server has answered: nothing below moves when it does.
import { useSignal } from '@preact/signals';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, Handover, MoveEffect } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key, When } from './parts.tsx';
import { ReasonNote } from './reason-choice.tsx';

export function HandoverLine({ subject, lifecycle }: { subject: ContactSubject; lifecycle: CardLifecycle }) {
  const { moves } = useModel();
  const { contact, handovers } = subject.card;
  if (contact.archived_at !== null) return null;
  const effects = moves.effectsOnTheWay(subject.card, lifecycle.key);
  const coming = effects.find((one) => one.kind === 'handover-opened');
  if (coming !== undefined) return <Line subject={subject} coming={coming} />;
  if (effects.some((one) => one.kind === 'handover-withdrawn')) return null;
  // A server of yesterday says nothing of them.
  const open = handovers?.find((one) => one.lifecycle === lifecycle.key);
  return open === undefined ? null : <Line key={open.id} subject={subject} open={open} />;
}

function Line({
  subject,
  open,
  coming,
}: {
  subject: ContactSubject;
  open?: Handover;
  /** Not on the server yet: told, but not to be answered. */
  coming?: MoveEffect;
}) {
  const { handing, words, now } = useModel();
  const { t, owner } = words;
  const declining = useSignal(false);
  const from = open?.from_function ?? coming?.from ?? '';
  const names = { from: owner(from), to: owner(open?.to_function ?? coming?.to ?? '') };
  const [before, after] = t('handover.line', names).split('{when}');
  return (
    <section
      class="same"
      aria-label={t('handover.accept')}
      data-state={open === undefined ? 'handing-over' : 'handover'}
    >
      <p>
        {before}
        <When at={open?.opened_at ?? new Date(now.value).toISOString()} />
        {after}
      </p>
      <span class="same-acts">
        <button
          type="button"
          class="link"
          data-act="take-over"
          disabled={open === undefined}
          onClick={() => open && void handing.answer(subject, open, 'accept')}
        >
          {t('handover.accept')} <Key>o</Key>
        </button>
        <button
          type="button"
          class="link soft-link"
          data-act="decline-handover"
          disabled={open === undefined}
          aria-expanded={declining.value}
          onClick={() => {
            declining.value = !declining.value;
          }}
        >
          {t('handover.decline')}
        </button>
      </span>
      {declining.value && open !== undefined ? (
        <ReasonNote onNote={(note) => void handing.answer(subject, open, 'decline', { note })} />
      ) : null}
    </section>
  );
}
