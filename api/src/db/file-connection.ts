// One connection to a database file. The native driver is used directly because prepared statements cost it 5 µs where the
// client costs 100 µs.
import Native from 'libsql';
import { StorageUnavailable } from './errors.ts';
import { decoded, type Row, type Rows, type Statement, type Value } from './statement.ts';

const MOST_PREPARED = 500;

interface Prepared {
  all(args: readonly Value[]): Row[];
}
interface Driver {
  prepare(sql: string): { reader: boolean; raw(on?: boolean): Prepared; run(args: readonly Value[]): unknown };
  exec(sql: string): void;
  close(): void;
  readonly inTransaction: boolean;
}

export class FileConnection {
  #opened: Driver | undefined;
  /** By their text, which is why statements are made with `?` and not with values. */
  readonly #prepared = new Map<string, Prepared>();

  /** `pragmas` hold for this connection alone. */
  constructor(path: string, pragmas: string) {
    // The driver blocks the whole process while it waits for a lock, so it waits hardly at all.
    this.#opened = new Native(path, { timeout: 50 }) as unknown as Driver;
    this.exec(pragmas);
  }

  /** Refused once closed: the driver would end the whole process over a statement prepared then. */
  get #driver(): Driver {
    if (this.#opened === undefined) throw new StorageUnavailable('busy', new Error('closed'));
    return this.#opened;
  }

  run<Out>(statement: Statement<Out>): Out[] {
    let prepared = this.#prepared.get(statement.sql);
    if (!prepared) {
      if (this.#prepared.size > MOST_PREPARED) this.#prepared.clear();
      prepared = prepare(this.#driver, statement.sql);
      this.#prepared.set(statement.sql, prepared);
    }
    return decoded(statement, prepared.all(statement.args));
  }

  /** Runs each statement; their rows stand under the names the statements have. */
  runAll<S extends Record<string, Statement>>(statements: S): Rows<S> {
    const rows: Record<string, unknown[]> = {};
    for (const name in statements) rows[name] = this.run(statements[name] as Statement);
    return rows as Rows<S>;
  }

  exec(sql: string) {
    this.#driver.exec(sql);
  }

  get inTransaction(): boolean {
    return this.#driver.inTransaction;
  }

  rollback() {
    if (this.#driver.inTransaction) this.#driver.exec('rollback');
  }

  close() {
    this.#prepared.clear();
    this.#opened?.close();
    this.#opened = undefined;
  }
}

function prepare(driver: Driver, sql: string): Prepared {
  const found = driver.prepare(sql);
  if (found.reader) return found.raw(true);
  return {
    all(args) {
      found.run(args);
      return [];
    },
  };
}
