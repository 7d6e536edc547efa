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
const COUNT = `(\\d{1,3}|${NUMBERS.slice(1).join('|')}|an?(?: couple of| few)?)`;

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

/** A space stands for whatever room words leave between them. */
const rule = (source: string, read: DayRule['read']): DayRule => ({
  pattern: new RegExp(source.replaceAll(' ', '\\s+'), 'giu'),
  read,
});
/** Words that begin and end as words do. */
const words = (source: string, read: DayRule['read']): DayRule => rule(EDGE + source + END, read);

export const ENGLISH_DAYS: readonly DayRule[] = [
  words(`(?:the )?day after tomorrow`, (_, { today }) => rel(today + 2)),
  words(`(?:today|tod)`, (_, { today }) => rel(today)),
  words(`(?:2moro|tomorrow|tomorow|tommorow|tommorrow|tmrw?|tmw)`, (_, { today }) => rel(today + 1)),
  words(`tonight`, (_, { today }) => ({ ...rel(today), period: 'evening' })),
  words(`tomorrow night`, (_, { today }) => ({ ...rel(today + 1), period: 'evening' })),
  words(`this (morning|afternoon|evening)`, (found, { today }) => {
    const period = periodOf(found[1]);
    return period ? { ...rel(today), period } : null;
  }),
  // A weekday by its short name may be a word or a name ("sat", "Sun"): those count only where a day is expected.
  rule(`${EDGE}(?!(?:mon|wed|sat|sun)\\b(?!\\.))${WEEKDAY}`, (found, context) =>
    comingWeekday(context, weekday(found[1])),
  ),
  rule(`(?:^\\s*|(?<=\\b(?:on|by|until|till|before|due|for|coming|,|@) ))(mon|wed|sat|sun)\\b`, (found, context) =>
    comingWeekday(context, weekday(found[1])),
  ),
  rule(`${EDGE}(mon|wed|sat|sun)(?=\\s*$|,? (?:at )?(?:\\d|noon|morning|afternoon|evening))`, (found, context) =>
    comingWeekday(context, weekday(found[1])),
  ),
  rule(`${EDGE}this (?:coming )?${WEEKDAY}`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 0)),
  rule(`${EDGE}next ${WEEKDAY}`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 1)),
  rule(`${EDGE}next week,? (?:on )?${WEEKDAY}`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 1)),
  words(`${WEEKDAY},? (?:of )?next week`, (found, context) => weekdayOfWeek(context, weekday(found[1]), 1)),
  words(`${WEEKDAY} week`, (found, context) => {
    const coming = comingWeekday(context, weekday(found[1]));
    return { ...coming, day: coming.day + 7, certain: false };
  }),
  words(`next week`, (_, { today }) => ({ ...rel(mondayOf(today) + 7), certain: false })),
  words(`next month`, (_, { today }) => ({ ...rel(addMonths(today, 1)), certain: false })),
  words(`(?:this |the )?weekend`, (_found, context) => ({
    ...weekdayOfWeek(context, 5, 0),
    certain: false,
  })),
  words(`next weekend`, (_found, context) => ({ ...weekdayOfWeek(context, 5, 1), certain: false })),
  words(`(?:the )?end of (?:the |this )?week${END}|${EDGE}eow`, (_found, context) => weekdayOfWeek(context, 4, 0)),
  words(`(?:the )?end of (?:the |this )?month${END}|${EDGE}eom`, (_, { today }) => rel(endOfMonth(today))),
  words(`in ${COUNT}\\s*(minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?)`, (found, context) =>
    vague(found[1], ahead(context, count(found[1]), found[2] ?? '')),
  ),
  words(`in (\\d{1,3}(?:\\.5)?)(?:(h|d|w|m)|\\s*(hours?|hrs?))`, (found, context) =>
    ahead(context, count(found[1]), found[2] ?? found[3] ?? ''),
  ),
  words(`in half an? hour`, (_found, context) => minutesAhead(context, 30)),
  words(`in ${COUNT}(?: hours?)? and a half(?: hours?)?`, (found, context) =>
    minutesAhead(context, count(found[1]) * 60 + 30),
  ),
  words(`in half a year`, (_, { today }) => rel(addMonths(today, 6))),
  rule(`${EDGE}(?:a|one) week (?:from|on) ${WEEKDAY}`, (found, context) => {
    const coming = comingWeekday(context, weekday(found[1]));
    return { ...coming, day: (coming.or ?? coming.day) + 7, certain: coming.certain, or: undefined };
  }),
  words(`(?:the )?week after next`, (_, { today }) => vaguely(mondayOf(today) + 14)),
  words(`(?:early|sometime|some time) next week`, (_, { today }) => vaguely(mondayOf(today) + 7)),
  words(`later this week`, (_, { today }) => vaguely(Math.max(today + 1, Math.min(today + 2, mondayOf(today) + 4)))),
  words(`first thing tomorrow`, (_, { today }) => rel(today + 1)),
  rule(`${EDGE}(?:the )?(beginning|start|middle|end) of (?:${MONTH}|(next) month)`, (found, { today }) =>
    partOfMonth(found[1], found[3] ? 'next' : month(found[2]), today),
  ),
  rule(`${EDGE}(mid|early|late)[\\s-]+${MONTH}`, (found, { today }) => partOfMonth(found[1], month(found[2]), today)),
  words(`(?:the )?last day of (?:the|this) month`, (_, { today }) => rel(endOfMonth(today))),
  words(`next month,? on the ${DATE}`, (found, { today }) => {
    const day = nextDayOfMonth(endOfMonth(today) + 1, Number(found[1]));
    return day === undefined ? null : { day, certain: true, kind: 'date' };
  }),
  words(`(?:the )?end of (?:the |this )?year${END}|${EDGE}(?:eoy|year[\\s-]end)`, (_, { today }) => {
    const day = nextDate(today, 12, 31);
    return day === undefined ? null : rel(day);
  }),
  words(`${COUNT} (minutes?|mins?|hours?|days?|weeks?|months?|years?) (?:later|from (?:now|today))`, (found, context) =>
    vague(found[1], ahead(context, count(found[1]), found[2] ?? '')),
  ),
  words(`a week from (?:now|today)`, (_, { today }) => rel(today + 7)),
  rule(`${EDGE}(?:the )?${DATE}\\s*(?:of )?${MONTH}${YEAR}`, (found, context) =>
    dated(context, month(found[2]), Number(found[1]), found[3]),
  ),
  rule(`${EDGE}${MONTH}\\s*(?:the )?${DATE}(?![\\d:])${YEAR}`, (found, context) =>
    dated(context, month(found[1]), Number(found[2]), found[3]),
  ),
  words(`the (\\d{1,2})(?:st|nd|rd|th)`, (found, { today }) => {
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
    `(?:^\\s*|(?<=\\b(?:on|by|until|till|before|due) ))(?!24/7|1/2\\b)(\\d{1,2})/(\\d{1,2})(?![\\d/%])`,
    (found, context) => slashed(context, Number(found[1]), Number(found[2]), undefined),
  ),
  rule(
    `${EDGE}(?!24/7|1/2\\b)(\\d{1,2})/(\\d{1,2})(?=\\s*$| (?:at )?\\d{1,2}(?::\\d\\d|\\s*[ap]m))`,
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
