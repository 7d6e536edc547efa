// From what was read as a day, as a time and as coming back to the due times a line can mean.
import { addMonths, type Day, formatDay } from './calendar.ts';
import type { RepeatSpan } from './repeat.ts';
import { type DayReading, type LineContext, PERIOD_START, type TimeReading } from './rule.ts';

export type DueTime = { readonly day: Day; readonly minutes: number; readonly certain: boolean };

const DEFAULT_MINUTES = 9 * 60;

type Read = {
  day: DayReading | undefined;
  time: TimeReading | undefined;
  repeat: RepeatSpan | undefined;
  context: LineContext;
};

/** Soonest first; one unless the words have several meanings that are all still to come. */
export function dueTimes({ day, time, repeat, context }: Read): DueTime[] {
  const isAhead = ({ day, minutes }: DueTime) => day * 1440 + minutes > context.today * 1440 + context.minuteNow;
  if (repeat) {
    const days = day ? [day.day, day.or ?? day.day + 7] : impliedDays(repeat, context, time !== undefined);
    const minutes = minutesOf(day, time);
    const all = days.map((one) => ({ day: one, minutes, certain: (day?.certain ?? true) && (time?.certain ?? true) }));
    return [all.find(isAhead) ?? all[0]].filter((one) => one !== undefined);
  }
  if (!day) return withoutDay(time, context);
  const days = day.or === undefined ? [day.day] : [day.day, day.or].sort((a, b) => a - b);
  const all = days.map((one) => onDay(one, day, time, context));
  const ahead = all.filter(isAhead);
  return ahead.length > 0 ? ahead : all.slice(0, 1);
}

/** `2026-11-27T10:00` */
export function written({ day, minutes }: DueTime): string {
  const minute = ((minutes % 1440) + 1440) % 1440;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${formatDay(day + Math.floor(minutes / 1440))}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

function minutesOf(day: DayReading | undefined, time: TimeReading | undefined): number {
  return day?.minutes ?? time?.minutes ?? (day?.period ? PERIOD_START[day.period] : DEFAULT_MINUTES);
}

function onDay(at: Day, day: DayReading, time: TimeReading | undefined, { today, minuteNow }: LineContext): DueTime {
  const minutes = minutesOf(day, time);
  if (day.minutes !== undefined) return { day: at, minutes, certain: day.certain };
  if (time) return { day: at, minutes, certain: day.certain && time.certain };
  // "today" without a time, said after nine: the next full hour, so that it is not overdue at once.
  if (at === today && minutes <= minuteNow)
    return { day: today, minutes: Math.min((Math.floor(minuteNow / 60) + 1) * 60, 1439), certain: false };
  return { day: at, minutes, certain: day.certain && day.period === undefined };
}

/** A time alone is the next such time; a bare hour that is over today may be this evening's. */
function withoutDay(time: TimeReading | undefined, { today, minuteNow }: LineContext): DueTime[] {
  const minutes = time?.minutes ?? DEFAULT_MINUTES;
  const isAhead = minutes > minuteNow;
  if (isAhead) return [{ day: today, minutes, certain: time?.certain ?? false }];
  const tomorrow = { day: today + 1, minutes, certain: false };
  const tonight = minutes + 720;
  return time?.eitherHalf && tonight > minuteNow
    ? [{ day: today, minutes: tonight, certain: false }, tomorrow]
    : [tomorrow];
}

/** "every week" without a day begins a week from today; "every day at 5" may begin today. */
function impliedDays({ unit, interval }: RepeatSpan, { today }: LineContext, hasTime: boolean): Day[] {
  if (unit === 'week') return [today + 7 * interval];
  if (unit === 'month') return [addMonths(today, interval)];
  return hasTime && interval === 1 ? [today, today + 1] : [today + interval];
}
