// Reads "every other Friday", 每两周周五, "… until 31 Dec" out of a follow-up line; the day and the time stay for their own rules.
import { N, number, WEEK } from './chinese-words.ts';
import { EDGE, END } from './english-words.ts';

export type RepeatUnit = 'day' | 'week' | 'month';

/** What a line says of coming back. `start` and `end` are the words that say so; `names`: a day follows that says which. */
export type RepeatSpan = { start: number; end: number; unit: RepeatUnit; interval: number; lastOfMonth: boolean };

type Rule = { pattern: RegExp; read: (found: RegExpExecArray) => [unit: RepeatUnit, interval: number] | null };

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\\b';
const COUNTED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function interval(word: string | undefined): number {
  const text = (word ?? '').trim().toLowerCase();
  if (text === '') return 1;
  if (text === 'other' || text === 'second') return 2;
  return /^\d+$/.test(text) ? Number(text) : COUNTED.indexOf(text);
}

function english(unit: string, times: number): [RepeatUnit, number] | null {
  const u = unit.toLowerCase();
  if (u.startsWith('d')) return ['day', times];
  if (u.startsWith('w')) return ['week', times];
  if (u.startsWith('f')) return ['week', times * 2];
  if (u.startsWith('q')) return ['month', times * 3];
  if (u.startsWith('y')) return ['month', times * 12];
  return u.startsWith('m') ? ['month', times] : null;
}

function chinese(unit: string, times: number): [RepeatUnit, number] {
  if (unit === '天' || unit === '日') return ['day', times];
  if (unit === '月') return ['month', times];
  if (unit === '季度') return ['month', times * 3];
  return unit === '年' ? ['month', times * 12] : ['week', times];
}

const on = (source: string, read: Rule['read']): Rule => ({ pattern: new RegExp(source, 'giu'), read });
const EVERY = `${EDGE}(?:every|each|once\\s+(?:every|an?))`;
const TIMES = `(other|second|\\d{1,2}|${COUNTED.slice(1).join('|')})`;

const RULES: readonly Rule[] = [
  on(`${EVERY}\\s+(?:${TIMES}\\s+)?(days?|weeks?|fortnights?|months?|quarters?|years?)${END}`, (found) =>
    english(found[2] ?? '', interval(found[1])),
  ),
  on(`${EVERY}\\s+(?:${TIMES}\\s+)?(?=${WEEKDAY})`, (found) => ['week', interval(found[1])]),
  on('^\\s*(?=(?:mon|tues|wednes|thurs|fri|satur|sun)days\\b)', () => ['week', 1]),
  // "daily report" is a title; "daily 17:00" is not.
  on(`${EDGE}(daily|weekly|monthly|quarterly|yearly)(?=\\s+(?:on\\s|at\\s|\\d|${WEEKDAY}))`, (found) =>
    english(found[1] === 'daily' ? 'd' : (found[1] ?? ''), 1),
  ),
  on(`每(隔)?${N}?个?(天|日|${WEEK}|月(?!底|末|的?最后)|季度|年(?!底|末|级))(?!次)`, (found) => {
    const times = found[2] === undefined ? 1 : number(found[2]);
    return chinese(found[3] ?? '', found[1] ? times + 1 : times);
  }),
  on(`每个?(?=月(?:底|末|的?最后一天))`, () => ['month', 1]),
  on(`每个?(?=${WEEK}[一二三四五六日天])`, () => ['week', 1]),
];

const LAST = /^\s*(?:月(?:底|末|的?最后一天)|(?:on\s+)?the\s+last\s+day)/iu;

/** The first words that say the step comes back; undefined where none do. */
export function findRepeat(plain: string): RepeatSpan | undefined {
  let best: RepeatSpan | undefined;
  for (const { pattern, read } of RULES)
    for (const found of plain.matchAll(pattern)) {
      const [unit, times] = read(found) ?? [];
      if (unit === undefined || times === undefined || !(times >= 1 && times <= 52)) continue;
      // 每周五: what says the day is left for the rules of days.
      const end = found.index + found[0].length - heldBack(plain, found);
      if (best && (best.start < found.index || (best.start === found.index && best.end >= end))) continue;
      best = { start: found.index, end, unit, interval: times, lastOfMonth: LAST.test(plain.slice(end)) };
    }
  return best;
}

const WEEKDAY_CHARACTER = /^[一二三四五六日天]/u;
const WEEK_AT_END = new RegExp(`${WEEK}$`, 'u');

function heldBack(plain: string, found: RegExpExecArray): number {
  if (!WEEKDAY_CHARACTER.test(plain.slice(found.index + found[0].length))) return 0;
  return WEEK_AT_END.exec(found[0])?.[0].length ?? 0;
}

/** Where "until …" begins and its words end; what follows says the last day. */
export const UNTIL =
  /(?:(?<![\p{L}\p{N}])(?:until|till|through)\s+|(?:直到|一直到|到|至)(?=\s*(?:[\d一二三四五六七八九十今明后下本月年])))/iu;
