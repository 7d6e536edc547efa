// A company of any size with five ledger rows a person, made by plain SQL in minutes and kept for the next run: what is timed on
// it is reading and single writes, which a few rows more do not change. Kept in the system's folder for temporary files; may be deleted.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client';
import { openHouse } from '@sidestage/api';
import { newKey, newPlace, type Place } from '../support/server.ts';

export const SMALL = 10_000;
export const LARGE = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
export const ROWS_EACH = 5;

const AT_ONCE = 20_000;
const START = Date.parse('2025-01-01T00:00:00Z');
const DAY = 86_400_000;
const WAY = ['subscriber', 'lead', 'mql', 'sql'];
/** Where the last row takes people, in turns: three in five on, one stays before the end, one back. */
const LAST = ['customer', 'customer', 'customer', 'opportunity', 'lead'];
const ROOT = join(tmpdir(), 'sidestage-bench');

export interface LargeHouse {
  readonly people: number;
  readonly place: Place;
  readonly key: string;
}

/** The id of the nth person, from 0. */
export const personId = (nth: number) => `con_${nth.toString(8).padStart(26, '0')}`;

/** A house of so many people, from before where its schema is the same. */
export async function largeHouse(people: number, say: (line: string) => void): Promise<LargeHouse> {
  const folder = join(ROOT, `people-${people}-${madeFrom()}`);
  if (!existsSync(folder)) {
    const began = performance.now();
    say(`Making ${people.toLocaleString('en')} people with ${ROWS_EACH} ledger rows each, kept in ${folder}…`);
    // Of an older schema, or only half made.
    mkdirSync(ROOT, { recursive: true });
    for (const old of readdirSync(ROOT))
      if (old.startsWith(`people-${people}-`)) rmSync(join(ROOT, old), { recursive: true });
    const half = `${folder}.half`;
    mkdirSync(half);
    await make(newPlace(half), people);
    renameSync(half, folder);
    say(`  made in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const place = newPlace(folder);
  return { people, place, key: newKey(place) };
}

/** The schema and this file: whatever changes in either makes another house. */
function madeFrom(): string {
  const hash = createHash('sha256').update(readFileSync(new URL(import.meta.url)));
  const folder = new URL('../../api/migrations/', import.meta.url);
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 12);
}

async function make(place: Place, people: number): Promise<void> {
  const empty = await openHouse({ file: place.file });
  await empty.close();
  const db = createClient({ url: `file:${place.file}`, concurrency: 1 });
  try {
    // Nobody needs what a broken run leaves. The search index is built at the end, which takes a third of the time.
    for (const pragma of ['synchronous = off', 'foreign_keys = off', 'cache_size = -1000000', 'temp_store = memory'])
      await db.execute(`pragma ${pragma}`);
    const later = await takeAway(db, ['search_people_in', 'search_people_change']);
    for (let from = 0; from < people; from += AT_ONCE) await fill(db, from, Math.min(people, from + AT_ONCE));
    await db.execute("insert into search_people_index(search_people_index) values ('rebuild')");
    for (const sql of later) await db.execute(sql);
    // What follows the event log has followed it: a server that starts on this has nothing of its own to do.
    await db.execute('update health_progress set event_seq = (select max(seq) from events)');
    await db.execute('update duplicate_progress set rules = 1, event_seq = (select max(seq) from events)');
    await db.execute('pragma wal_checkpoint(truncate)');
  } finally {
    db.close();
  }
}

/** Drops triggers and gives what makes them again. */
async function takeAway(db: Client, triggers: readonly string[]): Promise<string[]> {
  const made: string[] = [];
  for (const name of triggers) {
    const { rows } = await db.execute({
      sql: "select sql from sqlite_schema where type = 'trigger' and name = ?",
      args: [name],
    });
    made.push(String(rows[0]?.[0]));
    await db.execute(`drop trigger ${name}`);
  }
  return made;
}

const oneOf = (words: readonly string[], nth: string) =>
  `json_extract('${JSON.stringify(words)}', '$[' || (${nth} % ${words.length}) || ']')`;
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];
const GIVEN = [...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲华红玉建国春梅兰英晨宇'];
const FIRST = [
  'Anna',
  'Ben',
  'Carla',
  'David',
  'Elena',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Luis',
  'Mona',
];
const LAST_NAMES = [
  'Albers',
  'Brandt',
  'Costa',
  'Dupont',
  'Eriksen',
  'Fischer',
  'Garcia',
  'Hansen',
  'Ivanov',
  'Jansen',
  'Keller',
];

async function fill(db: Client, from: number, to: number): Promise<void> {
  const numbered = `with recursive n(i) as (select ${from} union all select i + 1 from n where i + 1 < ${to})`;
  const id = (prefix: string, digit = '') =>
    `printf('${prefix}_%0${26 - digit.length}o', i)${digit ? ` || '${digit}'` : ''}`;
  // Half a minute apart from one another, so that a lifetime of rows lies within a year and a half.
  const when = (day: number) => `${START} + i * 30000 + ${day * DAY}`;
  const name = `case when i % 2 then ${oneOf(SURNAMES, 'i / 2')} || ${oneOf(GIVEN, 'i / 40')} || ${oneOf(GIVEN, 'i / 1480')}
    else ${oneOf(FIRST, 'i / 2')} || ' ' || ${oneOf(LAST_NAMES, 'i / 26')} || ' ' || (i / 286) end`;
  const ledger = (nth: number, day: number, before: string, to: string, direction: string, reason = 'null') =>
    `insert into transitions (id, contact_id, lifecycle, lifecycle_version, from_stage, to_stage, direction, effective_at, recorded_at, actor, source, reason, time_in_previous_s)
     ${numbered} select ${id('trn', String(nth))}, ${id('con')}, 'seven-stage', 1, ${before}, ${to}, ${direction}, ${when(day)}, ${when(day)}, 'system:system', 'import', ${reason}, ${nth === 0 ? 'null' : 86400} from n`;
  const last = oneOf(LAST, 'i');
  await db.batch(
    [
      `insert into contacts (id, display_name, company, source, created_at, updated_at) ${numbered}
       select ${id('con')}, ${name}, 'Company ' || (i % 7000), 'source ' || (i % 7), ${when(0)}, ${when(20)} from n`,
      `insert into identities (id, contact_id, channel, handle, display, created_at) ${numbered}
       select ${id('idn')}, ${id('con')}, 'email', 'person-' || i || '@mail.example', 'person-' || i || '@mail.example', ${when(0)} from n`,
      `insert into contact_tags (contact_id, tag_key, single_group, added_at, added_by) ${numbered}
       select ${id('con')}, ${oneOf(['grade-a', 'grade-b', 'grade-c'], 'i')}, 'grade', ${when(0)}, 'system:system' from n`,
      ...WAY.map((stage, k) =>
        ledger(k, k * 5, k === 0 ? 'null' : `'${WAY[k - 1]}'`, `'${stage}'`, k === 0 ? "'enter'" : "'forward'"),
      ),
      ledger(
        4,
        20,
        "'sql'",
        last,
        `case when i % 5 = 4 then 'backward' else 'skip' end`,
        `case when i % 5 = 4 then 'judged-too-early' end`,
      ),
      `insert into positions (contact_id, lifecycle, stage, entered_at) ${numbered} select ${id('con')}, 'seven-stage', ${last}, ${when(20)} from n`,
      `insert into events (id, type, contact_id, actor, data, at) ${numbered}
       select ${id('evt')}, 'contact.created', ${id('con')}, 'system:system', json_object('contact_id', ${id('con')}, 'identity_ids', json_array(${id('idn')}), 'tags', json_array()), ${when(0)} from n`,
    ],
    'write',
  );
}
