// Reads one page of people in a stable order, whatever the filter: from the smallest set an index gives, or else along the sort
// in windows, so that a filter which fits hardly anybody never holds the event loop. Knows SQL, not what is asked for.
import type { Database } from '../../db/database.ts';
import { type Statement, statement, type Value } from '../../db/statement.ts';
import { CONTACT_COLUMN, type ContactState, decodeContact } from '../contacts/contacts.store.ts';

export interface Sql {
  readonly sql: string;
  readonly args: readonly Value[];
}
/** What a contacts row named `c` must be. */
export interface Criteria {
  readonly where: readonly Sql[];
  /** Selects of contact ids by an index, each holding everybody who fits. */
  readonly sources: readonly Sql[];
}
/** One stretch of a list: people who fit, in one order. A list is stretches one after the other, no person in two. */
export interface Segment extends Criteria {
  /** Column or indexed expression that is never null here; null sorts by id alone. */
  readonly key: string | null;
  readonly direction: 'asc' | 'desc';
}
/** Where a row stands in its list. */
export type Place = readonly [segment: number, key: Value, id: string];
export interface Found {
  readonly contact: ContactState;
  readonly place: Place;
}

export interface Sizes {
  /** An index that gives no more than this is read whole and sorted; anything bigger is dense enough to meet along the sort. */
  readonly small: number;
  /** Rows looked at between two turns of the event loop. */
  readonly window: number;
}
interface Via {
  readonly db: Database;
  readonly sizes: Sizes;
}
const SIZES: Sizes = { small: 2_000, window: 2_000 };

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
  // Nothing narrows the list down: its first rows are the page.
  if (segment.sources.length === 0 && (via.db.kind === 'remote' || segment.where.length <= 2))
    return along(via, segment, at, [...segment.where, ...from], count);
  const { source, edge } = await look(via, segment, at, from, count);
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
  return inWindows(via, segment, at, after, edge, count);
}

/** Straight along the index of the sort. */
const along = (via: Via, segment: Segment, at: number, where: readonly Sql[], count: number) => {
  const all = and(where);
  return people(via, segment, at, {
    sql: `from contacts c where ${all.sql} ${order(segment)} limit ?`,
    args: [...all.args, count],
  });
};

async function inWindows(
  via: Via,
  segment: Segment,
  at: number,
  after: Place | undefined,
  firstEdge: Place | undefined,
  count: number,
) {
  const found: Found[] = [];
  let from = after;
  let edge = firstEdge;
  for (;;) {
    const start = from ? [beyond(segment, from, true)] : [];
    const window = [...segment.where, ...start, ...(edge ? [beyond(segment, edge, false)] : [])];
    found.push(...(await along(via, segment, at, window, count - found.length)));
    if (!edge || found.length >= count) return found;
    from = edge;
    edge = (await via.db.read({ edge: edgeOf(via, segment, at, [beyond(segment, from, true)]) })).edge[0];
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The row a window further on; none where the list ends before. */
function edgeOf(via: Via, segment: Segment, at: number, start: readonly Sql[]): Statement<Place> {
  // The condition that makes a partial index usable comes first in every segment.
  const where = and([...segment.where.slice(0, 1), ...start]);
  return statement(
    `select ${segment.key ?? 'null'}, c.id from contacts c where ${where.sql} ${order(segment)} limit 1 offset ?`,
    [...where.args, via.sizes.window - 1],
    (r): Place => [at, r[0] as Value, String(r[1])],
  );
}

/** One read that decides the way: the source to read whole where one is small and a page is not met sooner along the sort. */
async function look(via: Via, segment: Segment, at: number, from: readonly Sql[], page: number) {
  const { sources } = segment;
  const counts = sources.map((source) =>
    statement(
      `select count(*) from (select 1 from (${source.sql}) limit ?)`,
      [...source.args, via.sizes.small + 1],
      (r) => Number(r[0]),
    ),
  );
  const read: Record<string, unknown[]> = await via.db.read({
    ...Object.fromEntries(counts.map((count, i) => [`n${i}`, count])),
    // Rows are never deleted, so the highest rowid is near enough to how many people there are, and costs nothing.
    people: statement('select coalesce(max(rowid), 0) from contacts', [], (r) => Number(r[0])),
    edge: edgeOf(via, segment, at, from),
  });
  const edge = read.edge?.[0] as Place | undefined;
  const found = counts.map((_, i) => read[`n${i}`]?.[0] as number);
  const least = Math.min(...found);
  if (sources.length === 0 || least > via.sizes.small) return { source: undefined, edge };
  // Along the sort a page is full after about this many rows.
  const walked = least === 0 ? Number.POSITIVE_INFINITY : (page * (read.people?.[0] as number)) / least;
  return { source: walked < least ? undefined : sources[found.indexOf(least)], edge };
}

async function people(via: Via, segment: Segment, at: number, rest: Sql): Promise<Found[]> {
  const text: Statement<Found> = statement(
    `select ${CONTACT_COLUMN}, ${segment.key ?? 'null'} ${rest.sql}`,
    rest.args,
    (r) => {
      const contact = decodeContact(r);
      return { contact, place: [at, r[1] as Value, contact.id] };
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
