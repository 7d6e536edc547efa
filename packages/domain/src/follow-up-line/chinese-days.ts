// The Chinese words for days of a follow-up line.
import { addMonths, dayOf, endOfMonth, mondayOf, nextDate, nextDayOfMonth, nextMonthEnd, partsOf } from './calendar.ts';
import { N, number, WEEK } from './chinese-words.ts';
import { comingWeekday, type DayReading, type DayRule, exactDate, minutesAhead, weekdayOfWeek } from './rule.ts';

function weekday(word: string | undefined): number {
  if (word === '日' || word === '天' || word === '7') return 6;
  if (word === '末') return 5;
  return number(word) - 1;
}

const rule = (source: string, read: DayRule['read']): DayRule => ({ pattern: new RegExp(source, 'gu'), read });

const rel = (day: number): DayReading => ({ day, certain: true, kind: 'relative' });
const maybe = (day: number | undefined): DayReading | null =>
  day === undefined ? null : { day, certain: true, kind: 'date' };

const NAMED = '([一二三四五六日天末]|[1-7](?!\\d))(?!次)';
/** A number's first character: 周四11月 has two numbers side by side. */
const FRESH = '(?:(?<!\\d)(?=\\d)|(?<![\\d一二三四五六七八九十])(?!\\d))';
const DAY_WORDS: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2 };
const YEAR_WORDS: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 后年: 2 };

export const CHINESE_DAYS: readonly DayRule[] = [
  rule('大后[天日]', (_found, { today }) => rel(today + 3)),
  rule('([今明后])(?:[天日](?!天)|儿(?=[早上中下晚]|个))', (found, { today }) =>
    rel(today + (DAY_WORDS[found[1] ?? ''] ?? 0)),
  ),
  rule('([今明后])[天日]?一早', (found, { today }) => rel(today + (DAY_WORDS[found[1] ?? ''] ?? 0))),
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
  rule('(?<!去)([今明后])?年(?:底|末)', (found, { today }) => {
    if (found[1] === undefined) return maybe(nextDate(today, 12, 31));
    return maybe(dayOf(partsOf(today).year + (DAY_WORDS[found[1]] ?? 0), 12, 31));
  }),
  rule(`(?<![\\d一二三四五六七八九十])${N}月(?:底|末|的?最后一天)`, (found, { today }) => {
    const month = number(found[1]);
    return month >= 1 && month <= 12 ? rel(nextMonthEnd(today, month)) : null;
  }),
  rule(`(?<![\\d一二三四五六七八九十])${N}月(初|中旬)`, (found, { today }) =>
    maybe(nextDate(today, number(found[1]), found[2] === '初' ? 1 : 15)),
  ),
  rule('下个?月(初|中旬?)', (found, { today }) => rel(endOfMonth(today) + (found[1] === '初' ? 1 : 15))),
  rule('(?<![下本这个\\d一二三四五六七八九十])月(初|中旬?)', (found, { today }) =>
    maybe(nextDayOfMonth(today, found[1] === '初' ? 1 : 15)),
  ),
  rule('(?:本|这|当)?个?月的?最后一天', (_found, { today }) => rel(endOfMonth(today))),
  rule(`(?:本|这)个?${WEEK}之?内`, (_found, context) => ({ ...weekdayOfWeek(context, 4, 0), certain: false })),
  rule('(下个?|本|这个?)月(?:底|末)', (found, { today }) => rel(endOfMonth(today, found[1]?.startsWith('下') ? 1 : 0))),
  rule('(?<![下本这个\\d一二三四五六七八九十])月[底末]', (_found, { today }) => rel(endOfMonth(today))),
  rule(`(下下个?|下个?|本|这个?)月${N}[号日]`, (found, { today }) => {
    const { year, month } = partsOf(
      addMonths(today, found[1]?.startsWith('下下') ? 2 : found[1]?.startsWith('下') ? 1 : 0),
    );
    return maybe(dayOf(year, month, number(found[2])));
  }),
  rule('下个?月(?![\\d底末一二三四五六七八九十])', (_found, { today }) => ({
    ...rel(addMonths(today, 1)),
    certain: false,
  })),
  rule(
    `(?:(\\d{4})年|(今年|明年|后年))?\\s*${FRESH}${N}月\\s*${N}([号日])?(?!\\d)(?:[-~至到]${N}[号日])?`,
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
    `(?<![\\d一二三四五六七八九十])过?${N}(天|日|周|个?星期|个?礼拜|个月|年|个?小时|个?钟头|分钟)(?:之后|以后|后(?!天)|之内|以内|内)`,
    (found, context) => ahead(found[1], found[2], context),
  ),
  rule(`过${N}(天|周|个?星期|个?礼拜|个月|个?小时|个?钟头|分钟)`, (found, context) => {
    const reading = ahead(found[1], found[2], context);
    return reading && { ...reading, certain: false };
  }),
  rule('(?:过)?半个?(?:小时|钟头)(?:之后|以后|后)', (_found, context) => minutesAhead(context, 30)),
  rule(`${N}个半(?:小时|钟头)(?:之后|以后|后)`, (found, context) => minutesAhead(context, number(found[1]) * 60 + 30)),
  rule('(\\d+)\\.5个?(?:小时|钟头)(?:之后|以后|后)', (found, context) =>
    minutesAhead(context, Number(found[1]) * 60 + 30),
  ),
  rule('半年(?:之后|以后|后)', (_found, { today }) => rel(addMonths(today, 6))),
  rule('过几天', (_found, { today }) => ({ ...rel(today + 3), certain: false })),
  // 12-05 stands for a day only before a word or a time: 12-15 may count anything.
  rule('(?:^|(?<=\\s))(\\d{1,2})-(\\d{2})(?=\\s*\\p{Script=Han}|\\s+\\d{1,2}:)', (found, { today }) =>
    maybe(nextDate(today, Number(found[1]), Number(found[2]))),
  ),
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
    case '年':
      return rel(addMonths(context.today, amount * 12));
    case '月':
      return rel(addMonths(context.today, amount));
    default:
      return rel(context.today + amount);
  }
}
