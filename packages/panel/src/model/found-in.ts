// Which parts of a text the words of a search are found in.

// One letter stays one letter, so that places in the one are places in the other.
const flat = (text: string) => [...text].map((one) => [...one.normalize('NFD')][0]?.toLowerCase() ?? one);
const isWithinWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const isHan = (letter: string | undefined) => letter !== undefined && /\p{Script=Han}/u.test(letter);

/** The text in pieces, found and not found by turns; a word is found where one begins, and anywhere in Chinese. */
export function foundIn(text: string, q: string): { text: string; found: boolean }[] {
  const letters = [...text];
  const own = flat(text);
  const words = q.split(/\s+/).flatMap((word) => (word === '' ? [] : [flat(word)]));
  const found = letters.map(() => false);
  for (const at of own.keys()) {
    if (isWithinWord(own[at - 1]) && !isHan(own[at]) && !isHan(own[at - 1])) continue;
    for (const word of words)
      if (word.every((letter, i) => own[at + i] === letter)) found.fill(true, at, at + word.length);
  }
  const pieces: { text: string; found: boolean }[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = pieces.at(-1);
    if (last !== undefined && last.found === found[at]) last.text += letter;
    else pieces.push({ text: letter, found: found[at] === true });
  }
  return pieces;
}
