// Tags on the wire.
import { z } from '@hono/zod-openapi';
import { contextIn, key, localized, text } from '../../http/schemas.ts';
import type { TagGroupRow, TagRow } from './tags.store.ts';

export const tagOut = z.object({ key: z.string(), group: z.string().nullable(), labels: localized }).openapi('Tag');
export const tagGroupOut = z
  .object({
    key: z.string(),
    mode: z.string(),
    labels: localized,
    tags: z.array(z.object({ key: z.string(), labels: localized })),
  })
  .openapi('TagGroup');
export const changeIn = z
  .strictObject({
    add: z.array(key).max(200).optional(),
    remove: z.array(key).max(200).optional(),
    reason: text(500)
      .optional()
      .openapi({ description: 'Why, where a rule sets these tags and a person says otherwise.' }),
    context: contextIn.optional(),
  })
  .openapi('TagChange');
export const changedOut = z
  .object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    unchanged: z.array(z.string()),
    tags: z.array(z.string()),
  })
  .openapi('TagsChanged');

export const tagGroupsView = (groups: readonly TagGroupRow[], tags: readonly TagRow[]) =>
  groups.map((group) => ({
    key: group.key,
    mode: group.mode,
    labels: group.labels,
    tags: tags.filter((tag) => tag.group === group.key).map((tag) => ({ key: tag.key, labels: tag.labels })),
  }));
