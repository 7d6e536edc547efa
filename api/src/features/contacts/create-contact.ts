// Creating a contact: identities claimed, tags set, the default lifecycle entered by an ordinary ledger row.

import type { z } from '@hono/zod-openapi';
import { firstStage, type Lifecycle, planMove, planTagChange } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { type Rows, type Statement, statement } from '../../db/statement.ts';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { type Decision, mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { checkAll, type Fault, Problem } from '../../http/problem.ts';
import { classify, definitionLoad, refuseFields } from '../classification/classify.ts';
import { tagsRefused } from '../tags/tags.service.ts';
import { setTagRows, tagCatalogue } from '../tags/tags.store.ts';
import { appendTransition, sourceOf } from '../transitions/transitions.store.ts';
import { type contactCreate, contactOut } from './contacts.schemas.ts';
import { type ContactState, type IdentityState, justMade } from './contacts.store.ts';
import { contactView } from './contacts.view.ts';
import { type Holder, holdersOf, normalise } from './handles.ts';
import { canSee, checkContext, contextLoad, contextRow } from './on-contact.ts';
import { NO_ORIGIN, originAfter, referrerLoad } from './origin.ts';

export const activeStaff = (id: string | null | undefined) =>
  statement('select id from staff where id = ? and active = 1', [id ?? ''], (r) => String(r[0]));

const insertIdentity = (identity: IdentityState, contactId: string, now: number): Statement =>
  statement(
    'insert into identities (id, contact_id, channel, scope, handle, display, shared, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      identity.id,
      contactId,
      identity.channel,
      identity.scope,
      identity.handle,
      identity.display,
      identity.shared ? 1 : 0,
      now,
    ],
  );

/** The identity's row, with a guard that aborts the write if somebody else took the handle in between. */
export const claim = (identity: IdentityState, contactId: string, now: number): Statement[] => [
  ...(identity.shared
    ? []
    : [
        guard('not exists (select 1 from identities where channel = ? and scope = ? and handle = ?)', [
          identity.channel,
          identity.scope,
          identity.handle,
        ]),
      ]),
  insertIdentity(identity, contactId, now),
];

/** 409 naming the holder, unless both sides say the handle is shared (product rule 7). */
export function refuseTaken(call: Call, identity: IdentityState, holders: readonly Holder[], pointer: string) {
  if (holders.length === 0 || (identity.shared && holders.every((holder) => holder.shared))) return;
  const holder = holders.find((one) => !one.shared) ?? holders[0];
  const visible = holder && canSee(call, holder.ownerId);
  throw new Problem(
    'handle-taken',
    // The handle itself is left out: a stored refusal must hold nothing that erasing would have to find.
    `This handle belongs to another contact${visible ? '' : ' you may not see'}.`,
    {
      errors: [
        {
          pointer,
          code: 'handle-taken',
          detail: 'A handle belongs to one contact. Use that contact, or mark the identity as shared on both.',
        },
      ],
      extra: visible ? { contact_id: holder.contactId } : { contact_id: null },
    },
  );
}

export function identitiesOf(call: Call, given: z.output<typeof contactCreate>['identities']): IdentityState[] {
  const seen = new Set<string>();
  return (given ?? []).flatMap((one, i) => {
    const handle = normalise(call.deps, one, `/identities/${i}/handle`);
    const same = `${handle.channel}\n${handle.scope}\n${handle.handle}`;
    if (seen.has(same)) return [];
    seen.add(same);
    return [
      {
        id: call.deps.newId('idn'),
        channel: handle.channel,
        scope: handle.scope,
        handle: handle.handle,
        display: one.display ?? handle.display,
        shared: one.shared ?? false,
      },
    ];
  });
}

/** `{lifecycle: stage}` to enter: the default's first stage unless the caller says otherwise. */
function entriesOf(call: Call, stages: Record<string, string> | undefined) {
  const wanted = { ...(stages ?? {}) };
  const first = call.deps.lifecycles.defaultKey();
  const preset = call.deps.lifecycles.byKey(first);
  if (!Object.hasOwn(wanted, first) && preset) wanted[first] = firstStage(preset).key;
  const faults: Fault[] = [];
  const entries = Object.entries(wanted).flatMap(([key, stage]) => {
    const lifecycle = call.deps.lifecycles.byKey(key);
    if (!lifecycle)
      faults.push({ pointer: `/stages/${key}`, code: 'lifecycle-unknown', detail: `There is no lifecycle "${key}".` });
    else if (!lifecycle.stages.some((one) => one.key === stage)) {
      faults.push({
        pointer: `/stages/${key}`,
        code: 'stage-unknown',
        detail: `"${key}" has no stage "${stage}". It has ${lifecycle.stages.map((one) => one.key).join(', ')}.`,
      });
    } else return [{ lifecycle, stage }];
    return [];
  });
  if (faults.length) throw new Problem('validation-failed', faults[0]?.detail ?? '', { errors: faults });
  return entries;
}

function tagsOf(catalogue: Rows<ReturnType<typeof tagCatalogue>>, given: readonly string[]) {
  const change = planTagChange({ ...catalogue, has: [], add: given, remove: [] });
  if (!change.ok) throw tagsRefused(change, catalogue.tags, { tags: given });
  return change;
}

/** 422 if the owner named is not an active staff member; `found` is what `activeStaff` loaded. */
export function refuseStranger(ownerId: string | null | undefined, found: readonly unknown[] | undefined) {
  if (typeof ownerId !== 'string' || found?.length !== 0) return;
  throw new Problem('staff-unknown', 'The owner is not an active staff member.', {
    errors: [{ pointer: '/owner_id', code: 'staff-unknown', detail: 'Use an id of /v1/staff.' }],
  });
}

/** Entering a stage on creation passes the same gate as a move. */
function checkEntry(state: ContactState, lifecycle: Lifecycle, stage: string, now: number) {
  const facts = {
    identityChannels: state.identities.map((one) => one.channel),
    tags: state.tags,
    fields: state.fields,
    interactionKinds: [],
  };
  const plan = planMove({ lifecycle, position: null, rows: [], facts, reasons: [], now, request: { to: stage } });
  if (plan.kind !== 'refused') return;
  throw new Problem(plan.code, plan.detail, {
    errors: [{ pointer: `/stages/${lifecycle.key}`, code: plan.code, detail: plan.detail }],
    extra: { allowed_moves: plan.allowedMoves, unmet_criteria: plan.unmetCriteria },
  });
}

/** What creating a contact reads; `holder0` and on hold those who have the handle of each identity. */
export type CreationLoad = Record<`holder${number}`, Statement<Holder>> &
  ReturnType<typeof contextLoad> &
  ReturnType<typeof tagCatalogue> &
  typeof definitionLoad &
  ReturnType<typeof referrerLoad> & { readonly owner: Statement<string> };

/** Creating a contact as a mutation, for a single request and for an item of a batch. */
export function creation(call: Call, body: z.output<typeof contactCreate>) {
  const { deps, now } = call;
  const identities = identitiesOf(call, body.identities);
  const id = deps.newId('con');
  // A rep who creates a person from a conversation owns them unless they say otherwise.
  const ownerId = body.owner_id === undefined ? (call.actor.kind === 'staff' ? call.actor.id : null) : body.owner_id;
  const load: CreationLoad = {
    ...Object.fromEntries(identities.map((identity, i) => [`holder${i}`, holdersOf(identity)])),
    ...contextLoad(call, body.context),
    ...tagCatalogue(),
    ...definitionLoad,
    ...referrerLoad(body.origin),
    owner: activeStaff(ownerId),
  };

  return {
    load,
    plan: (loaded: Rows<CreationLoad>): Decision & { readonly state: ContactState } => {
      const catalogue = { groups: loaded.groups, tags: loaded.tags };
      const [entries, change, origin] = checkAll(
        () => entriesOf(call, body.stages),
        () => tagsOf(catalogue, body.tags ?? []),
        () => originAfter(call, NO_ORIGIN, body.origin, body.source ?? null, loaded, id),
        () => refuseStranger(ownerId, loaded.owner),
        () => refuseFields(call, loaded.fieldDefinitions, body.fields ?? {}),
      );
      for (const [i, identity] of identities.entries()) {
        refuseTaken(call, identity, loaded[`holder${i}`] ?? [], `/identities/${i}`);
      }
      checkContext(call, null, body.context, loaded.holders, loaded.link);

      const given = change.after.map((tag) => ({ contactId: id, tag, by: actorText(call.actor) }));
      const judged = classify(
        call,
        { id, fields: body.fields ?? {}, tags: change.after },
        { ...catalogue, rules: loaded.rules, overrides: [], origins: given, quadrants: [] },
      );
      const state: ContactState = {
        id,
        displayName: body.display_name,
        company: body.company ?? null,
        ownerId,
        source: body.source ?? null,
        origin,
        fields: body.fields ?? {},
        ...justMade(now),
        identities,
        positions: entries.map(({ lifecycle, stage }) => ({ lifecycle: lifecycle.key, stage, enteredAt: now })),
        tags: [...judged.tags].sort(),
      };
      const statements: Statement[] = [
        statement(
          'insert into contacts (id, display_name, company, owner_id, source, first_source, domain, referrer_id, fields, version, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
          [
            ...[id, state.displayName, state.company, ownerId, state.source],
            ...[origin.source, origin.domain, origin.referrerId],
            ...[JSON.stringify(state.fields), now, now],
          ],
        ),
        ...identities.flatMap((identity) => claim(identity, id, now)),
        ...setTagRows(call, id, catalogue, change),
        ...judged.statements,
      ];
      const events: EventIn[] = [
        {
          type: 'contact.created',
          contactId: id,
          data: {
            contact_id: id,
            owner_id: ownerId,
            identity_ids: identities.map((one) => one.id),
            tags: state.tags,
          },
        },
        ...judged.events,
      ];
      for (const { lifecycle, stage } of entries) {
        checkEntry(state, lifecycle, stage, now);
        const row = appendTransition(call, {
          contactId: id,
          lifecycle,
          from: null,
          to: stage,
          direction: 'enter',
          effectiveAt: now,
          source: sourceOf(call, body.context),
          position: { stage, enteredAt: now },
          timeInPreviousS: null,
          batchId: call.batchId ?? null,
        });
        statements.push(...row.statements);
        events.push(row.event);
      }
      statements.push(...eventStatements(call, events));
      if (body.context) statements.push(contextRow(call, id, 'createContact', id, body.context));
      return {
        statements,
        status: 201,
        body: contactView(state, deps.lifecycles),
        schema: contactOut,
        headers: { etag: etag(1), location: `/v1/contacts/${id}` },
        state,
      };
    },
  };
}

export const createContact = (call: Call<unknown, unknown, z.output<typeof contactCreate>>): Promise<Reply> =>
  mutate(call, creation(call, call.body));
