// The only place that tells the time, and the one reading and writing of instants as text.

/** Tells the present instant in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock for tests: stands still until it is advanced. */
export function fixedClock(ms: number): Clock & { advance(ms: number): void } {
  let current = ms;
  return {
    now: () => current,
    advance(by) {
      current += by;
    },
  };
}

const DAY_MS = 86_400_000;
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
// Dates of recent days: pages and exports are full of instants, and most of them fall on few days.
const days = new Map<number, string>();

/** An instant as the API writes it: UTC with milliseconds and a `Z`. */
export function toIso(ms: number): string {
  const whole = Math.trunc(ms);
  const day = Math.floor(whole / DAY_MS);
  let date = days.get(day);
  if (date === undefined) {
    const text = new Date(whole).toISOString();
    if (days.size > 4_000) days.clear();
    date = text.slice(0, text.indexOf('T') + 1);
    days.set(day, date);
  }
  const at = whole - day * DAY_MS;
  const thousandths = at % 1000;
  const seconds = (at - thousandths) / 1000;
  const padded = thousandths < 10 ? `00${thousandths}` : thousandths < 100 ? `0${thousandths}` : `${thousandths}`;
  return `${date}${twoDigits[Math.floor(seconds / 3600)]}:${twoDigits[Math.floor(seconds / 60) % 60]}:${twoDigits[seconds % 60]}.${padded}Z`;
}

/** The same for a time that may be missing. */
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : toIso(ms));

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/i;
const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Reads an RFC 3339 date-time with `Z` or an offset to epoch milliseconds; undefined for anything else, such as 30 February. */
export function parseInstant(text: string): number | undefined {
  const found = text.length > 64 ? null : INSTANT.exec(text);
  if (!found) return undefined;
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second = '',
    fraction = '',
    sign,
    oh = '0',
    om = '0',
  ] = found;
  if (+hour > 23 || +minute > 59 || +second > 59 || +oh > 23 || +om > 59) return undefined;
  const utc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  // Date.parse rolls 30 February over to March: only a date that reads back the same is a real one.
  if (Number.isNaN(utc) || new Date(utc).getUTCDate() !== +day) return undefined;
  const offset = (+oh * 60 + +om) * 60_000;
  const at = sign === '-' ? utc + offset : utc - offset;
  return at < EARLIEST || at > LATEST ? undefined : at;
}
