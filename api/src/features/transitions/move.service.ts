// Moving a contact: what planMove needs is loaded, what it decides becomes rows, and its refusals become problems.

import type { z } from '@hono/zod-openapi';
import { planMove } from '@sidestage/domain';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { cardBody, cardLoad } from '../card/card.service.ts';
import { type OnContact, onContact, rehearseOnContact } from '../contacts/on-contact.ts';
import { handoversMoved } from '../handovers/handover-writes.store.ts';
import { ledgerChange, pointerTo, unchanged } from './ledger-change.ts';
import { lifecycleNamed, moveLoad, situation } from './situation.ts';
import { movedOut, type moveIn } from './transitions.schemas.ts';
import { appendTransition, sourceOf } from './transitions.store.ts';

type MoveBody = z.output<typeof moveIn>;
type MoveLoad = ReturnType<typeof moveLoad> & ReturnType<typeof cardLoad>;

/** The move as a write on a contact. */
export function moveOn(call: Call, contactId: string, body: MoveBody): OnContact<MoveLoad> {
  const { key } = lifecycleNamed(call, body.lifecycle);
  return {
    contactId,
    operation: 'moveContactStage',
    context: body.context,
    load: {
      ...moveLoad(contactId, key),
      // `stage-changed` is answered with the card, so it is read only for a caller who names the stage they expect.
      ...(body.expect ? cardLoad(call, contactId) : ({} as ReturnType<typeof cardLoad>)),
    },
    plan: (contact, loaded) => {
      // Looked up again in each plan: a new version may have been published while this waited its turn.
      const lifecycle = lifecycleNamed(call, key);
      const input = situation(contact, lifecycle, loaded, call.now);
      const plan = planMove({
        ...input,
        request: {
          to: body.to,
          ...(body.expect ? { expectFrom: body.expect.from } : {}),
          ...(body.reason ? { reason: body.reason } : {}),
          ...(body.effective_at === undefined ? {} : { effectiveAt: body.effective_at }),
          ...(body.evidence ? { evidence: body.evidence } : {}),
        },
      });
      if (plan.kind === 'unchanged') return unchanged(call);
      if (plan.kind === 'stale') {
        throw new Problem(
          'stage-changed',
          `The contact is in ${plan.from ?? 'no stage'} now, not in ${body.expect?.from ?? 'no stage'}.`,
          { extra: { from: plan.from, card: cardBody(call, contact, loaded) } },
        );
      }
      if (plan.kind === 'refused') {
        throw new Problem(plan.code, plan.detail, {
          errors: plan.faults.map((one) => ({ pointer: pointerTo(one.code, '/to'), ...one })),
          extra: { allowed_moves: plan.allowedMoves, unmet_criteria: plan.unmetCriteria },
        });
      }
      const appended = appendTransition(call, {
        contactId,
        lifecycle,
        from: plan.from,
        to: plan.to,
        direction: plan.direction,
        effectiveAt: plan.effectiveAt,
        source: sourceOf(call, body.context),
        timeInPreviousS: plan.timeInPreviousS,
        reason: body.reason?.code ?? null,
        note: body.reason?.note ?? null,
        evidence: body.evidence,
        position: plan.position,
        planned: { stage: plan.from },
        batchId: call.batchId ?? null,
      });
      const handovers = handoversMoved(call, appended.row, input.handover, plan.handover);
      return ledgerChange(call, appended, plan.position, handovers, movedOut, {
        changed: true,
        warnings: plan.warnings,
        unmet_criteria: plan.unmetCriteria,
        effects: plan.effects,
      });
    },
  };
}

export async function moveContact(call: Call, contactId: string, body: MoveBody, dryRun: boolean): Promise<Reply> {
  if (!dryRun) return onContact(call, moveOn(call, contactId, body));
  const decision = await rehearseOnContact(call, moveOn(call, contactId, body));
  const planned = decision.body as {
    changed: boolean;
    transition?: unknown;
    effects?: unknown;
    warnings?: unknown;
    unmet_criteria?: unknown;
  };
  return {
    status: 200,
    body: {
      dry_run: true,
      changed: planned.changed,
      transition: planned.transition ?? null,
      effects: planned.effects ?? [],
      warnings: planned.warnings ?? [],
      unmet_criteria: planned.unmet_criteria ?? [],
    },
  };
}
