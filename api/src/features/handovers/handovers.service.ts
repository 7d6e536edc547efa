// Listing handovers, accepting, declining and taking an answer back. Each answer is a write on the contact, in one commit with its new owner.
import type { z } from '@hono/zod-openapi';
import { handoverStands } from '@sidestage/domain';
import { actorText } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { planPatch } from '../contacts/contacts.service.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { type ContactChange, onContact, seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import { lifecycleNamed, openIn } from '../transitions/situation.ts';
import { handoverEvent } from './handover-writes.store.ts';
import {
  type acceptIn,
  answeredOut,
  type declineIn,
  type handoversQuery,
  handoverView,
  type reopenIn,
} from './handovers.schemas.ts';
import { decideHandover, type HandoverRow, handoverById, listHandoverRows } from './handovers.store.ts';

export async function listHandovers(call: Call<unknown, z.output<typeof handoversQuery>>): Promise<Reply> {
  const { limit = 50, cursor, status, contact_id: contactId, to_function: toFunction } = call.query;
  await refuseUnknownContact(call, contactId);
  const binding = ['handovers', status ?? null, contactId ?? null, toFunction ?? null];
  const after = decodeCursor(binding, cursor, 2);
  const ownOnly = seesOnlyOwn(call) ? call.actor.id : undefined;
  const { rows } = await call.deps.db.read({
    rows: listHandoverRows({ status, contactId, toFunction, ownOnly }, after, limit + 1),
  });
  return pageReply(
    page(rows, limit, binding, (row) => [row.openedAt, row.id]),
    handoverView,
    '/v1/handovers',
    call.query,
  );
}

interface Given {
  readonly operation: string;
  readonly context: ContextIn | undefined;
  /** Who looks after the contact from now on; undefined: it stays as it is. */
  readonly ownerId?: string | null | undefined;
}

export function acceptHandover(call: Call, id: string, body: z.output<typeof acceptIn> | undefined): Promise<Reply> {
  const ownerId = body?.owner_id ?? (call.actor.kind === 'staff' ? call.actor.id : undefined);
  return change(call, id, { operation: 'acceptHandover', context: body?.context, ownerId }, (row) => {
    if (row.status !== 'open') throw closed(row);
    return { ...row, status: 'accepted', decidedAt: call.now, decidedBy: actorText(call.actor) };
  });
}

export const declineHandover = (
  call: Call,
  id: string,
  { note, context }: z.output<typeof declineIn>,
): Promise<Reply> =>
  change(call, id, { operation: 'declineHandover', context }, (row) => {
    if (row.status !== 'open') throw closed(row);
    return { ...row, status: 'declined', note, decidedAt: call.now, decidedBy: actorText(call.actor) };
  });

/** Takes an answer back, as long as the contact stands where it was handed to and nothing else is open. */
export const reopenHandover = (call: Call, id: string, body: z.output<typeof reopenIn> | undefined): Promise<Reply> =>
  change(call, id, { operation: 'reopenHandover', context: body?.context, ownerId: body?.owner_id }, (row, contact) => {
    if (row.status === 'open') return undefined;
    const position = contact.positions.find((one) => one.lifecycle === row.lifecycle);
    const stands = handoverStands(lifecycleNamed(call, row.lifecycle), row, position);
    if (row.status === 'withdrawn' || !stands || openIn(contact, row.lifecycle)) throw closed(row);
    return { ...row, status: 'open', note: null, decidedAt: null, decidedBy: null };
  });

const closed = ({ status }: HandoverRow) =>
  new Problem('handover-closed', `This handover is ${status} already.`, { extra: { handover_status: status } });

const EVENT = {
  open: 'handover.opened',
  accepted: 'handover.accepted',
  declined: 'handover.declined',
  withdrawn: 'handover.withdrawn',
} as const;

/** `decide` gives the handover after the change, or undefined if nothing changes. */
async function change(
  call: Call,
  id: string,
  { operation, context, ownerId }: Given,
  decide: (row: HandoverRow, contact: ContactState) => HandoverRow | undefined,
): Promise<Reply> {
  const found = (await call.deps.db.read({ row: handoverById(id) })).row[0];
  if (!found) throw notFound('handover');
  return onContact(call, {
    contactId: found.contactId,
    named: 'handover',
    operation,
    context,
    load: { row: handoverById(id), owner: activeStaff(ownerId) },
    plan: (contact, loaded): ContactChange => {
      const row = loaded.row[0];
      if (!row) throw notFound('handover');
      const after = decide(row, contact);
      const patch = planPatch(call, contact, ownerId === undefined ? {} : { owner_id: ownerId }, loaded.owner);
      const told = after?.status === 'accepted' ? { owner_id: ownerId ?? contact.ownerId } : {};
      return {
        // An owner named for one that is open already is given it all the same.
        changed: after !== undefined || patch.changed,
        ...(after ? { statements: [decideHandover(after)] } : {}),
        ...(patch.columns ? { columns: patch.columns } : {}),
        events: [
          ...(after ? [handoverEvent(EVENT[after.status], contact.id, row, told)] : []),
          ...(patch.changed ? (patch.events ?? []) : []),
        ],
        reference: id,
        ...(patch.after ? { after: patch.after } : {}),
        status: 200,
        body: (now) => ({ handover: handoverView(after ?? row), contact: contactView(now, call.deps.lifecycles) }),
        schema: answeredOut,
        headers: (now) => ({ etag: etag(now.version) }),
      };
    },
  });
}
