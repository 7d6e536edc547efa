// Interactions on the wire.
import { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import {
  actorOut,
  channelKey,
  contextIn,
  cursor,
  freeText,
  instantIn,
  instantOut,
  limit,
  pageOf,
  text,
} from '../../http/schemas.ts';
import { followUpOut, nextIn } from '../follow-ups/follow-ups.schemas.ts';
import type { InteractionRow } from './interactions.store.ts';

const KINDS = ['note', 'message', 'email', 'call', 'meeting', 'form', 'purchase', 'complaint', 'other'] as const;

export const interactionIn = z
  .strictObject({
    kind: z.enum(KINDS),
    direction: z.enum(['inbound', 'outbound', 'none']),
    occurred_at: instantIn,
    summary: freeText(10_000),
    channel: channelKey.optional(),
    purpose: text(100).optional(),
    next: nextIn.optional(),
    context: contextIn.optional(),
  })
  .openapi('InteractionCreate');

export const interactionOut = z
  .object({
    id: z.string(),
    contact_id: z.string(),
    kind: z.string(),
    direction: z.string(),
    occurred_at: instantOut,
    summary: z.string(),
    channel: z.string().nullable(),
    purpose: z.string().nullable(),
    actor: actorOut,
    created_at: instantOut,
  })
  .openapi('Interaction');
export const interactionQuery = z.strictObject({ limit, cursor });
export const interactionPage = pageOf(interactionOut).openapi('InteractionPage');
export const loggedOut = interactionOut.extend({ follow_up: followUpOut.nullable() }).openapi('InteractionLogged');

export const interactionView = (row: InteractionRow): z.input<typeof interactionOut> => ({
  id: row.id,
  contact_id: row.contactId,
  kind: row.kind,
  direction: row.direction,
  occurred_at: toIso(row.occurredAt),
  summary: row.summary,
  channel: row.channel,
  purpose: row.purpose,
  actor: actorView(row.actor),
  created_at: toIso(row.createdAt),
});
