// Reading the ledger: of one contact, of everybody, and a single row.
import type { z } from '@hono/zod-openapi';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { contactById, personBehind } from '../contacts/contacts.store.ts';
import { canSee, seesOnlyOwn, visibleContact } from '../contacts/on-contact.ts';
import { lifecycleNamed } from './situation.ts';
import type { ledgerQuery } from './transitions.schemas.ts';
import { type TransitionRow, transitionById, transitionsAfter, transitionsOf } from './transitions.store.ts';
import { transitionView } from './transitions.view.ts';

type Query = z.output<typeof ledgerQuery>;

const ledgerPage = (rows: readonly TransitionRow[], limit: number, filter: unknown) =>
  page(rows, limit, filter, (row) => [row.seq]);
const placeIn = (filter: unknown, cursor: string | undefined) => decodeCursor(filter, cursor, 1)?.[0] ?? 0;

export async function listContactTransitions(call: Call<{ id: string }, Query>): Promise<Reply> {
  const { id } = call.params;
  const { limit = 50, cursor, lifecycle = null } = call.query;
  if (lifecycle !== null) lifecycleNamed(call, lifecycle, '?lifecycle');
  const filter = ['contact', id, lifecycle];
  const { contact, rows } = await call.deps.db.read({
    contact: contactById(id),
    rows: transitionsOf(id, lifecycle, placeIn(filter, cursor), limit + 1),
  });
  visibleContact(call, contact[0]);
  return pageReply(ledgerPage(rows, limit, filter), transitionView, `/v1/contacts/${id}/transitions`, call.query);
}

/** A rep who sees only their own people reads only the ledgers of those. */
export async function listTransitions(call: Call<unknown, Query>): Promise<Reply> {
  const { limit = 50, cursor, lifecycle = null } = call.query;
  if (lifecycle !== null) lifecycleNamed(call, lifecycle, '?lifecycle');
  const filter = ['all', lifecycle];
  const seenBy = seesOnlyOwn(call) ? call.actor.id : null;
  const { rows } = await call.deps.db.read({
    rows: transitionsAfter(placeIn(filter, cursor), lifecycle, seenBy, limit + 1),
  });
  return pageReply(ledgerPage(rows, limit, filter), transitionView, '/v1/transitions', call.query);
}

export async function getTransition(call: Call<{ id: string }>): Promise<Reply> {
  const row = (await call.deps.db.read({ row: transitionById(call.params.id) })).row[0];
  const contact = row && (await call.deps.db.read({ contact: personBehind(row.contactId) })).contact[0];
  if (!row || !contact || !canSee(call, contact.ownerId)) throw notFound('transition');
  return { status: 200, body: transitionView(row) };
}
