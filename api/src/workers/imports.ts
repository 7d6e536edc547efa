// Works through imports one after the other: those a crash left, then those that are started.

import { setTimeout as sleep } from 'node:timers/promises';
import { StorageUnavailable } from '../db/errors.ts';
import type { Deps } from '../deps.ts';
import { dueImport, type ImportRecord } from '../features/imports/imports.store.ts';
import { giveUp, runImport } from '../features/imports/run-import.ts';

const AGAIN_MS = 5_000;

/** Returns the function that stops it; it resolves when the chunk under way is written. */
export function startImports(deps: Deps): () => Promise<void> {
  const stop = new AbortController();
  const working = (async () => {
    while (!stop.signal.aborted && !deps.importNews.closed) {
      const news = deps.importNews.next(stop.signal);
      let due: ImportRecord | undefined;
      try {
        due = (await deps.db.read({ due: dueImport })).due[0];
        if (due) await runImport(deps, due, stop.signal);
        else await news;
      } catch (error) {
        if (stop.signal.aborted) return;
        deps.log('import interrupted', {
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        // A full disk or a locked file passes, and the checkpoint says where to go on. Anything else would only come again.
        if (due && !(error instanceof StorageUnavailable)) await giveUp(deps, due.id).catch(() => undefined);
        // Woken where it is to stop.
        await sleep(AGAIN_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  })();
  return () => {
    stop.abort();
    return working;
  };
}
