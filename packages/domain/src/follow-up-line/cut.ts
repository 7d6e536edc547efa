// Takes the words that said when out of a line, and leaves a title that reads as one.

export type Cut = { readonly start: number; readonly end: number };

const BEFORE = /(?:(?<![\p{L}\p{N}])(?:on|by|until|till|before|due|at|for|coming)\s+|[@(（【[]\s*|[在于到等])$/iu;
const AFTER = /^(?:\s*[)）】\]]|之前|以前|前(?!台|面|往|来|去|期|端|提))/u;

/** The words that tie a time to the rest ("by", 之前) go with it. */
export function withConnectors(plain: string, { start, end }: Cut): Cut {
  const before = BEFORE.exec(plain.slice(0, start));
  const after = AFTER.exec(plain.slice(end));
  return { start: before ? before.index : start, end: end + (after?.[0].length ?? 0) };
}

export function cut(text: string, cuts: Cut[]): { title: string; matched: string } {
  const merged: { start: number; end: number }[] = [];
  for (const one of cuts.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && /^[\s,，、)）的]*$/.test(text.slice(last.end, Math.max(one.start, last.end))))
      last.end = Math.max(one.end, last.end);
    else merged.push({ ...one });
  }
  let rest = '';
  let from = 0;
  for (const { start, end } of merged) {
    rest = join(rest, text.slice(from, start));
    from = end;
  }
  return {
    title: tidy(join(rest, text.slice(from))),
    matched: merged.map(({ start, end }) => text.slice(start, end).trim()).join(' '),
  };
}

function join(left: string, right: string): string {
  const [a, b] = [left.trimEnd(), right.trimStart()];
  if (a === '' || b === '') return a + b;
  const isTight = /[\p{Script=Han}，。；：！？、]$/u.test(a) && /^\p{Script=Han}/u.test(b);
  return isTight || /^[,.;:!?，。；：！？、]/.test(b) ? a + b : `${a} ${b}`;
}

export function tidy(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，、;；:：.。–—-]+/, '')
    .replace(/[\s,，、;；:：–—-]+$/, '');
}
