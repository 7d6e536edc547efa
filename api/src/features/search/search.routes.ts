// POST /v1/contacts/search
import { operation } from '../../http/operation.ts';
import { contactPage } from '../contacts/contacts.schemas.ts';
import { searchIn } from './search.schemas.ts';
import { filterFaults, searchContacts } from './search.service.ts';

export const searchOperations = [
  operation(
    {
      id: 'searchContacts',
      method: 'post',
      path: '/v1/contacts/search',
      area: 'people',
      scope: 'contacts:read',
      readOnly: true,
      summary: 'Find people by words and a tree of conditions',
      description:
        'Reads only. Send `next_cursor` back as `cursor` with the same words, filter and sort; with others it is refused.',
      body: searchIn,
      faults: filterFaults,
      replies: { 200: { description: 'One page', schema: contactPage } },
      problems: ['cursor-invalid'],
    },
    searchContacts,
  ),
];
