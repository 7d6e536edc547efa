// Reads one page of people in a stable order, whatever the filter: from the smallest set an index gives, or else along the sort
// in windows, so that a filter which fits hardly anybody never holds the event loop. Knows SQL, not what is asked for.
import type { Database } from '../../db/database.ts';
import { type Statement, statement, type Value } from '../../db/statement.ts';
import { CONTACT_COLUMN, type ContactState, decodeContact } from '../contacts/contacts.store.ts';

export interface Sql {
  readonly sql: string;
  readonly args: readonly Value[];
}
/** A select of contact ids by an index. */
export interface Source extends Sql {
  /** As many rows or more, told with less work: by it the smallest source is chosen. */
  readonly tally?: Sql;
}
/** What a contacts row named `c` must be. */
export interface Criteria {
  readonly where: readonly Sql[];
  /** Each holding everybody who fits. */
  readonly sources: readonly Source[];
}
/** One stretch of a list: people who fit, in one order. A list is stretches one after the other, no person in two. */
export interface Segment extends Criteria {
  /** Column or indexed expression that is never null here; null sorts by id alone. */
  readonly key: string | null;
  readonly direction: 'asc' | 'desc';
  /** The part of the sort's index that holds everybody here, where that is not all of it; among the conditions too. */
  readonly within?: Sql;
  /** Those whose names and handles have what was typed; sorted as `BY_TEXT` says. */
  readonly text?: () => Promise<TextLookup>;
  /** More sources, found out where the list comes to this stretch. */
  readonly later?: () => Promise<readonly Source[]>;
}
/** The text of everybody (search_people, a row `w` per person) by the index of its pieces. */
export interface TextLookup {
  /** As the index is asked; null where it cannot be. */
  readonly match: string | null;
}
/** People are given their text as they are made, and keep it: the newest first. The index reads in this order and no other. */
export const BY_TEXT = { key: 'w.id', direction: 'desc' } as const;
/** What a list is sorted by: text, a number or a time. */
type SortKey = string | number | null;
/** Where a row stands in its list. */
export type Place = readonly [segment: number, key: SortKey, id: string];
export interface Found {
  readonly contact: ContactState;
  readonly place: Place;
}

export interface Sizes {
  /** An index that gives no more than this is read whole and sorted; anything bigger is dense enough to meet along the sort. */
  readonly small: number;
  /** People looked at between two turns of the event loop. */
  readonly window: number;
  /** Texts read and compared between two turns. */
  readonly texts: number;
}
interface Via {
  readonly db: Database;
  readonly sizes: Sizes;
}
const SIZES: Sizes = { small: 2_000, window: 2_000, texts: 1_000 };
const FEW = 100;
/** Windows of texts the index is asked for at a time. */
const WINDOWS = 3;

export const and = (parts: readonly Sql[]): Sql => ({
  sql: parts.map((part) => part.sql).join(' and '),
  args: parts.flatMap((part) => part.args),
});

/** Up to `count` people after `after`, in the order of the segments. */
export async function scan(
  db: Database,
  segments: readonly Segment[],
  after: Place | undefined,
  count: number,
  sizes: Sizes = SIZES,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let i = after?.[0] ?? 0; i < segments.length && found.length < count; i++) {
    const segment = segments[i];
    if (segment)
      found.push(
        ...(await stretch({ db, sizes }, segment, i, i === after?.[0] ? after : undefined, count - found.length)),
      );
  }
  return found;
}

async function stretch(via: Via, segment: Segment, at: number, after: Place | undefined, count: number) {
  const from = after ? [beyond(segment, after, true)] : [];
  const source = await smallSource(via, segment, count);
  if (segment.text) {
    const below = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after[1]);
    return source
      ? textsOf(via, segment, source, at, below, count)
      : throughTexts(via, segment, (await segment.text()).match, at, below, count);
  }
  if (source) {
    const where = and([...segment.where, ...from]);
    // CROSS JOIN keeps the order of the tables: the small set first. The plus signs keep the sort off its index.
    // Only the page is read whole: a sort carries every column of what it sorts.
    return people(via, segment, at, {
      sql: `from (select c.id as id from (with s(id) as (${source.sql}) select distinct id from s) s cross join contacts c on c.id = s.id where ${where.sql} ${order(segment, '+')} limit ?) k cross join contacts c on c.id = k.id ${order(segment, '+')}`,
      args: [...source.args, ...where.args, count],
    });
  }
  if (via.db.kind === 'remote') return along(via, segment, at, [...segment.where, ...from], count);
  return inWindows(via, segment, at, after, count);
}

/** Straight along the index of the sort. */
const along = (via: Via, segment: Segment, at: number, where: readonly Sql[], count: number) => {
  const all = and(where);
  return people(via, segment, at, {
    sql: `from contacts c where ${all.sql} ${order(segment)} limit ?`,
    args: [...all.args, count],
  });
};

async function inWindows(via: Via, segment: Segment, at: number, after: Place | undefined, count: number) {
  const found: Found[] = [];
  const whole = windowOf(via.sizes.window, segment);
  // Where most people fit, the first rows are the page.
  let size = Math.min(4 * count, whole);
  for (let from = after; ; size = whole) {
    const start = from ? [beyond(segment, from, true)] : [];
    const edge = (await via.db.read({ edge: edgeOf(segment, at, start, size) })).edge[0];
    const window = [...segment.where, ...start, ...(edge ? [beyond(segment, edge, false)] : [])];
    found.push(...(await along(via, segment, at, window, count - found.length)));
    if (!edge || found.length >= count) return found;
    from = edge;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The texts of the people a source gives. */
function textsOf(via: Via, segment: Segment, source: Source, at: number, below: number, count: number) {
  const where = and(segment.where);
  return people(via, segment, at, {
    sql: `from (with s(id) as (${source.sql}) select distinct id from s) s cross join search_people w on w.contact_id = s.id and w.id < ? cross join contacts c on c.id = s.id where ${where.sql} ${order(segment)} limit ?`,
    args: [...source.args, below, ...where.args, count],
  });
}

/**
 * Along the texts that the index gives, so many of them at a time: how many people there are between two of them tells nothing
 * where all that came in one import have something in common, and the index reads to its end whatever lower bound it is given.
 * It also begins at its beginning each time, so that it is asked for many at once.
 */
async function throughTexts(via: Via, segment: Segment, match: string | null, at: number, end: number, count: number) {
  const where = and(segment.where);
  const fitting = (ids: Sql, most: number) =>
    people(via, segment, at, {
      sql: `from (select w.id as id, w.contact_id as contact_id from (${ids.sql}) m cross join search_people w on w.id = m.id cross join contacts c on c.id = w.contact_id where ${where.sql} ${order(segment)} limit ?) w cross join contacts c on c.id = w.contact_id ${order(segment)}`,
      args: [...ids.args, ...where.args, most],
    });
  const below = (id: number, most: number): Sql =>
    match === null
      ? { sql: 'select t.id as id from search_people t where t.id < ? order by t.id desc limit ?', args: [id, most] }
      : {
          sql: 'select f.rowid as id from search_people_index f where f.search_people_index match ? and f.rowid < ? order by f.rowid desc limit ?',
          args: [match, id, most],
        };
  if (via.db.kind === 'remote') return fitting(below(end, -1), count);
  const size = windowOf(via.sizes.texts, segment);
  const found: Found[] = [];
  // Most pages are full after a few texts more than they show, and a rare word gives no more: the index is asked once.
  let most = Math.min(2 * count, size);
  for (let id = end; ; most = WINDOWS * via.sizes.texts) {
    const next = below(id, most);
    const { ids } = await via.db.read({ ids: statement(next.sql, next.args, (r) => Number(r[0])) });
    for (let i = 0; i < ids.length && found.length < count; i += size) {
      if (id !== end || i > 0) await new Promise((resolve) => setImmediate(resolve));
      const window = { sql: 'select value as id from json_each(?)', args: [JSON.stringify(ids.slice(i, i + size))] };
      found.push(...(await fitting(window, count - found.length)));
    }
    if (found.length >= count || ids.length < most) break;
    id = ids.at(-1) ?? 0;
  }
  return found;
}

// Conditions of this length together are looked at as fast as the rows are read; of longer ones fewer rows make a window.
const LIGHT = 400;
const windowOf = (rows: number, segment: Segment) =>
  Math.ceil((rows * LIGHT) / Math.max(LIGHT, and(segment.where).sql.length));

/** The row a window further on; none where the list ends before. Read from the index alone: whom the list leaves out counts too. */
function edgeOf(segment: Segment, at: number, start: readonly Sql[], size: number): Statement<Place> {
  const where = and([...(segment.within ? [segment.within] : []), ...start]);
  return statement(
    `select ${segment.key ?? 'null'}, c.id from contacts c ${where.sql === '' ? '' : `where ${where.sql}`} ${order(segment)} limit 1 offset ?`,
    [...where.args, size - 1],
    (r): Place => [at, r[0] as SortKey, String(r[1])],
  );
}

/** The source to read whole: where one is small, and a page is not met sooner along the sort. */
async function smallSource(via: Via, segment: Segment, page: number): Promise<Source | undefined> {
  const sources = [...segment.sources, ...((await segment.later?.()) ?? [])];
  if (sources.length === 0) return undefined;
  // Rows are never deleted, so the highest rowid is near enough to how many people there are, and costs nothing.
  const people = statement('select coalesce(max(rowid), 0) from contacts', [], (r) => Number(r[0]));
  const all = sources.map((source) => {
    const { sql, args } = source.tally ?? source;
    const tally = statement(
      `select count(*) from (select 1 from (${sql}) limit ?)`,
      [...args, via.sizes.small + 1],
      (r) => Number(r[0]),
    );
    return { source, tally };
  });
  let best: { source: Source; rows: number; people: number } | undefined;
  // A server is asked once; a file one by one, for the first small one is enough.
  for (const some of via.db.kind === 'remote' ? [all] : all.map((one) => [one])) {
    const tallies = Object.fromEntries(some.map(({ tally }, nth) => [String(nth), tally]));
    const read: Record<string, number[]> = await via.db.read({ ...tallies, people });
    for (const [nth, { source }] of some.entries()) {
      const rows = read[nth]?.[0] ?? 0;
      if (rows < (best?.rows ?? via.sizes.small + 1)) best = { source, rows, people: read.people?.[0] ?? 0 };
    }
    // Fewer than a page or two: no other is worth counting.
    if (best && best.rows <= FEW) break;
  }
  if (!best) return undefined;
  // Along the sort a page is full after about this many rows.
  const walked = best.rows === 0 ? Number.POSITIVE_INFINITY : (page * best.people) / best.rows;
  return walked < best.rows ? undefined : best.source;
}

async function people(via: Via, segment: Segment, at: number, rest: Sql): Promise<Found[]> {
  const text: Statement<Found> = statement(
    `select ${CONTACT_COLUMN}, ${segment.key ?? 'null'} ${rest.sql}`,
    rest.args,
    (r) => {
      const contact = decodeContact(r);
      return { contact, place: [at, r[1] as SortKey, contact.id] };
    },
  );
  return (await via.db.read({ rows: text })).rows;
}

function order(segment: Segment, off: '+' | '' = ''): string {
  const { key, direction } = segment;
  return `order by ${key === null ? '' : `${off}${key} ${direction}, `}${off}c.id ${direction}`;
}

/** Strictly after a place, or up to and with it. */
function beyond(segment: Segment, [, value, id]: Place, after: boolean): Sql {
  const forward = (segment.direction === 'asc') === after ? '>' : '<';
  const or = after ? '' : '=';
  if (segment.key === null) return { sql: `c.id ${forward}${or} ?`, args: [id] };
  // Row values use an index on columns only.
  if (!segment.key.includes('(')) return { sql: `(${segment.key}, c.id) ${forward}${or} (?, ?)`, args: [value, id] };
  return {
    sql: `${segment.key} ${forward}= ? and (${segment.key} ${forward} ? or c.id ${forward}${or} ?)`,
    args: [value, value, id],
  };
}
