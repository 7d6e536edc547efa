// What becomes of each row: pure, given what is stored about the handles it names. A row is a new person, a person found again, or
// rejected with the reason and who is in the way.
import type { RowFault } from '@sidestage/domain';
import type { ContactState } from '../contacts/contacts.store.ts';
import { contactClaim, hashOf } from './hash.store.ts';
import { matchPerson } from './match-person.ts';
import { type PlannedPerson, planCreate, planUpdate } from './plan-person.ts';
import type { PreparedRow } from './prepare-row.ts';
import { remember, rememberClaimed } from './row-tags.ts';
import { type Known, MoveRejected, plain, Rejected, type Rules, rowOf, type World, worldOf } from './row-world.ts';
import { tagGroupOf } from './tags-made.store.ts';

export interface PlannedRow extends PlannedPerson {
  /** The handles of the row, so that no later row has them. */
  readonly claims: readonly string[];
  readonly print: { readonly print: string; readonly nth: number } | null;
  /** Claims by which a rejected row keeps later rows away. */
  readonly holds: readonly string[];
}

/** Decides row by row; a row sees what the rows before it claimed. */
export function planRows(rows: readonly PreparedRow[], known: Known, rules: Rules): PlannedRow[] {
  const world = worldOf(known);
  const group = tagGroupOf(rules.options);
  if (rules.options.on_unknown_tag === 'create') rememberClaimed(world, rows, group);
  return rows.map((row) => {
    const planned = planRow(row, world, rules);
    for (const claim of planned.holds) world.claims.set(claim, { row: row.row, times: 1 });
    if (planned.outcome !== 'rejected') {
      for (const claim of planned.claims) world.taken.set(claim, row.row);
      if (planned.contactId !== null) world.touched.set(planned.contactId, row.row);
      if (planned.change) remember(world, planned.change.tagsMade, group);
      if (planned.print) {
        const claim = `p:${planned.print.print}`;
        world.claims.set(claim, { row: row.row, times: planned.print.nth });
      }
    }
    return planned;
  });
}

function planRow(row: PreparedRow, world: World, rules: Rules): PlannedRow {
  try {
    if (row.faults.length > 0) throw new Rejected(...row.faults);
    return decide(row, world, rules);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return {
      row: row.row,
      outcome: 'rejected',
      contactId: null,
      reasons: error.faults,
      change: null,
      claims: [],
      print: null,
      holds: error.holds,
    };
  }
}

function decide(row: PreparedRow, world: World, rules: Rules): PlannedRow {
  const own = row.identities.filter((one) => !one.shared);
  const claims = own.map((one) => one.claim);
  const earlier = own.flatMap((one): RowFault[] => {
    const holder = world.holders.get(one.claim);
    const before =
      world.taken.get(one.claim) ??
      (world.claims.size > 0 ? world.claims.get(hashOf(one.claim))?.row : undefined) ??
      (holder && !holder.shared ? rowOf(world, holder.contactId) : undefined);
    return before === undefined ? [] : [{ code: 'duplicate-in-file', column: one.column, row: before }];
  });
  if (earlier.length > 0) throw new Rejected(...earlier);

  const nth = row.print === null ? 0 : (world.claims.get(`p:${row.print}`)?.times ?? 0) + 1;
  const print = row.print === null ? null : { print: row.print, nth };
  const found = row.print === null ? matchPerson(row, world, rules) : world.prints.get(`${row.print} ${nth}`);
  const contact = found === undefined ? undefined : world.contacts.get(found);
  if (!contact || contact.erasedAt !== null) {
    const handles = claims.map(hashOf);
    if (rules.options.mode === 'update')
      throw new Rejected({ code: 'contact-unknown', column: null }).holding(...handles);
    return { ...holding(handles, () => planCreate(row, world, rules)), claims, print, holds: [] };
  }
  const before = rowOf(world, contact.id) ?? renamedFrom(row, contact, world);
  if (before !== undefined)
    throw new Rejected({ code: 'duplicate-in-file', column: null, row: before, contact_id: contact.id });
  if (rules.options.mode === 'create')
    return {
      row: row.row,
      outcome: 'unchanged',
      contactId: contact.id,
      reasons: [],
      change: null,
      claims,
      print,
      holds: [],
    };
  if (contact.archivedAt !== null)
    throw new Rejected({ code: 'contact-archived', column: null, contact_id: contact.id });
  const held = [...claims.map(hashOf), contactClaim(contact.id)];
  return { ...holding(held, () => planUpdate(row, contact, world, rules)), claims, print, holds: [] };
}

/** A row refused for its stage still holds its contact: else a later row could move them there, and a second run would swap the two. */
function holding(claims: readonly string[], plan: () => PlannedPerson): PlannedPerson {
  try {
    return plan();
  } catch (error) {
    throw error instanceof MoveRejected ? error.holding(...claims) : error;
  }
}

/** The earlier row that was refused because the contact does not have the name this one would give them. */
function renamedFrom(row: PreparedRow, contact: ContactState, world: World): number | undefined {
  if (row.givenName === null || plain(row.givenName) === plain(contact.displayName)) return undefined;
  return world.claims.get(contactClaim(contact.id, plain(row.givenName)))?.row;
}
