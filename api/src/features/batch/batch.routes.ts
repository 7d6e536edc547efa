// /v1/batch: up to 1,000 writes of one kind in one request.
import { operation } from '../../http/operation.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { batchOut, batchQuery, contactsBatch, itemsOf, movesBatch, ownersBatch, tagsBatch } from './batch.schemas.ts';
import { batchContacts, batchOwners, batchTags, batchTransitions } from './batch.service.ts';

const replies = { 200: { description: 'What each item came to, in the order sent', schema: batchOut } };
const query = batchQuery;
const method = 'post';
const problems = ['batch-refused', 'contact-erased'] as const;
const checked = (batch: Parameters<typeof itemsOf>[0]) => ({ ...itemsOf(batch), faults: bodyHandleFaults });
const modes =
  'Each item passes the same gate as the single request and sees what those before it did. `atomic` writes all or nothing and answers 422 `batch-refused` with every fault of every item; `each` writes what is allowed: an item that is refused, also for its form, says why with every pointer in its result and holds up no other. Only what is wrong with the request itself (its mode, its query, more than 1,000 items) refuses it whole. `dry_run=true` does all of it and keeps nothing. The Idempotency-Key is the whole batch’s.';

export const batchOperations = [
  operation(
    {
      id: 'batchContacts',
      method,
      path: '/v1/batch/contacts',
      area: 'people',
      scope: 'contacts:write',
      summary: 'Create or change up to 1,000 people',
      description: `A person is known by an identity of channel \`external\` (your own id for them), else by any other handle; whoever is not known is created. Given fields are set, handles and tags are added. ${modes}`,
      query,
      body: contactsBatch,
      items: checked(contactsBatch),
      replies,
      problems,
    },
    batchContacts,
  ),
  operation(
    {
      id: 'batchTags',
      method,
      path: '/v1/batch/tags',
      area: 'tags',
      scope: 'tags:write',
      summary: 'Change the tags of up to 1,000 people',
      description: modes,
      query,
      body: tagsBatch,
      items: checked(tagsBatch),
      replies,
      problems,
    },
    batchTags,
  ),
  operation(
    {
      id: 'batchTransitions',
      method,
      path: '/v1/batch/transitions',
      area: 'stages',
      scope: 'stages:write',
      summary: 'Move up to 1,000 people',
      description: modes,
      query,
      body: movesBatch,
      items: checked(movesBatch),
      replies,
      problems,
    },
    batchTransitions,
  ),
  operation(
    {
      id: 'batchOwners',
      method,
      path: '/v1/batch/owners',
      area: 'people',
      scope: 'contacts:write',
      summary: 'Give up to 1,000 people an owner, or none',
      description: modes,
      query,
      body: ownersBatch,
      items: checked(ownersBatch),
      replies,
      problems,
    },
    batchOwners,
  ),
];
