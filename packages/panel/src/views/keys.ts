// What a key does while the panel has the focus and no field takes it: c creates, digits move, t tags, f plans, n logs,
// o takes over, p opens the playbook, d the details, a the agenda, x closes, / searches, Esc takes back.
import { reasonsOf } from '../model/closing.ts';
import type { Model } from '../model/index.ts';
import { reasonsFor } from '../model/moves.ts';
import { reasonOfKey } from '../model/reason-keys.ts';
import { openAgenda } from './agenda-row.tsx';

// Longer than anybody pauses within a word.
const PAUSE_MS = 1_000;

export function listenToKeys(root: HTMLElement, model: Model): () => void {
  const stray = strayKeys();
  const onKeyDown = (event: KeyboardEvent) => {
    if (stray.isStray(event)) return event.preventDefault();
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (field && event.key !== 'Escape') return;
    if (act(event.key, root, model, field)) event.preventDefault();
  };
  root.ownerDocument.addEventListener('keydown', onKeyDown);
  root.ownerDocument.addEventListener('pointerdown', stray.forget);
  return () => {
    root.ownerDocument.removeEventListener('keydown', onKeyDown);
    root.ownerDocument.removeEventListener('pointerdown', stray.forget);
  };
}

/**
 * The rest of a sentence whose field is gone, because the page opened somebody else under the rep's hands, is for nobody: its
 * digits must not move them. True for such a key, until the rep pauses.
 */
function strayKeys() {
  let field: Element | undefined;
  let at = Number.NEGATIVE_INFINITY;
  return {
    isStray({ target, key, timeStamp }: KeyboardEvent): boolean {
      const typedIn = target instanceof Element ? target.closest('input, textarea') : null;
      if (typedIn !== null) {
        // Left by Enter or Esc, what comes next is meant for the panel.
        field = key === 'Enter' || key === 'Escape' ? undefined : typedIn;
        at = timeStamp;
        return false;
      }
      if (field === undefined || field.isConnected || timeStamp - at > PAUSE_MS) return false;
      at = timeStamp;
      return true;
    },
    /** The hand left the keys: what it clicked is what took the field away. */
    forget() {
      field = undefined;
    },
  };
}

/** True where the key meant something here. */
function act(key: string, root: HTMLElement, model: Model, inField: boolean): boolean {
  const { moves, overlay, subjects, toasts, session, tagging, details, scripts, closing } = model;
  if (session.state.peek().status !== 'signed-in') return false;
  if (key === 'Escape') return stepOut(root, model, inField);
  if (key === '/') {
    overlay.value = { view: 'search' };
    return true;
  }
  if (key === 'a') return openAgenda(root, model);
  const subject = subjects.subject.peek();
  if (overlay.peek() !== null) return false;
  if (key === 'c' && subject.kind === 'new') {
    // The button's own press, so that what is checked before a click is checked before the key.
    root.querySelector<HTMLElement>('[data-act=create]')?.click();
    return true;
  }
  if (subject.kind !== 'contact') return false;
  if (key === 'x') return closing.toggle(subject);
  const digit = /^[0-9]$/.test(key);
  const why = closing.asking.peek();
  const asking = moves.asking.peek();
  if (why !== null || asking !== null) {
    const asked = why !== null ? reasonsOf(subject.card, why.outcome) : asking && reasonsFor(subject.card, asking);
    const reason = reasonOfKey(asked ?? [], key);
    if (reason !== undefined && why !== null) closing.pick(subject, reason);
    else if (reason !== undefined) moves.pickReason(subject, reason);
    // No digit moves anybody while it could have been meant for a reason.
    if (reason !== undefined || digit) return true;
  }
  if (digit) {
    const stage = moves.lifecycleOf(subject.card)?.stages[Number(key) - 1];
    if (stage !== undefined) moves.choose(subject, stage.key);
    return stage !== undefined;
  }
  if (key === 'd') {
    if (details.open.peek()) details.open.value = false;
    else void details.show();
    return true;
  }
  if (key === 'o') {
    const button = root.querySelector<HTMLElement>('[data-act=take-over]');
    button?.click();
    return button !== null;
  }
  if (key === 'p') {
    scripts.open.value = scripts.open.peek() === 'closed' ? 'pressed' : 'closed';
    return true;
  }
  if (key === 't') {
    tagging.value = true;
    return true;
  }
  const field = { n: 'textarea[name=log]', f: 'input[name=next]' }[key];
  if (field === undefined) return false;
  toasts.clear();
  root.querySelector<HTMLElement>(field)?.focus();
  return true;
}

// From the inside out: a question, an overlay, a field, then the last act.
function stepOut(root: HTMLElement, model: Model, inField: boolean): boolean {
  const { moves, closing, overlay, toasts, tagging, details, scripts } = model;
  if (tagging.peek()) {
    tagging.value = false;
    return true;
  }
  if (closing.asking.peek() !== null) {
    closing.leave();
    return true;
  }
  if (moves.asking.peek() !== null || moves.refusal.peek() !== null) {
    moves.settle();
    return true;
  }
  if (overlay.peek() !== null) {
    overlay.value = null;
    return true;
  }
  const closeScripts = () => {
    const wasOpen = scripts.open.peek() !== 'closed';
    scripts.open.value = 'closed';
    return wasOpen;
  };
  if (inField && scripts.open.peek() === 'pressed') return closeScripts();
  if (inField) {
    const focused = root.ownerDocument.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    return true;
  }
  // What was just done comes before what merely lies open.
  if (toasts.undo() || closeScripts()) return true;
  const wasOpen = details.open.peek();
  details.open.value = false;
  return wasOpen;
}
