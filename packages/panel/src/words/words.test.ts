import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { ago, day, due, moment, span } from './format.ts';
import { createWords, DICTIONARIES, type Locale, localeOf } from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-21T08:00:00Z');
const ZONE = 'Asia/Shanghai';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).sort();

describe('the words', () => {
  it('say the same things in every language, with the same names and numbers in them', () => {
    for (const [locale, words] of Object.entries(DICTIONARIES)) {
      expect(Object.keys(words).sort(), locale).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) {
        const other = words[key as keyof typeof en];
        expect(other.trim(), `${locale} ${key}`).not.toBe('');
        expect(placeholders(other), `${locale} ${key}`).toEqual(placeholders(text));
      }
    }
  });

  it('hold no sentence that nothing says', () => {
    const source = sources(join(import.meta.dirname, '..')).join('\n');
    // Some keys are put together: `write.${what}`, `log.${kind}`, `failed.${code}.title`.
    const built = [...source.matchAll(/`([a-z-]+(?:\.[a-z_-]+)*[.-])\$\{/g)].map((one) => one[1] ?? '');
    const unused = Object.keys(en).filter(
      (key) => !source.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('keep a name’s own writing direction inside it', () => {
    const { t } = createWords(signal<Locale>('en'));
    expect(t('move.done', { stage: '\u202eevil' })).toContain('\u2068');
  });

  it('leave a brace in a name as it is', () => {
    const { t } = createWords(signal<Locale>('en'));
    expect(t('person.created', { name: '{name} {count}' })).toBe('{name} {count} is a contact now');
  });

  it.each([
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['zha', 'en'],
  ])('are those of %s for a browser that speaks it', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});

describe('times', () => {
  it('are relative when near and dates when far, by the calendar of the zone', () => {
    const said = (before: number) => [ago('en', NOW - before, NOW, ZONE), ago('zh-CN', NOW - before, NOW, ZONE)];
    expect(said(0)).toEqual(['just now', '刚刚']);
    expect(said(2 * 60_000)).toEqual(['2 min ago', '2 分钟前']);
    expect(said(3 * HOUR)).toEqual(['3 h ago', '3 小时前']);
    // 16:00 there: seventeen hours ago was yesterday.
    expect(said(17 * HOUR)).toEqual(['yesterday', '昨天']);
    expect(said(2 * DAY)).toEqual(['2 days ago', '前天']);
    expect(said(14 * DAY)).toEqual(['7 Nov', '11月7日']);
    expect(said(400 * DAY)[0]).toBe('17 Oct 2025');
  });

  it('of a due step are told as they stand in its own zone', () => {
    const today = '2026-11-21';
    expect(due('en', '2026-11-21T15:00', today)).toBe('Today 15:00');
    expect(due('en', '2026-11-27T10:00', today)).toBe('Fri 27 Nov, 10:00');
    expect(due('zh-CN', '2026-11-23T10:00', today)).toBe('后天 10:00');
    expect(due('zh-CN', '2026-12-09T10:00', today)).toBe('12月9日周三 10:00');
  });

  it('of a history stand under their day, by the calendar of the zone', () => {
    const said = (before: number) => [day('en', NOW - before, NOW, ZONE), day('zh-CN', NOW - before, NOW, ZONE)];
    expect(said(15 * HOUR)).toEqual(['Today', '今天']);
    expect(said(17 * HOUR)).toEqual(['Yesterday', '昨天']);
    expect(said(14 * DAY)).toEqual(['Sat 7 Nov', '11月7日周六']);
    expect(said(400 * DAY)).toEqual(['Fri 17 Oct 2025', '2025年10月17日周五']);
  });

  it('of a row carry the clock, and a duration its largest unit', () => {
    expect(moment('en', NOW - 6 * DAY, NOW, ZONE)).toBe('15 Nov, 16:00');
    expect(span('en', 6 * DAY + HOUR)).toBe('6 days');
    expect(span('en', DAY)).toBe('1 day');
    expect(span('zh-CN', 5 * HOUR)).toBe('5 小时');
    expect(span('en', -5)).toBe('<1 min');
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    const isWords = /words\/(en|zh-cn)\.ts$|\.test\./.test(path);
    return isWords ? [] : [readFileSync(path, 'utf8')];
  });
}
