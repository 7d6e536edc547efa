// Files that change only with the server's version: compressed once, sent with an ETag, and answered 304 to whoever has them.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Coding = 'br' | 'gzip';
// Asynchronous, so off the event loop. Brotli's highest quality would take seconds for a few per cent.
const SQUEEZE: Readonly<Record<Coding, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
// A smaller file fits into one packet uncompressed.
const WORTH_IT = 1_000;

/** A handler that serves what `read` returns; `read` is called once, at the first request. */
export function kept(read: () => string | Uint8Array, headers: Readonly<Record<string, string>>) {
  let known: { bytes: Uint8Array; hash: string } | undefined;
  const squeezed = new Map<Coding, Promise<Uint8Array>>();
  const compressed = (coding: Coding, bytes: Uint8Array) => {
    const made = squeezed.get(coding) ?? SQUEEZE[coding](bytes);
    squeezed.set(coding, made);
    return made;
  };
  return async (request: Request): Promise<Response> => {
    if (!known) {
      const bytes = Buffer.from(read());
      known = { bytes, hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) };
    }
    const { bytes, hash } = known;
    const coding = bytes.length > WORTH_IT ? accepted(request.headers.get('accept-encoding') ?? '') : undefined;
    const all = { ...headers, etag: `"${hash}${coding ? `-${coding}` : ''}"`, vary: 'accept-encoding' };
    if (has(request.headers.get('if-none-match') ?? '', hash)) return new Response(null, { status: 304, headers: all });
    if (!coding) return new Response(bytes as BodyInit, { headers: all });
    const body = await compressed(coding, bytes);
    return new Response(body as BodyInit, { headers: { ...all, 'content-encoding': coding } });
  };
}

/** The better of the two codings the caller accepts; `gzip;q=0` refuses one. */
function accepted(header: string): Coding | undefined {
  const taken = header
    .toLowerCase()
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*/))
    .filter(([, q]) => !/^q=0(\.0*)?$/.test(q ?? ''))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding));
}

/** Whether they have the file, in whichever coding. */
const has = (header: string, hash: string) =>
  header.split(',').some((tag) => {
    const bare = tag.trim().replace(/^W\//, '');
    return bare === '*' || [hash, `${hash}-br`, `${hash}-gzip`].some((one) => bare === `"${one}"`);
  });
