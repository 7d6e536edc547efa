// /v1/contacts/{id}/card
import { etag } from '../../http/conditional.ts';
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { visibleContact } from '../contacts/on-contact.ts';
import { cardBody, cardLoad, cardOut } from './card.service.ts';

export const cardOperations = [
  operation(
    {
      id: 'getContactCard',
      method: 'get',
      path: '/v1/contacts/{id}/card',
      area: 'people',
      scope: 'contacts:read',
      summary: 'All the panel needs about a person',
      params: idParam,
      replies: { 200: { description: 'The card', schema: cardOut } },
      problems: ['contact-erased'],
    },
    async (call) => {
      const rows = await call.deps.db.read({ contact: contactById(call.params.id), ...cardLoad(call, call.params.id) });
      const contact = visibleContact(call, rows.contact[0]);
      return { status: 200, body: cardBody(call, contact, rows), headers: { etag: etag(contact.version) } };
    },
  ),
];
