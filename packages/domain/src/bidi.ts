// Keeps a name's writing direction to itself, so that it cannot reorder the text it is shown in.

const NEEDS_ISOLATION =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const OPENERS = '\u2066\u2067\u2068';
const CLOSE = '\u2069';

/** The text wrapped so that right-to-left letters and direction marks in it cannot affect the text around it; others unchanged. */
export function isolateBidi(text: string): string {
  if (!NEEDS_ISOLATION.test(text)) return text;
  let open = 0;
  let inner = '';
  for (const char of text) {
    if (char === CLOSE) {
      // A close without an open one inside would end the isolation itself.
      if (open === 0) continue;
      open--;
    } else if (OPENERS.includes(char)) open++;
    inner += char;
  }
  return `\u2068${inner}${CLOSE.repeat(open)}${CLOSE}`;
}
