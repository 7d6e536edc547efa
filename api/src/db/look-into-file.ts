// What a database file is, told before anything trusts it. A write-ahead log beside it is folded in first.
import { closeSync, openSync, readSync } from 'node:fs';
import { openFileReader } from './file-database.ts';
import { unknownMigrations } from './migrate.ts';
import { type Statement, statement } from './statement.ts';

export interface LoggedEvent {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
}

export interface FileLook {
  readonly contacts: number;
  readonly lastEvent: LoggedEvent | undefined;
  /** Whether its log has the event asked for. */
  readonly holds: boolean;
}

const TABLES = ['contacts', 'events', 'migrations', 'transitions'];
const MAGIC = 'SQLite format 3\u0000';
const name = (row: readonly unknown[]) => String(row[0]);
const event = (where: string, args: readonly (string | number)[] = []) =>
  statement(`select seq, id, at from events ${where}`, args, (r) => ({
    seq: Number(r[0]),
    id: String(r[1]),
    at: Number(r[2]),
  }));

/** Reads a file whole; throws half a sentence for what is no sound Sidestage database of a version known here. */
export async function lookIntoFile(path: string, asked?: LoggedEvent): Promise<FileLook> {
  if (firstBytes(path) !== MAGIC) throw new Error('it is no SQLite database');
  const reader = openFileReader(path);
  const rows = async <Out>(one: Statement<Out>): Promise<Out[]> => (await reader.read({ one })).one;
  try {
    const [left] = await rows(statement('pragma wal_checkpoint(truncate)', [], (r) => Number(r[0])));
    if (left !== 0) throw new Error('somebody else is using it');
    const [fault = 'ok'] = await rows(statement('pragma integrity_check', [], name));
    if (fault !== 'ok') throw new Error(`it is damaged (${fault.replaceAll('\n', ' ')})`);
    const tables = await rows(statement("select name from sqlite_schema where type = 'table'", [], name));
    if (!TABLES.every((table) => tables.includes(table))) throw new Error('it is no database of Sidestage');
    const newer = unknownMigrations(await rows(statement('select name from migrations', [], name)));
    if (newer.length > 0) throw new Error(`a newer Sidestage made it (${newer.join(', ')})`);
    if ((await rows(statement('pragma foreign_key_check'))).length > 0) throw new Error('it has broken references');
    const [contacts = 0] = await rows(statement('select count(*) from contacts', [], (r) => Number(r[0])));
    const [lastEvent] = await rows(event('order by seq desc limit 1'));
    const holds = !asked || (await rows(event('where seq = ? and id = ?', [asked.seq, asked.id]))).length > 0;
    return { contacts, lastEvent, holds };
  } finally {
    reader.close();
  }
}

function firstBytes(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(MAGIC.length);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
