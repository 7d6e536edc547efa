// Who a conversation that shows only a name is with, as a rep said; or "not this person", remembered.
import type { z } from '@hono/zod-openapi';
import { actorText } from '../../http/actor.ts';
import { answeredOrMissing } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { canSee, onContact } from '../contacts/on-contact.ts';
import { type linkIn, linkOut, type linkQuery, linkView } from './conversation-links.schemas.ts';
import { deleteLink, insertLink, type LinkRow, linkById, linksOf } from './conversation-links.store.ts';

export async function listConversationLinks(call: Call<unknown, z.output<typeof linkQuery>>): Promise<Reply> {
  const { rows } = await call.deps.db.read({
    rows: linksOf(call.query.channel, call.query.scope ?? '', call.query.conversation_key),
  });
  return { status: 200, body: { data: rows.filter((row) => canSee(call, row.ownerId)).map(linkView) } };
}

export async function createConversationLink(call: Call<unknown, unknown, z.output<typeof linkIn>>): Promise<Reply> {
  const { body } = call;
  const row: LinkRow = {
    id: call.deps.newId('lnk'),
    channel: body.channel,
    scope: body.scope ?? '',
    conversationKey: body.conversation_key,
    contactId: body.contact_id,
    verdict: body.verdict ?? 'linked',
    createdBy: actorText(call.actor),
    createdAt: call.now,
  };
  return onContact(call, {
    contactId: row.contactId,
    operation: 'createConversationLink',
    load: { links: linksOf(row.channel, row.scope, row.conversationKey) },
    plan: (contact, { links }) => {
      const same = links.find((link) => link.contactId === row.contactId && link.verdict === row.verdict);
      const other =
        row.verdict === 'linked'
          ? links.find((link) => link.verdict === 'linked' && link.contactId !== row.contactId)
          : undefined;
      if (other)
        throw new Problem('conflict', 'This conversation is linked to another contact. Remove that link first.', {
          extra: { link_id: canSee(call, other.ownerId) ? other.id : null },
        });
      const contrary = links.filter((link) => link.contactId === row.contactId && link.verdict !== row.verdict);
      return {
        changed: !same,
        status: same ? 200 : 201,
        statements: [...contrary.map((link) => deleteLink(link.id)), insertLink(row)],
        events: [
          {
            type: 'conversation.linked',
            contactId: contact.id,
            data: { contact_id: contact.id, link_id: row.id, channel: row.channel, verdict: row.verdict },
          },
        ],
        reference: row.id,
        body: () => linkView(same ?? row),
        schema: linkOut,
      };
    },
  });
}

export async function removeConversationLink(call: Call<{ id: string }>): Promise<Reply> {
  const link = (await call.deps.db.read({ row: linkById(call.params.id) })).row[0];
  if (!link) return answeredOrMissing(call, 'conversation link');
  return onContact(call, {
    contactId: link.contactId,
    named: 'conversation link',
    operation: 'removeConversationLink',
    allowArchived: true,
    load: { row: linkById(link.id) },
    plan: (contact, { row }) => {
      if (!row[0]) throw notFound('conversation link');
      return {
        changed: true,
        status: 204,
        statements: [deleteLink(link.id)],
        events: [
          {
            type: 'conversation.unlinked',
            contactId: contact.id,
            data: { contact_id: contact.id, link_id: link.id },
          },
        ],
        body: () => undefined,
      };
    },
  });
}
