// A search as one page of people.
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { everyStaffId } from '../staff/staff.store.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { criteriaOf } from './criteria.ts';
import { readFilter } from './filter.ts';
import { findPeople } from './find-people.ts';
import type { searchIn } from './search.schemas.ts';

/** Every fault of the filter in a body that may be anything. */
export async function filterFaults(body: unknown, deps: Deps): Promise<Fault[]> {
  const filter = typeof body === 'object' && body !== null ? (body as { filter?: unknown }).filter : undefined;
  if (filter === undefined) return [];
  const { tags, staff } = await deps.db.read({ tags: tagCatalogue().tags, staff: everyStaffId });
  return readFilter(filter, { deps, actorId: '', names: { tags: tags.map((tag) => tag.key), staff } }).faults;
}

export async function searchContacts(call: Call<unknown, unknown, z.output<typeof searchIn>>): Promise<Reply> {
  const { q, filter, archived, sort, limit = 50, cursor } = call.body;
  if (sort === 'relevance' && q === undefined)
    throw new Problem('validation-failed', 'Only a search for words has a relevance.', {
      errors: [{ pointer: '/sort', code: 'value-unfit', detail: 'Give q as well, or sort otherwise.' }],
    });
  const { conditions } = readFilter(filter, { deps: call.deps, actorId: call.actor.id });
  const { people, nextCursor } = await findPeople(call, {
    criteria: criteriaOf(conditions),
    text: q,
    archived,
    sort: sort ?? (q === undefined ? '-created_at' : 'relevance'),
    binding: ['search', q ?? null, filter ?? null, archived ?? false],
    limit,
    cursor,
  });
  return {
    status: 200,
    body: { data: people.map((one) => contactView(one, call.deps.lifecycles)), next_cursor: nextCursor },
  };
}
