// Mending how a handle is shown and whose it is.
import { z } from '@hono/zod-openapi';
import { guard } from '../../db/database.ts';
import { statement } from '../../db/statement.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { contextIn } from '../../http/schemas.ts';
import { contactOut, identityIn, identityOut } from '../contacts/contacts.schemas.ts';
import { contactView, identityView } from '../contacts/contacts.view.ts';
import { refuseTaken } from '../contacts/create-contact.ts';
import { holdersOf } from '../contacts/handles.ts';
import { onContact } from '../contacts/on-contact.ts';

export const patchIn = z
  .strictObject({ display: identityIn.shape.display, shared: identityIn.shape.shared, context: contextIn.optional() })
  .openapi('IdentityPatch');
export const addedOut = z
  .object({ changed: z.boolean(), identity: identityOut, contact: contactOut })
  .openapi('IdentityAdded');

export const identityById = (id: string) =>
  statement('select contact_id, channel, scope, handle from identities where id = ?', [id], (r) => ({
    contactId: String(r[0]),
    channel: String(r[1]),
    scope: String(r[2]),
    handle: String(r[3]),
  }));

export async function changeIdentity(call: Call<{ id: string }, unknown, z.output<typeof patchIn>>): Promise<Reply> {
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
          statement('update identities set display = ?, shared = ? where id = ?', [
            next.display,
            next.shared ? 1 : 0,
            id,
          ]),
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
