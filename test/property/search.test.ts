// Search is an index: whatever is typed, it finds the people a plain look at every word would find, whatever was written since.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { cases } from './effort.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const PARTS = [
  '张',
  '伟',
  '李',
  '娜',
  '王',
  'zhang',
  'Wei',
  'li',
  'O’Neil',
  'é',
  'Élodie',
  'Иван',
  '123',
  '8',
  '%',
  '_',
  '"',
  '@x',
  'AND',
];
const words = fc.array(fc.constantFrom(...PARTS, ' ', ' '), { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
const line = words.filter((text) => text.trim() !== '');
const typed = fc
  .oneof(
    line,
    // Fragments: whatever stands between two places of a text.
    fc
      .tuple(line, fc.nat(6), fc.integer({ min: 1, max: 5 }))
      .map(([text, from, length]) => [...text].slice(from, from + length).join('')),
  )
  .filter((text) => text.trim() !== '');

interface Person {
  id: string;
  name: string;
  company: string;
  handles: string[];
  notes: Map<string, string>;
}
const person = fc.record({
  name: line,
  company: fc.oneof(line, fc.constant('')),
  handle: line,
  note: fc.oneof(line, fc.constant('')),
});
const change = fc.record({
  who: fc.nat(20),
  what: fc.constantFrom('rename', 'handle', 'note', 'plan', 'replan', 'unhandle', 'erase'),
  text: line,
});

let handles = 0;
async function must(answer: Promise<{ status: number; text: string; body: never }>) {
  const got = await answer;
  if (got.status >= 300) throw new Error(got.text);
  return got.body as Record<string, never> & { id: string; identities: { id: string; handle: string }[] };
}
async function add(one: { name: string; company: string; handle: string; note: string }): Promise<Person> {
  const handle = `${one.handle.trim()}~${++handles}`;
  const made = await must(
    t.call('POST', '/v1/contacts', {
      display_name: one.name,
      ...(one.company ? { company: one.company } : {}),
      identities: [{ channel: 'other', handle }],
    }) as never,
  );
  const found: Person = {
    id: made.id,
    name: one.name.trim(),
    company: one.company.trim(),
    handles: [made.identities[0]?.handle ?? ''],
    notes: new Map(),
  };
  if (one.note) await note(found, one.note);
  return found;
}
async function note(who: Person, summary: string) {
  const body = { kind: 'note', direction: 'none', occurred_at: '2026-11-21T08:00:00Z', summary };
  const { id } = await must(t.call('POST', `/v1/contacts/${who.id}/interactions`, body) as never);
  who.notes.set(id, summary);
}
async function run(all: Person[], { who, what, text }: { who: number; what: string; text: string }) {
  const one = all[who % all.length];
  if (!one) return;
  const path = `/v1/contacts/${one.id}`;
  if (what === 'rename') {
    await must(t.call('PATCH', path, { display_name: text, company: null }) as never);
    Object.assign(one, { name: text.trim(), company: '' });
  } else if (what === 'note') await note(one, text);
  else if (what === 'plan') {
    const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
    const { id } = await must(t.call('POST', '/v1/follow-ups', { contact_id: one.id, title: text, due }) as never);
    one.notes.set(id, text.trim());
  } else if (what === 'replan') {
    const id = [...one.notes.keys()].find((key) => key.startsWith('fup_'));
    if (!id) return;
    await must(t.call('PATCH', `/v1/follow-ups/${id}`, { title: text }) as never);
    one.notes.set(id, text.trim());
  } else if (what === 'handle') {
    const handle = `${text.trim()}~${++handles}`;
    const added = await must(t.call('POST', `${path}/identities`, { channel: 'other', handle }) as never);
    one.handles.push((added as unknown as { identity: { handle: string } }).identity.handle);
  } else if (what === 'unhandle') {
    const { identities } = await must(t.call('GET', path) as never);
    const gone = identities.at(-1);
    if (!gone) return;
    expect((await t.call('DELETE', `/v1/identities/${gone.id}`)).status).toBe(204);
    one.handles.splice(one.handles.indexOf(gone.handle), 1);
  } else {
    const { version } = (await must(t.call('GET', path) as never)) as unknown as { version: number };
    expect((await t.call('DELETE', path, undefined, { 'if-match': `"${version}"` })).status).toBe(204);
    all.splice(all.indexOf(one), 1);
  }
}

/** The promise, written plainly: each word stands somewhere. */
function fits(one: Person, q: string): boolean {
  const texts = [one.name, one.company, ...one.handles, ...one.notes.values()].map((text) => text.toLowerCase());
  const low = q.normalize('NFKC').toLowerCase();
  return low
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => texts.some((text) => text.includes(word)));
}
async function search(q: string, sort: string, limit: number): Promise<string[]> {
  // The rate limit gives room by the clock.
  t.clock.advance(10);
  const found: string[] = [];
  let cursor = '';
  do {
    const page = await t.call('GET', `/v1/contacts?q=${encodeURIComponent(q)}&limit=${limit}${sort}${cursor}`);
    expect(page.status, page.text).toBe(200);
    found.push(...page.body.data.map((row: { id: string }) => row.id));
    cursor = page.body.next_cursor ? `&cursor=${page.body.next_cursor}` : '';
  } while (cursor);
  return found;
}

describe('search', () => {
  it('finds whom a look at every word finds, each once, in every order and page size', async () => {
    const everybody: Person[] = [];
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 3 }),
        fc.array(change, { maxLength: 4 }),
        fc.array(typed, { minLength: 4, maxLength: 8 }),
        fc.constantFrom(
          '',
          '&sort=display_name',
          '&sort=-last_touch_at',
          '&sort=next_follow_up_at',
          '&sort=-created_at',
        ),
        fc.constantFrom(2, 7, 200),
        async (people, changes, queries, sort, limit) => {
          for (const one of people) everybody.push(await add(one));
          for (const one of changes) await run(everybody, one);
          for (const q of queries) {
            const want = everybody.filter((one) => fits(one, q)).map((one) => one.id);
            const found = await search(q, sort, limit);
            expect([q, found.toSorted()]).toEqual([q, want.toSorted()]);
            hits += found.length;
          }
        },
      ),
      cases(40),
    );
    expect(hits).toBeGreaterThan(100);
  });
});
