// The event feed: everything that happened, in one gapless order, as pages and as a live stream.
import { z } from '@hono/zod-openapi';
import { type EventView, eventsAfter } from '../../events/log.ts';
import { type Call, operation, type Reply } from '../../http/operation.ts';
import { limit } from '../../http/schemas.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';
import { eventsOut, eventTypeIn, seqIn } from './events.schemas.ts';
import { beyond, newestSeq } from './place.ts';
import { eventStream, startOf } from './stream.service.ts';

const typesIn = z.array(eventTypeIn).max(100).optional();
/** How far one page looks for the types asked for. */
const REACH = 20_000;
const PIECE = 2_000;
const HEARTBEAT_S = 15;
const heartbeat = z
  .string()
  .regex(/^([1-9]|[1-5]\d|60)$/, 'Seconds, 1 to 60.')
  .transform(Number)
  .openapi({ type: 'integer', minimum: 1, maximum: 60, default: HEARTBEAT_S });

export const eventOperations = [
  operation(
    {
      id: 'listEvents',
      method: 'get',
      path: '/v1/events',
      area: 'data',
      scope: 'events:read',
      summary: 'Events after a seq',
      description:
        'Keep `next_after` and ask again. It goes past what `types` leaves out; then a page may hold fewer than `limit` though more follow, and the end is where `next_after` moves no further. It goes past what the caller may not see too. A place after the newest event is refused: it is of another log, or of this one before a backup was restored.',
      query: z.strictObject({ after: seqIn.optional(), types: typesIn, limit }),
      replies: { 200: { description: 'Up to limit events, and where to go on', schema: eventsOut } },
    },
    async (call) => {
      const from = call.query.after ?? 0;
      const ownerId = seesOnlyOwn(call) ? call.actor.id : null;
      const { limit: most = 50, types } = call.query;
      if (types || ownerId !== null) return sifted(call, { from, most, ownerId, types });
      const { rows } = await call.deps.db.read({ rows: eventsAfter(from, most, ownerId) });
      const newest = rows.length > 0 || from === 0 ? from : await newestSeq(call);
      if (from > newest) throw beyond(newest, '?after');
      return { status: 200, body: { data: rows, next_after: rows.at(-1)?.seq ?? from } };
    },
  ),
  operation(
    {
      id: 'streamEvents',
      method: 'get',
      path: '/v1/events/stream',
      area: 'data',
      scope: 'events:read',
      summary: 'Events as they happen, as server-sent events',
      description:
        'Each message has the seq as its `id`, the type as its `event` and an Event as its `data`. Starts after `Last-Event-ID`, else after `after`, else with what happens from now on; coming back with the last id misses nothing and repeats nothing. A comment line is sent when nothing happens for `heartbeat_s`. Read it with fetch: it needs the Authorization header. A caller holds a hundred at most.',
      query: z.strictObject({
        after: seqIn.optional(),
        types: typesIn,
        exclude_client: z
          .string()
          .min(1)
          .max(100)
          .optional()
          .openapi({ description: 'Leaves out what was written under this Sidestage-Client header: your own echo.' }),
        heartbeat_s: heartbeat.optional(),
      }),
      headers: { 'Last-Event-ID': z.string().optional().openapi({ description: 'The id of the last event seen.' }) },
      replies: {
        200: { description: 'The stream', stream: { type: 'text/event-stream' } },
      },
    },
    async (call) => {
      const { after, types = [], exclude_client: excludeClient, heartbeat_s: seconds = HEARTBEAT_S } = call.query;
      const start = await startOf(call, after);
      const stream = eventStream(call, start, { types, excludeClient, heartbeatMs: seconds * 1000 });
      // No proxy holds it back.
      return { status: 200, stream, headers: { 'x-accel-buffering': 'no' } };
    },
  ),
];

/** A page of what is left when others' events, or other types, are left out: the place goes past those. */
async function sifted(
  call: Call,
  asked: {
    readonly from: number;
    readonly most: number;
    readonly ownerId: string | null;
    readonly types: string[] | undefined;
  },
): Promise<Reply> {
  const { from, most, ownerId, types } = asked;
  // Known first: what is appended meanwhile is for the next page.
  const newest = await newestSeq(call);
  if (from > newest) throw beyond(newest, '?after');
  const end = types ? Math.min(newest, from + REACH) : newest;
  const data: EventView[] = [];
  let at = from;
  while (at < end && data.length < most) {
    // Whoever asks meanwhile has their turn.
    if (at > from) await new Promise((resolve) => setImmediate(resolve));
    const until = Math.min(end, at + PIECE);
    const left = most - data.length;
    const { rows } = await call.deps.db.read({ rows: eventsAfter(at, left, ownerId, { types: types ?? [], until }) });
    data.push(...rows);
    at = rows.length === left ? (rows.at(-1)?.seq ?? until) : until;
  }
  return { status: 200, body: { data, next_after: at } };
}
