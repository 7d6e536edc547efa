// Puts a text where the rep would type it, and looks whether it is there: once, beside what stood there before. Never sends.
// It knows no browser's extension API: what must happen in the page's own world is asked of `inPage`.
import { type ComposerKind, isField, isOpen, kindOf, squash, wordsIn } from './composer.ts';
import type { PageAsk } from './page-world.ts';

export type InsertMethod = 'command' | 'setter' | 'beforeinput' | 'paste';

/**
 * `moved-on`: the conversation is another one by now, and nothing was touched. `refused`: no way of this editor took it, and
 * it stands as it was. `uncertain`: something changed, but not just by this text; the rep must look.
 */
export type Insertion =
  | { readonly status: 'inserted'; readonly method: InsertMethod }
  | { readonly status: 'not-inserted'; readonly why: 'moved-on' | 'refused' | 'uncertain' };

export interface InsertOptions {
  /** Asked at the moment of insertion, and nothing comes between the two: whether this is still the composer meant. */
  isCurrent: (composer: HTMLElement) => boolean;
  /** Asks the page's side on this element; false where nobody listens there. */
  inPage?: (composer: HTMLElement, ask: PageAsk) => boolean;
}

// The browser's own command comes first where it works: it is the one the page can take back with Ctrl+Z like typed text.
const METHODS: Record<ComposerKind, readonly InsertMethod[]> = {
  field: ['command', 'setter'],
  model: ['beforeinput', 'paste'],
  paste: ['paste'],
  plain: ['command'],
};

/** Whether this composer takes text only from the page's own world. */
export function needsPageWorld(composer: HTMLElement): boolean {
  return kindOf(composer) === 'model' || kindOf(composer) === 'paste';
}

// Editors notice a caret set by script only a little later.
const CARET_MS = 50;
// Editors draw what they accept at once or in the next frame.
const TAKE_MS = 1_000;
const LOOK_MS = 10;
const SETTLE_MS = 40;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function insertText(composer: HTMLElement, text: string, options: InsertOptions): Promise<Insertion> {
  if (!options.isCurrent(composer)) return { status: 'not-inserted', why: 'moved-on' };
  if (placeCaret(composer)) await wait(CARET_MS);
  for (const method of METHODS[kindOf(composer)]) {
    if (!composer.isConnected || !isOpen(composer) || !options.isCurrent(composer))
      return { status: 'not-inserted', why: 'moved-on' };
    const before = wordsIn(composer);
    const { heard, taken } = perform(composer, method, text, options);
    if (!heard) continue;
    const after = await changed(composer, before);
    if (after !== before)
      return holdsOnce(before, after, squash(text))
        ? { status: 'inserted', method }
        : { status: 'not-inserted', why: 'uncertain' };
    // The editor accepted it and does not show it: it may still appear, so no other way is tried.
    if (taken) return { status: 'not-inserted', why: 'uncertain' };
  }
  return { status: 'not-inserted', why: 'refused' };
}

/** Where the rep left the caret, else at the end. A selection is let go of, so that nothing is replaced. True: it was set. */
function placeCaret(composer: HTMLElement): boolean {
  const { ownerDocument: document } = composer;
  const hadFocus = hasFocus(composer);
  if (isField(composer)) {
    if (!hadFocus) composer.focus({ preventScroll: true });
    const at = hadFocus ? (composer.selectionEnd ?? composer.value.length) : composer.value.length;
    composer.setSelectionRange(at, at);
    return !hadFocus;
  }
  const selection = document.getSelection();
  const isInside = () => selection !== null && selection.rangeCount > 0 && composer.contains(selection.anchorNode);
  if (hadFocus && isInside() && selection?.isCollapsed) return false;
  // Some editors put their own caret back when they get the focus.
  const knew = isInside();
  if (!hadFocus) composer.focus({ preventScroll: true });
  if (knew && isInside()) selection?.collapseToEnd();
  else {
    selection?.selectAllChildren(composer);
    selection?.collapseToEnd();
  }
  return true;
}

/** A frame's document has its own idea of what is active, also while the focus is elsewhere in the page. */
function hasFocus(element: Element): boolean {
  if ((element.getRootNode() as Document | ShadowRoot).activeElement !== element) return false;
  // Null at the top, and where the page around comes from another place.
  const holder = element.ownerDocument.defaultView?.frameElement ?? null;
  return holder === null || hasFocus(holder);
}

function perform(
  composer: HTMLElement,
  method: InsertMethod,
  text: string,
  { inPage }: InsertOptions,
): { heard: boolean; taken: boolean } {
  const { ownerDocument: document } = composer;
  if (method === 'command') return { heard: document.execCommand('insertText', false, text), taken: false };
  if (method === 'setter') {
    if (isField(composer)) setValue(composer, text);
    return { heard: true, taken: false };
  }
  // An editor that wants the event for itself cancels it, or lets nobody else hear it.
  let taken = true;
  const look = (event: Event) => {
    taken = event.defaultPrevented;
  };
  const view = document.defaultView;
  view?.addEventListener(method, look);
  const heard = inPage?.(composer, { method, text }) ?? false;
  view?.removeEventListener(method, look);
  return { heard, taken: heard && taken };
}

/** Sets the value with the element's native setter, past the one by which frameworks note what they wrote themselves. */
function setValue(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const view = field.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  const type = field.localName === 'textarea' ? view?.HTMLTextAreaElement : view?.HTMLInputElement;
  const at = field.selectionEnd ?? field.value.length;
  const { value } = field;
  Object.getOwnPropertyDescriptor(type?.prototype ?? {}, 'value')?.set?.call(
    field,
    value.slice(0, at) + text + value.slice(at),
  );
  field.setSelectionRange(at + text.length, at + text.length);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
}

/** What stands in the composer once it is another text and has come to rest, or the same after all the time it has. */
async function changed(composer: HTMLElement, before: string): Promise<string> {
  for (let waited = 0; waited < TAKE_MS && wordsIn(composer) === before; waited += LOOK_MS) await wait(LOOK_MS);
  if (wordsIn(composer) !== before) await wait(SETTLE_MS);
  return wordsIn(composer);
}

/** Whether `after` is `before` with the text put in at one place, and nothing else. */
export function holdsOnce(before: string, after: string, text: string): boolean {
  if (after.length !== before.length + text.length) return false;
  for (let at = after.indexOf(text); at >= 0; at = after.indexOf(text, at + 1)) {
    if (after.slice(0, at) + after.slice(at + text.length) === before) return true;
  }
  return false;
}
