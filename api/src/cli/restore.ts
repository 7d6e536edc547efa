// `restore FILE`: a backup takes the place of the database. It is copied beside it and read whole before anything is replaced.
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemClock, toIso } from '@sidestage/domain';
import { readConfig } from '../config.ts';
import { type FileLook, lookIntoFile } from '../db/look-into-file.ts';
import { secret } from '../server.ts';
import { CommandError } from './command-error.ts';
import { takeLock } from './lock.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Put a backup in the place of the database',
  help: `
Usage: sidestage restore FILE [--force]

Puts FILE, made by "sidestage backup", in the place of the database. No server may be running on it. FILE is
copied and read whole first: one that is damaged, not of Sidestage or of a newer version changes nothing.
The database that was there is kept beside it, under the name printed on stderr.

  --force   also where the database holds what FILE does not, or cannot be read`,
  async run(args) {
    const { values, positionals } = readOptions(args, { force: { type: 'boolean' } }, 1);
    const [name] = positionals;
    if (!name) throw new CommandError('Say which backup: sidestage restore FILE.');
    const config = readConfig();
    const { databaseFile: database } = config;
    if (!database) throw new CommandError('This database is on a libSQL server; restore it there.');
    const backup = resolve(config.callerFolder, name);
    if (!existsSync(backup) || !statSync(backup).isFile()) throw new CommandError(`There is no file ${name}.`);
    if (existsSync(database) && realpathSync(backup) === realpathSync(database))
      throw new CommandError(`${name} is the database itself.`);
    mkdirSync(config.dataFolder, { recursive: true });
    const lock = takeLock(config.dataFolder, { pid: process.pid, address: null, secret: secret(40) });
    const draft = `${database}.restoring`;
    try {
      const present = existsSync(database)
        ? await lookIntoFile(database).catch(() => 'unreadable' as const)
        : undefined;
      const look = await takeCopy(backup, draft, name, present);
      if (!values.force) refuseLoss(name, present, look);
      const kept = existsSync(database) ? keepAside(database) : undefined;
      renameSync(draft, database);
      flush(dirname(database));
      const upTo = look.lastEvent ? `, as of ${toIso(look.lastEvent.at)}` : '';
      process.stderr.write(`Restored ${look.contacts} contacts from ${name}${upTo}.\n`);
      if (kept) process.stderr.write(`What was there is kept as ${kept}\n`);
      return 0;
    } finally {
      clear(draft);
      lock.release();
    }
  },
};

type Present = FileLook | 'unreadable' | undefined;

/** A copy on the same disk, read whole: what is renamed into place later is what was found sound. */
async function takeCopy(backup: string, draft: string, name: string, present: Present): Promise<FileLook> {
  clear(draft);
  // A copy of a live file may have its write-ahead log beside it, as those made before a migration do.
  for (const suffix of ['', '-wal'])
    if (existsSync(backup + suffix)) copyFileSync(backup + suffix, draft + suffix, constants.COPYFILE_FICLONE);
  try {
    const look = await lookIntoFile(draft, typeof present === 'object' ? present.lastEvent : undefined);
    flush(draft);
    return look;
  } catch (error) {
    throw new CommandError(`${name} cannot be restored: ${(error as Error).message}. Nothing was changed.`);
  }
}

function refuseLoss(name: string, present: Present, backup: FileLook) {
  const toLose = 'Nothing was changed; --force restores all the same and keeps the present file aside.';
  if (present === 'unreadable')
    throw new CommandError(`The database there cannot be read, so what ${name} lacks is not known. ${toLose}`);
  if (!present?.lastEvent || backup.holds) return;
  const last = toIso(present.lastEvent.at);
  throw new CommandError(`The database holds what ${name} does not, written until ${last}. ${toLose}`);
}

/** A second name for the present file, so that there is a whole database at every moment. */
function keepAside(database: string): string {
  const kept = `${database}.before-restore-${toIso(systemClock.now()).replaceAll(':', '-')}`;
  try {
    linkSync(database, kept);
  } catch {
    copyFileSync(database, kept, constants.COPYFILE_EXCL);
  }
  // A log that was not folded in belongs to a file that could not be read; beside the new one it would be taken for its own.
  if (existsSync(`${database}-wal`) && statSync(`${database}-wal`).size > 0)
    renameSync(`${database}-wal`, `${kept}-wal`);
  for (const suffix of ['-wal', '-shm']) rmSync(database + suffix, { force: true });
  return kept;
}

function clear(draft: string) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
}

function flush(path: string) {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
