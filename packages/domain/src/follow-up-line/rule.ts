// What the rules that read a day or a time out of a line have in common.
import { type Day, dayOf, mondayOf, weekdayOf } from './calendar.ts';

export type Period = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening';

export type LineContext = {
  readonly today: Day;
  /** Minutes since midnight. */
  readonly minuteNow: number;
  /** Whether 3/4 is the third of April; null where the locale does not say. */
  readonly dayFirst: boolean | null;
};

/** A day as read. `minutes` is set where the words meant an exact time, `period` where they named a part of the day. */
export type DayReading = {
  readonly day: Day;
  readonly certain: boolean;
  readonly kind: 'weekday' | 'date' | 'relative';
  /** The other day the same words can mean, later than `day`; the rep is asked. */
  readonly or?: Day | undefined;
  readonly minutes?: number;
  readonly period?: Period;
};

/** Minutes since midnight of the day; over 1,440 means the night after it. */
export type TimeReading = {
  readonly minutes: number;
  readonly certain: boolean;
  /** Said as a bare hour that both halves of a working day have; without a day, and past already, the rep is asked. */
  readonly eitherHalf?: boolean;
};

export type DayRule = {
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray, context: LineContext) => DayReading | null;
};

/** Where a time counts: anywhere, only first in the line or next to a day, or only right after a day. */
export type Reach = 'anywhere' | 'start' | 'adjacent';

export type TimeRule = {
  readonly pattern: RegExp;
  readonly reach: Reach;
  readonly read: (found: RegExpExecArray) => TimeReading | null;
};

/** The coming day of this name; where that is today's name, today or the one a week ahead. */
export function comingWeekday({ today }: LineContext, weekday: number): DayReading {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (ahead === 0) return { day: today, certain: false, kind: 'weekday', or: today + 7 };
  return { day: today + ahead, certain: true, kind: 'weekday' };
}

/** The day of this name some weeks ahead (0 for this week); a day of this week that is over means next week's. */
export function weekdayOfWeek({ today }: LineContext, weekday: number, weeks: number): DayReading {
  const day = mondayOf(today) + weeks * 7 + weekday;
  return day < today ? { day: day + 7, certain: false, kind: 'weekday' } : { day, certain: true, kind: 'weekday' };
}

export function exactDate(year: number, month: number, date: number): DayReading | null {
  const day = dayOf(year, month, date);
  return day === undefined ? null : { day, certain: true, kind: 'date' };
}

/** Some minutes from now, as a day and a time. */
export function minutesAhead({ today, minuteNow }: LineContext, minutes: number): DayReading {
  const total = minuteNow + minutes;
  return { day: today + Math.floor(total / 1440), minutes: total % 1440, certain: true, kind: 'relative' };
}

/** When people go home: "EOD", 下班前. */
export const WORK_ENDS = 18 * 60;

/** "at 8", 8点: in the morning or in the evening. */
export function eitherHalf(reading: TimeReading | null): TimeReading | null {
  return reading && reading.minutes >= 7 * 60 && reading.minutes < 12 * 60 ? { ...reading, eitherHalf: true } : reading;
}

/** When a part of the day begins for somebody at work. */
export const PERIOD_START: Readonly<Record<Period, number>> = {
  dawn: 6 * 60,
  morning: 9 * 60,
  noon: 12 * 60,
  afternoon: 14 * 60,
  dusk: 18 * 60,
  evening: 19 * 60,
};

/** An hour as people say it: "3" at work is the afternoon, "12 in the evening" is midnight. */
export function clockTime(hour: number, minute: number, period?: Period | undefined): TimeReading | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const at = (h: number, certain = true): TimeReading => ({ minutes: h * 60 + minute, certain });
  if (hour > 12) return at(hour);
  switch (period) {
    case undefined:
      return hour >= 1 && hour <= 6 ? at(hour + 12, false) : at(hour);
    case 'dawn':
      return at(hour % 12);
    case 'morning':
      return at(hour);
    case 'noon':
      return at(hour < 4 ? hour + 12 : hour);
    case 'afternoon':
    case 'dusk':
      return at((hour % 12) + 12);
    case 'evening':
      if (hour === 12) return at(24);
      return hour < 5 ? at(hour + 24, false) : at(hour + 12);
  }
}
