// Lists and searches among ten thousand people and among a million: the same pages should take about as long. Both servers are
// asked in turns, a few at a time, so that what slows the machine down slows both.
import { startServer } from '../support/server.ts';
import { type LargeHouse, personId } from './large-house.ts';
import { processorTicks, TICKS_A_SECOND } from './machine.ts';
import { spread } from './report-timing.ts';

const ROUNDS = 10;
const EACH = 20;

export interface ListTimes {
  readonly title: string;
  /** Milliseconds among few and among many. */
  readonly small: ListSpread;
  readonly large: ListSpread;
}
export interface ListSpread {
  readonly p50: number;
  readonly p95: number;
  readonly processorMs: number;
  /** People in an answer, on average. */
  readonly found: number;
}

/** What is asked, by the number of people and the count of asks so far. */
const ASKS: Readonly<Record<string, (people: number, nth: number) => string>> = {
  'newest 50': () => '/v1/contacts',
  '50 in a stage': () => '/v1/contacts?stage=lead',
  '50 in a stage, longest untouched first': () => '/v1/contacts?stage=customer&sort=updated_at',
  'by name': () => '/v1/contacts?sort=display_name',
  'a tag and a source': () => '/v1/contacts?tag=grade-a&source=source%203',
  'one handle': (people, nth) => `/v1/contacts?q=person-${(nth * 7_919) % people}@mail.example`,
  'two Chinese characters': (_, nth) =>
    `/v1/contacts?q=${encodeURIComponent(['王伟', '李娜', '张敏', '陈静'][nth % 4] ?? '')}`,
  'a name and a number': (people, nth) => `/v1/contacts?q=Anna%20Brandt%20${nth % Math.floor(people / 286)}`,
  'a company': (_, nth) => `/v1/contacts?q=Company%20${nth % 7_000}`,
  'a word everybody has': () => '/v1/contacts?q=mail.example',
  'a word nobody has': (_, nth) => `/v1/contacts?q=zzyzx${nth}`,
  'one card': (people, nth) => `/v1/contacts/${personId((nth * 7_919) % people)}/card`,
};

const isSearch = (path: string) => path.includes('?q=');

/** Each kind of page, then all the lists and all the searches taken together. */
export async function timeLists(houses: readonly [LargeHouse, LargeHouse]): Promise<ListTimes[]> {
  const servers = await Promise.all(houses.map((house) => startServer(house.place, house.key)));
  try {
    // Answered once the ledger is read, which a server does as it starts.
    for (const [i, { key }] of houses.entries())
      await (
        await fetch(`${servers[i]?.url}/v1/reports/funnel`, { headers: { authorization: `Bearer ${key}` } })
      ).text();
    const out: ListTimes[] = [];
    const together: Record<string, [number[], number[]]> = {
      'all lists': [[], []],
      'all searches': [[], []],
      'lists and searches': [[], []],
    };
    let nth = 0;
    for (const [title, path] of Object.entries(ASKS)) {
      const times: number[][] = [[], []];
      const ticks = [0, 0];
      const found = [0, 0];
      for (let round = -1; round < ROUNDS; round++)
        for (const [i, house] of houses.entries()) {
          const pid = servers[i]?.process.pid;
          const before = processorTicks(pid) ?? 0;
          const took: number[] = [];
          const texts: string[] = [];
          for (let one = 0; one < EACH; one++) {
            const began = performance.now();
            const answer = await fetch(`${servers[i]?.url}${path(house.people, nth++)}`, {
              headers: { authorization: `Bearer ${house.key}` },
            });
            const text = await answer.text();
            if (answer.status !== 200) throw new Error(text);
            took.push(performance.now() - began);
            texts.push(text);
          }
          // The first round fills caches.
          if (round < 0) continue;
          times[i]?.push(...took);
          ticks[i] = (ticks[i] ?? 0) + (processorTicks(pid) ?? 0) - before;
          for (const text of texts) found[i] = (found[i] ?? 0) + (JSON.parse(text).data?.length ?? 1);
        }
      if (title !== 'one card')
        for (const all of [isSearch(path(1, 1)) ? 'all searches' : 'all lists', 'lists and searches'])
          for (const i of houses.keys()) together[all]?.[i]?.push(...(times[i] ?? []));
      const of = (i: number): ListSpread => ({
        ...spread(times[i] ?? []),
        processorMs: ((ticks[i] ?? 0) / TICKS_A_SECOND / (ROUNDS * EACH)) * 1000,
        found: (found[i] ?? 0) / (ROUNDS * EACH),
      });
      out.push({ title, small: of(0), large: of(1) });
    }
    for (const [title, [small = [], large = []]] of Object.entries(together)) {
      const of = (all: number[]) => ({ ...spread(all), processorMs: Number.NaN, found: Number.NaN });
      out.push({ title, small: of(small), large: of(large) });
    }
    return out;
  } finally {
    for (const server of servers) await server.stop();
  }
}
