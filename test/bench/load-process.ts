// The load generator, a process of its own: a number of connections, each asking again as soon as it is answered.

import { Wire } from './wire.ts';
import { type Ask, createWorkloads, type People, type Side } from './workloads.ts';

export interface Target {
  readonly side: Side;
  readonly url: string;
  readonly token: string;
}
export interface Start {
  readonly people: People;
  readonly targets: readonly Target[];
}
export interface Run {
  readonly side: Side;
  readonly ask: Ask;
  readonly connections: number;
  readonly seconds: number;
}
export interface Measured {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

const sides = new Map<Side, { target: Target; workloads: ReturnType<typeof createWorkloads> }>();

process.on('message', (message: Start | Run) => {
  if ('targets' in message) {
    for (const target of message.targets)
      sides.set(target.side, { target, workloads: createWorkloads(message.people, target.side) });
    process.send?.('ready');
  } else {
    run(message).then(
      (measured) => process.send?.(measured),
      (error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
      },
    );
  }
});

async function run({ side, ask, connections, seconds }: Run): Promise<Measured> {
  const one = sides.get(side);
  if (one === undefined) throw new Error(`Nobody said where the ${side} is.`);
  const { url, token } = one.target;
  // Opened before the clock runs: a server closes what was idle through the other's round.
  const wires = await Promise.all(Array.from({ length: connections }, () => Wire.open(url, token)));
  const { next, status } = one.workloads(ask);
  const took: number[] = [];
  const began = performance.now();
  const ends = began + seconds * 1000;
  const client = async (wire: Wire) => {
    for (let at = performance.now(); at < ends; ) {
      const asked = next();
      const answer = await wire.send(asked);
      if (answer.status !== status) throw new Error(`${side} ${asked.path}: ${answer.status} ${answer.body}`);
      const done = performance.now();
      took.push(done - at);
      at = done;
    }
  };
  await Promise.all(wires.map(client));
  const elapsed = (performance.now() - began) / 1000;
  for (const wire of wires) wire.close();
  took.sort((a, b) => a - b);
  const share = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? Number.NaN;
  return { requests: took.length, perSecond: took.length / elapsed, p50: share(0.5), p95: share(0.95) };
}
