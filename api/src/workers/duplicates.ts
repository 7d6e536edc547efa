// Compares contacts that changed with all others soon afterwards, so that duplicates are known before anybody asks.
import type { Deps } from '../deps.ts';
import { followDuplicates } from '../features/duplicates/follow-log.ts';

const PAUSE_MS = 250;

/** Resolves when everybody who changed has been compared. */
export const compareWaiting = (deps: Deps): Promise<boolean> => followDuplicates(deps);

/** Looks again after every change, four times a second at most. Returns the function that stops it. */
export function startDuplicates(deps: Deps): () => Promise<void> {
  const stop = new AbortController();
  const loop = async () => {
    while (!stop.signal.aborted) {
      // Asked before looking, so that no change is missed.
      const next = deps.feed.next(stop.signal);
      try {
        while (!stop.signal.aborted && !(await followDuplicates(deps, 1))) await turn();
        await next;
      } catch (error) {
        deps.log('duplicates not compared', { error: String(error) });
      }
      if (!stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
    }
  };
  const ended = loop();
  return async () => {
    stop.abort();
    await ended;
  };
}

// Requests that came meanwhile go first.
const turn = () => new Promise((resolve) => setImmediate(resolve));
