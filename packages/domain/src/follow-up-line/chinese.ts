// The Chinese words for days and times of a follow-up line.
import { addMonths, dayOf, endOfMonth, mondayOf, nextDate, nextDayOfMonth, partsOf } from './calendar.ts';
import {
  clockTime,
  comingWeekday,
  type DayReading,
  type DayRule,
  exactDate,
  minutesAhead,
  PERIOD_START,
  type Period,
  type TimeRule,
  weekdayOfWeek,
} from './rule.ts';

const DIGITS = '零一二三四五六七八九';
const N = '(\\d{1,3}|[零〇一二两三四五六七八九十]{1,3})';

/** 两 2, 十五 15, 二十七 27, 12 12. */
function number(word: string | undefined): number {
  const text = (word ?? '').replace('两', '二').replace('〇', '零');
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? DIGITS.indexOf(text) : Number.NaN;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text[ten - 1] ?? '');
  const ones = ten === text.length - 1 ? 0 : DIGITS.indexOf(text[ten + 1] ?? '');
  return tens * 10 + ones;
}

function weekday(word: string | undefined): number {
  if (word === '日' || word === '天' || word === '7') return 6;
  if (word === '末') return 5;
  return number(word) - 1;
}

const rule = (source: string, read: DayRule['read']): DayRule => ({ pattern: new RegExp(source, 'gu'), read });

const rel = (day: number): DayReading => ({ day, certain: true, kind: 'relative' });
const maybe = (day: number | undefined): DayReading | null =>
  day === undefined ? null : { day, certain: true, kind: 'date' };

const WEEK = '(?:周|星期|礼拜)';
const NAMED = '([一二三四五六日天末]|[1-7](?!\\d))(?!次)';
const DAY_WORDS: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2 };
const YEAR_WORDS: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 后年: 2 };

export const CHINESE_DAYS: readonly DayRule[] = [
  rule('大后[天日]', (_found, { today }) => rel(today + 3)),
  rule('([今明后])[天日](?!天)', (found, { today }) => rel(today + (DAY_WORDS[found[1] ?? ''] ?? 0))),
  rule('([今明后])(早|晚)上?(?!点|一点(?!钟|半|整|\\d))', (found, { today }) => ({
    ...rel(today + (DAY_WORDS[found[1] ?? ''] ?? 0)),
    period: found[2] === '早' ? 'morning' : 'evening',
  })),
  // 两周一次 and 每周五 are not days.
  rule(`(?<![\\d一二两三四五六七八九十每几下本这上个])${WEEK}${NAMED}`, (found, context) => ({
    ...comingWeekday(context, weekday(found[1])),
    ...(found[1] === '末' ? { certain: false } : {}),
  })),
  rule(`(?:本|这)个?${WEEK}${NAMED}`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 0)),
  rule(`(下{1,2})个?${WEEK}${NAMED}`, (found, context) =>
    weekdayOfWeek(context, weekday(found[2]), found[1]?.length ?? 1),
  ),
  rule(`(下{1,2})个?${WEEK}(?![一二三四五六日天末\\d])`, (found, { today }) => ({
    ...rel(mondayOf(today) + 7 * (found[1]?.length ?? 1)),
    certain: false,
  })),
  rule('(下个?|本|这个?)月(?:底|末)', (found, { today }) => rel(endOfMonth(today, found[1]?.startsWith('下') ? 1 : 0))),
  rule('(?<![下本这个\\d一二三四五六七八九十])月[底末]', (_found, { today }) => rel(endOfMonth(today))),
  rule(`(下个?|本|这个?)月${N}[号日]`, (found, { today }) => {
    const { year, month } = partsOf(addMonths(today, found[1]?.startsWith('下') ? 1 : 0));
    return maybe(dayOf(year, month, number(found[2])));
  }),
  rule('下个?月(?![\\d底末一二三四五六七八九十])', (_found, { today }) => ({
    ...rel(addMonths(today, 1)),
    certain: false,
  })),
  rule(
    `(?:(\\d{4})年|(今年|明年|后年))?\\s*(?<![\\d一二三四五六七八九十])${N}月\\s*${N}([号日])?(?!\\d)`,
    (found, { today }) => {
      const [, year, yearWord, month, date, suffix] = found;
      if (!suffix && !/^\d+$/.test(date ?? '')) return null;
      if (year) return exactDate(Number(year), number(month), number(date));
      if (yearWord) return exactDate(partsOf(today).year + (YEAR_WORDS[yearWord] ?? 0), number(month), number(date));
      return maybe(nextDate(today, number(month), number(date)));
    },
  ),
  rule(`(?<![\\d一二三四五六七八九十月])${N}[号日](?![楼店线门房院桌柜机仓台馆厅])`, (found, { today }) =>
    maybe(nextDayOfMonth(today, number(found[1]))),
  ),
  rule(
    `(?<![\\d一二三四五六七八九十])过?${N}(天|日|周|个?星期|个?礼拜|个月|个?小时|个?钟头|分钟)(?:之后|以后|后(?!天)|之内|以内|内)`,
    (found, context) => ahead(found[1], found[2], context),
  ),
  rule(`过${N}(天|周|个?星期|个?礼拜|个月|个?小时|个?钟头|分钟)`, (found, context) => {
    const reading = ahead(found[1], found[2], context);
    return reading && { ...reading, certain: false };
  }),
  rule('(?:过)?半个?(?:小时|钟头)(?:之后|以后|后)', (_found, context) => minutesAhead(context, 30)),
  rule(`${N}个半(?:小时|钟头)(?:之后|以后|后)`, (found, context) => minutesAhead(context, number(found[1]) * 60 + 30)),
  rule('半个月(?:之后|以后|后)', (_found, { today }) => ({ ...rel(today + 15), certain: false })),
];

function ahead(
  amountWord: string | undefined,
  unit: string | undefined,
  context: Parameters<DayRule['read']>[1],
): DayReading | null {
  const amount = number(amountWord);
  if (!Number.isInteger(amount)) return null;
  switch (unit?.replace('个', '')) {
    case '分钟':
      return minutesAhead(context, amount);
    case '小时':
    case '钟头':
      return minutesAhead(context, amount * 60);
    case '周':
    case '星期':
    case '礼拜':
      return rel(context.today + amount * 7);
    case '月':
      return rel(addMonths(context.today, amount));
    default:
      return rel(context.today + amount);
  }
}

const PERIODS: Readonly<Record<string, Period>> = {
  凌晨: 'dawn',
  清晨: 'morning',
  早晨: 'morning',
  早上: 'morning',
  上午: 'morning',
  早: 'morning',
  中午: 'noon',
  下午: 'afternoon',
  傍晚: 'evening',
  晚上: 'evening',
  夜里: 'evening',
  晚: 'evening',
};

// 早一点 and 晚点 mean earlier and later, not one o'clock.
const PERIOD = '(凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|[早晚](?!上|一?点(?!钟|半|整|\\d)))';
const HOUR = '(\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})';
const NOT_INSIDE = '(?<![\\d一二两三四五六七八九十有差早晚快慢:])';

const time = (reach: TimeRule['reach'], source: string, read: TimeRule['read']): TimeRule => ({
  reach,
  pattern: new RegExp(source, 'gu'),
  read,
});

function minutesOf(word: string | undefined): number {
  if (!word || word === '钟' || word === '整') return 0;
  if (word === '半') return 30;
  if (word === '一刻') return 15;
  if (word === '三刻') return 45;
  return number(word.replace(/分$/, ''));
}

const MINUTE = '(半|整|钟|一刻|三刻|\\d{1,2}分?|[零〇一二三四五六七八九十]{1,3}分?)';

function hourRead(period: string | undefined, hour: string | undefined, minute: string | undefined) {
  const [h, m] = [number(hour), minutesOf(minute)];
  if (!Number.isInteger(h) || !Number.isInteger(m)) return null;
  return clockTime(h, m, period ? PERIODS[period] : undefined);
}

export const CHINESE_TIMES: readonly TimeRule[] = [
  time('anywhere', `${PERIOD}\\s*${HOUR}[点时]${MINUTE}?`, (found) => hourRead(found[1], found[2], found[3])),
  time('anywhere', `${PERIOD}\\s*(\\d{1,2}):(\\d{2})(?!\\d)`, (found) => hourRead(found[1], found[2], found[3])),
  time('anywhere', `${NOT_INSIDE}${HOUR}[点时]${MINUTE}`, (found) => hourRead(undefined, found[1], found[2])),
  time('anywhere', `${NOT_INSIDE}(\\d{1,2})[点时]`, (found) => hourRead(undefined, found[1], undefined)),
  time('adjacent', `${NOT_INSIDE}${HOUR}[点时]`, (found) => hourRead(undefined, found[1], undefined)),
  time('start', `${NOT_INSIDE}(?!一点)${HOUR}点(?![\\p{P}\\s]*[建意])`, (found) =>
    hourRead(undefined, found[1], undefined),
  ),
  time('start', `${PERIOD}(?!\\s*[\\d茶好餐饭点])`, (found) => {
    const period = PERIODS[found[1] ?? ''];
    return period ? { minutes: PERIOD_START[period], certain: false } : null;
  }),
];
