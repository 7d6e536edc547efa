// What a move changes besides the stage, in a few words.
import type { Move } from '../model/wire.ts';
import { en } from '../words/en.ts';
import type { WordKey, Words } from '../words/index.ts';

/** "handed to sales, may be marketed to"; nothing where only the stage changes. */
export function effectsOf({ t, list, owner }: Words, move: Move | undefined): string {
  if (move === undefined) return '';
  const said = move.effects.flatMap(({ kind, to }) => {
    if (kind === 'owner-function') return [t('effect.to', { to: owner(to ?? '') })];
    const key = kind === 'closed' ? 'effect.opens' : `effect.${kind}-${to}`;
    // A value that came later than this panel is left out.
    return key in en ? [t(key as WordKey)] : [];
  });
  return list(said);
}
