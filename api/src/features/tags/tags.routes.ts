// Tag groups, tags, and the tags of a person.

import { z } from '@hono/zod-openapi';
import { statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { mutate } from '../../http/mutate.ts';
import { operation } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { idParam, key, localizedIn } from '../../http/schemas.ts';
import { contextBody } from '../contacts/contacts.schemas.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { visibleContact } from '../contacts/on-contact.ts';
import { changedOut, changeIn, tagGroupOut, tagGroupsView, tagOut } from './tags.schemas.ts';
import { changeTags } from './tags.service.ts';
import { tagCatalogue } from './tags.store.ts';

const area = 'tags';
const memberParam = z.strictObject({ id: z.string().min(1).max(64), tag: key });
const problems = ['tag-unknown', 'tags-conflict', 'context-mismatch', 'contact-archived'] as const;

export const tagOperations = [
  operation(
    {
      id: 'listTagGroups',
      method: 'get',
      path: '/v1/tag-groups',
      area,
      scope: 'lifecycles:read',
      summary: 'Tag groups with their tags',
      replies: {
        200: { description: 'Groups', schema: z.object({ data: z.array(tagGroupOut) }).openapi('TagGroups') },
      },
    },
    async (call) => {
      const { groups, tags } = await call.deps.db.read(tagCatalogue());
      return { status: 200, body: { data: tagGroupsView(groups, tags) } };
    },
  ),
  operation(
    {
      id: 'createTagGroup',
      method: 'post',
      path: '/v1/tag-groups',
      area,
      scope: 'tags:write',
      summary: 'Create a tag group',
      body: z.strictObject({ key, mode: z.enum(['single', 'multi']), labels: localizedIn }).openapi('TagGroupCreate'),
      replies: { 201: { description: 'Created', schema: tagGroupOut } },
      problems: ['already-exists'],
    },
    async (call) =>
      mutate(call, {
        load: tagCatalogue(),
        plan: ({ groups }) => {
          if (groups.some((group) => group.key === call.body.key))
            throw new Problem('already-exists', `There is a tag group "${call.body.key}" already.`);
          return {
            statements: [
              statement('insert into tag_groups (key, mode, labels, position, created_at) values (?, ?, ?, ?, ?)', [
                call.body.key,
                call.body.mode,
                JSON.stringify(call.body.labels),
                groups.length,
                call.now,
              ]),
              ...eventStatements(call, [
                { type: 'tag_group.created', data: { key: call.body.key, mode: call.body.mode } },
              ]),
            ],
            status: 201,
            body: { ...call.body, tags: [] },
            schema: tagGroupOut,
            headers: { location: '/v1/tag-groups' },
          };
        },
      }),
  ),
  operation(
    {
      id: 'listTags',
      method: 'get',
      path: '/v1/tags',
      area,
      scope: 'lifecycles:read',
      summary: 'All tags',
      replies: { 200: { description: 'Tags', schema: z.object({ data: z.array(tagOut) }).openapi('Tags') } },
    },
    async (call) => ({
      status: 200,
      body: {
        data: (await call.deps.db.read(tagCatalogue())).tags.map(({ key: tag, group, labels }) => ({
          key: tag,
          group,
          labels,
        })),
      },
    }),
  ),
  operation(
    {
      id: 'createTag',
      method: 'post',
      path: '/v1/tags',
      area,
      scope: 'tags:write',
      summary: 'Create a tag',
      body: z.strictObject({ key, group: key, labels: localizedIn }).openapi('TagCreate'),
      replies: { 201: { description: 'Created', schema: tagOut } },
      problems: ['already-exists', 'validation-failed'],
    },
    async (call) =>
      mutate(call, {
        load: tagCatalogue(),
        plan: ({ groups, tags }) => {
          if (!groups.some((group) => group.key === call.body.group))
            throw new Problem('validation-failed', `There is no tag group "${call.body.group}".`, {
              errors: [
                {
                  pointer: '/group',
                  code: 'tag-group-unknown',
                  detail: `Known: ${groups.map((group) => group.key).join(', ')}.`,
                },
              ],
            });
          if (tags.some((tag) => tag.key === call.body.key))
            throw new Problem('already-exists', `There is a tag "${call.body.key}" already.`);
          return {
            statements: [
              statement('insert into tags (key, group_key, labels, position, created_at) values (?, ?, ?, ?, ?)', [
                call.body.key,
                call.body.group,
                JSON.stringify(call.body.labels),
                tags.filter((tag) => tag.group === call.body.group).length,
                call.now,
              ]),
              ...eventStatements(call, [{ type: 'tag.created', data: { key: call.body.key, group: call.body.group } }]),
            ],
            status: 201,
            body: call.body,
            schema: tagOut,
            headers: { location: '/v1/tags' },
          };
        },
      }),
  ),
  operation(
    {
      id: 'listContactTags',
      method: 'get',
      path: '/v1/contacts/{id}/tags',
      area,
      scope: 'contacts:read',
      summary: 'Tags of a person',
      params: idParam,
      replies: { 200: { description: 'Keys', schema: z.object({ data: z.array(z.string()) }).openapi('ContactTags') } },
    },
    async (call) => ({
      status: 200,
      body: {
        data: [
          ...visibleContact(call, (await call.deps.db.read({ contact: contactById(call.params.id) })).contact[0]).tags,
        ],
      },
    }),
  ),
  operation(
    {
      id: 'changeContactTags',
      method: 'post',
      path: '/v1/contacts/{id}/tags',
      area,
      scope: 'tags:write',
      summary: 'Add and remove tags in one step',
      params: idParam,
      body: changeIn,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'What changed', schema: changedOut } },
      problems,
    },
    async (call) => changeTags(call, call.params.id, call.body),
  ),
  operation(
    {
      id: 'addContactTag',
      method: 'put',
      path: '/v1/contacts/{id}/tags/{tag}',
      area,
      scope: 'tags:write',
      summary: 'Add one tag',
      params: memberParam,
      body: contextBody,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'What changed', schema: changedOut } },
      problems,
    },
    async (call) => changeTags(call, call.params.id, { add: [call.params.tag], context: call.body?.context }),
  ),
  operation(
    {
      id: 'removeContactTag',
      method: 'delete',
      path: '/v1/contacts/{id}/tags/{tag}',
      area,
      scope: 'tags:write',
      summary: 'Remove one tag',
      params: memberParam,
      body: contextBody,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'What changed', schema: changedOut } },
      problems,
    },
    async (call) => changeTags(call, call.params.id, { remove: [call.params.tag], context: call.body?.context }),
  ),
];
