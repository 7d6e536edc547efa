// Tags on the wire.
import { z } from '@hono/zod-openapi';
import { isoOrNull } from '@sidestage/domain';
import { contextIn, instantOut, key, localized, localizedIn, text } from '../../http/schemas.ts';
import type { TagGroupRow, TagRow } from './tags.store.ts';

export const tagOut = z
  .object({
    key: z.string(),
    group: z.string().nullable(),
    labels: localized,
    archived_at: instantOut
      .nullable()
      .openapi({ description: 'Since when it is retired: given to nobody any more, kept by whoever has it.' }),
  })
  .openapi('Tag');
export const tagIn = z.strictObject({ key, group: key, labels: localizedIn }).openapi('TagCreate');
export const tagPatch = z
  .strictObject({
    labels: localizedIn.optional(),
    archived: z.boolean().optional().openapi({ description: 'true retires it, false offers it again.' }),
  })
  .openapi('TagPatch');
export const tagGroupIn = z
  .strictObject({ key, mode: z.enum(['single', 'multi']), labels: localizedIn })
  .openapi('TagGroupCreate');
export const tagGroupPatch = z.strictObject({ labels: localizedIn.optional() }).openapi('TagGroupPatch');
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

export const tagView = ({ key: tag, group, labels, archivedAt }: TagRow) => ({
  key: tag,
  group,
  labels,
  archived_at: isoOrNull(archivedAt),
});

/** What is offered: tags in use, and of the retired ones those that somebody `has`. */
export const tagGroupsView = (groups: readonly TagGroupRow[], tags: readonly TagRow[], has: readonly string[] = []) =>
  groups.map((group) => ({
    key: group.key,
    mode: group.mode,
    labels: group.labels,
    tags: tags
      .filter((tag) => tag.group === group.key && (!tag.retired || has.includes(tag.key)))
      .map((tag) => ({ key: tag.key, labels: tag.labels })),
  }));
