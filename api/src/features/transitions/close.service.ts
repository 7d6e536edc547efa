// Closing a contact where they stand, and opening them again: what planClose decides becomes a ledger row that keeps the stage.
import type { z } from '@hono/zod-openapi';
import { type CloseRequest, handoverOnMove, planClose } from '@sidestage/domain';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { cardBody, cardLoad } from '../card/card.service.ts';
import { type ContactChange, onContact } from '../contacts/on-contact.ts';
import { handoversMoved } from '../handovers/handover-writes.store.ts';
import { ledgerChange, pointerTo, unchanged } from './ledger-change.ts';
import { lifecycleNamed, moveLoad, situation } from './situation.ts';
import { closedOut, type closeIn, type reopenIn } from './transitions.schemas.ts';
import { appendTransition, sourceOf } from './transitions.store.ts';

type Body = Pick<z.output<typeof reopenIn>, 'lifecycle' | 'context'>;

export const closeContact = (call: Call, contactId: string, body: z.output<typeof closeIn>): Promise<Reply> =>
  change(call, contactId, body, {
    outcome: body.outcome,
    reason: body.reason as CloseRequest['reason'],
    effectiveAt: body.effective_at,
    ...(body.expect ? { expectFrom: body.expect.from } : {}),
  });

export const reopenContact = (
  call: Call,
  contactId: string,
  body: z.output<typeof reopenIn> | undefined,
): Promise<Reply> =>
  change(call, contactId, body ?? {}, {
    outcome: null,
    reason: body?.reason as CloseRequest['reason'],
    effectiveAt: body?.effective_at,
  });

function change(call: Call, contactId: string, body: Body, request: CloseRequest): Promise<Reply> {
  const { key } = lifecycleNamed(call, body.lifecycle);
  const context = body.context as ContextIn | undefined;
  return onContact(call, {
    contactId,
    operation: request.outcome === null ? 'reopenContact' : 'closeContact',
    context,
    load: { ...moveLoad(contactId, key), ...cardLoad(call, contactId) },
    plan: (contact, loaded): ContactChange => {
      // Looked up again in each plan: a new version may have been published while this waited its turn.
      const lifecycle = lifecycleNamed(call, key);
      const { position, rows, reasons, now, handover: open } = situation(contact, lifecycle, loaded, call.now);
      const plan = planClose({ lifecycle, position, rows, reasons, now, request });
      if (plan.kind === 'stale')
        throw new Problem('stage-changed', `The contact is in ${plan.from ?? 'no stage'} now.`, {
          extra: { from: plan.from, card: cardBody(call, contact, loaded) },
        });
      if (plan.kind === 'refused')
        throw new Problem(plan.code, plan.detail, {
          errors: plan.faults.map((one) => ({ pointer: pointerTo(one.code, '/outcome'), ...one })),
        });
      if (plan.kind === 'unchanged') return unchanged(call);
      const appended = appendTransition(call, {
        contactId,
        lifecycle,
        from: plan.stage,
        to: plan.stage,
        direction: plan.outcome === 'open' ? 're-entry' : 'backward',
        outcome: plan.outcome,
        effectiveAt: plan.effectiveAt,
        source: sourceOf(call, context),
        timeInPreviousS: plan.timeInPreviousS,
        reason: request.reason?.code ?? null,
        note: request.reason?.note ?? null,
        position: plan.position,
        planned: { stage: plan.stage },
      });
      const step = handoverOnMove(lifecycle, open, position, plan.position);
      const handovers = handoversMoved(call, appended.row, open, step);
      return ledgerChange(call, appended, plan.position, handovers, closedOut, { changed: true });
    },
  });
}
