// /v1/merges
import { operation } from '../../http/operation.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { mergeContacts } from './merge.service.ts';
import { mergeDryOut, mergedOut, mergeIn, mergeOut, mergeQuery, mergesQuery } from './merges.schemas.ts';
import { getMerge, listMerges } from './merges.service.ts';
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
    listMerges,
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
    getMerge,
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
