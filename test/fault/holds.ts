// How long a server's event loop was held, told apart from what the machine itself adds.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Hold {
  /** By the clock, which a busy machine stretches. */
  maxMs: number;
  /** Processor time of the loop's own thread. */
  maxCpuMs: number;
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
