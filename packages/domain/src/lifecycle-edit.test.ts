import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyLifecycle, type LifecycleDraft, migrationDirection, planEdit, type StageDraft } from './lifecycle-edit.ts';
import type { Lifecycle } from './lifecycles.ts';
import { sevenStage } from './presets/seven-stage.ts';
import { wholeLife } from './presets/whole-life.ts';

const keysOf = (lifecycle: Lifecycle) => lifecycle.stages.map((stage) => stage.key);
const all = (lifecycle: Lifecycle = sevenStage): StageDraft[] => keysOf(lifecycle).map((key) => ({ key }));
const edit = (draft: LifecycleDraft, current: Lifecycle = sevenStage) => {
  const plan = planEdit(current, draft);
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  return plan;
};
const faults = (draft: LifecycleDraft, current: Lifecycle = sevenStage) => {
  const plan = planEdit(current, draft);
  return plan.ok ? [] : plan.faults.map((one) => [one.pointer, one.code]);
};

describe('editing a lifecycle', () => {
  it('L6 a stage keeps its key and all the rest when only its label is drafted', () => {
    const labels = { en: '01-Watching', 'zh-CN': '01-围观' };
    const { next, changes, moves } = edit({ stages: all().map((one, i) => (i === 0 ? { ...one, labels } : one)) });
    expect(changes).toEqual([{ kind: 'renamed', stage: 'subscriber' }]);
    expect(moves).toEqual([]);
    expect(next).toEqual({
      ...sevenStage,
      version: 2,
      stages: sevenStage.stages.map((stage, i) => (i === 0 ? { ...stage, labels } : stage)),
    });
  });

  it('L6 reorders, adds, retires and merges, and says so', () => {
    const fresh: StageDraft = { key: 'trial', labels: { en: 'Trial', 'zh-CN': '试用' }, pool: 'lead', owner: 'sales' };
    const stages = ['subscriber', 'lead', 'sql', 'mql'].map((key): StageDraft => ({ key }));
    const { next, changes, moves } = edit({
      stages: [...stages, fresh, { key: 'customer' }],
      mapping: { opportunity: 'sql', evangelist: 'customer' },
    });
    expect(keysOf(next)).toEqual(['subscriber', 'lead', 'sql', 'mql', 'trial', 'customer']);
    expect(changes).toEqual([
      { kind: 'added', stage: 'trial' },
      { kind: 'reordered', stage: null },
      { kind: 'retired', stage: 'opportunity', into: 'sql' },
      { kind: 'retired', stage: 'evangelist', into: 'customer' },
      { kind: 'policy', stage: null },
    ]);
    expect(moves).toEqual([
      { from: 'opportunity', to: 'sql' },
      { from: 'evangelist', to: 'customer' },
    ]);
    expect(next.retired?.map((stage) => [stage.key, stage.into])).toEqual([
      ['opportunity', 'sql'],
      ['evangelist', 'customer'],
    ]);
    // What fits a button is its own short form.
    expect(next.stages[4]).toMatchObject({ short: { en: 'Trial', 'zh-CN': '试用' }, outreach: 'none', criteria: [] });
  });

  it('brings back a stage that was retired as it was', () => {
    const without = edit({ stages: all().slice(0, 6), mapping: { evangelist: 'customer' } }).next;
    const again = edit({ stages: [...all(without), { key: 'evangelist' }] }, without).next;
    expect(again.stages).toEqual(sevenStage.stages);
    expect(again.retired).toBeUndefined();
  });

  it('leads the ways of a cycle on to where the people of a retired stage go', () => {
    const keep = ['list', 'intention', 'closed', 'silent', 'lost'].map((key) => ({ key }));
    const { next } = edit({ stages: keep, mapping: { active: 'closed' } }, wholeLife);
    expect(next.policy.edges).toEqual({
      list: ['intention', 'closed', 'lost'],
      intention: ['list', 'closed', 'lost'],
      closed: ['silent'],
      silent: ['closed', 'lost'],
      lost: ['intention', 'closed'],
    });
    expect(edit({ stages: all(wholeLife), policy: { edges: null } }, wholeLife).next.policy.edges).toBeUndefined();
  });

  it('keeps a stage that nobody may leave, or enter, as it is through an edit of something else', () => {
    const closedIn = edit(
      { stages: all(wholeLife), policy: { edges: { lost: [] }, onlyFrom: { list: [] } } },
      wholeLife,
    );
    const { next, changes } = edit({ stages: all(closedIn.next), labels: { en: 'X', 'zh-CN': '新' } }, closedIn.next);
    expect(next.policy).toMatchObject({ edges: { lost: [] }, onlyFrom: { list: [] } });
    expect(changes).toEqual([{ kind: 'labels', stage: null }]);
  });

  it('lays no limit of a retired stage on a stage that had none, and gives it to a new one in its place', () => {
    const fan: StageDraft = { key: 'fan', labels: { en: 'Fan', 'zh-CN': '粉丝' }, pool: 'capital', owner: 'service' };
    const kept = all().slice(0, 6);
    expect(edit({ stages: kept, mapping: { evangelist: 'sql' } }).next.policy.onlyFrom).toEqual({});
    expect(edit({ stages: [...kept, fan], mapping: { evangelist: 'fan' } }).next.policy.onlyFrom).toEqual({
      fan: ['customer'],
    });
  });

  it('names every fault at once', () => {
    expect(
      faults({
        stages: [
          { key: 'subscriber' },
          { key: 'subscriber' },
          { key: 'new' },
          { key: 'lead', short: { en: 'Far too long', 'zh-CN': '太长太长太' } },
        ],
        mapping: { mql: 'lead', sql: 'nowhere', opportunity: 'lead', customer: 'lead', lead: 'subscriber' },
        policy: { onlyFrom: { lead: ['mql'] } },
      }),
    ).toEqual([
      ['/stages/1/key', 'stage-repeated'],
      ['/stages/2/labels', 'field-required'],
      ['/stages/2/pool', 'field-required'],
      ['/stages/2/owner', 'field-required'],
      ['/stages/3/short/en', 'text-too-long'],
      ['/stages/3/short/zh-CN', 'text-too-long'],
      ['/mapping/sql', 'stage-mapping-unfit'],
      ['/mapping/evangelist', 'stage-mapping-needed'],
      ['/mapping/lead', 'stage-mapping-unfit'],
      ['/policy/only_from/lead', 'stage-unknown'],
    ]);
  });

  it('whatever is drafted, every stage there was is kept or mapped to one there is, and no policy names another', () => {
    const drafts = fc
      .tuple(fc.shuffledSubarray(keysOf(wholeLife), { minLength: 1 }), fc.nat(5), fc.boolean())
      .map(([keep, to, more]): LifecycleDraft => {
        const fresh: StageDraft = {
          key: 'constructor',
          labels: { en: 'X', 'zh-CN': '新' },
          pool: 'lead',
          owner: 'sales',
        };
        return {
          stages: [...keep.map((key) => ({ key })), ...(more ? [fresh] : [])],
          mapping: Object.fromEntries(
            keysOf(wholeLife)
              .filter((key) => !keep.includes(key))
              .map((key) => [key, keep[to % keep.length] as string]),
          ),
        };
      });
    fc.assert(
      fc.property(drafts, (draft) => {
        const { next, moves } = edit(draft, wholeLife);
        const keys = keysOf(next);
        for (const key of keysOf(wholeLife))
          expect(keys.includes(key) || keys.includes(moves.find((one) => one.from === key)?.to ?? '')).toBe(true);
        for (const [from, to] of Object.entries({ ...next.policy.edges, ...next.policy.onlyFrom }))
          for (const key of [from, ...to]) expect(keys).toContain(key);
        expect(edit({ stages: all(next) }, next).changes).toEqual([]);
      }),
    );
  });

  it('tells the way of a migration by the order there was, and never calls it a skip', () => {
    expect(migrationDirection(sevenStage, 'opportunity', 'sql', true)).toBe('backward');
    expect(migrationDirection(sevenStage, 'lead', 'customer', false)).toBe('forward');
    expect(migrationDirection(sevenStage, 'lead', 'customer', true)).toBe('re-entry');
    expect(migrationDirection(sevenStage, 'lead', 'new', false)).toBe('forward');
  });

  it('a copy is a lifecycle of its own at version 1', () => {
    expect(copyLifecycle(wholeLife, 'ours', { en: 'Ours', 'zh-CN': '我们的' })).toEqual({
      ...wholeLife,
      key: 'ours',
      labels: { en: 'Ours', 'zh-CN': '我们的' },
    });
  });
});
