// When a follow-up that comes back is due next. Counted in local dates, so that 10:00 stays 10:00 across daylight saving.
import { addMonths, type Day, dayOf, endOfMonth, formatDay, partsOf } from './follow-up-line/calendar.ts';

/** How a follow-up repeats: every `interval` units. */
export type Repeat = {
  readonly unit: 'day' | 'week' | 'month';
  readonly interval: number;
  /** The day of the month it belongs to, 31 for the last; a shorter month takes its own last. Only with `month`. */
  readonly day?: number | undefined;
  /** The last date it may be due on, as `2026-12-31`. */
  readonly until?: string | undefined;
};

/** The units of an interval. */
export const REPEAT_UNITS = ['day', 'week', 'month'] as const;
/** The longest interval, in any unit. */
export const LONGEST_INTERVAL = 52;

/** The first local time after `local` in its series that is also later than `after`; null once the series has ended. */
export function nextOccurrence(local: string, repeat: Repeat, after: string): string | null {
  if (after < local) return nextOccurrence(local, repeat, local);
  const [date = '', time = ''] = local.split('T');
  const start = dayOfText(date);
  if (start === undefined) return null;
  for (let turns = firstTurn(start, repeat, after); ; turns += 1) {
    const next = `${formatDay(stepped(start, repeat, turns))}T${time}`;
    if (next <= after) continue;
    return repeat.until !== undefined && next.slice(0, 10) > repeat.until ? null : next;
  }
}

/**
 * How many turns to skip: nearly up to `after`, so that a series missed for years is not stepped through. None (0) is the month
 * of `start` itself, in which the day of the series may still be ahead.
 */
function firstTurn(start: Day, { unit, interval }: Repeat, after: string): number {
  const late = (dayOfText(after.slice(0, 10)) ?? start) - start;
  const longest = interval * (unit === 'day' ? 1 : unit === 'week' ? 7 : 31);
  return Math.max(0, Math.floor(late / longest) - 1);
}

function stepped(start: Day, { unit, interval, day }: Repeat, turns: number): Day {
  if (unit === 'day') return start + interval * turns;
  if (unit === 'week') return start + 7 * interval * turns;
  const { date } = partsOf(start);
  const first = addMonths(start - date + 1, interval * turns);
  return Math.min(first + (day ?? date) - 1, endOfMonth(first));
}

function dayOfText(date: string): Day | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day);
}
