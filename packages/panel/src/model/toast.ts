// The one line at the foot that says what was just done and takes it back. It leaves by itself.
import { signal } from '@preact/signals';

export interface Toast {
  text: string;
  tone: 'done' | 'bad';
  undo?: (() => unknown) | undefined;
}

// Long enough to read and reach Esc; the server allows taking back for much longer.
const SHOWN_MS = 8_000;

export type Toasts = ReturnType<typeof createToasts>;

export function createToasts() {
  const toast = signal<Toast | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    toast.value = null;
  };
  const show = (next: Toast) => {
    clear();
    toast.value = next;
    timer = setTimeout(clear, SHOWN_MS);
  };
  /** False where there was nothing to take back. */
  const undo = () => {
    const taken = toast.peek()?.undo;
    if (taken === undefined) return false;
    clear();
    taken();
    return true;
  };
  /** What was done, and how it is taken back where it can be. */
  const done = (text: string, undo?: () => unknown) => show({ text, tone: 'done', undo });
  const bad = (text: string) => show({ text, tone: 'bad' });
  return { toast, done, bad, clear, undo };
}
