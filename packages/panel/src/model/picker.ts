// Moving a stage while the focus stays in the page: one shortcut arms the picker, a digit chooses, Enter moves.
import { signal } from '@preact/signals';
import type { Host } from '../host.ts';
import type { Words } from '../words/index.ts';
import type { Moves } from './moves.ts';
import type { Subjects } from './subject.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Toasts } from './toast.ts';

export interface Armed {
  /** Who was shown when it was armed: nobody else is moved by it. */
  shown: ContactSubject;
  /** The stage chosen by a digit; Enter moves there. */
  choice: string | null;
}

export const ARMED_MS = 5_000;
// A page that has not answered by then runs no reader, and its keys stay its own.
const ANSWER_MS = 600;

export type Picker = ReturnType<typeof createPicker>;

export function createPicker(parts: { host: Host; subjects: Subjects; moves: Moves; toasts: Toasts; words: Words }) {
  const { host, subjects, moves, toasts, words } = parts;
  const armed = signal<Armed | null>(null);
  /** Armed as soon as the page says that it gives its keys away: before that nothing is promised. */
  let asked: ContactSubject | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const disarm = () => {
    clearTimeout(timer);
    if (armed.peek() === null && asked === undefined) return;
    asked = undefined;
    armed.value = null;
    host.armPage(0);
  };

  const arm = () => {
    const shown = subjects.subject.peek();
    disarm();
    if (shown.kind !== 'contact') {
      toasts.bad(words.t('picker.nobody'));
      return;
    }
    asked = shown;
    host.armPage(ARMED_MS);
    timer = setTimeout(() => {
      disarm();
      toasts.bad(words.t('picker.deaf'));
    }, ANSWER_MS);
  };

  const ready = () => {
    // Every frame of the page says it; the first one counts.
    if (asked === undefined) return;
    armed.value = { shown: asked, choice: null };
    asked = undefined;
    clearTimeout(timer);
    timer = setTimeout(disarm, ARMED_MS);
  };

  const key = (pressed: string) => {
    const now = armed.peek();
    if (now === null) return;
    if (/^[1-9]$/.test(pressed)) {
      const stage = moves.lifecycleOf(now.shown.card)?.stages[Number(pressed) - 1];
      if (stage !== undefined) armed.value = { ...now, choice: stage.key };
      return;
    }
    disarm();
    if (pressed === 'Enter' && now.choice !== null) moves.choose(now.shown, now.choice);
  };

  host.onPicker({ pressed: arm, ready, key });
  return { armed, disarm };
}
