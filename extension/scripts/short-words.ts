// Makes what is built smaller by what nobody reads there: the names of the panel's words. The words themselves stay as written.
// A name becomes a place in a list, and each further language a list in the order of the first instead of naming all again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DICTIONARIES } from '@sidestage/panel/words';

const PANEL = join(import.meta.dirname, '../../packages/panel/src');
const DICTIONARY = /\/packages\/panel\/src\/words\/(en|zh-cn)\.ts$/;
const OF_THE_PANEL = /\/packages\/panel\/src\/.*\.tsx?$/;
// A name put together at run time: `write.${what}`. All that begin so keep their names.
const BUILT = /`([a-z-]+(?:\.[a-z_-]+)*[.-])\$\{/g;

const { en, 'zh-CN': zh } = DICTIONARIES;
const NAMES = Object.keys(en) as (keyof typeof en)[];

/** Which place in the list of texts each name stands for. Only names with a dot in them: nothing else looks like one. */
export function shortNames(sources: readonly string[]): ReadonlyMap<string, number> {
  const prefixes = sources.flatMap((source) => [...source.matchAll(BUILT)].map((one) => one[1] ?? ''));
  const wanted = NAMES.filter((name) => name.includes('.') && !prefixes.some((prefix) => name.startsWith(prefix)));
  return new Map(wanted.map((name, at) => [name, at]));
}

/** A file of the panel as it is built; undefined where nothing of it changes. */
export function shortened(short: ReadonlyMap<string, number>, path: string, code: string): string | undefined {
  const dictionary = DICTIONARY.exec(path)?.[1];
  if (dictionary === undefined) {
    if (!OF_THE_PANEL.test(path)) return undefined;
    const after = code.replace(/'([a-z][\w.-]*)'/g, (whole, name) => String(short.get(name) ?? whole));
    return after === code ? undefined : after;
  }
  const listed = [...short.keys()] as typeof NAMES;
  const others = NAMES.filter((name) => !short.has(name));
  // The part names have in common is written once.
  const groups = Map.groupBy(others, (name) => name.slice(0, name.lastIndexOf('.') + 1));
  const inOrder = [...groups.values()].flat();
  if (dictionary !== 'en')
    return `import { en } from './en.ts';
      const words = ${JSON.stringify([...listed, ...inOrder].map((name) => zh[name]))};
      export const zhCn = Object.fromEntries(Object.keys(en).map((name, at) => [name, words[at]]));`;
  const grouped = [...groups].map(([start, names]) => [
    start,
    Object.fromEntries(names.map((name) => [name.slice(start.length), en[name]])),
  ]);
  return `export const en = { ...${JSON.stringify(listed.map((name) => en[name]))} };
    const named = ${JSON.stringify(Object.fromEntries(grouped))};
    for (const start in named) for (const end in named[start]) en[start + end] = named[start][end];`;
}

/** Every file of the panel but its tests, by path. */
export function panelSources(folder = PANEL): { path: string; code: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /(?<!\.test)\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({ path, code: readFileSync(path, 'utf8') }));
}

/** For Vite. Before anything else is done to a file, so that it meets what was written. */
export const shortWords = () => {
  const short = shortNames(panelSources().map((one) => one.code));
  return {
    name: 'short-words',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const after = shortened(short, id.replaceAll('\\', '/'), code);
      return after === undefined ? null : { code: after, map: null };
    },
  };
};
