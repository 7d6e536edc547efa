// Why people were closed, and how many came back, by reason (product.md P7).
import type { Outcome } from '../ledger.ts';
import type { Lifecycle } from '../lifecycles.ts';
import { everyStage, journeyOf } from './journey.ts';
import { byText, type Method, type Report, ratio, type Span, within } from './report.ts';
import { quantiles, type Watched } from './survival.ts';

export type ReasonsParameters = Span & {
  readonly lifecycle: Lifecycle;
  readonly outcome: Outcome | null;
};

const METHOD: Method = {
  key: 'reasons-closings',
  version: 3,
  description:
    'Closings by the date they took effect, with the reason given then. first counts people whose first closing ever it was. Reopened: opened again by as_of. Recovered: reopened and, by as_of, in a stage of the asset or capital pool, not closed. median_reopen_s counts those still closed as not yet reopened (Kaplan and Meier).',
};

/** One row per outcome and reason, the most frequent first. */
export function reasonsReport(parameters: ReasonsParameters): Report {
  const { lifecycle, asOf } = parameters;
  const valued = new Set(
    everyStage(lifecycle)
      .filter((s) => s.pool === 'asset' || s.pool === 'capital')
      .map((s) => s.key),
  );
  type Group = {
    outcome: Outcome;
    reason: string | null;
    closings: number;
    first: number;
    reopened: number;
    recovered: number;
    spans: Watched[];
  };
  const groups = new Map<string, Group>();
  let n = 0;
  return {
    add(person) {
      const journey = journeyOf(person.rows, lifecycle, parameters);
      if (journey.merged) return;
      const back = journey.closed === null && journey.stage !== null && valued.has(journey.stage);
      for (const [i, closing] of journey.closings.entries()) {
        if (!within(closing.at, parameters)) continue;
        if (parameters.outcome !== null && closing.outcome !== parameters.outcome) continue;
        n++;
        const key = `${closing.outcome} ${closing.reason ?? ''}`;
        const group = groups.get(key) ?? {
          outcome: closing.outcome,
          reason: closing.reason,
          closings: 0,
          first: 0,
          reopened: 0,
          recovered: 0,
          spans: [],
        };
        groups.set(key, group);
        group.closings++;
        if (i === 0) group.first++;
        if (closing.reopenedAt !== null) group.reopened++;
        if (closing.reopenedAt !== null && back) group.recovered++;
        const lasted = Math.floor(((closing.reopenedAt ?? asOf) - closing.at) / 1000);
        group.spans.push({ lasted, ended: closing.reopenedAt !== null });
      }
    },
    figures: () => ({
      method: METHOD,
      n,
      rows: [...groups.values()]
        .sort((a, b) => byText(a.outcome, b.outcome) || b.closings - a.closings || byText(a.reason, b.reason))
        .map(({ outcome, reason, closings, first, reopened, recovered, spans }) => ({
          outcome,
          reason,
          closings,
          share: ratio(closings, n),
          first,
          reopened,
          recovered,
          recovery_rate: ratio(recovered, closings),
          median_reopen_s: quantiles(spans, [0.5])[0] ?? null,
        })),
    }),
  };
}
