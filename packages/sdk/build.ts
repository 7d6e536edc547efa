// Builds the package that others install into dist/, or with `--pack [folder]` makes one archive of it by `npm pack`: compiled modules
// and their types that depend on nothing. The two small libraries it stands on travel inside it, with their licences.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HERE = import.meta.dirname;
const [flag, folder] = process.argv.slice(2);
// Packed from a folder of its own, so that two who pack at the same time do not meet.
const DIST = flag === '--pack' ? mkdtempSync(join(tmpdir(), 'sidestage-pack-')) : join(HERE, 'dist');
const INSIDE = ['openapi-fetch', 'openapi-typescript-helpers'];

function compile() {
  rmSync(DIST, { recursive: true, force: true });
  const tsc = join(HERE, 'node_modules/typescript/lib/tsc.js');
  const done = spawnSync(process.execPath, [tsc, '-p', join(HERE, 'tsconfig.build.json'), '--outDir', DIST], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The SDK does not compile:\n${done.stdout}${done.stderr}`);
}

function takeAlong() {
  for (const name of INSIDE) {
    const [from, to] = [join(HERE, 'node_modules', name), join(DIST, 'vendor', name)];
    mkdirSync(to, { recursive: true });
    cpSync(join(from, 'LICENSE'), join(to, 'LICENSE'));
    cpSync(join(from, 'dist/index.mjs'), join(to, 'index.js'));
    cpSync(join(from, 'dist/index.d.mts'), join(to, 'index.d.ts'));
  }
}

/** Imports of what travels along, and of our own sources in declarations, by the files that are there. */
function pointInside(folder: string, up: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) pointInside(path, up === './' ? '../' : `../${up}`);
    else if (/\.(js|d\.ts)$/.test(entry.name)) {
      const text = readFileSync(path, 'utf8');
      const pointed = text
        .replaceAll(
          /(from |import\()(['"])(openapi-fetch|openapi-typescript-helpers)\2/g,
          `$1$2${up}vendor/$3/index.js$2`,
        )
        .replaceAll(/(from |import\()(['"])(\.\.?\/[^'"]+)\.ts\2/g, '$1$2$3.js$2')
        .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
      if (pointed !== text) writeFileSync(path, pointed);
    }
  }
}

function describe() {
  const { version } = JSON.parse(readFileSync(join(HERE, '../../package.json'), 'utf8')) as { version: string };
  const manifest = {
    name: '@sidestage/sdk',
    version,
    description:
      'A typed client for the Sidestage API: idempotent writes, retries, paging, the live event stream, webhooks',
    license: 'UNLICENSED',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.3' },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './openapi.json': './openapi.json',
      './package.json': './package.json',
    },
    types: './index.d.ts',
  };
  writeFileSync(join(DIST, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of ['openapi.json', 'README.md']) cpSync(join(HERE, name), join(DIST, name));
}

/** The archive, in a folder. */
function pack(folder: string) {
  const done = spawnSync('npm', ['pack', DIST, '--pack-destination', folder, '--loglevel=error'], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`npm pack failed:\n${done.stderr}`);
  console.log(join(folder, done.stdout.trim().split('\n').at(-1) ?? ''));
}

compile();
takeAlong();
pointInside(DIST, './');
describe();
if (flag === '--pack') {
  pack(resolve(process.env.INIT_CWD ?? '.', folder ?? '.'));
  rmSync(DIST, { recursive: true, force: true });
}
