// Reads a whole file once before its first row is written: is it in one piece, and how does each column write its dates?
import { concludeDates, type DateFormat, isDated, newDateProof, parseTarget, proveDate } from '@sidestage/domain';
import type { Deps } from '../../deps.ts';
import { breather } from './breather.ts';
import { mappingOf } from './check-options.ts';
import type { ImportOptions } from './imports.schemas.ts';
import type { ImportRecord } from './imports.store.ts';
import { FileFault, type FileShape, readRows } from './read-rows.ts';
import { readSpooled } from './spool.ts';

export const fileShape = (record: ImportRecord): FileShape => ({
  format: record.format,
  encoding: record.shape.encoding as FileShape['encoding'],
  delimiter: record.shape.delimiter,
  headers: record.shape.headers,
});

export interface Checked {
  readonly rows: number;
  readonly dates: Record<string, DateFormat | null>;
}

/** Throws a FileFault, with further ones in `others`, if the file must not be imported as asked. `stop` ends the reading early. */
export async function checkFile(
  deps: Pick<Deps, 'spool'>,
  record: ImportRecord,
  stop: () => Promise<boolean>,
): Promise<Checked | 'stopped' | { faults: FileFault[] }> {
  const options = (record.options ?? {}) as ImportOptions;
  const shape = fileShape(record);
  const mapping = mappingOf(record.shape, options);
  const stated = (header: string) =>
    typeof options.date_format === 'string' ? options.date_format : options.date_format?.[header];
  const dated = shape.headers.flatMap((header, index) => {
    const target = Object.hasOwn(mapping, header) ? parseTarget(mapping[header] ?? '') : undefined;
    return target && isDated(target) ? [{ header, index, format: stated(header), proof: newDateProof() }] : [];
  });
  const breathe = breather();
  let rows = 0;
  let end: number | null = null;
  try {
    for await (const raw of readRows(readSpooled(deps, record.id), shape)) {
      if (raw.end !== null) {
        end = raw.end;
        continue;
      }
      rows = raw.row;
      for (const column of dated) {
        const cell = raw.fault === null ? raw.cells[column.index] : null;
        const text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
        if (!column.format && text !== '') proveDate(column.proof, text, raw.row);
      }
      if (await breathe()) if (await stop()) return 'stopped';
    }
  } catch (error) {
    if (error instanceof FileFault) return { faults: [error] };
    throw error;
  }
  const faults: FileFault[] = [];
  if (rows === 0) faults.push(new FileFault('file-empty', 'The file holds no rows.'));
  if (end !== null && end !== rows)
    faults.push(new FileFault('rows-lost', `The file says it has ${end} rows, and has ${rows}.`));
  const dates: Record<string, DateFormat | null> = {};
  for (const { header, format, proof } of dated) {
    const verdict = format ? { ok: true as const, format } : concludeDates(proof);
    if (verdict.ok) dates[header] = verdict.format;
    else
      faults.push(
        new FileFault(verdict.code, `${WHY[verdict.code]} State date_format for "${header}".`, {
          column: header,
          row: verdict.row,
        }),
      );
  }
  return faults.length > 0 ? { faults } : { rows, dates };
}

const WHY = {
  'dates-ambiguous': 'The dates can be read in two ways, and no row says which.',
  'dates-conflict': 'The dates are written in different ways.',
  'dates-unreadable': 'No cell holds a date that can be read.',
} as const;
