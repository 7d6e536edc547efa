// One text into the composer of this frame's open conversation: the frame's side of an insertion.
import { findComposer, type Insertion, insertText, needsPageWorld, type PageAsk } from '@sidestage/channels';
import { sameConversation } from './frames.ts';
import type { Reading } from './reading.ts';

export type InsertAnswer =
  | Insertion
  | { readonly status: 'not-inserted'; readonly why: 'no-composer' | 'several-composers' }
  /** Asked again with the name under which the page's own side listens. */
  | { readonly status: 'needs-page-side' };

/**
 * Puts the text in where `shown` is still what this frame shows, which is looked at again right before. `token` names the
 * page's own side, where it is listening.
 */
export async function insertHere(
  text: string,
  shown: Reading,
  token: string | null,
  read: () => Reading | null,
): Promise<InsertAnswer> {
  const find = () => {
    const now = read();
    return now === null || !sameConversation(now, shown) ? undefined : findComposer(document, now);
  };
  const found = find();
  if (found === undefined) return { status: 'not-inserted', why: 'moved-on' };
  if ('why' in found) return { status: 'not-inserted', why: found.why };
  if (token === null && needsPageWorld(found.composer)) return { status: 'needs-page-side' };
  const ask = (composer: EventTarget, what: PageAsk) =>
    token !== null &&
    !composer.dispatchEvent(
      new CustomEvent(token, { detail: JSON.stringify(what), bubbles: true, cancelable: true, composed: true }),
    );
  try {
    return await insertText(found.composer, text, {
      isCurrent: (composer) => {
        const now = find();
        return now !== undefined && 'composer' in now && now.composer === composer;
      },
      inPage: ask,
    });
  } finally {
    ask(document, { method: 'end', text: '' });
  }
}
