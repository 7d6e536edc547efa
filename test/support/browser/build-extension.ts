// The built extension: each browser's build made once per run, from the sources as they are.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const ROOM = fileURLToPath(new URL('../../../extension/', import.meta.url));
const FLAGS = { chrome: ['-b', 'chrome'], firefox: ['-b', 'firefox', '--mv3'] };

const built = new Map<string, Promise<string>>();

/** The folder of a build, ready to load. */
export function builtExtension(browser: keyof typeof FLAGS = 'chrome'): Promise<string> {
  const building = built.get(browser) ?? build(browser);
  built.set(browser, building);
  return building;
}

async function build(browser: keyof typeof FLAGS): Promise<string> {
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', ...FLAGS[browser]];
  await promisify(execFile)(process.execPath, args, { cwd: ROOM });
  return join(ROOM, '.output', `${browser}-mv3`);
}

/** What the panel loads: neither the script inside pages nor the one that wakes without it. */
export const isOfPanel = (path: string): boolean =>
  /\.(js|css|html)$/.test(path) && !path.startsWith('content-scripts/') && path !== 'background.js';

/** Bytes of the files under a path of a build, each compressed as a server would. */
export async function gzippedBytes(folder: string, wanted: (path: string) => boolean): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = files
    .filter((file) => wanted(file.slice(folder.length + 1)))
    .map(async (file) => gzipSync(await readFile(file)).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
