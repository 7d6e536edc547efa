// What an uploaded file looks like before anybody decides about it: encoding, delimiter, headers, and what they mean.
import { setImmediate } from 'node:timers/promises';
import { looksLikeHeaders, type MappingProposal, proposeMapping } from '@sidestage/domain';
import type { Deps } from '../../deps.ts';
import { decoded, WrongEncoding } from './encoding.ts';
import type { Encoding } from './imports.schemas.ts';
import type { StoredShape } from './imports.store.ts';
import { csvRecords, FileFault, objectOf } from './read-rows.ts';
import { readSpooled } from './spool.ts';

const HEAD_BYTES = 1024 * 1024;
// Every column is held against every other, and against what it may mean; a header is kept and shown.
const MOST_COLUMNS = 2_000;
const LONGEST_HEADER = 500;
const NOTHING: MappingProposal = { mapping: {}, system: null, unmapped: [] };

/** Reads the head of a file in an encoding that is known by now. */
export async function inspectFile(
  deps: Pick<Deps, 'spool'>,
  id: string,
  format: 'csv' | 'ndjson',
  encoding: Encoding | null,
  delimiter?: string,
): Promise<StoredShape> {
  const empty = { encoding, delimiter: delimiter ?? ',', headers: [], repeated: false, proposal: NOTHING };
  if (encoding === null)
    return {
      ...empty,
      fault: { code: 'encoding-unknown', detail: 'The encoding cannot be told for certain: state it.' },
    };
  let text: string;
  try {
    text = await headOf(deps, id, encoding);
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    return { ...empty, fault: { code: 'encoding-wrong', detail: error.message } };
  }
  if (format === 'ndjson') {
    const names = new Set<string>();
    for (const line of text.split('\n').slice(0, 200)) {
      const value = objectOf(line);
      if (value && value.end !== true) for (const name of Object.keys(value)) names.add(name);
      if (isTooMuch([...names])) return { ...empty, fault: TOO_MUCH };
    }
    const headers = [...names];
    return { ...empty, headers, proposal: proposeMapping(headers), fault: names.size ? null : EMPTY };
  }
  const by = delimiter ?? likelyDelimiter(text);
  try {
    const { headers, second, hasRows } = await firstTwo(text, by);
    if (isTooMuch(headers)) return { ...empty, delimiter: by, fault: TOO_MUCH };
    const trimmed = headers.map((header) => header.trim());
    return {
      ...empty,
      delimiter: by,
      headers: trimmed,
      repeated: looksLikeHeaders(second),
      proposal: proposeMapping(trimmed),
      fault: headers.length && hasRows ? headerFault(trimmed) : EMPTY,
    };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { ...empty, delimiter: by, fault: { code: error.code, detail: error.message } };
  }
}

const isTooMuch = (headers: readonly string[]) =>
  headers.length > MOST_COLUMNS || headers.some((header) => header.length > LONGEST_HEADER);
const TOO_MUCH: StoredShape['fault'] = {
  code: 'csv-malformed',
  detail: `A file has at most ${MOST_COLUMNS} columns, whose headers have at most ${LONGEST_HEADER} characters.`,
};
const EMPTY: StoredShape['fault'] = { code: 'file-empty', detail: 'The file holds no rows.' };

function headerFault(headers: readonly string[]): StoredShape['fault'] {
  const nameless = headers.indexOf('');
  if (nameless >= 0)
    return { code: 'header-missing', detail: `Column ${nameless + 1} has no header. Is the first row the header?` };
  const twice = headers.find((header, i) => headers.indexOf(header) !== i);
  if (twice !== undefined) return { code: 'header-twice', detail: `Two columns are called "${twice}".` };
  return null;
}

async function headOf(deps: Pick<Deps, 'spool'>, id: string, encoding: Encoding): Promise<string> {
  // The end of the head may cut a character in two, so what the decoder still holds is left there.
  let text = '';
  const bytes = readSpooled(deps, id, HEAD_BYTES - 1);
  const parts = decoded(withoutEnd(bytes, encoding === 'utf-16le' ? 2 : 1), encoding);
  for await (const part of parts) text += part;
  return text;
}

/** Never ends the decoder in the middle of a character: the stream's last bytes are given only as far as they are whole. */
async function* withoutEnd(bytes: AsyncIterable<Uint8Array>, width: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size < HEAD_BYTES) yield chunk;
    else {
      const end = chunk.lastIndexOf(0x0a);
      yield chunk.subarray(0, end < 0 ? 0 : end + width);
    }
  }
}

const PIECE = 64 * 1024;

async function firstTwo(text: string, delimiter: string) {
  const records: string[][] = [];
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += PIECE) {
      yield text.slice(at, at + PIECE);
      // Whatever is read by now is handed on before the end of the head is met, where a cell cut in two is an error.
      await setImmediate();
    }
  };
  let cut = false;
  try {
    for await (const record of csvRecords(pieces(), delimiter)) if (records.push(record) === 2) break;
  } catch (error) {
    // A head that ends inside a long cell is judged by what came before.
    if (records.length === 0 || text.length < HEAD_BYTES / 4) throw error;
    cut = true;
  }
  const [headers = [], second = []] = records;
  return { headers, second, hasRows: cut || second.length > 0 };
}

/** The one that cuts the first line into most parts outside of quotes. */
function likelyDelimiter(text: string): string {
  const line = (
    text
      .slice(0, 20_000)
      .split(/\r?\n/)
      .find((one) => one.trim() !== '') ?? ''
  ).replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => [line.split(mark).length, mark] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}
