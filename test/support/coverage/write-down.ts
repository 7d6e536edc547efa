// Runs around each file of the contract project: what its requests were answered is written down for the closing count.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { soFar } from './heard.ts';
import { PARTS } from './places.ts';

afterAll(() => {
  mkdirSync(PARTS, { recursive: true });
  writeFileSync(join(PARTS, `${basename(expect.getState().testPath ?? 'unknown')}.json`), JSON.stringify(soFar()));
});
