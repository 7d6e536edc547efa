// The write lane of a database file: every write waits here for its turn on the one writing connection. Writes that wait together
// share a commit, because waiting for the disk is what a commit costs.
import type { Mutation, Plan, Series } from './database.ts';
import { failureKind, StorageUnavailable } from './errors.ts';
import type { FileConnection } from './file-connection.ts';
import type { Rows, Statement } from './statement.ts';

// A group ends after this long, so that no commit group holds the event loop near 50 ms.
const GROUP_BUDGET_MS = 8;
const GROUP_MAX = 64;
const BUSY_PATIENCE_MS = 2_000;
const GUARD_ATTEMPTS = 5;

export interface CommitHooks {
  /** Called just before each commit; a fault test makes it throw or kill the process. */
  readonly beforeCommit?: () => void;
  readonly afterCommit?: () => void;
}

export interface WriteLane {
  write<S extends Record<string, Statement>, Answer>(mutation: Mutation<S, Answer>): Promise<Answer>;
  series<S extends Record<string, Statement>, Answer>(series: Series<S, Answer>): Promise<Answer>;
  /** Whether a series has the transaction open. */
  readonly isBusy: boolean;
  readonly isClosed: boolean;
  /** Takes no more writes; resolves when those that wait are done. */
  close(): Promise<void>;
}

interface Waiting {
  readonly enqueuedAt: number;
  /** How often a guard aborted it. */
  attempts: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}
interface Job extends Waiting {
  readonly load: Record<string, Statement>;
  plan(loaded: Rows<Record<string, Statement>>): Plan<unknown>;
}
/** A series waits in the same queue, and no other write runs while it has its turn. */
interface LongJob extends Waiting {
  readonly series: Series<Record<string, Statement>, unknown>;
}

type Settled = { job: Job; value: unknown } | { job: Job; error: unknown } | { job: Job; again: true };

/** Lets the event loop turn: awaiting a promise that is resolved already does not. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));

export function createWriteLane(writer: FileConnection, hooks: CommitHooks): WriteLane {
  const queue: (Job | LongJob)[] = [];
  let scheduled = false;
  let busy = false;
  let closed = false;
  let idle: (() => void) | undefined;
  // After a group was aborted, its members run one by one: this many are left of them.
  let soloBudget = 0;

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
      writer.exec('begin immediate');
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
      commit();
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

  function runMember(job: Job): Settled {
    let plan: Plan<unknown>;
    try {
      plan = job.plan(writer.runAll(job.load));
    } catch (error) {
      // This member wrote nothing, so its refusal or failed read does not abort the group.
      if (failureKind(error) === 'full') throw error;
      return { job, error };
    }
    if (plan.statements.length === 0) return { job, value: plan.answer([]) };
    writer.exec('savepoint member');
    try {
      const results = plan.statements.map((statement) => writer.run(statement));
      const value = plan.answer(results);
      writer.exec('release member');
      return { job, value };
    } catch (error) {
      // A full disk inside a savepoint aborts the whole transaction (measured): then the group is lost, not the member.
      if (failureKind(error) === 'full' || !writer.inTransaction) throw error;
      writer.exec('rollback to member; release member');
      // What the plan knew from memory (a lifecycle's version) changed within this group: it is decided again in the next,
      // when whoever changed it has been answered.
      if (failureKind(error) === 'guard' && job.attempts++ < GUARD_ATTEMPTS) return { job, again: true };
      return { job, error };
    }
  }

  // The transaction stays open while the loop turns: nobody else writes, and readers still see what was before it.
  async function runSeries(job: LongJob) {
    const { series } = job;
    try {
      const early = series.begin(writer.runAll(series.load));
      if (!early) {
        writer.exec('savepoint series');
        let started = performance.now();
        for (let i = 0; i < series.count; i++) {
          const step = series.step(i);
          for (const one of step.plan(writer.runAll(step.load)).statements) writer.run(one);
          if (performance.now() - started < GROUP_BUDGET_MS) continue;
          await turn();
          started = performance.now();
        }
        await turn();
      }
      const end = early ?? series.end();
      if ('keep' in end && !end.keep) writer.exec('rollback to series');
      const results = end.statements.map((one) => writer.run(one));
      const value = end.answer(results);
      // A commit of this size waits for the disk: it gets a turn of its own.
      if (!early) await turn();
      commit();
      job.resolve(value);
    } catch (error) {
      writer.rollback();
      // As with a single write: what was known from memory changed, so all of it is decided again.
      if (failureKind(error) === 'guard' && job.attempts++ < GUARD_ATTEMPTS) queue.unshift(job);
      else job.reject(translate(error));
    }
  }

  function commit() {
    hooks.beforeCommit?.();
    writer.exec('commit');
    hooks.afterCommit?.();
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

  function enqueue<Answer>(job: (waiting: Waiting) => Job | LongJob): Promise<Answer> {
    if (closed) return Promise.reject(new StorageUnavailable('busy', new Error('closing')));
    return new Promise<Answer>((resolve, reject) => {
      queue.push(
        job({ enqueuedAt: performance.now(), attempts: 0, resolve: resolve as (value: unknown) => void, reject }),
      );
      schedule();
    });
  }

  return {
    write: ({ load, plan }) => enqueue((waiting) => ({ ...waiting, load, plan })),
    series: (series) => enqueue((waiting) => ({ ...waiting, series })),
    get isBusy() {
      return busy;
    },
    get isClosed() {
      return closed;
    },
    async close() {
      closed = true;
      if (queue.length > 0 || busy) await new Promise<void>((resolve) => (idle = resolve));
    },
  };
}

function translate(error: unknown): unknown {
  const kind = failureKind(error);
  return kind === 'busy' || kind === 'full' ? new StorageUnavailable(kind, error) : error;
}
