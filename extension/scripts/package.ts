// `npm run package`: what is handed to the browser stores. One archive per browser, and the sources it was built from, which
// Firefox's reviewers build again. The same sources give the same bytes on every machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Entry, zip } from './zip.ts';

const BUILDS = { chrome: ['-b', 'chrome'], firefox: ['-b', 'firefox', '--mv3'] };
// What building the extension takes, and nothing else of the house.
const SOURCES = [
  'extension',
  'packages/channels',
  'packages/domain',
  'packages/panel',
  'packages/sdk',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.json',
];

const LEFT_OUT = /\.test\.tsx?$|^extension\/store\//;

export interface Package {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Builds anew in `room`, the folder of the extension, and writes the archives into `out`. */
export function packageExtension(room: string, out: string): Package[] {
  const { version } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8')) as { version: string };
  mkdirSync(out, { recursive: true });
  const write = (name: string, entries: Entry[]): Package => {
    const bytes = zip(entries);
    const file = join(out, `sidestage-${version}-${name}.zip`);
    writeFileSync(file, bytes);
    return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const built = Object.entries(BUILDS).map(([browser, flags]) => {
    const wxt = join(room, 'node_modules/wxt/bin/wxt.mjs');
    execFileSync(process.execPath, [wxt, 'build', ...flags], { cwd: room, stdio: ['ignore', 'ignore', 'inherit'] });
    const folder = join(room, '.output', `${browser}-mv3`);
    return write(browser, filesUnder(folder));
  });
  const root = resolve(room, '..');
  const sources = SOURCES.flatMap((path) => filesUnder(root, path)).filter(({ path }) => !LEFT_OUT.test(path));
  return [...built, write('sources', sources)];
}

function filesUnder(root: string, path = ''): Entry[] {
  const full = join(root, path);
  const named = path.split(sep).join('/');
  let children: string[];
  try {
    children = readdirSync(full);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return [{ path: named, bytes: readFileSync(full) }];
  }
  const kept = children.filter((name) => name !== 'node_modules' && !name.startsWith('.'));
  return kept.flatMap((name) => filesUnder(root, join(path, name)));
}

if (import.meta.main) {
  const room = resolve(import.meta.dirname, '..');
  for (const { file, bytes, sha256 } of packageExtension(room, join(room, '.output')))
    process.stdout.write(`${file}  ${bytes} bytes  sha256 ${sha256}\n`);
}
