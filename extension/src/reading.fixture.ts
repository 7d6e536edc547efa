// Test support: a reading with only the telling parts spelled out.
import type { Reading } from './reading.ts';

type Participant = Reading['participants'][number];

export function reading(
  given: Partial<Omit<Reading, 'participants'>> & { participants?: Partial<Participant>[] } = {},
): Reading {
  const { participants = [], ...rest } = given;
  return {
    channel: 'email',
    recipe: { id: 'test', version: 1, trust: 'source' },
    kind: 'direct',
    conversationKey: null,
    scope: null,
    ...rest,
    participants: participants.map((participant) => ({
      role: 'peer',
      handle: null,
      name: null,
      self: false,
      ...participant,
    })),
  } as Reading;
}
