// Planning, completing, putting off and cancelling follow-ups; completing may plan the next in the same commit.

import type { z } from '@hono/zod-openapi';
import { endOfDay, toIso } from '@sidestage/domain';
import { statement, type Value } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { type ContactChange, onContact, seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import { refuseUnknownStaff } from '../staff/refuse-unknown.ts';
import { type agendaQuery, followUpOut, followUpView, type nextIn, repeatOf } from './follow-ups.schemas.ts';
import {
  decodeFollowUp,
  FOLLOW_UP_COLUMNS,
  type FollowUpRow,
  followUpById,
  insertFollowUp,
  saveFollowUp,
} from './follow-ups.store.ts';
import { type Consequence, seriesLoad } from './repeats.ts';

type Next = z.output<typeof nextIn>;
/** Without `asked`, the local time is one that exists there. */
type Plan = Omit<Next, 'due'> & { due: Omit<Next['due'], 'asked'> & { asked?: string } };

/** The zone a caller reads days in. */
export const zoneOf = (call: Call) => (call.actor.kind === 'staff' ? call.actor.zone : call.deps.settings.get().zone);

/** The row and event of a new follow-up, for any mutation that plans one along the way. */
export function planned(call: Call, contact: ContactState, next: Plan): { row: FollowUpRow; event: EventIn } {
  const assigneeId = next.assignee_id ?? (call.actor.kind === 'staff' ? call.actor.id : contact.ownerId);
  const asked = next.due.asked ?? next.due.local;
  const row: FollowUpRow = {
    id: call.deps.newId('fup'),
    contactId: contact.id,
    contactName: contact.displayName,
    assigneeId,
    title: next.title,
    kind: next.kind ?? null,
    note: next.note ?? null,
    dueLocal: next.due.local,
    dueZone: next.due.zone,
    dueAt: next.due.at,
    repeat: repeatOf(next.repeat, asked),
    seriesLocal: next.repeat ? asked : null,
    follows: null,
    status: 'open',
    outcome: null,
    createdBy: actorText(call.actor),
    createdAt: call.now,
    completedAt: null,
    version: 1,
  };
  return {
    row,
    event: {
      type: 'follow_up.created',
      contactId: contact.id,
      data: { contact_id: contact.id, follow_up_id: row.id, assignee_id: assigneeId, due_at: toIso(row.dueAt) },
    },
  };
}

export function checkAssignee(given: string | undefined, active: readonly string[], pointer: string) {
  if (given !== undefined && active.length === 0)
    throw new Problem('staff-unknown', 'The assignee is not an active staff member.', {
      errors: [{ pointer, code: 'staff-unknown', detail: 'Use an id of /v1/staff.' }],
    });
}

const answered = (call: Call, row: FollowUpRow, status: number) => ({
  status,
  schema: followUpOut,
  body: () => followUpView(row, call.now, zoneOf(call)),
  headers: () => ({ etag: etag(row.version), ...(status === 201 ? { location: `/v1/follow-ups/${row.id}` } : {}) }),
});

export async function createFollowUp(
  call: Call,
  contactId: string,
  next: Plan,
  context: ContextIn | undefined,
): Promise<Reply> {
  return onContact(call, {
    contactId,
    operation: 'createFollowUp',
    context,
    load: { active: activeStaff(next.assignee_id) },
    plan: (contact, loaded) => {
      checkAssignee(next.assignee_id, loaded.active, '/assignee_id');
      const { row, event } = planned(call, contact, next);
      return {
        ...answered(call, row, 201),
        changed: true,
        statements: [insertFollowUp(row)],
        events: [event],
        nextFollowUp: true,
        reference: row.id,
      };
    },
  });
}

/** The neighbours of a follow-up in its series: the next one, and whether another holds the same place. */
export interface Series {
  readonly follower: FollowUpRow | undefined;
  readonly rival: boolean;
}

/** A change of one follow-up: `change` gives the new row and what else follows, or undefined where nothing changes. */
export async function changeFollowUp(
  call: Call,
  id: string,
  given: {
    operation: string;
    context?: ContextIn | undefined;
    assignee?: string | undefined;
    ifMatch?: boolean;
    next?: Next | undefined;
  },
  change: (row: FollowUpRow, series: Series) => { row: FollowUpRow; event: EventIn; also?: Consequence } | undefined,
): Promise<Reply> {
  const found = (await call.deps.db.read({ row: followUpById(id) })).row[0];
  if (!found) throw notFound('follow-up');
  return onContact(call, {
    contactId: found.contactId,
    named: 'follow-up',
    operation: given.operation,
    context: given.context,
    load: { ...seriesLoad(id), row: followUpById(id), active: activeStaff(given.assignee ?? given.next?.assignee_id) },
    plan: (contact, loaded): ContactChange => {
      const row = loaded.row[0];
      if (!row) throw notFound('follow-up');
      checkAssignee(
        given.assignee ?? given.next?.assignee_id,
        loaded.active,
        given.next ? '/next/assignee_id' : '/assignee_id',
      );
      if (given.ifMatch) checkIfMatch(call, row.version, () => followUpView(row, call.now, zoneOf(call)));
      const changed = change(row, { follower: loaded.follower[0], rival: loaded.rival.length > 0 });
      if (!changed) return { ...answered(call, row, 200), changed: false };
      const next = { ...changed.row, version: row.version + 1 };
      const also = given.next ? planned(call, contact, given.next) : undefined;
      return {
        ...answered(call, next, 200),
        changed: true,
        statements: [
          saveFollowUp(next),
          ...(changed.also?.statements ?? []),
          ...(also ? [insertFollowUp(also.row)] : []),
        ],
        events: [changed.event, ...(changed.also?.events ?? []), ...(also ? [also.event] : [])],
        nextFollowUp: true,
        reference: id,
      };
    },
  });
}

export function openOnly(row: FollowUpRow): void {
  if (row.status !== 'open') throw new Problem('follow-up-closed', `This follow-up is ${row.status} already.`);
}

/** The agenda by due time; buckets are days of the reader's zone, or of the company's for a key. */
export async function listFollowUps(call: Call<unknown, z.output<typeof agendaQuery>>): Promise<Reply> {
  const { limit = 50, cursor, bucket, status = 'open', contact_id } = call.query;
  const assignee = call.query.assignee ?? (call.actor.kind === 'staff' && !contact_id ? 'me' : 'all');
  await refuseUnknownStaff(call, 'assignee', call.query.assignee, ['me', 'all']);
  await refuseUnknownContact(call, contact_id);
  const zone = zoneOf(call);
  const where = ['f.status = ?'];
  const args: Value[] = [status];
  const add = (sql: string, ...values: Value[]) => {
    where.push(sql);
    args.push(...values);
  };
  if (assignee !== 'all') add('f.assignee_id = ?', assignee === 'me' ? call.actor.id : assignee);
  if (contact_id)
    add('f.contact_id = coalesce((select m.merged_into from contacts m where m.id = ?), ?)', contact_id, contact_id);
  if (bucket) {
    const end = endOfDay(call.now, zone);
    if (bucket === 'overdue') add('f.due_at < ?', call.now);
    else if (bucket === 'today') add('f.due_at >= ? and f.due_at < ?', call.now, end);
    else add('f.due_at >= ?', end);
  }
  if (seesOnlyOwn(call))
    add(
      'exists (select 1 from contacts c where c.id = f.contact_id and (c.owner_id is null or c.owner_id = ?))',
      call.actor.id,
    );
  const binding = [bucket ?? null, status, assignee, contact_id ?? null];
  const after = decodeCursor(binding, cursor, 2);
  if (after) add('(f.due_at, f.id) > (?, ?)', after[0] ?? 0, after[1] ?? '');
  const { rows } = await call.deps.db.read({
    rows: statement(
      `select ${FOLLOW_UP_COLUMNS} from follow_ups f where ${where.join(' and ')} order by f.due_at, f.id limit ?`,
      [...args, limit + 1],
      decodeFollowUp,
    ),
  });
  const result = page(rows, limit, binding, (row) => [row.dueAt, row.id]);
  return {
    status: 200,
    body: { data: result.data.map((row) => followUpView(row, call.now, zone)), next_cursor: result.next_cursor },
    headers: nextLink('/v1/follow-ups', call.query, result.next_cursor),
  };
}
