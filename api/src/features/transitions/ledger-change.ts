// The change of a contact, with its answer, that follows from a decided ledger row; and the answer when nothing changes.
import type { z } from '@hono/zod-openapi';
import type { Position } from '@sidestage/domain';
import { etag } from '../../http/conditional.ts';
import type { Call } from '../../http/operation.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { contactView } from '../contacts/contacts.view.ts';
import type { ContactChange } from '../contacts/on-contact.ts';
import type { HandoverWrites } from '../handovers/handover-writes.store.ts';
import { unchangedOut } from './transitions.schemas.ts';
import type { appendTransition } from './transitions.store.ts';
import { transitionView } from './transitions.view.ts';

const withEtag = (after: ContactState) => ({ etag: etag(after.version) });

/** The appended row as a change of the contact, with what it does to handovers; answered 201 with the row, the contact, and `more`. */
export function ledgerChange(
  call: Call,
  appended: ReturnType<typeof appendTransition>,
  position: Position | null,
  handovers: HandoverWrites,
  schema: z.ZodType,
  more: Readonly<Record<string, unknown>> = {},
): ContactChange {
  const { lifecycle } = appended.row;
  return {
    changed: true,
    statements: [...appended.statements, ...handovers.statements],
    events: [appended.event, ...handovers.events],
    reference: appended.row.id,
    after: (before) => ({
      ...before,
      positions: [
        ...before.positions.filter((one) => one.lifecycle !== lifecycle),
        ...(position ? [{ lifecycle, ...position }] : []),
      ],
    }),
    status: 201,
    body: (after) => ({
      ...more,
      transition: transitionView(appended.row),
      contact: contactView(after, call.deps.lifecycles),
    }),
    schema,
    headers: withEtag,
    fill: [appended.fill('$.transition.seq')],
  };
}

/** The answer when the contact is already where the request wants it. */
export const unchanged = (call: Call): ContactChange => ({
  changed: false,
  status: 200,
  body: (after) => ({ changed: false, contact: contactView(after, call.deps.lifecycles) }),
  schema: unchangedOut,
  headers: withEtag,
});

/** The JSON pointer to what was refused in the request. */
export const pointerTo = (code: string, otherwise: string): string =>
  code.startsWith('reason') ? '/reason' : code.startsWith('effective') ? '/effective_at' : otherwise;
