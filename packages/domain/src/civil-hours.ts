// When a person may be disturbed: between two hours of their own day, whatever daylight saving does.
import { localAt, nextDate, toInstant } from './follow-up-time.ts';

/** Local times such as 09:00 and 18:00; `to` exclusive, after `from`. */
export type CivilHours = { readonly from: string; readonly to: string };

/** The first moment from `at` on (epoch milliseconds) that lies within the hours in this zone: `at` itself or the next morning. */
export function nextCivil(at: number, zone: string, hours: CivilHours): number {
  const local = localAt(at, zone);
  const [day, time] = [local.slice(0, 10), local.slice(11)];
  if (time >= hours.from && time < hours.to) return at;
  const morning = (date: string) => {
    const instant = toInstant({ local: `${date}T${hours.from}`, zone });
    if (!instant.ok) throw new RangeError(instant.detail);
    return instant.at;
  };
  return time < hours.from ? morning(day) : morning(nextDate(day));
}
