// The encoding of a file: proved by its bytes or stated by the caller, never guessed.

import type { Encoding } from './imports.schemas.ts';

/** Thrown where the bytes are not in the encoding. */
export class WrongEncoding extends Error {}

/** The text of a stream of bytes, without its byte order mark. Throws WrongEncoding at the first byte that does not fit. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new WrongEncoding(`The file is not ${encoding}.`);
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

/** Takes a file's bytes chunk by chunk and names their encoding, or null if they do not prove one. */
export function encodingProbe() {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isUtf16 = false;
  let first = true;
  // Pairs of GB2312 make up Chinese text; in Western bytes an accented letter stands before a plain one.
  let pairs = 0;
  let strays = 0;
  let lead = -1;
  return {
    take(chunk: Uint8Array) {
      if (first && chunk.length > 1) {
        isUtf16 = chunk[0] === 0xff && chunk[1] === 0xfe;
        first = false;
      }
      if (isUtf8) {
        try {
          utf8.decode(chunk, { stream: true });
        } catch {
          isUtf8 = false;
        }
      }
      for (const byte of chunk) {
        if (lead >= 0) {
          if (lead >= 0xa1 && lead <= 0xf7 && byte >= 0xa1 && byte !== 0xff) pairs++;
          else strays++;
          lead = -1;
        } else if (byte >= 0x80) lead = byte;
      }
    },
    verdict(): Encoding | null {
      if (isUtf16) return 'utf-16le';
      if (isUtf8) {
        try {
          utf8.decode();
          return 'utf-8';
        } catch {
          isUtf8 = false;
        }
      }
      return pairs > 0 && strays * 20 <= pairs ? 'gb18030' : null;
    },
  };
}
