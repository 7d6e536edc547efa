// Adding and removing tags of a person, atomically (product rule 6).
import type { z } from '@hono/zod-openapi';
import { planTagChange } from '@sidestage/domain';
import { etag } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import type { contextIn } from '../../http/schemas.ts';
import { onContact } from '../contacts/on-contact.ts';
import { changedOut } from './tags.schemas.ts';
import { setTagRows, tagCatalogue } from './tags.store.ts';

export async function changeTags(
  call: Call,
  contactId: string,
  given: {
    add?: string[] | undefined;
    remove?: string[] | undefined;
    context?: z.output<typeof contextIn> | undefined;
  },
): Promise<Reply> {
  return onContact(call, {
    contactId,
    operation: 'changeContactTags',
    context: given.context,
    load: tagCatalogue(),
    plan: (contact, catalogue) => {
      const change = planTagChange({
        groups: catalogue.groups,
        tags: catalogue.tags,
        has: contact.tags,
        add: given.add ?? [],
        remove: given.remove ?? [],
      });
      if (!change.ok)
        throw new Problem(change.code, change.detail, {
          errors: change.tags.map((tag) => ({
            pointer: given.add?.includes(tag) ? '/add' : '/remove',
            code: change.code,
            detail: `"${tag}"`,
          })),
          extra: { tags: change.tags },
        });
      const after = [...change.after].sort();
      return {
        changed: change.added.length + change.removed.length > 0,
        status: 200,
        statements: setTagRows(call, contactId, catalogue, change),
        events: [
          {
            type: 'contact.tags_changed',
            contactId,
            data: { contact_id: contactId, added: change.added, removed: change.removed },
          },
        ],
        after: (before) => ({ ...before, tags: after }),
        body: () => ({ added: change.added, removed: change.removed, unchanged: change.unchanged, tags: after }),
        schema: changedOut,
        headers: (contactAfter) => ({ etag: etag(contactAfter.version) }),
      };
    },
  });
}
