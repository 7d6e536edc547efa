// /v1/follow-ups
import { operation } from '../../http/operation.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { contextBody } from '../contacts/contacts.schemas.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { cancelFollowUp, completeFollowUp, reopenFollowUp, snoozeFollowUp, updateFollowUp } from './changes.service.ts';
import { agendaQuery, completeIn, followUpIn, followUpOut, patchIn, snoozeIn } from './follow-ups.schemas.ts';
import { createFollowUp, getFollowUp, listFollowUps } from './follow-ups.service.ts';

const area = 'work';
const faults = bodyHandleFaults;
const problems = [
  'follow-up-closed',
  'context-mismatch',
  'contact-archived',
  'contact-erased',
  'staff-unknown',
] as const;
const now200 = { 200: { description: 'As it is now', schema: followUpOut } };

export const followUpOperations = [
  operation(
    {
      id: 'listFollowUps',
      method: 'get',
      path: '/v1/follow-ups',
      area,
      scope: 'contacts:read',
      summary: 'The agenda: overdue, today, upcoming',
      query: agendaQuery,
      replies: { 200: { description: 'By due time', schema: pageOf(followUpOut).openapi('FollowUpPage') } },
      problems: ['cursor-invalid'],
    },
    listFollowUps,
  ),
  operation(
    {
      id: 'createFollowUp',
      method: 'post',
      path: '/v1/follow-ups',
      area,
      scope: 'work:write',
      summary: 'Plan what comes next',
      description:
        'A local time that does not exist moves to the next that does; one that exists twice means the first.',
      body: followUpIn,
      faults,
      replies: { 201: { description: 'Planned', schema: followUpOut } },
      problems: ['not-found', 'context-mismatch', 'contact-archived', 'contact-erased', 'staff-unknown'],
    },
    async (call) => createFollowUp(call, call.body.contact_id, call.body, call.body.context),
  ),
  operation(
    {
      id: 'getFollowUp',
      method: 'get',
      path: '/v1/follow-ups/{id}',
      area,
      scope: 'contacts:read',
      summary: 'One follow-up',
      params: idParam,
      replies: { 200: { description: 'The follow-up', schema: followUpOut } },
    },
    getFollowUp,
  ),
  operation(
    {
      id: 'updateFollowUp',
      method: 'patch',
      path: '/v1/follow-ups/{id}',
      area,
      scope: 'work:write',
      summary: 'Change a follow-up',
      params: idParam,
      body: patchIn,
      ifMatch: 'optional',
      faults,
      replies: now200,
      problems: [...problems, 'version-mismatch'],
    },
    updateFollowUp,
  ),
  operation(
    {
      id: 'completeFollowUp',
      method: 'post',
      path: '/v1/follow-ups/{id}/complete',
      area,
      scope: 'work:write',
      summary: 'Done, and perhaps the next one',
      description:
        'One that repeats plans the next of its series in the same commit, once: the first that is still to come. `next` is planned besides.',
      params: idParam,
      body: completeIn,
      bodyOptional: true,
      faults,
      replies: now200,
      problems,
    },
    completeFollowUp,
  ),
  operation(
    {
      id: 'reopenFollowUp',
      method: 'post',
      path: '/v1/follow-ups/{id}/reopen',
      area,
      scope: 'work:write',
      summary: 'Undo a completion or cancellation',
      description: 'The next of its series, planned by the completion, is cancelled again where nobody has done it.',
      params: idParam,
      body: contextBody,
      bodyOptional: true,
      faults,
      replies: now200,
      problems: ['context-mismatch', 'contact-archived', 'contact-erased'],
    },
    reopenFollowUp,
  ),
  operation(
    {
      id: 'snoozeFollowUp',
      method: 'post',
      path: '/v1/follow-ups/{id}/snooze',
      area,
      scope: 'work:write',
      summary: 'Put it off',
      description: 'One that repeats keeps the zone of its series: `due` tells the same instant in it.',
      params: idParam,
      body: snoozeIn,
      faults,
      replies: now200,
      problems,
    },
    snoozeFollowUp,
  ),
  operation(
    {
      id: 'cancelFollowUp',
      method: 'post',
      path: '/v1/follow-ups/{id}/cancel',
      area,
      scope: 'work:write',
      summary: 'Not needed any more',
      params: idParam,
      body: contextBody,
      bodyOptional: true,
      faults,
      replies: now200,
      problems,
    },
    cancelFollowUp,
  ),
];
