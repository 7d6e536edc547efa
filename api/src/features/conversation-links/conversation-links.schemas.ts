// Conversation links on the wire.
import { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import { actorOut, channelKey, freeText, instantOut, text } from '../../http/schemas.ts';
import type { LinkRow } from './conversation-links.store.ts';

export const linkQuery = z.strictObject({
  channel: channelKey,
  scope: freeText(200).optional(),
  conversation_key: text(500),
});
export const linkIn = z
  .strictObject({
    channel: channelKey,
    scope: freeText(200).optional(),
    conversation_key: text(500),
    contact_id: z.string().min(1).max(64),
    verdict: z.enum(['linked', 'not_this_person']).optional(),
  })
  .openapi('ConversationLinkCreate');
export const linkOut = z
  .object({
    id: z.string(),
    channel: z.string(),
    scope: z.string(),
    conversation_key: z.string(),
    contact_id: z.string(),
    verdict: z.string(),
    created_by: actorOut,
    created_at: instantOut,
  })
  .openapi('ConversationLink');
export const linksOut = z.object({ data: z.array(linkOut) }).openapi('ConversationLinks');

export const linkView = (row: LinkRow): z.input<typeof linkOut> => ({
  id: row.id,
  channel: row.channel,
  scope: row.scope,
  conversation_key: row.conversationKey,
  contact_id: row.contactId,
  verdict: row.verdict,
  created_by: actorView(row.createdBy),
  created_at: toIso(row.createdAt),
});
