// Times reports and counts over five million ledger rows on the real server, and what a card costs while one is counted.
import { startServer } from '../support/server.ts';
import { type LargeHouse, personId, ROWS_EACH } from './large-house.ts';
import { processorTicks, TICKS_A_SECOND } from './machine.ts';

const REPEATS = 200;
// Cards while reports are counted are many and long, so that a p95 means something.
const REPORTS_DURING = 8;

export interface ReportTimes {
  readonly rows: number;
  /** Seconds the first report took, asked the moment the server stood: all of the ledger is read for it. */
  readonly first: Taken;
  /** Seconds each took that nobody had asked before, once the ledger was read. */
  readonly counted: Readonly<Record<string, Taken>>;
  /** Milliseconds of a repeated ask, and of the counts per stage. */
  readonly again: Spread;
  readonly counts: Spread;
  /** Milliseconds from hanging up to the thread being free for the next. */
  readonly cancelled: Spread;
  /** Milliseconds of a simulated merge of two stages. */
  readonly simulated: Spread;
  /** Milliseconds of a card, with nothing else to do and while a report is counted. */
  readonly idle: Spread;
  readonly during: Spread;
}
/** Seconds on the clock, and of the processor, which tells what a busy machine hides. */
export interface Taken {
  readonly clock: number;
  readonly processor: number;
}
export interface Spread {
  readonly times: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

export async function timeReports({ people, place, key }: LargeHouse): Promise<ReportTimes> {
  const server = await startServer(place, key);
  try {
    const ask = timed(server.url, key);
    const seconds = async (path: string): Promise<Taken> => {
      const ticks = processorTicks(server.process.pid) ?? Number.NaN;
      const clock = (await ask(`/v1/reports/${path}`)) / 1000;
      return { clock, processor: ((processorTicks(server.process.pid) ?? Number.NaN) - ticks) / TICKS_A_SECOND };
    };
    const first = await seconds('funnel');
    let nth = 0;
    const card = () => ask(`/v1/contacts/${personId((nth++ * 7_919) % people)}/card`);
    await repeat(card);
    const idle = spread(await repeat(card));
    // A time no other question names, so that nothing is known from before.
    const fresh = (path: string) =>
      `${path}${path.includes('?') ? '&' : '?'}as_of=${new Date(Date.now() - nth++ * 1000).toISOString()}`;
    const counted: Record<string, Taken> = {};
    for (const name of [
      'funnel',
      'funnel?from=2025-03-01T00:00:00Z&to=2025-09-01T00:00:00Z',
      'funnel?count=visits',
      'time-in-stage',
      'pools',
      'conversion?by=source',
    ])
      counted[name] = await seconds(fresh(name));
    const during: number[] = [];
    for (let i = 0; i < REPORTS_DURING; i++) {
      let done = false;
      const report = seconds(fresh(i % 2 ? 'funnel' : 'pools')).finally(() => {
        done = true;
      });
      while (!done) during.push(await card());
      await report;
    }
    const cancelled: number[] = [];
    for (let i = 0; i < 5; i++) {
      const gone = new AbortController();
      const hungUp = fetch(`${server.url}/v1/reports/${fresh('time-in-stage')}`, {
        headers: { authorization: `Bearer ${key}` },
        signal: gone.signal,
      }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      gone.abort();
      await hungUp;
      // Nobody is merged here: a report of one source nobody has is answered as soon as the thread is free.
      const began = performance.now();
      await ask('/v1/reports/coverage?owner=nobody');
      cancelled.push(performance.now() - began);
    }
    const simulated = await simulate(server.url, key);
    return {
      rows: people * ROWS_EACH,
      first,
      counted,
      again: spread(await repeat(() => ask('/v1/reports/pools?as_of=2026-01-01T00:00:00Z'))),
      counts: spread(await repeat(() => ask('/v1/lifecycles/seven-stage/counts'))),
      cancelled: spread(cancelled),
      simulated,
      idle,
      during: spread(during),
    };
  } finally {
    await server.stop();
  }
}

/** A stage with three fifths of all people goes into another: what would that do? */
async function simulate(url: string, key: string): Promise<Spread> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const lifecycle = await (await fetch(`${url}/v1/lifecycles/seven-stage`, { headers })).json();
  const stages = lifecycle.stages
    .filter((one: { key: string }) => one.key !== 'customer')
    .map((one: { key: string }) => ({ key: one.key }));
  const body = JSON.stringify({ stages, mapping: { customer: 'evangelist' } });
  // Other measurements move some people of the same house.
  const { data } = await (await fetch(`${url}/v1/lifecycles/seven-stage/counts`, { headers })).json();
  const there = data.find((one: { stage: string }) => one.stage === 'customer');
  const times: number[] = [];
  for (let i = 0; i < 10; i++) {
    const began = performance.now();
    const answer = await fetch(`${url}/v1/lifecycles/seven-stage/simulate`, { method: 'POST', headers, body });
    const said = await answer.json();
    times.push(performance.now() - began);
    if (said.contacts_affected !== there.open + there.closed) throw new Error(JSON.stringify(said).slice(0, 500));
  }
  return spread(times);
}

const timed = (url: string, key: string) => async (path: string) => {
  const started = performance.now();
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(text);
  return performance.now() - started;
};

async function repeat(once: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < REPEATS; i++) all.push(await once());
  return all;
}

export function spread(all: readonly number[]): Spread {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { times: all.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}
