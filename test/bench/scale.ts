// A stage move among ten thousand people and among a million, with five ledger rows behind each: it should cost the same. Both
// houses run in this process and are asked in turns; processor time tells what a busy machine hides.
import { type House, openHouse, statement } from '@sidestage/api';
import { LARGE, type LargeHouse, largeHouse, personId, SMALL } from './large-house.ts';
import { median } from './pairs.ts';

const ROUNDS = 7;
const MOVES = 2_000;
const WIDTH = 16;
// People looked up before, far more than are moved, over a stretch of the file no cache holds.
const SAMPLE = 300_000;
const AIM = 1.2;

export interface Scale {
  readonly people: number;
  /** Of one move, in microseconds: on the clock, and of the processor. */
  readonly clockUs: number;
  readonly processorUs: number;
}

interface Crowd extends LargeHouse {
  readonly house: House;
  /** Where people are, as far as they were asked for: runs before this one moved some. */
  readonly stages: Map<string, string>;
  moved: number;
}

async function open(large: LargeHouse): Promise<Crowd> {
  const house = await openHouse({ file: large.place.file });
  const { rows } = await house.deps.db.read({
    rows: statement(
      'select contact_id, stage from positions order by contact_id limit ?',
      [SAMPLE],
      (r) => [String(r[0]), String(r[1])] as const,
    ),
  });
  return { ...large, house, stages: new Map(rows), moved: 0 };
}

/** Moves people far apart from one another, some at once. */
async function moveSome(crowd: Crowd): Promise<{ clockUs: number; processorUs: number }> {
  const { house, key, people } = crowd;
  const clock = performance.now();
  const processor = process.cpuUsage();
  let left = MOVES;
  const one = async () => {
    while (left-- > 0) {
      const nth = crowd.moved++;
      const id = personId((nth * 7_919) % Math.min(SAMPLE, people));
      const to = crowd.stages.get(id) === 'customer' ? 'opportunity' : 'customer';
      crowd.stages.set(id, to);
      const answer = await house.app.request(`/v1/contacts/${id}/transitions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to, reason: { code: 'judged-too-early' } }),
      });
      if (answer.status !== 201) throw new Error(`${id}: ${await answer.text()}`);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, one));
  const used = process.cpuUsage(processor);
  return { clockUs: ((performance.now() - clock) * 1000) / MOVES, processorUs: (used.user + used.system) / MOVES };
}

export async function compareScale(say: (line: string) => void): Promise<Scale[]> {
  const crowds: Crowd[] = [];
  try {
    for (const people of [SMALL, LARGE]) crowds.push(await open(await largeHouse(people, say)));
    for (const crowd of crowds) await moveSome(crowd);
    const rounds = crowds.map(() => [] as { clockUs: number; processorUs: number }[]);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [i, crowd] of crowds.entries()) rounds[i]?.push(await moveSome(crowd));
    return crowds.map(({ people }, i) => ({
      people,
      clockUs: median((rounds[i] ?? []).map((one) => one.clockUs)),
      processorUs: median((rounds[i] ?? []).map((one) => one.processorUs)),
    }));
  } finally {
    for (const { house } of crowds) await house.close();
  }
}

export function scaleLines(all: readonly Scale[]): string {
  const [small, large] = all;
  const lines = all.map(
    ({ people, clockUs, processorUs }) =>
      `  among ${people.toLocaleString('en').padEnd(10)} ${Math.round(clockUs)} µs a move, ${Math.round(processorUs)} µs of the processor`,
  );
  const ratio = small && large ? large.processorUs / small.processorUs : Number.NaN;
  return [
    '\na stage move, 16 at once:',
    ...lines,
    `  ratio by processor ${ratio.toFixed(2)}, aim ≤ ${AIM} ${ratio <= AIM ? 'met' : 'not met'}`,
  ].join('\n');
}
