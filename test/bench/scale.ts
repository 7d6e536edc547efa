// A stage move among ten thousand people and among a million: it should cost the same. Both houses run in this process and are
// asked in turns; processor time tells what a busy machine hides.
import { asSystem, createKey, type House, openHouse, statement } from '@sidestage/api';
import { newPlace, type Place } from '../support/server.ts';
import { median } from './pairs.ts';

const SIZES = [10_000, 1_000_000] as const;
const AT_ONCE = 50_000;
const ROUNDS = 5;
const MOVES = 2_000;
const WIDTH = 16;
const STEPS = ['lead', 'mql', 'sql', 'opportunity', 'customer'];

export interface Scale {
  readonly people: number;
  /** Of one move, in microseconds: on the clock, and of the processor. */
  readonly clockUs: number;
  readonly processorUs: number;
}

interface Crowd {
  readonly people: number;
  readonly house: House;
  readonly place: Place;
  readonly key: string;
  moved: number;
}

async function gather(people: number): Promise<Crowd> {
  const place = newPlace();
  const house = await openHouse({ file: place.file });
  const { key } = (await asSystem(house, createKey, { name: 'bench' })) as { key: string };
  for (let from = 0; from < people; from += AT_ONCE) await fill(house, from, Math.min(people, from + AT_ONCE));
  return { people, house, place, key, moved: 0 };
}

/** People as a company of that size would have them: each with a handle, a place in a lifecycle and the row that says so. */
function fill(house: House, from: number, to: number): Promise<void> {
  const numbered = `with recursive n(i) as (select ${from} union all select i + 1 from n where i + 1 < ${to})`;
  const id = (prefix: string) => `printf('${prefix}_%08d', i)`;
  return house.deps.db.write({
    load: {},
    plan: () => ({
      statements: [
        `insert into contacts (id, display_name, company, created_at, updated_at) ${numbered} select ${id('con')}, 'Person ' || i, 'Company ' || (i % 700), i, i from n`,
        `insert into identities (id, contact_id, channel, handle, display, created_at) ${numbered} select ${id('idn')}, ${id('con')}, 'email', 'p' || i || '@mail.example', 'p' || i, i from n`,
        `insert into transitions (id, contact_id, lifecycle, lifecycle_version, to_stage, direction, effective_at, recorded_at, actor, source) ${numbered} select ${id('trn')}, ${id('con')}, 'seven-stage', 1, 'subscriber', 'enter', i, i, 'system:system', 'api' from n`,
        `insert into positions (contact_id, lifecycle, stage, entered_at) ${numbered} select ${id('con')}, 'seven-stage', 'subscriber', i from n`,
        `insert into events (id, type, contact_id, actor, data, at) ${numbered} select ${id('evt')}, 'contact.created', ${id('con')}, 'system:system', '{}', i from n`,
      ].map((sql) => statement(sql)),
      answer: () => undefined,
    }),
  });
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
      const id = `con_${String((nth * 7_919) % people).padStart(8, '0')}`;
      const answer = await house.app.request(`/v1/contacts/${id}/transitions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to: STEPS[Math.floor(nth / people) % STEPS.length] }),
      });
      if (answer.status >= 300) throw new Error(`${id}: ${await answer.text()}`);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, one));
  const used = process.cpuUsage(processor);
  return { clockUs: ((performance.now() - clock) * 1000) / MOVES, processorUs: (used.user + used.system) / MOVES };
}

export async function compareScale(say: (line: string) => void): Promise<Scale[]> {
  const crowds: Crowd[] = [];
  try {
    for (const people of SIZES) {
      say(`Gathering ${people.toLocaleString('en')} people…`);
      crowds.push(await gather(people));
    }
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
    for (const { house, place } of crowds) {
      await house.close();
      place.remove();
    }
  }
}

export function scaleLines(all: readonly Scale[]): string {
  const [small, large] = all;
  const lines = all.map(
    ({ people, clockUs, processorUs }) =>
      `  among ${people.toLocaleString('en').padEnd(10)} ${Math.round(clockUs)} µs a move, ${Math.round(processorUs)} µs of the processor`,
  );
  const ratio = small && large ? large.processorUs / small.processorUs : Number.NaN;
  return ['\na stage move, 16 at once:', ...lines, `  ratio by processor ${ratio.toFixed(2)}, aim ≤ 1.3`].join('\n');
}
