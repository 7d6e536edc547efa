// One writer per database: the lock file in the data folder says who serves it, where, and with which admin secret.
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';

export interface Lock {
  readonly pid: number;
  readonly address: string | null;
  readonly secret: string;
}

/** As it lies in the file: after a crash another process may get the number, but not the moment it began. */
interface WrittenLock extends Lock {
  readonly started?: string | undefined;
}

const pathOf = (folder: string) => join(folder, 'sidestage.lock');

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const ENDED = 'ended';

/** When a process began, on Linux; undefined where that cannot be told. */
export function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Ended, and nobody has asked how: it has its number still, and nothing else.
    if (fields[0] === 'Z') return ENDED;
    const ticks = fields[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return ticks && `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}

/** Undefined where it cannot be told. */
function isSame({ pid, started }: WrittenLock): boolean | undefined {
  const now = startOf(pid);
  return started === undefined || now === undefined ? undefined : started === now;
}

/** The lock of a live process, or undefined. A lock whose process is gone counts as none. */
export const readLock = (folder: string): WrittenLock | undefined => liveLock(pathOf(folder));

function liveLock(path: string): WrittenLock | undefined {
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8')) as WrittenLock;
    const holds = alive(lock.pid) && startOf(lock.pid) !== ENDED && lock.pid !== process.pid && isSame(lock) !== false;
    return holds ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the lock or throws one clear line naming who has it. The returned functions rewrite and release it. */
export function takeLock(folder: string, lock: Lock): { update(next: Lock): void; release(): void } {
  const path = pathOf(folder);
  const draft = `${path}.${process.pid}`;
  write(draft, lock);
  try {
    for (let attempt = 0; !claim(draft, path); attempt++) {
      const holder = readLock(folder);
      if (holder || attempt > 0)
        throw new CommandError(
          `Another Sidestage (process ${holder?.pid ?? 'unknown'}${holder?.address ? ` at ${holder.address}` : ''}) already uses this database. Stop it first${holder && isSame(holder) ? '' : `, or, if that process is something else, remove ${path}`}.`,
        );
      clearStale(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    // Renamed into place: whoever reads finds the old lock or the new one, never half of one.
    update: (next) => {
      write(draft, next);
      renameSync(draft, path);
    },
    release: () => rmSync(path, { force: true }),
  };
}

/** Puts a finished lock in place unless one is there: a reader never meets an empty file it could take for stale. */
function claim(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  // A file system without links.
  try {
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead process's lock away; a live one that came between is put back. */
function clearStale(path: string) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (liveLock(aside)) claim(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function write(path: string, lock: Lock) {
  rmSync(path, { force: true });
  const written: WrittenLock = { ...lock, started: startOf(lock.pid) };
  writeFileSync(path, JSON.stringify(written), { flag: 'wx', mode: 0o600 });
}
