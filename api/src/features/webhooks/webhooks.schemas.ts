// Webhooks on the wire. The secret is in the answers that make one, and nowhere else.
import { z } from '@hono/zod-openapi';
import { isoOrNull, toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import { actorOut, cursor, instantOut, limit, text } from '../../http/schemas.ts';
import { eventOut, eventTypeIn } from '../events/events.schemas.ts';
import type { DeliveryRow, WebhookRow } from './webhooks.store.ts';

const url = text(2000).openapi({
  example: 'https://example.com/sidestage',
  description: 'https on the open internet; elsewhere and over http only where the operator allows the network.',
});
const types = z.array(eventTypeIn).max(100).openapi({
  description: 'Event types to send, `contact.*` for all of an area; all of them where the list is empty.',
});
const seq = z.number().int().min(0, 'A seq: 0 or more.').max(Number.MAX_SAFE_INTEGER);

export const webhookIn = z
  .strictObject({
    url,
    types: types.optional(),
    description: text(200).nullable().optional(),
    enabled: z.boolean().optional(),
    after: seq
      .optional()
      .openapi({ description: 'Send what comes after this seq; what happens from now on unless told.' }),
  })
  .openapi('WebhookCreate');
export const webhookPatch = z
  .strictObject({
    url: url.optional(),
    types: types.optional(),
    description: text(200).nullable().optional(),
    enabled: z.boolean().optional(),
  })
  .openapi('WebhookPatch');
export const rotateIn = z
  .strictObject({
    keep_previous_for_s: z
      .number()
      .int()
      .min(0, 'Seconds, 0 to 604800.')
      .max(604_800, 'Seconds, 0 to 604800.')
      .optional()
      .openapi({ default: 86_400, description: 'How long messages are signed with the old secret too.' }),
  })
  .openapi('WebhookSecretRotate');
export const replayIn = z.strictObject({ after: seq }).openapi('WebhookReplay');

export const webhookOut = z
  .object({
    id: z.string(),
    url: z.string(),
    types: z.array(z.string()),
    description: z.string().nullable(),
    enabled: z.boolean(),
    disabled_at: instantOut.nullable(),
    disabled_because: z
      .string()
      .nullable()
      .openapi({ description: '`by-hand`, `gone` (the receiver said 410), `retries-exhausted`; more may come.' }),
    delivered_through: z.number().int().openapi({
      description:
        'Every event up to this seq is settled. What `types` leaves out is passed by without being written down each time: there it may be up to a thousand behind though nothing waits.',
    }),
    behind: z.number().int().openapi({ description: 'How many events come after that, wanted or not.' }),
    failing: z
      .object({
        attempts: z.number().int(),
        since: instantOut,
        next_attempt_at: instantOut.nullable(),
        error: z.string(),
      })
      .nullable(),
    previous_secret_until: instantOut.nullable(),
    version: z.number().int(),
    created_by: actorOut,
    created_at: instantOut,
    updated_at: instantOut,
  })
  .openapi('Webhook');
export const webhookSecretOut = webhookOut
  .extend({ secret: z.string().openapi({ example: 'whsec_…' }) })
  .openapi('WebhookWithSecret');

export const deliveryOut = z
  .object({
    id: z.string(),
    webhook_id: z.string(),
    kind: z.string().openapi({ description: 'event, replay or test.' }),
    event_id: z.string().nullable(),
    event_seq: z.number().int().nullable(),
    type: z.string(),
    status: z.string().openapi({ description: 'pending, retrying, delivered or failed.' }),
    attempts: z.number().int(),
    response_status: z.number().int().nullable(),
    error: z.string().nullable().openapi({
      description:
        'A code: status, redirect, timeout, connection-refused, connection-lost, tls, address-refused, not-found; more may come.',
    }),
    duration_ms: z.number().int().nullable(),
    created_at: instantOut,
    last_attempt_at: instantOut.nullable(),
    next_attempt_at: instantOut.nullable(),
  })
  .openapi('WebhookDelivery');
export const deliveryQuery = z.strictObject({
  status: z.enum(['pending', 'retrying', 'delivered', 'failed']).optional(),
  limit,
  cursor,
});

/** What is sent: the event, with `timestamp` as Standard Webhooks names it. */
export const messageOut = z.object({ ...eventOut.shape, timestamp: instantOut }).openapi('WebhookMessage');

export function webhookView(row: WebhookRow, lastSeq: number, now: number): z.input<typeof webhookOut> {
  return {
    id: row.id,
    url: row.url,
    types: [...row.types],
    description: row.description,
    enabled: row.enabled,
    disabled_at: isoOrNull(row.disabledAt),
    disabled_because: row.disabledBecause,
    delivered_through: row.cursor,
    behind: Math.max(0, lastSeq - row.cursor),
    failing:
      row.failingSince === null
        ? null
        : {
            attempts: row.attempts,
            since: toIso(row.failingSince),
            next_attempt_at: isoOrNull(row.nextAttemptAt),
            error: row.lastError ?? '',
          },
    previous_secret_until: row.previousUntil !== null && row.previousUntil > now ? toIso(row.previousUntil) : null,
    version: row.version,
    created_by: actorView(row.createdBy),
    created_at: toIso(row.createdAt),
    updated_at: toIso(row.updatedAt),
  };
}

export const deliveryView = (row: DeliveryRow): z.input<typeof deliveryOut> => ({
  id: row.id,
  webhook_id: row.webhookId,
  kind: row.kind,
  event_id: row.eventId,
  event_seq: row.eventSeq,
  type: row.type,
  status: row.status,
  attempts: row.attempts,
  response_status: row.responseStatus,
  error: row.error,
  duration_ms: row.durationMs,
  created_at: toIso(row.createdAt),
  last_attempt_at: isoOrNull(row.lastAttemptAt),
  next_attempt_at: isoOrNull(row.nextAttemptAt),
});
