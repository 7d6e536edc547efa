// Weeks and months as a zone has them; a week begins on Monday.
import { localAt, toInstant } from '../follow-up-time.ts';

export type Unit = 'week' | 'month';
/** One week or month: its name, such as 2026-W47 or 2026-11, and its instants, `to` exclusive. */
export type Period = { readonly name: string; readonly from: number; readonly to: number };

const DAY_MS = 86_400_000;

/** Gives the period an instant lies in; each is worked out once, since a report asks for millions. */
export function calendar(unit: Unit, zone: string): (at: number) => Period {
  const known: Period[] = [];
  let last: Period | undefined;
  return (at) => {
    if (last && at >= last.from && at < last.to) return last;
    last = known.find((one) => at >= one.from && at < one.to);
    if (!last) {
      last = periodOf(at, unit, zone);
      known.push(last);
    }
    return last;
  };
}

function periodOf(at: number, unit: Unit, zone: string): Period {
  const day = Date.parse(`${localAt(at, zone).slice(0, 10)}T00:00:00Z`);
  if (unit === 'month') {
    const date = new Date(day);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return {
      name: new Date(day).toISOString().slice(0, 7),
      from: midnight(Date.UTC(year, month, 1), zone),
      to: midnight(Date.UTC(year, month + 1, 1), zone),
    };
  }
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS;
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = new Date(monday + 3 * DAY_MS);
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY_MS));
  return {
    name: `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`,
    from: midnight(monday, zone),
    to: midnight(monday + 7 * DAY_MS, zone),
  };
}

function midnight(day: number, zone: string): number {
  const instant = toInstant({ local: new Date(day).toISOString().slice(0, 16), zone });
  if (!instant.ok) throw new RangeError(instant.detail);
  return instant.at;
}
