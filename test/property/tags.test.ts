// Product rule 6: a single-choice group holds one tag at every commit; changing tags is atomic, repeatable and reorderable.

import { statement } from '@sidestage/api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { cases } from './effort.ts';
import { person } from './programs.ts';
import { difference, readTables } from './tables.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
  const labels = (name: string) => ({ en: name, 'zh-CN': name });
  for (const [key, mode] of [
    ['colour', 'single'],
    ['likes', 'multi'],
  ])
    await t.call('POST', '/v1/tag-groups', { key, mode, labels: labels(key ?? '') });
  for (const key of TAGS.slice(3))
    await t.call('POST', '/v1/tags', { key, group: key.split('-')[0], labels: labels(key) });
});
afterAll(() => t.close());

const TAGS = ['grade-a', 'grade-b', 'grade-c', 'colour-red', 'colour-blue', 'likes-tea', 'likes-wine', 'likes-films'];
const groupOf = (tag: string) => tag.split('-')[0] ?? '';
const isSingle = (tag: string) => groupOf(tag) !== 'likes';

const keys = fc.uniqueArray(fc.constantFrom(...TAGS, 'no-such-tag'), { maxLength: 4 });
const change = fc.record({ add: keys, remove: keys });
type Change = { add: string[]; remove: string[] };

/** The rule, written anew: what a person has after a change, or null where it is refused whole. */
function model(has: ReadonlySet<string>, { add, remove }: Change): Set<string> | null {
  const known = (tag: string) => TAGS.includes(tag);
  if (![...add, ...remove].every(known) || add.some((tag) => remove.includes(tag))) return null;
  const groups = add.filter(isSingle).map(groupOf);
  if (new Set(groups).size < groups.length) return null;
  const kept = [...has].filter((tag) => !remove.includes(tag) && !(isSingle(tag) && groups.includes(groupOf(tag))));
  return new Set([...kept, ...add]);
}
const sorted = (tags: Iterable<string>) => [...tags].sort();
const stored = async (id: string) =>
  sorted(
    (
      await t.house.deps.db.read({
        rows: statement('select tag_key from contact_tags where contact_id = ?', [id], (r) => String(r[0])),
      })
    ).rows,
  );

describe('tags', () => {
  it('rule 6: a change does all it says or nothing, answers added, removed and unchanged, and may be repeated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 10 }), async (changes) => {
        const id = await person(t);
        let has = new Set<string>();
        for (const one of changes) {
          const want = model(has, one);
          const before = want ? {} : await readTables(t.house);
          const answer = await t.call('POST', `/v1/contacts/${id}/tags`, one);
          if (!want) {
            expect(answer.status).toBe(422);
            expect(['tag-unknown', 'tags-conflict']).toContain(answer.body.code);
            expect(difference(before, await readTables(t.house))).toEqual({});
            continue;
          }
          expect(answer.status, answer.text).toBe(200);
          expect(await stored(id)).toEqual(sorted(want));
          expect(answer.body.tags).toEqual(sorted(want));
          expect(sorted(answer.body.added)).toEqual(sorted([...want].filter((tag) => !has.has(tag))));
          expect(sorted(answer.body.removed)).toEqual(sorted([...has].filter((tag) => !want.has(tag))));
          expect(
            answer.body.unchanged.filter((tag: string) => !one.add.includes(tag) && !one.remove.includes(tag)),
          ).toEqual([]);
          has = want;
          const again = await t.call('POST', `/v1/contacts/${id}/tags`, one);
          expect([again.body.added, again.body.removed, again.body.tags]).toEqual([[], [], sorted(has)]);
        }
      }),
      cases(60),
    );
  });

  it('rule 6: changes sent at once, in any order, never leave two tags of one choice, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
        const id = await person(t);
        const answers = await Promise.all(changes.map((one) => t.call('POST', `/v1/contacts/${id}/tags`, one)));
        const has = await stored(id);
        for (const group of ['grade', 'colour'])
          expect(has.filter((tag) => groupOf(tag) === group).length).toBeLessThanOrEqual(1);
        // In the order the lane took them, which the versions tell, the answers are the model's.
        const events = (await t.call('GET', `/v1/contacts/${id}/timeline?limit=200`)).body.data.toReversed();
        let folded = new Set<string>();
        for (const { kind, added, removed } of events)
          if (kind === 'tags') folded = new Set([...folded, ...added].filter((tag) => !removed.includes(tag)));
        expect(sorted(folded)).toEqual(has);
        for (const [i, answer] of answers.entries())
          expect(answer.status === 422).toBe(model(new Set(), changes[i] as Change) === null);
      }),
      cases(40),
    );
  });

  it('rule 6: the order of the keys in a request does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(change, fc.array(fc.constantFrom(...TAGS), { maxLength: 3 }), async (one, has) => {
        const first = sorted(model(new Set(), { add: [...new Set(has)], remove: [] }) ?? []);
        const [a, b] = [await person(t), await person(t)];
        const turned = { add: one.add.toReversed(), remove: one.remove.toReversed() };
        const shown = [];
        for (const [id, request] of [
          [a, one],
          [b, turned],
        ] as const) {
          await t.call('POST', `/v1/contacts/${id}/tags`, { add: first });
          const { status, body } = await t.call('POST', `/v1/contacts/${id}/tags`, request);
          const { added = [], removed = [], unchanged = [] } = body;
          // Which of three that exclude each other a refusal names is its own affair.
          if (status !== 200) shown.push([status, body.code]);
          else shown.push([status, body.code, sorted(body.tags), sorted(added), sorted(removed), sorted(unchanged)]);
        }
        expect(shown[0]).toEqual(shown[1]);
      }),
      cases(40),
    );
  });

  it('rule 6: the database itself refuses a second tag of a single choice', async () => {
    const id = await person(t, { tags: ['grade-a'] });
    const sneak = t.house.deps.db.write({
      load: {},
      plan: () => ({
        statements: [statement("insert into contact_tags values (?, 'grade-b', 'grade', 0, 'x')", [id])],
        answer: () => 'done',
      }),
    });
    await expect(sneak).rejects.toThrow(/UNIQUE/);
  });
});
