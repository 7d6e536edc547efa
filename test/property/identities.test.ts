// Product rule 7: a handle is one person's, in whatever spelling, unless it is shared; a shared one only ever gives candidates.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting, cases, unmet } from './effort.ts';
import { person } from './programs.ts';
import { difference, readTables } from './tables.ts';

/** A handle in several spellings of its own; phones are read in China where they name no country. */
const HANDLES: readonly (readonly [channel: string, spellings: readonly string[]])[] = [
  ['email', ['ana@example.com', ' ANA@Example.COM', 'ａna@example.com']],
  ['email', ['ana+shop@example.com', 'Ana+Shop@example.com']],
  ['phone', ['+8613800138000', '138 0013 8000', '+86 138-0013-8000', 'tel:+8613800138000']],
  ['phone', ['+34612345678', '+34 612 34 56 78']],
  ['whatsapp', ['+8613800138000', '8613800138000@c.us']],
  ['wechat', ['wxid_1', ' wxid_1 ']],
  ['wechat', ['WXID_1']],
];

const which = fc.nat(HANDLES.length - 1);
const step = fc.record({
  kind: fc.constantFrom('create', 'add', 'add', 'remove'),
  who: fc.nat(4),
  which,
  spelling: fc.nat(3),
  shared: fc.boolean(),
});

async function inHouse(work: (t: TestHouse) => Promise<void>) {
  const t = await startHouse();
  try {
    await t.call('PATCH', '/v1/settings', { default_region: 'CN' });
    await work(t);
  } finally {
    await t.close();
  }
}

it('rule 7: after any program of adding and removing handles each is held as the rule says, and resolving agrees', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), (steps) =>
      inHouse(async (t) => {
        /** Handle → contact → shared. */
        const holders = HANDLES.map(() => new Map<string, boolean>());
        const people = [await person(t), await person(t)];
        for (const one of steps) {
          const [channel, spellings] = HANDLES[one.which] as (typeof HANDLES)[number];
          const handle = spellings[one.spelling % spellings.length] ?? '';
          const held = holders[one.which] as Map<string, boolean>;
          const id = people[one.who % people.length] ?? '';
          const free = [...held.values()].every((shared) => shared && one.shared);
          const before = await readTables(t.house);
          if (one.kind === 'remove') {
            const { data } = (await t.call('GET', `/v1/contacts/${id}/identities`)).body;
            const stored = spellings[0];
            const mine = data.find(
              (row: { channel: string; handle: string }) => row.channel === channel && row.handle === stored,
            );
            expect(mine !== undefined).toBe(held.has(id));
            if (mine) expect((await t.call('DELETE', `/v1/identities/${mine.id}`)).status).toBe(204);
            held.delete(id);
            continue;
          }
          const identity = { channel, handle, shared: one.shared };
          const answer =
            one.kind === 'create'
              ? await t.call('POST', '/v1/contacts', { display_name: 'X', identities: [identity, identity] })
              : await t.call('POST', `/v1/contacts/${id}/identities`, identity);
          seen.add(`${one.kind} ${answer.status}`);
          if (one.kind === 'add' && held.has(id)) {
            expect([answer.status, answer.body.changed]).toEqual([200, false]);
            expect(difference(before, await readTables(t.house))).toEqual({});
          } else if (free) {
            expect(answer.status, answer.text).toBe(201);
            const owner = one.kind === 'create' ? answer.body.id : id;
            if (one.kind === 'create') people.push(owner);
            held.set(owner, one.shared);
          } else {
            expect([answer.status, answer.body.code]).toEqual([409, 'handle-taken']);
            expect([...held.keys()]).toContain(answer.body.contact_id);
            expect(difference(before, await readTables(t.house))).toEqual({});
          }
        }
        for (const [i, [channel, spellings]] of HANDLES.entries()) {
          const held = holders[i] as Map<string, boolean>;
          for (const handle of spellings) {
            const { body } = await t.call('POST', '/v1/contacts/resolve', { handles: [{ channel, handle }] });
            const own = [...held].find(([, shared]) => !shared)?.[0];
            expect(body.match).toBe(own ? 'exact' : held.size > 0 ? 'candidates' : 'none');
            expect(body.contact?.id ?? null).toBe(own ?? null);
            const candidates = body.candidates.map((one: { contact: { id: string } }) => one.contact.id);
            expect(candidates.sort()).toEqual(own ? [] : [...held.keys()].sort());
          }
        }
      }),
    ),
    30,
    () => unmet(seen, ['create 201', 'create 409', 'add 201', 'add 200', 'add 409']),
  );
});

it('rule 7: of many who claim one handle at once, one gets it and the others are told who', async () => {
  await fc.assert(
    fc.asyncProperty(which, fc.array(fc.nat(3), { minLength: 2, maxLength: 8 }), (handle, spellings) =>
      inHouse(async (t) => {
        const [channel, known] = HANDLES[handle] as (typeof HANDLES)[number];
        const answers = await Promise.all(
          spellings.map((one) =>
            t.call('POST', '/v1/contacts', {
              display_name: 'X',
              identities: [{ channel, handle: known[one % known.length] }],
            }),
          ),
        );
        const won = answers.filter((answer) => answer.status === 201);
        expect(won).toHaveLength(1);
        for (const answer of answers)
          if (answer.status !== 201) expect([answer.status, answer.body.contact_id]).toEqual([409, won[0]?.body.id]);
      }),
    ),
    cases(15),
  );
});
