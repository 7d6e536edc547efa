import { describe, expect, it } from 'vitest';
import { nextCivil } from './civil-hours.ts';
import { DEFAULT_HEALTH_RULES, type HealthFacts, healthOf } from './health.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-21T08:00:00Z');
const ago = (days: number) => NOW - days * DAY;
const customer = { key: 'customer', pool: 'asset', usualDays: null } as const;
const lead = { key: 'lead', pool: 'lead', usualDays: 14 } as const;
const facts = (more: Partial<HealthFacts>): HealthFacts => ({
  stage: customer,
  enteredAt: ago(10),
  closed: false,
  createdAt: ago(400),
  lastTouchAt: ago(1),
  purchases: [],
  complaints: [],
  fields: {},
  ...more,
});
const health = (more: Partial<HealthFacts>, rules = {}) =>
  healthOf(facts(more), { ...DEFAULT_HEALTH_RULES, ...rules }, NOW);

describe('health', () => {
  it('C5 dormant: nobody has touched them for long, with the days', () => {
    expect(health({ lastTouchAt: ago(90) })).toMatchObject({
      state: 'dormant',
      fired: [
        { rule: 'no-touch', figures: { days: 90, limit_days: 90 } },
        { rule: 'silence', state: 'at_risk', figures: { days: 90, limit_days: 45 } },
      ],
    });
    expect(health({ stage: lead, enteredAt: ago(1), lastTouchAt: null, createdAt: ago(89) })?.state).toBe('well');
  });

  it('C5 about to churn: silence, purchases that fell, complaints that rose, each with its figures', () => {
    expect(health({ lastTouchAt: ago(45) })?.fired).toEqual([
      { rule: 'silence', state: 'at_risk', figures: { days: 45, limit_days: 45 } },
    ]);
    expect(health({ purchases: [ago(100), ago(120), ago(150), ago(10)] })?.fired).toEqual([
      { rule: 'purchases-fell', state: 'at_risk', figures: { purchases: 1, before: 3 } },
    ]);
    expect(health({ purchases: [ago(100), ago(10)] })?.state).toBe('well');
    expect(health({ complaints: [ago(1), ago(2), ago(100)], purchases: [ago(3)] })?.fired).toEqual([
      { rule: 'complaints-rose', state: 'at_risk', figures: { complaints: 2, before: 1 } },
    ]);
  });

  it('P10 stuck: a stage’s own days are counted from the entry into it, not from the last touch', () => {
    expect(health({ stage: lead, enteredAt: ago(14), lastTouchAt: ago(0) })?.fired).toEqual([
      { rule: 'stuck-in-stage', state: 'at_risk', figures: { days: 14, limit_days: 14 } },
    ]);
    expect(health({ stage: lead, enteredAt: ago(13.9) })?.state).toBe('well');
  });

  it('C5 negative value: a field below its line, or complaints and no purchase', () => {
    const margin = { valueField: 'margin', valueBelow: 0 };
    expect(health({ fields: { margin: -3 } }, margin)?.fired).toEqual([
      { rule: 'value-below', state: 'negative_value', figures: { value: -3, limit: 0 } },
    ]);
    expect(health({ fields: { margin: '-3' } }, margin)?.state).toBe('well');
    expect(health({ complaints: [ago(1), ago(2), ago(3)] })).toMatchObject({
      state: 'negative_value',
      fired: [{ rule: 'complaints-without-purchase' }, { rule: 'complaints-rose' }],
    });
  });

  it('is nothing for somebody closed or at an end', () => {
    expect(health({ closed: true, lastTouchAt: ago(500) })).toBe(null);
    expect(health({ stage: { ...customer, terminal: 'lost' } })).toBe(null);
  });

  it('names the first moment at which time alone may change it, and stays the same until then', () => {
    const some = { lastTouchAt: ago(40.25), purchases: [ago(80), ago(100.5), ago(170)], complaints: [ago(5)] };
    const first = health(some);
    const checkAt = first?.checkAt ?? 0;
    for (let at = NOW; at < checkAt; at += DAY / 4)
      expect(healthOf(facts(some), DEFAULT_HEALTH_RULES, at)?.state).toBe(first?.state);
    expect(healthOf(facts(some), DEFAULT_HEALTH_RULES, ago(40.25) + 45 * DAY)?.state).toBe('at_risk');
  });
});

describe('a civil hour', () => {
  const hours = { from: '09:00', to: '18:00' };
  it('is now, or the next morning there, also where the clocks change over night', () => {
    const at = (text: string, zone: string) => new Date(nextCivil(Date.parse(text), zone, hours)).toISOString();
    expect(at('2026-11-21T08:00:00Z', 'Asia/Shanghai')).toBe('2026-11-21T08:00:00.000Z');
    expect(at('2026-11-21T10:00:00Z', 'Asia/Shanghai')).toBe('2026-11-22T01:00:00.000Z');
    expect(at('2026-11-21T00:59:59Z', 'Asia/Shanghai')).toBe('2026-11-21T01:00:00.000Z');
    expect(at('2026-03-28T20:00:00Z', 'Europe/Madrid')).toBe('2026-03-29T07:00:00.000Z');
    expect(at('2026-12-31T23:00:00Z', 'UTC')).toBe('2027-01-01T09:00:00.000Z');
  });
});
