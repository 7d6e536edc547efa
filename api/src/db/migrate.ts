// Runs the numbered SQL files forward, each once, in order. A file that changed after it ran is an error, not a
// silent skip, which would lose a migration merged late.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { statement } from './statement.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');
const known = () =>
  readdirSync(FOLDER)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort();

/** Of the migrations a database has run, those that only a newer Sidestage has. */
export function unknownMigrations(done: Iterable<string>): string[] {
  const names = new Set(known());
  return [...done].filter((name) => !names.has(name)).sort();
}

export interface MigrationReport {
  readonly applied: string[];
  readonly total: number;
}

/** Brings the schema up to date. `backupOf` is the database file, copied aside before the first pending migration. */
export async function migrate(db: Database, now: number, backupOf?: string): Promise<MigrationReport> {
  await db.script(
    'create table if not exists migrations (name text primary key, hash text not null, applied_at integer not null) strict',
  );
  const done = new Map(
    (
      await db.read({
        rows: statement('select name, hash from migrations', [], (r) => [String(r[0]), String(r[1])] as const),
      })
    ).rows,
  );
  const newer = unknownMigrations(done.keys());
  if (newer.length > 0)
    throw new Error(`A newer Sidestage made this database (${newer.join(', ')}). Use that version, or one after it.`);
  const files = known();
  const applied: string[] = [];
  for (const name of files) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const before = done.get(name);
    if (before !== undefined) {
      if (before !== hash) throw new Error(`Migration ${name} was changed after it ran on this database.`);
      continue;
    }
    if (applied.length === 0 && done.size > 0 && backupOf) keepCopy(backupOf);
    await db.script(`${text}\n;insert into migrations values ('${name}', '${hash}', ${now})`);
    const broken = (await db.read({ rows: statement('pragma foreign_key_check') })).rows;
    if (broken.length > 0) throw new Error(`Migration ${name} left ${broken.length} broken references.`);
    applied.push(name);
  }
  return { applied, total: files.length };
}

function keepCopy(path: string) {
  if (!existsSync(path) || statSync(path).size === 0) return;
  for (const suffix of ['', '-wal'])
    if (existsSync(path + suffix)) copyFileSync(path + suffix, `${path}.before-migration${suffix}`);
}
