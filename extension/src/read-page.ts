// What this document shows, by the recipes of the channels.
import { type Reading, readConversation } from '@sidestage/channels';

export function readPage(document: Document, url: string, own: readonly string[]): Reading | null {
  return readConversation(document, url, { own });
}
