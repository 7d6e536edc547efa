// /v1/follow-ups
import { toIso } from '@sidestage/domain';
import { etag } from '../../http/conditional.ts';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { contextBody } from '../contacts/contacts.schemas.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { canSee } from '../contacts/on-contact.ts';
import {
  agendaQuery,
  completeIn,
  followUpIn,
  followUpOut,
  followUpView,
  patchIn,
  snoozeIn,
} from './follow-ups.schemas.ts';
import { changeFollowUp, createFollowUp, listFollowUps, openOnly, zoneOf } from './follow-ups.service.ts';
import { followUpById } from './follow-ups.store.ts';
import { nextOfSeries, putOff, seriesAfter, withoutNext } from './repeats.ts';

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
    async (call) => {
      const row = (await call.deps.db.read({ row: followUpById(call.params.id) })).row[0];
      const contact = row && (await call.deps.db.read({ contact: contactById(row.contactId) })).contact[0];
      if (!row || !contact || !canSee(call, contact.ownerId)) throw notFound('follow-up');
      return { status: 200, body: followUpView(row, call.now, zoneOf(call)), headers: { etag: etag(row.version) } };
    },
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
    async (call) => {
      const { body } = call;
      return changeFollowUp(
        call,
        call.params.id,
        { operation: 'updateFollowUp', context: body.context, assignee: body.assignee_id, ifMatch: true },
        (row) => {
          openOnly(row);
          return {
            row: {
              ...row,
              title: body.title ?? row.title,
              note: body.note === undefined ? row.note : body.note,
              kind: body.kind === undefined ? row.kind : body.kind,
              assigneeId: body.assignee_id ?? row.assigneeId,
              ...(body.due ? { dueLocal: body.due.local, dueZone: body.due.zone, dueAt: body.due.at } : {}),
              ...seriesAfter(row, body),
            },
            event: {
              type: 'follow_up.updated',
              contactId: row.contactId,
              data: { contact_id: row.contactId, follow_up_id: row.id, fields: Object.keys(body) },
            },
          };
        },
      );
    },
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
    async (call) =>
      changeFollowUp(
        call,
        call.params.id,
        { operation: 'completeFollowUp', context: call.body?.context, next: call.body?.next },
        (row, { follower }) => {
          openOnly(row);
          return {
            also: nextOfSeries(call, row, follower),
            row: { ...row, status: 'done', outcome: call.body?.outcome ?? null, completedAt: call.now },
            event: {
              type: 'follow_up.completed',
              contactId: row.contactId,
              data: { contact_id: row.contactId, follow_up_id: row.id },
            },
          };
        },
      ),
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
    async (call) =>
      changeFollowUp(
        call,
        call.params.id,
        { operation: 'reopenFollowUp', context: call.body?.context },
        (row, { follower, rival }) =>
          row.status === 'open'
            ? undefined
            : {
                row: {
                  ...row,
                  status: 'open',
                  outcome: null,
                  completedAt: null,
                  // Another has its place in the series by now: this one goes on alone.
                  ...(rival ? { repeat: null, seriesLocal: null, follows: null } : {}),
                },
                event: {
                  type: 'follow_up.reopened',
                  contactId: row.contactId,
                  data: { contact_id: row.contactId, follow_up_id: row.id },
                },
                also: withoutNext(call, follower),
              },
      ),
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
    async (call) =>
      changeFollowUp(call, call.params.id, { operation: 'snoozeFollowUp', context: call.body.context }, (row) => {
        openOnly(row);
        const { until } = call.body;
        return {
          row: putOff(row, until),
          event: {
            type: 'follow_up.snoozed',
            contactId: row.contactId,
            data: { contact_id: row.contactId, follow_up_id: row.id, due_at: toIso(until.at) },
          },
        };
      }),
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
    async (call) =>
      changeFollowUp(call, call.params.id, { operation: 'cancelFollowUp', context: call.body?.context }, (row) => {
        openOnly(row);
        return {
          row: { ...row, status: 'cancelled', completedAt: call.now },
          event: {
            type: 'follow_up.cancelled',
            contactId: row.contactId,
            data: { contact_id: row.contactId, follow_up_id: row.id },
          },
        };
      }),
  ),
];
