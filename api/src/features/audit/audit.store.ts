// Reads the audit log, newest first. Only the write lane adds to it (`http/audit.ts`).

import type { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { type Statement, statement, type Value } from '../../db/statement.ts';
import { actorNameSql, actorView } from '../../http/actor.ts';
import type { AuditQuery, auditOut } from './audit.schemas.ts';

/** The prefix of an id says what it names. */
const actorOfId = (id: string) => `${id.startsWith('stf_') ? 'staff' : id.startsWith('key_') ? 'key' : 'system'}:${id}`;

/** Whether the log has a row of it; index audit_actor. */
export const hasActed = (actor: string) =>
  statement(
    'select 1 from audit where actor = ?1 union all select 1 from staff where id = ?2 union all select 1 from api_keys where id = ?2 limit 1',
    [actorOfId(actor), actor],
    () => true,
  );
/** Index audit_operation. */
export const wasAsked = (operation: string) =>
  statement('select 1 from audit where operation = ? limit 1', [operation], () => true);
/** Who may be found in the log. */
export const everyActor = statement('select id from staff union all select id from api_keys', [], (r) => String(r[0]));

/** One page and the row after it; walks audit_subject, audit_actor, audit_operation or audit_at backwards. */
export function auditPage(
  query: AuditQuery,
  before: { readonly at: number; readonly seq: number } | undefined,
  limit: number,
): Statement<z.input<typeof auditOut> & { readonly atMs: number }> {
  const where: string[] = [];
  const args: Value[] = [];
  const only = (sql: string, ...values: Value[]) => {
    where.push(sql);
    args.push(...values);
  };
  if (query.actor) only('a.actor = ?', actorOfId(query.actor));
  if (query.operation) only('a.operation = ?', query.operation);
  if (query.subject) only('a.subject = ?', query.subject);
  if (query.outcome) only('a.outcome = ?', query.outcome);
  if (query.since !== undefined) only('a.at >= ?', query.since);
  if (query.until !== undefined) only('a.at < ?', query.until);
  if (before) only('(a.at, a.seq) < (?, ?)', before.at, before.seq);
  return statement(
    `select a.seq, a.at, a.actor, ${actorNameSql('a.actor')}, a.session_id, a.client_id, a.operation, a.subject, a.outcome, a.status, a.problem, a.request_id
     from audit a ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by a.at desc, a.seq desc limit ?`,
    [...args, limit + 1],
    (r) => ({
      id: String(r[11]),
      seq: Number(r[0]),
      at: toIso(Number(r[1])),
      atMs: Number(r[1]),
      actor: { ...actorView(String(r[2])), name: String(r[3]) },
      session_id: r[4] as string | null,
      client_id: r[5] as string | null,
      operation: String(r[6]),
      subject: r[7] as string | null,
      outcome: r[8] as 'done',
      status: Number(r[9]),
      problem: r[10] as string | null,
    }),
  );
}
