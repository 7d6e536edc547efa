// Who gets from one stage to another: by owner, source, channel or week, and by age of the cohort.
import type { Lifecycle } from '../lifecycles.ts';
import { calendar, type Period, type Unit } from './calendar.ts';
import { type Journey, journeyOf, type Person, placesOf, wayOf } from './journey.ts';
import { byText, type Method, type Report, ratio, type Span, within } from './report.ts';

export type ConversionParameters = Span & {
  readonly lifecycle: Lifecycle;
  readonly start: string;
  readonly goal: string;
  readonly by: 'owner' | 'source' | 'channel' | 'week';
  readonly zone: string;
};

const BY: Method = {
  key: 'conversion-first-entry',
  version: 3,
  description:
    'People by the date they first entered start or a later stage. Converted: at goal or a later stage by as_of. Closed: not converted and closed. Open: neither yet, and left out of rate_decided. Owner and source are those of today; channel is that of the oldest handle. A retired stage counts as the one its people went to.',
};

type Passage = { readonly at: number; readonly goalAt: number | null; readonly journey: Journey };

/** Tells when a person came to `start` or further for the first time, and to `goal` or further from then on. */
function passages(p: Span & { lifecycle: Lifecycle; start: string; goal: string }) {
  const places = placesOf(p.lifecycle, wayOf(p.lifecycle));
  const placeOf = (stage: string) => places.get(stage) ?? -1;
  const [start, goal] = [placeOf(p.start), placeOf(p.goal)];
  return (person: Person): Passage | null => {
    const journey = journeyOf(person.rows, p.lifecycle, p);
    if (journey.merged) return null;
    const reached = (least: number, from: number) =>
      journey.stays.find((stay) => stay.enteredAt >= from && placeOf(stay.stage) >= least)?.enteredAt ?? null;
    const at = reached(start, Number.NEGATIVE_INFINITY);
    if (at === null || !within(at, p)) return null;
    return { at, goalAt: reached(goal, at), journey };
  };
}

/** One row per group, and a last one for all. */
export function conversion(parameters: ConversionParameters): Report {
  const { by, zone } = parameters;
  const passage = passages(parameters);
  type Group = { people: number; converted: number; closed: number; open: number };
  const groups = new Map<string | null, Group>();
  const all: Group = { people: 0, converted: 0, closed: 0, open: 0 };
  const week = calendar('week', zone);
  return {
    add(person) {
      const one = passage(person);
      if (!one) return;
      const key = by === 'week' ? week(one.at).name : (person[by] ?? null);
      const group = groups.get(key) ?? { people: 0, converted: 0, closed: 0, open: 0 };
      groups.set(key, group);
      const what =
        one.goalAt !== null ? 'converted' : one.journey.closed || one.journey.stage === null ? 'closed' : 'open';
      for (const each of [group, all]) {
        each.people++;
        each[what]++;
      }
    },
    figures() {
      const row = (kind: string, key: string | null, group: Group) => ({
        group: kind,
        key,
        ...group,
        rate: ratio(group.converted, group.people),
        rate_decided: ratio(group.converted, group.converted + group.closed),
      });
      const keys = [...groups.keys()].sort(byText);
      return {
        method: BY,
        n: all.people,
        rows: [...keys.map((key) => row(by, key, groups.get(key) as Group)), row('all', null, all)],
      };
    },
  };
}

export type CohortsParameters = Span & {
  readonly lifecycle: Lifecycle;
  readonly start: string;
  readonly goal: string;
  readonly unit: Unit;
  /** How many weeks or months each cohort is followed. */
  readonly ages: number;
  readonly zone: string;
};

const COHORTS: Method = {
  key: 'cohorts-cumulative',
  version: 3,
  description:
    'People by the week or month they first entered start or a later stage; converted counts those at goal or a later stage within age times 7 (or 30) days of their own entry. Null where somebody of the cohort has not been watched that long. A retired stage counts as the one its people went to.',
};

/** One row per cohort and age. */
export function cohorts(parameters: CohortsParameters): Report {
  const { unit, zone, ages, asOf } = parameters;
  const passage = passages(parameters);
  const spanMs = (unit === 'week' ? 7 : 30) * 86_400_000;
  type Cohort = { period: Period; people: number; byAge: number[] };
  const found = new Map<string, Cohort>();
  const periodAt = calendar(unit, zone);
  let n = 0;
  return {
    add(person) {
      const one = passage(person);
      if (!one) return;
      n++;
      const period = periodAt(one.at);
      const cohort = found.get(period.name) ?? { period, people: 0, byAge: new Array<number>(ages).fill(0) };
      found.set(period.name, cohort);
      cohort.people++;
      if (one.goalAt === null) return;
      const age = Math.max(1, Math.ceil((one.goalAt - one.at) / spanMs));
      if (age <= ages) cohort.byAge[age - 1] = (cohort.byAge[age - 1] ?? 0) + 1;
    },
    figures: () => ({
      method: COHORTS,
      n,
      rows: [...found.values()]
        .sort((a, b) => a.period.from - b.period.from)
        .flatMap(({ period, people, byAge }) => {
          let sum = 0;
          return byAge.map((count, i) => {
            sum += count;
            // Everybody of the cohort had entered by the end of the period, or by as_of.
            const watched = Math.min(period.to, asOf) + (i + 1) * spanMs <= asOf;
            return {
              cohort: period.name,
              people,
              age: i + 1,
              converted: watched ? sum : null,
              rate: watched ? ratio(sum, people) : null,
            };
          });
        }),
    }),
  };
}
