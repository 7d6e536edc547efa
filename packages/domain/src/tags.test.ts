import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTagChange, SEED_TAG_GROUPS } from './tags.ts';

const groups = [...SEED_TAG_GROUPS, { key: 'tier', mode: 'single' as const }];
const tags = [
  ...['grade-a', 'grade-b', 'grade-c'].map((key) => ({ key, group: 'grade' })),
  ...['tier-1', 'tier-2'].map((key) => ({ key, group: 'tier' })),
  ...['piano', 'violin'].map((key) => ({ key, group: 'interests' })),
  { key: 'vip', group: null },
];
const plan = (has: string[], add: string[], remove: string[] = []) => planTagChange({ groups, tags, has, add, remove });

describe('changing tags', () => {
  it('answers what was added, removed and already so', () => {
    expect(plan(['vip', 'violin'], ['piano', 'vip'], ['violin', 'grade-a'])).toEqual({
      ok: true,
      added: ['piano'],
      removed: ['violin'],
      unchanged: ['vip', 'grade-a'],
      replaced: [],
      after: ['piano', 'vip'],
    });
  });

  it('replaces the sibling in a single-choice group and reports it as removed', () => {
    expect(plan(['grade-a', 'vip'], ['grade-b'])).toMatchObject({
      added: ['grade-b'],
      removed: ['grade-a'],
      replaced: ['grade-a'],
      after: ['grade-b', 'vip'],
    });
  });

  it('does not call a sibling replaced that was asked to go', () => {
    expect(plan(['grade-a'], ['grade-b'], ['grade-a'])).toMatchObject({ removed: ['grade-a'], replaced: [] });
  });

  it('lets several stand in a multi-choice group', () => {
    expect(plan(['piano'], ['violin'])).toMatchObject({ removed: [], after: ['piano', 'violin'] });
  });

  it('refuses unknown tags, all named at once, and takes off one that left the catalogue', () => {
    expect(plan([], ['gold', 'vip'], ['silver'])).toMatchObject({
      ok: false,
      code: 'tag-unknown',
      tags: ['gold', 'silver'],
    });
    expect(plan(['old'], [], ['old'])).toMatchObject({ ok: true, removed: ['old'] });
  });

  it('refuses two of a single-choice group, and one both ways', () => {
    expect(plan([], ['grade-a', 'grade-b'])).toMatchObject({ ok: false, code: 'tags-conflict' });
    expect(plan([], ['vip'], ['vip'])).toMatchObject({ ok: false, code: 'tags-conflict', tags: ['vip'] });
  });

  it('names every tag of a single-choice group that excludes another, in all groups at once', () => {
    expect(plan([], ['grade-a', 'tier-1', 'grade-b', 'vip', 'grade-c', 'tier-2'])).toMatchObject({
      code: 'tags-conflict',
      tags: ['grade-a', 'grade-b', 'grade-c', 'tier-1', 'tier-2'],
    });
  });

  it('holds one per single-choice group, repeats without effect, and ignores the order of keys', () => {
    const some = fc.uniqueArray(fc.constantFrom(...tags.map((tag) => tag.key)));
    fc.assert(
      fc.property(some, some, some, (has, add, remove) => {
        const got = plan(has, add, remove);
        const turned = plan(has, [...add].reverse(), [...remove].reverse());
        if (!got.ok) {
          expect(turned.ok).toBe(false);
          return;
        }
        if (!turned.ok) throw new Error('order mattered');
        expect(turned.after).toEqual(got.after);
        for (const group of ['grade', 'tier']) {
          const chosen = add.filter((key) => tags.some((tag) => tag.key === key && tag.group === group));
          const held = got.after.filter((key) => tags.some((tag) => tag.key === key && tag.group === group));
          if (chosen.length > 0) expect(held).toEqual(chosen);
        }
        const again = plan([...got.after], add, remove);
        expect(again).toMatchObject({ ok: true, added: [], removed: [], after: got.after });
        expect(new Set([...got.added, ...got.unchanged.filter((key) => add.includes(key))])).toEqual(new Set(add));
      }),
    );
  });
});
