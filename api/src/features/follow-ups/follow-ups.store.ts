// Follow-ups: what comes next with a person. Due times are a local time and a zone; the instant is derived (product rule 13).
import type { Repeat } from '@sidestage/domain';
import { jsonOrNull, numberOrNull, type Statement, statement, textOrNull } from '../../db/statement.ts';

export interface FollowUpRow {
  readonly id: string;
  readonly contactId: string;
  readonly contactName: string;
  readonly assigneeId: string | null;
  readonly title: string;
  readonly kind: string | null;
  readonly note: string | null;
  readonly dueLocal: string;
  readonly dueZone: string;
  readonly dueAt: number;
  readonly repeat: Repeat | null;
  /** When it was due in its series, whatever it was put off to since; null outside one. */
  readonly seriesLocal: string | null;
  /** The one of its series before it. */
  readonly follows: string | null;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly outcome: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly completedAt: number | null;
  readonly version: number;
}

export const FOLLOW_UP_COLUMNS = `f.id, f.contact_id, (select c.display_name from contacts c where c.id = f.contact_id), f.assignee_id, f.title, f.kind, f.note,
  f.due_local, f.due_zone, f.due_at, f.status, f.outcome, f.created_by, f.created_at, f.completed_at, f.version,
  f.repeat, f.series_local, f.follows`;

const asJson = (value: unknown) => (value === null ? null : JSON.stringify(value));

export const decodeFollowUp = (r: readonly unknown[]): FollowUpRow => ({
  id: String(r[0]),
  contactId: String(r[1]),
  contactName: String(r[2]),
  assigneeId: textOrNull(r[3]),
  title: String(r[4]),
  kind: textOrNull(r[5]),
  note: textOrNull(r[6]),
  dueLocal: String(r[7]),
  dueZone: String(r[8]),
  dueAt: Number(r[9]),
  status: r[10] as FollowUpRow['status'],
  outcome: textOrNull(r[11]),
  createdBy: String(r[12]),
  createdAt: Number(r[13]),
  completedAt: numberOrNull(r[14]),
  version: Number(r[15]),
  repeat: jsonOrNull(r[16]),
  seriesLocal: textOrNull(r[17]),
  follows: textOrNull(r[18]),
});

export const followUpById = (id: string) =>
  statement(`select ${FOLLOW_UP_COLUMNS} from follow_ups f where f.id = ?`, [id], decodeFollowUp);
/** Open ones, soonest first; index follow_ups_contact. */
export const openFollowUps = (contactId: string, limit: number) =>
  statement(
    `select ${FOLLOW_UP_COLUMNS} from follow_ups f where f.contact_id = ? and f.status = 'open' order by f.due_at, f.id limit ?`,
    [contactId, limit],
    decodeFollowUp,
  );

/** The one that came after it in its series and still stands; index follow_ups_follows. */
export const followerOf = (id: string) =>
  statement(
    `select ${FOLLOW_UP_COLUMNS} from follow_ups f where f.follows = ? and f.status <> 'cancelled'`,
    [id],
    decodeFollowUp,
  );
/** Another follow-up at the same place of the series; index follow_ups_follows. */
export const rivalOf = (id: string) =>
  statement(
    "select f.id from follow_ups f where f.follows = (select o.follows from follow_ups o where o.id = ?) and f.status <> 'cancelled' and f.id <> ?",
    [id, id],
    (r) => String(r[0]),
  );

export const insertFollowUp = (row: FollowUpRow): Statement =>
  statement(
    'insert into follow_ups (id, contact_id, assignee_id, title, kind, note, due_local, due_zone, due_at, status, outcome, created_by, created_at, completed_at, version, repeat, series_local, follows) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      row.id,
      row.contactId,
      row.assigneeId,
      row.title,
      row.kind,
      row.note,
      row.dueLocal,
      row.dueZone,
      row.dueAt,
      row.status,
      row.outcome,
      row.createdBy,
      row.createdAt,
      row.completedAt,
      row.version,
      asJson(row.repeat),
      row.seriesLocal,
      row.follows,
    ],
  );

export const saveFollowUp = (row: FollowUpRow): Statement =>
  statement(
    'update follow_ups set assignee_id = ?, title = ?, kind = ?, note = ?, due_local = ?, due_zone = ?, due_at = ?, status = ?, outcome = ?, completed_at = ?, version = ?, repeat = ?, series_local = ?, follows = ? where id = ?',
    [
      row.assigneeId,
      row.title,
      row.kind,
      row.note,
      row.dueLocal,
      row.dueZone,
      row.dueAt,
      row.status,
      row.outcome,
      row.completedAt,
      row.version,
      asJson(row.repeat),
      row.seriesLocal,
      row.follows,
      row.id,
    ],
  );
