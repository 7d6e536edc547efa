// The door to storage: reads go to a reader, writes take a turn in the write lane. Nothing else opens the database.
import type { Rows, Statement } from './statement.ts';

export interface Reader {
  /** All statements in one round trip and one snapshot. */
  read<S extends Record<string, Statement>>(statements: S): Promise<Rows<S>>;
}

/** A reader of one's own, for work that must not hold up the others: see `openReader`. */
export interface OwnReader extends Reader {
  /** From here to `release` every read sees the same state; on a server, where it cannot, nothing changes. */
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
  readonly plan: (loaded: Record<string, unknown[]>) => {
    readonly statements: readonly Statement[];
    /** Names of what it read or wrote; of two steps that share one, the second reads after the first wrote. */
    readonly touches: readonly string[];
  };
}

/** Steps in order, in one transaction that readers see whole or not at all. The event loop turns between them. */
export interface Series<S extends Record<string, Statement>, Answer> {
  readonly load: S;
  /** At the start, and again where it has to start over. An answer ends the series before its first step. */
  readonly begin: (loaded: Rows<S>) => Plan<Answer> | undefined;
  readonly count: number;
  readonly step: (index: number) => Step;
  /** After the last step. Without `keep` all that the steps wrote is taken back; these statements are written all the same. */
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
  /** What the storage finds wrong with itself; empty where all is well, and on a server, which looks after its own. */
  integrity(): Promise<string[]>;
  /** Makes sure that what was deleted can no longer be read from the storage itself. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** A statement that aborts its whole batch unless `condition` holds (tried on a file and on a libSQL server). */
export function guard(condition: string, args: Statement['args']): Statement {
  return { sql: `select case when ${condition} then 1 else json('guard') end`, args, decode: (row) => row };
}
