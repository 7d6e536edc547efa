// Nobody should be forgotten: where no step is open, says so, and offers the one the person's grade asks for.
import { localAt } from '@sidestage/domain';
import type { ContactSubject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';

const DAY_MS = 86_400_000;

export function CadenceHint({ subject }: { subject: ContactSubject }) {
  const { words, work, clock } = useModel();
  const { t } = words;
  const { cadence, follow_ups, tag_groups, me } = subject.card;
  if (follow_ups.length > 0) return null;
  if (cadence === null) return <p class="read warn">{t('next.none')}</p>;
  // Overdue by the grade: tomorrow, not a day that is gone.
  const at = Math.max(Date.parse(cadence.due_at), clock.now() + DAY_MS);
  const due = { local: `${localAt(at, me.zone).slice(0, 10)}T09:00`, zone: me.zone };
  return (
    <div class="read">
      <p class="warn">{t('cadence.missing', { grade: words.tag(tag_groups, cadence.tag), days: cadence.days })}</p>
      <button
        type="button"
        class="chip"
        data-act="cadence"
        onClick={() => void work.planNext(subject, { title: t('cadence.title'), due })}
      >
        {t('cadence.plan', { due: words.due(due, clock.now()) })}
      </button>
    </div>
  );
}
