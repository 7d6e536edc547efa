// Migrations have one order: no two share a number.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('migrations are numbered from 1 without a gap, each number once', () => {
  const names = readdirSync(join(import.meta.dirname, '../../api/migrations')).sort();
  expect(names.map((name) => name.slice(0, 5))).toEqual(names.map((_, i) => `${String(i + 1).padStart(4, '0')}_`));
});
