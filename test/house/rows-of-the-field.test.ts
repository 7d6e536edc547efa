// Each marked row of docs/product.md has one test that bears its name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROWS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'C1', 'C2', 'C3', 'C5', 'C6', 'C8', 'C9'];
const PROCESS = ['P2', 'P7', 'P10', 'P13', 'P15', 'F1'];

it('every row of the field has exactly one test of its name', () => {
  const folder = join(import.meta.dirname, '../contract');
  const named = readdirSync(folder)
    .filter((file) => /^rows-.*\.test\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^it\('([LCPFN]\d+) /gm)].map((one) => one[1]),
    );
  expect(named.sort()).toEqual([...ROWS, ...PROCESS].sort());
});
