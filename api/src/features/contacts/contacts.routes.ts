// /v1/contacts
import { etag } from '../../http/conditional.ts';
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import {
  contactCreate,
  contactListPage,
  contactOut,
  contactPatch,
  contactQuery,
  contextBody,
  resolveIn,
  resolveOut,
} from './contacts.schemas.ts';
import { patchContact, setArchived } from './contacts.service.ts';
import { contactView } from './contacts.view.ts';
import { createContact } from './create-contact.ts';
import { eraseContact } from './erase-contact.ts';
import { bodyHandleFaults } from './handles.ts';
import { listContacts } from './list-contacts.ts';
import { readContact } from './on-contact.ts';
import { resolve } from './resolve.service.ts';

const area = 'people';

export const contactOperations = [
  operation(
    {
      id: 'listContacts',
      method: 'get',
      path: '/v1/contacts',
      area,
      scope: 'contacts:read',
      summary: 'List and search people',
      query: contactQuery,
      replies: { 200: { description: 'One page', schema: contactListPage } },
      problems: ['cursor-invalid', 'lifecycle-unknown'],
    },
    listContacts,
  ),
  operation(
    {
      id: 'createContact',
      method: 'post',
      path: '/v1/contacts',
      area,
      scope: 'contacts:write',
      summary: 'Create a person',
      body: contactCreate,
      faults: bodyHandleFaults,
      description:
        'The contact enters the default lifecycle’s first stage unless `stages` says otherwise. A handle somebody else holds is refused with 409 naming the holder.',
      replies: { 201: { description: 'Created', schema: contactOut } },
      problems: [
        'handle-taken',
        'context-mismatch',
        'staff-unknown',
        'contact-unknown',
        'tag-unknown',
        'tags-conflict',
        'tags-too-many',
        'move-not-allowed',
        'reason-required',
        'criteria-unmet',
        'contact-erased',
      ],
    },
    createContact,
  ),
  operation(
    {
      id: 'resolveContact',
      method: 'post',
      path: '/v1/contacts/resolve',
      area,
      scope: 'contacts:read',
      readOnly: true,
      summary: 'Who has this handle, or this conversation',
      body: resolveIn,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'exact, candidates, restricted or none', schema: resolveOut } },
    },
    resolve,
  ),
  operation(
    {
      id: 'getContact',
      method: 'get',
      path: '/v1/contacts/{id}',
      area,
      scope: 'contacts:read',
      summary: 'One person',
      description:
        'The id of a contact that was merged into another leads to that one for ever, here and in every other operation: the answer’s `id` says which.',
      params: idParam,
      replies: { 200: { description: 'The contact', schema: contactOut } },
    },
    async (call) => {
      const contact = await readContact(call, call.params.id);
      return {
        status: 200,
        body: contactView(contact, call.deps.lifecycles),
        headers: { etag: etag(contact.version) },
      };
    },
  ),
  operation(
    {
      id: 'updateContact',
      method: 'patch',
      path: '/v1/contacts/{id}',
      area,
      scope: 'contacts:write',
      summary: 'Change a person (merge-patch)',
      params: idParam,
      body: contactPatch,
      ifMatch: 'optional',
      faults: bodyHandleFaults,
      replies: { 200: { description: 'As it is now', schema: contactOut } },
      problems: [
        'version-mismatch',
        'context-mismatch',
        'contact-archived',
        'staff-unknown',
        'contact-unknown',
        'conflict',
      ],
    },
    async (call) => patchContact(call, call.params.id),
  ),
  operation(
    {
      id: 'archiveContact',
      method: 'post',
      path: '/v1/contacts/{id}/archive',
      area,
      scope: 'contacts:write',
      summary: 'Take a person out of the lists',
      params: idParam,
      body: contextBody,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'Archived', schema: contactOut } },
      problems: ['context-mismatch'],
    },
    async (call) => setArchived(call, call.params.id, true, call.body?.context),
  ),
  operation(
    {
      id: 'restoreContact',
      method: 'post',
      path: '/v1/contacts/{id}/restore',
      area,
      scope: 'contacts:write',
      summary: 'Bring an archived person back',
      params: idParam,
      body: contextBody,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'Restored', schema: contactOut } },
      problems: ['context-mismatch'],
    },
    async (call) => setArchived(call, call.params.id, false, call.body?.context),
  ),
  operation(
    {
      id: 'eraseContact',
      method: 'delete',
      path: '/v1/contacts/{id}',
      area,
      scope: 'contacts:write',
      summary: 'Erase a person for good',
      description: 'Empties names, handles, notes and texts. The ledger keeps counts and dates. Needs If-Match.',
      params: idParam,
      ifMatch: 'required',
      replies: { 204: { description: 'Erased' } },
      problems: ['version-mismatch', 'precondition-required'],
    },
    async (call) => eraseContact(call, call.params.id),
  ),
];
