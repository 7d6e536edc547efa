// What happened with a person, logged; with the next step in the same submit.
import type { z } from '@hono/zod-openapi';
import { FUTURE_TOLERANCE_MS, toIso } from '@sidestage/domain';
import { actorText } from '../../http/actor.ts';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { onContact, visibleContact } from '../contacts/on-contact.ts';
import { followUpView } from '../follow-ups/follow-ups.schemas.ts';
import { checkAssignee, planned, zoneOf } from '../follow-ups/follow-ups.service.ts';
import { insertFollowUp } from '../follow-ups/follow-ups.store.ts';
import { type interactionIn, type interactionQuery, interactionView, loggedOut } from './interactions.schemas.ts';
import { type InteractionRow, insertInteraction, interactionsBefore } from './interactions.store.ts';

type Query = z.output<typeof interactionQuery>;

export async function listContactInteractions(call: Call<{ id: string }, Query>): Promise<Reply> {
  const { limit: size = 50, cursor: from } = call.query;
  const binding = ['interactions', call.params.id];
  const after = decodeCursor(binding, from, 2);
  const rows = await call.deps.db.read({
    contact: contactById(call.params.id),
    rows: interactionsBefore(call.params.id, after, size + 1),
  });
  visibleContact(call, rows.contact[0]);
  return pageReply(
    page(rows.rows, size, binding, (row) => [row.occurredAt, row.id]),
    interactionView,
    `/v1/contacts/${call.params.id}/interactions`,
    call.query,
  );
}

export async function logInteraction(
  call: Call<{ id: string }, unknown, z.output<typeof interactionIn>>,
): Promise<Reply> {
  const { body } = call;
  if (body.occurred_at > call.now + FUTURE_TOLERANCE_MS)
    throw new Problem('effective-in-future', 'An interaction cannot be in the future: plan a follow-up instead.', {
      errors: [{ pointer: '/occurred_at', code: 'effective-in-future', detail: 'At most 60 seconds ahead.' }],
    });
  return onContact(call, {
    contactId: call.params.id,
    operation: 'logInteraction',
    context: body.context,
    load: { active: activeStaff(body.next?.assignee_id) },
    plan: (contact, loaded) => {
      checkAssignee(body.next?.assignee_id, loaded.active, '/next/assignee_id');
      const row: InteractionRow = {
        id: call.deps.newId('int'),
        contactId: contact.id,
        kind: body.kind,
        direction: body.direction,
        occurredAt: body.occurred_at,
        summary: body.summary,
        channel: body.channel ?? body.context?.channel ?? null,
        purpose: body.purpose ?? null,
        actor: actorText(call.actor),
        createdAt: call.now,
      };
      const next = body.next ? planned(call, contact, body.next) : undefined;
      const touched = body.kind === 'note' ? contact.lastTouchAt : Math.max(contact.lastTouchAt ?? 0, row.occurredAt);
      return {
        changed: true,
        statements: [insertInteraction(row), ...(next ? [insertFollowUp(next.row)] : [])],
        columns: { last_touch_at: touched },
        nextFollowUp: next !== undefined,
        events: [
          {
            type: 'interaction.logged',
            contactId: contact.id,
            data: {
              contact_id: contact.id,
              interaction_id: row.id,
              kind: row.kind,
              direction: row.direction,
              occurred_at: toIso(row.occurredAt),
            },
          },
          ...(next ? [next.event] : []),
        ],
        reference: row.id,
        status: 201,
        body: () => ({
          ...interactionView(row),
          follow_up: next ? followUpView(next.row, call.now, zoneOf(call)) : null,
        }),
        schema: loggedOut,
      };
    },
  });
}
