// The Chinese words for times of a follow-up line.
import { number } from './chinese-words.ts';
import { clockTime, eitherHalf, PERIOD_START, type Period, type TimeRule, WORK_ENDS } from './rule.ts';

const PERIODS: Readonly<Record<string, Period>> = {
  凌晨: 'dawn',
  清晨: 'morning',
  早晨: 'morning',
  早上: 'morning',
  上午: 'morning',
  早: 'morning',
  中午: 'noon',
  下午: 'afternoon',
  傍晚: 'dusk',
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
  if (period === undefined) return m === 0 ? eitherHalf(clockTime(h, m)) : clockTime(h, m);
  return clockTime(h, m, PERIODS[period]);
}

export const CHINESE_TIMES: readonly TimeRule[] = [
  time('anywhere', '下班(?:之?前|时)', () => ({ minutes: WORK_ENDS, certain: true })),
  time('anywhere', `${PERIOD}?\\s*差(一刻|\\d{1,2}分|五分|十分)${HOUR}点`, (found) => {
    const early = found[2] === '一刻' ? 15 : number(found[2]?.replace('分', ''));
    const reading = hourRead(found[1], found[3], undefined);
    return reading && { minutes: reading.minutes - early, certain: reading.certain };
  }),
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
