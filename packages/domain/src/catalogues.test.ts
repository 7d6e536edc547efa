// The catalogues hold together: no gaps in languages, no dangling names.
import { describe, expect, it } from 'vitest';
import { CHANNELS, findChannel } from './channels.ts';
import { EVENTS } from './events.ts';
import { firstStage, type Localized, stageOf, unmetCriteria } from './lifecycles.ts';
import { DEFAULT_LIFECYCLE_KEY, findPreset, PRESETS } from './presets/catalogue.ts';
import { sevenStage } from './presets/seven-stage.ts';
import { PROBLEMS } from './problems.ts';
import { SEED_REASONS } from './reasons.ts';
import { ALL_SCOPES, isScope, ROLES, scopesOfRole } from './scopes.ts';

const NOTHING = { identityChannels: [], tags: [], interactionKinds: [] };
const isFull = (labels: Localized) => labels.en.trim() !== '' && /\S/.test(labels['zh-CN']);

describe('every preset', () => {
  it.each(PRESETS.map((preset) => [preset.key, preset] as const))('%s is whole in both languages', (_key, preset) => {
    const keys = preset.stages.map((stage) => stage.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const stage of preset.stages) {
      for (const text of [stage.labels, stage.short, stage.goal, stage.do, stage.dont]) expect(isFull(text)).toBe(true);
      const criteria = stage.criteria.map((one) => one.key);
      expect(new Set(criteria).size).toBe(criteria.length);
      for (const one of stage.criteria) {
        expect(isFull(one.labels)).toBe(true);
        if (one.check.kind === 'has-identity')
          for (const channel of one.check.channels) expect(findChannel(channel)).toBeDefined();
      }
    }
    for (const [to, from] of Object.entries({ ...preset.policy.onlyFrom, ...preset.policy.edges }))
      for (const key of [to, ...from]) expect(keys).toContain(key);
  });

  it.each(PRESETS.map((preset) => [preset.key, preset] as const))(
    'L5 every stage of %s is in one pool, and its short label fits a button',
    (_key, preset) => {
      for (const stage of preset.stages) {
        expect(['traffic', 'lead', 'asset', 'capital']).toContain(stage.pool);
        expect(stage.short.en.length).toBeLessThanOrEqual(7);
        expect(stage.short['zh-CN'].length).toBeLessThanOrEqual(4);
      }
    },
  );

  it('no stage nobody can reach, none nobody can leave but a won one', () => {
    for (const preset of PRESETS) {
      const { edges } = preset.policy;
      if (!edges) continue;
      for (const stage of preset.stages) {
        expect(edges[stage.key]?.length, stage.key).toBeGreaterThan(0);
        expect(
          Object.values(edges).some((to) => to.includes(stage.key)),
          stage.key,
        ).toBe(true);
      }
    }
  });

  it('the default one is there', () => {
    expect(findPreset(DEFAULT_LIFECYCLE_KEY)).toBe(sevenStage);
    expect(findPreset('none')).toBeUndefined();
    expect(firstStage(sevenStage).key).toBe('subscriber');
  });
});

describe('seven stages (product.md L1)', () => {
  it('stand in order with their names', () => {
    expect(sevenStage.stages.map((stage) => [stage.key, stage.labels['zh-CN'], stage.short['zh-CN']])).toEqual([
      ['subscriber', '围观者', '围观'],
      ['lead', '潜在客户', '潜客'],
      ['mql', '具备营销资格', '营销合格'],
      ['sql', '具备销售资格', '销售合格'],
      ['opportunity', '待付费', '待付费'],
      ['customer', '付费客户', '付费'],
      ['evangelist', '口碑客户', '口碑'],
    ]);
  });

  const unmet = (stage: string, facts: object = {}, evidence = {}) => {
    const found = stageOf(sevenStage, stage);
    if (!found) throw new Error(stage);
    return unmetCriteria(found, { ...NOTHING, ...facts }, evidence);
  };

  it('a subscriber needs nothing, a lead a phone or an email', () => {
    expect(unmet('subscriber')).toEqual([]);
    expect(unmet('lead', { identityChannels: ['wechat'] })).toEqual(['left-contact']);
    expect(unmet('lead', { identityChannels: ['phone'] })).toEqual([]);
    expect(unmet('lead', { identityChannels: ['wechat', 'email'] })).toEqual([]);
  });

  it('any one sign of interest makes an MQL', () => {
    expect(unmet('mql')).toHaveLength(3);
    for (const key of ['took-price-list', 'booked-trial', 'attended-open-class'])
      expect(unmet('mql', {}, { [key]: true })).toEqual([]);
    expect(unmet('mql', {}, { 'booked-trial': '  ' })).toHaveLength(3);
    expect(unmet('mql', {}, { 'booked-trial': false })).toHaveLength(3);
    expect(unmet('mql', { checked: ['booked-trial'] })).toEqual([]);
  });

  it('a logged purchase or a tick makes a customer', () => {
    expect(unmet('customer')).toEqual(['purchase-logged', 'paid']);
    expect(unmet('customer', { interactionKinds: ['purchase'] })).toEqual([]);
    expect(unmet('customer', {}, { paid: 'by transfer' })).toEqual([]);
    expect(unmet('customer', {}, { 'purchase-logged': true })).toHaveLength(2);
  });
});

describe('the other models (product.md L2 to L4)', () => {
  const stagesOf = (key: string) => findPreset(key)?.stages ?? [];

  it('L2 lead-chain stands in order with its names, and each department owns its part', () => {
    expect(stagesOf('lead-chain').map((stage) => [stage.key, stage.labels['zh-CN'], stage.owner])).toEqual([
      ['ti', '流量识别', 'marketing'],
      ['ml', '营销线索', 'marketing'],
      ['mql', '合格营销线索', 'marketing'],
      ['sl', '销售线索', 'sales'],
      ['sql', '销售合格线索', 'sales'],
      ['opportunity', '商机', 'sales'],
      ['order', '订单', 'service'],
    ]);
  });

  it('L3 whole-life stands in order with its names', () => {
    expect(stagesOf('whole-life').map((stage) => [stage.key, stage.labels['zh-CN']])).toEqual([
      ['list', '名单期'],
      ['intention', '意向期'],
      ['closed', '成交期'],
      ['active', '活跃期'],
      ['silent', '沉默期'],
      ['lost', '流失期'],
    ]);
  });

  it('L4 four-phase gives every phase the figure it is run by', () => {
    expect(stagesOf('four-phase').map((stage) => [stage.key, stage.labels['zh-CN'], stage.kpi?.en])).toEqual([
      ['acquisition', '获取', 'Revenue growth'],
      ['development', '成长', 'Profit'],
      ['retention', '保留', 'Contribution and credit'],
      ['lost', '流失', 'Receivables at risk'],
    ]);
    for (const key of ['lead-chain', 'whole-life', 'four-phase'])
      for (const stage of stagesOf(key)) expect(stage.kpi && isFull(stage.kpi), stage.key).toBe(true);
  });
});

describe('reasons', () => {
  it('exist for every kind, and other fits all with a note', () => {
    for (const kind of ['backward', 'lost', 'disqualified'] as const)
      expect(SEED_REASONS.some((reason) => reason.kinds.includes(kind))).toBe(true);
    expect(SEED_REASONS.find((reason) => reason.code === 'other')).toMatchObject({ kinds: ['any'], needsNote: true });
    expect(new Set(SEED_REASONS.map((reason) => reason.code)).size).toBe(SEED_REASONS.length);
    for (const reason of SEED_REASONS) expect(isFull(reason.labels)).toBe(true);
  });
});

describe('scopes', () => {
  it('grow from analyst to owner, and an analyst only reads', () => {
    expect(scopesOfRole('owner')).toEqual(ALL_SCOPES);
    expect(scopesOfRole('analyst').every((scope) => scope.endsWith(':read'))).toBe(true);
    const ordered = [...ROLES].reverse();
    for (const [index, role] of ordered.entries())
      for (const scope of scopesOfRole(role)) expect(scopesOfRole(ordered[index + 1] ?? role)).toContain(scope);
    expect(isScope('contacts:read')).toBe(true);
    expect(isScope('toString')).toBe(false);
  });
});

describe('problems and events', () => {
  it('say what happened and what to do, in codes fit for a URL', () => {
    for (const [code, problem] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect([400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503, 507]).toContain(problem.status);
      for (const text of [problem.title, problem.meaning, problem.fix]) expect(text.trim()).not.toBe('');
    }
    for (const [type, event] of Object.entries(EVENTS)) {
      expect(type).toMatch(/^[a-z_]+\.[a-z_]+$/);
      expect(event.meaning).toMatch(/\.$/);
    }
  });

  it('channels are labelled in both languages', () => {
    for (const channel of CHANNELS) expect(isFull(channel.labels)).toBe(true);
  });
});
