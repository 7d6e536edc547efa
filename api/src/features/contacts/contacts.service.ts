// Changing people: merge-patch, archive, restore.
import type { z } from '@hono/zod-openapi';
import type { Rows } from '../../db/statement.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { checkAll } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { classificationLoad, classify, refuseFields } from '../classification/classify.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { contactOut, type contactPatch } from './contacts.schemas.ts';
import type { ContactColumns, ContactState } from './contacts.store.ts';
import { contactView } from './contacts.view.ts';
import { activeStaff, refuseStranger } from './create-contact.ts';
import { type ContactChange, onContact } from './on-contact.ts';
import { originAfter, originColumns, referrerLoad } from './origin.ts';

const answer = (call: Call) => ({
  status: 200,
  schema: contactOut,
  body: (after: ContactState) => contactView(after, call.deps.lifecycles),
  headers: (after: ContactState) => ({ etag: etag(after.version) }),
});

type Patch = Omit<z.output<typeof contactPatch>, 'context'>;

type FieldLoad = ReturnType<typeof classificationLoad> & ReturnType<typeof tagCatalogue>;

/**
 * What a merge-patch changes. `staff` are the ids of the named owner if active; `known` are declared fields and rules. Without
 * the latter the rules are not applied here: the trigger that fills classification_queue has it done soon after.
 */
export function planPatch(
  call: Call,
  contact: ContactState,
  patch: Patch,
  staff: readonly string[],
  known: Partial<Rows<FieldLoad>> & { readonly referrer?: readonly ContactState[] } = {},
): ContactChange {
  const source = patch.source === undefined ? contact.source : patch.source;
  const [origin] = checkAll(
    () => originAfter(call, contact.origin, patch.origin, source, known, contact.id),
    () => refuseStranger(patch.owner_id, staff),
    () => patch.fields && known.fieldDefinitions && refuseFields(call, known.fieldDefinitions, patch.fields),
  );
  const next = {
    displayName: patch.display_name ?? contact.displayName,
    company: patch.company === undefined ? contact.company : patch.company,
    ownerId: patch.owner_id === undefined ? contact.ownerId : patch.owner_id,
    source,
    origin,
    fields: patch.fields === undefined ? contact.fields : mergePatch(contact.fields, patch.fields),
  };
  const judged =
    patch.fields !== undefined && known.overrides
      ? classify(call, { id: contact.id, fields: next.fields, tags: contact.tags }, known as Rows<FieldLoad>)
      : undefined;
  const columns: ContactColumns = {};
  const previous: Record<string, unknown> = {};
  const told = originColumns(contact.origin, origin);
  const set = (column: keyof ContactColumns, now: string | null, before: string | null, was: unknown) => {
    if (now === before) return;
    columns[column] = now;
    previous[column] = was;
  };
  set('display_name', next.displayName, contact.displayName, contact.displayName);
  set('company', next.company, contact.company, contact.company);
  set('owner_id', next.ownerId, contact.ownerId, contact.ownerId);
  set('source', next.source, contact.source, contact.source);
  set('fields', JSON.stringify(next.fields), JSON.stringify(contact.fields), contact.fields);
  const names = [...Object.keys(columns), ...(Object.keys(told).length > 0 ? ['origin'] : [])];
  Object.assign(columns, told);
  const changed = Object.keys(columns).length > 0;
  return {
    ...answer(call),
    changed,
    columns,
    after: (before) => ({ ...before, ...next, tags: judged?.tags ?? before.tags }),
    // Afterwards, because writing the columns queues the contact to be classified, and these rows take it off the queue again.
    afterwards: judged?.statements ?? [],
    events: [
      {
        type: 'contact.updated',
        contactId: contact.id,
        data: { contact_id: contact.id, fields: names, owner_id: next.ownerId },
        previous,
      },
      ...(judged?.events ?? []),
    ],
  };
}

export async function patchContact(
  call: Call<unknown, unknown, z.output<typeof contactPatch>>,
  id: string,
): Promise<Reply> {
  const { body } = call;
  return onContact(call, {
    contactId: id,
    operation: 'updateContact',
    context: body.context as ContextIn | undefined,
    load: {
      owner: activeStaff(body.owner_id),
      ...referrerLoad(body.origin),
      ...(body.fields === undefined ? ({} as FieldLoad) : { ...tagCatalogue(), ...classificationLoad(id) }),
    },
    plan: (contact, loaded) => {
      checkIfMatch(call, contact.version, () => contactView(contact, call.deps.lifecycles));
      return planPatch(call, contact, body, loaded.owner, loaded);
    },
  });
}

/** RFC 7396 on one level: null removes, anything else sets. */
function mergePatch(
  fields: Readonly<Record<string, unknown>>,
  patch: Record<string, unknown> | null,
): Record<string, unknown> {
  if (patch === null) return {};
  const next: Record<string, unknown> = { ...fields };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next;
}

export async function setArchived(
  call: Call,
  id: string,
  archived: boolean,
  context: ContextIn | undefined,
): Promise<Reply> {
  return onContact(call, {
    contactId: id,
    operation: archived ? 'archiveContact' : 'restoreContact',
    context,
    allowArchived: true,
    load: {},
    plan: (contact) => ({
      ...answer(call),
      changed: (contact.archivedAt !== null) !== archived,
      columns: { archived_at: archived ? call.now : null },
      after: (before) => ({ ...before, archivedAt: archived ? call.now : null }),
      events: [{ type: archived ? 'contact.archived' : 'contact.restored', contactId: id, data: { contact_id: id } }],
    }),
  });
}
