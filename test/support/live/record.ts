// Keeps what a live run was made of: tool versions and server logs, for whoever asks later what was really driven.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../results');

export async function recordRun(name: string, facts: object): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name}.json`), `${JSON.stringify(facts, null, 2)}\n`);
}

export async function recordLog(name: string, path: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await copyFile(path, join(FOLDER, name));
}
