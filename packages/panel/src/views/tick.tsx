// The circle before a step: pressed, the step is done.
import type { FollowUp } from '../model/wire.ts';
import { useModel } from './model-context.ts';

export function Tick({ step, onDone }: { step: FollowUp; onDone: () => void }) {
  const { t } = useModel().words;
  return (
    <button
      type="button"
      class="icon tick"
      data-act="complete"
      title={t('agenda.done')}
      aria-label={t('next.complete', { title: step.title })}
      onClick={onDone}
    />
  );
}
