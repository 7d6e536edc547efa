import { DICTIONARIES, type WordKey } from '@sidestage/panel/words';
import { describe, expect, it } from 'vitest';
import { panelSources, shortened, shortNames } from './short-words.ts';

const sources = panelSources();
const short = shortNames(sources.map((one) => one.code));
const built = (end: string) => {
  const { path, code } = sources.find((one) => one.path.endsWith(end)) ?? { path: '', code: '' };
  return shortened(short, path, code) ?? code;
};
const run = (code: string, exported: string, given: Record<string, unknown> = {}): Record<string, string> => {
  const script = code.replace(/^import .*/, '').replace('export ', '');
  return new Function(...Object.keys(given), `${script}; return ${exported};`)(...Object.values(given));
};
const en = run(built('words/en.ts'), 'en');

describe('names of words in the build', () => {
  it('lead to the same words in every language as the names that were written', () => {
    const zh = run(built('words/zh-cn.ts'), 'zhCn', { en });
    for (const name of Object.keys(DICTIONARIES.en) as WordKey[]) {
      const called = short.get(name) ?? name;
      expect([en[called], zh[called]]).toEqual([DICTIONARIES.en[name], DICTIONARIES['zh-CN'][name]]);
    }
    expect(Object.keys(en)).toHaveLength(Object.keys(DICTIONARIES.en).length);
  });

  it('are the same in every file: none that was made short is left, and each one used is in the dictionary', () => {
    for (const { path, code } of sources.filter((one) => !/words\/(en|zh-cn)\.ts$/.test(one.path))) {
      const after = shortened(short, path, code) ?? code;
      const left = [...short.keys()].filter((name) =>
        [`'${name}'`, `"${name}"`, `\`${name}\``].some((it) => after.includes(it)),
      );
      expect(left, path).toEqual([]);
      for (const [, name, at] of after.matchAll(/\bt\((?:'([^']+)'|(\d+))/g))
        expect(en, path).toHaveProperty([name ?? at ?? '']);
    }
    expect(short.size).toBeGreaterThan(100);
  });

  it('that are put together while the panel runs stay as they are', () => {
    for (const name of short.keys()) expect(name).not.toMatch(/^(?:problem|write|failed|outcome|effect|owner)\./);
  });
});
