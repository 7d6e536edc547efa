// What the READMEs and guides speak of is there: the tests that keep a promise, the commands a reader is told to run.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

it('every promise names tests that are there', () => {
  const rows =
    read('README.md')
      .split('## Promises')[1]
      ?.match(/^\|.*\|$/gm)
      ?.slice(2) ?? [];
  expect(rows.length).toBeGreaterThan(40);
  const missing = rows.flatMap((row) => {
    let folder = '';
    return [...row.matchAll(/`([\w./-]+\.test\.ts)`/g)].flatMap(([, named = '']) => {
      // A neighbour of the one before is named by its file alone.
      const path = named.includes('/') ? named : join(folder, named);
      folder = dirname(path);
      return existsSync(join(ROOT, path)) ? [] : [path];
    });
  });
  expect(missing).toEqual([]);
});

it('every command a reader is told to run is one there is', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const texts = globSync('{*.md,{api,docs,extension,packages,scripts,test}/{,*/}*.md}', { cwd: ROOT });
  expect(texts.length).toBeGreaterThan(10);
  const unknown = texts.flatMap((path) =>
    [...read(path).matchAll(/npm\s+run\s+(?:-s\s+)?([\w:]+)/g)].flatMap(([, name = '']) =>
      name in scripts ? [] : [`${path}: npm run ${name}`],
    ),
  );
  expect(unknown).toEqual([]);
});
