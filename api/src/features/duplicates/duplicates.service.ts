// Pairs of contacts that may be one person, shown to callers who may see both; and what somebody decided who looked at a pair.
import type { z } from '@hono/zod-openapi';
import { levelOf } from '@sidestage/domain';
import { eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { type ContactState, contactById, contactsByIds, personBehind } from '../contacts/contacts.store.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { canSee, checkContext, contextLoad, contextRow, seesOnlyOwn, visibleContact } from '../contacts/on-contact.ts';
import { refuseUnknownContact } from '../contacts/refuse-unknown.ts';
import {
  type duplicatesQuery,
  type notDuplicateIn,
  notDuplicateOut,
  notDuplicateView,
  reasonsView,
  strengthView,
} from './duplicates.schemas.ts';
import {
  candidatesOf,
  insertVerdict,
  type PairRow,
  pairs,
  removeVerdict,
  verdictById,
  verdictOn,
} from './duplicates.store.ts';
import { followDuplicates } from './follow-log.ts';

// A page waits for the last few changes; after a large import it says that it is not complete.
const ROUNDS = 5;

const onlyOwn = (call: Pick<Call, 'actor' | 'deps'>) => (seesOnlyOwn(call) ? call.actor.id : undefined);

export async function listDuplicates(call: Call<unknown, z.output<typeof duplicatesQuery>>): Promise<Reply> {
  const { limit = 50, cursor, contact_id: named, min_strength: strength = 'weak' } = call.query;
  const binding = ['duplicates', named ?? null, strength];
  const after = decodeCursor(binding, cursor, 3) as readonly [number, string, string] | undefined;
  await refuseUnknownContact(call, named);
  const complete = await followDuplicates(call.deps, ROUNDS);
  const person = named === undefined ? undefined : (await call.deps.db.read({ row: personBehind(named) })).row[0];
  const { rows } = await call.deps.db.read({
    rows: pairs({
      contactId: person?.id,
      minLevel: levelOf(strength),
      ownedBy: onlyOwn(call),
      after,
      limit: limit + 1,
    }),
  });
  const result = page(rows, limit, binding, (row) => [row.level, row.aId, row.bId]);
  const ids = [...new Set(result.data.flatMap((row) => [row.aId, row.bId]))];
  const { people } = await call.deps.db.read({ people: contactsByIds(ids) });
  const known = new Map(people.map((one) => [one.id, one]));
  return {
    status: 200,
    body: {
      data: result.data.flatMap((row) => duplicateView(call, row, known, person?.id)),
      next_cursor: result.next_cursor,
      complete,
    },
    headers: nextLink('/v1/duplicates', call.query, result.next_cursor),
  };
}

/** One pair, the person asked about first. Nothing where one of the two changed hands or is gone since the pair was read. */
function duplicateView(call: Call, row: PairRow, known: ReadonlyMap<string, ContactState>, firstId = row.aId) {
  const first = known.get(firstId);
  const second = known.get(firstId === row.aId ? row.bId : row.aId);
  const isThere = (one: ContactState | undefined) =>
    one && canSee(call, one.ownerId) && one.archivedAt === null && one.erasedAt === null && one.mergedInto === null;
  if (!first || !second || !isThere(first) || !isThere(second)) return [];
  return [
    {
      contacts: [first, second].map((one) => contactView(one, call.deps.lifecycles)),
      strength: strengthView(row),
      reasons: reasonsView(row, first.id),
    },
  ];
}

/** Those a card names: the first few who are likely the same, as of the last look. */
export const cardCandidates = (call: Call, contactId: string) => candidatesOf(contactId, onlyOwn(call), 3);

type Body = z.output<typeof notDuplicateIn>;

/** Remembers that two contacts are two people; once more is the same. */
export async function keepApart(call: Call<unknown, unknown, Body>): Promise<Reply> {
  const { body } = call;
  const [one = '', other = ''] = body.contact_ids;
  // An id that leads to another stands for that person.
  const found = await call.deps.db.read({ one: personBehind(one), other: personBehind(other) });
  const people = [found.one[0], found.other[0]].map((contact) => visibleContact(call, contact));
  const [aId = '', bId = ''] = people.map((contact) => contact.id).sort();
  if (aId === bId)
    throw new Problem('validation-failed', 'A contact cannot be compared with itself.', {
      errors: [{ pointer: '/contact_ids', code: 'value-unfit', detail: 'Name two contacts.' }],
    });
  return mutate(call, {
    load: {
      a: contactById(aId),
      b: contactById(bId),
      known: verdictOn(aId, bId),
      ...contextLoad(call, body.context),
    },
    plan: ({ a, b, known, holders, link }) => {
      const both = [visibleContact(call, a[0]), visibleContact(call, b[0])];
      const inIt = both.find(
        (contact) => holders.some((holder) => holder.contactId === contact.id) || link[0]?.contactId === contact.id,
      );
      checkContext(call, inIt?.id ?? aId, body.context, holders, link);
      if (known[0]) return { statements: [], status: 200, body: notDuplicateView(known[0]), schema: notDuplicateOut };
      const row = {
        id: call.deps.newId('ndp'),
        aId,
        bId,
        createdBy: actorText(call.actor),
        createdAt: call.now,
      };
      return {
        statements: [
          insertVerdict(row),
          ...eventStatements(call, [dismissal('duplicates.dismissed', row)]),
          ...(body.context ? [contextRow(call, inIt?.id ?? aId, 'createNotDuplicate', row.id, body.context)] : []),
        ],
        status: 201,
        body: notDuplicateView(row),
        schema: notDuplicateOut,
      };
    },
  });
}

/** Forgets it: the two are offered again where they have something in common. */
export async function letCompare(call: Call, id: string): Promise<Reply> {
  return mutate(call, {
    load: { row: verdictById(id) },
    plan: ({ row: [row] }) => {
      if (!row) throw notFound('verdict');
      return {
        statements: [removeVerdict(id), ...eventStatements(call, [dismissal('duplicates.reopened', row)])],
        status: 204,
      };
    },
  });
}

const dismissal = (
  type: 'duplicates.dismissed' | 'duplicates.reopened',
  row: { id: string; aId: string; bId: string },
) => ({ type, contactId: row.aId, data: { contact_id: row.aId, other_id: row.bId, not_duplicate_id: row.id } });
