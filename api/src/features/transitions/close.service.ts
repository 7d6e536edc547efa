// Closing a contact where they stand, and opening them again: what planClose decides becomes a ledger row that keeps the stage.
import type { z } from '@hono/zod-openapi';
import { type CloseRequest, planClose } from '@sidestage/domain';
import { etag } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { cardBody, cardLoad } from '../card/card.service.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { type ContactChange, onContact } from '../contacts/on-contact.ts';
import { lifecycleNamed, moveLoad, situation } from './situation.ts';
import { closedOut, type closeIn, type reopenIn, unchangedOut } from './transitions.schemas.ts';
import { appendTransition, sourceOf } from './transitions.store.ts';
import { transitionView } from './transitions.view.ts';

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
  const lifecycle = lifecycleNamed(call, body.lifecycle);
  const context = body.context as ContextIn | undefined;
  return onContact(call, {
    contactId,
    operation: request.outcome === null ? 'reopenContact' : 'closeContact',
    context,
    load: { ...moveLoad(contactId, lifecycle.key), ...cardLoad(call, contactId) },
    plan: (contact, loaded): ContactChange => {
      const { position, rows, reasons, now } = situation(contact, lifecycle, loaded, call.now);
      const plan = planClose({ lifecycle, position, rows, reasons, now, request });
      if (plan.kind === 'stale')
        throw new Problem('stage-changed', `The contact is in ${plan.from ?? 'no stage'} now.`, {
          extra: { from: plan.from, card: cardBody(call, contact, loaded) },
        });
      if (plan.kind === 'refused') {
        const pointer = plan.code.startsWith('reason')
          ? '/reason'
          : plan.code.startsWith('effective')
            ? '/effective_at'
            : '/outcome';
        throw new Problem(plan.code, plan.detail, { errors: [{ pointer, code: plan.code, detail: plan.detail }] });
      }
      if (plan.kind === 'unchanged')
        return {
          changed: false,
          status: 200,
          body: (after) => ({ changed: false, contact: contactView(after, call.deps.lifecycles) }),
          schema: unchangedOut,
          headers: (after) => ({ etag: etag(after.version) }),
        };
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
      return {
        changed: true,
        statements: appended.statements,
        events: [appended.event],
        reference: appended.row.id,
        after: (before) => ({
          ...before,
          positions: [
            ...before.positions.filter((one) => one.lifecycle !== lifecycle.key),
            { lifecycle: lifecycle.key, ...plan.position },
          ],
        }),
        status: 201,
        body: (after) => ({
          changed: true,
          transition: transitionView(appended.row),
          contact: contactView(after, call.deps.lifecycles),
        }),
        schema: closedOut,
        headers: (after) => ({ etag: etag(after.version) }),
        fill: [appended.fill('$.transition.seq')],
      };
    },
  });
}
