// Works through one import: checks the whole file, then writes its rows chunk by chunk through the write lane. The checkpoint
// is in the commit of its rows, so another process can go on where this one stopped.
import type { ImportFileFault } from '@sidestage/domain';
import type { Deps } from '../../deps.ts';
import { eventStatements } from '../../events/append.ts';
import { type Actor, actorView, system } from '../../http/actor.ts';
import { liveFields } from '../classification/classification.store.ts';
import { breather } from './breather.ts';
import { checkFile, fileShape } from './check-file.ts';
import type { ImportOptions } from './imports.schemas.ts';
import { finished } from './imports.service.ts';
import {
  dropClaims,
  type ImportChange,
  type ImportProblem,
  type ImportRecord,
  importById,
  importUnchanged,
  updateImport,
} from './imports.store.ts';
import { planRows } from './plan-rows.ts';
import { type PreparedRow, type RowPreparer, rowPreparer } from './prepare-row.ts';
import { FileFault, readRows } from './read-rows.ts';
import { plain } from './row-world.ts';
import { rowsLoad, rowsWritten } from './rows.store.ts';
import { dropSpooled, isSpooled, readSpooled } from './spool.ts';
import { tagClaim } from './tags-made.store.ts';

// A chunk is as large as can be decided and written in this time, so that nobody waits for an import.
const HOLD_MS = 25;
const SMALLEST = 10;
const LARGEST = 500;
const FIRST = 50;

/** Runs until the import ends, is cancelled, or `signal` aborts; what is left then goes on with the next call. */
export async function runImport(deps: Deps, due: ImportRecord, signal: AbortSignal): Promise<void> {
  let record: ImportRecord | undefined = due;
  try {
    if (!isSpooled(deps, record.id)) throw new FileFault('file-empty', 'The file is no longer there.');
    if (record.status === 'checking') record = await check(deps, record, signal);
    if (record?.status === 'running') await writeRows(deps, record, signal);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    await end(deps, due.id, 'failed', problemOf([error]));
  }
}

async function check(deps: Deps, record: ImportRecord, signal: AbortSignal): Promise<ImportRecord | undefined> {
  const stop = async () =>
    signal.aborted || (await deps.db.read({ now: importById(record.id) })).now[0]?.version !== record.version;
  const checked = await checkFile(deps, record, stop);
  if (checked === 'stopped') return undefined;
  if ('faults' in checked) {
    await end(deps, record.id, 'failed', problemOf(checked.faults));
    return undefined;
  }
  return update(deps, record.id, 'checking', {
    status: 'running',
    rowsTotal: checked.rows,
    proof: checked.dates,
  });
}

async function writeRows(deps: Deps, record: ImportRecord, signal: AbortSignal): Promise<void> {
  const { fields } = await deps.db.read({ fields: liveFields });
  const preparer = rowPreparer(deps, record, fields);
  const breathe = breather();
  let chunk: PreparedRow[] = [];
  let size = FIRST;
  let perRowMs = HOLD_MS / FIRST;
  let next = record.nextRow;
  let found = true;
  let rejected = record.counts.rejected > 0;
  const write = async () => {
    const asked = { id: record.id, preparer, rows: chunk, nextRow: next, rejected };
    const begun = found;
    let written = await writeChunk(deps, { ...asked, found });
    if (written === 'somebody-found') written = await writeChunk(deps, { ...asked, found: true });
    if (written === 'stopped' || written === 'somebody-found') return false;
    found = written.found > 0;
    rejected ||= written.rejected;
    next += chunk.length;
    // The average of some chunks, because a single slow one may be the machine's fault.
    const ms = Math.min(written.heldMs / chunk.length, perRowMs * 3);
    perRowMs += (ms - perRowMs) * (begun === found ? 0.3 : 0.6);
    size = Math.max(SMALLEST, Math.min(LARGEST, Math.round(HOLD_MS / perRowMs)));
    chunk = [];
    return true;
  };
  for await (const raw of readRows(readSpooled(deps, record.id), fileShape(record))) {
    // Rows before the checkpoint are in the database already.
    if (raw.end === null && raw.row >= record.nextRow) chunk.push(preparer.prepare(raw));
    await breathe();
    if (signal.aborted) return;
    if (chunk.length >= size && !(await write())) return;
  }
  if (chunk.length > 0 && !(await write())) return;
  await end(deps, record.id, 'done', null);
}

interface Chunk {
  readonly id: string;
  readonly preparer: RowPreparer;
  readonly rows: readonly PreparedRow[];
  readonly nextRow: number;
  /** Whether to read about people who may be found again: most first imports find nobody. */
  readonly found: boolean;
  /** Whether earlier rows were rejected, and may hold something. */
  readonly rejected: boolean;
}
/** `stopped`: the import was cancelled, or another process has gone on with it. */
type Written =
  | 'stopped'
  | 'somebody-found'
  | { readonly heldMs: number; readonly found: number; readonly rejected: boolean };

async function writeChunk(deps: Deps, { id, preparer, rows, nextRow, found, rejected }: Chunk): Promise<Written> {
  const { dryRun, hashed } = preparer;
  const load = rowsLoad({
    importId: id,
    handles: rows.flatMap((row) =>
      row.identities.map((one) => [one.claim, one.channel, one.scope, one.handle] as const),
    ),
    prints: [...new Set(rows.flatMap((row) => row.print ?? []))],
    tags: preparer.rehearsesTags
      ? [...new Set(rows.flatMap((row) => row.tags.map((tag) => tagClaim(plain(tag)))))]
      : [],
    rows: rows.length,
    staged: preparer.staged,
    hashed: hashed || rejected,
    found,
  });
  let from = 0;
  const written = await deps.db.write<typeof load, Written>({
    load,
    plan: ({ record: [record], ...known }) => {
      from = performance.now();
      const settled = (answer: Written) => ({ statements: [], answer: () => answer });
      if (record?.status !== 'running' || record.nextRow !== nextRow) return settled('stopped');
      const people = known.holders.length + known.prints.length;
      if (people > 0 && !found) return settled('somebody-found');
      const options = (record.options ?? {}) as ImportOptions;
      const now = deps.clock.now();
      const planned = planRows(rows, known, {
        options,
        lifecycleOf: (key) => deps.lifecycles.byKey(key ?? options.lifecycle ?? deps.lifecycles.defaultKey()),
        defaultLifecycle: deps.lifecycles.defaultKey(),
        now,
        newId: deps.newId,
        tagColumn: preparer.tagColumn,
        ownerColumn: preparer.ownerColumn,
        fieldColumn: preparer.fieldColumn,
        textual: preparer.textual,
        undeclaredFields: deps.settings.get().undeclared_fields,
      });
      const by = { deps, actor: actorOf(record), now };
      const { statements } = rowsWritten(by, record, planned, known, { dryRun, hashed });
      const refused = planned.some((one) => one.holds.length > 0);
      return { statements, answer: () => ({ heldMs: 0, found: people, rejected: refused }) };
    },
  });
  // Measured to the commit's answer, which comes in the same turn: how long the event loop was held.
  const heldMs = performance.now() - from;
  deps.importNews.wake();
  deps.feed.wake();
  return typeof written === 'string' ? written : { ...written, heldMs };
}

/** The call as whoever asked for the import: its rows carry their name. */
export function actorOf(record: ImportRecord): Actor {
  const { kind, id } = actorView(record.actor);
  return { ...system, kind, id, clientId: record.clientId } as Actor;
}

/** A change that holds only while the import is in the state it was decided in. */
async function update(
  deps: Deps,
  id: string,
  status: ImportRecord['status'],
  change: ImportChange,
): Promise<ImportRecord | undefined> {
  const record = await deps.db.write({
    load: { record: importById(id) },
    plan: ({ record: [found] }) =>
      found?.status === status
        ? {
            statements: [importUnchanged(found), updateImport(id, change)],
            answer: () => ({ ...found, ...change, version: found.version + 1 }) as ImportRecord,
          }
        : { statements: [], answer: () => undefined },
  });
  deps.importNews.wake();
  return record;
}

async function end(deps: Deps, id: string, status: 'done' | 'failed', problem: ImportProblem | null): Promise<void> {
  const ended = await deps.db.write({
    load: { record: importById(id) },
    plan: ({ record: [found] }) => {
      if (found?.status !== 'running' && found?.status !== 'checking') return { statements: [], answer: () => false };
      const now = deps.clock.now();
      return {
        statements: [
          importUnchanged(found),
          updateImport(id, { status, problem, finishedAt: now, fileKept: status !== 'done' }),
          ...eventStatements({ deps, actor: actorOf(found), now }, [finished(found, status)]),
        ],
        answer: () => true,
      };
    },
  });
  if (ended && status === 'done') await tidy(deps, id);
  deps.importNews.wake();
  deps.feed.wake();
}

/** Ends an import that broke for a reason of our own; what is written stays, and it can be resumed. */
export const giveUp = (deps: Deps, id: string): Promise<void> =>
  end(deps, id, 'failed', {
    code: 'internal',
    detail:
      'Something failed on the server. The rows before are written, and resume goes on after them. The cause is in the log.',
    errors: [],
  });

const CLAIMS_AT_ONCE = 2_000;

/** A finished import keeps its results; the file and the hashes of its handles go. */
export async function tidy(deps: Deps, id: string): Promise<void> {
  dropSpooled(deps, id);
  for (let gone = CLAIMS_AT_ONCE; gone === CLAIMS_AT_ONCE; ) {
    gone = await deps.db.write({
      load: {},
      plan: () => ({
        statements: [dropClaims(id, CLAIMS_AT_ONCE)],
        answer: ([rows]) => rows?.length ?? 0,
      }),
    });
  }
}

function problemOf(faults: readonly FileFault[]): ImportProblem {
  const errors = faults.map((one) => ({
    code: one.code as ImportFileFault,
    detail: one.message,
    column: one.column,
    row: one.row,
  }));
  return { code: 'import-refused', detail: `${faults[0]?.message ?? ''} Nothing more was written.`, errors };
}
