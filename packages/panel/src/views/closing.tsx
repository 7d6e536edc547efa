// Closing somebody in place: the outcome, then why; and what stands there while they are closed.
import { outcomesOf, reasonsOf } from '../model/closing.ts';
import type { Closing } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, Contact } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key, When } from './parts.tsx';
import { ReasonChoice } from './reason-choice.tsx';

interface Props {
  subject: ContactSubject;
  lifecycle: CardLifecycle;
}

/** The quiet way out beside the likely move. */
export function CloseLink({ subject, lifecycle }: Props) {
  const { closing, words } = useModel();
  if (outcomesOf(subject.card, lifecycle).length === 0) return null;
  return (
    <button type="button" class="link quiet-link" data-act="close-contact" onClick={() => closing.toggle(subject)}>
      {words.t('close.start')} <Key>x</Key>
    </button>
  );
}

export function CloseBox({ subject, lifecycle, asking }: Props & { asking: Closing }) {
  const { closing, words } = useModel();
  const { t } = words;
  const outcomes = outcomesOf(subject.card, lifecycle);
  return (
    <ReasonChoice
      title={t('close.why')}
      reasons={reasonsOf(subject.card, asking.outcome)}
      noted={asking.noted}
      onPick={(reason) => closing.pick(subject, reason)}
      onNote={(code, note) => void closing.close(subject, { code, note })}
      onLeave={closing.leave}
    >
      <fieldset class="kinds" aria-label={t('close.outcome')}>
        {outcomes.map((one) => (
          <button
            key={one}
            type="button"
            class="chip"
            data-outcome={one}
            title={t(`close.is-${one}`)}
            aria-pressed={asking.outcome === one}
            onClick={() => closing.choose(one)}
          >
            {t(`outcome.${one}`)}
          </button>
        ))}
        <small class="soft">{t(`close.is-${asking.outcome}`)}</small>
      </fieldset>
    </ReasonChoice>
  );
}

export function ClosedBox({
  subject,
  lifecycle,
  closed,
}: Props & { closed: NonNullable<Contact['stages'][number]['closed']> }) {
  const { closing, words } = useModel();
  const { t, label } = words;
  const reason = subject.card.reasons.find((one) => one.code === closed.reason);
  const key = `outcome.${closed.outcome}`;
  return (
    <div class="box box-warn" data-state="closed">
      <div>
        <strong>{isOutcome(key) ? t(key) : closed.outcome}</strong>
        {reason === undefined ? null : <> · {label(reason.labels)}</>}{' '}
        <span class="soft">
          <When at={closed.at} />
        </span>
        <p class="soft">{t('close.means')}</p>
      </div>
      <div class="buttons">
        <button
          type="button"
          class="secondary"
          data-act="reopen-contact"
          onClick={() => void closing.reopen(subject, lifecycle.key)}
        >
          {t('close.open')}
        </button>
      </div>
    </div>
  );
}

const isOutcome = (key: string): key is 'outcome.lost' | 'outcome.disqualified' | 'outcome.churned' =>
  ['outcome.lost', 'outcome.disqualified', 'outcome.churned'].includes(key);
