// Reads a follow-up written in one line ("Fri 10:00 call about price", "下周三给您报价") to a due time and a title.
import { formatDay, weekdayOf } from './follow-up-line/calendar.ts';
import { CHINESE_DAYS } from './follow-up-line/chinese-days.ts';
import { CHINESE_TIMES } from './follow-up-line/chinese-times.ts';
import { type Cut, cut, tidy, withConnectors } from './follow-up-line/cut.ts';
import { dueTimes, written } from './follow-up-line/due-times.ts';
import { ENGLISH_DAYS } from './follow-up-line/english-days.ts';
import { ENGLISH_TIMES } from './follow-up-line/english-times.ts';
import { findRepeat, UNTIL } from './follow-up-line/repeat.ts';
import { clockTime, type DayReading, type LineContext, type Reach, type TimeReading } from './follow-up-line/rule.ts';
import { localNow } from './follow-up-time.ts';
import type { Repeat } from './recurrence.ts';

export type FollowUpLineContext = {
  readonly now: number;
  readonly zone: string;
  /** Both languages are always read; this decides only whether 3/4 is in March or in April. */
  readonly locale: string;
};

type Due = { readonly local: string; readonly zone: string };

export type FollowUpLine = {
  /** Null where the line says no time. */
  readonly due: Due | null;
  /** Where the words mean several times, all of them, soonest first, and `due` is the first: the rep is asked. Else empty. */
  readonly choices: readonly Due[];
  /** Whether and how the step comes back. */
  readonly repeat: Repeat | null;
  /** The line without the words that said when. */
  readonly title: string;
  /** The words that said when, as written. */
  readonly matched: string;
  /** False where the words could have meant another time as well. */
  readonly certain: boolean;
};

type Span<T> = Cut & { reading: T };

const DAY_RULES = [...ENGLISH_DAYS, ...CHINESE_DAYS];
const TIME_RULES = [...ENGLISH_TIMES, ...CHINESE_TIMES];
/** Read on every keystroke; what stands after this is title. */
const LINE_LIMIT = 300;

/** The due time and the title of a line. No time said means 09:00; a time without a day is the next such time. */
export function parseFollowUpLine(text: string, { now, zone, locale }: FollowUpLineContext): FollowUpLine {
  const plain = halfWidth(text.slice(0, LINE_LIMIT));
  const local = localNow(zone, now);
  const context: LineContext = {
    today: Math.floor(Date.parse(`${local}:00Z`) / 86_400_000),
    minuteNow: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)),
    dayFirst: dayFirst(locale),
  };
  const back = findRepeat(plain);
  const until = back && findUntil(plain, back.end, context);
  const rest = masked(plain, back, until);
  const day = withPlural(plain, findDay(rest, context));
  const time = day?.reading.minutes === undefined ? findTime(rest, day) : undefined;
  if (!day && !time && !back)
    return { due: null, choices: [], repeat: null, title: tidy(text), matched: '', certain: false };

  const times = dueTimes({ day: day?.reading, time: time?.reading, repeat: back, context });
  const cuts = [day, time].filter((span) => span !== undefined).map((span) => withConnectors(rest, span));
  const { title, matched } = cut(text, [...cuts, ...[back, until].filter((span) => span !== undefined)]);
  const choices = times.map((one) => ({ local: written(one), zone }));
  const [due = null] = choices;
  const repeat = back && {
    unit: back.unit,
    interval: back.interval,
    ...(back.lastOfMonth ? { day: 31 } : {}),
    ...(until ? { until: formatDay(until.reading.day) } : {}),
  };
  const certain = choices.length === 1 && (times[0]?.certain ?? false);
  return { due, choices: choices.length > 1 ? choices : [], repeat: repeat ?? null, title, matched, certain };
}

/** "until 31 Dec" behind the words that say the step comes back. */
function findUntil(plain: string, from: number, context: LineContext): Span<DayReading> | undefined {
  const found = UNTIL.exec(plain.slice(from));
  if (!found) return undefined;
  const start = from + found.index;
  const end = start + found[0].length;
  const day = findDay(plain.slice(end), context);
  return day && plain.slice(end, end + day.start).trim() === '' ? { ...day, start, end: end + day.end } : undefined;
}

/** What is left to read of a line that repeats; "on" takes the place of "every", so that a short weekday counts as one. */
function masked(plain: string, ...cuts: (Cut | undefined)[]): string {
  const repeats = cuts[0] !== undefined;
  let rest = plain;
  for (const one of cuts) {
    if (!one) continue;
    const size = one.end - one.start;
    const blank = size > 3 ? `${' '.repeat(size - 3)}on ` : ' '.repeat(size);
    rest = rest.slice(0, one.start) + blank + rest.slice(one.end);
  }
  return repeats ? rest.replace(/(?<=day)s(?![\p{Script=Latin}\p{N}])/iu, ' ') : rest;
}

/** "Mondays": the s goes with the day. */
function withPlural<T>(plain: string, day: Span<T> | undefined): Span<T> | undefined {
  return day && /day$/i.test(plain.slice(0, day.end)) && /^s(?![\p{Script=Latin}\p{N}])/iu.test(plain.slice(day.end))
    ? { ...day, end: day.end + 1 }
    : day;
}

/** The first day named; a weekday and a date side by side ("Fri 27 Nov") are one, as are two weekdays with "or". */
function findDay(plain: string, context: LineContext): Span<DayReading> | undefined {
  const spans: Span<DayReading>[] = [];
  for (const { pattern, read } of DAY_RULES)
    for (const found of plain.matchAll(pattern)) {
      const reading = read(found, context);
      if (reading) spans.push({ ...spanOf(found), reading });
    }
  const first = firstLongest(spans);
  if (!first) return undefined;
  const second = firstLongest(
    spans.filter((span) => span.start >= first.end && BETWEEN_DAYS.test(plain.slice(first.end, span.start))),
  );
  if (!second) return first;
  const { start } = first;
  const { end } = second;
  const either = /\S/.test(plain.slice(first.end, second.start).replace(/[,(]/g, ''));
  if (either)
    return { start, end, reading: { ...first.reading, certain: false, or: second.reading.or ?? second.reading.day } };
  if ((first.reading.kind === 'weekday') === (second.reading.kind === 'weekday')) return first;
  const [weekday, date] = first.reading.kind === 'weekday' ? [first, second] : [second, first];
  return { start, end, reading: dateOfWeekday(date.reading, weekdayOf(weekday.reading.day)) };
}

const BETWEEN_DAYS = /^[\s,(]*(?:(?:or|或者?|\/)\s*)?$/i;

/** The date, where it is on that weekday; else it, or the day of that name beside it. */
function dateOfWeekday(date: DayReading, weekday: number): DayReading {
  if (weekdayOf(date.day) === weekday) return { ...date, or: undefined };
  if (date.or !== undefined && weekdayOf(date.or) === weekday) return { ...date, day: date.or, or: undefined };
  const beside = date.day + ((weekday - weekdayOf(date.day) + 10) % 7) - 3;
  return { ...date, certain: false, or: beside };
}

function findTime(plain: string, day: Span<DayReading> | undefined): Span<TimeReading> | undefined {
  // The day's own figures must not be read as a time.
  const around = day ? plain.slice(0, day.start) + '\ufffc'.repeat(day.end - day.start) + plain.slice(day.end) : plain;
  const beside: Span<TimeReading>[] = [];
  const elsewhere: Span<TimeReading>[] = [];
  for (const { pattern, reach, read } of TIME_RULES)
    for (const found of around.matchAll(pattern)) {
      const span = spanOf(found);
      const follows =
        day !== undefined &&
        /^[\s,)@的]*$/.test(around.slice(day.end, Math.max(span.start, day.end))) &&
        span.start >= day.end;
      if (!follows && !reaches(reach, around, span)) continue;
      const reading = underPeriod(found, day, read(found), follows);
      if (reading) (follows ? beside : elsewhere).push({ ...span, reading });
    }
  return firstLongest(beside) ?? firstLongest(elsewhere);
}

function reaches(reach: Reach, text: string, span: { start: number }): boolean {
  return reach === 'anywhere' || (reach === 'start' && text.slice(0, span.start).trim() === '');
}

/** After "tonight" or 明晚 an hour without its half of the day is one of that part of the day. */
function underPeriod(
  found: RegExpExecArray,
  day: Span<DayReading> | undefined,
  reading: TimeReading | null,
  follows: boolean,
): TimeReading | null {
  const period = day?.reading.period;
  if (!reading || !period || !follows || /[ap]\.?m|[早晚晨夜午]/i.test(found[0])) return reading;
  const spoken = reading.certain ? reading.minutes : reading.minutes - 720;
  return clockTime(Math.floor(spoken / 60), spoken % 60, period);
}

function spanOf(found: RegExpExecArray): { start: number; end: number } {
  const lead = found[0].length - found[0].trimStart().length;
  return { start: found.index + lead, end: found.index + found[0].trimEnd().length };
}

function firstLongest<T>(spans: readonly Span<T>[]): Span<T> | undefined {
  let best: Span<T> | undefined;
  for (const span of spans)
    if (!best || span.start < best.start || (span.start === best.start && span.end > best.end)) best = span;
  return best;
}

/** Full-width figures and signs as plain ones, character for character, so that positions stay. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[，、]/g, ',');
}

function dayFirst(locale: string): boolean | null {
  if (/^(zh|ja|ko|en-US)/i.test(locale)) return false;
  return /^en$/i.test(locale) ? null : true;
}
