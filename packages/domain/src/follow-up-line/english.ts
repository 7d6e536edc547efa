// The English words for days and times of a follow-up line.
import { addMonths, endOfMonth, mondayOf, nextDate, nextDayOfMonth } from './calendar.ts';
import {
  clockTime,
  comingWeekday,
  type DayReading,
  type DayRule,
  exactDate,
  type LineContext,
  minutesAhead,
  PERIOD_START,
  type Period,
  type TimeRule,
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
  '(mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b\\.?';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s*(\\d{4})(?![\\d:]))?';
const COUNT = `(\\d{1,3}|${NUMBERS.slice(1).join('|')}|an?(?:\\s+couple\\s+of|\\s+few)?)`;

const weekday = (word: string | undefined) => WEEKDAY_STARTS.indexOf((word ?? '').slice(0, 3).toLowerCase());
const month = (word: string | undefined) => MONTH_STARTS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;

function count(word: string | undefined): number {
  const text = (word ?? '').toLowerCase();
  if (/^\d+$/.test(text)) return Number(text);
  if (text.endsWith('couple of')) return 2;
  if (text.endsWith('few')) return 3;
  return text === 'a' || text === 'an' ? 1 : NUMBERS.indexOf(text);
}

function dated(context: LineContext, monthNumber: number, date: number, year: string | undefined): DayReading | null {
  if (year) return exactDate(Number(year), monthNumber, date);
  const day = nextDate(context.today, monthNumber, date);
  return day === undefined ? null : { day, certain: true, kind: 'date' };
}

/** 3/4 is read as the locale writes it; where it does not say, the day first and not certain. */
function slashed(context: LineContext, a: number, b: number, year: string | undefined): DayReading | null {
  const dayFirst = b > 12 ? false : a > 12 ? true : (context.dayFirst ?? true);
  const reading = dayFirst ? dated(context, b, a, year) : dated(context, a, b, year);
  const isGuess = context.dayFirst === null && a <= 12 && b <= 12 && a !== b;
  return reading && isGuess ? { ...reading, certain: false } : reading;
}

function ahead(context: LineContext, amount: number, unit: string): DayReading | null {
  const { today } = context;
  const relative = (day: number): DayReading => ({ day, certain: true, kind: 'relative' });
  const u = unit.toLowerCase();
  if (u.startsWith('mo')) return relative(addMonths(today, amount));
  if (u.startsWith('m')) return minutesAhead(context, amount);
  if (u.startsWith('h')) return minutesAhead(context, amount * 60);
  if (u.startsWith('w')) return relative(today + amount * 7);
  return relative(today + amount);
}

const rule = (source: string, read: DayRule['read']): DayRule => ({ pattern: new RegExp(source, 'giu'), read });

const EDGE = '(?<![\\p{L}\\p{N}_/.-])';
const END = '(?![\\p{L}\\p{N}_])';

export const ENGLISH_DAYS: readonly DayRule[] = [
  rule(`${EDGE}(?:the\\s+)?day\\s+after\\s+tomorrow${END}`, (_, { today }) => rel(today + 2)),
  rule(`${EDGE}(?:today|tod)${END}`, (_, { today }) => rel(today)),
  rule(`${EDGE}(?:tomorrow|tomorow|tommorow|tommorrow|tmrw?|tmw)${END}`, (_, { today }) => rel(today + 1)),
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
  rule(`${EDGE}in\\s+${COUNT}\\s*(minutes?|mins?|hours?|hrs?|days?|weeks?|months?)${END}`, (found, context) =>
    vague(found[1], ahead(context, count(found[1]), found[2] ?? '')),
  ),
  rule(`${EDGE}in\\s+(\\d{1,3})(h|d|w|m)${END}`, (found, context) => ahead(context, count(found[1]), found[2] ?? '')),
  rule(`${EDGE}in\\s+half\\s+an?\\s+hour${END}`, (_found, context) => minutesAhead(context, 30)),
  rule(
    `${EDGE}${COUNT}\\s+(minutes?|mins?|hours?|days?|weeks?|months?)\\s+(?:later|from\\s+now)${END}`,
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

function vague(word: string | undefined, reading: DayReading | null): DayReading | null {
  return reading && /few|couple/i.test(word ?? '') ? { ...reading, certain: false } : reading;
}

function periodOf(word: string | undefined): Period | undefined {
  switch (word?.toLowerCase().replace(/\./g, '')) {
    case 'am':
    case 'morning':
      return 'morning';
    case 'pm':
    case 'afternoon':
      return 'afternoon';
    case 'evening':
    case 'night':
      return 'evening';
    default:
      return undefined;
  }
}

const HALF = '([ap]\\.?m\\.?)(?![\\p{L}\\p{N}])';
const PART = '(?:(?:in\\s+the\\s+)?(morning|afternoon|evening)\\s*,?\\s*)?(?:(?:at|around|about|from|@)\\s*)?';
const START = '(?<![\\p{L}\\p{N}_:/.,$€£¥+-])';

const time = (reach: TimeRule['reach'], source: string, read: TimeRule['read']): TimeRule => ({
  reach,
  pattern: new RegExp(source, 'giu'),
  read,
});

/** Half a day said outright ("am") beats one said around it ("morning"); 12 am is midnight. */
function halved(hour: number, minute: number, half: string | undefined, part: string | undefined) {
  if (half && hour <= 12) return { minutes: ((hour % 12) + (/^p/i.test(half) ? 12 : 0)) * 60 + minute, certain: true };
  return clockTime(hour, minute, periodOf(part));
}

/** Where the hour is written with a nought or in full ("03:30", "15:00"), it is meant as written. */
function written(hour: string | undefined, minute: number, part: string | undefined) {
  if (hour?.startsWith('0')) return clockTime(Number(hour), minute, 'morning');
  return clockTime(Number(hour), minute, periodOf(part));
}

export const ENGLISH_TIMES: readonly TimeRule[] = [
  time(
    'anywhere',
    `${START}${PART}(\\d{1,2}):(\\d{2})(?::00)?(?![\\d:])(?:\\s*(?:-|–|to)\\s*\\d{1,2}:\\d{2}(?!\\d))?(?:\\s*${HALF})?`,
    (found) =>
      found[4]
        ? halved(Number(found[2]), Number(found[3]), found[4], found[1])
        : written(found[2], Number(found[3]), found[1]),
  ),
  time(
    'anywhere',
    `${START}${PART}(\\d{1,2})(?:\\.(\\d{2}))?\\s*(?:(?:-|–|to)\\s*\\d{1,2}(?:[:.]\\d{2})?\\s*)?${HALF}`,
    (found) => (Number(found[2]) > 12 ? null : halved(Number(found[2]), Number(found[3] ?? 0), found[4], found[1])),
  ),
  time('anywhere', `${START}${PART}(\\d{1,2})\\s*o['’]?clock${END}`, (found) =>
    clockTime(Number(found[2]), 0, periodOf(found[1])),
  ),
  time(
    'anywhere',
    `${START}(?:at\\s+)?(half|quarter)\\s+(past|to)\\s+(\\d{1,2})(?:\\s*${HALF})?(?![\\d:])`,
    (found) => {
      const quarter = /half/i.test(found[1] ?? '') ? 30 : 15;
      const reading = halved(Number(found[3]), 0, found[4], undefined);
      return reading && { ...reading, minutes: reading.minutes + (/to/i.test(found[2] ?? '') ? -quarter : quarter) };
    },
  ),
  time('anywhere', `${EDGE}(?:at\\s+|@\\s*)(\\d{1,2})(?![\\p{L}\\p{N}%:/]|[.,]\\d|\\s*%)`, (found) =>
    Number(found[1]) > 24 ? null : clockTime(Number(found[1]), 0),
  ),
  time('anywhere', `${EDGE}(?:at\\s+)?(?:noon|midday)${END}`, () => ({ minutes: 720, certain: true })),
  time('anywhere', `${EDGE}(?:by\\s+)?(?:the\\s+)?(?:eod|end\\s+of\\s+(?:the\\s+)?day|cob)${END}`, () => ({
    minutes: 17 * 60,
    certain: true,
  })),
  time('anywhere', `${EDGE}in\\s+the\\s+(morning|afternoon|evening)${END}`, partOfDay),
  time('adjacent', `${EDGE}(morning|afternoon|evening|night)${END}`, partOfDay),
  time('adjacent', `${START}${PART}(\\d{1,2})h(\\d{2})?(?![\\p{L}\\p{N}])`, (found) =>
    clockTime(Number(found[2]), Number(found[3] ?? 0), periodOf(found[1])),
  ),
  time(
    'adjacent',
    `${START}${PART}(\\d{1,2})(?:[.](\\d{2}))?(?:\\s*[-–]\\s*\\d{1,2}(?!\\d))?(?![\\p{L}\\p{N}%:/]|[.,]\\d|\\s*(?:%|[$€£¥]|-\\s*\\d|pcs|x\\b|people|times|days?|weeks?|months?|hours?|minutes?|min))`,
    (found) => clockTime(Number(found[2]), Number(found[3] ?? 0), periodOf(found[1])),
  ),
];

function partOfDay(found: RegExpExecArray) {
  const period = periodOf(found[1]);
  return period ? { minutes: PERIOD_START[period], certain: false } : null;
}
