// Handovers as rows. Every write of one also gives its contact a new version, so that nobody decides on an old state.
import type { HandoverStatus, OwnerFunction } from '@sidestage/domain';
import { type Statement, statement, textOrNull, type Value } from '../../db/statement.ts';
import { type HandoverState, ownOrPool, PERSON } from '../contacts/contacts.store.ts';

export interface HandoverRow extends HandoverState {
  readonly contactId: string;
  readonly contactName: string;
  readonly status: HandoverStatus;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  /** The ledger row or merge that withdrew it. */
  readonly withdrawnBy: string | null;
}

// Named after the person behind the id, where that was merged since.
const COLUMNS = `h.id, h.lifecycle, h.transition_id, h.from_function, h.to_function, h.opened_at, h.opened_by, h.contact_id,
  (select p.display_name from contacts c join contacts p on p.id = coalesce(c.merged_into, c.id) where c.id = h.contact_id), h.status, h.decided_at, h.decided_by, h.note, h.withdrawn_by`;
const decodeHandover = (r: readonly unknown[]): HandoverRow => ({
  id: String(r[0]),
  lifecycle: String(r[1]),
  transitionId: String(r[2]),
  from: r[3] as OwnerFunction,
  to: r[4] as OwnerFunction,
  openedAt: Number(r[5]),
  openedBy: String(r[6]),
  contactId: String(r[7]),
  contactName: String(r[8]),
  status: r[9] as HandoverStatus,
  decidedAt: r[10] === null ? null : Number(r[10]),
  decidedBy: textOrNull(r[11]),
  note: textOrNull(r[12]),
  withdrawnBy: textOrNull(r[13]),
});

export const handoverById = (id: string) =>
  statement(`select ${COLUMNS} from handovers h where h.id = ?`, [id], decodeHandover);
/** Those of a contact in a lifecycle that a row of its ledger withdrew; index handovers_contact. */
export const withdrawnOf = (contactId: string, lifecycle: string) =>
  statement(
    `select ${COLUMNS} from handovers h where h.contact_id = ? and h.lifecycle = ? and h.withdrawn_by is not null`,
    [contactId, lifecycle],
    decodeHandover,
  );
/** Those a merge withdrew; index handovers_withdrawn. */
export const withdrawnByMerge = (mergeId: string) =>
  statement(`select ${COLUMNS} from handovers h where h.withdrawn_by = ?`, [mergeId], decodeHandover);
/** Those a merge gave to the survivor, wherever they are now. */
export const mergedAlong = (mergeId: string) =>
  statement(
    `select ${COLUMNS} from merge_rows m join handovers h on h.id = m.ref where m.merge_id = ? and m.kind = 'handovers'`,
    [mergeId],
    decodeHandover,
  );

export interface HandoverFilter {
  readonly status?: string | undefined;
  readonly contactId?: string | undefined;
  readonly toFunction?: string | undefined;
  /** Only of contacts this rep may see: their own, and the pool. */
  readonly ownOnly?: string | undefined;
}
/** Whoever waits longest comes first; index handovers_list where a status is asked for, handovers_contact of one contact, else handovers_opened. */
export function listHandoverRows(
  { status, contactId, toFunction, ownOnly }: HandoverFilter,
  after: readonly Value[] | undefined,
  limit: number,
): Statement<HandoverRow> {
  const where: string[] = [];
  const args: Value[] = [];
  const add = (sql: string, ...values: Value[]) => {
    where.push(sql);
    args.push(...values);
  };
  if (status !== undefined) add('h.status = ?', status);
  if (toFunction !== undefined) add('h.to_function = ?', toFunction);
  if (contactId !== undefined) {
    const person = 'coalesce((select m.merged_into from contacts m where m.id = ?), ?)';
    add(`h.contact_id in ${PERSON.replaceAll('?', person)}`, contactId, contactId, contactId, contactId);
  }
  if (ownOnly !== undefined) add(ownOrPool('h.contact_id'), ownOnly);
  if (after) add('(h.opened_at, h.id) > (?, ?)', after[0] ?? 0, after[1] ?? '');
  return statement(
    `select ${COLUMNS} from handovers h ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by h.opened_at, h.id limit ?`,
    [...args, limit],
    decodeHandover,
  );
}

export const insertHandover = (contactId: string, one: HandoverState): Statement =>
  statement(
    "insert into handovers (id, contact_id, lifecycle, transition_id, from_function, to_function, status, opened_at, opened_by) values (?, ?, ?, ?, ?, ?, 'open', ?, ?)",
    [one.id, contactId, one.lifecycle, one.transitionId, one.from, one.to, one.openedAt, one.openedBy],
  );
export const decideHandover = ({ id, status, decidedAt, decidedBy, note }: HandoverRow): Statement =>
  statement('update handovers set status = ?, decided_at = ?, decided_by = ?, note = ? where id = ?', [
    status,
    decidedAt,
    decidedBy,
    note,
    id,
  ]);
export const withdrawHandover = (id: string, by: string, actor: string, now: number): Statement =>
  statement(
    "update handovers set status = 'withdrawn', withdrawn_by = ?, decided_at = ?, decided_by = ? where id = ?",
    [by, now, actor, id],
  );
export const unwithdrawHandover = (id: string): Statement =>
  statement(
    "update handovers set status = 'open', withdrawn_by = null, decided_at = null, decided_by = null where id = ?",
    [id],
  );
/** The other contact has it from now on. */
export const giveHandover = (id: string, contactId: string): Statement =>
  statement('update handovers set contact_id = ? where id = ?', [contactId, id]);
/** A merge remembers what it gave along. */
export const rememberHandover = (mergeId: string, id: string): Statement =>
  statement("insert into merge_rows (merge_id, kind, ref, moved, detail) values (?, 'handovers', ?, 1, null)", [
    mergeId,
    id,
  ]);
/** For an erased person: empties the notes, and withdraws what is still open. */
export const forgetHandovers = (contactId: string, actor: string, now: number): Statement =>
  statement(
    `update handovers set note = null, decided_at = coalesce(decided_at, ?), decided_by = coalesce(decided_by, ?),
       status = case status when 'open' then 'withdrawn' else status end where contact_id in ${PERSON}`,
    [now, actor, contactId, contactId],
  );
