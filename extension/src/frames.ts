// One answer from several frames: webmail shows the open mail in an iframe, its list in the page around it.
import type { Reading } from './reading.ts';

export interface FrameAnswer {
  /** The page itself, not a frame inside it. */
  top: boolean;
  reading: Reading | null;
}

/**
 * What the page as a whole shows. A frame with an open conversation wins over frames with none; where two frames
 * show different conversations, or the page itself could not be understood, nobody is selected.
 */
export function combineFrames(answers: readonly FrameAnswer[]): Reading | null {
  const ordered = [...answers].sort((a, b) => Number(b.top) - Number(a.top));
  const known = ordered.flatMap(({ top, reading }) => (reading === null ? [] : [{ top, reading }]));
  const unreadable = known.find(({ reading }) => reading.kind === 'unreadable');
  const open = known.map(({ reading }) => reading).filter(isOpen);
  const [first, ...others] = open;
  // What could not be read may be the conversation in front, so no other frame may speak for it.
  if (unreadable !== undefined) return unreadable.reading;
  // Nobody is open; a frame that can say why (only machines write here) says more than the list around it.
  const told = known.find(({ reading }) => reading.reason !== undefined) ?? known[0];
  if (first === undefined) return told?.reading ?? null;
  if (others.every((other) => sameConversation(first, other))) return first;
  return { ...first, kind: 'unreadable', conversationKey: null, participants: [], reason: 'disagree' };
}

function isOpen(reading: Reading): boolean {
  return reading.kind === 'direct' || reading.kind === 'group';
}

/** Whether two readings are of the same conversation, by its key and its people. */
export function sameConversation(a: Reading, b: Reading): boolean {
  const sameKey = a.conversationKey === b.conversationKey || a.conversationKey === null || b.conversationKey === null;
  return a.kind === b.kind && a.channel === b.channel && a.scope === b.scope && sameKey && people(a) === people(b);
}

function people(reading: Reading): string {
  const others = reading.participants.filter((participant) => !participant.self);
  return JSON.stringify(others.map(({ handle, name }) => [handle, handle === null ? name : null]).sort());
}
