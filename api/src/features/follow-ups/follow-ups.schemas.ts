// Follow-ups on the wire.

import { z } from '@hono/zod-openapi';
import {
  bucketOf,
  isoOrNull,
  isZone,
  LONGEST_INTERVAL,
  REPEAT_UNITS,
  type Repeat,
  toInstant,
  toIso,
} from '@sidestage/domain';
import { contextIn, cursor, freeText, instantOut, limit, text } from '../../http/schemas.ts';
import type { FollowUpRow } from './follow-ups.store.ts';

/**
 * A local time and a zone, checked against the calendar. The output adds the instant it means; `local` is how that instant
 * reads there, and differs from `asked` on a night that skips the hour.
 */
const dueIn = z.strictObject({ local: z.string().max(25), zone: z.string().max(64) }).transform((due, ctx) => {
  const instant = toInstant(due);
  const asked = due.local.replace(/^(.{16}):00$/, '$1');
  if (instant.ok) return { local: instant.local, asked, zone: due.zone, at: instant.at };
  ctx.addIssue({
    code: 'custom',
    message: instant.detail,
    path: [instant.code === 'zone-unknown' ? 'zone' : 'local'],
    params: { code: instant.code },
  });
  return z.NEVER;
});

const repeatIn = z
  .strictObject({
    unit: z.enum(REPEAT_UNITS),
    interval: z.number().int().min(1).max(LONGEST_INTERVAL).optional().openapi({ default: 1 }),
    day: z.number().int().min(1).max(31).optional().openapi({
      description:
        'With `month`: the day of the month, where it is not the one it is due on now. 31 is always the last.',
    }),
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day such as 2026-12-31.')
      .refine((day) => toInstant({ local: `${day}T12:00`, zone: 'UTC' }).ok, { message: 'There is no such day.' })
      .optional()
      .openapi({ description: 'The last day one may be due on, local like `due`.' }),
  })
  .superRefine((repeat, ctx) => {
    if (repeat.day !== undefined && repeat.unit !== 'month')
      ctx.addIssue({ code: 'custom', message: 'Only a repetition by month takes a day.', path: ['day'] });
  })
  .openapi('RepeatIn', {
    description: 'Completing it plans the next one, once: the first of the series that is still to come.',
  });

const nextShape = {
  title: text(300),
  due: dueIn,
  assignee_id: z.string().max(64).optional(),
  kind: text(40).optional(),
  note: freeText(4000).optional(),
  repeat: repeatIn.optional(),
};

/** A series that ends before it begins is a slip. */
function endsAfterDue(
  next: { due?: { local: string } | undefined; repeat?: { until?: string | undefined } | null | undefined },
  ctx: z.RefinementCtx,
) {
  if (next.due && next.repeat?.until !== undefined && next.repeat.until < next.due.local.slice(0, 10))
    ctx.addIssue({ code: 'custom', message: 'The series would end before it begins.', path: ['repeat', 'until'] });
}

export const nextIn = z.strictObject(nextShape).superRefine(endsAfterDue).openapi('NextStep');
// Spread, not extended: two closed schemas side by side in the document would admit nothing.
export const followUpIn = z
  .strictObject({ ...nextShape, contact_id: z.string().min(1).max(64), context: contextIn.optional() })
  .superRefine(endsAfterDue)
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
    repeat: repeatIn.nullable().optional().openapi({ description: 'Null ends the series with this one.' }),
    context: contextIn.optional(),
  })
  .superRefine(endsAfterDue)
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
    repeat: z
      .object({
        unit: z.string(),
        interval: z.number().int(),
        day: z.number().int().nullable(),
        until: z.string().nullable(),
      })
      .nullable(),
    follows_id: z.string().nullable().openapi({ description: 'The one of the series before it.' }),
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

/** A repetition as it is kept: a monthly one knows its day, so that the 31st does not become the 28th for good. */
export function repeatOf(repeat: z.output<typeof repeatIn> | null | undefined, dueLocal: string): Repeat | null {
  if (!repeat) return null;
  const { unit, interval = 1, day, until } = repeat;
  return {
    unit,
    interval,
    ...(unit === 'month' ? { day: day ?? Number(dueLocal.slice(8, 10)) } : {}),
    ...(until === undefined ? {} : { until }),
  };
}

/** `zone` is the one its reader counts days in. */
export const followUpView = (row: FollowUpRow, now: number, zone: string): z.input<typeof followUpOut> => ({
  id: row.id,
  contact_id: row.contactId,
  contact_name: row.contactName,
  title: row.title,
  due: { local: row.dueLocal, zone: row.dueZone, at: toIso(row.dueAt) },
  bucket: bucketOf(row.dueAt, now, isZone(zone) ? zone : row.dueZone),
  repeat: row.repeat && {
    unit: row.repeat.unit,
    interval: row.repeat.interval,
    day: row.repeat.day ?? null,
    until: row.repeat.until ?? null,
  },
  follows_id: row.follows,
  assignee_id: row.assigneeId,
  kind: row.kind,
  note: row.note,
  status: row.status,
  outcome: row.outcome,
  created_at: toIso(row.createdAt),
  completed_at: isoOrNull(row.completedAt),
  version: row.version,
});
