// What a move changes besides the stage, in a few words.
import type { Move } from '../model/wire.ts';
import type { Words } from '../words/index.ts';

/** "handed to sales, may be marketed to"; nothing where only the stage changes. */
export function effectsOf({ t, said, list, owner }: Words, move: Move | undefined): string {
  if (move === undefined) return '';
  const effects = move.effects.flatMap(({ kind, to }) => {
    if (kind === 'owner-function') return [t('effect.to', { to: owner(to ?? '') })];
    // A value that came later than this panel is left out.
    return kind === 'closed' ? t('effect.opens') : (said(`effect.${kind}-${to}`) ?? []);
  });
  return list(effects);
}
