// The English words for days of a follow-up line.
import { addMonths, endOfMonth, mondayOf, nextDate, nextDayOfMonth, nextMonthEnd } from './calendar.ts';
import { EDGE, END, periodOf } from './english-words.ts';
import {
  comingWeekday,
  type DayReading,
  type DayRule,
  exactDate,
  type LineContext,
  minutesAhead,
  weekdayOfWeek,
} from './rule.ts';

const WEEKDAY_STARTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const WEEKDAY =
  "(mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z0-9_]|['’]s)\\.?";
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s*(\\d{4})(?![\\d:]))?';
const COUNT = `(\\d{1,3}|${NUMBERS.slice(1).join('|')}|an?(?:\\s+couple\\s+of|\\s+few)?)`;

const weekday = (word: string | undefined) => WEEKDAY_STARTS.indexOf((word ?? '').slice(0, 3).toLowerCase());
const month = (word: string | undefined) => MONTH_STARTS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;

function count(word: string | undefined): number {
  const text = (word ?? '').toLowerCase();
  if (/^[\d.]+$/.test(text)) return Number(text);
  if (text.endsWith('couple of')) return 2;
  if (text.endsWith('few')) return 3;
  return text === 'a' || text === 'an' ? 1 : NUMBERS.indexOf(text);
}

function dated(context: LineContext, monthNumber: number, date: number, year: string | undefined): DayReading | null {
  if (year) return exactDate(Number(year), monthNumber, date);
  const day = nextDate(context.today, monthNumber, date);
  return day === undefined ? null : { day, certain: true, kind: 'date' };
}

/** 3/4 is read as the locale writes it; where it does not say, as whichever of the two is still to come, or both. */
function slashed(context: LineContext, a: number, b: number, year: string | undefined): DayReading | null {
  const dayFirst = b > 12 ? false : a > 12 ? true : context.dayFirst;
  const [asDayFirst, asMonthFirst] = [dated(context, b, a, year), dated(context, a, b, year)];
  if (dayFirst !== null) return dayFirst ? asDayFirst : asMonthFirst;
  const ahead = [asDayFirst, asMonthFirst].filter((one) => one !== null && one.day >= context.today);
  const [one, other] = ahead.sort((x, y) => (x?.day ?? 0) - (y?.day ?? 0));
  if (!one) return asDayFirst;
  return other && other.day !== one.day ? { ...one, certain: false, or: other.day } : one;
}

function ahead(context: LineContext, amount: number, unit: string): DayReading | null {
  const { today } = context;
  const relative = (day: number): DayReading => ({ day, certain: true, kind: 'relative' });
  const u = unit.toLowerCase();
  if (u.startsWith('y')) return relative(addMonths(today, amount * 12));
  if (u.startsWith('f')) return relative(today + amount * 14);
  if (u.startsWith('mo')) return relative(addMonths(today, amount));
  if (u.startsWith('m')) return minutesAhead(context, amount);
  if (u.startsWith('h')) return minutesAhead(context, Math.round(amount * 60));
  if (u.startsWith('w')) return relative(today + amount * 7);
  return relative(today + amount);
}

const rule = (source: string, read: DayRule['read']): DayRule => ({ pattern: new RegExp(source, 'giu'), read });

export const ENGLISH_DAYS: readonly DayRule[] = [
  rule(`${EDGE}(?:the\\s+)?day\\s+after\\s+tomorrow${END}`, (_, { today }) => rel(today + 2)),
  rule(`${EDGE}(?:today|tod)${END}`, (_, { today }) => rel(today)),
  rule(`${EDGE}(?:2moro|tomorrow|tomorow|tommorow|tommorrow|tmrw?|tmw)${END}`, (_, { today }) => rel(today + 1)),
  rule(`${EDGE}tonight${END}`, (_, { today }) => ({ ...rel(today), period: 'evening' })),
  rule(`${EDGE}tomorrow\\s+night${END}`, (_, { today }) => ({ ...rel(today + 1), period: 'evening' })),
  rule(`${EDGE}this\\s+(morning|afternoon|evening)${END}`, (found, { today }) => {
    const period = periodOf(found[1]);
    return period ? { ...rel(today), period } : null;
  }),
  // A weekday by its short name may be a word or a name ("sat", "Sun"): those count only where a day is expected.
  rule(`${EDGE}(?!(?:mon|wed|sat|sun)\\b(?!\\.))${WEEKDAY}`, (found, context) =>
    comingWeekday(context, weekday(found[1])),
  ),
  rule(`(?:^\\s*|(?<=\\b(?:on|by|until|till|before|due|for|coming|,|@)\\s+))(mon|wed|sat|sun)\\b`, (found, context) =>
    comingWeekday(context, weekday(found[1])),
  ),
  rule(`${EDGE}(mon|wed|sat|sun)(?=\\s*$|,?\\s+(?:at\\s+)?(?:\\d|noon|morning|afternoon|evening))`, (found, context) =>
    comingWeekday(context, weekday(found[1])),
  ),
  rule(`${EDGE}this\\s+(?:coming\\s+)?${WEEKDAY}`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 0)),
  rule(`${EDGE}next\\s+${WEEKDAY}`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 1)),
  rule(`${EDGE}next\\s+week,?\\s+(?:on\\s+)?${WEEKDAY}`, (found, context) =>
    weekdayOfWeek(context, weekday(found[1]), 1),
  ),
  rule(`${EDGE}${WEEKDAY},?\\s+(?:of\\s+)?next\\s+week${END}`, (found, context) =>
    weekdayOfWeek(context, weekday(found[1]), 1),
  ),
  rule(`${EDGE}${WEEKDAY}\\s+week${END}`, (found, context) => {
    const coming = comingWeekday(context, weekday(found[1]));
    return { ...coming, day: coming.day + 7, certain: false };
  }),
  rule(`${EDGE}next\\s+week${END}`, (_, { today }) => ({ ...rel(mondayOf(today) + 7), certain: false })),
  rule(`${EDGE}next\\s+month${END}`, (_, { today }) => ({ ...rel(addMonths(today, 1)), certain: false })),
  rule(`${EDGE}(?:this\\s+|the\\s+)?weekend${END}`, (_found, context) => ({
    ...weekdayOfWeek(context, 5, 0),
    certain: false,
  })),
  rule(`${EDGE}next\\s+weekend${END}`, (_found, context) => ({ ...weekdayOfWeek(context, 5, 1), certain: false })),
  rule(`${EDGE}(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?week${END}|${EDGE}eow${END}`, (_found, context) =>
    weekdayOfWeek(context, 4, 0),
  ),
  rule(`${EDGE}(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?month${END}|${EDGE}eom${END}`, (_, { today }) =>
    rel(endOfMonth(today)),
  ),
  rule(
    `${EDGE}in\\s+${COUNT}\\s*(minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?)${END}`,
    (found, context) => vague(found[1], ahead(context, count(found[1]), found[2] ?? '')),
  ),
  rule(`${EDGE}in\\s+(\\d{1,3}(?:\\.5)?)(?:(h|d|w|m)|\\s*(hours?|hrs?))${END}`, (found, context) =>
    ahead(context, count(found[1]), found[2] ?? found[3] ?? ''),
  ),
  rule(`${EDGE}in\\s+half\\s+an?\\s+hour${END}`, (_found, context) => minutesAhead(context, 30)),
  rule(`${EDGE}in\\s+${COUNT}(?:\\s+hours?)?\\s+and\\s+a\\s+half(?:\\s+hours?)?${END}`, (found, context) =>
    minutesAhead(context, count(found[1]) * 60 + 30),
  ),
  rule(`${EDGE}in\\s+half\\s+a\\s+year${END}`, (_, { today }) => rel(addMonths(today, 6))),
  rule(`${EDGE}(?:a|one)\\s+week\\s+(?:from|on)\\s+${WEEKDAY}`, (found, context) => {
    const coming = comingWeekday(context, weekday(found[1]));
    return { ...coming, day: (coming.or ?? coming.day) + 7, certain: coming.certain, or: undefined };
  }),
  rule(`${EDGE}(?:the\\s+)?week\\s+after\\s+next${END}`, (_, { today }) => vaguely(mondayOf(today) + 14)),
  rule(`${EDGE}(?:early|sometime|some\\s+time)\\s+next\\s+week${END}`, (_, { today }) => vaguely(mondayOf(today) + 7)),
  rule(`${EDGE}later\\s+this\\s+week${END}`, (_, { today }) =>
    vaguely(Math.max(today + 1, Math.min(today + 2, mondayOf(today) + 4))),
  ),
  rule(`${EDGE}first\\s+thing\\s+tomorrow${END}`, (_, { today }) => rel(today + 1)),
  rule(`${EDGE}(?:the\\s+)?(beginning|start|middle|end)\\s+of\\s+(?:${MONTH}|(next)\\s+month)`, (found, { today }) =>
    partOfMonth(found[1], found[3] ? 'next' : month(found[2]), today),
  ),
  rule(`${EDGE}(mid|early|late)[\\s-]+${MONTH}`, (found, { today }) => partOfMonth(found[1], month(found[2]), today)),
  rule(`${EDGE}(?:the\\s+)?last\\s+day\\s+of\\s+(?:the|this)\\s+month${END}`, (_, { today }) => rel(endOfMonth(today))),
  rule(`${EDGE}next\\s+month,?\\s+on\\s+the\\s+${DATE}${END}`, (found, { today }) => {
    const day = nextDayOfMonth(endOfMonth(today) + 1, Number(found[1]));
    return day === undefined ? null : { day, certain: true, kind: 'date' };
  }),
  rule(
    `${EDGE}(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?year${END}|${EDGE}(?:eoy|year[\\s-]end)${END}`,
    (_, { today }) => {
      const day = nextDate(today, 12, 31);
      return day === undefined ? null : rel(day);
    },
  ),
  rule(
    `${EDGE}${COUNT}\\s+(minutes?|mins?|hours?|days?|weeks?|months?|years?)\\s+(?:later|from\\s+(?:now|today))${END}`,
    (found, context) => vague(found[1], ahead(context, count(found[1]), found[2] ?? '')),
  ),
  rule(`${EDGE}a\\s+week\\s+from\\s+(?:now|today)${END}`, (_, { today }) => rel(today + 7)),
  rule(`${EDGE}(?:the\\s+)?${DATE}\\s*(?:of\\s+)?${MONTH}${YEAR}`, (found, context) =>
    dated(context, month(found[2]), Number(found[1]), found[3]),
  ),
  rule(`${EDGE}${MONTH}\\s*(?:the\\s+)?${DATE}(?![\\d:])${YEAR}`, (found, context) =>
    dated(context, month(found[1]), Number(found[2]), found[3]),
  ),
  rule(`${EDGE}the\\s+(\\d{1,2})(?:st|nd|rd|th)${END}`, (found, { today }) => {
    const day = nextDayOfMonth(today, Number(found[1]));
    return day === undefined ? null : { day, certain: true, kind: 'date' };
  }),
  rule(`${EDGE}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)(?:T(?=\\d\\d:))?`, (found) =>
    exactDate(Number(found[1]), Number(found[3]), Number(found[4])),
  ),
  rule(`${EDGE}(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})(?!\\d)`, (found, context) => {
    const [a, b] = [Number(found[1]), Number(found[3])];
    return found[2] === '.' ? dated(context, b, a, found[4]) : slashed(context, a, b, found[4]);
  }),
  rule(`${EDGE}(\\d{1,2})\\.(\\d{1,2})\\.(?!\\d)`, (found, context) =>
    dated(context, Number(found[2]), Number(found[1]), undefined),
  ),
  // "24/7" and "1/2" are not days: a slashed date counts only first, last, or after a word that asks for a day.
  rule(
    `(?:^\\s*|(?<=\\b(?:on|by|until|till|before|due)\\s+))(?!24/7|1/2\\b)(\\d{1,2})/(\\d{1,2})(?![\\d/%])`,
    (found, context) => slashed(context, Number(found[1]), Number(found[2]), undefined),
  ),
  rule(
    `${EDGE}(?!24/7|1/2\\b)(\\d{1,2})/(\\d{1,2})(?=\\s*$|\\s+(?:at\\s+)?\\d{1,2}(?::\\d\\d|\\s*[ap]m))`,
    (found, context) => slashed(context, Number(found[1]), Number(found[2]), undefined),
  ),
];

function rel(day: number): DayReading {
  return { day, certain: true, kind: 'relative' };
}

function vaguely(day: number): DayReading {
  return { ...rel(day), certain: false };
}

/** The first, the 15th or the last day of the month named, whichever was asked for, still to come. */
function partOfMonth(part: string | undefined, of: number | 'next', today: number): DayReading | null {
  const from = of === 'next' ? endOfMonth(today) + 1 : today;
  const which = part?.toLowerCase() ?? '';
  if (which === 'end' || which === 'late') {
    const day = of === 'next' ? endOfMonth(from) : nextMonthEnd(today, of);
    return rel(day);
  }
  const date = which.startsWith('mid') ? 15 : 1;
  const day = of === 'next' ? from + date - 1 : nextDate(today, of, date);
  return day === undefined ? null : { ...rel(day), certain: date === 1 };
}

function vague(word: string | undefined, reading: DayReading | null): DayReading | null {
  return reading && /few|couple/i.test(word ?? '') ? { ...reading, certain: false } : reading;
}
