// Under the stage: who handed this person over, and the rep's answer in place.
import { useSignal } from '@preact/signals';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, Handover } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key, When } from './parts.tsx';
import { ReasonNote } from './reason-choice.tsx';

export function HandoverLine({ subject, lifecycle }: { subject: ContactSubject; lifecycle: CardLifecycle }) {
  const { contact, handovers } = subject.card;
  // A server of yesterday says nothing of them.
  const open = handovers?.find((one) => one.lifecycle === lifecycle.key);
  return open === undefined || contact.archived_at !== null ? null : (
    <Open key={open.id} subject={subject} open={open} />
  );
}

function Open({ subject, open }: { subject: ContactSubject; open: Handover }) {
  const { handing, words } = useModel();
  const { t, owner } = words;
  const declining = useSignal(false);
  const names = { from: owner(open.from_function), to: owner(open.to_function) };
  const [before, after] = t('handover.line', names).split('{when}');
  return (
    <section class="same" aria-label={t('handover.accept')} data-state="handover">
      <p>
        {before}
        <When at={open.opened_at} />
        {after}
      </p>
      <span class="same-acts">
        <button
          type="button"
          class="link"
          data-act="take-over"
          onClick={() => void handing.answer(subject, open, 'accept')}
        >
          {t('handover.accept')} <Key>o</Key>
        </button>
        <button
          type="button"
          class="link soft-link"
          data-act="decline-handover"
          aria-expanded={declining.value}
          onClick={() => {
            declining.value = !declining.value;
          }}
        >
          {t('handover.decline')}
        </button>
      </span>
      {declining.value ? (
        <ReasonNote onNote={(note) => void handing.answer(subject, open, 'decline', { note })} />
      ) : null}
    </section>
  );
}
