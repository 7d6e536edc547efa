// Import and export of many people beside the plain client: it writes the very rows the import wrote, and reads what the
// export reads. Both in this process, one after the other; processor time beside the clock.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type InStatement } from '@libsql/client';
import { asSystem, createKey, openHouse, startImports } from '@sidestage/api';

export const BULK = 20_000;
const AT_ONCE = 200;

export interface Rate {
  readonly perSecond: number;
  readonly perSecondOfProcessor: number;
}
export interface BulkTimes {
  readonly people: number;
  readonly imported: Rate;
  readonly written: Rate;
  readonly exported: Rate;
  readonly exportedCsv: Rate;
  readonly read: Rate;
}

async function timed(work: () => Promise<unknown>): Promise<Rate> {
  const [from, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return {
    perSecond: (BULK / (performance.now() - from)) * 1_000,
    perSecondOfProcessor: (BULK / (user + system)) * 1_000_000,
  };
}

const person = (i: number) =>
  `Person Number ${i},person${i}@example.com,+8613${800_000_000 + i},Company ${i % 1000},lead,grade-a,Engineer`;

export async function timeBulk(): Promise<BulkTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'sidestage-bulk-'));
  const file = join(folder, 'house.db');
  const house = await openHouse({ file });
  const stop = startImports(house.deps);
  try {
    const { key } = (await asSystem(house, createKey, { name: 'bulk' })) as { key: string };
    const call = (path: string, type?: string, body?: string) =>
      house.app.request(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${key}`, ...(type ? { 'content-type': type } : {}) },
        ...(body === undefined ? {} : { body }),
      });
    const head = 'Name,Email,Phone,Company,Lifecycle Stage,Tags,Job Title';
    const rows = Array.from({ length: BULK }, (_, i) => person(i)).join('\n');
    const { id } = (await (await call('/v1/imports', 'text/csv', `${head}\n${rows}\n`)).json()) as { id: string };
    const imported = await timed(async () => {
      await call(`/v1/imports/${id}/start`, 'application/json', '{}');
      const told = await (await call(`/v1/imports/${id}/events`)).text();
      if (!told.includes(`"created":${BULK}`)) throw new Error('The import did not take everybody.');
    });
    const drained = async (path: string) => {
      for await (const _ of (await call(path)).body ?? []);
    };
    const exported = await timed(() => drained('/v1/exports/contacts.ndjson'));
    const exportedCsv = await timed(() => drained('/v1/exports/contacts.csv'));
    await stop();
    await house.close();

    const source = createClient({ url: `file:${file}` });
    const written = await timeWriting(source, join(folder, 'floor.db'));
    const read = await timed(() => readAll(source));
    source.close();
    return { people: BULK, imported, written, exported, exportedCsv, read };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TABLES = ['contacts', 'identities', 'contact_tags', 'transitions', 'positions', 'events', 'event_previous'];

/** The same rows, a statement each, so many people a commit, into the same schema with its indexes and triggers. */
async function timeWriting(source: Client, file: string): Promise<Rate> {
  const empty = await openHouse({ file });
  await empty.close();
  const chunks: InStatement[][] = Array.from({ length: Math.ceil(BULK / AT_ONCE) }, () => []);
  for (const table of TABLES) {
    const { columns, rows } = await source.execute(
      `select * from ${table}${ROWLESS.has(table) ? '' : ' order by rowid'}`,
    );
    const sql = `insert into ${table} values (${columns.map(() => '?').join(', ')})`;
    for (const [i, row] of rows.entries()) {
      const chunk = chunks[Math.floor((i / rows.length) * chunks.length)];
      chunk?.push({ sql, args: columns.map((_, at) => row[at] ?? null) as never });
    }
  }
  const floor = createClient({ url: `file:${file}` });
  await floor.execute('pragma synchronous = full');
  await floor.execute('pragma foreign_keys = off');
  const rate = await timed(async () => {
    for (const chunk of chunks) await floor.batch(chunk, 'write');
  });
  floor.close();
  return rate;
}
// Tables without a rowid.
const ROWLESS: ReadonlySet<string> = new Set(['contact_tags', 'positions']);

/** Contacts and their handles, page by page, as JSON. */
async function readAll(source: Client) {
  let after = '';
  for (;;) {
    const { rows } = await source.execute({
      sql: 'select * from contacts where id > ? order by id limit ?',
      args: [after, AT_ONCE],
    });
    const last = rows.at(-1);
    if (!last) return;
    const handles = await source.execute({
      sql: 'select * from identities where contact_id > ? and contact_id <= ?',
      args: [after, last.id as string],
    });
    JSON.stringify([rows, handles.rows]);
    after = String(last.id);
  }
}
