// The event feed: everything that happened, in one gapless order.

import { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import { actorView } from '../../http/actor.ts';
import { operation } from '../../http/operation.ts';
import { actorOut, instantOut, limit } from '../../http/schemas.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';

const eventOut = z
  .object({
    seq: z.number().int(),
    id: z.string(),
    type: z.string().openapi({ description: 'See /events. More types may come.' }),
    contact_id: z.string().nullable(),
    actor: actorOut.extend({ client_id: z.string().nullable() }),
    data: z.record(z.string(), z.unknown()),
    previous: z.record(z.string(), z.unknown()).nullable(),
    at: instantOut,
  })
  .openapi('Event');
const after = z
  .string()
  .regex(/^\d{1,15}$/, 'A seq: 0 or more.')
  .transform(Number)
  .optional()
  .openapi({ type: 'integer', minimum: 0 });

// A rep who sees only their own people hears of no others.
const VISIBLE =
  ' and (e.contact_id is null or exists (select 1 from contacts c where c.id = e.contact_id and (c.owner_id is null or c.owner_id = ?)))';

export const eventOperations = [
  operation(
    {
      id: 'listEvents',
      method: 'get',
      path: '/v1/events',
      area: 'data',
      scope: 'events:read',
      summary: 'Events after a seq',
      query: z.strictObject({ after, limit }),
      replies: {
        200: {
          description: 'Up to limit events, and where to go on',
          schema: z.object({ data: z.array(eventOut), next_after: z.number().int() }).openapi('Events'),
        },
      },
    },
    async (call) => {
      const from = call.query.after ?? 0;
      const own = seesOnlyOwn(call);
      const { rows } = await call.deps.db.read({
        rows: statement(
          `select e.seq, e.id, e.type, e.contact_id, e.actor, e.client_id, e.data, (select p.previous from event_previous p where p.event_id = e.id), e.at from events e where e.seq > ?${own ? VISIBLE : ''} order by e.seq limit ?`,
          own ? [from, call.actor.id, call.query.limit ?? 50] : [from, call.query.limit ?? 50],
          (r): z.input<typeof eventOut> => ({
            seq: Number(r[0]),
            id: String(r[1]),
            type: String(r[2]),
            contact_id: r[3] === null ? null : String(r[3]),
            actor: { ...actorView(String(r[4])), client_id: r[5] === null ? null : String(r[5]) },
            data: JSON.parse(String(r[6])),
            previous: r[7] === null || r[7] === undefined ? null : JSON.parse(String(r[7])),
            at: toIso(Number(r[8])),
          }),
        ),
      });
      return { status: 200, body: { data: rows, next_after: rows.at(-1)?.seq ?? from } };
    },
  ),
];
