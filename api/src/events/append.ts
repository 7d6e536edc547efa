// Appends to the event log in the same batch as the change itself, so that neither exists without the other.
import type { EventType } from '@sidestage/domain';
import type { Statement } from '../db/statement.ts';
import { statement } from '../db/statement.ts';
import { actorText } from '../http/actor.ts';
import type { Call } from '../http/operation.ts';

export interface EventIn {
  readonly type: EventType;
  readonly contactId?: string | null;
  /** Ids, keys, codes and times only: no personal text (it could never be erased from here). */
  readonly data: Record<string, unknown>;
  /** What the changed fields were before; kept aside so that erase can empty it. */
  readonly previous?: Record<string, unknown>;
  /** The import or batch it came with. */
  readonly batchId?: string | null;
}

export function eventStatements(
  call: Pick<Call, 'deps' | 'actor' | 'now' | 'batchId'>,
  events: readonly EventIn[],
): Statement[] {
  return events.flatMap((event) => {
    const id = call.deps.newId('evt');
    const rows = [
      statement(
        'insert into events (id, type, contact_id, actor, client_id, data, batch_id, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
        [
          id,
          event.type,
          event.contactId ?? null,
          actorText(call.actor),
          call.actor.clientId,
          JSON.stringify(event.data),
          event.batchId ?? call.batchId ?? null,
          call.now,
        ],
      ),
    ];
    if (event.previous) {
      rows.push(
        statement('insert into event_previous (event_id, contact_id, previous) values (?, ?, ?)', [
          id,
          event.contactId ?? null,
          JSON.stringify(event.previous),
        ]),
      );
    }
    return rows;
  });
}

/** The same for many events in one statement per table, in their order. */
export function eventStatementsInBulk(
  call: Pick<Call, 'deps' | 'actor' | 'now'>,
  events: readonly EventIn[],
): Statement[] {
  if (events.length === 0) return [];
  const rows: unknown[][] = [];
  const previous: unknown[][] = [];
  for (const event of events) {
    const id = call.deps.newId('evt');
    const about = event.contactId ?? null;
    rows.push([id, event.type, about, JSON.stringify(event.data), event.batchId ?? null]);
    if (event.previous) previous.push([id, about, JSON.stringify(event.previous)]);
  }
  const part = (at: number) => `j.value ->> ${at}`;
  const statements = [
    statement(
      `insert into events (id, type, contact_id, actor, client_id, data, batch_id, at) select ${part(0)}, ${part(1)}, ${part(2)}, ?, ?, ${part(3)}, ${part(4)}, ? from json_each(?) j order by j.key`,
      [actorText(call.actor), call.actor.clientId, call.now, JSON.stringify(rows)],
    ),
  ];
  if (previous.length > 0)
    statements.push(
      statement(
        `insert into event_previous (event_id, contact_id, previous) select ${part(0)}, ${part(1)}, ${part(2)} from json_each(?) j`,
        [JSON.stringify(previous)],
      ),
    );
  return statements;
}
