// An identity by its own id, and its row's changes. Reading all of somebody's is the contact's store.
import { type Statement, statement } from '../../db/statement.ts';
import type { IdentityState } from '../contacts/contacts.store.ts';

export const identityById = (id: string) =>
  statement('select contact_id, channel, scope, handle from identities where id = ?', [id], (r) => ({
    contactId: String(r[0]),
    channel: String(r[1]),
    scope: String(r[2]),
    handle: String(r[3]),
  }));

export const updateIdentityRow = (one: IdentityState): Statement =>
  statement('update identities set display = ?, shared = ? where id = ?', [one.display, one.shared ? 1 : 0, one.id]);
export const deleteIdentity = (id: string): Statement => statement('delete from identities where id = ?', [id]);
