// What a move changes besides the stage, in a few words.
import type { CardStage, Move } from '../model/wire.ts';
import type { Words } from '../words/index.ts';

/**
 * "handed to sales, may be marketed to"; nothing where only the stage changes. `here` already has what it has: while a move is on
 * its way, the card still tells what comes next from the stage before.
 */
export function effectsOf({ t, said, list, owner }: Words, move: Move | undefined, here?: CardStage): string {
  if (move === undefined) return '';
  const has: Record<string, string | undefined> = {
    pool: here?.pool,
    outreach: here?.outreach,
    'owner-function': here?.owner,
  };
  const effects = move.effects.flatMap(({ kind, to }) => {
    if (to !== null && has[kind] === to) return [];
    if (kind === 'owner-function') return [t('effect.to', { to: owner(to ?? '') })];
    // A value that came later than this panel is left out.
    return kind === 'closed' ? t('effect.opens') : (said(`effect.${kind}-${to}`) ?? []);
  });
  return list(effects);
}
