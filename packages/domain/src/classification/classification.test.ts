import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPosition } from '../ledger.ts';
import { move, rowsOf, situation } from '../plan-move.test-support.ts';
import { availableMoves } from '../plan-move.ts';
import { sevenStage } from '../presets/seven-stage.ts';
import { cadenceOf, DEFAULT_CADENCE } from './cadence.ts';
import { checkFields, type FieldDefinition } from './fields.ts';
import { quadrantOf, quadrantOfFields } from './matrix.ts';
import { planRules, ruleFaults, type TagRule } from './tag-rules.ts';
import { DEFAULT_WARMING, proposedStage, temperatureAt, type Warmth } from './temperature.ts';

const labels = { en: 'X', 'zh-CN': '某' };
const field = (key: string, type: FieldDefinition['type'], choices: string[] = []): FieldDefinition => ({
  key,
  type,
  labels,
  choices: choices.map((one) => ({ key: one, labels })),
});
const employees = field('employees', 'number');
const pyramid: TagRule = {
  key: 'pyramid',
  labels,
  field: 'employees',
  group: 'tier',
  cases: [
    { atLeast: 10_000, tag: 'industry' },
    { atLeast: 1_500, tag: 'large' },
    { atLeast: 10, tag: 'sme' },
    { below: 10, tag: 'household' },
  ],
};

describe('C1 fields', () => {
  const all = [employees, field('vip', 'boolean'), field('since', 'date'), field('size', 'choice', ['s', 'm'])];
  it.each([
    ['employees', 12, true],
    ['employees', '12', false],
    ['employees', Number.NaN, false],
    ['vip', false, true],
    ['vip', 'false', false],
    ['since', '2024-02-29', true],
    ['since', '2023-02-29', false],
    ['since', '2024-2-9', false],
    ['size', 'm', true],
    ['size', 'toString', false],
    ['anything', '个', true],
    ['employees', null, true],
  ])('%s takes %j: %s', (key, value, fine) => {
    expect(checkFields(all, { [key]: value }, 'keep')).toHaveLength(fine ? 0 : 1);
  });

  it('that nobody declared are refused where the company says so, naming those there are', () => {
    expect(checkFields(all, { emplyees: 1 }, 'refuse')).toMatchObject([{ field: 'emplyees', code: 'field-unknown' }]);
  });
});

describe('C1 rules', () => {
  const verdict = (
    value: unknown,
    has: { tag: string; by: string | null }[] = [],
    overrides: { rule: string; tag: string | null }[] = [],
  ) => planRules({ rules: [pyramid], fields: value === undefined ? {} : { employees: value }, has, overrides });

  it.each([
    [9, 'household'],
    [10, 'sme'],
    [1_499, 'sme'],
    [1_500, 'large'],
    [10_000, 'industry'],
    ['many', null],
    [undefined, null],
  ])('%s employees make %s', (value, tag) => {
    expect(verdict(value).verdicts[0]).toMatchObject({ ruled: tag, tag, overridden: false });
    expect(verdict(value).add).toEqual(tag === null ? [] : [tag]);
  });

  it('swap the tag they gave, and take it when the figure is gone', () => {
    const has = [{ tag: 'sme', by: 'pyramid' }];
    expect(verdict(2_000, has)).toMatchObject({ add: ['large'], remove: ['sme'] });
    expect(verdict(undefined, has)).toMatchObject({ add: [], remove: ['sme'] });
    expect(verdict(20, has)).toMatchObject({ add: [], remove: [] });
  });

  it('take what they gave by a case that is no more', () => {
    expect(verdict(20, [{ tag: 'tiny', by: 'pyramid' }])).toMatchObject({ add: ['sme'], remove: ['tiny'] });
    expect(verdict(20, [{ tag: 'tiny', by: null }])).toMatchObject({ add: ['sme'], remove: [] });
  });

  it('leave what a person decided, and still say what they would have said', () => {
    expect(verdict(2_000, [{ tag: 'sme', by: null }])).toMatchObject({
      add: [],
      remove: [],
      verdicts: [{ ruled: 'large', tag: 'sme', overridden: true, fits: 1 }],
    });
    expect(verdict(2_000, [], [{ rule: 'pyramid', tag: null }])).toMatchObject({
      add: [],
      verdicts: [{ ruled: 'large', tag: null, overridden: true }],
    });
  });

  it('come to rest: what they gave, they give again without a change', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20_000 }), fc.constantFrom('sme', 'large', null), (value, held) => {
        const first = verdict(value, held === null ? [] : [{ tag: held, by: 'pyramid' }]);
        const after = [...(held === null ? [] : [held]), ...first.add].filter((tag) => !first.remove.includes(tag));
        const again = verdict(
          value,
          after.map((tag) => ({ tag, by: 'pyramid' })),
        );
        expect(after).toHaveLength(1);
        expect([again.add, again.remove]).toEqual([[], []]);
      }),
    );
  });

  it('are refused where a case can never fit', () => {
    const bad: TagRule = {
      ...pyramid,
      cases: [
        { atLeast: 5, below: 5, tag: 'sme' },
        { equals: 'ten', tag: 'gold' },
      ],
    };
    expect(ruleFaults(bad, employees, ['sme']).map((one) => one.pointer)).toEqual([
      '/cases/0/below',
      '/cases/1/tag',
      '/cases/1/equals',
    ]);
    expect(ruleFaults(pyramid, field('employees', 'text'), ['industry', 'large', 'sme', 'household'])).toHaveLength(4);
    expect(ruleFaults(pyramid, undefined, [])).toMatchObject([{ code: 'value-unfit' }]);
  });
});

describe('C2 cadence', () => {
  it('follows the grade, A soonest, and none without a grade', () => {
    const due = (tags: string[]) => cadenceOf(tags, 0, DEFAULT_CADENCE)?.dueAt ?? null;
    expect(due(['grade-a', 'vip'])).toBe(7 * 86_400_000);
    expect(due(['grade-a']) ?? 0).toBeLessThan(due(['grade-b']) ?? 0);
    expect(due(['vip'])).toBeNull();
  });
});

describe('C6 the matrix', () => {
  const matrix = { x_field: 'potential', y_field: 'share', x_cut: 100, y_cut: 0.5 };
  it.each([
    [100, 0.5, 'base'],
    [100, 0.49, 'attack'],
    [99, 0.5, 'maintain'],
    [99, 0.49, 'harass'],
  ])('potential %d and share %d is %s', (x, y, quadrant) => {
    expect(quadrantOf(x, y, matrix)).toBe(quadrant);
  });

  it('has no place for a contact without both figures', () => {
    expect(quadrantOfFields({ potential: 1 }, matrix)).toBeNull();
    expect(quadrantOfFields({ potential: 1, share: '0.5' }, matrix)).toBeNull();
    expect(quadrantOfFields({ potential: 1, share: 1 }, null)).toBeNull();
    expect(quadrantOfFields({ potential: 1, share: 1 }, matrix)).toEqual({ quadrant: 'maintain', x: 1, y: 1 });
  });
});

describe('L8 temperature', () => {
  const DAY = 86_400_000;
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom('message', 'call', 'meeting', 'note', 'unheard-of'),
      direction: fc.constantFrom('inbound', 'outbound', 'none'),
      occurredAt: fc.integer({ min: 0, max: 90 * DAY }),
    }),
    { maxLength: 12 },
  );
  const at = (list: readonly Warmth[], now: number) => temperatureAt(list, now, DEFAULT_WARMING);

  it('is halved by every half-life, and what comes from the contact warms most', () => {
    const call = { kind: 'call', direction: 'inbound', occurredAt: 0 };
    expect([at([call], 0), at([call], 14 * DAY), at([call], 28 * DAY)]).toEqual([20, 10, 5]);
    expect(at([{ ...call, direction: 'outbound' }], 0)).toBe(5);
    expect(at([call], -1)).toBe(0);
  });

  it('only time cools, and only an interaction warms', () => {
    fc.assert(
      fc.property(some, fc.nat(60), fc.nat(60), (list, later, more) => {
        const now = 90 * DAY + later * DAY;
        expect(at(list, now + more * DAY)).toBeLessThanOrEqual(at(list, now));
        const call = { kind: 'call', direction: 'inbound', occurredAt: now };
        expect(at([...list, call], now)).toBeGreaterThan(at(list, now));
      }),
    );
  });

  it('over the boiling point proposes SQL to those before it, and never moves anybody', () => {
    const proposal = (stages: string[], degrees: number) => {
      const rows = rowsOf(...stages);
      const moves = availableMoves(situation(rows));
      return proposedStage(sevenStage, foldPosition(rows)?.stage ?? '', moves, degrees, DEFAULT_WARMING);
    };
    expect(proposal(['lead'], 100)).toBe('sql');
    expect(proposal(['lead'], 99.9)).toBeNull();
    expect(proposal(['sql'], 500)).toBeNull();
    expect(proposal(['customer'], 500)).toBeNull();
    expect(move(rowsOf('lead'), { to: 'sql' })).toMatchObject({ kind: 'moved' });
  });
});
