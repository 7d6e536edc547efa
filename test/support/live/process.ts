// Owns the life of one live tool: a scratch folder, free loopback ports, child processes, and stopping all of it by pid.
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A program the live tests need is not installed; `scripts/install-test-tools.sh` installs it. */
export class LiveToolMissing extends Error {
  override name = 'LiveToolMissing';
}

/** The absolute path of a program, also from the sbin folders that a plain user's PATH leaves out; undefined when absent. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Like findProgram, but absence is an error that says what to run. */
export function needProgram(name: string): string {
  const path = findProgram(name);
  if (path === undefined) throw new LiveToolMissing(`${name} is not installed: run scripts/install-test-tools.sh`);
  return path;
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Asks again every few milliseconds until `ask` gives a value; fails with `what` and the last error after `timeoutMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  timeoutMs = 20_000,
  everyMs = 20,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await ask();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** One live tool's belongings. `await using` or `stop()` gives everything back; a crash of this process does too. */
export class Stage {
  readonly folder: string;
  readonly #children = new Map<ChildProcess, string>();
  readonly #closers: (() => Promise<unknown> | unknown)[] = [];
  readonly #onExit = () => this.#killNow();

  constructor(name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `sidestage-${name}-`));
    process.once('exit', this.#onExit);
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Runs a program in its own process group with its output in `<label>.log`, so that no pipe of ours keeps it alive. */
  spawn(label: string, program: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const log = openSync(this.path(`${label}.log`), 'a');
    const child = spawn(program, args, {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...env },
    });
    closeSync(log);
    this.#children.set(child, label);
    return child;
  }

  /** Resolves when `port` accepts a connection; fails early, with the log's end, when the process that should listen ends. */
  async listening(child: ChildProcess, port: number): Promise<void> {
    const label = this.#children.get(child) ?? 'process';
    let error: Error | undefined;
    child.once('error', (reason) => {
      error = reason;
    });
    await until(`${label} on port ${port}`, async () => {
      if (error !== undefined || child.exitCode !== null || child.signalCode !== null) return 'ended' as const;
      return (await accepts(port)) ? ('up' as const) : undefined;
    }).then(
      (state) => {
        if (state === 'ended') throw new Error(`${label} ended at once: ${error?.message ?? this.logEnd(label)}`);
      },
      (reason: Error) => {
        throw new Error(`${reason.message}: ${this.logEnd(label)}`);
      },
    );
  }

  /** Something else to close on stop, last opened first closed. */
  onStop(close: () => Promise<unknown> | unknown): void {
    this.#closers.push(close);
  }

  /** Stops every process (TERM, then KILL) and removes the folder. Safe to call twice. */
  async stop(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closers.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    await Promise.all([...this.#children.keys()].map(endGroup));
    this.#children.clear();
    process.removeListener('exit', this.#onExit);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    if (failures.length > 0) throw new AggregateError(failures, `not everything closed: ${failures.join(', ')}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** The end of what a process of this stage has written. */
  logEnd(label: string): string {
    try {
      return readFileSync(this.path(`${label}.log`), 'utf8').slice(-1500);
    } catch {
      return '(no log)';
    }
  }

  #killNow(): void {
    for (const child of this.#children.keys()) signalGroup(child, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is already gone.
  }
}

/** The leader's end is awaited; workers it leaves behind are then killed with their group. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signalGroup(child, 'SIGTERM');
    const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 3_000);
    await ended;
    clearTimeout(late);
  }
  signalGroup(child, 'SIGKILL');
}
