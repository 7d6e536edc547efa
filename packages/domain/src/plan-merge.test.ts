// Two people become one: nothing the survivor has is lost, nothing it lacks is left behind, and going back is exact.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeInput, type MergeSide, planMerge, takenBack } from './plan-merge.ts';

const side = (more: Partial<MergeSide> = {}): MergeSide => ({
  displayName: 'A',
  company: null,
  ownerId: null,
  source: null,
  fields: {},
  lastTouchAt: null,
  tags: [],
  positions: [],
  ...more,
});
const groups = [
  { key: 'grade', mode: 'single' as const },
  { key: 'interests', mode: 'multi' as const },
];
const tags = [
  { key: 'grade-a', group: 'grade' },
  { key: 'grade-b', group: 'grade' },
  { key: 'likes-tea', group: 'interests' },
  { key: 'likes-rice', group: 'interests' },
];
const merge = (survivor: Partial<MergeSide>, loser: Partial<MergeSide>, more: Partial<MergeInput> = {}) => {
  const plan = planMerge({ survivor: side(survivor), loser: side(loser), take: [], stages: {}, groups, tags, ...more });
  if (!plan.ok) throw new Error(plan.lifecycle);
  return plan;
};

describe('a merge', () => {
  it('fills what the survivor lacks and keeps what it has', () => {
    const { after } = merge(
      { company: 'Lumen', fields: { size: 3, city: 'Wuxi' } },
      { displayName: 'B', company: 'Other', ownerId: 'stf_1', source: 'fair', fields: { size: 9, note: 'x' } },
    );
    expect(after).toMatchObject({ displayName: 'A', company: 'Lumen', ownerId: 'stf_1', source: 'fair' });
    expect(after.fields).toEqual({ size: 3, city: 'Wuxi', note: 'x' });
  });

  it('takes from the loser what is asked for, where the loser has it', () => {
    const loser = { displayName: 'B', company: null, ownerId: 'stf_2' };
    const { after } = merge({ company: 'Lumen', ownerId: 'stf_1' }, loser, {
      take: ['display_name', 'company', 'owner_id'],
    });
    expect(after).toMatchObject({ displayName: 'B', company: 'Lumen', ownerId: 'stf_2' });
  });

  it('remembers the later touch of the two', () => {
    expect(merge({ lastTouchAt: 5 }, { lastTouchAt: 9 }).after.lastTouchAt).toBe(9);
    expect(merge({ lastTouchAt: 5 }, {}).after.lastTouchAt).toBe(5);
    expect(merge({}, {}).after.lastTouchAt).toBeNull();
  });

  it('never gives a second tag of a single-choice group, nor one the survivor has', () => {
    const loser = { tags: ['grade-b', 'likes-tea', 'likes-rice', 'retired'] };
    expect(merge({ tags: ['grade-a', 'likes-tea'] }, loser).tagsGiven).toEqual(['likes-rice', 'retired']);
    expect(merge({}, loser).tagsGiven).toEqual(loser.tags);
  });

  it('changes a stage only where the survivor is in none, or the loser’s is chosen', () => {
    const survivor = { positions: [{ lifecycle: 'seven-stage', stage: 'lead' }] };
    const loser = {
      positions: [
        { lifecycle: 'seven-stage', stage: 'customer' },
        { lifecycle: 'whole-life', stage: 'closed' },
      ],
    };
    const entered = { lifecycle: 'whole-life', from: null, to: 'closed' };
    expect(merge(survivor, loser).stages).toEqual([entered]);
    expect(merge(survivor, loser, { stages: { 'seven-stage': 'lead' } }).stages).toEqual([entered]);
    expect(merge(survivor, loser, { stages: { 'seven-stage': 'customer' } }).stages).toEqual([
      { lifecycle: 'seven-stage', from: 'lead', to: 'customer' },
      entered,
    ]);
    const neither = { survivor: side(survivor), loser: side(loser), take: [], groups, tags };
    expect(planMerge({ ...neither, stages: { 'seven-stage': 'sql' } })).toEqual({
      ok: false,
      lifecycle: 'seven-stage',
      known: ['lead', 'customer'],
    });
    expect(planMerge({ ...neither, stages: { constructor: 'lead' } })).toMatchObject({ ok: false });
  });
});

describe('taking a value back', () => {
  it('gives what was before, unless somebody changed it since', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (before, merged, now) => {
        const same = JSON.stringify(merged) === JSON.stringify(now);
        expect(takenBack({ before, merged, now })).toEqual(same ? before : now);
      }),
    );
  });
});
