// What an export can be told: the filters of the lists, without their pages.
import { z } from '@hono/zod-openapi';
import { contactOut, contactQuery } from '../contacts/contacts.schemas.ts';
import { seqIn } from '../events/events.schemas.ts';
import { ledgerQuery, transitionOut } from '../transitions/transitions.schemas.ts';

export const contactsExportQuery = contactQuery.omit({ sort: true, limit: true, cursor: true });
export const transitionsExportQuery = ledgerQuery.omit({ limit: true, cursor: true }).extend({
  after: seqIn.optional().openapi({ description: 'Only rows after this seq: what the last export did not have.' }),
});

/** The last line: how many went before. An export without it was cut off. */
const endLine = z.object({ end: z.literal(true), count: z.number().int() });
export const contactLine = z.union([contactOut, endLine]);
export const transitionLine = z.union([transitionOut, endLine]);
