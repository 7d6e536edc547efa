// Product rule 9: an event and its change commit together or not at all, and the feed has one order without gaps,
// though callers write at once and commits fail.

import { checkHouse } from '@sidestage/api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, startHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';
import { person } from './programs.ts';
import { type Row, readTables } from './tables.ts';

const request = fc.record({
  kind: fc.constantFrom('create', 'move', 'tags', 'note', 'follow-up', 'patch', 'refused', 'nothing'),
  who: fc.nat(2),
  n: fc.nat(2),
});
const STAGES = ['lead', 'mql', 'sql'];
const TAGS = ['grade-a', 'grade-b', 'grade-c'];

/** Which table a kind of event tells of, and how many rows it added. */
const TOLD: Readonly<Record<string, string>> = {
  'contact.created': 'contacts',
  'contact.stage_moved': 'transitions',
  'interaction.logged': 'interactions',
  'follow_up.created': 'follow_ups',
};

it('rule 9: after any concurrent writes and failed commits, each row has its event, each event its row, and no number is missing', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(
      fc.array(fc.array(request, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat(9)),
      async (batches, luck) => {
        let failing = false;
        const t = await startHouse({
          beforeCommit: () => {
            if (failing && luck.next().value < 3)
              throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
          },
        });
        try {
          const people = [await person(t), await person(t), await person(t)];
          const send = ({ kind, who, n }: { kind: string; who: number; n: number }): Promise<Answer> => {
            const id = people[who];
            const at = `/v1/contacts/${id}`;
            if (kind === 'create') return t.call('POST', '/v1/contacts', { display_name: 'N' });
            if (kind === 'move')
              return t.call('POST', `${at}/transitions`, { to: STAGES[n], reason: { code: 'judged-too-early' } });
            if (kind === 'tags') return t.call('PUT', `${at}/tags/${TAGS[n]}`);
            if (kind === 'patch') return t.call('PATCH', at, { company: `C${n}` });
            if (kind === 'refused') return t.call('POST', `${at}/transitions`, { to: 'evangelist' });
            if (kind === 'nothing') return t.call('POST', `${at}/restore`);
            if (kind === 'note')
              return t.call('POST', `${at}/interactions`, {
                kind: 'note',
                direction: 'none',
                occurred_at: '2026-11-21T08:00:00Z',
                summary: '',
              });
            const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
            return t.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due });
          };
          const before = await readTables(t.house);
          const counts = (tables: Awaited<ReturnType<typeof readTables>>, table: string) => tables[table]?.size ?? 0;
          failing = true;
          const told: Record<string, number> = {};
          for (const batch of batches) {
            const answers = await Promise.all(batch.map(send));
            for (const [i, answer] of answers.entries()) {
              const kind = batch[i]?.kind ?? '';
              seen.add(`${kind} ${answer.status}`);
              if (answer.status === 201) told[kind] = (told[kind] ?? 0) + 1;
            }
          }
          failing = false;
          const after = await readTables(t.house);
          const events = ([...(after.events?.values() ?? [])] as Row[]).sort((a, b) => Number(a.seq) - Number(b.seq));
          expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
          const fresh = events.slice(counts(before, 'events'));
          for (const [type, table] of Object.entries(TOLD))
            expect([type, fresh.filter((event) => event.type === type).length]).toEqual([
              type,
              counts(after, table) - counts(before, table),
            ]);
          // What was answered is there, and what was refused for want of room is not.
          for (const [kind, table] of Object.entries({
            create: 'contacts',
            note: 'interactions',
            'follow-up': 'follow_ups',
          }))
            expect([kind, counts(after, table) - counts(before, table)]).toEqual([kind, told[kind] ?? 0]);
          // Every version of a person is one event; what a move does to handovers is told beside it.
          const own = fresh.filter((event) => !String(event.type).startsWith('handover.'));
          for (const id of people) {
            const version = Number(after.contacts?.get(id)?.version) - Number(before.contacts?.get(id)?.version);
            expect(own.filter((event) => event.contact_id === id).length).toBe(version);
          }
          const handed = [...(after.handovers?.values() ?? [])] as Row[];
          const count = (type: string) => events.filter((event) => event.type === `handover.${type}`).length;
          expect([count('opened'), count('withdrawn')]).toEqual([
            handed.length,
            handed.filter((one) => one.status === 'withdrawn').length,
          ]);
          expect((await checkHouse(t.house)).faults).toEqual([]);
        } finally {
          failing = false;
          await t.close();
        }
      },
    ),
    30,
    () => unmet(seen, ['create 201', 'create 507', 'move 201', 'move 507', 'tags 200', 'refused 422']),
  );
});
