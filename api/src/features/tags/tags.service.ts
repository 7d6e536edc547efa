// Adding and removing tags of a person, atomically (product rule 6).
import type { z } from '@hono/zod-openapi';
import { planTagChange, type TagChange } from '@sidestage/domain';
import { etag } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import type { contextIn } from '../../http/schemas.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import type { OverrideRow, RuleRow } from '../classification/classification.store.ts';
import { overrideLoad, overridesBy } from '../classification/override.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { type ContactChange, onContact } from '../contacts/on-contact.ts';
import { changedOut } from './tags.schemas.ts';
import { setTagRows, type TagGroupRow, type TagRow, tagCatalogue } from './tags.store.ts';

export interface TagsGiven {
  readonly add?: string[] | undefined;
  readonly remove?: string[] | undefined;
  /** Why, when this overrules a rule. */
  readonly reason?: string | undefined;
  readonly context?: z.output<typeof contextIn> | undefined;
}

type Known = {
  groups: readonly TagGroupRow[];
  tags: readonly TagRow[];
  rules: readonly RuleRow[];
  overrides?: readonly OverrideRow[];
};

/** The refusal, with each faulty tag's place in the body and a suggestion for an unknown one. */
export function tagsRefused(
  change: Extract<TagChange, { ok: false }>,
  tags: readonly TagRow[],
  lists: Readonly<Record<string, unknown>>,
): Problem {
  const known = tags.filter((one) => !one.retired).map((one) => one.key);
  const places = Object.entries(lists).flatMap(([name, list]) =>
    Array.isArray(list) ? list.map((tag, i) => [tag, `/${name}/${i}`] as const) : [],
  );
  return new Problem(change.code, change.detail, {
    errors: change.faults.map(({ tag, code, detail }) => {
      const near = code === 'tag-unknown' ? nearest(tag, known) : undefined;
      return {
        pointer: places.find(([key]) => key === tag)?.[1] ?? '',
        code,
        detail: detail + didYouMean(near),
      };
    }),
    extra: { tags: change.tags },
  });
}

/** What adding and removing changes, or the refusal of all of it. */
export function planTags(call: Call, contact: ContactState, catalogue: Known, given: TagsGiven): ContactChange {
  const change = planTagChange({
    groups: catalogue.groups,
    tags: catalogue.tags,
    has: contact.tags,
    add: given.add ?? [],
    remove: given.remove ?? [],
  });
  if (!change.ok) throw tagsRefused(change, catalogue.tags, { add: given.add, remove: given.remove });
  const after = [...change.after].sort();
  const overrides = overridesBy(call, contact.id, given, after, { overrides: [], ...catalogue });
  const moved = change.added.length + change.removed.length > 0;
  return {
    changed: moved || overrides.length > 0,
    status: 200,
    statements: [...setTagRows(call, contact.id, catalogue, change), ...overrides],
    events: moved
      ? [
          {
            type: 'contact.tags_changed',
            contactId: contact.id,
            data: { contact_id: contact.id, added: change.added, removed: change.removed },
          },
        ]
      : [],
    after: (before) => ({ ...before, tags: after }),
    body: () => ({ added: change.added, removed: change.removed, unchanged: change.unchanged, tags: after }),
    schema: changedOut,
    headers: (contactAfter) => ({ etag: etag(contactAfter.version) }),
  };
}

export const changeTagsOn = (call: Call, contactId: string, given: TagsGiven) => ({
  contactId,
  operation: 'changeContactTags',
  context: given.context,
  load: { ...tagCatalogue(), ...overrideLoad(contactId) },
  plan: (contact: ContactState, catalogue: Known) => planTags(call, contact, catalogue, given),
});

export const changeTags = (call: Call, contactId: string, given: TagsGiven): Promise<Reply> =>
  onContact(call, changeTagsOn(call, contactId, given));
