// What a move changes besides the stage, in a few words.
import type { Move } from '../model/wire.ts';
import type { WordKey, Words } from '../words/index.ts';

/** "handed to sales, may be marketed to"; nothing where only the stage changes. */
export function effectsOf({ t, list }: Words, move: Move | undefined): string {
  if (move === undefined) return '';
  const said = move.effects.flatMap(({ kind, to }) => {
    const key = { 'owner-function': `effect.to-${to}`, outreach: `effect.outreach-${to}`, pool: `effect.pool-${to}` }[
      kind
    ];
    const known = key ?? (kind === 'closed' ? 'effect.opens' : '');
    return isWord(t, known) ? [t(known)] : [];
  });
  return list(said);
}

const KNOWN: readonly string[] = [
  ...['marketing', 'sales', 'service'].map((one) => `effect.to-${one}`),
  ...['none', 'service', 'marketing'].map((one) => `effect.outreach-${one}`),
  ...['traffic', 'lead', 'asset', 'capital'].map((one) => `effect.pool-${one}`),
  'effect.opens',
];
// A value that came later than this panel is left out.
const isWord = (_: Words['t'], key: string): key is WordKey => KNOWN.includes(key);
