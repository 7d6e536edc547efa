// The ledger. `appendTransition` is the one piece of code that writes a row or a position (product rule 1).
import {
  type Direction,
  type EventType,
  keepsClosed,
  type LedgerRow,
  type Lifecycle,
  type Outcome,
  type Position,
  type Reason,
  toIso,
} from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { numberOrNull, type Statement, statement, steadyList, textOrNull } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import type { Fill } from '../../http/fill.ts';
import type { Call } from '../../http/operation.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { ownOrPool } from '../contacts/contacts.store.ts';

export type TransitionSource = 'panel' | 'api' | 'import' | 'bulk' | 'rule' | 'merge' | 'migration';

export interface TransitionRow extends LedgerRow {
  readonly contactId: string;
  readonly lifecycle: string;
  readonly lifecycleVersion: number;
  readonly direction: Direction;
  readonly actor: string;
  readonly source: string;
  readonly reason: string | null;
  readonly note: string | null;
  readonly batchId: string | null;
  readonly derivedFrom: string | null;
  readonly timeInPreviousS: number | null;
  readonly outcome: Outcome | 'open' | null;
}

export const TRANSITION_COLUMNS = `t.seq, t.id, t.contact_id, t.lifecycle, t.lifecycle_version, t.from_stage, t.to_stage, t.direction, t.effective_at,
  t.recorded_at, t.actor, t.source, t.reason, t.voids, t.batch_id, t.derived_from, t.time_in_previous_s,
  (select n.note from transition_notes n where n.transition_id = t.id), t.outcome`;

export function decodeTransition(r: readonly unknown[]): TransitionRow {
  return {
    seq: Number(r[0]),
    id: String(r[1]),
    contactId: String(r[2]),
    lifecycle: String(r[3]),
    lifecycleVersion: Number(r[4]),
    from: textOrNull(r[5]),
    to: textOrNull(r[6]),
    direction: r[7] as Direction,
    effectiveAt: Number(r[8]),
    recordedAt: Number(r[9]),
    actor: String(r[10]),
    actorId: String(r[10]),
    source: String(r[11]),
    reason: textOrNull(r[12]),
    voids: textOrNull(r[13]),
    batchId: textOrNull(r[14]),
    derivedFrom: textOrNull(r[15]),
    timeInPreviousS: numberOrNull(r[16]),
    note: textOrNull(r[17]),
    outcome: textOrNull(r[18]) as TransitionRow['outcome'],
  };
}

const LEDGER = `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id = ? and t.lifecycle = ? order by t.effective_at, t.seq`;

/** All rows of a contact in a lifecycle, in the order they took effect; index transitions_contact. */
export const ledgerOf = (contactId: string, lifecycle: string): Statement<TransitionRow> => ({
  sql: LEDGER,
  args: [contactId, lifecycle],
  decode: decodeTransition,
});

export const transitionById = (id: string): Statement<TransitionRow> =>
  statement(`select ${TRANSITION_COLUMNS} from transitions t where t.id = ?`, [id], decodeTransition);

/** One contact's rows by seq, of one lifecycle or of all. */
export const transitionsOf = (contactId: string, lifecycle: string | null, after: string | number, limit: number) =>
  statement(
    `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id = ? and (? is null or t.lifecycle = ?) and t.seq > ? order by t.seq limit ?`,
    [contactId, lifecycle, lifecycle, after, limit],
    decodeTransition,
  );

/** Everybody's rows by seq; with `seenBy` only those of that staff member's own people and of the pool. */
export const transitionsAfter = (
  after: string | number,
  lifecycle: string | null,
  seenBy: string | null,
  limit: number,
) =>
  statement(
    `select ${TRANSITION_COLUMNS} from transitions t where t.seq > ? and (? is null or t.lifecycle = ?)${seenBy === null ? '' : ` and ${ownOrPool('t.contact_id')}`} order by t.seq limit ?`,
    [after, lifecycle, lifecycle, ...(seenBy === null ? [] : [seenBy]), limit],
    decodeTransition,
  );

export const reasonsStatement = steadyList(
  ['code', 'kinds', 'labels', 'needs_note'],
  'from reasons where archived_at is null order by position, code',
  (r): Reason => ({
    code: String(r[0]),
    kinds: JSON.parse(String(r[1])),
    labels: JSON.parse(String(r[2])),
    needsNote: r[3] === 1,
  }),
);

/** SQL: whether the ledger row with this id counts: it is voided by nobody, or by a row that is itself voided, and so on. */
export const counts = (id: string) =>
  `(with recursive back(id, turn) as (select ${id}, 0 union all select v.id, b.turn + 1 from back b join transitions v on v.voids = b.id)
    select max(turn) % 2 = 0 from back)`;

/** `bulk` in a batch, `panel` for staff or where a conversation is named, `api` otherwise. */
export const sourceOf = (call: Call, context: ContextIn | undefined): TransitionSource =>
  call.batchId !== undefined ? 'bulk' : call.actor.kind === 'staff' || context ? 'panel' : 'api';

export interface NewTransition {
  readonly contactId: string;
  readonly lifecycle: Lifecycle;
  readonly from: string | null;
  readonly to: string | null;
  readonly direction: Direction;
  readonly effectiveAt: number;
  readonly source: TransitionSource;
  readonly timeInPreviousS: number | null;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly evidence?: Readonly<Record<string, string | boolean>> | undefined;
  readonly voids?: string | null;
  /** Closes the contact where they are, or opens them again. */
  readonly outcome?: Outcome | 'open';
  /** The import or batch this row came with. */
  readonly batchId?: string | null;
  /** Where the contact is after this row; null if it leaves the lifecycle. */
  readonly position: Position | null;
  /** The event to log; worked out from `outcome` and `voids` if left out. */
  readonly event?: EventType;
  /** The stage the plan was made on; a guard aborts the write if it changed. */
  readonly planned?: { readonly stage: string | null };
}

const INSERT =
  'insert into transitions (id, contact_id, lifecycle, lifecycle_version, from_stage, to_stage, direction, effective_at, recorded_at, actor, source, reason, voids, batch_id, derived_from, time_in_previous_s, outcome)';
const SET_POSITION =
  'insert into positions (contact_id, lifecycle, stage, entered_at, closed_outcome, closed_reason, closed_at)';
const SAME_STAGE =
  'on conflict (contact_id, lifecycle) do update set stage = excluded.stage, entered_at = excluded.entered_at';
/** SQL for a contact that is in the lifecycle already; rows of a migration or a merge leave its closing alone. */
const samePosition = (row: Pick<NewTransition, 'source'>) =>
  keepsClosed(row)
    ? SAME_STAGE
    : `${SAME_STAGE}, closed_outcome = excluded.closed_outcome, closed_reason = excluded.closed_reason, closed_at = excluded.closed_at`;
const positionColumns = ({ contactId, lifecycle }: NewTransition, { stage, enteredAt, closed }: Position) => [
  contactId,
  lifecycle.key,
  stage,
  enteredAt,
  closed?.outcome ?? null,
  closed?.reason ?? null,
  closed?.at ?? null,
];
const NOTE = 'insert into transition_notes (transition_id, contact_id, note, evidence)';

const LEAVE = 'delete from positions where contact_id = ? and lifecycle = ?';

/** A guard: the plan used the lifecycle held in memory, so it is made again if another version was published since. */
const stillInForce = ({ key, version }: Lifecycle): Statement =>
  guard('(select current_version from lifecycles where key = ?) = ?', [key, version]);

/** One ledger entry: the rows to write (entry, position, note), the event to append, and the row as it will read, without its seq. */
export function appendTransition(
  call: Pick<Call, 'deps' | 'actor' | 'now'>,
  entry: NewTransition,
): { row: TransitionRow; statements: Statement[]; event: EventIn; fill: (path: string) => Fill } {
  const row = rowOf(call, entry);
  const statements: Statement[] = [stillInForce(entry.lifecycle)];
  if (entry.planned?.stage) {
    statements.push(
      guard('(select stage from positions where contact_id = ? and lifecycle = ?) = ?', [
        entry.contactId,
        entry.lifecycle.key,
        entry.planned.stage,
      ]),
    );
  }
  statements.push(statement(`${INSERT} values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?)`, columnsOf(row)));
  statements.push(
    entry.position
      ? statement(
          `${SET_POSITION} values (?, ?, ?, ?, ?, ?, ?) ${samePosition(entry)}`,
          positionColumns(entry, entry.position),
        )
      : statement(LEAVE, [entry.contactId, entry.lifecycle.key]),
  );
  const evidence = evidenceOf(entry);
  if (row.note !== null || evidence !== null)
    statements.push(statement(`${NOTE} values (?, ?, ?, ?)`, [row.id, entry.contactId, row.note, evidence]));
  return {
    row,
    statements,
    event: eventOf(row, entry.event),
    fill: (path) => ({ path, sql: 'select seq from transitions where id = ?', args: [row.id] }),
  };
}

/**
 * The same for many entries in a statement per table, in their order. The caller's guards hold what the plans stood on;
 * of several entries of one contact in one lifecycle the last one's position stays. All are of one source.
 */
export function appendTransitions(
  call: Pick<Call, 'deps' | 'actor' | 'now'>,
  entries: readonly (Omit<NewTransition, 'planned' | 'event'> & { readonly position: Position })[],
): { statements: Statement[]; events: EventIn[] } {
  if (entries.length === 0) return { statements: [], events: [] };
  const rows = entries.map((entry) => rowOf(call, entry));
  const part = (at: number) => `j.value ->> ${at}`;
  const parts = (count: number) => Array.from({ length: count }, (_, i) => part(i)).join(', ');
  const all = (list: readonly unknown[]) => [JSON.stringify(list)];
  const statements = [
    ...[...new Map(entries.map((one) => [one.lifecycle.key, one.lifecycle])).values()].map(stillInForce),
    statement(
      `${INSERT} select ${parts(14)}, null, ${part(14)}, ${part(15)} from json_each(?) j order by j.key`,
      all(rows.map(columnsOf)),
    ),
    statement(
      `${SET_POSITION} select ${parts(7)} from json_each(?) j where true order by j.key ${samePosition(entries[0] as NewTransition)}`,
      all(entries.map((one) => positionColumns(one, one.position))),
    ),
  ];
  const notes = rows.flatMap((row, i) => {
    const evidence = evidenceOf(entries[i]);
    return row.note === null && evidence === null ? [] : [[row.id, row.contactId, row.note, evidence]];
  });
  if (notes.length > 0) statements.push(statement(`${NOTE} select ${parts(4)} from json_each(?) j`, all(notes)));
  return { statements, events: rows.map((row) => eventOf(row)) };
}

const evidenceOf = (entry: Pick<NewTransition, 'evidence'> | undefined) =>
  entry?.evidence && Object.keys(entry.evidence).length > 0 ? JSON.stringify(entry.evidence) : null;

function rowOf(call: Pick<Call, 'deps' | 'actor' | 'now'>, entry: NewTransition): TransitionRow {
  const actor = actorText(call.actor);
  return {
    seq: 0,
    id: call.deps.newId('trn'),
    contactId: entry.contactId,
    lifecycle: entry.lifecycle.key,
    lifecycleVersion: entry.lifecycle.version,
    from: entry.from,
    to: entry.to,
    direction: entry.direction,
    effectiveAt: entry.effectiveAt,
    recordedAt: call.now,
    actor,
    actorId: actor,
    source: entry.source,
    reason: entry.reason ?? null,
    note: entry.note?.trim() ? entry.note : null,
    voids: entry.voids ?? null,
    batchId: entry.batchId ?? null,
    derivedFrom: null,
    timeInPreviousS: entry.timeInPreviousS,
    outcome: entry.outcome ?? null,
  };
}

const columnsOf = (row: TransitionRow) => [
  row.id,
  row.contactId,
  row.lifecycle,
  row.lifecycleVersion,
  row.from,
  row.to,
  row.direction,
  row.effectiveAt,
  row.recordedAt,
  row.actor,
  row.source,
  row.reason,
  row.voids,
  row.batchId,
  row.timeInPreviousS,
  row.outcome,
];

const eventOf = (row: TransitionRow, type?: EventType): EventIn => ({
  type:
    type ??
    (row.outcome !== null
      ? row.outcome === 'open'
        ? 'contact.reopened'
        : 'contact.closed'
      : row.voids === null
        ? 'contact.stage_moved'
        : 'contact.stage_undone'),
  contactId: row.contactId,
  batchId: row.batchId,
  data: {
    contact_id: row.contactId,
    transition_id: row.id,
    lifecycle: row.lifecycle,
    from: row.from,
    to: row.to,
    direction: row.direction,
    effective_at: toIso(row.effectiveAt),
    reason: row.reason,
    voids: row.voids,
    source: row.source,
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
  },
  previous: { stage: row.from },
});
