// The form every report has: a method with a name, people added one by one, flat rows at the end. Same input, same bytes.
import type { AsOf, Person } from './journey.ts';

/** A cell of a report; a table of them is the same in JSON and CSV. */
export type Figure = string | number | null;
/** A row of a report: column → figure. All rows of a report have the same columns. */
export type FigureRow = Readonly<Record<string, Figure>>;

/** How a report counts: what its figures mean can be looked up by key and version. */
export type Method = {
  readonly key: string;
  /** Raised whenever the same rows would give other figures than before. */
  readonly version: number;
  readonly description: string;
};

/** A report's result. */
export type Figures = {
  readonly method: Method;
  /** How many people, or visits where the method says so, the figures stand on. */
  readonly n: number;
  readonly rows: readonly FigureRow[];
};

/** Takes people in any order; `figures` may be asked once all were added. */
export type Report = {
  add(person: Person): void;
  figures(): Figures;
};

/** A span of time, `from` inclusive, `to` exclusive; null is open. */
export type Span = AsOf & { readonly from: number | null; readonly to: number | null };

/** Whether an instant lies in the span. */
export const within = (at: number, span: Span): boolean =>
  (span.from === null || at >= span.from) && (span.to === null || at < span.to);

/** A share to four places; null where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

/** Text order by code points, the same on every machine; null last. */
export const byText = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
