// What this document shows, by the recipes of the channels.
import type { Reading } from './reading.ts';

export function readPage(_document: Document, _url: string, _own: readonly string[]): Reading | null {
  return null;
}
