// One page of people for a list or a search: criteria in, page and cursor out. Lists, searches and exports find through here.
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import type { Sort } from '../contacts/contacts.schemas.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';
import { type Criteria, type Place, type Sql, scan } from './scan.ts';
import { segmentsOf } from './segments.ts';

export interface PeopleQuery {
  readonly criteria: Criteria;
  readonly text?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly sort: Sort;
  /** What a cursor is bound to: everything but limit and cursor. */
  readonly binding: unknown;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface PeoplePage {
  readonly people: readonly ContactState[];
  readonly nextCursor: string | null;
}

/** Who is in lists at all, for this caller. */
export const listed = (call: Pick<Call, 'actor' | 'deps'>, archived: boolean | undefined): Sql[] => [
  { sql: 'c.erased_at is null and c.merged_into is null', args: [] },
  { sql: archived ? 'c.archived_at is not null' : 'c.archived_at is null', args: [] },
  ...(seesOnlyOwn(call) ? [{ sql: '(c.owner_id is null or c.owner_id = ?)', args: [call.actor.id] }] : []),
];

/** Archived people are few among all; index contacts_archived. */
const ARCHIVED = { sql: 'select o.id from contacts o where o.archived_at is not null', args: [] };
/** What narrows every list of people down, with what is asked for. */
export const amongListed = (
  call: Pick<Call, 'actor' | 'deps'>,
  archived: boolean | undefined,
  criteria: Criteria,
): Criteria => ({
  where: [...listed(call, archived), ...criteria.where],
  sources: [...criteria.sources, ...(archived ? [ARCHIVED] : [])],
});

export async function findPeople(call: Pick<Call, 'actor' | 'deps'>, query: PeopleQuery): Promise<PeoplePage> {
  const own = seesOnlyOwn(call);
  // By text since migration 0020: a cursor from before stands nowhere in that order.
  const order = query.sort === 'relevance' ? 'relevance by text' : query.sort;
  const binding = [query.binding, order, own ? call.actor.id : null];
  const after = decodeCursor(binding, query.cursor, 3) as Place | undefined;
  const segments = segmentsOf(call.deps, amongListed(call, query.archived, query.criteria), query.text, query.sort);
  // Another number in its place would send the walk through segments there are none of.
  if (after && !segments[after[0]]) throw new Problem('cursor-invalid', 'This cursor was not made by this API.');
  const found = await scan(call.deps.db, segments, after, query.limit + 1);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    people: shown.map((one) => one.contact),
    nextCursor: found.length > query.limit && last ? encodeCursor(binding, last.place) : null,
  };
}
