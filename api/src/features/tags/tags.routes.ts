// Tag groups, tags, and the tags of a person.

import { z } from '@hono/zod-openapi';
import { MOST_TAGS } from '@sidestage/domain';
import { operation } from '../../http/operation.ts';
import { flag, idParam, key } from '../../http/schemas.ts';
import { contextBody } from '../contacts/contacts.schemas.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { readContact } from '../contacts/on-contact.ts';
import { changeTag, changeTagGroup, createTag, createTagGroup } from './definitions.service.ts';
import {
  changedOut,
  changeIn,
  tagGroupIn,
  tagGroupOut,
  tagGroupPatch,
  tagGroupsView,
  tagIn,
  tagOut,
  tagPatch,
  tagView,
} from './tags.schemas.ts';
import { changeTags } from './tags.service.ts';
import { tagCatalogue } from './tags.store.ts';

const area = 'tags';
const keyParam = z.strictObject({ key });
const memberParam = z.strictObject({ id: z.string().min(1).max(64), tag: key });
const problems = ['tag-unknown', 'tags-conflict', 'tags-too-many', 'context-mismatch', 'contact-archived'] as const;

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
      description: `At most ${MOST_TAGS.groups}.`,
      body: tagGroupIn,
      replies: { 201: { description: 'Created', schema: tagGroupOut } },
      problems: ['already-exists', 'tags-full'],
    },
    createTagGroup,
  ),
  operation(
    {
      id: 'updateTagGroup',
      method: 'patch',
      path: '/v1/tag-groups/{key}',
      area,
      scope: 'tags:write',
      summary: 'Rename a tag group (merge-patch)',
      description: 'The key and the mode never change.',
      params: keyParam,
      body: tagGroupPatch,
      replies: { 200: { description: 'As it is now', schema: tagGroupOut } },
    },
    changeTagGroup,
  ),
  operation(
    {
      id: 'listTags',
      method: 'get',
      path: '/v1/tags',
      area,
      scope: 'lifecycles:read',
      summary: 'All tags in use',
      query: z.strictObject({
        archived: flag.optional().openapi({ description: 'true: the retired ones too.' }),
      }),
      replies: { 200: { description: 'Tags', schema: z.object({ data: z.array(tagOut) }).openapi('Tags') } },
    },
    async (call) => {
      const { tags } = await call.deps.db.read(tagCatalogue());
      return { status: 200, body: { data: tags.filter((one) => call.query.archived || !one.retired).map(tagView) } };
    },
  ),
  operation(
    {
      id: 'createTag',
      method: 'post',
      path: '/v1/tags',
      area,
      scope: 'tags:write',
      summary: 'Create a tag',
      description: `At most ${MOST_TAGS.inUse} in use, ${MOST_TAGS.ever} with the retired ones; a contact has at most ${MOST_TAGS.ofContact}.`,
      body: tagIn,
      replies: { 201: { description: 'Created', schema: tagOut } },
      problems: ['already-exists', 'tags-full', 'validation-failed'],
    },
    createTag,
  ),
  operation(
    {
      id: 'updateTag',
      method: 'patch',
      path: '/v1/tags/{key}',
      area,
      scope: 'tags:write',
      summary: 'Rename a tag, retire it or offer it again (merge-patch)',
      description:
        'A retired tag stays with whoever has it, is found by and can be taken off, and is offered and given to nobody any more: adding it is refused as `tag-unknown`, an import row with it is rejected likewise, and a tag that a rule gives is retired only after the rule gives another. Its key never changes and stays taken.',
      params: keyParam,
      body: tagPatch,
      replies: { 200: { description: 'As it is now', schema: tagOut } },
      problems: ['conflict', 'tags-full'],
    },
    changeTag,
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
    async (call) => ({ status: 200, body: { data: (await readContact(call, call.params.id)).tags } }),
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
