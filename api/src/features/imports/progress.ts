// Progress of an import as server-sent events: one when something changed, not more often than a person can see.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../../deps.ts';
import { textStream } from '../../http/stream.ts';
import { type ImportRecord, importById } from './imports.store.ts';
import { importView } from './imports.view.ts';

const APART_MS = 200;
const HEARTBEAT_MS = 15_000;
const ENDED = new Set(['done', 'failed', 'cancelled']);

export function progressStream(deps: Deps, first: ImportRecord, signal: AbortSignal | undefined) {
  const stop = new AbortController();
  signal?.addEventListener('abort', () => stop.abort(), { once: true });
  const events = async function* () {
    try {
      let record: ImportRecord | undefined = first;
      let shown = -1;
      let shownAt = Number.NEGATIVE_INFINITY;
      while (record && !stop.signal.aborted && !deps.importNews.closed) {
        const news = deps.importNews.next(stop.signal);
        const ended = ENDED.has(record.status);
        const since = performance.now() - shownAt;
        const due = record.version !== shown && (ended || since >= APART_MS);
        if (due) {
          [shown, shownAt] = [record.version, performance.now()];
          yield `id: ${record.version}\nevent: progress\ndata: ${JSON.stringify(importView(record))}\n\n`;
          if (!ended && record.options === null) yield `: waiting for POST /v1/imports/${record.id}/start\n\n`;
        }
        if (ended) return;
        const waits = record.version === shown ? HEARTBEAT_MS : APART_MS - since;
        const rested = sleep(waits, undefined, { signal: stop.signal }).catch(() => undefined);
        const woken = await Promise.race([news.then(() => true), rested.then(() => false)]);
        if (!woken && waits === HEARTBEAT_MS) yield ': still here\n\n';
        record = (await deps.db.read({ record: importById(first.id) })).record[0];
      }
    } finally {
      stop.abort();
    }
  };
  return textStream(events());
}
