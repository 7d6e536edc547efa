// What becomes of open handovers when two contacts are merged, and when the merge is reverted: a handover stays with the contact
// that stands in its stage, and is withdrawn if neither does. `standing` gives each contact's position afterwards.
import { handoverStands, type OpenHandover, type Position } from '@sidestage/domain';
import type { Call } from '../../http/operation.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import { type HandoverWrites, reopened, together, withdrawn } from './handover-writes.store.ts';
import { giveHandover, type HandoverRow, rememberHandover } from './handovers.store.ts';

type Standing = (contactId: string, lifecycle: string) => Position | null | undefined;

const stands = (call: Call, one: OpenHandover, position: Position | null | undefined) =>
  handoverStands(lifecycleNamed(call, one.lifecycle), one, position);
const moved = (id: string, to: string, mergeId?: string): HandoverWrites => ({
  statements: [...(mergeId ? [rememberHandover(mergeId, id)] : []), giveHandover(id, to)],
  events: [],
});

export function handoversMerged(
  call: Call,
  mergeId: string,
  { survivor, loser }: { readonly survivor: ContactState; readonly loser: ContactState },
  standing: Standing,
): HandoverWrites {
  const writes: HandoverWrites[] = [];
  const kept = new Set<string>();
  for (const one of survivor.handovers)
    if (stands(call, one, standing(survivor.id, one.lifecycle))) kept.add(one.lifecycle);
    else writes.push(withdrawn(call, survivor.id, one, mergeId));
  for (const one of loser.handovers)
    if (!kept.has(one.lifecycle) && stands(call, one, standing(survivor.id, one.lifecycle)))
      writes.push(moved(one.id, survivor.id, mergeId));
    else writes.push(withdrawn(call, loser.id, one, mergeId));
  return together(writes);
}

/** When a merge is reverted. `gone`: handovers the merge withdrew; `along`: those it gave to the survivor. */
export function handoversParted(
  call: Call,
  mergeId: string,
  { survivor, loser }: { readonly survivor: ContactState; readonly loser: ContactState },
  { gone, along }: { readonly gone: readonly HandoverRow[]; readonly along: readonly HandoverRow[] },
  standing: Standing,
): HandoverWrites {
  const back = along.filter((one) => one.contactId === survivor.id);
  const open = [
    ...survivor.handovers
      .filter((one) => !back.some(({ id }) => id === one.id))
      .map((one) => [survivor.id, one] as const),
    ...back.filter((one) => one.status === 'open').map((one) => [loser.id, one] as const),
  ];
  const fits = (contactId: string, one: OpenHandover) => stands(call, one, standing(contactId, one.lifecycle));
  const taken = new Set(
    open.flatMap(([contactId, one]) => (fits(contactId, one) ? [`${contactId} ${one.lifecycle}`] : [])),
  );
  return together([
    ...back.map((one) => moved(one.id, loser.id)),
    ...open.flatMap(([contactId, one]) => (fits(contactId, one) ? [] : [withdrawn(call, contactId, one, mergeId)])),
    ...gone.flatMap((one) =>
      fits(one.contactId, one) && !taken.has(`${one.contactId} ${one.lifecycle}`) ? [reopened(one.contactId, one)] : [],
    ),
  ]);
}
