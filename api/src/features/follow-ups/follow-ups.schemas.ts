// Follow-ups on the wire.

import { z } from '@hono/zod-openapi';
import { bucketOf, isZone, toInstant, toIso } from '@sidestage/domain';
import { contextIn, cursor, freeText, instantOut, limit, text } from '../../http/schemas.ts';
import type { FollowUpRow } from './follow-ups.store.ts';

/** A local time and a zone, checked against the calendar; the output adds the instant it means. */
export const dueIn = z.strictObject({ local: z.string().max(25), zone: z.string().max(64) }).transform((due, ctx) => {
  const instant = toInstant(due);
  if (instant.ok) return { local: instant.local, zone: due.zone, at: instant.at };
  ctx.addIssue({
    code: 'custom',
    message: instant.detail,
    path: [instant.code === 'zone-unknown' ? 'zone' : 'local'],
    params: { code: instant.code },
  });
  return z.NEVER;
});

export const nextIn = z
  .strictObject({
    title: text(300),
    due: dueIn,
    assignee_id: z.string().max(64).optional(),
    kind: text(40).optional(),
    note: freeText(4000).optional(),
  })
  .openapi('NextStep');
// Spread, not extended: two closed schemas side by side in the document would admit nothing.
export const followUpIn = z
  .strictObject({ ...nextIn.shape, contact_id: z.string().min(1).max(64), context: contextIn.optional() })
  .openapi('FollowUpCreate');
export const completeIn = z
  .strictObject({ outcome: freeText(2000).optional(), next: nextIn.optional(), context: contextIn.optional() })
  .openapi('FollowUpComplete');
export const snoozeIn = z.strictObject({ until: dueIn, context: contextIn.optional() }).openapi('FollowUpSnooze');
export const patchIn = z
  .strictObject({
    title: text(300).optional(),
    note: freeText(4000).nullable().optional(),
    kind: text(40).nullable().optional(),
    assignee_id: z.string().max(64).optional(),
    due: dueIn.optional(),
    context: contextIn.optional(),
  })
  .openapi('FollowUpPatch');
export const agendaQuery = z.strictObject({
  bucket: z.enum(['overdue', 'today', 'upcoming']).optional(),
  assignee: z
    .string()
    .max(64)
    .optional()
    .openapi({ description: 'A staff id, `me` or `all`. A staff caller gets their own unless they say otherwise.' }),
  contact_id: z.string().max(64).optional(),
  status: z.enum(['open', 'done', 'cancelled']).optional().openapi({ default: 'open' }),
  limit,
  cursor,
});

export const followUpOut = z
  .object({
    id: z.string(),
    contact_id: z.string(),
    contact_name: z.string(),
    title: z.string(),
    due: z.object({ local: z.string(), zone: z.string(), at: instantOut }),
    bucket: z.string(),
    assignee_id: z.string().nullable(),
    kind: z.string().nullable(),
    note: z.string().nullable(),
    status: z.string(),
    outcome: z.string().nullable(),
    created_at: instantOut,
    completed_at: instantOut.nullable(),
    version: z.number().int(),
  })
  .openapi('FollowUp');

/** `zone` is the one the agenda is read in: the assignee's. */
export const followUpView = (row: FollowUpRow, now: number, zone: string): z.input<typeof followUpOut> => ({
  id: row.id,
  contact_id: row.contactId,
  contact_name: row.contactName,
  title: row.title,
  due: { local: row.dueLocal, zone: row.dueZone, at: toIso(row.dueAt) },
  bucket: bucketOf(row.dueAt, now, isZone(zone) ? zone : row.dueZone),
  assignee_id: row.assigneeId,
  kind: row.kind,
  note: row.note,
  status: row.status,
  outcome: row.outcome,
  created_at: toIso(row.createdAt),
  completed_at: row.completedAt === null ? null : toIso(row.completedAt),
  version: row.version,
});
