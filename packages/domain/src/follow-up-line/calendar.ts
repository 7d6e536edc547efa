// Calendar days as plain numbers (days since 1970-01-01), so that reading a line needs no zone and no clock.

export type Day = number;

const DAY_MS = 86_400_000;

/** The day of this date; undefined where no calendar has it. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isReal ? at.getTime() / DAY_MS : undefined;
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** `2026-11-27` */
export function formatDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the week the day is in. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day);
}

/** The same date some months later, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  return Math.min(monthStart(year, month + months) + date - 1, monthStart(year, month + months + 1) - 1);
}

/** The last day of the month some months later. */
export function endOfMonth(day: Day, months = 0): Day {
  const { year, month } = partsOf(day);
  return monthStart(year, month + months + 1) - 1;
}

/** The next day with this date, today included, looking as far as the next leap year. */
export function nextDate(today: Day, month: number, date: number): Day | undefined {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

/** The last day of the next month of this number, this month included. */
export function nextMonthEnd(today: Day, month: number): Day {
  const { year, month: now } = partsOf(today);
  return endOfMonth(monthStart(year + (month < now ? 1 : 0), month));
}

/** The next day that is this one of its month, today included. */
export function nextDayOfMonth(today: Day, date: number): Day | undefined {
  const { year, month } = partsOf(today);
  for (let ahead = 0; ahead <= 2; ahead++) {
    const start = partsOf(monthStart(year, month + ahead));
    const day = dayOf(start.year, start.month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

function monthStart(year: number, month: number): Day {
  return Date.UTC(year, month - 1, 1) / DAY_MS;
}
