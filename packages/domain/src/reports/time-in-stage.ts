// How long people stay in each stage, without forgetting those who are still there.
import type { Lifecycle } from '../lifecycles.ts';
import { everyStage, journeyOf } from './journey.ts';
import { type Method, type Report, type Span, within } from './report.ts';
import { quantiles, type Watched } from './survival.ts';

export type TimeInStageParameters = Span & {
  readonly lifecycle: Lifecycle;
  /** Each person's first stay in a stage, or every one. */
  readonly count: 'first' | 'visits';
};

const METHOD: Method = {
  key: 'time-in-stage-kaplan-meier',
  version: 3,
  description:
    'Stays by the date they began. A stay ends by a move or by being closed; one that has not ended is watched up to as_of, or to the day its stage was retired, and counts as at least so long (Kaplan and Meier). A quantile is null where fewer than that share are known to have ended; longest_open_s then says how long the oldest open stay has lasted.',
};

/** One row per stage, in seconds. */
export function timeInStage(parameters: TimeInStageParameters): Report {
  const { lifecycle, count, asOf } = parameters;
  type Seen = { spans: Watched[]; moved: number; closed: number; open: number; longestOpen: number };
  const seen = new Map<string, Seen>(
    everyStage(lifecycle).map(({ key }) => [key, { spans: [], moved: 0, closed: 0, open: 0, longestOpen: 0 }]),
  );
  let n = 0;
  return {
    add(person) {
      const journey = journeyOf(person.rows, lifecycle, parameters);
      if (journey.merged) return;
      const before = new Set<string>();
      for (const stay of journey.stays) {
        const again = before.has(stay.stage);
        before.add(stay.stage);
        const stage = seen.get(stay.stage);
        if (!stage || (again && count === 'first') || !within(stay.enteredAt, parameters)) continue;
        n++;
        const lasted = Math.floor(((stay.leftAt ?? asOf) - stay.enteredAt) / 1000);
        // Whom a retired stage let go might have stayed longer: watched until then.
        stage.spans.push({ lasted, ended: stay.end === 'moved' || stay.end === 'closed' });
        if (stay.end !== 'moved' && stay.end !== 'closed') {
          stage.open++;
          stage.longestOpen = Math.max(stage.longestOpen, lasted);
        } else if (stay.end === 'closed') stage.closed++;
        else stage.moved++;
      }
    },
    figures: () => ({
      method: METHOD,
      n,
      rows: [...seen]
        .filter(([key, one]) => one.spans.length > 0 || lifecycle.stages.some((stage) => stage.key === key))
        .map(([stage, { spans, moved, closed, open, longestOpen }]) => {
          const [median, p90] = quantiles(spans, [0.5, 0.9]);
          return {
            stage,
            stays: spans.length,
            moved,
            closed,
            open,
            median_s: median ?? null,
            p90_s: p90 ?? null,
            longest_open_s: open > 0 ? longestOpen : null,
          };
        }),
    }),
  };
}
