// Times and durations in the rep's language: relative when near, absolute when far, always in the zone given.
import { localAt } from '@sidestage/domain';
import type { Locale } from './index.ts';

const DAY_MS = 86_400_000;

const intl = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = intl.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  intl.set(key, known);
  return known;
}

/** Calendar days between two instants in a zone; tomorrow is 1. */
function daysBetween(from: number, to: number, zone: string): number {
  const day = (at: number) => Date.parse(localAt(at, zone).slice(0, 10));
  return Math.round((day(to) - day(from)) / DAY_MS);
}

const NEAR: Record<Locale, Record<string, string>> = {
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
  'zh-CN': { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' },
};

/** When something happened: "2 min ago", "yesterday", "14 Nov". */
export function ago(locale: Locale, at: number, now: number, zone: string): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return locale === 'en' ? 'just now' : '刚刚';
  if (minutes < 60) return locale === 'en' ? `${minutes} min ago` : `${minutes} 分钟前`;
  const days = daysBetween(at, now, zone);
  if (days === 0) return locale === 'en' ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 60)} 小时前`;
  if (days < 7) return NEAR[locale][String(-days)] ?? (locale === 'en' ? `${days} days ago` : `${days} 天前`);
  return date(locale, at, now, zone);
}

/** "14 Nov", with the year where it is not this one. */
export function date(locale: Locale, at: number, now: number, zone: string): string {
  const sameYear = localAt(at, zone).slice(0, 4) === localAt(now, zone).slice(0, 4);
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    day: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
  };
  return formatter(locale, sameYear ? options : { ...options, year: 'numeric' }).format(at);
}

/** "15 Nov, 11:20". */
export function moment(locale: Locale, at: number, now: number, zone: string): string {
  const separator = locale === 'en' ? ', ' : ' ';
  return date(locale, at, now, zone) + separator + localAt(at, zone).slice(11, 16);
}

/** The whole of it, for hovering and screen readers. */
export function absolute(locale: Locale, at: number, zone: string): string {
  return formatter(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** "Today", "Fri 27 Nov"; `days` from today, with the year where it is not this one. */
function dayName(locale: Locale, at: number, zone: string, { days, sameYear }: { days: number; sameYear: boolean }) {
  const near = NEAR[locale][String(days)];
  if (near !== undefined) return `${near.slice(0, 1).toUpperCase()}${near.slice(1)}`;
  const options: Intl.DateTimeFormatOptions =
    locale === 'en'
      ? { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' }
      : { timeZone: zone, month: 'long', day: 'numeric', weekday: 'short' };
  const day = formatter(locale, sameYear ? options : { ...options, year: 'numeric' }).format(at);
  return locale === 'en' ? day.replace(',', '') : day;
}

/** The day something happened: "Today", "Yesterday", "Fri 20 Nov". */
export function day(locale: Locale, at: number, now: number, zone: string): string {
  const sameYear = localAt(at, zone).slice(0, 4) === localAt(now, zone).slice(0, 4);
  return dayName(locale, at, zone, { days: daysBetween(now, at, zone), sameYear });
}

/** A due time as its zone has it: "Today 15:00", "Fri 27 Nov, 10:00". */
export function due(locale: Locale, local: string, today: string): string {
  // The local time is formatted as if it were UTC, so no other zone can shift it.
  const at = Date.parse(`${local.slice(0, 16)}:00Z`);
  const days = Math.round((Date.parse(local.slice(0, 10)) - Date.parse(today)) / DAY_MS);
  const name = dayName(locale, at, 'UTC', { days, sameYear: local.slice(0, 4) === today.slice(0, 4) });
  const isNear = NEAR[locale][String(days)] !== undefined;
  return `${name}${locale === 'en' && !isNear ? ',' : ''} ${local.slice(11, 16)}`;
}

/** How long: "6 days", "3 h", "5 min", "<1 min". */
export function span(locale: Locale, ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return locale === 'en' ? '<1 min' : '不到 1 分钟';
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (locale === 'en') {
    if (days > 0) return days === 1 ? '1 day' : `${days} days`;
    return hours > 0 ? `${hours} h` : `${minutes} min`;
  }
  if (days > 0) return `${days} 天`;
  return hours > 0 ? `${hours} 小时` : `${minutes} 分钟`;
}

/** A zone as people say it: "Shanghai". */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
