// Files to import, on their way from the wire to the folder beside the database: counted, hashed, never held in memory.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';

export const spoolPath = (deps: Pick<Deps, 'spool'>, id: string) => join(deps.spool.folder, id);

export interface Spooled {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes the stream to the import's file. Over the limit, or when the caller hangs up, nothing is left of it. */
export async function spoolFile(
  deps: Pick<Deps, 'spool'>,
  id: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Spooled> {
  await mkdir(deps.spool.folder, { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(spoolPath(deps, id), 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > deps.spool.maxBytes)
        throw new Problem('body-too-large', `A file to import may have at most ${deps.spool.maxBytes} bytes.`, {
          extra: { limit_bytes: deps.spool.maxBytes },
        });
      hash.update(chunk);
      await file.write(chunk);
    }
    // What is acknowledged is on the disk: an import may be resumed after a crash.
    await file.sync();
  } catch (error) {
    dropSpooled(deps, id);
    throw error;
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

export const isSpooled = (deps: Pick<Deps, 'spool'>, id: string) => existsSync(spoolPath(deps, id));
export const dropSpooled = (deps: Pick<Deps, 'spool'>, id: string) => rmSync(spoolPath(deps, id), { force: true });
export const readSpooled = (deps: Pick<Deps, 'spool'>, id: string, end?: number) =>
  createReadStream(spoolPath(deps, id), { highWaterMark: 64 * 1024, ...(end === undefined ? {} : { end }) });
