// The pools (product.md L5): who is in each, and what flows in and out.
import type { Lifecycle, Pool } from '../lifecycles.ts';
import { calendar, type Unit } from './calendar.ts';
import { everyStage, journeyOf, outcomeOf } from './journey.ts';
import type { Method, Report, Span } from './report.ts';

export type PoolsParameters = Span & {
  readonly lifecycle: Lifecycle;
  /** One balance over the whole span, or one per week or month with any flow; the last one where there was none. */
  readonly by: 'all' | Unit;
  readonly zone: string;
};

const METHOD: Method = {
  key: 'pools-balance',
  version: 3,
  description:
    'Each person is in the pool of the stage they are in, in none while closed. at_start and at_end are the people in the pool at the ends of the period; between them at_start + inflow - outflow = at_end. new, reopened, closed and gone are the flows from and to outside the pools.',
};

const POOLS: readonly Pool[] = ['traffic', 'lead', 'asset', 'capital'];
type Place = Pool | 'outside' | 'closed' | 'gone';

/** One row per period and pool. */
export function pools(parameters: PoolsParameters): Report {
  const { lifecycle, from, to, asOf, by, zone } = parameters;
  const poolOf = new Map(everyStage(lifecycle).map((stage) => [stage.key, stage.pool]));
  const periodAt = by === 'all' ? undefined : calendar(by, zone);
  const start = new Map<Pool, number>();
  const periods = new Map<string, { from: number; flows: Map<string, number> }>();
  const flowsAt = (at: number) => {
    const period = periodAt?.(at) ?? { name: 'all', from: 0 };
    const found = periods.get(period.name) ?? { from: period.from, flows: new Map<string, number>() };
    periods.set(period.name, found);
    return found.flows;
  };
  let n = 0;
  const lastLookedAt = () => Math.max(from ?? 0, Math.min(to === null ? asOf : to - 1, asOf));

  return {
    add(person) {
      const journey = journeyOf(person.rows, lifecycle, parameters);
      if (journey.merged || journey.stays.length === 0) return;
      n++;
      let place: Place = 'outside';
      let counted = false;
      const go = (next: Place, at: number) => {
        if (to !== null && at >= to) return;
        if (from !== null && at >= from && !counted) begin();
        if ((from === null || at >= from) && next !== place) {
          const flows = flowsAt(at);
          flows.set(`${place} ${next}`, (flows.get(`${place} ${next}`) ?? 0) + 1);
        }
        place = next;
      };
      const begin = () => {
        counted = true;
        if (isPool(place)) start.set(place, (start.get(place) ?? 0) + 1);
      };
      for (const stay of journey.stays) {
        go(outcomeOf(lifecycle, stay.stage) ? 'closed' : (poolOf.get(stay.stage) ?? 'outside'), stay.enteredAt);
        if (
          stay.leftAt !== null &&
          (stay.end === 'closed' || stay.end === 'gone') &&
          outcomeOf(lifecycle, stay.stage) === null
        )
          go(stay.end === 'gone' ? 'gone' : 'closed', stay.leftAt);
      }
      if (from !== null && !counted) begin();
    },
    figures() {
      const rows: Record<string, string | number>[] = [];
      const now = new Map(start);
      const order = [...periods].sort(([, a], [, b]) => a.from - b.from);
      // Where nobody came or went, the last period looked at shows the balance.
      if (order.length === 0) order.push([periodAt?.(lastLookedAt()).name ?? 'all', { from: 0, flows: new Map() }]);
      for (const [name, { flows }] of order) {
        for (const pool of POOLS) {
          const sum = (pick: (a: string, b: string) => boolean) =>
            [...flows].reduce((total, [key, count]) => {
              const [a = '', b = ''] = key.split(' ');
              return pick(a, b) ? total + count : total;
            }, 0);
          const atStart = now.get(pool) ?? 0;
          const inflow = sum((_, b) => b === pool);
          const outflow = sum((a) => a === pool);
          now.set(pool, atStart + inflow - outflow);
          rows.push({
            period: name,
            pool,
            at_start: atStart,
            inflow,
            outflow,
            at_end: atStart + inflow - outflow,
            new: sum((a, b) => a === 'outside' && b === pool),
            reopened: sum((a, b) => (a === 'closed' || a === 'gone') && b === pool),
            from_pools: sum((a, b) => isPool(a) && b === pool),
            to_pools: sum((a, b) => a === pool && isPool(b)),
            closed: sum((a, b) => a === pool && b === 'closed'),
            gone: sum((a, b) => a === pool && (b === 'gone' || b === 'outside')),
          });
        }
      }
      return { method: METHOD, n, rows };
    },
  };
}

const isPool = (place: string): place is Pool => (POOLS as readonly string[]).includes(place);
