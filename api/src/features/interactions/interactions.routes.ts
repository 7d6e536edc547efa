// /v1/contacts/{id}/interactions
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { interactionIn, interactionPage, interactionQuery, loggedOut } from './interactions.schemas.ts';
import { listContactInteractions, logInteraction } from './interactions.service.ts';

const area = 'work';

export const interactionOperations = [
  operation(
    {
      id: 'listContactInteractions',
      method: 'get',
      path: '/v1/contacts/{id}/interactions',
      area,
      scope: 'contacts:read',
      summary: 'What happened, newest first',
      params: idParam,
      query: interactionQuery,
      replies: { 200: { description: 'One page', schema: interactionPage } },
      problems: ['cursor-invalid'],
    },
    listContactInteractions,
  ),
  operation(
    {
      id: 'logInteraction',
      method: 'post',
      path: '/v1/contacts/{id}/interactions',
      area,
      scope: 'work:write',
      summary: 'Log what happened, and what comes next',
      params: idParam,
      body: interactionIn,
      faults: bodyHandleFaults,
      replies: { 201: { description: 'Logged', schema: loggedOut } },
      problems: ['context-mismatch', 'contact-archived', 'staff-unknown', 'effective-in-future'],
    },
    logInteraction,
  ),
];
