// Batches: each item is the single write of its kind, many in one request.
import type { z } from '@hono/zod-openapi';
import type { Statement } from '../../db/statement.ts';
import { UnfitItem } from '../../http/items.ts';
import { type ItemSpec, mutateMany } from '../../http/mutate-many.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { planPatch } from '../contacts/contacts.service.ts';
import { type ContactState, mergedAmong } from '../contacts/contacts.store.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { type ContactChange, contactMutation, type OnContact, type OwnLoad } from '../contacts/on-contact.ts';
import { changeTagsOn } from '../tags/tags.service.ts';
import { moveOn } from '../transitions/move.service.ts';
import { batchOut, type contactsBatch, type movesBatch, type ownersBatch, type tagsBatch } from './batch.schemas.ts';
import { upsert } from './upsert.ts';

interface Query {
  readonly dry_run?: boolean | undefined;
}
type BatchCall<B extends z.ZodType> = Call<unknown, Query, z.output<B>>;

const many = <Item>(
  call: Call<unknown, Query, { mode: 'atomic' | 'each'; items: readonly Item[] }>,
  item: (call: Call, item: Item) => ItemSpec,
): Promise<Reply> =>
  mutateMany(call, {
    mode: call.body.mode,
    dryRun: call.query.dry_run ?? false,
    count: call.body.items.length,
    item: (each, index) => {
      const one = call.body.items[index];
      if (one instanceof UnfitItem) throw one.problem;
      return item(each, one as Item);
    },
    schema: batchOut,
  });

/** A write on one contact as an item of a batch. `more` adds to its result, which has outcome, contact id and version. */
function onOne<S extends Record<string, Statement>>(
  call: Call,
  on: OnContact<S>,
  more: (change: ContactChange, before: ContactState) => object = () => ({}),
): ItemSpec<S & OwnLoad> {
  const mutation = contactMutation(call, {
    ...on,
    plan: (contact, loaded) => {
      const change = on.plan(contact, loaded);
      return {
        ...change,
        body: (after) => ({
          outcome: change.changed ? 'updated' : 'unchanged',
          contact_id: after.id,
          version: after.version,
          ...more(change, contact),
        }),
      };
    },
  });
  return {
    load: mutation.load,
    touches: () => [on.contactId],
    plan: (loaded) => {
      const { statements, status, body } = mutation.plan(loaded);
      return { statements, status, result: body as Record<string, unknown> };
    },
  };
}

export const batchContacts = (call: BatchCall<typeof contactsBatch>) => many(call, upsert);

/** The same batch with merged contacts replaced by their survivors. If one is merged after this, its item is refused. */
async function followed<C extends Call<unknown, Query, { items: readonly { contact_id: string }[] }>>(
  call: C,
): Promise<C> {
  const { items } = call.body;
  const named = items.filter((one) => !(one instanceof UnfitItem));
  const { pairs } = await call.deps.db.read({ pairs: mergedAmong(named.map((one) => one.contact_id)) });
  if (pairs.length === 0) return call;
  const to = new Map(pairs);
  return {
    ...call,
    body: {
      ...call.body,
      items: items.map((one) =>
        one instanceof UnfitItem ? one : { ...one, contact_id: to.get(one.contact_id) ?? one.contact_id },
      ),
    },
  };
}

export const batchTags = async (call: BatchCall<typeof tagsBatch>) =>
  many(await followed(call), (each, { contact_id, ...given }) =>
    onOne(each, changeTagsOn(each, contact_id, given), (change, before) => {
      const { added, removed, unchanged } = change.body(before) as Record<string, string[]>;
      return { tags: { added, removed, unchanged } };
    }),
  );

export const batchTransitions = async (call: BatchCall<typeof movesBatch>) =>
  many(await followed(call), (each, { contact_id, ...move }) =>
    onOne(each, moveOn(each, contact_id, move), (change) => ({ transition_id: change.reference ?? null })),
  );

export const batchOwners = async (call: BatchCall<typeof ownersBatch>) =>
  many(await followed(call), (each, { contact_id, owner_id, context }) => {
    const on: OnContact<{ owner: ReturnType<typeof activeStaff> }> = {
      contactId: contact_id,
      operation: 'updateContact',
      context,
      load: { owner: activeStaff(owner_id) },
      plan: (contact, { owner }) => planPatch(each, contact, { owner_id }, owner),
    };
    return onOne(each, on);
  });
