// CSV as it is sent: RFC 4180, and nothing in it that a spreadsheet would run.

// What a spreadsheet takes for a formula, in East Asia the wide signs too; a plain number or phone number is none.
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

/** The last row: how many went before, so that a file that was cut off is known by the lack of it. */
export const csvEnd = (count: number, width: number) => `#end,${count}${','.repeat(Math.max(0, width - 2))}\r\n`;
