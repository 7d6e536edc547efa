// Duplicates on the wire.
import { z } from '@hono/zod-openapi';
import { CROWD, DUPLICATE_REASON_CODES, STRENGTHS, strengthOf, toIso, toldReasons } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import { actorOut, contextIn, cursor, instantOut, limit } from '../../http/schemas.ts';
import { contactOut } from '../contacts/contacts.schemas.ts';
import type { CandidateRow, PairRow, VerdictRow } from './duplicates.store.ts';

const contactId = z.string().min(1).max(64);

export const duplicatesQuery = z.strictObject({
  contact_id: contactId.optional().openapi({ description: 'Only those who may be this person.' }),
  min_strength: z.enum(STRENGTHS).optional(),
  limit,
  cursor,
});

const reasonOut = z
  .object({
    code: z.string().openapi({ description: `${DUPLICATE_REASON_CODES.join(', ')}; more may come.` }),
    kinds: z.array(z.string()).openapi({
      description: 'Where the value was read, in the order of `contacts`: a channel, or `name` (with the company).',
    }),
  })
  .openapi('DuplicateReason');

export const strengthOut = z.string().openapi({ description: 'weak, likely or strong.' });
export const reasonsOut = z.array(reasonOut);

export const duplicateOut = z
  .object({ contacts: z.array(contactOut), strength: strengthOut, reasons: reasonsOut })
  .openapi('Duplicate');
export const duplicatesOut = z
  .object({
    data: z.array(duplicateOut),
    next_cursor: z.string().nullable(),
    complete: z.boolean().openapi({
      description: 'False while people who were just changed are still being compared, as after a large import.',
    }),
  })
  .openapi('DuplicatePage');

/** A candidate as the card names it. */
export const candidateOut = z
  .object({
    contact: z.object({ id: z.string(), display_name: z.string(), company: z.string().nullable() }),
    strength: strengthOut,
    reasons: reasonsOut,
  })
  .openapi('DuplicateCandidate');

export const DUPLICATES_TEXT = `Two contacts with a value in common: a phone on whatever channel, the mailbox an address delivers to, the same name at another domain of one house, an id in another system, a handle marked shared, or name and company. Strongest first. A value that more than ${CROWD} people have is no reason. Nothing is ever merged by itself.`;

export const notDuplicateIn = z
  .strictObject({
    contact_ids: z.array(contactId).min(2, 'Name two contacts.').max(2, 'Name two contacts.'),
    context: contextIn.optional(),
  })
  .openapi('NotDuplicateCreate');
export const notDuplicateOut = z
  .object({ id: z.string(), contact_ids: z.array(z.string()), created_by: actorOut, created_at: instantOut })
  .openapi('NotDuplicate');
export const notDuplicatesQuery = z.strictObject({ contact_id: contactId.optional(), limit, cursor });

/** Reasons as seen from one side, most telling first; of one family only the first. */
export const reasonsView = (row: PairRow, firstId = row.aId): z.input<typeof reasonsOut> =>
  toldReasons(row.reasons, ([code]) => code).map(([code, a, b]) => ({
    code,
    kinds: firstId === row.aId ? [a, b] : [b, a],
  }));

export const candidateView = (row: CandidateRow): z.input<typeof candidateOut> => ({
  contact: { id: row.id, display_name: row.displayName, company: row.company },
  strength: strengthView(row),
  reasons: reasonsView(row, row.id === row.aId ? row.bId : row.aId),
});

export const strengthView = (row: PairRow) => strengthOf(row.level);

export const notDuplicateView = (row: VerdictRow): z.input<typeof notDuplicateOut> => ({
  id: row.id,
  contact_ids: [row.aId, row.bId],
  created_by: actorView(row.createdBy),
  created_at: toIso(row.createdAt),
});
