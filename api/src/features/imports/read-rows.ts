// The rows of a spooled file, one after the other, in bounded memory: CSV or one JSON object a line.
import { CELL_LIMIT, type ImportFileFault, type ImportRowReason } from '@sidestage/domain';
import { CsvError, type Parser, parse } from 'csv-parse';
import { decoded, WrongEncoding } from './encoding.ts';
import type { Encoding } from './imports.schemas.ts';

export interface FileShape {
  readonly format: 'csv' | 'ndjson';
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headers: readonly string[];
}

/** A row of data, numbered from 1; the header is none. */
export interface RawRow {
  readonly row: number;
  /** In the order of the headers. */
  readonly cells: readonly unknown[];
  /** Why the row cannot be read as one. */
  readonly fault: ImportRowReason | null;
  readonly column: string | null;
  /** The line our own exports end with: how many rows they hold. */
  readonly end: number | null;
}

/** The file as a whole cannot be read. */
export class FileFault extends Error {
  readonly code: ImportFileFault;
  readonly column: string | null;
  readonly row: number | null;
  constructor(code: ImportFileFault, detail: string, where: { column?: string; row?: number | null } = {}) {
    super(detail);
    this.code = code;
    this.column = where.column ?? null;
    this.row = where.row ?? null;
  }
}

// A quote that is never closed would swallow the rest of the file; a cell of some megabytes is still one row's fault.
const RECORD_LIMIT = 64 * 1024 * 1024;
/** What our own exports write in place of an id, to say how many rows went before. */
const END_MARK = '#end';

/** Cuts the text into records; the first one of a CSV file is its header. */
export async function* csvRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const parser: Parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LIMIT,
  });
  let failed: unknown;
  const feed = (async () => {
    try {
      for await (const part of text)
        if (part !== '' && !parser.write(part)) await new Promise<void>((done) => parser.once('drain', done));
      parser.end();
    } catch (error) {
      failed = error;
      parser.destroy();
    }
  })();
  try {
    for await (const record of parser) yield record as string[];
  } catch (error) {
    if (failed) throw failed;
    if (error instanceof CsvError)
      throw new FileFault('csv-malformed', `Line ${error.lines ?? '?'}: ${error.message.split('\n')[0]}`);
    throw error;
  } finally {
    parser.destroy();
  }
  await feed;
  if (failed) throw failed;
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    let from = 0;
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', from)) {
      yield rest + part.slice(from, at);
      rest = '';
      from = at + 1;
    }
    rest += part.slice(from);
    if (rest.length > RECORD_LIMIT) throw new FileFault('csv-malformed', 'A line is far too long.');
  }
  if (rest !== '') yield rest;
}

export async function* readRows(bytes: AsyncIterable<Uint8Array>, shape: FileShape): AsyncGenerator<RawRow> {
  const text = decoded(bytes, shape.encoding);
  try {
    yield* shape.format === 'csv' ? csvRows(text, shape) : jsonRows(text, shape);
  } catch (error) {
    if (error instanceof WrongEncoding) throw new FileFault('encoding-wrong', error.message);
    throw error;
  }
}

async function* csvRows(text: AsyncIterable<string>, { delimiter, headers }: FileShape): AsyncGenerator<RawRow> {
  let row = 0;
  let isHeader = true;
  for await (const cells of csvRecords(text, delimiter)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (cells[0] === END_MARK) {
      yield { row, cells: [], fault: null, column: null, end: Number(cells[1]) };
      continue;
    }
    row++;
    const long = cells.findIndex((cell) => cell.length > CELL_LIMIT);
    const fault =
      long >= 0
        ? 'cell-too-long'
        : cells.length < headers.length
          ? 'cells-missing'
          : cells.length > headers.length
            ? 'cells-extra'
            : null;
    yield { row, cells, fault, column: headers[long] ?? null, end: null };
  }
}

async function* jsonRows(text: AsyncIterable<string>, { headers }: FileShape): AsyncGenerator<RawRow> {
  let row = 0;
  for await (const line of lines(text)) {
    if (line.trim() === '') continue;
    const value = objectOf(line);
    if (value && value.end === true && typeof value.count === 'number') {
      yield { row, cells: [], fault: null, column: null, end: value.count };
      continue;
    }
    row++;
    if (line.length > CELL_LIMIT * 10) yield { row, cells: [], fault: 'cell-too-long', column: null, end: null };
    else if (!value) yield { row, cells: [], fault: 'json-malformed', column: null, end: null };
    else {
      const cells = headers.map((header) => (Object.hasOwn(value, header) ? value[header] : null));
      const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > CELL_LIMIT);
      yield { row, cells, fault: long >= 0 ? 'cell-too-long' : null, column: headers[long] ?? null, end: null };
    }
  }
}

export function objectOf(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
