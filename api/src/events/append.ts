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

export function eventStatements(call: Pick<Call, 'deps' | 'actor' | 'now'>, events: readonly EventIn[]): Statement[] {
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
          event.batchId ?? null,
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
