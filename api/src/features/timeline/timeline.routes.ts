// /v1/contacts/{id}/timeline
import { z } from '@hono/zod-openapi';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import { operation } from '../../http/operation.ts';
import { cursor, idParam, limit, pageOf } from '../../http/schemas.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { visibleContact } from '../contacts/on-contact.ts';
import { zoneOf } from '../follow-ups/follow-ups.service.ts';
import { TIMELINE_KINDS, timelineEntries, timelineItemOut, timelineMoves, timelineView } from './timeline.service.ts';

export const timelineOperations = [
  operation(
    {
      id: 'getContactTimeline',
      method: 'get',
      path: '/v1/contacts/{id}/timeline',
      area: 'people',
      scope: 'contacts:read',
      summary: 'Everything that happened with a person, newest first',
      params: idParam,
      query: z.strictObject({
        kind: z.array(z.enum(TIMELINE_KINDS)).min(1).max(TIMELINE_KINDS.length).optional(),
        limit,
        cursor,
      }),
      replies: { 200: { description: 'One page', schema: pageOf(timelineItemOut).openapi('TimelinePage') } },
      problems: ['cursor-invalid'],
    },
    async (call) => {
      const { limit: size = 50, cursor: from, kind: kinds } = call.query;
      const binding = ['timeline', call.params.id, kinds ?? null];
      const after = decodeCursor(binding, from, 2) as readonly [number, string] | undefined;
      const rows = await call.deps.db.read({
        contact: contactById(call.params.id),
        entries: timelineEntries(call.params.id, size + 1, after, kinds),
        moves: timelineMoves(call.params.id),
      });
      visibleContact(call, rows.contact[0]);
      const result = page(rows.entries, size, binding, (row) => [row.at, row.id]);
      return {
        status: 200,
        body: { data: timelineView(result.data, rows.moves, call.now, zoneOf(call)), next_cursor: result.next_cursor },
        headers: nextLink(`/v1/contacts/${call.params.id}/timeline`, call.query, result.next_cursor),
      };
    },
  ),
];
