// Once a minute: works out the health of contacts that something or time has changed, then tells owners what is due.
import type { Deps } from '../deps.ts';
import { checkHealth, tellNudges } from '../features/health/health.service.ts';

const EVERY_MS = 60_000;

/** Returns the function that stops it; it resolves when the round under way is written. */
export function startHealth(deps: Deps): () => Promise<void> {
  let stopped = false;
  let working: Promise<unknown> = Promise.resolve();
  let busy = false;
  const round = () => {
    if (busy) return;
    busy = true;
    working = checkHealth(deps, () => stopped)
      .then(() => (stopped ? 0 : tellNudges(deps)))
      .catch((error) => deps.log('health not checked', { error: String(error) }))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  round();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await working;
  };
}
