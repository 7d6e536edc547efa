// CSV as it is sent: RFC 4180, and nothing in it that a spreadsheet would run.

// Starts of a cell that a spreadsheet takes for a formula, full-width signs included. Plain numbers and phone numbers are exempt.
const RUNS = /^'*[=+\-@＝＋－＠\t\r\n]/;
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One cell. Text that a spreadsheet would run is sent behind one apostrophe, which an import takes away again. */
function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  let text = typeof value === 'string' ? value : String(value);
  if (RUNS.test(text) && !PLAIN.test(text)) text = `'${text}`;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvRow = (cells: readonly (string | number | boolean | null | undefined)[]) =>
  `${cells.map(csvCell).join(',')}\r\n`;

/** The last row, with the count of those before it: a file without it was cut off. */
export const csvEnd = (count: number, width: number) => `#end,${count}${','.repeat(Math.max(0, width - 2))}\r\n`;
