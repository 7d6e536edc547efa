// The real server as its own process on a real file, to be killed, starved and started again.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './house.ts';
import { validateExchange } from './validator.ts';

const MAIN = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url));

export interface Place {
  readonly folder: string;
  readonly file: string;
  remove(): void;
}

/** A data folder of its own; `folder` to use one that is there already. */
export function newPlace(folder = mkdtempSync(join(tmpdir(), 'sidestage-fault-'))): Place {
  return {
    folder,
    file: join(folder, 'data.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const environment = (place: Place, more: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  ...more,
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_URL: `file:${place.file}`,
});

/** Runs one command to its end, as somebody would type it. */
export function sidestage(place: Place, ...args: string[]) {
  const done = spawnSync(process.execPath, [MAIN, ...args], { env: environment(place), encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export function newKey(place: Place): string {
  const { code, out, err } = sidestage(place, 'key', 'create', '--name', 'fault test');
  if (code !== 0) throw new Error(err);
  return out.trim();
}

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

export interface StartOptions {
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
  /** Shell words put before the command, such as a limit. */
  readonly shell?: string;
  readonly ipc?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server and resolves when it says where it listens; rejects with what it said when it ends before. */
export async function startServer(place: Place, key: string, options: StartOptions = {}): Promise<RunningServer> {
  const args = [...(options.node ?? []), MAIN, 'serve'];
  const stdio = ['ignore', 'pipe', 'pipe', ...(options.ipc ? ['ipc' as const] : [])] as const;
  const child = options.shell
    ? spawn('/bin/sh', ['-c', `${options.shell}; exec "$0" "$@"`, process.execPath, ...args], {
        env: environment(place, options.env),
        stdio: [...stdio],
      })
    : spawn(process.execPath, args, { env: environment(place, options.env), stdio: [...stdio] });
  let out = '';
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      const said = /API +(http:\S+)/.exec(out)?.[1];
      if (said) resolve(said);
    });
    gone.then((code) => reject(new Error(`The server ended with ${code}: ${err}`)));
  });
  return {
    url,
    process: child,
    call: (method, path, body, headers) => call(url, key, method, path, body, headers),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

/** One request over the wire; its answer is held to the document like every other. */
export async function call(
  url: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  validateExchange({ method, path, sent, status: response.status, headers: response.headers, text });
  const json = /[/+]json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { status: response.status, body: json ? JSON.parse(text) : undefined, text, headers: response.headers };
}

/** What `sidestage check` finds wrong, by a fresh process; empty when all is well. */
export function faultsIn(place: Place): string {
  const { code, out, err } = sidestage(place, 'check');
  return code === 0 ? '' : `${out}${err}`;
}
