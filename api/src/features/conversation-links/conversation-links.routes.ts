// /v1/conversation-links
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import { linkIn, linkOut, linkQuery, linksOut } from './conversation-links.schemas.ts';
import { createConversationLink, listConversationLinks, removeConversationLink } from './conversation-links.service.ts';

const area = 'people';

export const conversationLinkOperations = [
  operation(
    {
      id: 'listConversationLinks',
      method: 'get',
      path: '/v1/conversation-links',
      area,
      scope: 'contacts:read',
      summary: 'What is remembered about a conversation',
      query: linkQuery,
      replies: {
        200: { description: 'Links', schema: linksOut },
      },
    },
    listConversationLinks,
  ),
  operation(
    {
      id: 'createConversationLink',
      method: 'post',
      path: '/v1/conversation-links',
      area,
      scope: 'work:write',
      summary: 'Remember who a conversation is with, or is not',
      body: linkIn,
      replies: {
        201: { description: 'Remembered', schema: linkOut },
        200: { description: 'Already so', schema: linkOut },
      },
      problems: ['not-found', 'conflict', 'contact-archived', 'contact-erased'],
    },
    createConversationLink,
  ),
  operation(
    {
      id: 'removeConversationLink',
      method: 'delete',
      path: '/v1/conversation-links/{id}',
      area,
      scope: 'work:write',
      summary: 'Forget a link',
      params: idParam,
      replies: { 204: { description: 'Forgotten' } },
    },
    removeConversationLink,
  ),
];
