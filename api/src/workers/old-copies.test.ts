import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { forgetCopies } from './old-copies.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidestage-copies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const databaseFile = join(folder, 'data.db');
const DAY = 24 * 3_600_000;

it.each([
  ['stays while the server has run for less than three days', 2 * DAY, [], true],
  ['goes after three days, and the log says so', 4 * DAY, [], false],
  ['goes once somebody has been erased, which it would not show', DAY, [[1]], false],
] as const)('the copy from before a migration %s', async (_, later, erased, stays) => {
  const copies = ['', '-wal'].map((suffix) => `${databaseFile}.before-migration${suffix}`);
  for (const path of copies) writeFileSync(path, 'as it was');
  const said: string[] = [];
  const db = { read: async () => ({ erased }) };
  const clock = { now: () => Date.now() + later };
  await forgetCopies({ db, clock, databaseFile, log: (line: string) => said.push(line) } as never);
  expect(copies.map((path) => existsSync(path))).toEqual([stays, stays]);
  expect(said.length).toBe(stays ? 0 : 1);
  expect(existsSync(databaseFile)).toBe(false);
});
