// The health of a contact (product.md C5, P10): how well the relation goes, by rules over what is known. It is apart from the
// stage and never moves it. Each rule that fires names its figures.
import { isExit, type Stage } from './lifecycles.ts';

/** How well the relation goes; `negative_value` is somebody who costs more than they bring. */
export type HealthState = 'well' | 'at_risk' | 'dormant' | 'negative_value';
/** Worst last. */
export const HEALTH_STATES: readonly HealthState[] = ['well', 'at_risk', 'dormant', 'negative_value'];

/** The limits of a company's rules, from its settings. */
export type HealthRules = {
  /** Days without a touch after which anybody is dormant. */
  readonly dormantDays: number;
  /** Days without a touch after which somebody who bought is at risk. */
  readonly silenceDays: number;
  /** Purchases and complaints of the last so many days are compared with those of as many days before. */
  readonly windowDays: number;
  /** Purchases have fallen if they are at most this share (0 to 1) of those before. */
  readonly purchasesFallTo: number;
  /** The least number of complaints in the window for a rise to count. */
  readonly complaints: number;
  /** A number among the contact's fields, and the value below which they cost more than they bring; null for no such rule. */
  readonly valueField: string | null;
  readonly valueBelow: number;
};

/** The limits a company begins with. */
export const DEFAULT_HEALTH_RULES: HealthRules = {
  dormantDays: 90,
  silenceDays: 45,
  windowDays: 90,
  purchasesFallTo: 0.5,
  complaints: 2,
  valueField: null,
  valueBelow: 0,
};

/** What health is judged by. Times in epoch milliseconds; signals may come in any order and reach back further than needed. */
export type HealthFacts = {
  /** Of the default lifecycle; null where the contact is in none of its stages. */
  readonly stage: Pick<Stage, 'key' | 'pool' | 'usualDays' | 'terminal'> | null;
  readonly enteredAt: number | null;
  readonly closed: boolean;
  readonly createdAt: number;
  readonly lastTouchAt: number | null;
  readonly purchases: readonly number[];
  readonly complaints: readonly number[];
  readonly fields: Readonly<Record<string, unknown>>;
};

/** The rules by name; callers and translations rely on them. */
export type HealthRule =
  | 'no-touch'
  | 'silence'
  | 'stuck-in-stage'
  | 'purchases-fell'
  | 'complaints-rose'
  | 'value-below'
  | 'complaints-without-purchase';

/** A rule that holds for a contact, the state it means, and the figures that made it so. */
export type Fired = {
  readonly rule: HealthRule;
  readonly state: HealthState;
  readonly figures: Readonly<Record<string, number>>;
};

/** The health of a contact: the worst state of the rules that fired. `checkAt` in epoch milliseconds. */
export type Health = {
  readonly state: HealthState;
  /** The worst first. */
  readonly fired: readonly Fired[];
  /** When time alone may change this next; null where it cannot. */
  readonly checkAt: number | null;
};

const DAY_MS = 86_400_000;

/** Health now; null for somebody closed or at an end, with whom nothing more is done. */
export function healthOf(facts: HealthFacts, rules: HealthRules, now: number): Health | null {
  const { stage } = facts;
  if (facts.closed || isExit(stage)) return null;
  const fired: Fired[] = [];
  const turns: number[] = [];
  const fire = (rule: HealthRule, state: HealthState, figures: Record<string, number>) =>
    fired.push({ rule, state, figures });
  /** Whole days since, noting when the limit will be met. */
  const since = (at: number, limitDays: number) => {
    turns.push(at + limitDays * DAY_MS);
    return Math.floor((now - at) / DAY_MS);
  };

  const bought = stage?.pool === 'asset' || stage?.pool === 'capital';
  const touch = Math.max(facts.lastTouchAt ?? 0, facts.createdAt);
  const dormant = since(touch, rules.dormantDays);
  if (dormant >= rules.dormantDays) fire('no-touch', 'dormant', { days: dormant, limit_days: rules.dormantDays });
  if (bought) {
    const silent = since(touch, rules.silenceDays);
    if (silent >= rules.silenceDays) fire('silence', 'at_risk', { days: silent, limit_days: rules.silenceDays });
  }
  if (stage && stage.usualDays !== null && facts.enteredAt !== null) {
    // From the entry into the stage, whatever was touched since.
    const stuck = since(facts.enteredAt, stage.usualDays);
    if (stuck >= stage.usualDays) fire('stuck-in-stage', 'at_risk', { days: stuck, limit_days: stage.usualDays });
  }

  const window = rules.windowDays * DAY_MS;
  const counts = (times: readonly number[]) => {
    for (const at of times) turns.push(at + window, at + 2 * window);
    const within = (from: number, to: number) => times.filter((at) => at > from && at <= to).length;
    return { now: within(now - window, now), before: within(now - 2 * window, now - window) };
  };
  const purchases = counts(facts.purchases);
  const complaints = counts(facts.complaints);
  if (purchases.before >= 2 && purchases.now <= purchases.before * rules.purchasesFallTo)
    fire('purchases-fell', 'at_risk', { purchases: purchases.now, before: purchases.before });
  if (complaints.now >= rules.complaints && complaints.now > complaints.before)
    fire('complaints-rose', 'at_risk', { complaints: complaints.now, before: complaints.before });
  if (bought && purchases.now === 0 && complaints.now > rules.complaints)
    fire('complaints-without-purchase', 'negative_value', { complaints: complaints.now, purchases: 0 });
  const value = rules.valueField === null ? undefined : facts.fields[rules.valueField];
  if (typeof value === 'number' && value < rules.valueBelow)
    fire('value-below', 'negative_value', { value, limit: rules.valueBelow });

  const badness = (state: HealthState) => HEALTH_STATES.indexOf(state);
  fired.sort((a, b) => badness(b.state) - badness(a.state));
  const next = turns.filter((at) => at > now);
  return {
    state: fired[0]?.state ?? 'well',
    fired,
    checkAt: next.length > 0 ? Math.min(...next) : null,
  };
}
