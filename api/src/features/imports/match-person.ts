// Which contact a row is about, by its handles alone. An import never merges people (product rule 7): if two contacts hold them, the row is rejected.
import { contactClaim, hashOf } from './hash.store.ts';
import type { PreparedRow } from './prepare-row.ts';
import { plain, Rejected, type Rules, type World } from './row-world.ts';

/** The id of the one contact who holds the row's handles, undefined if nobody does. Throws Rejected if several do. */
export function matchPerson(row: PreparedRow, world: World, rules: Rules): string | undefined {
  const held = row.identities.flatMap((one) => {
    const holder = world.holders.get(one.claim);
    return holder ? [{ one, holder }] : [];
  });
  const inTheWay = held.filter(({ one, holder }) => one.shared !== holder.shared);
  const own = held.filter(({ one, holder }) => !one.shared && !holder.shared);
  const taken = (list: typeof held) =>
    new Rejected(
      ...list.map(({ one, holder }) => ({
        code: 'handle-taken',
        column: one.column,
        contact_id: holder.contactId,
      })),
    );
  const external = own.find(({ one }) => one.channel === 'external');
  const ids = new Set(own.map(({ holder }) => holder.contactId));
  const id = external?.holder.contactId ?? own[0]?.holder.contactId;
  if (inTheWay.some(({ holder }) => holder.contactId !== id))
    throw taken(inTheWay.filter(({ holder }) => holder.contactId !== id));
  if (id === undefined) return undefined;
  if (external && ids.size > 1) throw taken(own.filter(({ holder }) => holder.contactId !== id));
  if (ids.size > 1)
    throw new Rejected(
      ...own.map(({ one, holder }) => ({
        code: 'handles-of-several',
        column: one.column,
        contact_id: holder.contactId,
      })),
    );
  if (external) return id;
  const contact = world.contacts.get(id);
  // The two have different ids in the same other system, so they are two people there, although they share an address.
  const theirs = row.identities.find((one) => one.channel === 'external');
  if (theirs && contact?.identities.some((one) => one.channel === 'external' && one.scope === theirs.scope))
    throw taken(own);
  const differs =
    row.givenName !== null && contact !== undefined && plain(row.givenName) !== plain(contact.displayName);
  if (differs && rules.options.on_other_name !== 'update')
    throw new Rejected(
      ...own.map(({ one, holder }) => ({ code: 'name-differs', column: one.column, contact_id: holder.contactId })),
    ).holding(contactClaim(id, plain(row.givenName ?? '')), ...(theirs ? [hashOf(theirs.claim)] : []));
  return id;
}
