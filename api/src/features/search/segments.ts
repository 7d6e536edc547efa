// The order people are listed in: by a column with the empty ones last, or by how well they fit what was typed.
// Every order is total and rests on columns that nobody's arrival changes, so that a list is complete from page to page.
import type { Deps } from '../../deps.ts';
import type { Sort } from '../contacts/contacts.schemas.ts';
import type { Condition } from './criteria.ts';
import type { Criteria, Segment, Sql } from './scan.ts';
import { handleIs, mentionedSo, nameBegins, namedSo, not, sourcesOf, wordsOf } from './words.ts';

const COLUMNS = {
  created_at: { key: 'c.created_at', nullable: false },
  updated_at: { key: 'c.updated_at', nullable: false },
  display_name: { key: 'lower(c.display_name)', nullable: false },
  last_touch_at: { key: 'c.last_touch_at', nullable: true },
  next_follow_up_at: { key: 'c.next_follow_up_at', nullable: true },
} as const;
type Column = keyof typeof COLUMNS;

const plus = (criteria: Criteria, where: readonly Sql[], sources: readonly (Sql | undefined)[] = []): Criteria => ({
  where: [...criteria.where, ...where],
  sources: [...criteria.sources, ...sources.filter((one) => one !== undefined)],
});

/** `text` is what was typed, if anything. */
export async function segmentsOf(
  deps: Pick<Deps, 'db' | 'settings'>,
  criteria: Criteria,
  text: string | undefined,
  sort: Sort,
): Promise<Segment[]> {
  if (text === undefined) return sort === 'relevance' ? [] : byColumn(criteria, sort);
  const fit = await fitOf(deps, text);
  return sort === 'relevance' ? byFit(criteria, fit) : byColumn(plus(criteria, [fit.any], fit.anySources), sort);
}

function byColumn(criteria: Criteria, sort: Exclude<Sort, 'relevance'>): Segment[] {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const { key, nullable } = COLUMNS[sort.replace('-', '') as Column];
  if (!nullable) return [{ ...criteria, key, direction }];
  const first = (sql: string) => ({ ...criteria, where: [{ sql, args: [] }, ...criteria.where] });
  return [
    { ...first(`${key} is not null`), key, direction },
    { ...first(`${key} is null`), key: null, direction: 'desc' },
  ];
}

interface Fit {
  readonly handle: Condition;
  readonly begins: Condition;
  readonly named: Sql;
  readonly any: Sql;
  readonly people: readonly (Sql | undefined)[];
  readonly notes: readonly (Sql | undefined)[];
  readonly anySources: readonly (Sql | undefined)[];
}

/** In how many ways somebody may be meant by a text, and which index gives them. */
async function fitOf(deps: Pick<Deps, 'db' | 'settings'>, text: string): Promise<Fit> {
  const words = wordsOf(text);
  const { people, notes } = await sourcesOf(deps.db, words);
  const handle = handleIs(text, deps);
  const mentioned = mentionedSo(words);
  return {
    handle,
    begins: nameBegins(text),
    named: namedSo(words),
    any: { sql: `(${handle.sql} or ${mentioned.sql})`, args: [...handle.args, ...mentioned.args] },
    people,
    notes,
    anySources: people.map((one, i) => unionOf([one, notes[i], handle.source])),
  };
}

/** Undefined where any part is: a union that misses somebody is no source. */
function unionOf(parts: readonly (Sql | undefined)[]): Sql | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length || known.length === 0) return undefined;
  return { sql: known.map((part) => part.sql).join(' union all '), args: known.flatMap((part) => part.args) };
}

/** Whose handle it is, whose name begins so, whom the words name, then who was spoken of so; the newest first in each. */
function byFit(criteria: Criteria, { handle, begins, named, any, people, notes, anySources }: Fit): Segment[] {
  const newest = { key: 'c.created_at', direction: 'desc' } as const;
  const others = [not(handle), not(begins)];
  return [
    { ...plus(criteria, [handle], [handle.source]), ...newest },
    { ...plus(criteria, [begins, not(handle)], [begins.source]), ...newest },
    { ...plus(criteria, [named, ...others], people), ...newest },
    { ...plus(criteria, [any, not(named), ...others], [...anySources, unionOf(notes)]), ...newest },
  ];
}
