// Merges on the wire.
import { z } from '@hono/zod-openapi';
import { isoOrNull, TAKEABLE, toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import { actorOut, contextIn, cursor, flag, instantOut, key, limit, mapOf } from '../../http/schemas.ts';
import { contactOut } from '../contacts/contacts.schemas.ts';
import type { MergeRow } from './merges.store.ts';

const contactId = z.string().min(1).max(64);

export const mergeIn = z
  .strictObject({
    survivor_id: contactId,
    loser_id: contactId,
    take: z.array(z.enum(TAKEABLE)).max(TAKEABLE.length).optional().openapi({
      description: 'Values to take from the loser; the survivor keeps its own and is only given what it lacks.',
    }),
    stages: mapOf(key).optional().openapi({
      description: '`{lifecycle: stage}`, one of the stages the two are in; the survivor’s own unless told.',
    }),
    context: contextIn.optional(),
  })
  .openapi('MergeCreate');

export const mergeOut = z
  .object({
    id: z.string(),
    survivor_id: z.string(),
    loser_id: z.string(),
    actor: actorOut,
    merged_at: instantOut,
    reverted_by: actorOut.nullable(),
    reverted_at: instantOut.nullable(),
    moved: z
      .record(z.string(), z.number().int())
      .openapi({ description: 'How many identities, tags, interactions, follow_ups and more went along.' }),
  })
  .openapi('Merge');
export const mergedOut = z.object({ merge: mergeOut, contact: contactOut }).openapi('Merged');
export const mergeDryOut = z
  .object({ dry_run: z.literal(true), merge: mergeOut, contact: contactOut })
  .openapi('MergeDryRun');

export const mergeQuery = z.strictObject({ dry_run: flag.optional() });
export const mergesQuery = z.strictObject({ contact_id: contactId.optional(), limit, cursor });

const actorOrNull = (actor: string | null) => (actor === null ? null : actorView(actor));

export const mergeView = (row: Omit<MergeRow, 'seq' | 'fields'>): z.input<typeof mergeOut> => ({
  id: row.id,
  survivor_id: row.survivorId,
  loser_id: row.loserId,
  actor: actorView(row.actor),
  merged_at: toIso(row.mergedAt),
  reverted_by: actorOrNull(row.revertedBy),
  reverted_at: isoOrNull(row.revertedAt),
  moved: { ...row.counts },
});
