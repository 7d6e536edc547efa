// How what was typed may be written in what is stored. Names and notes keep the characters they came with, so the one or the
// other may be composed (é as one character or as e and an accent), of full width (（中国）), or of another case.
import type { Sql } from './scan.ts';

/** SQLite's lower(): the form stored words have. */
export const lowered = (text: string) => text.replace(/[A-Z]+/g, (found) => found.toLowerCase());

// What comes along with a number or a name copied off a page, and nobody sees.
const INVISIBLE = /^\p{Cf}+|\p{Cf}+$/gu;
/** Without the invisible characters around it; a text that has no others stays as it is. */
export const visible = (text: string) => text.replace(INVISIBLE, '') || text;

/** The words of a search, the rarest first, without those that stand inside another of them however it is written. */
export function wordsOf(text: string): string[] {
  const typed = [...new Set(text.split(/\s+/).filter(Boolean))];
  const seen = typed.filter((word) => /\P{Cf}/u.test(word));
  const words = (seen.length > 0 ? seen : typed).map((word) => ({ word, ways: spellings(word).map(lowerLetters) }));
  type Word = (typeof words)[number];
  const isIn = (one: Word, other: Word) => other.ways.every((way) => one.ways.some((part) => way.includes(part)));
  const spared = (one: Word, i: number) =>
    words.some((other, j) => j !== i && isIn(one, other) && (j < i || !isIn(other, one)));
  const left = words.filter((one, i) => !spared(one, i)).map(({ word }) => word);
  return left.sort((a, b) => seldom(b) - seldom(a));
}
/** The longer a word the rarer it is, and letters of large alphabets more so: what fails soonest is compared first. */
const seldom = (word: string) => [...word].reduce((sum, letter) => sum + (letter > '\u007f' ? 3 : 1), 0);

/**
 * How a word may be written: as it is, in the forms Unicode holds for the same text, with the signs of Chinese texts, and a phone
 * number without what parts its digits (138-1234-5678 is kept as +8613812345678).
 */
export function spellings(word: string): string[] {
  const plain = visible(word);
  const narrow = plain.normalize('NFKC').trim();
  const forms = [word, plain, plain.normalize('NFC'), plain.normalize('NFD'), ...(narrow === '' ? [] : [narrow])];
  if (HAN.test(narrow) && SIGNS.test(narrow)) forms.push(narrow.replace(SIGNS, wide));
  if (/^[+(\d][\d().-]+$/.test(narrow) && (narrow.match(/\d/g)?.length ?? 0) >= 7)
    forms.push(narrow.replace(/[^\d+]/g, ''));
  return [...new Set(forms.map(lowered))];
}
const HAN = /\p{Script=Han}/u;
const SIGNS = /[!-/:-@[-`{-~]/g;
const wide = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

const isOne = (text: string) => [...text].length === 1;
const lowerLetter = (letter: string) => (isOne(letter.toLowerCase()) ? letter.toLowerCase() : letter);
const lowerLetters = (text: string) => [...text].map(lowerLetter).join('');

/** As the index may hold it: it folds most letters as a whole (ς is σ), and those it does not know not at all. */
export const foldings = (text: string): string[] => [
  ...new Set([
    text,
    [...text].map((letter) => lowerLetter(isOne(letter.toUpperCase()) ? letter.toUpperCase() : letter)).join(''),
  ]),
];

// Lower case letters of which one capital tells nothing.
const SAME: Readonly<Record<string, readonly string[]>> = { σ: ['ς'], ς: ['σ'], ß: ['ẞ'] };

/** A letter in every case it may stand in. Only ASCII letters of what is stored are in lower case for certain. */
function cases(letter: string): string[] {
  if (letter <= '\u007f') return [letter];
  const lower = lowerLetter(letter);
  return [...new Set([letter, lower, letter.toUpperCase(), ...(SAME[lower] ?? [])])].filter(isOne);
}

/** Stored text in which a spelling occurs, anywhere or at the beginning: letters in either case. */
export function occursIn(stored: string, spelling: string, where: 'anywhere' | 'first' = 'anywhere'): Sql {
  let isCased = false;
  const letters = [...spelling].map((letter) => {
    const all = cases(letter);
    isCased ||= all.length > 1;
    return all.length > 1 || '*?['.includes(letter) ? `[${all.join('')}]` : letter;
  });
  if (isCased || where === 'first')
    return { sql: `${stored} glob ?`, args: [`${where === 'anywhere' ? '*' : ''}${letters.join('')}*`] };
  return { sql: `instr(${stored}, ?) > 0`, args: [spelling] };
}
