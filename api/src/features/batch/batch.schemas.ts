// Batches on the wire: up to 1,000 items of one kind, and what each came to.
import { z } from '@hono/zod-openapi';
import { contextIn, flag, key, mapOf, problemShape, text } from '../../http/schemas.ts';
import { contactPatch, identityIn, originIn } from '../contacts/contacts.schemas.ts';
import { changeIn } from '../tags/tags.schemas.ts';
import { moveIn } from '../transitions/transitions.schemas.ts';

const MAX_ITEMS = 1_000;
const contactId = z.string().min(1).max(64);

const batchOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    mode: z.enum(['atomic', 'each']).openapi({
      description:
        'atomic: every item or none. each: what is allowed is done, what is refused says why, also where it is not shaped as an item should be.',
    }),
    items: z.array(item).max(MAX_ITEMS, `At most ${MAX_ITEMS} items.`),
  });

export const upsertIn = z
  .strictObject({
    identities: z.array(identityIn).min(1, 'Give at least one handle to know them by.').max(50),
    display_name: text(200).optional().openapi({ description: 'Needed where the person is new.' }),
    company: text(200).nullable().optional(),
    owner_id: z.string().max(64).nullable().optional(),
    source: text(100).nullable().optional(),
    origin: originIn.optional(),
    tags: z.array(key).max(200).optional().openapi({ description: 'Added to those the person has.' }),
    fields: contactPatch.shape.fields.unwrap().unwrap().optional(),
    stages: mapOf(key).optional().openapi({
      description: 'Where a new person begins. Somebody known who stands elsewhere is refused: move them.',
    }),
  })
  .openapi('ContactUpsert');

export const contactsBatch = batchOf(upsertIn).openapi('ContactsBatch');
export const tagsBatch = batchOf(
  z.strictObject({ contact_id: contactId, ...changeIn.shape }).openapi('TagChangeItem'),
).openapi('TagsBatch');
export const movesBatch = batchOf(
  z.strictObject({ contact_id: contactId, ...moveIn.shape }).openapi('MoveItem'),
).openapi('MovesBatch');
export const ownersBatch = batchOf(
  z
    .strictObject({ contact_id: contactId, owner_id: z.string().max(64).nullable(), context: contextIn.optional() })
    .openapi('OwnerItem'),
).openapi('OwnersBatch');

/** The schema of one item, for checking them a few at a time. */
export const itemsOf = (batch: { shape: { items: z.ZodArray<z.ZodType> } }) => ({
  schema: batch.shape.items.element,
  max: MAX_ITEMS,
  apart: (body: unknown) => (body as { mode: string }).mode === 'each',
});

export const batchQuery = z.strictObject({ dry_run: flag.optional() });

const itemProblem = z
  .object(problemShape)
  .catchall(z.unknown())
  .openapi('ItemProblem', { description: 'Why an item was refused, as it would be alone.' });

export const batchOut = z
  .object({
    batch_id: z
      .string()
      .nullable()
      .openapi({ description: 'On every ledger row and event it made; null in a dry run.' }),
    mode: z.string(),
    dry_run: z.boolean(),
    counts: z.object({
      created: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      refused: z.number().int(),
    }),
    results: z
      .array(
        z
          .object({
            index: z.number().int(),
            status: z.number().int().openapi({ description: 'The status the item would have had alone.' }),
            outcome: z
              .string()
              .openapi({ description: 'created, updated, unchanged or refused; more values may come.' }),
            contact_id: z.string().nullable(),
            version: z.number().int().nullable(),
            transition_id: z.string().nullable().optional(),
            tags: z
              .object({ added: z.array(z.string()), removed: z.array(z.string()), unchanged: z.array(z.string()) })
              .optional(),
            problem: itemProblem.nullable(),
          })
          .openapi('BatchResult'),
      )
      .openapi({ description: 'One per item, in the order sent.' }),
  })
  .openapi('Batch');
