// An embedded libSQL file: one writing connection behind the write lane, one query_only reader.
// The native driver is used directly because prepared statements cost it 5 µs where the client costs 100 µs.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Native from 'libsql';
import type { Database, Mutation, OwnReader, Plan, Series } from './database.ts';
import { failureKind, StorageUnavailable } from './errors.ts';
import { decoded, type Row, type Rows, type Statement, statement, type Value } from './statement.ts';

// A group ends after this long, so that no commit group holds the event loop near 50 ms.
const GROUP_BUDGET_MS = 8;
const GROUP_MAX = 64;
const BUSY_PATIENCE_MS = 2_000;
const GUARD_ATTEMPTS = 5;

interface Prepared {
  all(args: readonly Value[]): Row[];
}
interface Connection {
  prepare(sql: string): { reader: boolean; raw(on?: boolean): Prepared; run(args: readonly Value[]): unknown };
  exec(sql: string): void;
  close(): void;
  readonly inTransaction: boolean;
}

class Handle {
  readonly connection: Connection;
  private readonly cache = new Map<string, Prepared>();
  constructor(path: string) {
    this.connection = new Native(path, { timeout: 50 }) as unknown as Connection;
  }
  run<Out>(statement: Statement<Out>): Out[] {
    let prepared = this.cache.get(statement.sql);
    if (!prepared) {
      if (this.cache.size > 500) this.cache.clear();
      prepared = prepare(this.connection, statement.sql);
      this.cache.set(statement.sql, prepared);
    }
    return decoded(statement, prepared.all(statement.args));
  }
  rollback() {
    if (this.connection.inTransaction) this.connection.exec('rollback');
  }
}

function prepare(connection: Connection, sql: string): Prepared {
  const found = connection.prepare(sql);
  if (found.reader) return found.raw(true);
  return {
    all(args) {
      found.run(args);
      return [];
    },
  };
}

interface Job {
  readonly load: Record<string, Statement>;
  plan(loaded: Rows<Record<string, Statement>>): Plan<unknown>;
  readonly enqueuedAt: number;
  /** How often a guard aborted it. */
  attempts: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A series waits in the same queue, and no other write runs while it has its turn. */
interface LongJob extends Omit<Job, 'load' | 'plan'> {
  readonly series: Series<Record<string, Statement>, unknown>;
}

type Settled = { job: Job; value: unknown } | { job: Job; error: unknown } | { job: Job; again: true };

/** One more reading connection on a file, for a thread of its own. */
export function openFileReader(path: string): OwnReader {
  const handle = new Handle(path);
  handle.connection.exec('pragma query_only = on; pragma cache_size = -65536; pragma mmap_size = 268435456;');
  return {
    async read<S extends Record<string, Statement>>(statements: S) {
      const out: Record<string, unknown[]> = {};
      for (const name in statements) out[name] = handle.run(statements[name] as Statement);
      return out as Rows<S>;
    },
    snapshot: () => handle.connection.exec('begin'),
    release: () => handle.rollback(),
    close: () => handle.connection.close(),
  };
}

export interface FileDatabaseOptions {
  /** Called with each statement group just before its commit; a fault test makes it throw or kill the process. */
  readonly beforeCommit?: () => void;
  readonly afterCommit?: () => void;
}

export function openFileDatabase(path: string, options: FileDatabaseOptions = {}): Database {
  makeOwn(path, 'a');
  const writer = new Handle(path);
  // WAL + FULL: a commit is on disk before it is answered. One connection alone writes and checkpoints.
  // Deleted rows are overwritten with zeros (secure_delete), because a person may ask to be erased.
  // Without recursive triggers REPLACE would delete a ledger row past its append-only trigger.
  writer.connection.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma recursive_triggers = on; pragma secure_delete = on; pragma cache_size = -65536;',
  );
  const reader = new Handle(path);
  reader.connection.exec('pragma query_only = on; pragma cache_size = -65536; pragma mmap_size = 268435456;');

  const queue: (Job | LongJob)[] = [];
  let scheduled = false;
  let busy = false;
  let closed = false;
  let idle: (() => void) | undefined;

  function schedule(delayMs = 0) {
    if (scheduled) return;
    scheduled = true;
    const run = () => {
      scheduled = false;
      pump();
    };
    if (delayMs > 0) setTimeout(run, delayMs);
    else setImmediate(run);
  }

  function pump() {
    // A series has the transaction open between its turns; whoever came meanwhile has the lane after it.
    if (busy) return;
    if (queue.length === 0) {
      idle?.();
      return;
    }
    try {
      writer.connection.exec('begin immediate');
    } catch (error) {
      onBeginFailed(error);
      return;
    }
    const first = queue[0];
    if (first && 'series' in first) {
      queue.shift();
      busy = true;
      runSeries(first).finally(() => {
        busy = false;
        schedule();
      });
      return;
    }
    const settled = runGroup();
    if (settled === 'aborted') return schedule();
    for (const one of settled) {
      if ('again' in one) queue.unshift(one.job);
      else if ('error' in one) one.job.reject(one.error);
      else one.job.resolve(one.value);
    }
    schedule();
  }

  // Members of a group are answered only after the outer commit; an aborted group answers nobody and runs again one by one.
  function runGroup(): Settled[] | 'aborted' {
    const started = performance.now();
    const limit = soloBudget > 0 ? 1 : GROUP_MAX;
    const members: Job[] = [];
    const settled: Settled[] = [];
    try {
      while (queue.length > 0 && members.length < limit && performance.now() - started < GROUP_BUDGET_MS) {
        const job = queue[0] as Job | LongJob;
        if ('series' in job) break;
        queue.shift();
        members.push(job);
        settled.push(runMember(job));
      }
      options.beforeCommit?.();
      writer.connection.exec('commit');
      options.afterCommit?.();
      soloBudget = Math.max(0, soloBudget - members.length);
      return settled;
    } catch (error) {
      writer.rollback();
      if (members.length > 1) {
        queue.unshift(...members);
        soloBudget = members.length;
        return 'aborted';
      }
      soloBudget = Math.max(0, soloBudget - 1);
      return members.map((job) => ({ job, error: translate(error) }));
    }
  }
  let soloBudget = 0;

  function runMember(job: Job): Settled {
    let plan: Plan<unknown>;
    try {
      plan = job.plan(load(job.load));
    } catch (error) {
      // This member wrote nothing, so its refusal or failed read does not abort the group.
      if (failureKind(error) === 'full') throw error;
      return { job, error };
    }
    if (plan.statements.length === 0) return { job, value: plan.answer([]) };
    writer.connection.exec('savepoint member');
    try {
      const results = plan.statements.map((statement) => writer.run(statement));
      const value = plan.answer(results);
      writer.connection.exec('release member');
      return { job, value };
    } catch (error) {
      // A full disk inside a savepoint aborts the whole transaction (measured): then the group is lost, not the member.
      if (failureKind(error) === 'full' || !writer.connection.inTransaction) throw error;
      writer.connection.exec('rollback to member; release member');
      // What the plan knew from memory (a lifecycle's version) changed within this group: it is decided again in the next,
      // when whoever changed it has been answered.
      if (failureKind(error) === 'guard' && job.attempts++ < GUARD_ATTEMPTS) return { job, again: true };
      return { job, error };
    }
  }

  // One snapshot; and a statement outside a transaction spends half its time taking and leaving the lock (measured).
  function readAll(statements: Record<string, Statement>): Record<string, unknown[]> {
    const out: Record<string, unknown[]> = {};
    const names = Object.keys(statements);
    const together = names.length > 1;
    try {
      if (together) reader.connection.exec('begin');
      for (const name of names) out[name] = reader.run(statements[name] as Statement);
      if (together) reader.connection.exec('commit');
    } catch (error) {
      reader.rollback();
      throw error;
    }
    return out;
  }

  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const load = (statements: Record<string, Statement>) => {
    const loaded: Record<string, unknown[]> = {};
    for (const name in statements) loaded[name] = writer.run(statements[name] as Statement);
    return loaded;
  };

  // The transaction stays open while the loop turns: nobody else writes, and readers still see what was before it.
  async function runSeries(job: LongJob) {
    const { series } = job;
    try {
      const early = series.begin(load(series.load));
      if (!early) {
        writer.connection.exec('savepoint series');
        let started = performance.now();
        for (let i = 0; i < series.count; i++) {
          const step = series.step(i);
          for (const one of step.plan(load(step.load)).statements) writer.run(one);
          if (performance.now() - started < GROUP_BUDGET_MS) continue;
          await turn();
          started = performance.now();
        }
        await turn();
      }
      const end = early ?? series.end();
      if ('keep' in end && !end.keep) writer.connection.exec('rollback to series');
      const results = end.statements.map((one) => writer.run(one));
      const value = end.answer(results);
      // A commit of this size waits for the disk: it gets a turn of its own.
      if (!early) await turn();
      options.beforeCommit?.();
      writer.connection.exec('commit');
      options.afterCommit?.();
      job.resolve(value);
    } catch (error) {
      writer.rollback();
      // As with a single write: what was known from memory changed, so all of it is decided again.
      if (failureKind(error) === 'guard' && job.attempts++ < GUARD_ATTEMPTS) queue.unshift(job);
      else job.reject(translate(error));
    }
  }

  /** Whether nothing is left in the write-ahead log. */
  function emptied(): boolean {
    const [refused] = writer.run({ sql: 'pragma wal_checkpoint(truncate)', args: [], decode: (row) => row[0] === 1 });
    return refused !== true;
  }

  function onBeginFailed(error: unknown) {
    const kind = failureKind(error);
    const now = performance.now();
    if (kind !== 'busy') {
      const job = queue.shift();
      job?.reject(translate(error));
      return schedule();
    }
    // Locked by another process: wait without blocking the loop, then say 503.
    while (queue[0] && now - queue[0].enqueuedAt > BUSY_PATIENCE_MS)
      queue.shift()?.reject(new StorageUnavailable('busy', error));
    schedule(10);
  }

  return {
    kind: 'file',
    async read<S extends Record<string, Statement>>(statements: S) {
      return readAll(statements) as Rows<S>;
    },
    write<S extends Record<string, Statement>, Answer>(mutation: Mutation<S, Answer>) {
      if (closed) return Promise.reject(new StorageUnavailable('busy', new Error('closing')));
      return new Promise<Answer>((resolve, reject) => {
        queue.push({
          load: mutation.load,
          plan: mutation.plan,
          enqueuedAt: performance.now(),
          attempts: 0,
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        schedule();
      });
    },
    series<S extends Record<string, Statement>, Answer>(series: Series<S, Answer>) {
      if (closed) return Promise.reject(new StorageUnavailable('busy', new Error('closing')));
      return new Promise<Answer>((resolve, reject) => {
        queue.push({
          series,
          enqueuedAt: performance.now(),
          attempts: 0,
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        schedule();
      });
    },
    async script(text) {
      writer.connection.exec('begin immediate');
      try {
        writer.connection.exec(text);
        writer.connection.exec('commit');
      } catch (error) {
        writer.rollback();
        throw error;
      }
    },
    async backup(target) {
      // The reader takes the copy: it sees one snapshot and holds no writer up. VACUUM INTO counts as a write to SQLite.
      if (existsSync(target)) throw new Error(`${target} exists already.`);
      // Under another name until it is whole and on the disk; its owner alone reads it.
      const draft = `${target}.part`;
      rmSync(draft, { force: true });
      makeOwn(draft, 'wx');
      const file = openSync(draft, 'r+');
      try {
        reader.connection.exec('pragma query_only = off');
        reader.run({ sql: 'vacuum into ?', args: [draft], decode: (row) => row });
        fsyncSync(file);
        renameSync(draft, target);
      } finally {
        reader.connection.exec('pragma query_only = on');
        closeSync(file);
        rmSync(draft, { force: true });
      }
    },
    async integrity() {
      // A connection of its own: one that has been open for long counts the rows of a full-text index as of some time
      // before (seen with SQLite 3.45) and would call a sound file malformed.
      const fresh = openFileReader(path);
      try {
        const { lines } = await fresh.read({ lines: statement('pragma integrity_check', [], (r) => String(r[0])) });
        return lines.filter((line) => line !== 'ok');
      } finally {
        fresh.close();
      }
    },
    async forget() {
      // Old pages stay readable in the write-ahead log until it is emptied: not within a series, nor before whoever reads an
      // older state, a report, is through with it.
      while (!closed && (busy || !emptied()))
        await (busy ? turn() : new Promise((resolve) => setTimeout(resolve, 100)));
    },
    async close() {
      closed = true;
      if (queue.length > 0 || busy) await new Promise<void>((resolve) => (idle = resolve));
      reader.connection.close();
      writer.connection.close();
    },
  };
}

/** Makes the file where there is none, for its owner's eyes alone; what SQLite puts beside it takes after it. */
function makeOwn(path: string, flag: 'a' | 'wx') {
  closeSync(openSync(path, flag, 0o600));
}

function translate(error: unknown): unknown {
  const kind = failureKind(error);
  return kind === 'busy' || kind === 'full' ? new StorageUnavailable(kind, error) : error;
}
