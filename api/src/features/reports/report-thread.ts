// The thread reports are computed in, with a reading connection of its own, so that nobody's card waits for a report.
import { parentPort, workerData } from 'node:worker_threads';
import { type DatabaseAddress, openReader } from '../../db/open-reader.ts';
import { LedgerColumns } from './ledger-columns.ts';
import type { Ask, Computed } from './report-ask.ts';
import { Cancelled, followLedger, runReport } from './report-run.ts';

export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask; readonly cancelled: Int32Array }
  | { readonly kind: 'read-ahead'; readonly cancelled: Int32Array }
  | { readonly kind: 'close' };
export type FromThread =
  | { readonly id: number; readonly computed: Computed }
  | { readonly id: number; readonly failed: string; readonly cancelled: boolean };

const reader = openReader(workerData as DatabaseAddress);
let columns = new LedgerColumns();

/** One after the other: two reports at once would only share the same reading. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: ToThread) => {
  last = last.then(() => take(message));
});

async function take(message: ToThread): Promise<void> {
  if (message.kind === 'close') {
    reader.close();
    parentPort?.close();
    return;
  }
  const isCancelled = () => Atomics.load(message.cancelled, 0) === 1;
  const check = () => {
    if (isCancelled()) throw new Cancelled();
  };
  if (message.kind === 'read-ahead') {
    // Whatever goes wrong now, the next question says so.
    await followLedger(reader, columns, check).catch(() => {
      columns = new LedgerColumns();
    });
    return;
  }
  const { id, ask } = message;
  try {
    check();
    parentPort?.postMessage({ id, computed: await runReport(reader, columns, ask, isCancelled) } satisfies FromThread);
  } catch (error) {
    // Nobody knows how far it came: read anew.
    if (!(error instanceof Cancelled)) columns = new LedgerColumns();
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id, failed, cancelled: error instanceof Cancelled } satisfies FromThread);
  }
}
