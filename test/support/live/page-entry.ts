// What is put into each frame of a live page: the reader as the extension's content script runs it.
import { type Reading, readConversation } from '@sidestage/channels';
import { isDrawn } from '../../../extension/src/page-watch.ts';

export function readFrame(own: readonly string[]): Reading | null {
  return isDrawn(window) ? readConversation(document, location.href, { own }) : null;
}
