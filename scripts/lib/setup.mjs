// Brings a fresh clone to a state that runs: dependencies, a Node that runs TypeScript, the built extension.
// Plain JavaScript for Node 20 and nothing but its own modules: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PNPM = 'pnpm@12.21.0';
const BIN = join(ROOT, 'node_modules/.bin');
const CACHE = join(ROOT, 'node_modules/.cache/sidestage');

const stampOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
};

function stamped(name, stamp, work) {
  const file = join(CACHE, `${name}.stamp`);
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  work();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, stamp);
}

/** Stops with one line when a step fails; its own output went before. */
export function must(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env: environment(), ...options });
  if (done.status !== 0) {
    process.stderr.write(`${command} ${args.join(' ')} failed${done.error ? `: ${done.error.message}` : ''}.\n`);
    process.exit(done.status || 1);
  }
}

/** Our tools first on the path, so that the newer Node serves every script below. */
export function environment() {
  return { ...process.env, PATH: `${BIN}:${process.env.PATH}` };
}

function filesUnder(folder, out = []) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) filesUnder(path, out);
    else out.push(path);
  }
  return out;
}

export function install() {
  const manifests = [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'api/package.json',
    'extension/package.json',
    'test/package.json',
    ...['domain', 'sdk', 'channels', 'panel'].map((name) => `packages/${name}/package.json`),
  ];
  stamped('install', stampOf(manifests), () => {
    process.stderr.write('Installing dependencies…\n');
    must('npx', ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only']);
  });
}

/** The Node that runs TypeScript as it is: the one from the dependencies, or the caller's own if new enough. */
export function node() {
  const own = join(BIN, 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 2)) return process.execPath;
  process.stderr.write(`Sidestage needs Node 24.2 or newer on this machine (found ${process.version}).\n`);
  process.exit(1);
}

export function buildExtension() {
  if (!existsSync(join(ROOT, 'extension/wxt.config.ts'))) return;
  const sources = [
    'packages/domain/src',
    'packages/sdk/src',
    'packages/channels/src',
    'packages/panel/src',
    'extension',
  ]
    .flatMap((folder) => filesUnder(folder))
    .filter((path) => !path.includes('.test.'));
  stamped('extension', stampOf([...sources, 'pnpm-lock.yaml']), () => {
    process.stderr.write('Building the extension…\n');
    for (const args of [
      ['build', '-b', 'chrome'],
      ['build', '-b', 'firefox', '--mv3'],
    ])
      must(join(ROOT, 'extension/node_modules/.bin/wxt'), args, { cwd: join(ROOT, 'extension') });
  });
}

/** Runs a program in the foreground, passing signals on, and exits as it did. */
export function become(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${command}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

export const hasFile = (path) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile();
