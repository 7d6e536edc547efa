// Asks which time a line meant where its words mean several; nothing is saved before the rep has said.
import type { FollowUpLine } from '@sidestage/domain';
import { useModel } from './model-context.ts';

type Due = NonNullable<FollowUpLine['due']>;

/** Enter in the line leads here, so that a second Enter takes the sooner one. */
export function focusFirstChoice(event: Event): void {
  const { currentTarget } = event;
  if (currentTarget instanceof HTMLFormElement) currentTarget.querySelector<HTMLElement>('[data-act=choose]')?.focus();
}

export function WhichTime({ read, onChoose }: { read: FollowUpLine; onChoose(due: Due, event: Event): void }) {
  const { words, clock } = useModel();
  if (read.choices.length === 0) return null;
  return (
    <fieldset class="kinds which" aria-label={words.t('next.which')}>
      <span class="warn">{words.t('next.which')}</span>
      {read.choices.map((due) => (
        <button key={due.local} type="button" class="chip" data-act="choose" onClick={(event) => onChoose(due, event)}>
          {words.due(due, clock.now())}
        </button>
      ))}
    </fieldset>
  );
}
