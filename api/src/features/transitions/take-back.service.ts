// Taking a ledger row back: by whoever made it within minutes (undo), or by a manager at any time with a reason (correct).
// Both add a row that voids; nothing is changed or deleted.
import type { z } from '@hono/zod-openapi';
import {
  type EventType,
  handoverOnTakeBack,
  type Lifecycle,
  type Position,
  planCorrect,
  planUndo,
  stageOf,
} from '@sidestage/domain';
import { actorText } from '../../http/actor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { type ContactChange, onContact } from '../contacts/on-contact.ts';
import { handoversTakenBack } from '../handovers/handover-writes.store.ts';
import { type HandoverRow, withdrawnOf } from '../handovers/handovers.store.ts';
import { ledgerChange } from './ledger-change.ts';
import { lifecycleNamed, openIn } from './situation.ts';
import { type correctIn, undoneOut } from './transitions.schemas.ts';
import {
  appendTransition,
  ledgerOf,
  reasonsStatement,
  sourceOf,
  type TransitionRow,
  transitionById,
} from './transitions.store.ts';

interface TakenBack {
  readonly voids: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly effectiveAt: number;
  readonly position: Position | null;
  readonly reason?: { readonly code: string; readonly note?: string | undefined };
  readonly event: EventType;
}

function takenBack(
  call: Call,
  contact: ContactState,
  lifecycle: Lifecycle,
  context: ContextIn | undefined,
  plan: TakenBack,
  { ledger, withdrawn }: { readonly ledger: readonly TransitionRow[]; readonly withdrawn: readonly HandoverRow[] },
): ContactChange {
  const left = contact.positions.find((one) => one.lifecycle === lifecycle.key);
  const { position } = plan;
  if (position && !stageOf(lifecycle, position.stage))
    throw new Problem(
      'stage-retired',
      `Without this row the contact would be in "${position.stage}", which was retired since.`,
    );
  const appended = appendTransition(call, {
    contactId: contact.id,
    lifecycle,
    from: plan.from,
    to: plan.to,
    direction: 'backward',
    effectiveAt: plan.effectiveAt,
    source: sourceOf(call, context),
    voids: plan.voids,
    reason: plan.reason?.code ?? null,
    note: plan.reason?.note ?? null,
    timeInPreviousS: left ? Math.max(0, Math.floor((call.now - left.enteredAt) / 1000)) : null,
    position,
    event: plan.event,
    planned: { stage: plan.from },
  });
  const open = openIn(contact, lifecycle.key);
  // The database gives the seq; for the fold it is enough that the new row is the newest.
  const rows = [...ledger, { ...appended.row, seq: Number.MAX_SAFE_INTEGER }];
  const step = handoverOnTakeBack({
    lifecycle,
    rows,
    position,
    open,
    withdrawn: withdrawn.filter((one) => one.withdrawnBy === plan.voids),
  });
  const handovers = handoversTakenBack(call, appended.row, open, step);
  return ledgerChange(call, appended, position, handovers, undoneOut);
}

async function targetOf(call: Call, transitionId: string) {
  const target = (await call.deps.db.read({ row: transitionById(transitionId) })).row[0];
  if (!target) throw notFound('transition');
  return target;
}

const takeBackLoad = ({ contactId, lifecycle }: TransitionRow) => ({
  ledger: ledgerOf(contactId, lifecycle),
  withdrawn: withdrawnOf(contactId, lifecycle),
});

function notOfAMerge(row: { readonly source: string }): void {
  if (row.source === 'merge')
    throw new Problem('contact-merged', 'This row came with a merge. Revert the merge to take it back.');
}

export async function undoMove(call: Call, transitionId: string, context: ContextIn | undefined): Promise<Reply> {
  const target = await targetOf(call, transitionId);
  return onContact(call, {
    contactId: target.contactId,
    named: 'transition',
    operation: 'undoTransition',
    context,
    load: takeBackLoad(target),
    plan: (contact, loaded): ContactChange => {
      notOfAMerge(target);
      const actorId = actorText(call.actor);
      const plan = planUndo({ rows: loaded.ledger, target: transitionId, actorId, now: call.now });
      if (plan.kind === 'refused') throw new Problem(plan.code, plan.detail);
      const lifecycle = lifecycleNamed(call, target.lifecycle);
      return takenBack(call, contact, lifecycle, context, { ...plan, event: 'contact.stage_undone' }, loaded);
    },
  });
}

export async function correctTransition(
  call: Call,
  transitionId: string,
  body: z.output<typeof correctIn>,
): Promise<Reply> {
  const target = await targetOf(call, transitionId);
  return onContact(call, {
    contactId: target.contactId,
    named: 'transition',
    operation: 'correctTransition',
    context: body.context,
    load: { ...takeBackLoad(target), reasons: reasonsStatement },
    plan: (contact, loaded): ContactChange => {
      notOfAMerge(target);
      const plan = planCorrect({
        rows: loaded.ledger,
        target: transitionId,
        reason: body.reason,
        reasons: loaded.reasons,
        // A lifecycle entered by mistake can be left, but nobody is left in none at all.
        mayLeave: contact.positions.some((one) => one.lifecycle !== target.lifecycle),
      });
      if (plan.kind === 'refused')
        throw new Problem(plan.code, plan.detail, {
          errors: plan.code.startsWith('reason') ? [{ pointer: '/reason', code: plan.code, detail: plan.detail }] : [],
        });
      const lifecycle = lifecycleNamed(call, target.lifecycle);
      const reason = body.reason as { code: string; note?: string };
      return takenBack(
        call,
        contact,
        lifecycle,
        body.context,
        { ...plan, reason, event: 'contact.stage_corrected' },
        loaded,
      );
    },
  });
}
