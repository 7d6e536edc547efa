// One writer per database: the lock file in the data folder says who serves it, where, and with which admin secret.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';

export interface Lock {
  readonly pid: number;
  readonly address: string | null;
  readonly secret: string;
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

/** The lock of a live process, or undefined. A lock whose process is gone counts as none. */
export function readLock(folder: string): Lock | undefined {
  try {
    const lock = JSON.parse(readFileSync(pathOf(folder), 'utf8')) as Lock;
    return alive(lock.pid) && lock.pid !== process.pid ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the lock or throws one clear line naming who has it. The returned functions rewrite and release it. */
export function takeLock(folder: string, lock: Lock): { update(next: Lock): void; release(): void } {
  const path = pathOf(folder);
  for (let attempt = 0; ; attempt++) {
    try {
      write(path, lock, 'wx');
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readLock(folder);
      if (holder || attempt > 0)
        throw new CommandError(
          `Another Sidestage (process ${holder?.pid ?? 'unknown'}${holder?.address ? ` at ${holder.address}` : ''}) already uses this database. Stop it first.`,
        );
      rmSync(path, { force: true });
    }
  }
  return {
    update: (next) => write(path, next, 'w'),
    release: () => rmSync(path, { force: true }),
  };
}

function write(path: string, lock: Lock, flag: 'w' | 'wx') {
  const file = openSync(path, flag, 0o600);
  writeSync(file, JSON.stringify(lock));
  closeSync(file);
}
