// The funnel (product.md F1): how many came in, how far each got, and who may still get further.
import type { Lifecycle } from '../lifecycles.ts';
import { type Journey, journeyOf, placesOf, type Stay } from './journey.ts';
import { type Figures, type Method, type Report, ratio, type Span, within } from './report.ts';

export type FunnelParameters = Span & {
  readonly lifecycle: Lifecycle;
  /** Stage keys in order; the way of the lifecycle unless told. */
  readonly steps: readonly string[];
  readonly count: 'first' | 'visits';
  /** A count from outside before the first step, such as visitors of a mall. */
  readonly externalFirst: number | null;
};

const FIRST: Method = {
  key: 'funnel-first-entry',
  version: 3,
  description:
    'People by the date they first entered the first step or a later one. A step is reached by entering it or a later one; passing over it is counted in skipped. Each person counts once, at the furthest step: advanced, else closed, else open. Open ones may still advance, so rate_decided leaves them out. Undone moves count nowhere; people merged into another count as that one; a retired stage counts as the one its people went to.',
};
const VISITS: Method = {
  key: 'funnel-all-visits',
  version: 3,
  description:
    'Visits by the date they began: a person who comes back counts again. A visit has advanced, gone back, been closed, or is open; one that was left for a stage that is no step is closed if the person is closed by as_of, else open. skipped counts the moves that passed over the step. Undone moves count nowhere; a retired stage counts as the one its people went to.',
};

type Step = {
  reached: number;
  entered: number;
  skipped: number;
  advanced: number;
  back: number;
  closed: number;
  open: number;
};

/** One row per step; `rate_from_previous` is the share of the step before that went on. */
export function funnel(parameters: FunnelParameters): Report {
  const { lifecycle, steps: keys, count } = parameters;
  const place = placesOf(lifecycle, keys);
  const steps: Step[] = keys.map(() => ({
    reached: 0,
    entered: 0,
    skipped: 0,
    advanced: 0,
    back: 0,
    closed: 0,
    open: 0,
  }));
  const at = (i: number) => steps[i] as Step;
  let n = 0;

  function addVisits({ stays, stage, closed }: Journey) {
    const over = closed !== null || stage === null;
    const visits: (Stay & { step: number })[] = [];
    for (const stay of stays) {
      const step = place.get(stay.stage);
      if (step === undefined) continue;
      const last = visits.at(-1);
      // Whom a retired stage let go to the one in its place is still on the same visit.
      if (last?.end === 'migrated' && last.step === step) [last.leftAt, last.end] = [stay.leftAt, stay.end];
      else visits.push({ ...stay, step });
    }
    for (const [i, visit] of visits.entries()) {
      if (!within(visit.enteredAt, parameters)) continue;
      n++;
      const step = at(visit.step);
      step.entered++;
      step.reached++;
      // Opened again in the same stage after a closing: the visit itself ended closed.
      const next = visit.end === 'moved' ? visits[i + 1] : undefined;
      if (visit.end === 'closed') step.closed++;
      // Moved on to a stage that is no step here: what became of them there counts.
      else if (!next) visit.end !== null && over ? step.closed++ : step.open++;
      else if (next.step > visit.step) {
        step.advanced++;
        for (let over = visit.step + 1; over < next.step; over++) at(over).skipped++;
      } else step.back++;
    }
  }

  // Once for each of a million people: nothing is made here.
  const entered = new Uint8Array(keys.length);
  function addFirst({ stays, stage, closed }: Journey) {
    entered.fill(0);
    let furthest = -1;
    for (const stay of stays) {
      const step = place.get(stay.stage);
      if (step === undefined) continue;
      if (furthest === -1 && !within(stay.enteredAt, parameters)) return;
      entered[step] = 1;
      if (step > furthest) furthest = step;
    }
    if (furthest === -1) return;
    n++;
    for (let i = 0; i <= furthest; i++) {
      const step = at(i);
      step.reached++;
      if (entered[i]) step.entered++;
      else step.skipped++;
      if (i < furthest) step.advanced++;
    }
    const last = at(furthest);
    const now = stage === null ? undefined : place.get(stage);
    if (closed || stage === null) last.closed++;
    else {
      last.open++;
      if (now !== undefined && now < furthest) last.back++;
    }
  }

  return {
    add(person) {
      const journey = journeyOf(person.rows, lifecycle, parameters);
      if (journey.merged) return;
      if (count === 'visits') addVisits(journey);
      else addFirst(journey);
    },
    figures(): Figures {
      const { externalFirst } = parameters;
      const top = externalFirst ?? steps[0]?.reached ?? 0;
      const rows = keys.map((stage, i) => {
        const step = at(i);
        const before = i > 0 ? at(i - 1) : undefined;
        const from = before ? ratio(before.advanced, before.reached) : null;
        return {
          step: i + (externalFirst === null ? 1 : 2),
          stage,
          ...step,
          rate_from_previous: i === 0 && externalFirst !== null ? ratio(step.reached, externalFirst) : from,
          rate_from_first: ratio(step.reached, top),
          rate_decided: ratio(step.advanced, step.advanced + step.closed + (count === 'visits' ? step.back : 0)),
        };
      });
      const outside = {
        step: 1,
        stage: null,
        reached: externalFirst,
        entered: externalFirst,
        skipped: 0,
        advanced: steps[0]?.reached ?? 0,
        back: null,
        closed: null,
        open: null,
        rate_from_previous: null,
        rate_from_first: ratio(externalFirst ?? 0, top),
        rate_decided: null,
      };
      return {
        method: count === 'visits' ? VISITS : FIRST,
        n,
        rows: externalFirst === null ? rows : [outside, ...rows],
      };
    },
  };
}
