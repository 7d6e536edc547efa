// Where the rep writes to the open conversation: which element it is, what kind of editor, and what stands in it.
import type { Reading } from '../reading.ts';
import type { Recipe } from '../recipe.ts';
import { RECIPES } from '../registry.ts';
import { drawn, isDrawn } from '../visible.ts';

/** `field`: a text field. `model` and `paste`: editors with a document of their own, which take an input event or a paste. `plain`: the page's own text. */
export type ComposerKind = 'field' | 'model' | 'paste' | 'plain';

export type FoundComposer = { readonly composer: HTMLElement } | { readonly why: 'no-composer' | 'several-composers' };

// How editors that keep a document of their own mark the element they draw it in.
const EDITORS: readonly (readonly [ComposerKind, string])[] = [
  ['field', 'textarea, input'],
  // Lexical, Slate
  ['model', '[data-lexical-editor="true"], [data-slate-editor="true"]'],
  // ProseMirror, Quill, CKEditor 5, Draft.js
  ['paste', '.ProseMirror, .ql-editor, .ck-editor__editable, .public-DraftEditor-content'],
];

/**
 * Editors such as TinyMCE draw in a frame of their own, which is as much of this page as the conversation around it where it
 * comes from the same place. Into any other frame this document cannot see, so nothing there is a composer.
 */
function writingPlace(element: HTMLElement): HTMLElement | null {
  if (element.localName !== 'iframe') return element;
  return isDrawn(element) ? ((element as HTMLIFrameElement).contentDocument?.body ?? null) : null;
}

/** The one composer drawn in the conversation that was read. With two of them nobody knows which is meant, so there is none. */
export function findComposer(
  document: Document,
  reading: Reading,
  recipes: readonly Recipe[] = RECIPES,
): FoundComposer {
  const views = recipes.find(({ id }) => id === reading.recipe.id)?.views ?? [];
  const found = new Set<HTMLElement>(
    views.flatMap(({ select, composer }) =>
      composer === undefined
        ? []
        : drawn(document, select)
            .flatMap((view) => [...view.querySelectorAll<HTMLElement>(composer)].map(writingPlace))
            .filter((place): place is HTMLElement => place !== null && isOpen(place)),
    ),
  );
  const [only, ...others] = found;
  if (only === undefined) return { why: 'no-composer' };
  return others.length > 0 ? { why: 'several-composers' } : { composer: only };
}

/** Drawn, and the rep could write in it now. */
export function isOpen(element: HTMLElement): boolean {
  if (!isDrawn(element)) return false;
  if (isField(element)) return !element.readOnly && !element.disabled;
  return element.isContentEditable;
}

export function kindOf(composer: HTMLElement): ComposerKind {
  return EDITORS.find(([, marks]) => composer.matches(marks))?.[0] ?? 'plain';
}

// Compared by name, because an element in a frame is no instance of this window's classes.
export function isField(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.localName === 'textarea' || element.localName === 'input';
}

/** What stands in a composer, without white space: editors make lines of their own of what they are given. */
export function wordsIn(composer: HTMLElement): string {
  return squash(isField(composer) ? composer.value : (composer.textContent ?? ''));
}

export function squash(text: string): string {
  return text.replaceAll(/[\s\u200b\u2060\ufeff]+/g, '');
}
