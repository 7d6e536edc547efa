// The house's own sources as text, and what each imports; tests and generated files are not part of the house.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = [
  'packages/domain/src',
  'packages/sdk/src',
  'packages/channels/src',
  'packages/panel/src',
  'api/src',
  'extension',
];
const SKIPPED = /^(node_modules|\..*|dist)$/;
const NOT_THE_HOUSE =
  /\.(test|test-support|fixture)\.tsx?$|\.gen\.ts$|\.d\.ts$|\/(fixtures?|test-support)\/|flaky-server\.ts$/;

/** Path from the root → text. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** A path from the root for the house's own files, the package's name otherwise. */
  readonly to: string;
  readonly own: boolean;
  /** Erased when it runs. */
  readonly typeOnly: boolean;
  readonly reexport: boolean;
}

export function readSources(): Sources {
  const found = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) walk(path);
      else if (/\.tsx?$/.test(entry.name) && !NOT_THE_HOUSE.test(path))
        found.set(path, readFileSync(join(ROOT, path), 'utf8'));
    }
  };
  for (const room of ROOMS) if (existsSync(join(ROOT, room))) walk(room);
  return found;
}

/** The text without comments, so that prose about a rule does not break it. */
export const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/.*$/gm, '');

const STATEMENT = /^[ \t]*(import|export)\s+(type\s+)?(?:([\w*{}\s,$]+?)\s+from\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) => {
    const bare = code(text);
    const made = (target: string, typeOnly: boolean, reexport: boolean): Import => {
      const own = target.startsWith('.');
      return { from, to: own ? resolveFrom(sources, from, target) : packageOf(target), own, typeOnly, reexport };
    };
    return [
      ...[...bare.matchAll(STATEMENT)].map(([, word, type, names = '', target = '']) =>
        made(target, type !== undefined || onlyTypes(names), word === 'export'),
      ),
      ...[...bare.matchAll(DYNAMIC)].map(([, target = '']) => made(target, false, false)),
    ];
  });
}

/** `{ type A, type B }` leaves nothing behind either. */
function onlyTypes(names: string): boolean {
  const inner = /^\{([\s\S]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return inner?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}

function resolveFrom(sources: Sources, from: string, target: string): string {
  const path = normalize(join(dirname(from), target)).replaceAll('\\', '/');
  const tried = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return tried.find((one) => sources.has(one)) ?? relative('.', path);
}

function packageOf(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : target.startsWith('node:') ? target : (parts[0] ?? '');
}
