// Runs the API and the floor in turns and compares round with round: what slows the machine down for a while slows both.
import type { Measured } from './load-process.ts';
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
  readonly api: Measured;
  readonly floor: Measured;
}

export async function compare(load: Load, { ask, connections }: Row): Promise<Compared> {
  const run = (side: Side, seconds: number) => load.run({ side, ask, connections, seconds });
  await run('floor', WARM_UP_SECONDS);
  await run('api', WARM_UP_SECONDS);
  const rounds: Record<Side, Measured>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever goes second runs on a warmer machine: take turns at that too.
    const order: Side[] = round % 2 === 0 ? ['api', 'floor'] : ['floor', 'api'];
    const pair: Partial<Record<Side, Measured>> = {};
    for (const side of order) pair[side] = await run(side, SECONDS);
    rounds.push(pair as Record<Side, Measured>);
  }
  const ratios = rounds.map(({ api, floor }) => api.perSecond / floor.perSecond).sort((a, b) => a - b);
  return {
    ratio: median(ratios),
    spread: [ratios[0] as number, ratios.at(-1) as number],
    api: middle(rounds.map(({ api }) => api)),
    floor: middle(rounds.map(({ floor }) => floor)),
  };
}

function middle(all: readonly Measured[]): Measured {
  const of = (value: (one: Measured) => number) => median(all.map(value));
  return { perSecond: of((one) => one.perSecond), p50: of((one) => one.p50), p95: of((one) => one.p95) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
