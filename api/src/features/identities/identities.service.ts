// The handles a person is reached by: adding one, mending how it is shown and whose it is, taking it off.
import type { z } from '@hono/zod-openapi';
import { guard } from '../../db/database.ts';
import { answeredOrMissing } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import type { IdentityState } from '../contacts/contacts.store.ts';
import { contactView, identityView } from '../contacts/contacts.view.ts';
import { claim, refuseTaken } from '../contacts/create-contact.ts';
import { holdersOf, normalise } from '../contacts/handles.ts';
import { onContact, readContact } from '../contacts/on-contact.ts';
import { addedOut, type addIn, type patchIn } from './identities.schemas.ts';
import { deleteIdentity, identityById, updateIdentityRow } from './identities.store.ts';

export async function listContactIdentities(call: Call<{ id: string }>): Promise<Reply> {
  const { identities } = await readContact(call, call.params.id);
  return { status: 200, body: { data: identities.map(identityView) } };
}

export async function addContactIdentity(call: Call<{ id: string }, unknown, z.output<typeof addIn>>): Promise<Reply> {
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
}

export async function updateIdentity(call: Call<{ id: string }, unknown, z.output<typeof patchIn>>): Promise<Reply> {
  const { id } = call.params;
  const { context, ...given } = call.body;
  const known = (await call.deps.db.read({ row: identityById(id) })).row[0];
  if (!known) throw notFound('identity');
  return onContact(call, {
    contactId: known.contactId,
    named: 'identity',
    operation: 'updateIdentity',
    context,
    load: { taken: holdersOf(known) },
    plan: (contact, { taken }) => {
      const before = contact.identities.find((one) => one.id === id);
      if (!before) throw notFound('identity');
      const next = { ...before, display: given.display ?? before.display, shared: given.shared ?? before.shared };
      const fields = (['display', 'shared'] as const).filter((name) => next[name] !== before[name]);
      const others = taken.filter((one) => one.identityId !== id);
      if (!next.shared && before.shared) refuseTaken(call, next, others, '/shared');
      return {
        changed: fields.length > 0,
        status: 200,
        statements: [
          ...(next.shared
            ? []
            : [
                guard(
                  'not exists (select 1 from identities where channel = ? and scope = ? and handle = ? and id <> ?)',
                  [known.channel, known.scope, known.handle, id],
                ),
              ]),
          updateIdentityRow(next),
        ],
        events: [
          {
            type: 'identity.updated',
            contactId: contact.id,
            data: { contact_id: contact.id, identity_id: id, channel: known.channel, fields },
          },
        ],
        reference: id,
        after: (state) => ({ ...state, identities: state.identities.map((one) => (one.id === id ? next : one)) }),
        body: (after) => ({
          changed: fields.length > 0,
          identity: identityView(next),
          contact: contactView(after, call.deps.lifecycles),
        }),
        schema: addedOut,
      };
    },
  });
}

export async function removeIdentity(call: Call<{ id: string }>): Promise<Reply> {
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
        statements: [deleteIdentity(identity.id)],
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
}
