// How long a server's event loop was held, told apart from what the machine itself adds.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { newKey, newPlace, startServer } from '../support/server.ts';

const PROBE = fileURLToPath(new URL('loop-probe.ts', import.meta.url));
/** No other caller waits longer than this to be looked at. */
export const LIMIT_MS = 50;

export interface Hold {
  /** By the clock, which a busy machine stretches. */
  maxMs: number;
  /** Processor time of the loop's own thread. */
  maxCpuMs: number;
}

/** A server whose loop is watched, and a process that does nothing: what that is held by is the machine's doing. */
export async function watchedServer(cleanUp: (() => unknown)[]) {
  const place = newPlace();
  cleanUp.push(() => place.remove());
  const key = newKey(place);
  const server = await startServer(place, key, { node: ['--import', PROBE], ipc: true });
  cleanUp.push(() => server.kill());
  const idle = spawn(process.execPath, ['--import', PROBE, '-e', 'setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  cleanUp.push(() => idle.kill('SIGKILL'));
  return { server, idle, key };
}

export async function longestHold(child: ChildProcess): Promise<Hold> {
  child.send('measure');
  const [hold] = (await once(child, 'message')) as [Hold];
  return hold;
}

// On a quiet machine the clock decides, commits to the disk included. Where even a process that does nothing is kept waiting,
// the clock tells of the machine, and the processor time of the loop itself decides.
const QUIET_MS = 15;

export async function heldBeyondNoise(server: ChildProcess, idle: ChildProcess): Promise<number> {
  const [held, noise] = await Promise.all([longestHold(server), longestHold(idle)]);
  return noise.maxMs < QUIET_MS ? held.maxMs - noise.maxMs : held.maxCpuMs;
}

export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
