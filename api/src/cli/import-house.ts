// The steps of `sidestage import` inside a house: the same services as over HTTP, called as the system.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { z } from '@hono/zod-openapi';
import { importOut, importStart } from '../features/imports/imports.schemas.ts';
import { cancelImport, createImport, startImport } from '../features/imports/imports.service.ts';
import { importById, importRowsAfter, tagsNoticed } from '../features/imports/imports.store.ts';
import { importRowView, importView } from '../features/imports/imports.view.ts';
import { Problem } from '../http/problem.ts';
import type { House } from '../server.ts';
import { startImports } from '../workers/imports.ts';
import { asSystem } from './as-system.ts';
import { checked } from './checked.ts';
import { CommandError } from './command-error.ts';

export type ImportShown = z.output<typeof importOut>;
export interface ImportNews {
  readonly version: number;
  readonly shown: ImportShown;
}
export type { NoticedTag } from '../features/imports/imports.store.ts';

const PATIENCE_MS = 1_000;
const ROWS_AT_ONCE = 500;

export const importCommands = {
  'import-open': async (house: House, { file, format }: { file: string; format: 'csv' | 'ndjson' }) => {
    const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    const type = format === 'csv' ? 'text/csv' : 'application/x-ndjson';
    return said(asSystem(house, (call) => createImport({ ...call, upload: { type, bytes } }, format), {}));
  },
  'import-start': async (house: House, { id, options }: { id: string; options: unknown }) => {
    const start = checked(importStart, options);
    return said(asSystem(house, (call) => startImport(call, id, start), {}));
  },
  'import-cancel': (house: House, { id }: { id: string }) => asSystem(house, (call) => cancelImport(call, id), {}),
  /** Waits a while for news after a version. */
  'import-news': async (house: House, { id, after }: { id: string; after: number }): Promise<ImportNews> => {
    const stop = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const news = house.deps.importNews.next(stop);
      const record = (await house.deps.db.read({ record: importById(id) })).record[0];
      if (!record) throw new CommandError(`There is no import ${id}.`);
      if (record.version !== after || stop.aborted)
        return { version: record.version, shown: importOut.parse(importView(record)) };
      await news;
    }
  },
  'import-rejected': async (house: House, { id, after }: { id: string; after: number }) => {
    const { rows } = await house.deps.db.read({ rows: importRowsAfter(id, after, 'rejected', ROWS_AT_ONCE) });
    return rows.map(importRowView);
  },
  'import-tags': async (house: House, { id }: { id: string }) =>
    (await house.deps.db.read({ tags: tagsNoticed(id) })).tags,
  /** Runs what is due where no server does. */
  'import-work': async (house: House, { id }: { id: string }) => {
    const stop = startImports(house.deps);
    try {
      for (let news: ImportNews | undefined; !news || RUNNING.has(news.shown.status); )
        news = await importCommands['import-news'](house, { id, after: news?.version ?? -1 });
    } finally {
      await stop();
    }
  },
};

const RUNNING = new Set(['checking', 'running']);

/** A refusal with everything that is wrong, in one line. */
async function said(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Problem) || error.errors.length === 0) throw error;
    throw new CommandError([...new Set(error.errors.map((one) => one.detail))].join(' '));
  }
}
