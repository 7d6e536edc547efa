// What waits for the rep over all people: whom they were handed, and their steps, overdue, today, and the next few.
import type { FollowUp } from '../model/wire.ts';
import { AgendaKeys, AgendaRow } from './agenda-row.tsx';
import { HandedRow } from './handed-row.tsx';
import { useModel } from './model-context.ts';
import { RemindMe } from './remind-me.tsx';

export function DueList() {
  const { agenda, words } = useModel();
  const { t } = words;
  const state = agenda.state.value;
  if (state.status === 'loading') return <div class="skeleton-lines" aria-hidden="true" />;
  const failed = (
    <p class="soft">
      {t('due.failed')}{' '}
      <button type="button" class="link" onClick={() => void agenda.load()}>
        {t('try-again')}
      </button>
    </p>
  );
  if (state.status === 'failed') return failed;
  const { handovers, overdue, today, upcoming, more, anybody } = state;
  const steps = overdue.length + today.length + upcoming.length;
  if (!anybody) return null;
  return (
    <div class="due">
      {state.isOld ? failed : null}
      {handovers.length > 0 ? (
        <section>
          <h2 class="section-title">{t('due.handed')}</h2>
          <ul class="rows">
            {handovers.map((one) => (
              <HandedRow key={one.id} handover={one} />
            ))}
          </ul>
        </section>
      ) : null}
      {overdue.length > 0 ? <DueGroup title={t('due.overdue')} steps={overdue} tone="warn" /> : null}
      {today.length > 0 ? <DueGroup title={t('due.today')} steps={today} tone="plain" /> : null}
      {overdue.length + today.length === 0 ? <p class="soft">{t('due.none')}</p> : null}
      {more ? <p class="soft">{t('due.more')}</p> : null}
      {upcoming.length > 0 ? <DueGroup title={t('due.next')} steps={upcoming} tone="plain" /> : null}
      {steps + handovers.length > 0 ? <AgendaKeys steps={steps > 0} handed={handovers.length > 0} /> : null}
      <RemindMe />
    </div>
  );
}

function DueGroup({ title, steps, tone }: { title: string; steps: FollowUp[]; tone: 'warn' | 'plain' }) {
  return (
    <section>
      <h2 class="section-title">{title}</h2>
      <ul class="rows">
        {steps.map((step) => (
          <AgendaRow key={step.id} step={step} tone={tone} />
        ))}
      </ul>
    </section>
  );
}
