// The rows and events of handovers that a ledger row brings about, written in the commit of that row.
import type { HandoverStep, OpenHandover } from '@sidestage/domain';
import type { Statement } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';
import { insertHandover, unwithdrawHandover, withdrawHandover } from './handovers.store.ts';

export interface HandoverWrites {
  readonly statements: readonly Statement[];
  readonly events: readonly EventIn[];
}
type By = Pick<Call, 'deps' | 'actor' | 'now'>;
type HandoverEvent = 'handover.opened' | 'handover.accepted' | 'handover.declined' | 'handover.withdrawn';

const NOTHING: HandoverWrites = { statements: [], events: [] };

export const handoverEvent = (
  type: HandoverEvent,
  contactId: string,
  one: Pick<OpenHandover, 'id' | 'lifecycle' | 'from' | 'to'>,
  more: object = {},
): EventIn => ({
  type,
  contactId,
  data: {
    contact_id: contactId,
    handover_id: one.id,
    lifecycle: one.lifecycle,
    from_function: one.from,
    to_function: one.to,
    ...more,
  },
});

/** `by`: id of the ledger row or merge that withdraws it. */
export const withdrawn = (call: By, contactId: string, one: OpenHandover, by: string): HandoverWrites => ({
  statements: [withdrawHandover(one.id, by, actorText(call.actor), call.now)],
  events: [handoverEvent('handover.withdrawn', contactId, one)],
});
export const reopened = (contactId: string, one: OpenHandover): HandoverWrites => ({
  statements: [unwithdrawHandover(one.id)],
  events: [handoverEvent('handover.opened', contactId, one)],
});

export const together = (all: readonly HandoverWrites[]): HandoverWrites => ({
  statements: all.flatMap((one) => one.statements),
  events: all.flatMap((one) => one.events),
});

/** The writes of a decided move or closing; `open` is the handover that was open before it. */
export function handoversMoved(
  call: By,
  row: { readonly id: string; readonly contactId: string; readonly lifecycle: string },
  open: OpenHandover | undefined,
  { withdraws, opens }: HandoverStep,
): HandoverWrites {
  const before = withdraws && open ? withdrawn(call, row.contactId, open, row.id) : NOTHING;
  if (!opens) return before;
  const { lifecycle, contactId } = row;
  const next = {
    ...{ id: call.deps.newId('hnd'), lifecycle, transitionId: row.id, ...opens },
    ...{ openedAt: call.now, openedBy: actorText(call.actor) },
  };
  return together([
    before,
    { statements: [insertHandover(contactId, next)], events: [handoverEvent('handover.opened', contactId, next)] },
  ]);
}

/** The writes of a decided row that takes another back. */
export const handoversTakenBack = (
  call: By,
  row: { readonly id: string; readonly contactId: string },
  open: OpenHandover | undefined,
  { withdraws, reopens }: { readonly withdraws: boolean; readonly reopens: OpenHandover | undefined },
): HandoverWrites =>
  together([
    withdraws && open ? withdrawn(call, row.contactId, open, row.id) : NOTHING,
    reopens ? reopened(row.contactId, reopens) : NOTHING,
  ]);
