// What somebody typed to find a person, as SQL: every word must occur in their names and handles, or in what was written about them.
// The index (migrations 0003 and 0020) only narrows; the words themselves are compared, so nothing is found by accident.
import type { Database } from '../../db/database.ts';
import type { Deps } from '../../deps.ts';
import { phone } from '../contacts/handles.ts';
import type { Condition } from './criteria.ts';
import { rarest, type Where, weigh } from './pieces.ts';
import type { Source, Sql, TextLookup } from './scan.ts';
import { lowered, occursIn, spellings, visible } from './spellings.ts';

const WORDS_PER_LOOKUP = 12;
const MOST = 0.5;

const spelled = (word: string): Sql =>
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
  /** The texts of people that have all the words. */
  readonly named: TextLookup;
  /** The words themselves, compared with a row `w` of the texts. */
  readonly fits: Sql;
  /** The same as a source of people; undefined where no word can be looked up. */
  readonly namedSource: Source | undefined;
  /** Per word; undefined for one too short and common to be looked up. */
  readonly people: readonly (Source | undefined)[];
  readonly notes: readonly (Source | undefined)[];
}

/** Who the indexes of three characters give for the words. */
export async function sourcesOf(db: Database, words: readonly string[]): Promise<WordSources> {
  const ways = words.slice(0, WORDS_PER_LOOKUP).map(spellings);
  const { partsOf, rows } = await weigh(db, [...new Set(ways.flat())]);
  const parts = {
    people: ways.map((each) => partsOf('people', each)),
    notes: ways.map((each) => partsOf('notes', each)),
  };
  const all = parts.people.filter((each) => each !== undefined);
  const best = all.length === 0 ? undefined : rarest(all, rows.people);
  // A list of pieces that most people have one of spares little, and costs more to look up than their texts to read.
  const isList = best?.match.includes(' OR ') === true;
  const named: TextLookup = { match: best && !(isList && best.share > MOST) ? best.match : null };
  const fits = together(words.map(spelled), 'and');
  const sources = (where: Where) =>
    // A word beyond those looked up has none: who has it alone is given by no other.
    words.map((_, nth) => {
      const each = parts[where][nth];
      return each && sourceOf(where, rarest([each], rows[where]).match, undefined);
    });
  return {
    named,
    fits,
    namedSource: best && sourceOf('people', best.match, fits),
    people: sources('people'),
    notes: sources('notes'),
  };
}

/** `fits`: what a row `w` of the texts must be besides. */
function sourceOf(where: Where, match: string, fits: Sql | undefined): Source {
  return {
    sql: `select w.contact_id from search_${where}_index f cross join search_${where} w on w.id = f.rowid where f.search_${where}_index match ?${fits ? ` and ${fits.sql}` : ''}`,
    args: [match, ...(fits?.args ?? [])],
    tally: { sql: `select 1 from search_${where}_index where search_${where}_index match ?`, args: [match] },
  };
}
