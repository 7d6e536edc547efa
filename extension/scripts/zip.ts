// Writes a ZIP archive that is the same, byte for byte, for the same files: entries sorted, one date for all, no attributes.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  /** With forward slashes, as it is named inside the archive. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
// Names are UTF-8.
const FLAGS = 0x0800;
const DEFLATED = 8;
// 1 January 1980, midnight: the first date the format knows.
const DATE = 0x0021;
const TIME = 0;
const MOST_ENTRIES = 0xffff;

export function zip(entries: readonly Entry[]): Buffer {
  // By code unit: no language of any machine has a say.
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths = new Set(sorted.map((one) => one.path));
  if (paths.size !== sorted.length || sorted.length > MOST_ENTRIES)
    throw new Error('Too many files, or one path twice.');
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of sorted) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(FLAGS, 2);
    about.writeUInt16LE(DEFLATED, 4);
    about.writeUInt16LE(TIME, 6);
    about.writeUInt16LE(DATE, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([word(LOCAL), about, name, packed]);
    // Comment, disk and attributes: none; then where the body is.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([word(CENTRAL), half(VERSION), about, rest, name]));
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(sorted.length, 4);
  end.writeUInt16LE(sorted.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, word(END), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
