// The English words for times of a follow-up line.
import { EDGE, END, periodOf } from './english-words.ts';
import { clockTime, eitherHalf, PERIOD_START, type TimeRule, WORK_ENDS } from './rule.ts';

const HALF = '([ap]\\.?m\\.?)(?![\\p{Script=Latin}\\p{N}])';
const PART = '(?:(?:in the )?(morning|afternoon|evening)\\s*,?\\s*)?(?:(?:at|around|about|from|@)\\s*)?';
const START = '(?<![\\p{L}\\p{N}_:/.,$€£¥+-])';

/** A space stands for whatever room words leave between them. */
const time = (reach: TimeRule['reach'], source: string, read: TimeRule['read']): TimeRule => ({
  reach,
  pattern: new RegExp(source.replaceAll(' ', '\\s+'), 'giu'),
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
  time('anywhere', `${START}(?:at )?(half|quarter) (past|to) (\\d{1,2})(?:\\s*${HALF})?(?![\\d:])`, (found) => {
    const quarter = /half/i.test(found[1] ?? '') ? 30 : 15;
    const reading = halved(Number(found[3]), 0, found[4], undefined);
    return reading && { ...reading, minutes: reading.minutes + (/to/i.test(found[2] ?? '') ? -quarter : quarter) };
  }),
  time('anywhere', `${EDGE}(?:at |@\\s*)(\\d{1,2})(?![\\p{L}\\p{N}%:/]|[.,]\\d|\\s*%)`, (found) =>
    Number(found[1]) > 24 ? null : eitherHalf(clockTime(Number(found[1]), 0)),
  ),
  time('anywhere', `${EDGE}(?:at )?(?:noon|midday)${END}`, () => ({ minutes: 720, certain: true })),
  time('anywhere', `${EDGE}(?:by )?(?:the )?(?:eod|end of (?:the )?day|cob)${END}`, () => ({
    minutes: WORK_ENDS,
    certain: true,
  })),
  time('anywhere', `${EDGE}in the (morning|afternoon|evening)${END}`, partOfDay),
  time('adjacent', `${EDGE}(morning|afternoon|evening|night|am|pm)${END}`, partOfDay),
  time('anywhere', `${EDGE}(?:at )?lunch\\s?time${END}`, () => ({ minutes: 720, certain: true })),
  time('anywhere', `${EDGE}after lunch${END}`, () => ({ minutes: 13 * 60, certain: false })),
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
