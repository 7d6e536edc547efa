// What the rows of an import are decided by: what is stored about the people and handles they name, what earlier rows claimed, and
// the options of the caller.
import type { FieldDefinition, Lifecycle, Reason, RowFault, Tag } from '@sidestage/domain';
import type { ContactState } from '../contacts/contacts.store.ts';
import type { TagGroupRow, TagRow } from '../tags/tags.store.ts';
import type { TransitionRow } from '../transitions/transitions.store.ts';
import { contactClaim } from './hash.store.ts';
import type { ImportOptions } from './imports.schemas.ts';

export interface HolderRow {
  /** Which of the handles asked for, by its claim. */
  readonly claim: string;
  readonly contactId: string;
  readonly shared: boolean;
}
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
}
/** All that is stored about the people and handles of some rows. */
export interface Known {
  readonly holders: readonly HolderRow[];
  readonly contacts: readonly ContactState[];
  readonly ledger: readonly TransitionRow[];
  readonly kinds: readonly { readonly contactId: string; readonly kind: string }[];
  readonly ticked: readonly { readonly contactId: string; readonly keys: readonly string[] }[];
  /** What earlier rows of this file claimed, by hash: a handle, `p:` a print and how often it was there, `t:` a tag a rehearsal would have created by any of its names,
   *  `c:` a contact or a name of theirs that a rejected row holds. */
  readonly claims: readonly { readonly claim: string; readonly row: number; readonly times: number }[];
  /** How many tags a rehearsal would have created by now. */
  readonly tagsClaimed: readonly number[];
  /** People that earlier rows of this file are. */
  readonly touched: readonly { readonly contactId: string; readonly row: number }[];
  readonly prints: readonly { readonly print: string; readonly nth: number; readonly contactId: string }[];
  readonly groups: readonly TagGroupRow[];
  readonly tags: readonly TagRow[];
  readonly reasons: readonly Reason[];
  readonly staff: readonly StaffRow[];
  readonly fields: readonly FieldDefinition[];
}
export interface Rules {
  readonly options: ImportOptions;
  readonly lifecycleOf: (key: string | undefined) => Lifecycle | undefined;
  readonly defaultLifecycle: string;
  readonly now: number;
  readonly newId: (prefix: 'con' | 'idn') => string;
  readonly tagColumn: string | null;
  readonly ownerColumn: string | null;
  readonly fieldColumn: (name: string) => string | null;
  /** Whether cells are text that may stand for a number or a yes. */
  readonly textual: boolean;
  readonly undeclaredFields: 'keep' | 'refuse';
}

export type World = ReturnType<typeof worldOf>;
export function worldOf(known: Known) {
  const grouped = <T extends { contactId: string }>(list: readonly T[]) => Map.groupBy(list, (one) => one.contactId);
  const labels = new Map<string, string>();
  for (const tag of known.tags)
    for (const name of [tag.labels.en, tag.labels['zh-CN'], tag.key]) labels.set(plain(name), tag.key);
  const staff = new Map<string, string | null>();
  // A name that two staff members share identifies neither.
  for (const one of known.staff)
    for (const name of [one.id, ...one.addresses, one.name].map(plain))
      staff.set(name, staff.has(name) && staff.get(name) !== one.id ? null : one.id);
  return {
    holders: new Map(known.holders.map((one) => [one.claim, one])),
    contacts: new Map(known.contacts.map((one) => [one.id, one])),
    ledger: grouped(known.ledger),
    kinds: grouped(known.kinds),
    ticked: grouped(known.ticked),
    claims: new Map(known.claims.map((one) => [one.claim, { row: one.row, times: one.times }])),
    taken: new Map<string, number>(),
    touched: new Map(known.touched.map((one) => [one.contactId, one.row])),
    prints: new Map(known.prints.map((one) => [`${one.print} ${one.nth}`, one.contactId])),
    catalogue: { groups: known.groups, tags: [...known.tags] as Tag[] },
    tagCount: {
      inUse: known.tags.filter((tag) => !tag.retired).length + (known.tagsClaimed[0] ?? 0),
      ever: known.tags.length + (known.tagsClaimed[0] ?? 0),
    },
    reasons: known.reasons,
    labels,
    staff,
    fields: known.fields,
  };
}

/** Names and words as they are compared. */
export const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Which row of the file is this contact already, or was refused as them. */
export const rowOf = (world: World, contactId: string): number | undefined =>
  world.touched.get(contactId) ?? world.claims.get(contactClaim(contactId))?.row;

/** Thrown to leave one row out. */
export class Rejected extends Error {
  readonly faults: readonly RowFault[];
  /** Claims no later row of the file may take, or a second run would accept this row and reject that one. */
  holds: readonly string[] = [];
  constructor(...faults: RowFault[]) {
    super('rejected');
    this.faults = faults;
  }
  holding(...claims: string[]): this {
    this.holds = claims;
    return this;
  }
}
/** Rejected for the stage the person is in, which a later row might change. */
export class MoveRejected extends Rejected {}
