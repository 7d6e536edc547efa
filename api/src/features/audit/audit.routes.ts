// The audit log: who wrote what, when, from where, and what came of it.
import { toIso } from '@sidestage/domain';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import { operation } from '../../http/operation.ts';
import { pageOf } from '../../http/schemas.ts';
import { type AuditQuery, auditOut, auditQuery } from './audit.schemas.ts';
import { auditPage } from './audit.store.ts';
import { refuseUnknown } from './refuse-unknown.ts';

const iso = (at: number | undefined) => (at === undefined ? undefined : toIso(at));
const asAsked = (query: AuditQuery) => ({ ...query, since: iso(query.since), until: iso(query.until) });

export const auditOperations = [
  operation(
    {
      id: 'listAudit',
      method: 'get',
      path: '/v1/audit',
      area: 'data',
      scope: 'audit:read',
      summary: 'Who wrote what, newest first',
      description:
        'Each write that was decided has one row, kept in the commit of the write itself: done, unchanged, or refused (403, 409, 412, 422). Requests turned away before anything was decided (malformed, not signed in, over the limit, without the scope) and replays have none. Rows hold ids and codes, never words of people, and stay when a person is erased.',
      query: auditQuery,
      replies: { 200: { description: 'One page', schema: pageOf(auditOut).openapi('AuditPage') } },
      problems: ['cursor-invalid'],
    },
    async (call) => {
      const { limit = 50, cursor, ...query } = call.query;
      await refuseUnknown(call, query);
      const after = decodeCursor(query, cursor, 2);
      const before = after && { at: Number(after[0]), seq: Number(after[1]) };
      const { rows } = await call.deps.db.read({ rows: auditPage(query, before, limit) });
      const { data, next_cursor } = page(rows, limit, query, (row) => [row.atMs, row.seq]);
      return {
        status: 200,
        body: { data, next_cursor },
        headers: nextLink('/v1/audit', asAsked(call.query), next_cursor),
      };
    },
  ),
];
