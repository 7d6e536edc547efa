// Every message that crosses between the panel, the background and the frames of a page, with its type.
import type { InsertAnswer } from './insertion.ts';
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

/** Panel → all frames of a tab: for so long, digits, Enter and Esc pressed in the page are the panel's. */
export interface Arm {
  kind: 'arm';
  forMs: number;
}

/** Panel → all frames of a tab: the page has its keys back. */
export interface Disarm {
  kind: 'disarm';
}

/** Frame → panel, over its port: this frame gives its keys away from now on. */
export interface PageArmed {
  kind: 'page-armed';
}

/** Frame → panel, over its port: a key the page did not get. */
export interface ArmedKey {
  kind: 'armed-key';
  key: string;
}

/** Panel → one frame, over its port: put this text into the composer, if the frame still shows this. */
export interface Insert {
  kind: 'insert';
  id: string;
  text: string;
  shown: Reading;
  /** Under which name the page's own side listens; null where it was not asked to. */
  token: string | null;
}

/** Frame → panel, over its port: what became of it. */
export interface Inserted {
  kind: 'inserted';
  id: string;
  answer: InsertAnswer;
}

/** Background → panel: the rep pressed the shortcut of the picker with this tab in front. */
export interface ArmCommand {
  kind: 'arm-command';
  tabId: number;
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

export function isArm(message: unknown): message is Arm {
  return kindOf(message) === 'arm';
}

export function isDisarm(message: unknown): message is Disarm {
  return kindOf(message) === 'disarm';
}

export function isInsert(message: unknown): message is Insert {
  return kindOf(message) === 'insert';
}

export function isArmCommand(message: unknown): message is ArmCommand {
  return kindOf(message) === 'arm-command';
}

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
}
