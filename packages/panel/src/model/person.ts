// Somebody the page shows: who of a reading they may be, and how the server is told of them.
import type { Participant, Reading } from '../host.ts';
import type { Context } from './wire.ts';

/** Somebody a conversation shows, as far as the page says. */
export interface Person {
  name: string | null;
  /** Null where the page shows a name only. */
  handle: string | null;
  channel: string;
  scope: string | null;
  conversationKey: string | null;
}

/** The people of a reading the rep may mean: everybody but themselves, each once. */
export function peopleOf(reading: Reading): Person[] {
  const seen = new Set<string>();
  return reading.participants.flatMap((one) => {
    const key = one.handle?.toLowerCase() ?? `name:${one.name}`;
    if (one.self || (one.handle === null && one.name === null) || seen.has(key)) return [];
    seen.add(key);
    return [personOf(reading, one)];
  });
}

/** All of what identifies somebody: the same name in another conversation is somebody else. */
export function keyOf({ channel, scope, handle, conversationKey, name }: Person): string {
  return JSON.stringify([channel, scope, handle ?? ['name', name], conversationKey]);
}

// The key of a conversation with several people names none of them: only a handle speaks for a person there.
function personOf(reading: Reading, { name, handle }: Participant): Person {
  const { channel, scope } = reading;
  const others = reading.participants.filter((one) => !one.self);
  const alone = reading.kind === 'direct' && others.length === 1;
  return { name, handle, channel, scope, conversationKey: alone ? reading.conversationKey : null };
}

/** The conversation a write is made in. */
export function contextOf({ channel, scope, handle, conversationKey }: Person): Context {
  return {
    channel,
    ...(scope === null || scope === '' ? {} : { scope }),
    ...(handle === null ? {} : { handle }),
    ...(conversationKey === null ? {} : { conversation_key: conversationKey }),
  };
}

/** What the server is asked. The name goes along, so that somebody known under another address is offered before they are made a second time. */
export function resolveBody({ name, handle, channel, scope, conversationKey }: Person) {
  const where = { channel, ...(scope === null || scope === '' ? {} : { scope }) };
  const hints = name === null || name.trim() === '' ? {} : { hints: { display_name: name } };
  if (handle !== null) return { handles: [{ ...where, handle }], ...hints };
  return {
    ...hints,
    ...(conversationKey === null ? {} : { conversation: { ...where, conversation_key: conversationKey } }),
  };
}
