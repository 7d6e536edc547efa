// Handovers on the wire.
import { z } from '@hono/zod-openapi';
import { isoOrNull, toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import { actorOut, contextIn, cursor, instantOut, limit, text } from '../../http/schemas.ts';
import { contactOut } from '../contacts/contacts.schemas.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import type { HandoverRow } from './handovers.store.ts';

const FUNCTIONS = ['marketing', 'sales', 'service'] as const;

export const handoverOut = z
  .object({
    id: z.string(),
    contact_id: z.string(),
    contact_name: z.string(),
    lifecycle: z.string(),
    transition_id: z.string().openapi({ description: 'The ledger row that opened it.' }),
    from_function: z
      .string()
      .openapi({ description: 'The function that owned the stage before: marketing, sales or service.' }),
    to_function: z.string().openapi({ description: 'The function that owns the stage now.' }),
    status: z.string().openapi({
      description: 'open, accepted, declined, or withdrawn: the contact moved on, or the move was taken back.',
    }),
    opened_at: instantOut,
    opened_by: actorOut,
    decided_at: instantOut.nullable(),
    decided_by: actorOut.nullable(),
    note: z.string().nullable().openapi({ description: 'Why it was declined.' }),
  })
  .openapi('Handover');
export const answeredOut = z.object({ handover: handoverOut, contact: contactOut }).openapi('HandoverAnswered');

export const handoversQuery = z.strictObject({
  status: z.enum(['open', 'accepted', 'declined', 'withdrawn']).optional(),
  contact_id: z.string().max(64).optional(),
  to_function: z.enum(FUNCTIONS).optional().openapi({ description: 'Only what is handed to this function.' }),
  limit,
  cursor,
});
export const acceptIn = z
  .strictObject({
    owner_id: z.string().max(64).optional().openapi({
      description:
        'Who looks after the contact from now on; the caller where that is a person, else it stays as it is.',
    }),
    context: contextIn.optional(),
  })
  .openapi('HandoverAccept');
export const reopenIn = z
  .strictObject({
    owner_id: z.string().max(64).nullable().optional().openapi({
      description: 'Who looks after the contact again, null for nobody; as it is unless told.',
    }),
    context: contextIn.optional(),
  })
  .openapi('HandoverReopen');
export const declineIn = z.strictObject({ note: text(2000), context: contextIn.optional() }).openapi('HandoverDecline');

export const handoverView = (row: HandoverRow): z.input<typeof handoverOut> => ({
  id: row.id,
  contact_id: row.contactId,
  contact_name: row.contactName,
  lifecycle: row.lifecycle,
  transition_id: row.transitionId,
  from_function: row.from,
  to_function: row.to,
  status: row.status,
  opened_at: toIso(row.openedAt),
  opened_by: actorView(row.openedBy),
  decided_at: isoOrNull(row.decidedAt),
  decided_by: row.decidedBy === null ? null : actorView(row.decidedBy),
  note: row.note,
});

/** Those a contact brings along: open ones. */
export const openHandoversView = (contact: ContactState) =>
  contact.handovers.map((one) =>
    handoverView({
      ...one,
      ...{ contactId: contact.id, contactName: contact.displayName },
      ...{ status: 'open', decidedAt: null, decidedBy: null, note: null, withdrawnBy: null },
    }),
  );
