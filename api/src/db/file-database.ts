// An embedded libSQL file: one writing connection behind the write lane, one query_only reader.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database, OwnReader } from './database.ts';
import { FileConnection } from './file-connection.ts';
import { type Rows, type Statement, statement } from './statement.ts';
import { type CommitHooks, createWriteLane, turn } from './write-lane.ts';

// WAL + FULL: a commit is on disk before it is answered. One connection alone writes and checkpoints.
// Deleted rows are overwritten with zeros (secure_delete), because a person may ask to be erased.
// Without recursive triggers REPLACE would delete a ledger row past its append-only trigger.
const WRITER =
  'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma recursive_triggers = on; pragma secure_delete = on; pragma cache_size = -65536;';
const READER = 'pragma query_only = on; pragma cache_size = -65536; pragma mmap_size = 268435456;';

/** One more reading connection on a file, for a thread of its own. */
export function openFileReader(path: string): OwnReader {
  const connection = new FileConnection(path, READER);
  return {
    read: async (statements) => connection.runAll(statements),
    snapshot: () => connection.exec('begin'),
    release: () => connection.rollback(),
    close: () => connection.close(),
  };
}

export type FileDatabaseOptions = CommitHooks;

export function openFileDatabase(path: string, options: FileDatabaseOptions = {}): Database {
  makeOwn(path, 'a');
  const writer = new FileConnection(path, WRITER);
  const reader = new FileConnection(path, READER);
  const lane = createWriteLane(writer, options);

  // In one transaction where there are several: one snapshot, and a statement outside a transaction spends half its time
  // taking and leaving the lock (measured).
  function readAll<S extends Record<string, Statement>>(statements: S): Rows<S> {
    const together = Object.keys(statements).length > 1;
    try {
      if (together) reader.exec('begin');
      const rows = reader.runAll(statements);
      if (together) reader.exec('commit');
      return rows;
    } catch (error) {
      reader.rollback();
      throw error;
    }
  }

  /** Whether nothing is left in the write-ahead log. */
  function emptied(): boolean {
    const [refused] = writer.run({ sql: 'pragma wal_checkpoint(truncate)', args: [], decode: (row) => row[0] === 1 });
    return refused !== true;
  }

  return {
    kind: 'file',
    read: async (statements) => readAll(statements),
    write: lane.write,
    series: lane.series,
    async script(text) {
      writer.exec('begin immediate');
      try {
        writer.exec(text);
        writer.exec('commit');
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
        reader.exec('pragma query_only = off');
        reader.run({ sql: 'vacuum into ?', args: [draft], decode: (row) => row });
        fsyncSync(file);
        renameSync(draft, target);
      } finally {
        reader.exec('pragma query_only = on');
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
      // Deleted rows can be read in the write-ahead log until it is emptied. That must wait for a series to end, and for
      // anybody who still reads an older state, such as a report.
      while (!lane.isClosed && (lane.isBusy || !emptied()))
        await (lane.isBusy ? turn() : new Promise((resolve) => setTimeout(resolve, 100)));
    },
    async close() {
      await lane.close();
      reader.close();
      writer.close();
    },
  };
}

/** Makes the file where there is none, for its owner's eyes alone; what SQLite puts beside it takes after it. */
function makeOwn(path: string, flag: 'a' | 'wx') {
  closeSync(openSync(path, flag, 0o600));
}
