// What became of every row, as lines or CSV, page by page over the reader.
import type { Deps } from '../../deps.ts';
import { csvEnd, csvRow } from '../../http/csv.ts';
import { textStream } from '../../http/stream.ts';
import { type ImportRowRecord, importRowsAfter, type Outcome } from './imports.store.ts';
import { importRowView, noticesOf, reasonsOf } from './imports.view.ts';

const AT_ONCE = 500;

async function* pages(deps: Pick<Deps, 'db'>, id: string, outcome: Outcome | undefined) {
  for (let after = 0; ; ) {
    const { rows } = await deps.db.read({ rows: importRowsAfter(id, after, outcome, AT_ONCE) });
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.row ?? after;
    // The reader answers at once; a macrotask lets others be served in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function rowsAsLines(deps: Pick<Deps, 'db'>, id: string, outcome?: Outcome) {
  const parts = async function* () {
    let count = 0;
    for await (const rows of pages(deps, id, outcome)) {
      count += rows.length;
      yield rows.map((row) => `${JSON.stringify(importRowView(row))}\n`).join('');
    }
    yield `${JSON.stringify({ end: true, count })}\n`;
  };
  return textStream(parts());
}

const HEAD = ['row', 'outcome', 'contact_id', 'reasons', 'columns', 'other_row', 'other_contact_id', 'notices', 'tags'];
const joined = (list: readonly (string | number | null | undefined)[]) =>
  [...new Set(list.filter((one) => one !== null && one !== undefined))].join('; ');
const cellsOf = (record: ImportRowRecord) => [
  record.row,
  record.outcome,
  record.contactId,
  joined(reasonsOf(record).map((one) => one.code)),
  joined(record.reasons.map((one) => one.column)),
  joined(record.reasons.map((one) => one.row)),
  joined(record.reasons.map((one) => one.contact_id)),
  joined(noticesOf(record).map((one) => one.code)),
  joined(record.reasons.map((one) => one.tag)),
];

export function rowsAsCsv(deps: Pick<Deps, 'db'>, id: string, outcome?: Outcome) {
  const parts = async function* () {
    let count = 0;
    yield csvRow(HEAD);
    for await (const rows of pages(deps, id, outcome)) {
      count += rows.length;
      yield rows.map((row) => csvRow(cellsOf(row))).join('');
    }
    yield csvEnd(count, HEAD.length);
  };
  return textStream(parts());
}
