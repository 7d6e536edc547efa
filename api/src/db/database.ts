// The door to storage: reads go to a reader, writes take a turn in the write lane. Nothing else opens the database.
import type { Rows, Statement } from './statement.ts';

export interface Reader {
  /** All statements in one round trip and one snapshot. */
  read<S extends Record<string, Statement>>(statements: S): Promise<Rows<S>>;
}

/** A separate reader, for long work that must not hold up other reads: see `openReader`. */
export interface OwnReader extends Reader {
  /** From here to `release` every read sees the same state. A remote server cannot do that: there this does nothing. */
  snapshot(): void;
  release(): void;
  close(): void;
}

/** What a mutation decided: the rows to write, in order, and a function that makes the answer from what they returned. */
export interface Plan<Answer> {
  readonly statements: readonly Statement[];
  readonly answer: (results: readonly (readonly unknown[])[]) => Answer;
}

/** load → plan → apply. `plan` is pure: it may run again when a guard no longer holds. What it throws is a refusal. */
export interface Mutation<S extends Record<string, Statement>, Answer> {
  readonly load: S;
  readonly plan: (loaded: Rows<S>) => Plan<Answer>;
}

/** One of many mutations that share a transaction: it reads what those before it wrote. `plan` may run again, like any plan. */
export interface Step {
  readonly load: Record<string, Statement>;
  readonly plan: (loaded: Rows<Record<string, Statement>>) => {
    readonly statements: readonly Statement[];
    /** Names of what the step reads or writes. If two steps share a name, the second reads after the first has written. */
    readonly touches: readonly string[];
  };
}

/** Runs steps in order in one transaction, of which readers see all or nothing. The event loop turns between steps. */
export interface Series<S extends Record<string, Statement>, Answer> {
  readonly load: S;
  /** Called at the start, and again whenever the series starts over. If it gives an answer, no step is run. */
  begin(loaded: Rows<S>): Plan<Answer> | undefined;
  readonly count: number;
  readonly step: (index: number) => Step;
  /** Called after the last step. Without `keep` all that the steps wrote is rolled back; its own statements are written anyway. */
  readonly end: () => Plan<Answer> & { readonly keep: boolean };
}

export interface Database extends Reader {
  readonly kind: 'file' | 'remote';
  write<S extends Record<string, Statement>, Answer>(mutation: Mutation<S, Answer>): Promise<Answer>;
  series<S extends Record<string, Statement>, Answer>(series: Series<S, Answer>): Promise<Answer>;
  /** Runs a script of several statements in one transaction; for migrations only. */
  script(text: string): Promise<void>;
  /** Writes a consistent copy to a path that must not exist; an embedded file only. */
  backup(path: string): Promise<void>;
  /** Damage the storage finds in itself, one line each. Empty if there is none; always empty on a remote server, which checks itself. */
  integrity(): Promise<string[]>;
  /** Resolves when deleted data can no longer be read from the storage, such as an old write-ahead log. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** A statement that aborts its whole batch unless `condition` holds (tried on a file and on a libSQL server). */
export function guard(condition: string, args: Statement['args']): Statement {
  return { sql: `select case when ${condition} then 1 else json('guard') end`, args, decode: (row) => row };
}
