// Making tags and their groups, and mending them. A key never changes: contacts, rules and other systems hold it.
import type { z } from '@hono/zod-openapi';
import { MOST_TAGS } from '@sidestage/domain';
import { type Statement, statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { liveRules } from '../classification/classification.store.ts';
import {
  type tagGroupIn,
  tagGroupOut,
  type tagGroupPatch,
  tagGroupsView,
  type tagIn,
  tagOut,
  type tagPatch,
  tagView,
} from './tags.schemas.ts';
import { type TagGroupRow, type TagRow, tagCatalogue, updateTag, updateTagGroup } from './tags.store.ts';

export const createTagGroup = (call: Call<unknown, unknown, z.output<typeof tagGroupIn>>): Promise<Reply> =>
  mutate(call, {
    load: tagCatalogue(),
    plan: ({ groups }) => {
      const { body } = call;
      if (groups.some((group) => group.key === body.key))
        throw new Problem('already-exists', `There is a tag group "${body.key}" already.`);
      if (groups.length >= MOST_TAGS.groups)
        throw new Problem('tags-full', `There are ${groups.length} tag groups already.`);
      return {
        statements: [
          statement('insert into tag_groups (key, mode, labels, position, created_at) values (?, ?, ?, ?, ?)', [
            body.key,
            body.mode,
            JSON.stringify(body.labels),
            groups.length,
            call.now,
          ]),
          ...eventStatements(call, [{ type: 'tag_group.created', data: { key: body.key, mode: body.mode } }]),
        ],
        status: 201,
        body: { ...body, tags: [] },
        schema: tagGroupOut,
        headers: { location: '/v1/tag-groups' },
      };
    },
  });

export const changeTagGroup = (call: Call<{ key: string }, unknown, z.output<typeof tagGroupPatch>>): Promise<Reply> =>
  mutate(call, {
    load: tagCatalogue(),
    plan: ({ groups, tags }) => {
      const before = groups.find((one) => one.key === call.params.key);
      if (!before) throw notFound('tag group');
      const row: TagGroupRow = { ...before, labels: call.body.labels ?? before.labels };
      return {
        statements: mended(call, 'tag_group.updated', row, before, updateTagGroup(row)),
        status: 200,
        body: tagGroupsView([row], tags)[0],
        schema: tagGroupOut,
      };
    },
  });

export const createTag = (call: Call<unknown, unknown, z.output<typeof tagIn>>): Promise<Reply> =>
  mutate(call, {
    load: tagCatalogue(),
    plan: ({ groups, tags }) => {
      const { key, group, labels } = call.body;
      if (!groups.some((one) => one.key === group))
        throw new Problem('validation-failed', `There is no tag group "${group}".`, {
          errors: [
            {
              pointer: '/group',
              code: 'tag-group-unknown',
              detail: `Known: ${groups.map((one) => one.key).join(', ')}.`,
            },
          ],
        });
      const taken = tags.find((one) => one.key === key);
      if (taken)
        throw new Problem(
          'already-exists',
          `There is a tag "${key}" already${taken.retired ? ', retired: PATCH it with archived false' : ''}.`,
        );
      refuseMore(tags, tags.length);
      const row: TagRow = {
        key,
        group,
        labels,
        position: tags.filter((one) => one.group === group).length,
        retired: false,
        archivedAt: null,
      };
      return {
        statements: [
          statement('insert into tags (key, group_key, labels, position, created_at) values (?, ?, ?, ?, ?)', [
            key,
            group,
            JSON.stringify(labels),
            row.position,
            call.now,
          ]),
          ...eventStatements(call, [{ type: 'tag.created', data: { key, group } }]),
        ],
        status: 201,
        body: tagView(row),
        schema: tagOut,
        headers: { location: '/v1/tags' },
      };
    },
  });

export const changeTag = (call: Call<{ key: string }, unknown, z.output<typeof tagPatch>>): Promise<Reply> =>
  mutate(call, {
    load: { ...tagCatalogue(), rules: liveRules },
    plan: ({ tags, rules }) => {
      const before = tags.find((one) => one.key === call.params.key);
      if (!before) throw notFound('tag');
      const { labels, archived = before.retired } = call.body;
      const giving = rules.find((rule) => rule.cases.some((one) => one.tag === before.key));
      if (archived && !before.retired && giving)
        throw new Problem('conflict', `The rule "${giving.key}" gives this tag. Change or archive the rule first.`, {
          extra: { rule: giving.key },
        });
      if (before.retired && !archived) refuseMore(tags, 0);
      const row: TagRow = {
        ...before,
        labels: labels ?? before.labels,
        retired: archived,
        archivedAt: archived ? (before.archivedAt ?? call.now) : null,
      };
      return {
        statements: mended(call, 'tag.updated', row, before, updateTag(row)),
        status: 200,
        body: tagView(row),
        schema: tagOut,
      };
    },
  });

/** 409 if this would exceed the most tags in use, or (`ever`: how many exist, when one is made) the most there may ever be. */
function refuseMore(tags: readonly TagRow[], ever: number) {
  const used = tags.filter((one) => !one.retired).length;
  if (used >= MOST_TAGS.inUse) throw new Problem('tags-full', `There are ${used} tags in use already.`);
  if (ever >= MOST_TAGS.ever)
    throw new Problem('tags-full', `There are ${ever} tags already, the retired ones among them.`);
}

/** No rows if nothing changes. */
function mended<Row extends TagRow | TagGroupRow>(
  call: Call,
  type: 'tag.updated' | 'tag_group.updated',
  row: Row,
  before: Row,
  update: Statement,
): Statement[] {
  if (JSON.stringify(row) === JSON.stringify(before)) return [];
  const fields = Object.keys(call.body as object);
  return [update, ...eventStatements(call, [{ type, data: { key: row.key, fields } }])];
}
