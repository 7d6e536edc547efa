// Reads live pages as the extension does: the bundled reader in every frame, one answer from all of them.
import { join } from 'node:path';
import type { Reading } from '@sidestage/channels';
import type { Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { combineFrames } from '../../../extension/src/frames.ts';

const GLOBAL = 'sidestageReader';

export interface PageReader {
  /** What the page as a whole shows. */
  read(page: Page, own?: readonly string[]): Promise<Reading | null>;
  /** What one frame says by itself. */
  readFrame(frame: Frame, own?: readonly string[]): Promise<Reading | null>;
  /** Reads until `isRight` holds, and gives that reading; fails with the last one after 15 seconds. */
  readUntil(page: Page, isRight: (reading: Reading | null) => boolean, own?: readonly string[]): Promise<Reading>;
  /** Everything that was read, in order and without repeats, with a look at every chance while `act` goes on. */
  readDuring(page: Page, act: () => Promise<unknown>, own?: readonly string[]): Promise<(Reading | null)[]>;
}

const WAIT_MS = 15_000;

/** Bundles the reader once; a page's own policy on scripts does not matter, as with an extension. */
export async function startPageReader(): Promise<PageReader> {
  const code = await bundle();

  const readFrame = (frame: Frame, own: readonly string[] = []) =>
    frame.evaluate<Reading | null>(
      `globalThis.${GLOBAL} ??= (() => { ${code}; return ${GLOBAL}; })(), ${GLOBAL}.readFrame(${JSON.stringify(own)})`,
    );

  const read = async (page: Page, own: readonly string[] = []) => {
    const answers = await Promise.all(
      page.frames().map(async (frame) => ({
        top: frame === page.mainFrame(),
        // A frame that goes away while it is asked says nothing, as its port in the extension.
        reading: await readFrame(frame, own).catch(() => null),
      })),
    );
    return combineFrames(answers);
  };

  const readUntil = async (page: Page, isRight: (reading: Reading | null) => boolean, own: readonly string[] = []) => {
    const ends = performance.now() + WAIT_MS;
    for (;;) {
      const reading = await read(page, own);
      if (reading !== null && isRight(reading)) return reading;
      if (performance.now() > ends) throw new Error(`The page still shows ${JSON.stringify(reading)}`);
      await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {});
    }
  };

  const readDuring = async (page: Page, act: () => Promise<unknown>, own: readonly string[] = []) => {
    const seen: (Reading | null)[] = [];
    let acting = true;
    const look = async () => {
      const reading = await read(page, own);
      if (JSON.stringify(reading) !== JSON.stringify(seen.at(-1))) seen.push(reading);
    };
    const watching = (async () => {
      while (acting) await look();
    })();
    try {
      await act();
    } finally {
      acting = false;
      await watching;
    }
    await look();
    return seen;
  };

  return { read, readFrame, readUntil, readDuring };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'page-entry.ts'), formats: ['iife'], name: GLOBAL },
    },
  });
  const [result] = [built].flat();
  if (result === undefined || !('output' in result)) throw new Error('nothing was bundled');
  const [chunk] = result.output;
  return chunk.code;
}
