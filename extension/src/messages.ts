// Every message that crosses between the panel, the background and the frames of a page, with its type.
import type { Reading } from './reading.ts';

/** Opened by a frame's reader to whichever panels are open; it closes with the frame's document, so a reading cannot outlive its page. */
export const READER_PORT = 'reader';

/** Panel → all frames of a tab. Each frame (re)connects and says again what it reads. */
export interface ReadAgain {
  kind: 'read-again';
  /** The rep's own addresses, which are never the customer. */
  own: string[];
}

/** Frame → panel, over its port: what this document shows now. Null: nothing that any recipe knows. */
export interface FrameReading {
  kind: 'frame-reading';
  url: string;
  reading: Reading | null;
}

/** Background → panel: the rep pressed the toolbar button on this tab, so its address may be looked at now. */
export interface LookAt {
  kind: 'look-at';
  tabId: number;
}

export function isReadAgain(message: unknown): message is ReadAgain {
  return kindOf(message) === 'read-again';
}

export function isLookAt(message: unknown): message is LookAt {
  return kindOf(message) === 'look-at';
}

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
}
