// The built extension: built once per run, from the sources as they are.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOM = fileURLToPath(new URL('../../../extension/', import.meta.url));

let built: Promise<string> | undefined;

/** The folder of the Chrome build, ready to load. */
export function builtExtension(): Promise<string> {
  built ??= promisify(execFile)(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome'], {
    cwd: ROOM,
  }).then(() => `${ROOM}.output/chrome-mv3`);
  return built;
}
