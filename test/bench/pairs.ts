// Runs the API and the floor in turns and compares round with round: what slows the machine down for a while slows both.
import type { Measured } from './load-process.ts';
import { processorTicks } from './machine.ts';
import type { Load } from './processes.ts';
import type { Row } from './rows.ts';
import type { Side } from './workloads.ts';

export const ROUNDS = 5;
const SECONDS = 1.6;
const WARM_UP_SECONDS = 0.8;

export interface Compared {
  /** Median over the rounds of API ÷ floor, requests per second; and the least and the most. */
  readonly ratio: number;
  readonly spread: readonly [number, number];
  /** The same by requests per second of each server's own processor time; undefined where that is not told. */
  readonly byProcessor: number | undefined;
  readonly api: Measured;
  readonly floor: Measured;
}

export type Pids = Readonly<Record<Side, number | undefined>>;

interface Round extends Measured {
  readonly ticksPerRequest: number | undefined;
}

export async function compare(load: Load, pids: Pids, { ask, connections }: Row): Promise<Compared> {
  const run = async (side: Side, seconds: number): Promise<Round> => {
    const before = processorTicks(pids[side]);
    const measured = await load.run({ side, ask, connections, seconds });
    const after = processorTicks(pids[side]);
    const ticksPerRequest =
      before === undefined || after === undefined ? undefined : (after - before) / measured.requests;
    return { ...measured, ticksPerRequest };
  };
  await run('floor', WARM_UP_SECONDS);
  await run('api', WARM_UP_SECONDS);
  const rounds: Record<Side, Round>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever goes second runs on a warmer machine: take turns at that too.
    const order: Side[] = round % 2 === 0 ? ['api', 'floor'] : ['floor', 'api'];
    const pair: Partial<Record<Side, Round>> = {};
    for (const side of order) pair[side] = await run(side, SECONDS);
    rounds.push(pair as Record<Side, Round>);
  }
  const ratios = rounds.map(({ api, floor }) => api.perSecond / floor.perSecond).sort((a, b) => a - b);
  const shares = rounds.flatMap(({ api, floor }) =>
    api.ticksPerRequest && floor.ticksPerRequest ? [floor.ticksPerRequest / api.ticksPerRequest] : [],
  );
  return {
    ratio: median(ratios),
    byProcessor: shares.length === 0 ? undefined : median(shares),
    spread: [ratios[0] as number, ratios.at(-1) as number],
    api: middle(rounds.map(({ api }) => api)),
    floor: middle(rounds.map(({ floor }) => floor)),
  };
}

function middle(all: readonly Measured[]): Measured {
  const of = (value: (one: Measured) => number) => median(all.map(value));
  return {
    requests: of((one) => one.requests),
    perSecond: of((one) => one.perSecond),
    p50: of((one) => one.p50),
    p95: of((one) => one.p95),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
