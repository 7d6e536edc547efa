// Product rule 11: a write names the conversation it was made in, and is refused exactly where that is somebody else's.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';
import { difference, readTables } from './tables.ts';

// Three people; the phone of a shop belongs to the first two of them.
const SHOP = '+8613800138000';
const HELD: Readonly<Record<string, readonly number[]>> = {
  'a@example.com': [0],
  'b@example.com': [1],
  'c@example.com': [2],
  'c2@example.com': [2],
  'nobody@example.com': [],
  [SHOP]: [0, 1],
};
const CHATS: Readonly<Record<string, number>> = { 'chat of a': 0, 'chat of b': 1 };

const write = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom('move', 'tags', 'note', 'follow-up', 'patch', 'create'),
  handle: fc.option(fc.constantFrom(...Object.keys(HELD)), { nil: undefined }),
  chat: fc.option(fc.constantFrom('chat of a', 'chat of b', 'new chat'), { nil: undefined }),
  loud: fc.boolean(),
});

it('rule 11: any write with any context is taken or refused by whose conversation it is, and a refusal changes nothing', async () => {
  const t = await startHouse();
  const seen = new Set<string>();
  try {
    const people: string[] = [];
    for (const i of [0, 1, 2]) {
      const identities = Object.entries(HELD)
        .filter(([, holders]) => holders.includes(i))
        .map(([handle, holders]) => ({
          channel: handle === SHOP ? 'phone' : 'email',
          handle,
          shared: holders.length > 1,
        }));
      people.push((await t.call('POST', '/v1/contacts', { display_name: `P${i}`, identities })).body.id);
    }
    for (const [chat, i] of Object.entries(CHATS))
      for (const channel of ['email', 'phone'])
        await t.call('POST', '/v1/conversation-links', { channel, conversation_key: chat, contact_id: people[i] });

    await assertMeeting(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
        for (const { who, kind, handle, chat, loud } of writes) {
          const channel = handle === SHOP ? 'phone' : 'email';
          const context = {
            channel,
            ...(handle ? { handle: loud ? ` ${handle.toUpperCase()} ` : handle } : {}),
            ...(chat ? { conversation_key: chat } : {}),
          };
          const path = `/v1/contacts/${people[who]}`;
          const before = await readTables(t.house);
          const answer =
            kind === 'move'
              ? await t.call('POST', `${path}/transitions`, {
                  to: 'customer',
                  effective_at: '2026-11-21T07:00:00Z',
                  context,
                })
              : kind === 'tags'
                ? await t.call('POST', `${path}/tags`, { add: ['grade-a'], context })
                : kind === 'note'
                  ? await t.call('POST', `${path}/interactions`, {
                      kind: 'note',
                      direction: 'none',
                      occurred_at: '2026-11-21T08:00:00Z',
                      summary: '',
                      context,
                    })
                  : kind === 'follow-up'
                    ? await t.call('POST', '/v1/follow-ups', {
                        contact_id: people[who],
                        title: 'Call',
                        due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' },
                        context,
                      })
                    : kind === 'patch'
                      ? await t.call('PATCH', path, { company: `C${Object.keys(before).length}`, context })
                      : await t.call('POST', '/v1/contacts', { display_name: 'New', context });
          const holders = handle ? (HELD[handle] ?? []) : [];
          const linked = chat ? CHATS[chat] : undefined;
          const somebodyElses =
            kind === 'create'
              ? holders.length === 1 || linked !== undefined
              : (holders.length > 0 && !holders.includes(who)) || (linked !== undefined && linked !== who);
          seen.add(`${kind} ${answer.status}`);
          if (somebodyElses) {
            expect([answer.status, answer.body.code], JSON.stringify(context)).toEqual([409, 'context-mismatch']);
            expect(difference(before, await readTables(t.house))).toEqual({});
            continue;
          }
          expect(answer.status, answer.text).toBeLessThan(300);
          const change = difference(before, await readTables(t.house));
          if (Object.keys(change).length === 0) continue;
          const row = change.write_contexts?.added[0];
          expect(change.write_contexts?.added).toHaveLength(1);
          expect(row).toMatchObject({
            contact_id: kind === 'create' ? answer.body.id : people[who],
            channel,
            handle: handle ?? null,
            conversation_key: chat ?? null,
          });
        }
      }),
      40,
      () => unmet(seen, ['note 201', 'note 409', 'create 201', 'create 409', 'patch 409']),
    );
  } finally {
    await t.close();
  }
});
