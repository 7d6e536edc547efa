// Reads one page of people in a stable order, whatever the filter: from the smallest set an index gives, or else along the sort
// in windows, so that a filter which fits hardly anybody never holds the event loop. Knows SQL, not what is asked for.
import type { Database } from '../../db/database.ts';
import { type Statement, statement, type Value } from '../../db/statement.ts';
import { CONTACT_COLUMNS, type ContactState, decodeContact } from '../contacts/contacts.store.ts';

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
const FIRST_COLUMN_AFTER_CONTACT = 16;

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
  const source = await smallest(via, segment.sources);
  const from = after ? [beyond(segment, after, true)] : [];
  if (source) {
    const where = and([...segment.where, ...from]);
    // CROSS JOIN keeps the order of the tables: the small set first. The plus signs keep the sort off its index.
    return people(via, segment, at, {
      sql: `from (with s(id) as (${source.sql}) select distinct id from s) s cross join contacts c on c.id = s.id where ${where.sql} ${order(segment, '+')} limit ?`,
      args: [...source.args, ...where.args, count],
    });
  }
  if (via.db.kind === 'remote' || segment.where.length <= 2)
    return along(via, segment, at, [...segment.where, ...from], count);
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
  let from = after;
  for (;;) {
    const start = from ? [beyond(segment, from, true)] : [];
    const edge = await edgeOf(via, segment, at, start);
    const window = [...segment.where, ...start, ...(edge ? [beyond(segment, edge, false)] : [])];
    found.push(...(await along(via, segment, at, window, count - found.length)));
    if (!edge || found.length >= count) return found;
    from = edge;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The row a window further on, or undefined where the list ends before. */
async function edgeOf(via: Via, segment: Segment, at: number, start: readonly Sql[]): Promise<Place | undefined> {
  // The condition that makes a partial index usable comes first in every segment.
  const where = and([...segment.where.slice(0, 1), ...start]);
  const row = (
    await via.db.read({
      row: statement(
        `select ${segment.key ?? 'null'}, c.id from contacts c where ${where.sql} ${order(segment)} limit 1 offset ?`,
        [...where.args, via.sizes.window - 1],
        (r) => [r[0] as Value, String(r[1])] as const,
      ),
    })
  ).row[0];
  return row && [at, row[0], row[1]];
}

async function smallest(via: Via, sources: readonly Sql[]): Promise<Sql | undefined> {
  if (sources.length === 0) return undefined;
  const counts = await via.db.read(
    Object.fromEntries(
      sources.map((source, i) => [
        `n${i}`,
        statement(
          `select count(*) from (select 1 from (${source.sql}) limit ?)`,
          [...source.args, via.sizes.small + 1],
          (r) => Number(r[0]),
        ),
      ]),
    ),
  );
  const found = sources.map((_, i) => counts[`n${i}`]?.[0] ?? 0);
  const least = Math.min(...found);
  return least <= via.sizes.small ? sources[found.indexOf(least)] : undefined;
}

async function people(via: Via, segment: Segment, at: number, rest: Sql): Promise<Found[]> {
  const text: Statement<Found> = statement(
    `select ${CONTACT_COLUMNS}, ${segment.key ?? 'null'} ${rest.sql}`,
    rest.args,
    (r) => {
      const contact = decodeContact(r);
      return { contact, place: [at, r[FIRST_COLUMN_AFTER_CONTACT] as Value, contact.id] };
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
