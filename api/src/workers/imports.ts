// Works through imports one after the other: those a crash left, then those that are started.
import type { Deps } from '../deps.ts';
import { dueImport } from '../features/imports/imports.store.ts';
import { runImport } from '../features/imports/run-import.ts';

const AGAIN_MS = 5_000;

/** Returns the function that stops it; it resolves when the chunk under way is written. */
export function startImports(deps: Deps): () => Promise<void> {
  const stop = new AbortController();
  const working = (async () => {
    while (!stop.signal.aborted && !deps.importNews.closed) {
      const news = deps.importNews.next(stop.signal);
      try {
        const due = (await deps.db.read({ due: dueImport })).due[0];
        if (due) await runImport(deps, due, stop.signal);
        else await news;
      } catch (error) {
        if (stop.signal.aborted) return;
        // A full disk or a locked file passes; the checkpoint says where to go on.
        deps.log('import interrupted', {
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, AGAIN_MS);
          stop.signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
    }
  })();
  return () => {
    stop.abort();
    return working;
  };
}
