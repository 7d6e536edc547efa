// Lifecycles as rows: published versions, drafts, and publications with the people they move.
import type { Lifecycle, LifecycleChange, OwnerFunction } from '@sidestage/domain';
import { numberOrNull, type Statement, statement, textOrNull } from '../../db/statement.ts';

export const publishedLifecycles = statement(
  'select v.definition from lifecycles l join lifecycle_versions v on v.lifecycle = l.key and v.version = l.current_version order by l.position, l.key',
  [],
  (r) => JSON.parse(String(r[0])) as Lifecycle,
);

/** The version in force, as the database has it. */
export const publishedLifecycle = (key: string): Statement<Lifecycle> =>
  statement(
    'select v.definition from lifecycles l join lifecycle_versions v on v.lifecycle = l.key and v.version = l.current_version where l.key = ?',
    [key],
    (r) => JSON.parse(String(r[0])),
  );

export interface VersionRow {
  readonly definition: Lifecycle;
  readonly publishedAt: number;
}
export const versionsOf = (key: string, version: number | null): Statement<VersionRow> =>
  statement(
    'select definition, published_at from lifecycle_versions where lifecycle = ? and (?2 is null or version = ?2) order by version',
    [key, version],
    (r) => ({ definition: JSON.parse(String(r[0])), publishedAt: Number(r[1]) }),
  );

/** Who goes where, and how many of them. */
export interface MoveCount {
  readonly from: string;
  readonly to: string;
  readonly contacts: number;
}

export interface DraftRow {
  readonly baseVersion: number;
  readonly version: number;
  readonly next: Lifecycle;
  readonly changes: readonly LifecycleChange[];
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  readonly actor: string;
  readonly updatedAt: number;
}
export const draftOf = (lifecycle: string): Statement<DraftRow> =>
  statement(
    'select base_version, version, next, changes, moves, actor, updated_at from lifecycle_drafts where lifecycle = ?',
    [lifecycle],
    (r) => ({
      baseVersion: Number(r[0]),
      version: Number(r[1]),
      next: JSON.parse(String(r[2])),
      changes: JSON.parse(String(r[3])),
      moves: JSON.parse(String(r[4])),
      actor: String(r[5]),
      updatedAt: Number(r[6]),
    }),
  );

export const saveDraft = (lifecycle: string, row: DraftRow): Statement =>
  statement(
    `insert into lifecycle_drafts (lifecycle, base_version, version, next, changes, moves, actor, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (lifecycle) do update set base_version = excluded.base_version, version = excluded.version, next = excluded.next, changes = excluded.changes, moves = excluded.moves, actor = excluded.actor, updated_at = excluded.updated_at`,
    [
      lifecycle,
      row.baseVersion,
      row.version,
      JSON.stringify(row.next),
      JSON.stringify(row.changes),
      JSON.stringify(row.moves),
      row.actor,
      row.updatedAt,
    ],
  );
export const deleteDraft = (lifecycle: string): Statement =>
  statement('delete from lifecycle_drafts where lifecycle = ?', [lifecycle]);

export interface PublicationRow {
  readonly id: string;
  readonly lifecycle: string;
  readonly fromVersion: number;
  readonly version: number;
  readonly changes: readonly LifecycleChange[];
  readonly moves: readonly MoveCount[];
  readonly rowsPlanned: number;
  readonly rowsWritten: number;
  readonly actor: string;
  readonly publishedAt: number;
  readonly finishedAt: number | null;
}
const PUBLICATION =
  'select id, lifecycle, from_version, version, changes, moves, rows_planned, rows_written, actor, published_at, finished_at from publications';
const decodePublication = (r: readonly unknown[]): PublicationRow => ({
  id: String(r[0]),
  lifecycle: String(r[1]),
  fromVersion: Number(r[2]),
  version: Number(r[3]),
  changes: JSON.parse(String(r[4])),
  moves: JSON.parse(String(r[5])),
  rowsPlanned: Number(r[6]),
  rowsWritten: Number(r[7]),
  actor: String(r[8]),
  publishedAt: Number(r[9]),
  finishedAt: numberOrNull(r[10]),
});
export const publicationById = (id: string) => statement(`${PUBLICATION} where id = ?`, [id], decodePublication);
/** Index publications_running. */
export const runningPublications = (lifecycle: string | null) =>
  statement(
    `${PUBLICATION} where finished_at is null and (?1 is null or lifecycle = ?1) order by published_at`,
    [lifecycle],
    decodePublication,
  );

export const insertPublication = (row: PublicationRow): Statement =>
  statement(
    'insert into publications (id, lifecycle, from_version, version, changes, moves, rows_planned, actor, published_at, finished_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      row.id,
      row.lifecycle,
      row.fromVersion,
      row.version,
      JSON.stringify(row.changes),
      JSON.stringify(row.moves),
      row.rowsPlanned,
      row.actor,
      row.publishedAt,
      row.finishedAt,
    ],
  );
/** Adds what a chunk wrote; `finishedAt` where it was the last. */
export const advancePublication = (id: string, written: number, finishedAt: number | null): Statement =>
  statement('update publications set rows_written = rows_written + ?, finished_at = ? where id = ?', [
    written,
    finishedAt,
    id,
  ]);

export const insertLifecycle = (lifecycle: Lifecycle, now: number): Statement[] => [
  statement(
    'insert into lifecycles (key, current_version, position) values (?, ?, (select coalesce(max(position), -1) + 1 from lifecycles))',
    [lifecycle.key, lifecycle.version],
  ),
  insertVersion(lifecycle, now),
];
export const insertVersion = (lifecycle: Lifecycle, now: number): Statement =>
  statement('insert into lifecycle_versions (lifecycle, version, definition, published_at) values (?, ?, ?, ?)', [
    lifecycle.key,
    lifecycle.version,
    JSON.stringify(lifecycle),
    now,
  ]);
export const putInForce = (lifecycle: Lifecycle): Statement =>
  statement('update lifecycles set current_version = ? where key = ?', [lifecycle.version, lifecycle.key]);

export interface StayRow {
  readonly contactId: string;
  readonly stage: string;
  readonly enteredAt: number;
}
const STAYS =
  'select p.contact_id, p.stage, p.entered_at from positions p where p.lifecycle = ? and p.stage in (select value from json_each(?)) order by p.stage, p.entered_at desc, p.contact_id limit ?';
/** The next people to take out of these stages; index positions_stage. */
export const staysIn = (lifecycle: string, stages: readonly string[], limit: number): Statement<StayRow> =>
  statement(STAYS, [lifecycle, JSON.stringify(stages), limit], (r) => ({
    contactId: String(r[0]),
    stage: String(r[1]),
    enteredAt: Number(r[2]),
  }));
/** What their ledgers say, as far as a move needs it; index transitions_contact. */
export const ledgersIn = (lifecycle: string, stages: readonly string[], limit: number) =>
  statement(
    `select t.contact_id, t.seq, t.id, t.from_stage, t.to_stage, t.effective_at, t.recorded_at, t.voids
     from (${STAYS}) s join transitions t on t.contact_id = s.contact_id and t.lifecycle = ?`,
    [lifecycle, JSON.stringify(stages), limit, lifecycle],
    (r) => ({
      contactId: String(r[0]),
      seq: Number(r[1]),
      id: String(r[2]),
      from: textOrNull(r[3]),
      to: textOrNull(r[4]),
      effectiveAt: Number(r[5]),
      recordedAt: Number(r[6]),
      voids: textOrNull(r[7]),
    }),
  );
/** Their open handovers there; index handovers_one_open. */
export const handoversIn = (lifecycle: string, stages: readonly string[], limit: number) =>
  statement(
    `select h.contact_id, h.id, h.transition_id, h.from_function, h.to_function from (${STAYS}) s
     join handovers h on h.contact_id = s.contact_id and h.lifecycle = ? and h.status = 'open'`,
    [lifecycle, JSON.stringify(stages), limit, lifecycle],
    (r) => ({
      contactId: String(r[0]),
      ...{ id: String(r[1]), lifecycle, transitionId: String(r[2]) },
      ...{ from: r[3] as OwnerFunction, to: r[4] as OwnerFunction },
    }),
  );
export const touchContact = (id: string, now: number): Statement =>
  statement('update contacts set version = version + 1, updated_at = ? where id = ?', [now, id]);
