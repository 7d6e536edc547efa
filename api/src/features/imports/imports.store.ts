// Imports and what became of their rows.
import type { ImportFileFault, MappingProposal, RowFault } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { jsonOrNull, numberOrNull, type Statement, statement, textOrNull, type Value } from '../../db/statement.ts';
import type { Encoding } from './imports.schemas.ts';

export type ImportStatus = 'created' | 'checking' | 'running' | 'done' | 'failed' | 'cancelled';
export type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected';

export interface ImportProblem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly {
    readonly code: string;
    readonly detail: string;
    readonly column: string | null;
    readonly row: number | null;
  }[];
}

/** What an uploaded file looks like, kept with the import. Headers are all it shows of the file. */
export interface StoredShape {
  readonly encoding: Encoding | null;
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** A second row of headers follows the first. */
  readonly repeated: boolean;
  readonly proposal: MappingProposal;
  /** Why the head of the file cannot be read, where it cannot. */
  readonly fault: { readonly code: ImportFileFault; readonly detail: string } | null;
}

export interface ImportRecord {
  readonly id: string;
  readonly status: ImportStatus;
  readonly format: 'csv' | 'ndjson';
  readonly bytes: number;
  readonly sha256: string;
  readonly shape: StoredShape;
  readonly options: Readonly<Record<string, unknown>> | null;
  /** Header → format of its dates. */
  readonly proof: Readonly<Record<string, string | null>> | null;
  readonly problem: ImportProblem | null;
  readonly rowsTotal: number | null;
  /** The first row that is not written yet. */
  readonly nextRow: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly fileKept: boolean;
  readonly actor: string;
  readonly clientId: string | null;
  readonly version: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

const IMPORT_COLUMNS =
  'm.id, m.status, m.format, m.bytes, m.sha256, m.shape, m.options, m.proof, m.problem, m.rows_total, m.next_row, m.created_count, m.updated_count, m.unchanged_count, m.rejected_count, m.file_kept, m.actor, m.client_id, m.version, m.created_at, m.started_at, m.finished_at';

function decodeImport(r: readonly unknown[]): ImportRecord {
  return {
    id: String(r[0]),
    status: r[1] as ImportStatus,
    format: r[2] as 'csv' | 'ndjson',
    bytes: Number(r[3]),
    sha256: String(r[4]),
    shape: jsonOrNull(r[5]),
    options: jsonOrNull(r[6]),
    proof: jsonOrNull(r[7]),
    problem: jsonOrNull(r[8]),
    rowsTotal: numberOrNull(r[9]),
    nextRow: Number(r[10]),
    counts: { created: Number(r[11]), updated: Number(r[12]), unchanged: Number(r[13]), rejected: Number(r[14]) },
    fileKept: r[15] === 1,
    actor: String(r[16]),
    clientId: textOrNull(r[17]),
    version: Number(r[18]),
    createdAt: Number(r[19]),
    startedAt: numberOrNull(r[20]),
    finishedAt: numberOrNull(r[21]),
  };
}

/** Latest first, from a place in the list on. */
export const importsBefore = (place: readonly Value[] | undefined, limit: number) =>
  statement(
    `select ${IMPORT_COLUMNS} from imports m ${place ? 'where (m.created_at, m.id) < (?, ?)' : ''} order by m.created_at desc, m.id desc limit ?`,
    [...(place ? [place[0] ?? 0, place[1] ?? ''] : []), limit],
    decodeImport,
  );
export const importById = (id: string): Statement<ImportRecord> =>
  statement(`select ${IMPORT_COLUMNS} from imports m where m.id = ?`, [id], decodeImport);

/** The import to work on next; index imports_due. */
export const dueImport = statement(
  `select ${IMPORT_COLUMNS} from imports m where m.status in ('checking', 'running') order by m.started_at, m.id limit 1`,
  [],
  decodeImport,
);

export const insertImport = (
  row: Pick<ImportRecord, 'id' | 'format' | 'bytes' | 'sha256' | 'shape' | 'actor' | 'clientId' | 'createdAt'>,
): Statement =>
  statement(
    "insert into imports (id, status, format, bytes, sha256, shape, actor, client_id, created_at) values (?, 'created', ?, ?, ?, ?, ?, ?, ?)",
    [row.id, row.format, row.bytes, row.sha256, JSON.stringify(row.shape), row.actor, row.clientId, row.createdAt],
  );

/** Aborts its batch unless the import is as it was when it was read. */
export const importUnchanged = (row: ImportRecord): Statement =>
  guard('exists (select 1 from imports where id = ? and version = ?)', [row.id, row.version]);

export interface ImportChange {
  readonly status?: ImportStatus;
  readonly shape?: StoredShape;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly proof?: Readonly<Record<string, string | null>> | null;
  readonly problem?: ImportProblem | null;
  readonly rowsTotal?: number | null;
  readonly nextRow?: number;
  readonly counts?: Readonly<Record<Outcome, number>>;
  readonly fileKept?: boolean;
  readonly startedAt?: number | null;
  readonly finishedAt?: number | null;
}

export function updateImport(id: string, change: ImportChange): Statement {
  const columns: [string, string | number | null][] = [];
  const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
  if (change.status !== undefined) columns.push(['status', change.status]);
  if (change.shape !== undefined) columns.push(['shape', text(change.shape)]);
  if (change.options !== undefined) columns.push(['options', text(change.options)]);
  if (change.proof !== undefined) columns.push(['proof', text(change.proof)]);
  if (change.problem !== undefined) columns.push(['problem', text(change.problem)]);
  if (change.rowsTotal !== undefined) columns.push(['rows_total', change.rowsTotal]);
  if (change.nextRow !== undefined) columns.push(['next_row', change.nextRow]);
  for (const [name, count] of Object.entries(change.counts ?? {})) columns.push([`${name}_count`, count]);
  if (change.fileKept !== undefined) columns.push(['file_kept', change.fileKept ? 1 : 0]);
  if (change.startedAt !== undefined) columns.push(['started_at', change.startedAt]);
  if (change.finishedAt !== undefined) columns.push(['finished_at', change.finishedAt]);
  return statement(
    `update imports set ${columns.map(([name]) => `${name} = ?, `).join('')}version = version + 1 where id = ?`,
    [...columns.map(([, value]) => value), id],
  );
}

export interface ImportRowRecord {
  readonly row: number;
  readonly outcome: Outcome;
  readonly contactId: string | null;
  readonly reasons: readonly RowFault[];
}

/** Rows of results after one, in order; primary key, or index import_rows_rejected. */
export const importRowsAfter = (id: string, after: number, outcome: Outcome | undefined, limit: number) =>
  statement(
    `select r.row, r.outcome, r.contact_id, r.reasons from import_rows r where r.import_id = ? and r.row > ?${outcome === undefined ? '' : ' and r.outcome = ?'} order by r.row limit ?`,
    [id, after, ...(outcome === undefined ? [] : [outcome]), limit],
    (r): ImportRowRecord => ({
      row: Number(r[0]),
      outcome: r[1] as Outcome,
      contactId: textOrNull(r[2]),
      reasons: r[3] === null ? [] : JSON.parse(String(r[3])),
    }),
  );

export interface NoticedTag {
  readonly code: string;
  readonly tag: string;
  readonly rows: number;
}

/** Which tags were left out or created, and in how many rows; index import_rows_tagged. */
export const tagsNoticed = (id: string): Statement<NoticedTag> =>
  statement(
    `select n.value ->> '$.code', n.value ->> '$.tag', count(*) from import_rows r, json_each(r.reasons) n
     where r.import_id = ? and r.outcome <> 'rejected' and instr(reasons, '"tag":') > 0 group by 1, 2 order by 1, 2`,
    [id],
    (r) => ({ code: String(r[0]), tag: String(r[1]), rows: Number(r[2]) }),
  );

/** Some of what a finished import no longer needs; answers how many went. */
export const dropClaims = (id: string, limit: number): Statement<string> =>
  statement(
    'delete from import_claims where import_id = ? and claim in (select claim from import_claims where import_id = ? limit ?) returning claim',
    [id, id, limit],
    (r) => String(r[0]),
  );
