// A conversation that shows only a name, tied to a person by a rep; or "not this person", remembered.

import { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import { actorText, actorView } from '../../http/actor.ts';
import { answeredOrMissing } from '../../http/mutate.ts';
import { operation } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { actorOut, channelKey, freeText, idParam, instantOut, text } from '../../http/schemas.ts';
import { canSee, onContact } from '../contacts/on-contact.ts';

const linkIn = z
  .strictObject({
    channel: channelKey,
    scope: freeText(200).optional(),
    conversation_key: text(500),
    contact_id: z.string().min(1).max(64),
    verdict: z.enum(['linked', 'not_this_person']).optional(),
  })
  .openapi('ConversationLinkCreate');
const linkOut = z
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

interface LinkRow {
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  readonly conversationKey: string;
  readonly contactId: string;
  readonly verdict: string;
  readonly createdBy: string;
  readonly createdAt: number;
}
const COLUMNS = 'id, channel, scope, conversation_key, contact_id, verdict, created_by, created_at';
const decode = (r: readonly unknown[]): LinkRow => ({
  id: String(r[0]),
  channel: String(r[1]),
  scope: String(r[2]),
  conversationKey: String(r[3]),
  contactId: String(r[4]),
  verdict: String(r[5]),
  createdBy: String(r[6]),
  createdAt: Number(r[7]),
});
const view = (row: LinkRow): z.input<typeof linkOut> => ({
  id: row.id,
  channel: row.channel,
  scope: row.scope,
  conversation_key: row.conversationKey,
  contact_id: row.contactId,
  verdict: row.verdict,
  created_by: actorView(row.createdBy),
  created_at: toIso(row.createdAt),
});
/** With the owners of the people they speak of. */
const linksOf = (channel: string, scope: string, conversationKey: string) =>
  statement(
    `select ${COLUMNS}, (select c.owner_id from contacts c where c.id = contact_id) from conversation_links where channel = ? and scope = ? and conversation_key = ? order by created_at`,
    [channel, scope, conversationKey],
    (r) => ({ ...decode(r), ownerId: r[8] === null ? null : String(r[8]) }),
  );
const linkById = (id: string) => statement(`select ${COLUMNS} from conversation_links where id = ?`, [id], decode);

export const conversationLinkOperations = [
  operation(
    {
      id: 'listConversationLinks',
      method: 'get',
      path: '/v1/conversation-links',
      area: 'people',
      scope: 'contacts:read',
      summary: 'What is remembered about a conversation',
      query: z.strictObject({ channel: channelKey, scope: freeText(200).optional(), conversation_key: text(500) }),
      replies: {
        200: { description: 'Links', schema: z.object({ data: z.array(linkOut) }).openapi('ConversationLinks') },
      },
    },
    async (call) => {
      const { rows } = await call.deps.db.read({
        rows: linksOf(call.query.channel, call.query.scope ?? '', call.query.conversation_key),
      });
      return { status: 200, body: { data: rows.filter((row) => canSee(call, row.ownerId)).map(view) } };
    },
  ),
  operation(
    {
      id: 'createConversationLink',
      method: 'post',
      path: '/v1/conversation-links',
      area: 'people',
      scope: 'work:write',
      summary: 'Remember who a conversation is with, or is not',
      body: linkIn,
      replies: {
        201: { description: 'Remembered', schema: linkOut },
        200: { description: 'Already so', schema: linkOut },
      },
      problems: ['not-found', 'conflict', 'contact-archived', 'contact-erased'],
    },
    async (call) => {
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
            statements: [
              ...contrary.map((link) => statement('delete from conversation_links where id = ?', [link.id])),
              statement(`insert into conversation_links (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)`, [
                row.id,
                row.channel,
                row.scope,
                row.conversationKey,
                row.contactId,
                row.verdict,
                row.createdBy,
                row.createdAt,
              ]),
            ],
            events: [
              {
                type: 'conversation.linked',
                contactId: contact.id,
                data: { contact_id: contact.id, link_id: row.id, channel: row.channel, verdict: row.verdict },
              },
            ],
            reference: row.id,
            body: () => view(same ?? row),
            schema: linkOut,
          };
        },
      });
    },
  ),
  operation(
    {
      id: 'removeConversationLink',
      method: 'delete',
      path: '/v1/conversation-links/{id}',
      area: 'people',
      scope: 'work:write',
      summary: 'Forget a link',
      params: idParam,
      replies: { 204: { description: 'Forgotten' } },
    },
    async (call) => {
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
            statements: [statement('delete from conversation_links where id = ?', [link.id])],
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
    },
  ),
];
