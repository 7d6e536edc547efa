// What to do in the stage a person is in: its goal, what helps, what harms.
import type { CardStage } from '../model/wire.ts';
import { useModel } from './model-context.ts';

export function Playbook({ stage }: { stage: CardStage }) {
  const { words } = useModel();
  const { t, label } = words;
  return (
    <details class="playbook">
      <summary>
        <span class="faint">{t('playbook.goal')}</span> {label(stage.goal)}
      </summary>
      <p>
        <span class="mark ok" aria-hidden="true">
          ✓
        </span>
        <span class="unseen">{t('playbook.do')}</span>
        {label(stage.do)}
      </p>
      <p>
        <span class="mark bad" aria-hidden="true">
          ✕
        </span>
        <span class="unseen">{t('playbook.dont')}</span>
        {label(stage.dont)}
      </p>
    </details>
  );
}
