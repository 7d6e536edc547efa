// /v1/duplicates and /v1/not-duplicates
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import { answeredOrMissing } from '../../http/mutate.ts';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { personBehind } from '../contacts/contacts.store.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { canSee, seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import {
  DUPLICATES_TEXT,
  duplicatesOut,
  duplicatesQuery,
  notDuplicateIn,
  notDuplicateOut,
  notDuplicatesQuery,
  notDuplicateView,
} from './duplicates.schemas.ts';
import { keepApart, letCompare, listDuplicates } from './duplicates.service.ts';
import { verdictById, verdicts } from './duplicates.store.ts';

const area = 'people';

export const duplicateOperations = [
  operation(
    {
      id: 'listDuplicates',
      method: 'get',
      path: '/v1/duplicates',
      area,
      scope: 'contacts:read',
      summary: 'Contacts that may be one person, and why',
      description: DUPLICATES_TEXT,
      query: duplicatesQuery,
      replies: { 200: { description: 'One page', schema: duplicatesOut } },
      problems: ['cursor-invalid'],
    },
    async (call) => listDuplicates(call),
  ),
  operation(
    {
      id: 'listNotDuplicates',
      method: 'get',
      path: '/v1/not-duplicates',
      area,
      scope: 'contacts:read',
      summary: 'Pairs that were looked at and are two people, newest first',
      query: notDuplicatesQuery,
      replies: { 200: { description: 'One page', schema: pageOf(notDuplicateOut).openapi('NotDuplicatePage') } },
      problems: ['cursor-invalid'],
    },
    async (call) => {
      const { limit = 50, cursor, contact_id: contactId = null } = call.query;
      await refuseUnknownContact(call, call.query.contact_id);
      const binding = ['not-duplicates', contactId];
      const after = decodeCursor(binding, cursor, 2) as readonly [number, string] | undefined;
      const { rows } = await call.deps.db.read({
        rows: verdicts(contactId, seesOnlyOwn(call) ? call.actor.id : null, after, limit + 1),
      });
      return pageReply(
        page(rows, limit, binding, (row) => [row.createdAt, row.id]),
        notDuplicateView,
        '/v1/not-duplicates',
        call.query,
      );
    },
  ),
  operation(
    {
      id: 'createNotDuplicate',
      method: 'post',
      path: '/v1/not-duplicates',
      area,
      scope: 'contacts:write',
      summary: 'Remember that two contacts are two people',
      description: 'They are not offered as duplicates again, whatever they come to have in common.',
      body: notDuplicateIn,
      faults: bodyHandleFaults,
      replies: {
        201: { description: 'Remembered', schema: notDuplicateOut },
        200: { description: 'Already so', schema: notDuplicateOut },
      },
      problems: ['not-found', 'contact-erased', 'context-mismatch'],
    },
    async (call) => keepApart(call),
  ),
  operation(
    {
      id: 'removeNotDuplicate',
      method: 'delete',
      path: '/v1/not-duplicates/{id}',
      area,
      scope: 'contacts:write',
      summary: 'Forget that two contacts are two people',
      params: idParam,
      replies: { 204: { description: 'Forgotten' } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: verdictById(call.params.id) })).row[0];
      if (!row) return answeredOrMissing(call, 'verdict');
      const both = await call.deps.db.read({ a: personBehind(row.aId), b: personBehind(row.bId) });
      const hidden = [both.a[0], both.b[0]].some((one) => !one || !canSee(call, one.ownerId));
      if (hidden) throw notFound('verdict');
      return letCompare(call, row.id);
    },
  ),
];
