// TransitionRow → Transition.

import type { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import type { transitionOut } from './transitions.schemas.ts';
import type { TransitionRow } from './transitions.store.ts';

export function transitionView(row: TransitionRow): z.input<typeof transitionOut> {
  return {
    id: row.id,
    seq: row.seq,
    contact_id: row.contactId,
    lifecycle: row.lifecycle,
    lifecycle_version: row.lifecycleVersion,
    from: row.from,
    to: row.to,
    direction: row.direction,
    effective_at: toIso(row.effectiveAt),
    recorded_at: toIso(row.recordedAt),
    actor: actorView(row.actor),
    source: row.source,
    reason: row.reason,
    note: row.note,
    voids: row.voids,
    batch_id: row.batchId,
    derived_from: row.derivedFrom,
    time_in_previous_s: row.timeInPreviousS,
    outcome: row.outcome,
  };
}
