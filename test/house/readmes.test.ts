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

it('every setting and every command of the command line is told in the README, settings in the help of serve too', () => {
  const settings = new Set(
    [...read('api/src/config.ts').matchAll(/\benv(?:\.|, ')([A-Z_]{3,})/g)].map(([, name = '']) => name),
  );
  const commands = globSync('api/src/cli/*.ts', { cwd: ROOT }).flatMap(
    (path) => /: Command = \{\s+name: '(\w+)'/.exec(read(path))?.[1] ?? [],
  );
  // Where npm was called from is npm's to say; serve is what `npm start` does.
  const told = [...settings].filter((name) => name !== 'INIT_CWD');
  const asked = commands.filter((name) => name !== 'serve');
  expect([told.length, asked.length]).toEqual([8, 7]);
  const readme = read('README.md').split('## Commands')[1]?.split('\n## ')[0] ?? '';
  expect([...told, ...asked].filter((name) => !new RegExp(`\`${name}\\b`).test(readme))).toEqual([]);
  const help = read('api/src/cli/serve.ts');
  expect(told.filter((name) => !help.includes(name))).toEqual([]);
});
