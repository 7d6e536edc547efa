// Reads a follow-up written in one line ("Fri 10:00 call about price", "下周三给您报价") to a due time and a title.
import { formatDay, weekdayOf } from './follow-up-line/calendar.ts';
import { CHINESE_DAYS, CHINESE_TIMES } from './follow-up-line/chinese.ts';
import { ENGLISH_DAYS, ENGLISH_TIMES } from './follow-up-line/english.ts';
import {
  clockTime,
  type DayReading,
  type LineContext,
  PERIOD_START,
  type Reach,
  type TimeReading,
} from './follow-up-line/rule.ts';
import { localNow } from './follow-up-time.ts';

export type FollowUpLineContext = {
  readonly now: number;
  readonly zone: string;
  /** Both languages are always read; this decides only whether 3/4 is in March or in April. */
  readonly locale: string;
};

export type FollowUpLine = {
  /** Null where the line says no time. */
  readonly due: { readonly local: string; readonly zone: string } | null;
  /** The line without the words that said when. */
  readonly title: string;
  /** The words that said when, as written. */
  readonly matched: string;
  /** False where the words could have meant another time as well. */
  readonly certain: boolean;
};

type Span<T> = { start: number; end: number; reading: T };

const DAY_RULES = [...ENGLISH_DAYS, ...CHINESE_DAYS];
const TIME_RULES = [...ENGLISH_TIMES, ...CHINESE_TIMES];
const DEFAULT_MINUTES = 9 * 60;
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
  const day = findDay(plain, context);
  const time = day?.reading.minutes === undefined ? findTime(plain, day) : undefined;
  if (!day && !time) return { due: null, title: tidy(text), matched: '', certain: false };

  const due = combine(day?.reading, time?.reading, context);
  const cuts = [day, time].filter((span) => span !== undefined).map((span) => withConnectors(plain, span));
  const { title, matched } = cut(text, cuts);
  const date = formatDay(due.day + Math.floor(due.minutes / 1440));
  const minute = ((due.minutes % 1440) + 1440) % 1440;
  const clock = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
  return { due: { local: `${date}T${clock}`, zone }, title, matched, certain: due.certain };
}

/** The first day named; a weekday and a date side by side ("Fri 27 Nov") are one, and the date decides. */
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
    spans.filter((span) => span.start >= first.end && /^[\s,(]*$/.test(plain.slice(first.end, span.start))),
  );
  if (!second || (first.reading.kind === 'weekday') === (second.reading.kind === 'weekday')) return first;
  const [weekday, date] = first.reading.kind === 'weekday' ? [first, second] : [second, first];
  const agree = weekdayOf(weekday.reading.day) === weekdayOf(date.reading.day);
  return { start: first.start, end: second.end, reading: { ...date.reading, certain: agree && date.reading.certain } };
}

function findTime(plain: string, day: Span<DayReading> | undefined): Span<TimeReading> | undefined {
  // The day's own figures must not be read as a time.
  const masked = day ? plain.slice(0, day.start) + '\ufffc'.repeat(day.end - day.start) + plain.slice(day.end) : plain;
  const beside: Span<TimeReading>[] = [];
  const elsewhere: Span<TimeReading>[] = [];
  for (const { pattern, reach, read } of TIME_RULES)
    for (const found of masked.matchAll(pattern)) {
      const span = spanOf(found);
      const follows =
        day !== undefined &&
        /^[\s,)@的]*$/.test(masked.slice(day.end, Math.max(span.start, day.end))) &&
        span.start >= day.end;
      if (!follows && !reaches(reach, masked, span)) continue;
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

function combine(day: DayReading | undefined, time: TimeReading | undefined, context: LineContext) {
  const { today, minuteNow } = context;
  if (!day) {
    const minutes = time?.minutes ?? DEFAULT_MINUTES;
    const isAhead = minutes > minuteNow;
    return { day: isAhead ? today : today + 1, minutes, certain: isAhead && (time?.certain ?? false) };
  }
  if (day.minutes !== undefined) return { day: day.day, minutes: day.minutes, certain: day.certain };
  if (time) return { day: day.day, minutes: time.minutes, certain: day.certain && time.certain };
  const minutes = day.period ? PERIOD_START[day.period] : DEFAULT_MINUTES;
  // "today" without a time, said after nine: the next full hour, so that it is not overdue at once.
  if (day.day === today && minutes <= minuteNow)
    return { day: today, minutes: Math.min((Math.floor(minuteNow / 60) + 1) * 60, 1439), certain: false };
  return { day: day.day, minutes, certain: day.certain && day.period === undefined };
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

const BEFORE = /(?:(?<![\p{L}\p{N}])(?:on|by|until|till|before|due|at|for|coming)\s+|[@(（]\s*|[在于到等])$/iu;
const AFTER = /^(?:\s*[)）]|之前|以前|前(?!台|面|往|来|去|期|端|提))/u;

/** The words that tie a time to the rest ("by", 之前) go with it. */
function withConnectors(plain: string, { start, end }: { start: number; end: number }) {
  const before = BEFORE.exec(plain.slice(0, start));
  const after = AFTER.exec(plain.slice(end));
  return { start: before ? before.index : start, end: end + (after?.[0].length ?? 0) };
}

function cut(text: string, cuts: { start: number; end: number }[]): { title: string; matched: string } {
  const merged: { start: number; end: number }[] = [];
  for (const one of cuts.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && /^[\s,，、)）的]*$/.test(text.slice(last.end, Math.max(one.start, last.end))))
      last.end = Math.max(one.end, last.end);
    else merged.push({ ...one });
  }
  let rest = '';
  let from = 0;
  for (const { start, end } of merged) {
    rest = join(rest, text.slice(from, start));
    from = end;
  }
  return {
    title: tidy(join(rest, text.slice(from))),
    matched: merged.map(({ start, end }) => text.slice(start, end).trim()).join(' '),
  };
}

function join(left: string, right: string): string {
  const [a, b] = [left.trimEnd(), right.trimStart()];
  if (a === '' || b === '') return a + b;
  const isTight = /\p{Script=Han}$/u.test(a) && /^\p{Script=Han}/u.test(b);
  return isTight || /^[,.;:!?，。；：！？、]/.test(b) ? a + b : `${a} ${b}`;
}

function tidy(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，、;；:：.。–—-]+/, '')
    .replace(/[\s,，、;；:：–—-]+$/, '');
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

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
