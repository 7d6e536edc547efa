// The order people are listed in: by a column with the empty ones last, or by how well they fit what was typed.
// Every order is total and rests on columns that nobody's arrival changes, so that a list is complete from page to page.
import type { Deps } from '../../deps.ts';
import type { Sort } from '../contacts/contacts.schemas.ts';
import type { Condition } from './criteria.ts';
import { BY_TEXT, type Criteria, type Segment, type Source, type Sql, type TextLookup } from './scan.ts';
import { wordsOf } from './spellings.ts';
import {
  handleIs,
  lookupOf,
  mentionedSo,
  nameBegins,
  namedSo,
  not,
  sourceOf,
  sourcesOf,
  spelled,
  together,
} from './words.ts';

const COLUMNS = {
  created_at: { key: 'c.created_at', nullable: false },
  updated_at: { key: 'c.updated_at', nullable: false },
  display_name: { key: 'lower(c.display_name)', nullable: false },
  last_touch_at: { key: 'c.last_touch_at', nullable: true },
  next_follow_up_at: { key: 'c.next_follow_up_at', nullable: true },
} as const;
type Column = keyof typeof COLUMNS;

const plus = (criteria: Criteria, where: readonly Sql[], sources: readonly (Source | undefined)[] = []): Criteria => ({
  where: [...criteria.where, ...where],
  sources: [...criteria.sources, ...sources.filter((one) => one !== undefined)],
});

/** `text` is what was typed, if anything. */
export function segmentsOf(
  deps: Pick<Deps, 'db' | 'settings'>,
  criteria: Criteria,
  text: string | undefined,
  sort: Sort,
): Segment[] {
  if (text === undefined) return sort === 'relevance' ? [] : byColumn(criteria, sort);
  const fit = fitOf(deps, text);
  return sort === 'relevance'
    ? byFit(criteria, fit)
    : byColumn({ ...plus(criteria, [fit.any]), later: fit.anySources }, sort);
}

function byColumn(criteria: Criteria & Pick<Segment, 'later'>, sort: Exclude<Sort, 'relevance'>): Segment[] {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const { key, nullable } = COLUMNS[sort.replace('-', '') as Column];
  if (!nullable) return [{ ...criteria, key, direction }];
  const also = (within: Sql) => ({ ...criteria, where: [within, ...criteria.where] });
  const filled = { sql: `${key} is not null`, args: [] };
  return [
    { ...also(filled), within: filled, key, direction },
    { ...also({ sql: `${key} is null`, args: [] }), key: null, direction: 'desc' },
  ];
}

interface Fit {
  readonly handle: Condition;
  readonly begins: Condition;
  /** Who has every word in their names and handles: as a condition, and as a lookup of its own. */
  readonly named: Sql;
  /** The same of a row of texts. */
  readonly words: Sql;
  readonly lookup: () => Promise<TextLookup>;
  readonly any: Sql;
  /** Indexes that give everybody meant in any way. */
  readonly anySources: Later;
  /** The same without those whom all the words name. */
  readonly spokenOf: Later;
}
type Later = NonNullable<Segment['later']>;

/** In how many ways somebody may be meant by a text, and which index gives them. */
function fitOf(deps: Pick<Deps, 'db' | 'settings'>, text: string): Fit {
  const words = wordsOf(text);
  const handle = handleIs(text, deps);
  const mentioned = mentionedSo(words);
  const fits = together(words.map(spelled), 'and');
  // Most pages are full before anybody is looked for in notes, many before the words are looked up at all.
  const people = once(() => sourcesOf(deps.db, 'people', words));
  const notes = once(() => sourcesOf(deps.db, 'notes', words));
  const spoken = async () => unionOf((await notes()).each);
  const anySources = async () => {
    const [named, noted] = [await people(), await notes()];
    const all = named.all && sourceOf('people', named.all.match, fits);
    return present([
      ...named.each.map((one, i) => unionOf([one, noted.each[i], handle.source])),
      // Who is not named by all the words was spoken of with one of them.
      unionOf([all, await spoken(), handle.source]),
    ]);
  };
  return {
    handle,
    begins: nameBegins(text),
    named: namedSo(words),
    words: fits,
    lookup: async () => lookupOf(await people()),
    any: { sql: `(${handle.sql} or ${mentioned.sql})`, args: [...handle.args, ...mentioned.args] },
    anySources,
    spokenOf: async () => [...present([await spoken()]), ...(await anySources())],
  };
}

const present = (sources: readonly (Source | undefined)[]) => sources.filter((one) => one !== undefined);

function once<T>(made: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    known ??= made();
    return known;
  };
}

/** Undefined where any part is: a union that misses somebody is no source. */
function unionOf(parts: readonly (Source | undefined)[]): Source | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length || known.length === 0) return undefined;
  const all = (each: readonly Sql[]): Sql => ({
    sql: each.map((part) => part.sql).join(' union all '),
    args: each.flatMap((part) => part.args),
  });
  return { ...all(known), tally: all(known.map((part) => part.tally ?? part)) };
}

/**
 * Whose handle it is, the newest first; whose name begins so, by name; whom the words name, then who was spoken of so, the
 * newest first.
 */
function byFit(criteria: Criteria, { handle, begins, named, words, lookup, any, spokenOf }: Fit): Segment[] {
  const newest = { key: 'c.created_at', direction: 'desc' } as const;
  const others = [not(handle), not(begins)];
  return [
    { ...plus(criteria, [handle], [handle.source]), ...newest },
    {
      within: { sql: begins.sql, args: begins.args },
      where: [begins, ...criteria.where, not(handle)],
      sources: criteria.sources,
      key: 'lower(c.display_name)',
      direction: 'asc',
    },
    { ...plus(criteria, [words, ...others]), ...BY_TEXT, text: lookup },
    { ...plus(criteria, [any, not(named), ...others]), later: spokenOf, ...newest },
  ];
}
