// The audit row of a write: who asked for what, from where, and what came of it. Written by the lane in the commit of the write.
import { type Statement, statement } from '../db/statement.ts';
import { type Actor, actorText } from './actor.ts';
import type { Call } from './operation.ts';

/** Statuses of refusals that get a row: the caller was let in, and what is stored decided against them. */
export const AUDITED_REFUSALS: ReadonlySet<number> = new Set([403, 409, 412, 422]);

export interface Audited {
  /** Who did it, where the request itself does not say. */
  readonly actor?: Actor;
  /** Whether anything was stored. */
  readonly changed: boolean;
  readonly status: number;
  readonly problem?: string | undefined;
  readonly body?: unknown;
}

/** Ids and codes only: this row outlives whoever it is about. */
export function auditRow(call: Call, write: Audited): Statement {
  const actor = write.actor ?? call.actor;
  const refused = write.status >= 400;
  return statement(
    'insert into audit (at, actor, session_id, client_id, operation, subject, outcome, status, problem, request_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      call.now,
      actorText(actor),
      actor.kind === 'staff' ? actor.sessionId : null,
      call.actor.clientId,
      call.operation,
      subjectOf(call, write.body, refused),
      refused ? 'refused' : write.changed ? 'done' : 'unchanged',
      write.status,
      write.problem ?? null,
      call.requestId,
    ],
  );
}

/** What the request named in its path; else what it made: the id in its answer, or in the first member that has one. */
function subjectOf(call: Call, body: unknown, refused: boolean): string | null {
  const { id, key } = (call.params ?? {}) as { id?: string; key?: string };
  if (id !== undefined || key !== undefined) return id ?? key ?? null;
  if (refused || typeof body !== 'object' || body === null) return null;
  const { batch_id: batchId } = body as { batch_id?: unknown };
  const found = [idOf(body), batchId, ...Object.values(body).map(idOf)].find((one) => typeof one === 'string');
  return (found as string | undefined) ?? null;
}

const idOf = (thing: unknown) => (thing as { id?: unknown } | null)?.id;
