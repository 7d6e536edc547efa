// The handles a person is reached by.
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import { bodyHandleFaults, handleFaults } from '../contacts/handles.ts';
import { addedOut, addIn, identitiesOut, patchIn } from './identities.schemas.ts';
import { addContactIdentity, listContactIdentities, removeIdentity, updateIdentity } from './identities.service.ts';

const area = 'people';

export const identityOperations = [
  operation(
    {
      id: 'listContactIdentities',
      method: 'get',
      path: '/v1/contacts/{id}/identities',
      area,
      scope: 'contacts:read',
      summary: 'Handles of a person',
      params: idParam,
      replies: {
        200: { description: 'All of them', schema: identitiesOut },
      },
    },
    listContactIdentities,
  ),
  operation(
    {
      id: 'addContactIdentity',
      method: 'post',
      path: '/v1/contacts/{id}/identities',
      area,
      scope: 'contacts:write',
      summary: 'Add a handle to a person',
      params: idParam,
      body: addIn,
      faults: (body, deps) => [...bodyHandleFaults(body, deps), ...handleFaults([['', body]], deps)],
      replies: {
        201: { description: 'Added', schema: addedOut },
        200: { description: 'Already theirs', schema: addedOut },
      },
      problems: ['handle-taken', 'context-mismatch', 'contact-archived'],
    },
    addContactIdentity,
  ),
  operation(
    {
      id: 'updateIdentity',
      method: 'patch',
      path: '/v1/identities/{id}',
      area,
      scope: 'contacts:write',
      summary: 'Show a handle otherwise, or mark it as shared or their own (merge-patch)',
      description:
        'The handle itself never changes: take it off and add another. One that others hold too cannot become somebody’s own.',
      params: idParam,
      body: patchIn,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'As it is now', schema: addedOut } },
      problems: ['handle-taken', 'context-mismatch', 'contact-archived'],
    },
    updateIdentity,
  ),
  operation(
    {
      id: 'removeIdentity',
      method: 'delete',
      path: '/v1/identities/{id}',
      area,
      scope: 'contacts:write',
      summary: 'Take a handle off a person',
      params: idParam,
      replies: { 204: { description: 'Gone' } },
      problems: ['contact-archived'],
    },
    removeIdentity,
  ),
];
