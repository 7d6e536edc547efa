// Due times are a local time and a zone; this turns them into instants and back, by the zone data of the runtime only.

/** A due time as people say it: local time such as `2026-11-27T10:00`, and an IANA zone. */
export type LocalDue = { readonly local: string; readonly zone: string };

export type InstantResult =
  | { readonly ok: true; readonly at: number /** The local time as it happens there. */; readonly local: string }
  | { readonly ok: false; readonly code: 'local-time-malformed' | 'zone-unknown'; readonly detail: string };

/** Where a due time stands on the agenda. */
export type Bucket = 'overdue' | 'today' | 'upcoming';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;
const REACH_MS = 36 * 3_600_000;
const CACHE_LIMIT = 500;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The instant a local time means. One that does not exist becomes the next that does; one that exists twice is the first. */
export function toInstant({ local, zone }: LocalDue): InstantResult {
  const wall = parseLocal(local);
  if (wall === undefined)
    return { ok: false, code: 'local-time-malformed', detail: 'Write a real date and time like 2026-11-27T10:00.' };
  if (!isZone(zone))
    return { ok: false, code: 'zone-unknown', detail: `"${zone.slice(0, 64)}" is not an IANA time zone.` };
  // Every offset in force around that day is tried: the earliest instant that shows this local time is the first of two.
  const offsets = [...new Set([-1, -1 / 3, 0, 1 / 3, 1].map((part) => offsetAt(wall + part * REACH_MS, zone)))];
  const fitting = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, zone) === wall);
  const at = fitting.length > 0 ? Math.min(...fitting) : endOfGap(wall, offsets, zone);
  return { ok: true, at, local: localInFull(at, zone) };
}

/** Whether the runtime knows the zone by this name. Bare offsets are refused: they know no daylight saving. */
export function isZone(zone: string): boolean {
  if (formatters.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone) || zone.length > 64) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The local time there at an instant, as `2026-11-27T10:00`. Throws a RangeError for an unknown zone. */
export function localAt(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** The local time there with its seconds, where it has any: what was given as `10:00:30` stays so. */
function localInFull(at: number, zone: string): string {
  const local = new Date(at + offsetAt(at, zone)).toISOString();
  return local.slice(17, 19) === '00' ? local.slice(0, 16) : local.slice(0, 19);
}

/** The local time there now. */
export function localNow(zone: string, now: number): string {
  return localAt(now, zone);
}

/** Where a due time stands on the agenda of somebody in this zone: past, later on the same day there, or later. */
export function bucketOf(at: number, now: number, zone: string): Bucket {
  if (at < now) return 'overdue';
  return localAt(at, zone).slice(0, 10) === localAt(now, zone).slice(0, 10) ? 'today' : 'upcoming';
}

/** The date after this one; dates such as 2026-11-27. */
export const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The instant the day there ends, exclusive: the first of the next date, also where midnight is skipped or comes twice. */
export function endOfDay(at: number, zone: string): number {
  const next = toInstant({ local: `${nextDate(localAt(at, zone).slice(0, 10))}T00:00`, zone });
  if (!next.ok) throw new RangeError(next.detail);
  return next.at;
}

/** Reads a local time to the milliseconds it would be in UTC; undefined for one no calendar has. */
function parseLocal(local: string): number | undefined {
  const found = LOCAL.exec(local);
  if (!found) return undefined;
  const [, year = '', , day = '', hour = '', minute = '', second = '00'] = found;
  if (+hour > 23 || +minute > 59 || +second > 59 || +year < 1900) return undefined;
  const wall = Date.parse(`${local.slice(0, 16)}:${second}.000Z`);
  return Number.isNaN(wall) || new Date(wall).getUTCDate() !== +day ? undefined : wall;
}

/** The instant at which the local time jumped over `wall`. */
function endOfGap(wall: number, offsets: readonly number[], zone: string): number {
  let before = wall - Math.max(...offsets);
  let after = wall - Math.min(...offsets);
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (middle + offsetAt(middle, zone) > wall) after = middle;
    else before = middle;
  }
  return after;
}

/** How far local time there is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  // Parsed from the formatted text, three times as fast as formatToParts: an agenda needs hundreds.
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = (
    formatterOf(zone).format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    // Bounded, because zone names ignore case and so one zone has very many spellings.
    if (formatters.size >= CACHE_LIMIT) formatters.clear();
    formatters.set(zone, formatter);
  }
  return formatter;
}
