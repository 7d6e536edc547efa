// Identities on the wire; the identity itself is part of the contact's shape.
import { z } from '@hono/zod-openapi';
import { contextIn } from '../../http/schemas.ts';
import { contactOut, identityIn, identityOut } from '../contacts/contacts.schemas.ts';

export const identitiesOut = z.object({ data: z.array(identityOut) }).openapi('Identities');
// Spread, not extended: two closed schemas side by side in the document would admit nothing.
export const addIn = z.strictObject({ ...identityIn.shape, context: contextIn.optional() }).openapi('IdentityAdd');
export const patchIn = z
  .strictObject({ display: identityIn.shape.display, shared: identityIn.shape.shared, context: contextIn.optional() })
  .openapi('IdentityPatch');
export const addedOut = z
  .object({ changed: z.boolean(), identity: identityOut, contact: contactOut })
  .openapi('IdentityAdded');
