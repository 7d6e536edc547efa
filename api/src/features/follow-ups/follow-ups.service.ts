// Planning follow-ups, and the agenda. What is done to one later is in changes.service.ts.

import type { z } from '@hono/zod-openapi';
import { type EventType, endOfDay, toIso } from '@sidestage/domain';
import { statement, type Value } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { type ContactState, contactById } from '../contacts/contacts.store.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { canSee, onContact, seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import { refuseUnknownStaff } from '../staff/refuse-unknown.ts';
import { type agendaQuery, followUpOut, followUpView, type nextIn, repeatOf } from './follow-ups.schemas.ts';
import {
  decodeFollowUp,
  FOLLOW_UP_COLUMNS,
  type FollowUpRow,
  followUpById,
  insertFollowUp,
} from './follow-ups.store.ts';

type Next = z.output<typeof nextIn>;
/** Without `asked`, the local time is one that exists there. */
type Plan = Omit<Next, 'due'> & { due: Omit<Next['due'], 'asked'> & { asked?: string } };

/** The zone a caller reads days in. */
export const zoneOf = (call: Call) => (call.actor.kind === 'staff' ? call.actor.zone : call.deps.settings.get().zone);

export const followUpEvent = (type: EventType, row: FollowUpRow, more: Record<string, unknown> = {}): EventIn => ({
  type,
  contactId: row.contactId,
  data: { contact_id: row.contactId, follow_up_id: row.id, ...more },
});
export const created = (row: FollowUpRow) =>
  followUpEvent('follow_up.created', row, { assignee_id: row.assigneeId, due_at: toIso(row.dueAt) });

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
  return { row, event: created(row) };
}

export function checkAssignee(given: string | undefined, active: readonly string[], pointer: string) {
  if (given !== undefined && active.length === 0)
    throw new Problem('staff-unknown', 'The assignee is not an active staff member.', {
      errors: [{ pointer, code: 'staff-unknown', detail: 'Use an id of /v1/staff.' }],
    });
}

export const answered = (call: Call, row: FollowUpRow, status: number) => ({
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

export async function getFollowUp(call: Call<{ id: string }>): Promise<Reply> {
  const row = (await call.deps.db.read({ row: followUpById(call.params.id) })).row[0];
  const contact = row && (await call.deps.db.read({ contact: contactById(row.contactId) })).contact[0];
  if (!row || !contact || !canSee(call, contact.ownerId)) throw notFound('follow-up');
  return { status: 200, body: followUpView(row, call.now, zoneOf(call)), headers: { etag: etag(row.version) } };
}

/** The agenda by due time; its buckets are days of the reader's zone, or of the company's where a key reads. */
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
  return pageReply(
    page(rows, limit, binding, (row) => [row.dueAt, row.id]),
    (row) => followUpView(row, call.now, zone),
    '/v1/follow-ups',
    call.query,
  );
}
