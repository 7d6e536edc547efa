// Starts the floor and the load generator as processes of their own, and talks to them.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured, Run, Start } from './load-process.ts';

const here = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

/** The next thing a process says; an error when it ends instead. */
async function said<T>(child: ChildProcess): Promise<T> {
  const given = new AbortController();
  const { signal } = given;
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`${child.spawnargs[1]} ended with ${code}.`);
      }),
    ]);
    return message as T;
  } finally {
    given.abort();
  }
}

export interface Floor {
  readonly url: string;
  readonly pid: number | undefined;
  stop(): void;
}

export async function startFloor(file: string): Promise<Floor> {
  const child = fork(here('floor-server'), [file]);
  return { url: await said<string>(child), pid: child.pid, stop: () => child.kill() };
}

export interface Load {
  run(what: Run): Promise<Measured>;
  stop(): void;
}

export async function startLoad(start: Start): Promise<Load> {
  const child = fork(here('load-process'));
  child.send(start);
  await said(child);
  return {
    run(what) {
      child.send(what);
      return said<Measured>(child);
    },
    stop: () => child.kill(),
  };
}
