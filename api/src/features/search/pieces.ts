// Which three-character pieces of the words typed the index is asked for: the fewest that give hardly anybody but who is meant.
// Nothing here decides what is found, only how soon.
import type { Database } from '../../db/database.ts';
import { type Statement, statement } from '../../db/statement.ts';
import { foldings } from './spellings.ts';

export type Where = 'people' | 'notes';

/** Something a text must contain, as the index is asked for it, and the share of the texts that do. */
export interface Part {
  readonly match: string;
  readonly share: number;
}

/** What a word is looked up by, in any of its spellings; undefined where one of them is too short and common for it. */
export type Parts = readonly Part[] | undefined;

export interface Weighed {
  readonly partsOf: (spellings: readonly string[]) => Parts;
  /** About how many texts there are. */
  readonly rows: number;
}

// A word shorter than a piece is looked up by all pieces it begins, if they are not more than this.
const MAX_PIECES = 200;
// Of a word so many pieces are weighed, each by its first rows.
const PIECES_PER_WORD = 8;
const SAMPLE = 100;
// A server is not asked how common a piece is: all pieces of a word are met, and taken for this rare.
const UNWEIGHED = 0.01;
// To meet one more row of an index costs so much less than to read a person's text and compare it.
const CHEAPER = 400;
// How common a piece is hardly changes, and people type the same beginnings over and over.
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 20_000;
// Scripts of thousands of letters: their pieces are many and each occurs seldom.
const MANY_LETTERS = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Finds out which pieces there are of the short spellings, and how common those are that can be looked up. */
export async function weigh(db: Database, where: Where, spellings: readonly string[]): Promise<Weighed> {
  const begun: Record<string, Statement<string>> = {};
  for (const one of spellings.filter(isShort).flatMap(foldings)) begun[one] = piecesBeginning(where, one);
  const lists: Record<string, string[]> = Object.keys(begun).length > 0 ? await db.read(begun) : {};
  const short = (one: string): string | undefined => {
    const found = foldings(one).flatMap((form) => lists[form] ?? []);
    if (found.length > MAX_PIECES) return undefined;
    return found.length === 0 ? NOTHING : `(${found.map(quoted).join(' OR ')})`;
  };
  const matchesOf = (one: string): readonly string[] | undefined => {
    if (!isShort(one)) return pieces(one).map(quoted);
    const match = short(one);
    return match === undefined ? undefined : [match];
  };
  const all = db.kind === 'file' ? spellings.flatMap((one) => matchesOf(one) ?? []) : [];
  const { shares, rows } = await common(db, where, all);

  const partsIn = (one: string): Parts => {
    const matches = matchesOf(one);
    if (db.kind === 'file' || matches === undefined)
      return matches?.map((match) => ({ match, share: shares.get(match) ?? 1 }));
    return [{ match: matches.join(' AND '), share: isShort(one) ? 1 : UNWEIGHED }];
  };
  const partsOf: Weighed['partsOf'] = (ways) => {
    const each = ways.map(partsIn);
    if (each.length === 1) return each[0];
    if (each.some((one) => one === undefined)) return undefined;
    const either = each.map((one) => rarest([one ?? []], rows));
    return [
      {
        match: `(${either.map(({ match }) => `(${match})`).join(' OR ')})`,
        share: Math.min(
          1,
          either.reduce((sum, { share }) => sum + share, 0),
        ),
      },
    ];
  };
  return { partsOf, rows };
}

/**
 * The rarest piece of the words, and more of them where each spares more than it costs: one that everybody has spares nothing
 * and costs most. Words are taken to meet by chance; two pieces of one word mostly go together, so a second spares less.
 */
export function rarest(words: readonly (readonly Part[])[], rows: number): Part {
  const left = words.flatMap((parts, word) => parts.map((part) => ({ ...part, word })));
  const met: typeof left = [];
  let share = 1;
  while (left.length > 0 && share * rows >= 1) {
    const sparing = ({ share: own, word }: (typeof left)[number]) =>
      1 - (met.some((one) => one.word === word) ? Math.sqrt(own) : own);
    const gain = (one: (typeof left)[number]) => share * sparing(one) * CHEAPER - one.share;
    const next =
      met.length === 0
        ? left.reduce((best, one) => (one.share < best.share ? one : best))
        : left.reduce((best, one) => (gain(one) > gain(best) ? one : best));
    if (met.length > 0 && gain(next) <= 0) break;
    share *= 1 - sparing(next);
    met.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return met.length === 0 ? { match: NOTHING, share: 0 } : { match: met.map((one) => one.match).join(' AND '), share };
}

const remembered = new WeakMap<Database, Map<string, { readonly share: number; readonly at: number }>>();

/** The share of the texts that have each match, as far as the oldest and the newest ones tell. */
async function common(db: Database, where: Where, matches: readonly string[]) {
  const memory = remembered.get(db) ?? new Map<string, { share: number; at: number }>();
  remembered.set(db, memory);
  const now = performance.now();
  const shares = new Map<string, number>();
  const asked: Record<string, Statement<Sample>> = {};
  for (const match of matches) {
    const known = memory.get(`${where} ${match}`);
    if (known && now - known.at < REMEMBERED_MS) shares.set(match, known.share);
    else asked[match] = sampleOf(where, match);
  }
  const { size, ...read } = await db.read({ ...asked, size: sizeOf(where) });
  const rows = size[0] ?? 0;
  if (memory.size > MOST_REMEMBERED) memory.clear();
  for (const match in asked) {
    const { count, last, first } = (read as unknown as Record<string, Sample[]>)[match]?.[0] ?? NONE;
    // What few have is found out again each time: it costs little, and a share of nothing is soon wrong.
    const isFull = count === SAMPLE;
    // As common as it is where it is commonest: all that came in one import may have it, and nobody before.
    const share = isFull
      ? Math.min(1, Math.max(count / last, count / Math.max(count, rows - first + 1)))
      : count / Math.max(1, rows);
    shares.set(match, share);
    if (isFull) memory.set(`${where} ${match}`, { share, at: now });
  }
  return { shares, rows };
}

const sizeOf = (where: Where) => statement(`select coalesce(max(id), 0) from search_${where}`, [], (r) => Number(r[0]));

/** How many of the oldest texts have a match, and between which two ids those are and the newest ones. */
interface Sample {
  readonly count: number;
  readonly last: number;
  readonly first: number;
}
const NONE: Sample = { count: 0, last: 0, first: 0 };
const sampleOf = (where: Where, match: string): Statement<Sample> => {
  const some = (order: string) =>
    `select f.rowid as id from search_${where}_index f where f.search_${where}_index match ?1 order by f.rowid ${order} limit ?2`;
  return statement(
    `select o.n, o.last, n.first from (select count(*) as n, coalesce(max(id), 0) as last from (${some('asc')})) o, (select coalesce(min(id), 0) as first from (${some('desc')})) n`,
    [match, SAMPLE],
    (r) => ({ count: Number(r[0]), last: Number(r[1]), first: Number(r[2]) }),
  );
};

const isShort = (one: string) => [...one].length < 3;

/**
 * The pieces that begin so, one more than may be looked up. A list of pieces counts where each occurs as it goes, which is little
 * where they are rare; where few letters make long lists, it is jumped from piece to piece instead.
 */
function piecesBeginning(where: Where, one: string): Statement<string> {
  const args = [one, `${one}\u{10ffff}`, MAX_PIECES + 1];
  const piece = (r: readonly unknown[]) => String(r[0]);
  if (MANY_LETTERS.test(one))
    return statement(`select term from search_${where}_terms where term >= ?1 and term < ?2 limit ?3`, args, piece);
  const from = (place: string) => `(select term from search_${where}_postings where term >= ${place} limit 1)`;
  return statement(
    `with recursive jump(term, nth) as (
       select ${from('?1')}, 1 union all select ${from('jump.term || char(1)')}, nth + 1 from jump where term < ?2 and nth <= ?3)
     select term from jump where term < ?2 limit ?3`,
    args,
    piece,
  );
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
// Three characters no text has.
const NOTHING = quoted('\u0001\u0001\u0001');

/** A word's three characters in a row, of a long one some from all over it. */
function pieces(word: string): string[] {
  const letters = [...word];
  const all = Array.from({ length: letters.length - 2 }, (_, i) => letters.slice(i, i + 3).join(''));
  const step = Math.ceil(all.length / PIECES_PER_WORD);
  return [...new Set(all.filter((_, i) => i % step === 0))];
}
