// Classifies people whose fields were written in bulk, and continues what a stop interrupted.
import type { Deps } from '../deps.ts';
import { sweepClassification } from '../features/classification/sweep.service.ts';

const PAUSE_MS = 250;

/** Resolves when nobody waits any more. */
export const classifyWaiting = (deps: Deps): Promise<void> => sweepClassification(deps);

/** Looks again after every change, four times a second at most. Returns the function that stops it. */
export function startClassification(deps: Deps): () => void {
  const stop = new AbortController();
  const loop = async () => {
    while (!stop.signal.aborted) {
      // Asked before looking, so that no change is missed.
      const next = deps.feed.next(stop.signal);
      await sweepClassification(deps);
      await next;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
    }
  };
  loop().catch((error) => deps.log('classification stopped', { error: String(error) }));
  return () => stop.abort();
}
