// /v1/handovers
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { personBehind } from '../contacts/contacts.store.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { canSee } from '../contacts/on-contact.ts';
import {
  acceptIn,
  answeredOut,
  declineIn,
  handoverOut,
  handoversQuery,
  handoverView,
  reopenIn,
} from './handovers.schemas.ts';
import { acceptHandover, declineHandover, listHandovers, reopenHandover } from './handovers.service.ts';
import { handoverById } from './handovers.store.ts';

const area = 'team';
const faults = bodyHandleFaults;
const problems = ['handover-closed', 'context-mismatch', 'contact-archived', 'contact-erased'] as const;

export const handoverOperations = [
  operation(
    {
      id: 'listHandovers',
      method: 'get',
      path: '/v1/handovers',
      area,
      scope: 'contacts:read',
      summary: 'Contacts handed from one function to another',
      description: 'A move into a stage that another function owns opens one.',
      query: handoversQuery,
      replies: {
        200: { description: 'Whoever waits longest first', schema: pageOf(handoverOut).openapi('HandoverPage') },
      },
      problems: ['cursor-invalid'],
    },
    listHandovers,
  ),
  operation(
    {
      id: 'getHandover',
      method: 'get',
      path: '/v1/handovers/{id}',
      area,
      scope: 'contacts:read',
      summary: 'One handover',
      params: idParam,
      replies: { 200: { description: 'The handover', schema: handoverOut } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: handoverById(call.params.id) })).row[0];
      const contact = row && (await call.deps.db.read({ contact: personBehind(row.contactId) })).contact[0];
      if (!row || !contact || !canSee(call, contact.ownerId)) throw notFound('handover');
      return { status: 200, body: handoverView(row) };
    },
  ),
  operation(
    {
      id: 'acceptHandover',
      method: 'post',
      path: '/v1/handovers/{id}/accept',
      area,
      scope: 'contacts:write',
      summary: 'Take a contact over, and become or name their owner',
      params: idParam,
      body: acceptIn,
      bodyOptional: true,
      faults,
      replies: { 200: { description: 'Taken over', schema: answeredOut } },
      problems: [...problems, 'staff-unknown'],
    },
    async (call) => acceptHandover(call, call.params.id, call.body),
  ),
  operation(
    {
      id: 'declineHandover',
      method: 'post',
      path: '/v1/handovers/{id}/decline',
      area,
      scope: 'contacts:write',
      summary: 'Decline to take a contact over, and say why',
      description: 'Stage and owner stay as they are.',
      params: idParam,
      body: declineIn,
      faults,
      replies: { 200: { description: 'Declined', schema: answeredOut } },
      problems,
    },
    async (call) => declineHandover(call, call.params.id, call.body),
  ),
  operation(
    {
      id: 'reopenHandover',
      method: 'post',
      path: '/v1/handovers/{id}/reopen',
      area,
      scope: 'contacts:write',
      summary: 'Take an answer back: the handover is open again',
      description:
        'As long as the contact stands in a stage of the function it was handed to. One that is open is answered as it is.',
      params: idParam,
      body: reopenIn,
      bodyOptional: true,
      faults,
      replies: { 200: { description: 'Open', schema: answeredOut } },
      problems: [...problems, 'staff-unknown'],
    },
    async (call) => reopenHandover(call, call.params.id, call.body),
  ),
];
