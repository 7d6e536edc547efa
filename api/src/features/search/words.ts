// What somebody typed to find a person, as SQL: every word must occur in their names and handles, or in what was written about them.
// The index (migration 0003) only narrows; the words themselves are compared, so nothing is found by accident.
import type { Database } from '../../db/database.ts';
import { type Statement, statement } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import { phone } from '../contacts/handles.ts';
import type { Condition } from './criteria.ts';
import type { Sql } from './scan.ts';

/** SQLite's lower(): the form stored words have. */
export const lowered = (text: string) => text.replace(/[A-Z]+/g, (found) => found.toLowerCase());

// A word whose three-character pieces are this many is no longer looked up by the index.
const MAX_PIECES = 200;
const WORDS_PER_LOOKUP = 12;
const PIECES_PER_WORD = 8;
// A piece in no more rows than this is rare.
const RARE = 1_500;

/** The words of a search, without those that stand inside another of them. */
export function wordsOf(text: string): string[] {
  const words = [...new Set(text.normalize('NFKC').split(/\s+/).filter(Boolean))];
  const low = words.map((word) => word.toLowerCase());
  return words.filter(
    (_, i) => !low.some((other, j) => j !== i && other.includes(low[i] ?? '') && (other !== low[i] || j < i)),
  );
}

/** How a word may be written: as it is, and a phone number without what parts its digits (138-1234-5678 is kept as +8613812345678). */
export function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  const isNumber = /^[+(\d][\d().-]+$/.test(word) && (word.match(/\d/g)?.length ?? 0) >= 7;
  return [...new Set([lower, ...(isNumber ? [lower.replace(/[^\d+]/g, '')] : [])])];
}

type Where = 'people' | 'notes';

/** A spelling within the stored words, where only ASCII letters are lower-cased: any other letter may stand in either case. */
function within(spelling: string): Sql {
  let pattern = '';
  let cased = false;
  for (const letter of spelling) {
    const upper = letter.toUpperCase();
    if (letter > '\u007f' && upper !== letter && [...upper].length === 1) {
      pattern += `[${letter}${upper}]`;
      cased = true;
    } else pattern += '*?['.includes(letter) ? `[${letter}]` : letter;
  }
  return cased ? { sql: 'w.words glob ?', args: [`*${pattern}*`] } : { sql: 'instr(w.words, ?) > 0', args: [spelling] };
}

function occurs(where: Where, word: string): Sql {
  const { sql, args } = together(spellings(word).map(within), 'or');
  return { sql: `exists (select 1 from search_${where} w where w.contact_id = c.id and ${sql})`, args };
}
/** Several conditions as one. */
export const together = (parts: readonly Sql[], word: 'and' | 'or'): Sql => ({
  sql: `(${parts.map((part) => part.sql).join(` ${word} `)})`,
  args: parts.flatMap((part) => part.args),
});
export const not = (part: Sql): Sql => ({ sql: `not ${part.sql}`, args: part.args });

/** Every word in names, companies and handles. */
export const namedSo = (words: readonly string[]): Sql =>
  together(
    words.map((word) => occurs('people', word)),
    'and',
  );
/** Every word anywhere. */
export const mentionedSo = (words: readonly string[]): Sql =>
  together(
    words.map((word) => together([occurs('people', word), occurs('notes', word)], 'or')),
    'and',
  );

/** Somebody whose handle is just this. */
export function handleIs(text: string, deps: Pick<Deps, 'settings'>): Condition {
  const typed = text.normalize('NFKC').trim();
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
  const low = lowered(text.normalize('NFKC').trim());
  const args = [low, `${low}\u{10ffff}`];
  return {
    sql: '(lower(c.display_name) >= ? and lower(c.display_name) < ?)',
    args,
    source: { sql: 'select n.id from contacts n where lower(n.display_name) >= ? and lower(n.display_name) < ?', args },
  };
}

/** Per word, who the indexes of three characters give for it; undefined for a word too short and common to be looked up. */
export async function sourcesOf(db: Database, words: readonly string[]) {
  const spelled = words.slice(0, WORDS_PER_LOOKUP).map(spellings);
  const all = [...new Set(spelled.flat())];
  const places = ['people', 'notes'] as const;
  const lookups: Record<string, Statement> = {};
  for (const where of places)
    for (const way of all)
      if ([...way].length < 3) lookups[`${where} ${way}`] = piecesBeginning(where, way);
      // A server would be asked once more for what it finds out itself.
      else if (db.kind === 'file') for (const piece of pieces(way)) lookups[`${where} ${piece}`] = isRare(where, piece);
  const known = (Object.keys(lookups).length > 0 ? await db.read(lookups) : {}) as Record<string, (string | boolean)[]>;
  const of = (where: Where) => spelled.map((ways) => sourceOf(where, ways, (text) => known[`${where} ${text}`] ?? []));
  return { people: of('people'), notes: of('notes') };
}

const piecesBeginning = (where: Where, way: string) =>
  statement(
    `select term from search_${where}_terms where term >= ? and term < ? limit ?`,
    [way, `${way}\u{10ffff}`, MAX_PIECES + 1],
    (r) => String(r[0]),
  );

const isRare = (where: Where, piece: string) =>
  statement(
    `select count(*) from (select 1 from search_${where}_index where search_${where}_index match ? limit ?)`,
    [quoted(piece), RARE + 1],
    (r) => Number(r[0]) <= RARE,
  );

function sourceOf(
  where: Where,
  ways: readonly string[],
  known: (text: string) => readonly (string | boolean)[],
): Sql | undefined {
  const matches: string[] = [];
  for (const way of ways) {
    if ([...way].length < 3) {
      if (known(way).length > MAX_PIECES) return undefined;
      matches.push(...known(way).map((piece) => quoted(String(piece))));
      continue;
    }
    // One rare piece says enough; to meet it with common ones is to read all of theirs.
    const rare = pieces(way).find((piece) => known(piece)[0] === true);
    matches.push(rare === undefined ? `(${pieces(way).map(quoted).join(' AND ')})` : quoted(rare));
  }
  if (matches.length === 0) return { sql: `select contact_id from search_${where} where 0`, args: [] };
  return {
    sql: `select w.contact_id from search_${where}_index f cross join search_${where} w on w.id = f.rowid where f.search_${where}_index match ?`,
    args: [matches.join(' OR ')],
  };
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A word's three characters in a row, of a long one some from all over it. */
function pieces(way: string): string[] {
  const letters = [...way];
  const all = Array.from({ length: letters.length - 2 }, (_, i) => letters.slice(i, i + 3).join(''));
  const step = Math.ceil(all.length / PIECES_PER_WORD);
  return [...new Set(all.filter((_, i) => i % step === 0))];
}
