import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StorageUnavailable } from './errors.ts';
import { openFileDatabase, openFileReader } from './file-database.ts';
import { statement } from './statement.ts';

it('a database that is closed refuses what comes late, and the process lives on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidestage-closed-'));
  const path = join(folder, 'data.db');
  const database = openFileDatabase(path);
  const reader = openFileReader(path);
  const one = { one: statement('select 1', [], (row) => row[0]) };
  expect(await database.read(one)).toEqual({ one: [1] });
  await database.close();
  await database.close();
  reader.close();
  // One statement it has prepared before, and one it has not.
  const another = { other: statement('select 2', [], (row) => row[0]) };
  for (const late of [one, another]) {
    await expect(database.read(late)).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(reader.read(late)).rejects.toBeInstanceOf(StorageUnavailable);
  }
  await expect(database.write({ load: one, plan: () => ({ statements: [], answer: () => 1 }) })).rejects.toBeInstanceOf(
    StorageUnavailable,
  );
  await expect(database.script('select 1')).rejects.toBeInstanceOf(StorageUnavailable);
  rmSync(folder, { recursive: true });
});
