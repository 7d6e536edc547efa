// What somebody typed to find a person, as SQL: every word must occur in their names and handles, or in what was written about them.
// The index (migrations 0003 and 0020) only narrows; the words themselves are compared, so nothing is found by accident.
import type { Database } from '../../db/database.ts';
import type { Deps } from '../../deps.ts';
import { phone } from '../contacts/handles.ts';
import type { Condition } from './criteria.ts';
import { type Part, rarest, type Where, weigh } from './pieces.ts';
import type { Source, Sql, TextLookup } from './scan.ts';
import { lowered, occursIn, spellings, visible } from './spellings.ts';

const WORDS_PER_LOOKUP = 12;
const MOST = 0.5;

/** A word in a row `w` of the texts. */
export const spelled = (word: string): Sql =>
  together(
    spellings(word).map((spelling) => occursIn('w.words', spelling)),
    'or',
  );

/** All of these words in one row of a person's. */
function occur(where: Where, words: readonly string[]): Sql {
  const { sql, args } = together(words.map(spelled), 'and');
  return { sql: `exists (select 1 from search_${where} w where w.contact_id = c.id and ${sql})`, args };
}
/** Several conditions as one. */
export const together = (parts: readonly Sql[], word: 'and' | 'or'): Sql => ({
  sql: `(${parts.map((part) => part.sql).join(` ${word} `)})`,
  args: parts.flatMap((part) => part.args),
});
export const not = (part: Sql): Sql => ({ sql: `not ${part.sql}`, args: part.args });

/** Every word in names, companies and handles. */
export const namedSo = (words: readonly string[]): Sql => occur('people', words);
/** Every word anywhere. */
export const mentionedSo = (words: readonly string[]): Sql =>
  together(
    words.map((word) => together([occur('people', [word]), occur('notes', [word])], 'or')),
    'and',
  );

/** Somebody whose handle is just this. */
export function handleIs(text: string, deps: Pick<Deps, 'settings'>): Condition {
  const typed = visible(text).normalize('NFKC').trim();
  const number = /^[+\d][\d\s().-]{5,}$/.test(typed)
    ? phone(typed, deps.settings.get().default_region ?? undefined)
    : undefined;
  const forms = JSON.stringify([...new Set([typed, typed.toLowerCase(), ...(number ? [number] : [])])]);
  const source = {
    sql: 'select i.contact_id from identities i where i.handle in (select value from json_each(?))',
    args: [forms],
  };
  return { sql: `c.id in (${source.sql})`, args: [forms], source };
}

/** Whose name begins so; index contacts_name. */
export function nameBegins(text: string): Condition {
  const low = lowered(visible(text).normalize('NFKC').trim());
  const args = [low, `${low}\u{10ffff}`];
  return {
    sql: '(lower(c.display_name) >= ? and lower(c.display_name) < ?)',
    args,
    source: { sql: 'select n.id from contacts n where lower(n.display_name) >= ? and lower(n.display_name) < ?', args },
  };
}

export interface WordSources {
  /** What the texts that have all the words are looked up by; undefined where no word can be. */
  readonly all: Part | undefined;
  /** Per word; undefined for one too short and common to be looked up. */
  readonly each: readonly (Source | undefined)[];
}

/** Whom the index of three characters gives for the words. */
export async function sourcesOf(db: Database, where: Where, words: readonly string[]): Promise<WordSources> {
  const ways = words.slice(0, WORDS_PER_LOOKUP).map(spellings);
  const { partsOf, rows } = await weigh(db, where, [...new Set(ways.flat())]);
  const parts = ways.map(partsOf);
  const known = parts.filter((each) => each !== undefined);
  return {
    all: known.length === 0 ? undefined : rarest(known, rows),
    // A word beyond those looked up has none: who has it alone is given by no other.
    each: words.map((_, nth) => parts[nth] && sourceOf(where, rarest([parts[nth]], rows).match)),
  };
}

/** A list of pieces that most people have one of spares little, and costs more to look up than their texts to read. */
export const lookupOf = ({ all }: WordSources): TextLookup => {
  const isCommonList = all?.match.includes(' OR ') === true && all.share > MOST;
  return { match: all && !isCommonList ? all.match : null };
};

/** `fits`: what a row `w` of the texts must be besides. */
export function sourceOf(where: Where, match: string, fits?: Sql): Source {
  return {
    sql: `select w.contact_id from search_${where}_index f cross join search_${where} w on w.id = f.rowid where f.search_${where}_index match ?${fits ? ` and ${fits.sql}` : ''}`,
    args: [match, ...(fits?.args ?? [])],
    tally: { sql: `select 1 from search_${where}_index where search_${where}_index match ?`, args: [match] },
  };
}
