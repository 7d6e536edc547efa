// How many live streams a caller may hold at once: each asks the database at every event, so that hundreds would slow down everybody.
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';

const MOST = 100;
const houses = new WeakMap<Deps['feed'], Map<string, number>>();

/** Takes a place or throws 429. The function gives it back, however often it is called. */
export function takePlace({ feed }: Pick<Deps, 'feed'>, callerId: string): () => void {
  const held = houses.get(feed) ?? new Map<string, number>();
  houses.set(feed, held);
  const own = held.get(callerId) ?? 0;
  if (own >= MOST)
    throw new Problem('rate-limited', `You hold ${own} streams open. Close some of them first.`, {
      headers: { 'retry-after': '10' },
    });
  held.set(callerId, own + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const left = (held.get(callerId) ?? 1) - 1;
    if (left > 0) held.set(callerId, left);
    else held.delete(callerId);
  };
}
