// Events on the wire, and how a place in their order is named.
import { z } from '@hono/zod-openapi';
import { EVENTS } from '@sidestage/domain';
import { actorOut, instantOut } from '../../http/schemas.ts';
import { didYouMean, nearest } from '../../http/validate.ts';

export const eventOut = z
  .object({
    seq: z.number().int(),
    id: z.string(),
    type: z.string().openapi({ description: 'See /events. More types may come.' }),
    contact_id: z.string().nullable(),
    actor: actorOut.extend({ client_id: z.string().nullable() }),
    data: z.record(z.string(), z.unknown()),
    previous: z.record(z.string(), z.unknown()).nullable(),
    batch_id: z.string().nullable(),
    at: instantOut,
  })
  .openapi('Event');
export const eventsOut = z.object({ data: z.array(eventOut), next_after: z.number().int() }).openapi('Events');

export const seqIn = z
  .string()
  .regex(/^\d{1,15}$/, 'A seq: 0 or more.')
  .transform(Number)
  .openapi({ type: 'integer', minimum: 0, maximum: 999_999_999_999_999 });

const AREAS = [...new Set(Object.keys(EVENTS).map((type) => `${type.slice(0, type.indexOf('.'))}.*`))];
const KNOWN: readonly string[] = [...Object.keys(EVENTS), ...AREAS];

/** `contact.created`, or `contact.*` for all of an area. */
export const eventTypeIn = z
  .string()
  .max(100)
  .superRefine((value, ctx) => {
    if (KNOWN.includes(value)) return;
    const near = nearest(value, KNOWN);
    ctx.addIssue({
      code: 'custom',
      message: `There is no event type "${value}".${didYouMean(near)} See /events.`,
      params: { code: 'event-type-unknown' },
    });
  })
  .openapi({ example: 'contact.*' });
