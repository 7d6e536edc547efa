// Looking up merges that were made. Making and reverting one each have a file of their own.
import type { z } from '@hono/zod-openapi';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { personBehind } from '../contacts/contacts.store.ts';
import { canSee, seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import { type mergesQuery, mergeView } from './merges.schemas.ts';
import { mergeById, mergesBefore } from './merges.store.ts';

export async function listMerges(call: Call<unknown, z.output<typeof mergesQuery>>): Promise<Reply> {
  const { limit = 50, cursor, contact_id: contactId = null } = call.query;
  await refuseUnknownContact(call, call.query.contact_id);
  const binding = ['merges', contactId];
  const before = decodeCursor(binding, cursor, 1)?.[0] ?? Number.MAX_SAFE_INTEGER;
  const seenBy = seesOnlyOwn(call) ? call.actor.id : null;
  const { rows } = await call.deps.db.read({ rows: mergesBefore(before, { contactId, seenBy }, limit + 1) });
  return pageReply(
    page(rows, limit, binding, (row) => [row.seq]),
    mergeView,
    '/v1/merges',
    call.query,
  );
}

export async function getMerge(call: Call<{ id: string }>): Promise<Reply> {
  const row = (await call.deps.db.read({ row: mergeById(call.params.id) })).row[0];
  const person = row && (await call.deps.db.read({ person: personBehind(row.survivorId) })).person[0];
  if (!row || !person || !canSee(call, person.ownerId)) throw notFound('merge');
  return { status: 200, body: mergeView(row) };
}
