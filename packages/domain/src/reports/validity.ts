// How many leads are worth the name, by source and week (product.md C9: about 60 %).
import type { Lifecycle } from '../lifecycles.ts';
import { calendar } from './calendar.ts';
import { journeyOf, placesOf, wayOf } from './journey.ts';
import { byText, type Method, type Report, ratio, type Span, within } from './report.ts';

export type ValidityParameters = Span & {
  readonly lifecycle: Lifecycle;
  /** The stage that proves a lead valid. */
  readonly qualifies: string;
  readonly zone: string;
};

const METHOD: Method = {
  key: 'validity-bounds',
  version: 3,
  description:
    'People by the week of their first entry into the lifecycle and their source of today. Invalid: closed as disqualified by as_of and not reopened. Valid: not invalid, and once in the qualifying stage or a later one. Undecided: neither yet. validity is valid over decided; at_least and at_most take all undecided as invalid or as valid. A retired stage counts as the one its people went to.',
};

/** One row per source and week, then one per source, then one for all. */
export function validity(parameters: ValidityParameters): Report {
  const { lifecycle, qualifies, zone } = parameters;
  type Group = { people: number; valid: number; invalid: number; undecided: number };
  const nobody = (): Group => ({ people: 0, valid: 0, invalid: 0, undecided: 0 });
  const cells = new Map<string | null, Map<string, Group>>();
  const week = calendar('week', zone);
  const places = placesOf(lifecycle, wayOf(lifecycle));
  const placeOf = (stage: string) => places.get(stage) ?? -1;
  const least = placeOf(qualifies);
  let n = 0;
  return {
    add(person) {
      const journey = journeyOf(person.rows, lifecycle, parameters);
      const first = journey.stays[0];
      if (journey.merged || !first || !within(first.enteredAt, parameters)) return;
      n++;
      const source = person.source ?? null;
      const weeks = cells.get(source) ?? new Map<string, Group>();
      cells.set(source, weeks);
      const name = week(first.enteredAt).name;
      const group = weeks.get(name) ?? nobody();
      weeks.set(name, group);
      group.people++;
      if (journey.closed?.outcome === 'disqualified') group.invalid++;
      else if (journey.stays.some((stay) => placeOf(stay.stage) >= least)) group.valid++;
      else group.undecided++;
    },
    figures() {
      const add = (a: Group, b: Group): Group => ({
        people: a.people + b.people,
        valid: a.valid + b.valid,
        invalid: a.invalid + b.invalid,
        undecided: a.undecided + b.undecided,
      });
      const row = (group: string, source: string | null, name: string | null, one: Group) => ({
        group,
        source,
        week: name,
        ...one,
        validity: ratio(one.valid, one.valid + one.invalid),
        at_least: ratio(one.valid, one.people),
        at_most: ratio(one.people - one.invalid, one.people),
      });
      const sources = [...cells].sort(([a], [b]) => byText(a, b));
      const sums = sources.map(([source, weeks]) => [source, [...weeks.values()].reduce(add, nobody())] as const);
      return {
        method: METHOD,
        n,
        rows: [
          ...sources.flatMap(([source, weeks]) =>
            [...weeks].sort(([a], [b]) => byText(a, b)).map(([name, one]) => row('source-week', source, name, one)),
          ),
          ...sums.map(([source, one]) => row('source', source, null, one)),
          row('all', null, null, sums.map(([, one]) => one).reduce(add, nobody())),
        ],
      };
    },
  };
}
