import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { readLock, startOf, takeLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidestage-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'sidestage.lock');
// A live process that is not this one.
const other = process.ppid;
const left = (more: object) =>
  writeFileSync(path, JSON.stringify({ pid: other, address: null, secret: 's', ...more }), { mode: 0o600 });
const take = () => takeLock(folder, { pid: process.pid, address: null, secret: 'mine' });

describe('a lock', () => {
  it.runIf(process.platform === 'linux')(
    'left by a crash keeps nobody out when its number went to another process',
    () => {
      left({ started: 'another boot 1' });
      expect(readLock(folder)).toBeUndefined();
      const mine = take();
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ secret: 'mine', started: startOf(process.pid) });
      mine.release();
      expect(existsSync(path)).toBe(false);
    },
  );

  it.runIf(process.platform === 'linux')('of a live server keeps out a second one', () => {
    left({ started: startOf(other) });
    expect(readLock(folder)?.pid).toBe(other);
    expect(take).toThrow(`Another Sidestage (process ${other}) already uses this database. Stop it first.`);
  });

  it.runIf(process.platform === 'linux')(
    'of a process that has ended keeps nobody out, also where nobody has asked how it ended',
    async () => {
      // Its parent has become a program that asks after no child before it ends.
      const parent = spawn('/bin/sh', ['-c', 'cat <&3 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
      });
      const pid = Number((await once(parent.stdout as Readable, 'data'))[0]);
      const until = async (path: string, pattern: RegExp) => {
        while (!pattern.test(readFileSync(path, 'utf8'))) await new Promise((turn) => setImmediate(turn));
      };
      await until(`/proc/${parent.pid}/comm`, /^sleep/);
      (parent.stdio[3] as Writable).end();
      await until(`/proc/${pid}/stat`, /\) Z /);
      left({ pid, started: `${startOf(other)?.split(' ')[0]} 1` });
      expect(readLock(folder)).toBeUndefined();
      left({ pid });
      expect(readLock(folder)).toBeUndefined();
      parent.kill();
    },
  );

  it('whose process cannot be told from another names the file to remove', () => {
    left({});
    expect(take).toThrow(`Stop it first, or, if that process is something else, remove ${path}.`);
    expect(readLock(folder)?.secret).toBe('s');
  });
});
