// Rows of the audit log on the wire, and how they are asked for.
import { z } from '@hono/zod-openapi';
import { actorOut, cursor, instantIn, instantOut, limit } from '../../http/schemas.ts';

const outcome = z.enum(['done', 'unchanged', 'refused']);

export const auditQuery = z.strictObject({
  actor: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'An id of a staff member or a key, or system.')
    .optional()
    .openapi({ description: 'Who: the id of a staff member or a key, or `system`.' }),
  operation: z
    .string()
    .regex(/^[a-zA-Z]{1,64}$/, 'An operationId of this document.')
    .optional()
    .openapi({ description: 'What was asked for: an operationId of this document.', example: 'moveContactStage' }),
  subject: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .openapi({ description: 'What it was done to, or what it made: an id or a key.' }),
  outcome: outcome.optional(),
  since: instantIn.optional(),
  until: instantIn.optional().openapi({ description: 'Up to, and without, this instant.' }),
  limit,
  cursor,
});
export type AuditQuery = Omit<typeof auditQuery._output, 'limit' | 'cursor'>;

export const auditOut = z
  .object({
    id: z.string().openapi({ description: 'The Request-Id the request was answered with.' }),
    seq: z.number().int(),
    at: instantOut,
    actor: actorOut.extend({ name: z.string() }),
    session_id: z.string().nullable().openapi({ description: 'The device a staff member was signed in on.' }),
    client_id: z.string().nullable().openapi({ description: 'What the client called itself: Sidestage-Client.' }),
    operation: z.string(),
    subject: z.string().nullable(),
    outcome: outcome.openapi({
      description: '`unchanged` was taken and changed nothing; `refused` was decided against. More may come.',
    }),
    status: z.number().int(),
    problem: z.string().nullable().openapi({ description: 'The code of the refusal.' }),
  })
  .openapi('AuditEntry');
