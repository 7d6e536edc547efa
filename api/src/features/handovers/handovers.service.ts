// Listing handovers, taking a contact over, and declining: each a write on the contact, in one commit with its new owner.
import type { z } from '@hono/zod-openapi';
import { actorText } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { planPatch } from '../contacts/contacts.service.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { onContact, seesOnlyOwn } from '../contacts/on-contact.ts';
import { handoverEvent } from './handover-writes.store.ts';
import { type acceptIn, answeredOut, type declineIn, type handoversQuery, handoverView } from './handovers.schemas.ts';
import { decideHandover, type HandoverRow, handoverById, listHandoverRows } from './handovers.store.ts';

export async function listHandovers(call: Call<unknown, z.output<typeof handoversQuery>>): Promise<Reply> {
  const { limit = 50, cursor, status, contact_id: contactId, to_function: toFunction } = call.query;
  const binding = ['handovers', status ?? null, contactId ?? null, toFunction ?? null];
  const after = decodeCursor(binding, cursor, 2);
  const ownOnly = seesOnlyOwn(call) ? call.actor.id : undefined;
  const { rows } = await call.deps.db.read({
    rows: listHandoverRows({ status, contactId, toFunction, ownOnly }, after, limit + 1),
  });
  const result = page(rows, limit, binding, (row) => [row.openedAt, row.id]);
  return {
    status: 200,
    body: { data: result.data.map(handoverView), next_cursor: result.next_cursor },
    headers: nextLink('/v1/handovers', call.query, result.next_cursor),
  };
}

interface Answer {
  readonly operation: string;
  readonly status: 'accepted' | 'declined';
  readonly note: string | null;
  /** Undefined: the owner stays. */
  readonly ownerId: string | undefined;
  readonly context: ContextIn | undefined;
}

export function acceptHandover(call: Call, id: string, body: z.output<typeof acceptIn> | undefined): Promise<Reply> {
  const ownerId = body?.owner_id ?? (call.actor.kind === 'staff' ? call.actor.id : undefined);
  return answer(call, id, {
    operation: 'acceptHandover',
    status: 'accepted',
    note: null,
    ownerId,
    context: body?.context,
  });
}
export const declineHandover = (
  call: Call,
  id: string,
  { note, context }: z.output<typeof declineIn>,
): Promise<Reply> =>
  answer(call, id, { operation: 'declineHandover', status: 'declined', note, ownerId: undefined, context });

async function answer(call: Call, id: string, { operation, status, note, ownerId, context }: Answer): Promise<Reply> {
  const found = (await call.deps.db.read({ row: handoverById(id) })).row[0];
  if (!found) throw notFound('handover');
  return onContact(call, {
    contactId: found.contactId,
    named: 'handover',
    operation,
    context,
    load: { row: handoverById(id), owner: activeStaff(ownerId) },
    plan: (contact, loaded) => {
      const row = loaded.row[0];
      if (!row) throw notFound('handover');
      if (row.status !== 'open')
        throw new Problem('handover-closed', `This handover is ${row.status} already.`, {
          extra: { handover_status: row.status },
        });
      const patch = planPatch(call, contact, ownerId === undefined ? {} : { owner_id: ownerId }, loaded.owner);
      const after: HandoverRow = { ...row, status, note, decidedAt: call.now, decidedBy: actorText(call.actor) };
      const owner = { owner_id: ownerId ?? contact.ownerId };
      return {
        changed: true,
        statements: [decideHandover(after)],
        ...(patch.columns ? { columns: patch.columns } : {}),
        events: [
          handoverEvent(`handover.${status}`, contact.id, row, status === 'accepted' ? owner : {}),
          ...(patch.changed ? (patch.events ?? []) : []),
        ],
        reference: id,
        ...(patch.after ? { after: patch.after } : {}),
        status: 200,
        body: (now) => ({ handover: handoverView(after), contact: contactView(now, call.deps.lifecycles) }),
        schema: answeredOut,
        headers: (now) => ({ etag: etag(now.version) }),
      };
    },
  });
}
