// Grade cadence, warmth and proposed moves of one contact, as the card shows them. Computed when asked, stored nowhere.
import type { z } from '@hono/zod-openapi';
import {
  availableMoves,
  cadenceOf,
  type MoveSituation,
  proposedStage,
  temperatureAt,
  toIso,
  type Warmth,
} from '@sidestage/domain';
import type { Call } from '../../http/operation.ts';
import type { cadenceOut, proposalOut, temperatureOut } from './classification.schemas.ts';

export interface Standing {
  readonly cadence: z.input<typeof cadenceOut> | null;
  readonly temperature: z.input<typeof temperatureOut>;
  readonly proposals: z.input<typeof proposalOut>[];
}

export function standingOf(
  call: Pick<Call, 'deps' | 'now'>,
  contact: { readonly tags: readonly string[]; readonly lastTouchAt: number | null; readonly createdAt: number },
  interactions: readonly Warmth[],
  situations: readonly MoveSituation[],
): Standing {
  const { grade_cadence_days, warming } = call.deps.settings.get();
  const cadence = cadenceOf(contact.tags, contact.lastTouchAt ?? contact.createdAt, grade_cadence_days);
  const degrees = temperatureAt(interactions, call.now, warming);
  const boiling = degrees >= warming.boiling_point;
  const proposals = situations.flatMap((one) => {
    if (!boiling || !one.position) return [];
    const to = proposedStage(one.lifecycle, one.position.stage, availableMoves(one), degrees, warming);
    return to === null ? [] : [{ lifecycle: one.lifecycle.key, to, because: 'boiling-point' }];
  });
  return {
    cadence: cadence && { tag: cadence.tag, days: cadence.days, due_at: toIso(cadence.dueAt) },
    temperature: { degrees, boiling_point: warming.boiling_point, boiling },
    proposals,
  };
}
