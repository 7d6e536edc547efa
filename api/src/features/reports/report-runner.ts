// The server's side of the report thread: starts it when first needed, computes the same question only once at a time, keeps
// answers for as long as the rows they stand on are the same, and cancels what nobody waits for any more.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DatabaseAddress } from '../../db/open-reader.ts';
import { type Ask, type Computed, onLedgerAlone, type Seqs } from './report-ask.ts';
import type { FromThread, ToThread } from './report-thread.ts';

const KEPT = 200;
// A shorter ledger is read within a second when somebody asks.
const WORTH_READING_AHEAD = 200_000;

/** The caller went away before the answer came. */
export class ReportCancelled extends Error {}

export interface ReportRunner {
  /** `now` is how far the database is; an answer that stands on exactly that is given again without counting. */
  run(ask: Ask, now: Seqs, signal?: AbortSignal): Promise<Computed>;
  /** Reads a ledger of some size before anybody asks: at the start of a server, whose first report would wait for it. */
  readAhead(rows: number): void;
  /** How many were asked of the thread, counted, given again from before, and cancelled before they were done. */
  readonly counts: { started: number; computed: number; repeated: number; cancelled: number };
  close(): Promise<void>;
}

interface Running {
  readonly promise: Promise<Computed>;
  readonly cancelled: Int32Array;
  waiting: number;
}

export function createReportRunner(address: DatabaseAddress): ReportRunner {
  const counts = { started: 0, computed: 0, repeated: 0, cancelled: 0 };
  const kept = new Map<string, Computed>();
  const running = new Map<string, Running>();
  const answers = new Map<number, (message: FromThread | Error) => void>();
  let thread: Worker | undefined;
  let lastId = 0;
  let readingAhead = new Int32Array(new SharedArrayBuffer(4));

  function start(): Worker {
    const worker = new Worker(join(import.meta.dirname, 'report-thread.ts'), { workerData: address });
    // An open question keeps the process alive by its request; the thread alone must not.
    worker.unref();
    worker.on('message', (message: FromThread) => answers.get(message.id)?.(message));
    const gone = (error: Error) => {
      if (thread === worker) thread = undefined;
      for (const answer of answers.values()) answer(error);
    };
    worker.on('error', gone);
    worker.on('exit', () => gone(new Error('The report thread ended.')));
    return worker;
  }

  function compute(ask: Ask, cancelled: Int32Array): Promise<Computed> {
    thread ??= start();
    const id = ++lastId;
    counts.started++;
    thread.postMessage({ kind: 'ask', id, ask, cancelled } satisfies ToThread);
    return new Promise<Computed>((resolve, reject) => {
      answers.set(id, (message) => {
        answers.delete(id);
        if (message instanceof Error) reject(message);
        else if ('computed' in message) {
          counts.computed++;
          resolve(message.computed);
        } else if (message.cancelled) {
          counts.cancelled++;
          reject(new ReportCancelled());
        } else reject(new Error(message.failed));
      });
    });
  }

  function join_(ask: Ask, key: string): Running {
    const found = running.get(key);
    if (found && Atomics.load(found.cancelled, 0) === 0) return found;
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const promise = compute(ask, cancelled).then((computed) => {
      keep(keyOf(ask, computed), computed);
      return computed;
    });
    const one: Running = { promise, cancelled, waiting: 0 };
    running.set(key, one);
    const done = () => {
      if (running.get(key) === one) running.delete(key);
    };
    promise.then(done, done);
    return one;
  }

  function keep(key: string, computed: Computed) {
    kept.delete(key);
    kept.set(key, computed);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  }

  return {
    counts,
    readAhead(rows) {
      // A server elsewhere is not asked for all it has on a guess.
      if (rows < WORTH_READING_AHEAD || 'url' in address) return;
      thread ??= start();
      readingAhead = new Int32Array(new SharedArrayBuffer(4));
      thread.postMessage({ kind: 'read-ahead', cancelled: readingAhead } satisfies ToThread);
    },
    async run(ask, now, signal) {
      const key = keyOf(ask, now);
      const known = kept.get(key);
      if (known) {
        counts.repeated++;
        keep(key, known);
        return known;
      }
      if (signal?.aborted) throw new ReportCancelled();
      const one = join_(ask, key);
      one.waiting++;
      return new Promise<Computed>((resolve, reject) => {
        const leave = () => {
          if (--one.waiting === 0) Atomics.store(one.cancelled, 0, 1);
          reject(new ReportCancelled());
        };
        signal?.addEventListener('abort', leave, { once: true });
        one.promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
      });
    },
    async close() {
      const worker = thread;
      if (!worker) return;
      thread = undefined;
      Atomics.store(readingAhead, 0, 1);
      for (const one of running.values()) Atomics.store(one.cancelled, 0, 1);
      worker.ref();
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.postMessage({ kind: 'close' } satisfies ToThread);
      await ended;
    },
  };
}

/** What an answer stands on: the question, and how far the ledger was, or the whole database where it matters. */
function keyOf(ask: Ask, { ledgerSeq, eventSeq }: Seqs): string {
  return JSON.stringify([onLedgerAlone(ask) ? `ledger ${ledgerSeq}` : `events ${eventSeq}`, ask]);
}
