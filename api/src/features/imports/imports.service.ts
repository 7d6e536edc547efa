// Uploading a file, and starting, cancelling and resuming its import. The work itself is the worker's.
import type { z } from '@hono/zod-openapi';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { requireScope } from '../../http/auth.ts';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { checkOptions } from './check-options.ts';
import { encodingProbe } from './encoding.ts';
import { type Encoding, type ImportOptions, importOut, type importQuery } from './imports.schemas.ts';
import {
  type ImportChange,
  type ImportRecord,
  importById,
  importsBefore,
  importUnchanged,
  insertImport,
  updateImport,
} from './imports.store.ts';
import { importView } from './imports.view.ts';
import { inspectFile } from './inspect-file.ts';
import { dropSpooled, isSpooled, spoolFile } from './spool.ts';

/** 201 with what the file looks like and a proposed mapping. Nothing is imported yet. */
export async function createImport(call: Call, format: 'csv' | 'ndjson'): Promise<Reply> {
  const { deps } = call;
  const id = deps.newId('imp');
  const probe = encodingProbe();
  const watched = async function* () {
    for await (const chunk of call.upload?.bytes ?? []) {
      probe.take(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  };
  const { bytes, sha256 } = await spoolFile(deps, id, watched());
  try {
    const shape = await inspectFile(deps, id, format, probe.verdict());
    const record: ImportRecord = {
      id,
      status: 'created',
      format,
      bytes,
      sha256,
      shape,
      options: null,
      proof: null,
      problem: null,
      rowsTotal: null,
      nextRow: 1,
      counts: { created: 0, updated: 0, unchanged: 0, rejected: 0 },
      fileKept: true,
      actor: actorText(call.actor),
      clientId: call.actor.clientId,
      version: 1,
      createdAt: call.now,
      startedAt: null,
      finishedAt: null,
    };
    // A key is bound to the bytes of the file like to any other body.
    const reply = await mutate(
      { ...call, fingerprint: () => `${call.fingerprint()} ${sha256}` },
      {
        load: {},
        plan: () => ({
          statements: [insertImport(record)],
          status: 201,
          body: importView(record),
          schema: importOut,
          headers: { location: `/v1/imports/${id}` },
        }),
      },
    );
    if (reply.headers?.location !== `/v1/imports/${id}`) dropSpooled(deps, id);
    return reply;
  } catch (error) {
    dropSpooled(deps, id);
    throw error;
  }
}

export async function listImports(call: Call<unknown, z.output<typeof importQuery>>): Promise<Reply> {
  const { limit = 50, cursor } = call.query;
  const after = decodeCursor(['imports'], cursor, 2);
  const { rows } = await call.deps.db.read({
    rows: importsBefore(after, limit + 1),
  });
  return pageReply(
    page(rows, limit, ['imports'], (row) => [row.createdAt, row.id]),
    importView,
    '/v1/imports',
    call.query,
  );
}

export async function findImport(call: Pick<Call, 'deps'>, id: string): Promise<ImportRecord> {
  const record = (await call.deps.db.read({ record: importById(id) })).record[0];
  if (!record) throw notFound('import');
  return record;
}

/** One change of an import's state, with the event that tells of it. */
async function change(
  call: Call,
  id: string,
  status: number,
  decide: (record: ImportRecord) => { change: ImportChange; event?: EventIn } | null,
): Promise<Reply> {
  const reply = await mutate(call, {
    load: { record: importById(id) },
    plan: ({ record: [record] }) => {
      if (!record) throw notFound('import');
      const decision = decide(record);
      if (!decision) return { statements: [], status, body: importView(record), schema: importOut };
      const { counts, ...rest } = decision.change;
      const after = { ...record, ...rest, counts: counts ?? record.counts } as ImportRecord;
      return {
        statements: [
          importUnchanged(record),
          updateImport(id, decision.change),
          ...eventStatements(call, decision.event ? [decision.event] : []),
        ],
        status,
        body: importView(after),
        schema: importOut,
      };
    },
  });
  call.deps.importNews.wake();
  call.deps.feed.wake();
  return reply;
}

const wrongState = (record: ImportRecord, what: string) =>
  new Problem('import-state', `This import is ${record.status}; it cannot be ${what}.`, {
    extra: { import_status: record.status },
  });

function needFile(call: Pick<Call, 'deps'>, record: ImportRecord) {
  if (!record.fileKept || !isSpooled(call.deps, record.id))
    throw new Problem('import-file-gone', 'The file of this import is no longer kept. Upload it again.');
}

/** An import may do no more than its caller: to create tags it needs their scope. */
function mayCreateTags(call: Pick<Call, 'actor'>, options: Pick<ImportOptions, 'on_unknown_tag'>) {
  // The command line acts as the system: whoever runs it has the database anyway.
  if (options.on_unknown_tag === 'create' && call.actor.kind !== 'system') requireScope(call.actor, 'tags:write');
}

/** 202: checks what can be checked at once; the worker does the rest. A file refused before its first row may be started anew. */
export async function startImport(call: Call, id: string, options: ImportOptions): Promise<Reply> {
  const known = await findImport(call, id);
  mayCreateTags(call, options);
  const { groups } = await call.deps.db.read(tagCatalogue());
  const startable = (record: ImportRecord) =>
    record.status === 'created' || (record.status === 'failed' && record.nextRow === 1);
  let { shape } = known;
  const { encoding, delimiter } = options;
  const other =
    (encoding !== undefined && encoding !== shape.encoding) ||
    (delimiter !== undefined && delimiter !== shape.delimiter);
  if (startable(known) && known.fileKept && isSpooled(call.deps, id) && other)
    shape = await inspectFile(
      call.deps,
      id,
      known.format,
      encoding ?? (shape.encoding as Encoding | null),
      delimiter ?? (known.format === 'csv' && shape.headers.length > 1 ? shape.delimiter : undefined),
    );
  return change(call, id, 202, (record) => {
    if (!startable(record)) throw wrongState(record, 'started');
    needFile(call, record);
    checkOptions(call.deps, shape, options, groups);
    return {
      change: {
        status: 'checking',
        shape,
        options,
        proof: null,
        problem: null,
        rowsTotal: null,
        startedAt: call.now,
        finishedAt: null,
      },
      event: { type: 'import.started', data: { import_id: id, dry_run: options.dry_run ?? false }, batchId: id },
    };
  });
}

/** Stops after the rows under way; what was imported stays. Cancelling twice changes nothing. */
export const cancelImport = (call: Call, id: string): Promise<Reply> =>
  change(call, id, 200, (record) => {
    if (record.status === 'cancelled') return null;
    if (record.status === 'done') throw wrongState(record, 'cancelled');
    return {
      change: { status: 'cancelled', finishedAt: call.now },
      event: finished(record, 'cancelled'),
    };
  });

/** Goes on after the last row that was written. */
export const resumeImport = (call: Call, id: string): Promise<Reply> =>
  change(call, id, 202, (record) => {
    if (record.status === 'checking' || record.status === 'running') return null;
    if ((record.status !== 'cancelled' && record.status !== 'failed') || record.options === null)
      throw wrongState(record, 'resumed');
    mayCreateTags(call, record.options);
    needFile(call, record);
    return {
      change: {
        status: record.proof === null ? 'checking' : 'running',
        problem: null,
        startedAt: record.startedAt ?? call.now,
        finishedAt: null,
      },
    };
  });

export function finished(record: ImportRecord, status: string, counts = record.counts): EventIn {
  return { type: 'import.finished', data: { import_id: record.id, status, ...counts }, batchId: record.id };
}
