// Lists of people by the parameters of a GET.
import type { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { nextLink } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { checkAll, type Fault, Problem } from '../../http/problem.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import {
  atAnEnd,
  bothOf,
  type Condition,
  closedIn,
  criteriaOf,
  fromSource,
  inHealth,
  inLifecycle,
  inQuadrant,
  inStage,
  ownedBy,
  tagged,
  updatedSince,
} from '../search/criteria.ts';
import { findPeople } from '../search/find-people.ts';
import { countLeftOut } from '../search/left-out.ts';
import type { Criteria } from '../search/scan.ts';
import { not } from '../search/words.ts';
import { refuseUnknownStaff } from '../staff/refuse-unknown.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import type { contactQuery } from './contacts.schemas.ts';
import { contactView } from './contacts.view.ts';

type Query = z.output<typeof contactQuery>;

/** Who is asked for: everything the filters say, and apart from it what `outreach` alone says. */
interface Asked {
  readonly criteria: Criteria;
  readonly withoutOutreach: Criteria;
  readonly outreach: { readonly ended: Condition; readonly fits: Condition } | undefined;
}

/** The filters of the list as criteria; `q`, `archived` and the paging are not among them. Refuses names that nothing has. */
export async function listCriteria(call: Pick<Call, 'deps' | 'actor'>, filter: Query): Promise<Asked> {
  await refuseUnknownStaff(call, 'owner', filter.owner, ['me', 'none']);
  const tags = filter.tag ? (await call.deps.db.read({ tags: tagCatalogue().tags })).tags.map((tag) => tag.key) : [];
  const [withoutOutreach] = checkAll(
    () => criteriaFrom(call, filter),
    () => refuseUnknownTags(filter.tag ?? [], tags),
  );
  const outreach = outreachConditions(call, filter);
  const criteria = outreach
    ? bothOf(withoutOutreach, criteriaOf([outreach.fits, not(outreach.ended)]))
    : withoutOutreach;
  return { criteria, withoutOutreach, outreach };
}

function criteriaFrom(call: Pick<Call, 'deps' | 'actor'>, filter: Query): Criteria {
  const conditions: Condition[] = [];
  if (filter.stage) {
    const lifecycle = lifecycleNamed(call, filter.lifecycle, '?lifecycle');
    const known = lifecycle.stages.map((one) => one.key);
    const unknown = filter.stage.find((stage) => !known.includes(stage));
    if (unknown !== undefined)
      throw new Problem('validation-failed', `"${lifecycle.key}" has no stage "${unknown}".`, {
        errors: [{ pointer: '?stage', code: 'stage-unknown', detail: `Known: ${known.join(', ')}.` }],
      });
    conditions.push(inStage(lifecycle.key, filter.stage));
  } else if (filter.lifecycle) conditions.push(inLifecycle(lifecycleNamed(call, filter.lifecycle, '?lifecycle').key));
  for (const tag of filter.tag ?? []) conditions.push(tagged([tag]));
  if (filter.owner)
    conditions.push(ownedBy([filter.owner === 'none' ? null : filter.owner === 'me' ? call.actor.id : filter.owner]));
  if (filter.source) conditions.push(fromSource([filter.source]));
  if (filter.health) conditions.push(inHealth(filter.health));
  if (filter.closed !== undefined) {
    const closed = closedIn(lifecycleNamed(call, filter.lifecycle, '?lifecycle').key);
    conditions.push(filter.closed ? closed : not(closed));
  }
  if (filter.quadrant) conditions.push(inQuadrant(filter.quadrant));
  if (filter.updated_since !== undefined) conditions.push(updatedSince(filter.updated_since));
  return criteriaOf(conditions);
}

/** Refused, because a list for an unknown tag would be empty, which reads like an answer. */
function refuseUnknownTags(given: readonly string[], known: readonly string[]) {
  const unknown = given.filter((tag) => !known.includes(tag));
  if (unknown.length === 0) return;
  const errors = unknown.map((tag): Fault => {
    const near = nearest(tag, known);
    const detail = `There is no tag "${tag}".${didYouMean(near)}`;
    return { pointer: '?tag', code: 'tag-unknown', detail };
  });
  throw new Problem('validation-failed', errors[0]?.detail ?? '', { errors });
}

/** Who may be approached (product.md N4): those in a stage that allows it, unless they are closed or at an end in any lifecycle. */
function outreachConditions(call: Pick<Call, 'deps'>, filter: Query) {
  if (filter.outreach === undefined) return undefined;
  const lifecycle = lifecycleNamed(call, filter.lifecycle, '?lifecycle');
  const allowed = filter.outreach === 'marketing' ? ['marketing'] : ['marketing', 'service'];
  const stages = lifecycle.stages.filter((one) => allowed.includes(one.outreach)).map((one) => one.key);
  return { ended: atAnEnd(call.deps.lifecycles.all()), fits: inStage(lifecycle.key, stages) };
}

export async function listContacts(call: Call<unknown, Query, unknown>): Promise<Reply> {
  const { limit = 50, cursor, sort, ...filter } = call.query;
  if (sort === 'relevance' && filter.q === undefined)
    throw new Problem('validation-failed', 'Only the results of a search can be sorted by relevance.', {
      errors: [{ pointer: '?sort', code: 'value-unfit', detail: 'Give q as well, or sort otherwise.' }],
    });
  const { criteria, withoutOutreach, outreach } = await listCriteria(call, filter);
  const { people, nextCursor } = await findPeople(call, {
    criteria,
    text: filter.q,
    archived: filter.archived,
    sort: sort ?? (filter.q === undefined ? '-created_at' : 'relevance'),
    binding: ['contacts', filter],
    limit,
    cursor,
  });
  return {
    status: 200,
    body: {
      data: people.map((one) => contactView(one, call.deps.lifecycles)),
      next_cursor: nextCursor,
      left_out:
        outreach && cursor === undefined && filter.q === undefined
          ? await countLeftOut(call, { criteria: withoutOutreach, archived: filter.archived, ...outreach })
          : null,
    },
    headers: nextLink(
      '/v1/contacts',
      { ...call.query, updated_since: filter.updated_since === undefined ? undefined : toIso(filter.updated_since) },
      nextCursor,
    ),
  };
}
