// While the rep's picker is armed, this page's digits, Enter and Esc belong to the panel: browsers give no way to move the
// focus there. Everything else stays the page's, and typing anything else ends it at once.

export interface ArmedKeys {
  stop(): void;
}

const TAKEN = /^(?:[1-9]|Enter|Escape)$/;

/** `taken` hears each key the page did not get; Enter and Esc are the last. Ends by itself after `forMs`. */
export function armKeys(view: Window, forMs: number, taken: (key: string) => void): ArmedKeys {
  const ended = new AbortController();
  const { signal } = ended;
  const stop = () => ended.abort();
  const timer = setTimeout(stop, forMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
  // The letting go of a key we took would reach the page as half a key.
  const held = new Set<string>();

  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Scripts of the page may not press for the rep, and a word being composed is the input method's.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    if (['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'].includes(event.key)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !TAKEN.test(event.key)) return stop();
    swallow(event);
    held.add(event.code);
    if (event.repeat) return;
    taken(event.key);
    if (event.key === 'Enter' || event.key === 'Escape') stop();
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.isTrusted && held.delete(event.code)) swallow(event);
  };
  view.addEventListener('keydown', onKeyDown, { capture: true, signal });
  // Outlives the arming: the last key is let go after it.
  view.addEventListener('keyup', onKeyUp, { capture: true });
  signal.addEventListener('abort', () => setTimeout(() => view.removeEventListener('keyup', onKeyUp, true), 1_000));
  return { stop };
}
