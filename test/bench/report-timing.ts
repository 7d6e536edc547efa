// Times reports over a long ledger on the real server, and what a card costs while one is counted.
import { openHouse, statement } from '@sidestage/api';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

/** Rows of the ledger; each person has five. */
export const LEDGER_ROWS = Number(process.env.LEDGER_ROWS ?? 5_000_000);
const STAGES = ['subscriber', 'lead', 'mql', 'sql', 'customer'];
const CHUNK = 10_000;
const REPEATS = 200;

export interface ReportTimes {
  readonly rows: number;
  /** Seconds each took when nobody had asked before, and rows counted in one of them. */
  readonly counted: Readonly<Record<string, number>>;
  /** Milliseconds of a repeated ask. */
  readonly again: Spread;
  /** Milliseconds of a card, with nothing else to do and while a report is counted. */
  readonly idle: Spread;
  readonly during: Spread;
}
interface Spread {
  readonly times: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

export async function timeReports(): Promise<ReportTimes> {
  const place = newPlace();
  let server: RunningServer | undefined;
  try {
    const key = newKey(place);
    const someone = await makeLedger(place);
    server = await startServer(place, key);
    const ask = timed(server.url, key);
    const card = `/v1/contacts/${someone}/card`;
    await ask(card);
    const idle = spread(await repeat(() => ask(card)));
    const counted: Record<string, number> = {};
    const during: number[] = [];
    for (const name of ['funnel', 'time-in-stage', 'pools', 'conversion?by=source']) {
      let done = false;
      const report = ask(`/v1/reports/${name}`).finally(() => {
        done = true;
      });
      while (!done) during.push(await ask(card));
      counted[name] = (await report) / 1000;
    }
    return {
      rows: LEDGER_ROWS,
      counted,
      again: spread(await repeat(() => ask('/v1/reports/pools'))),
      idle,
      during: spread(during),
    };
  } finally {
    await server?.stop();
    place.remove();
  }
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

function spread(all: readonly number[]): Spread {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { times: all.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}

/** Written past the API, since what is timed is reading; gives somebody's id. */
async function makeLedger(place: Place): Promise<string> {
  const house = await openHouse({ file: place.file });
  const people = LEDGER_ROWS / STAGES.length;
  const numbers = 'with recursive n(i) as (select ? union all select i + 1 from n where i < ?)';
  const start = Date.parse('2026-01-01T00:00:00Z');
  const when = (k: number) => `${start} + i * 30 + ${k} * 86400000`;
  const id = "printf('con_%026d', i)";
  try {
    for (let from = 1; from <= people; from += CHUNK) {
      const range = [from, Math.min(people, from + CHUNK - 1)];
      await house.deps.db.write({
        load: {},
        plan: () => ({
          statements: [
            statement(
              `${numbers} insert into contacts (id, display_name, source, created_at, updated_at) select ${id}, 'Person', 'source ' || (i % 7), ${when(0)}, ${when(0)} from n`,
              range,
            ),
            ...STAGES.map((stage, k) =>
              statement(
                `${numbers} insert into transitions (id, contact_id, lifecycle, lifecycle_version, from_stage, to_stage, direction, effective_at, recorded_at, actor, source)
                  select printf('trn_%d%025d', ${k}, i), ${id}, 'seven-stage', 1, ${k === 0 ? 'null' : `'${STAGES[k - 1]}'`}, '${stage}', '${k === 0 ? 'enter' : 'forward'}', ${when(k)}, ${when(k)}, 'system:system', 'import' from n`,
                range,
              ),
            ),
            statement(
              `${numbers} insert into positions (contact_id, lifecycle, stage, entered_at) select ${id}, 'seven-stage', 'customer', ${when(4)} from n`,
              range,
            ),
          ],
          answer: () => undefined,
        }),
      });
    }
  } finally {
    await house.close();
  }
  return `con_${String(Math.floor(people / 2)).padStart(26, '0')}`;
}
