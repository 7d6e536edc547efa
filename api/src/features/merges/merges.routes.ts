// /v1/merges
import { statement, type Value } from '../../db/statement.ts';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { personBehind } from '../contacts/contacts.store.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { canSee, seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import { mergeContacts } from './merge.service.ts';
import { mergeDryOut, mergedOut, mergeIn, mergeOut, mergeQuery, mergesQuery, mergeView } from './merges.schemas.ts';
import { decodeMerge, MERGE_COLUMNS, mergeById } from './merges.store.ts';
import { revertMerge } from './revert.service.ts';

const area = 'people';

export const mergeOperations = [
  operation(
    {
      id: 'mergeContacts',
      method: 'post',
      path: '/v1/merges',
      area,
      scope: 'contacts:write',
      summary: 'Make one person of two contacts',
      description:
        'Handles, tags, interactions, follow-ups and conversation links of the loser go to the survivor; its id leads to the survivor from then on, for ever. Ledger rows stay where they are: the loser’s ledger is closed, the survivor’s gets a row only where its stage changes. If-Match is the survivor’s. With `dry_run=true` nothing is stored.',
      query: mergeQuery,
      body: mergeIn,
      faults: bodyHandleFaults,
      ifMatch: 'required',
      replies: {
        201: { description: 'Merged', schema: mergedOut },
        200: { description: 'What would be', schema: mergeDryOut },
      },
      problems: [
        'not-found',
        'contact-merged',
        'contact-erased',
        'contact-archived',
        'context-mismatch',
        'version-mismatch',
        'precondition-required',
      ],
    },
    async (call) => mergeContacts(call, call.query.dry_run ?? false),
  ),
  operation(
    {
      id: 'listMerges',
      method: 'get',
      path: '/v1/merges',
      area,
      scope: 'contacts:read',
      summary: 'Merges, newest first',
      query: mergesQuery,
      replies: { 200: { description: 'One page', schema: pageOf(mergeOut).openapi('MergePage') } },
      problems: ['cursor-invalid'],
    },
    async (call) => {
      const { limit = 50, cursor, contact_id: contactId = null } = call.query;
      await refuseUnknownContact(call, call.query.contact_id);
      const binding = ['merges', contactId];
      const after = decodeCursor(binding, cursor, 1)?.[0] ?? Number.MAX_SAFE_INTEGER;
      const where = ['m.seq < ?'];
      const args: Value[] = [after];
      if (contactId !== null) {
        where.push('(m.survivor_id = ? or m.loser_id = ?)');
        args.push(contactId, contactId);
      }
      if (seesOnlyOwn(call)) {
        where.push(
          'exists (select 1 from contacts n join contacts c on c.id = coalesce(n.merged_into, n.id) where n.id = m.survivor_id and (c.owner_id is null or c.owner_id = ?))',
        );
        args.push(call.actor.id);
      }
      const { rows } = await call.deps.db.read({
        rows: statement(
          `select ${MERGE_COLUMNS} from merges m where ${where.join(' and ')} order by m.seq desc limit ?`,
          [...args, limit + 1],
          decodeMerge,
        ),
      });
      const result = page(rows, limit, binding, (row) => [row.seq]);
      return {
        status: 200,
        body: { data: result.data.map(mergeView), next_cursor: result.next_cursor },
        headers: nextLink('/v1/merges', call.query, result.next_cursor),
      };
    },
  ),
  operation(
    {
      id: 'getMerge',
      method: 'get',
      path: '/v1/merges/{id}',
      area,
      scope: 'contacts:read',
      summary: 'One merge',
      params: idParam,
      replies: { 200: { description: 'The merge', schema: mergeOut } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: mergeById(call.params.id) })).row[0];
      const person = row && (await call.deps.db.read({ person: personBehind(row.survivorId) })).person[0];
      if (!row || !person || !canSee(call, person.ownerId)) throw notFound('merge');
      return { status: 200, body: mergeView(row) };
    },
  ),
  operation(
    {
      id: 'revertMerge',
      method: 'post',
      path: '/v1/merges/{id}/revert',
      area,
      scope: 'contacts:write',
      summary: 'Take a merge back',
      description:
        'Both contacts are as they were. What was added since stays with the survivor, what was changed or removed since stays so. A later merge of either is reverted first.',
      params: idParam,
      replies: { 200: { description: 'The merge, taken back', schema: mergeOut } },
      problems: ['merge-reverted', 'merge-not-last', 'contact-erased'],
    },
    async (call) => revertMerge(call, call.params.id),
  ),
];
