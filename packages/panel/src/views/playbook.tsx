// What to do in the stage a person is in: its goal, what helps, what harms, what counts, and the texts that say it.
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, CardStage } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';
import { Scripts } from './scripts.tsx';

export function Playbook({
  subject,
  lifecycle,
  stage,
}: {
  subject: ContactSubject;
  lifecycle: CardLifecycle;
  stage: CardStage;
}) {
  const { words, scripts } = useModel();
  const { t, label } = words;
  const isOpen = scripts.open.value !== 'closed';
  return (
    <details
      class="playbook"
      open={isOpen}
      onToggle={(event) => {
        const opened = event.currentTarget.open;
        if (opened !== (scripts.open.peek() !== 'closed')) scripts.open.value = opened ? 'clicked' : 'closed';
      }}
    >
      <summary>
        <span class="faint">{t('playbook.goal')}</span> {label(stage.goal)}{' '}
        <span class="fold">
          <Key>p</Key>
        </span>
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
      {stage.criteria.length === 0 ? null : (
        <p>
          <span class="faint">{t('playbook.criteria')}</span>
          {words.list(stage.criteria.map((one) => label(one.labels)))}
        </p>
      )}
      {isOpen ? <Scripts subject={subject} lifecycle={lifecycle} stage={stage} /> : null}
    </details>
  );
}
