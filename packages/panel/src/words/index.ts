// The panel's words: one typed dictionary per language, and the few things that are said differently in each.
import type { Signal } from '@preact/signals';
import { findChannel, isolateBidi, localAt } from '@sidestage/domain';
import type { SidestageProblem } from '@sidestage/sdk';
import { en } from './en.ts';
import * as format from './format.ts';
import { zhCn } from './zh-cn.ts';

export type Locale = 'en' | 'zh-CN';
export type WordKey = keyof typeof en;

export const DICTIONARIES: Record<Locale, Record<WordKey, string>> = { en, 'zh-CN': zhCn };

/** Any Chinese is shown in simplified Chinese, anything else in English. */
export function localeOf(tag: string): Locale {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}

export type Words = ReturnType<typeof createWords>;

export function createWords(locale: Signal<Locale>) {
  const t = (key: WordKey, values: Record<string, string | number> = {}): string =>
    DICTIONARIES[locale.value][key].replace(/\{(\w+)\}/g, (whole, name) =>
      name in values ? isolateBidi(String(values[name])) : whole,
    );

  /** For a key whose end comes from the server: undefined where that is newer than this panel's words. */
  const said = (key: string, values?: Record<string, string | number>): string | undefined =>
    key in en ? t(key as WordKey, values) : undefined;

  /** A label kept per language; nothing where there is none. */
  const label = (labels: { en: string; 'zh-CN': string } | undefined): string => labels?.[locale.value] ?? '';

  const tag = (groups: { tags: { key: string; labels: { en: string; 'zh-CN': string } }[] }[], key: string): string =>
    label(groups.flatMap((group) => group.tags).find((one) => one.key === key)?.labels) || key;

  /** What the server refused, in our words where we have them, else in its own. */
  const problem = ({ code, detail }: Pick<SidestageProblem, 'code' | 'detail'>): string =>
    said(`problem.${code}`) ?? detail;

  /** A function of the company that owns stages. */
  const owner = (key: string): string => said(`owner.${key}`) ?? key;

  const channel = (key: string): string => label(findChannel(key)?.labels) || key;

  const due = ({ local, zone }: { local: string; zone: string }, now: number): string =>
    format.due(locale.value, local, localAt(now, zone).slice(0, 10));

  return {
    t,
    said,
    label,
    tag,
    problem,
    owner,
    channel,
    due,
    ago: (at: number, now: number, zone: string) => format.ago(locale.value, at, now, zone),
    date: (at: number, now: number, zone: string) => format.date(locale.value, at, now, zone),
    moment: (at: number, now: number, zone: string) => format.moment(locale.value, at, now, zone),
    day: (at: number, now: number, zone: string) => format.day(locale.value, at, now, zone),
    clock: (at: number, zone: string) => localAt(at, zone).slice(11, 16),
    absolute: (at: number, zone: string) => format.absolute(locale.value, at, zone),
    span: (ms: number) => format.span(locale.value, ms),
    number: (value: number) => new Intl.NumberFormat(locale.value).format(value),
    zone: format.zoneName,
    list: (parts: string[]) => parts.join(locale.value === 'en' ? ', ' : '、'),
  };
}
