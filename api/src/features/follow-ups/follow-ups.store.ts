// Follow-ups: what comes next with a person. Due times are a local time and a zone; the instant is derived (product rule 13).
import { type Statement, statement } from '../../db/statement.ts';

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
  readonly status: 'open' | 'done' | 'cancelled';
  readonly outcome: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly completedAt: number | null;
  readonly version: number;
}

export const FOLLOW_UP_COLUMNS = `f.id, f.contact_id, (select c.display_name from contacts c where c.id = f.contact_id), f.assignee_id, f.title, f.kind, f.note,
  f.due_local, f.due_zone, f.due_at, f.status, f.outcome, f.created_by, f.created_at, f.completed_at, f.version`;

const orNull = (value: unknown) => (value === null ? null : String(value));

export const decodeFollowUp = (r: readonly unknown[]): FollowUpRow => ({
  id: String(r[0]),
  contactId: String(r[1]),
  contactName: String(r[2]),
  assigneeId: orNull(r[3]),
  title: String(r[4]),
  kind: orNull(r[5]),
  note: orNull(r[6]),
  dueLocal: String(r[7]),
  dueZone: String(r[8]),
  dueAt: Number(r[9]),
  status: r[10] as FollowUpRow['status'],
  outcome: orNull(r[11]),
  createdBy: String(r[12]),
  createdAt: Number(r[13]),
  completedAt: r[14] === null ? null : Number(r[14]),
  version: Number(r[15]),
});

export const followUpById = (id: string) =>
  statement(`select ${FOLLOW_UP_COLUMNS} from follow_ups f where f.id = ?`, [id], decodeFollowUp);
/** Open ones, soonest first; index follow_ups_contact. */
export const openFollowUps = (contactId: string) =>
  statement(
    `select ${FOLLOW_UP_COLUMNS} from follow_ups f where f.contact_id = ? and f.status = 'open' order by f.due_at, f.id limit 20`,
    [contactId],
    decodeFollowUp,
  );

export const insertFollowUp = (row: FollowUpRow): Statement =>
  statement(
    'insert into follow_ups (id, contact_id, assignee_id, title, kind, note, due_local, due_zone, due_at, status, outcome, created_by, created_at, completed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
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
    ],
  );

export const saveFollowUp = (row: FollowUpRow): Statement =>
  statement(
    'update follow_ups set assignee_id = ?, title = ?, kind = ?, note = ?, due_local = ?, due_zone = ?, due_at = ?, status = ?, outcome = ?, completed_at = ?, version = ? where id = ?',
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
      row.id,
    ],
  );
