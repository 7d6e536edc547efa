// Dates in another system's file: read by a format that was stated or that the whole column proves, never guessed per row.
import { parseInstant } from '../clock.ts';

/** How the dates of a column are written. `instant` carries its own offset; epochs are instants; the rest are local times. */
export const DATE_FORMATS = ['instant', 'ymd', 'dmy', 'mdy', 'chinese', 'epoch-s', 'epoch-ms'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** An instant, or a local time such as `2026-11-27T10:00` that still needs a zone; a bare day is its midnight. */
export type DateRead = { readonly at: number } | { readonly local: string };

const TIME = '(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(am|pm)?)?';
const YMD = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const DAY_FIRST_OR_MONTH_FIRST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, 'i');
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日?(?:\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?)?分?)?$/;

/** The date in a cell by this format; undefined where it is not one, such as 30 February or a year of two digits. */
export function readDate(text: string, format: DateFormat): DateRead | undefined {
  if (text.length > 40) return undefined;
  switch (format) {
    case 'instant': {
      const at = parseInstant(text.replace(' ', 'T'));
      return at === undefined ? undefined : { at };
    }
    case 'epoch-s':
      return /^\d{10}$/.test(text) ? { at: Number(text) * 1000 } : undefined;
    case 'epoch-ms':
      return /^\d{13}$/.test(text) ? { at: Number(text) } : undefined;
    case 'ymd': {
      const [, y, , m, d, ...time] = YMD.exec(text) ?? [];
      return localOf(y, m, d, time);
    }
    case 'chinese': {
      const [, y, m, d, ...time] = CHINESE.exec(text) ?? [];
      return localOf(y, m, d, time);
    }
    default: {
      const [, first, , second, y, ...time] = DAY_FIRST_OR_MONTH_FIRST.exec(text) ?? [];
      return format === 'dmy' ? localOf(y, second, first, time) : localOf(y, first, second, time);
    }
  }
}

function localOf(
  y: string | undefined,
  m: string | undefined,
  d: string | undefined,
  [hour = '0', minute = '0', second, half]: (string | undefined)[],
): DateRead | undefined {
  if (y === undefined || m === undefined || d === undefined) return undefined;
  const day = new Date(`${y}-${two(m)}-${two(d)}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.getUTCDate() !== +d) return undefined;
  if (half && (+hour < 1 || +hour > 12)) return undefined;
  const h = half ? (+hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : +hour;
  if (h > 23 || +minute > 59 || +(second ?? 0) > 59) return undefined;
  return { local: `${y}-${two(m)}-${two(d)}T${two(h)}:${two(minute)}${second ? `:${two(second)}` : ''}` };
}

const two = (part: string | number) => String(part).padStart(2, '0');

/** What the cells of one column have shown so far. */
export type DateProof = {
  alive: readonly DateFormat[];
  readable: number;
  unreadable: number;
  /** The first row that reads as two different days. */
  ambiguousRow: number | null;
  /** The first row that fits none of the formats the rows before it left. */
  conflictRow: number | null;
};

/** A column of which nothing has been seen yet; `proveDate` changes it. */
export const newDateProof = (): DateProof => ({
  alive: DATE_FORMATS,
  readable: 0,
  unreadable: 0,
  ambiguousRow: null,
  conflictRow: null,
});

/** Takes one more cell into account. One that is no date at all is a fault of its row, not of the column. */
export function proveDate(proof: DateProof, text: string, row: number): void {
  if (proof.conflictRow !== null) return;
  const fitting = DATE_FORMATS.filter((format) => readDate(text, format) !== undefined);
  if (fitting.length === 0) {
    proof.unreadable++;
    return;
  }
  proof.readable++;
  const alive = proof.alive.filter((format) => fitting.includes(format));
  if (alive.length === 0) proof.conflictRow = row;
  else proof.alive = alive;
  if (proof.ambiguousRow === null && fitting.length > 1 && differ(text)) proof.ambiguousRow = row;
}

const differ = (text: string) => JSON.stringify(readDate(text, 'dmy')) !== JSON.stringify(readDate(text, 'mdy'));

/** The format of a column, or why the column proves none; `row` is the first at fault. */
export type DateVerdict =
  | { readonly ok: true /** Null where the column holds no date. */; readonly format: DateFormat | null }
  | {
      readonly ok: false;
      readonly code: 'dates-ambiguous' | 'dates-conflict' | 'dates-unreadable';
      readonly row: number | null;
    };

/** What the whole column proves. */
export function concludeDates(proof: DateProof): DateVerdict {
  if (proof.conflictRow !== null) return { ok: false, code: 'dates-conflict', row: proof.conflictRow };
  if (proof.readable === 0)
    return proof.unreadable > 0 ? { ok: false, code: 'dates-unreadable', row: null } : { ok: true, format: null };
  if (proof.alive.length > 1 && proof.ambiguousRow !== null)
    return { ok: false, code: 'dates-ambiguous', row: proof.ambiguousRow };
  return { ok: true, format: proof.alive[0] ?? null };
}
