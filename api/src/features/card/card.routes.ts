// /v1/contacts/{id}/card
import { etag } from '../../http/conditional.ts';
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { visibleContact } from '../contacts/on-contact.ts';
import { candidateView } from '../duplicates/duplicates.schemas.ts';
import { cardCandidates } from '../duplicates/duplicates.service.ts';
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
      const { id } = call.params;
      const { duplicates, ...rows } = await call.deps.db.read({
        contact: contactById(id),
        duplicates: cardCandidates(call, id),
        ...cardLoad(call, id),
      });
      const contact = visibleContact(call, rows.contact[0]);
      return {
        status: 200,
        body: cardBody(call, contact, rows, duplicates.map(candidateView)),
        headers: { etag: etag(contact.version) },
      };
    },
  ),
];
