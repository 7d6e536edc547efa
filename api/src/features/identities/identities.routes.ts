// The handles a person is reached by.
import { z } from '@hono/zod-openapi';
import { statement } from '../../db/statement.ts';
import { answeredOrMissing } from '../../http/mutate.ts';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { contextIn, idParam } from '../../http/schemas.ts';
import { identityIn, identityOut } from '../contacts/contacts.schemas.ts';
import { contactById, type IdentityState } from '../contacts/contacts.store.ts';
import { contactView, identityView } from '../contacts/contacts.view.ts';
import { claim, refuseTaken } from '../contacts/create-contact.ts';
import { bodyHandleFaults, handleFaults, holdersOf, normalise } from '../contacts/handles.ts';
import { onContact, visibleContact } from '../contacts/on-contact.ts';
import { addedOut, changeIdentity, identityById, patchIn } from './change-identity.ts';

// Spread, not extended: two closed schemas side by side in the document would admit nothing.
const addIn = z.strictObject({ ...identityIn.shape, context: contextIn.optional() }).openapi('IdentityAdd');
export const identityOperations = [
  operation(
    {
      id: 'listContactIdentities',
      method: 'get',
      path: '/v1/contacts/{id}/identities',
      area: 'people',
      scope: 'contacts:read',
      summary: 'Handles of a person',
      params: idParam,
      replies: {
        200: { description: 'All of them', schema: z.object({ data: z.array(identityOut) }).openapi('Identities') },
      },
    },
    async (call) => {
      const contact = visibleContact(
        call,
        (await call.deps.db.read({ contact: contactById(call.params.id) })).contact[0],
      );
      return { status: 200, body: { data: contact.identities.map(identityView) } };
    },
  ),
  operation(
    {
      id: 'addContactIdentity',
      method: 'post',
      path: '/v1/contacts/{id}/identities',
      area: 'people',
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
    async (call) => {
      const given = normalise(call.deps, call.body);
      const identity: IdentityState = {
        id: call.deps.newId('idn'),
        channel: given.channel,
        scope: given.scope,
        handle: given.handle,
        display: call.body.display ?? given.display,
        shared: call.body.shared ?? false,
      };
      return onContact(call, {
        contactId: call.params.id,
        operation: 'addContactIdentity',
        context: call.body.context,
        load: { taken: holdersOf(identity) },
        plan: (contact, { taken }) => {
          const mine = contact.identities.find(
            (one) => one.channel === identity.channel && one.scope === identity.scope && one.handle === identity.handle,
          );
          if (!mine) refuseTaken(call, identity, taken, '/handle');
          const shown = mine ?? identity;
          return {
            changed: !mine,
            status: mine ? 200 : 201,
            statements: claim(identity, contact.id, call.now),
            events: [
              {
                type: 'identity.added',
                contactId: contact.id,
                data: { contact_id: contact.id, identity_id: identity.id, channel: identity.channel },
              },
            ],
            reference: identity.id,
            after: (before) => ({ ...before, identities: [...before.identities, identity] }),
            body: (after) => ({
              changed: !mine,
              identity: identityView(shown),
              contact: contactView(after, call.deps.lifecycles),
            }),
            schema: addedOut,
          };
        },
      });
    },
  ),
  operation(
    {
      id: 'updateIdentity',
      method: 'patch',
      path: '/v1/identities/{id}',
      area: 'people',
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
    changeIdentity,
  ),
  operation(
    {
      id: 'removeIdentity',
      method: 'delete',
      path: '/v1/identities/{id}',
      area: 'people',
      scope: 'contacts:write',
      summary: 'Take a handle off a person',
      params: idParam,
      replies: { 204: { description: 'Gone' } },
      problems: ['contact-archived'],
    },
    async (call) => {
      const holder = (await call.deps.db.read({ row: identityById(call.params.id) })).row[0]?.contactId;
      if (!holder) return answeredOrMissing(call, 'identity');
      return onContact(call, {
        contactId: holder,
        named: 'identity',
        operation: 'removeIdentity',
        load: {},
        plan: (contact) => {
          const identity = contact.identities.find((one) => one.id === call.params.id);
          if (!identity) throw notFound('identity');
          return {
            changed: true,
            status: 204,
            statements: [statement('delete from identities where id = ?', [identity.id])],
            events: [
              {
                type: 'identity.removed',
                contactId: contact.id,
                data: { contact_id: contact.id, identity_id: identity.id, channel: identity.channel },
                previous: { handle: identity.handle },
              },
            ],
            body: () => undefined,
          };
        },
      });
    },
  ),
];
