// One person of a batch: found by an external id, else by any handle, and then updated; created if not found. Never merged.
import type { z } from '@hono/zod-openapi';
import type { Rows, Statement } from '../../db/statement.ts';
import type { ItemSpec } from '../../http/mutate-many.ts';
import type { Call } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { planPatch } from '../contacts/contacts.service.ts';
import { type ContactState, contactsByHandles, type IdentityState } from '../contacts/contacts.store.ts';
import { type CreationLoad, claim, creation, identitiesOf, refuseTaken } from '../contacts/create-contact.ts';
import { handleFaults } from '../contacts/handles.ts';
import { type ContactChange, canSee, decisionOf, refuseArchived } from '../contacts/on-contact.ts';
import { planTags } from '../tags/tags.service.ts';
import type { upsertIn } from './batch.schemas.ts';

type Upsert = z.output<typeof upsertIn>;

const handleOf = (one: { channel: string; scope: string; handle: string }) =>
  `${one.channel}\n${one.scope}\n${one.handle}`;
const holds = (contact: ContactState, identity: IdentityState) =>
  contact.identities.find((one) => handleOf(one) === handleOf(identity));

type UpsertLoad = CreationLoad & { readonly matches: Statement<ContactState> };

export function upsert(call: Call, item: Upsert): ItemSpec<UpsertLoad> {
  const places = item.identities.map((one, i) => [`/identities/${i}`, one] as const);
  const faults = handleFaults(places, call.deps);
  if (faults.length > 0) throw refused(faults);
  const identities = identitiesOf(call, item.identities);
  const { display_name = '', fields, ...rest } = item;
  // Null removes a field; somebody about to be created has none.
  const kept = Object.entries(fields ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const create = creation(call, { ...rest, display_name, fields: Object.fromEntries(kept) });
  return {
    load: { ...create.load, matches: contactsByHandles(identities) },
    touches: ({ matches }) => [...identities.map(handleOf), ...matches.map((contact) => contact.id)],
    plan: (rows) => {
      const known = matchOf(call, identities, rows.matches);
      if (known) {
        const change = changeOf(call, known, identities, item, rows);
        const decision = decisionOf(call, { operation: 'batchContacts' }, known, change);
        return {
          statements: decision.statements,
          status: 200,
          result: decision.body as Record<string, unknown>,
        };
      }
      if (item.display_name === undefined)
        throw refused([
          {
            pointer: '/display_name',
            code: 'field-required',
            detail: 'No contact has these handles, so a new one would be created: give it a name.',
          },
        ]);
      const { statements, state } = create.plan(rows);
      return {
        statements,
        status: 201,
        result: { outcome: 'created', contact_id: state.id, version: state.version },
      };
    },
  };
}

const refused = (errors: readonly Fault[]) =>
  new Problem('validation-failed', errors[0]?.detail ?? 'Not valid.', { errors });

/** The contact an item means: the holder of its external id, else of any other handle. Shared handles identify nobody. */
function matchOf(call: Call, identities: readonly IdentityState[], matches: readonly ContactState[]) {
  const own = identities.filter((one) => !one.shared);
  if (own.length === 0)
    throw refused([
      {
        pointer: '/identities',
        code: 'value-unfit',
        detail: 'Shared handles alone do not identify a person: add one of their own.',
      },
    ]);
  const holders = (some: readonly IdentityState[]) =>
    matches.filter((contact) => some.some((one) => holds(contact, one)?.shared === false));
  const byId = holders(own.filter((one) => one.channel === 'external'));
  const found = byId.length > 0 ? byId : holders(own);
  const [known] = found;
  if (found.length > 1)
    throw new Problem('match-ambiguous', 'These handles belong to more than one contact, and a batch merges nobody.', {
      errors: [
        {
          pointer: '/identities',
          code: 'match-ambiguous',
          detail: 'Send them separately, or merge the contacts first.',
        },
      ],
      extra: { contact_ids: found.filter((one) => canSee(call, one.ownerId)).map((one) => one.id) },
    });
  if (known && !canSee(call, known.ownerId)) {
    const at = identities.findIndex((one) => holds(known, one));
    refuseTaken(
      call,
      { ...(identities[at] as IdentityState), shared: false },
      holdersIn([known], identities[at]),
      `/identities/${at}`,
    );
  }
  return known;
}

const holdersIn = (matches: readonly ContactState[], identity: IdentityState | undefined) =>
  matches.flatMap((contact) => {
    const held = identity && holds(contact, identity);
    return held ? [{ identityId: held.id, contactId: contact.id, shared: held.shared, ownerId: contact.ownerId }] : [];
  });

/** Fields, handles and tags as one change. */
function changeOf(
  call: Call,
  contact: ContactState,
  identities: readonly IdentityState[],
  item: Upsert,
  rows: Rows<UpsertLoad>,
): ContactChange {
  refuseArchived(contact);
  const elsewhere = Object.entries(item.stages ?? {}).flatMap(([lifecycle, stage]): Fault[] => {
    const now = contact.positions.find((one) => one.lifecycle === lifecycle)?.stage;
    const detail = `This contact is in ${now ?? 'no stage'} of ${lifecycle}. Move it with /v1/batch/transitions.`;
    return now === stage ? [] : [{ pointer: `/stages/${lifecycle}`, code: 'stage-changed', detail }];
  });
  if (elsewhere.length > 0) throw refused(elsewhere);
  const others = rows.matches.filter((one) => one.id !== contact.id);
  const added = identities.filter((one) => !holds(contact, one));
  for (const one of added) refuseTaken(call, one, holdersIn(others, one), `/identities/${identities.indexOf(one)}`);
  const { identities: _, tags, stages: __, ...patch } = item;
  const fields = planPatch(call, contact, patch, rows.owner, {
    fieldDefinitions: rows.fieldDefinitions,
    ...(rows.referrer ? { referrer: rows.referrer } : {}),
  });
  const tagged = planTags(call, contact, rows, { add: tags ?? [] });
  const changed = fields.changed || tagged.changed || added.length > 0;
  return {
    changed,
    status: 200,
    ...(fields.columns ? { columns: fields.columns } : {}),
    statements: [
      ...added.flatMap((one) => claim(one, contact.id, call.now)),
      ...(tagged.changed ? (tagged.statements ?? []) : []),
    ],
    events: [
      ...(fields.changed ? (fields.events ?? []) : []),
      ...added.map((one) => ({
        type: 'identity.added' as const,
        contactId: contact.id,
        data: { contact_id: contact.id, identity_id: one.id, channel: one.channel },
      })),
      ...(tagged.changed ? (tagged.events ?? []) : []),
    ],
    body: (after) => ({
      outcome: changed ? 'updated' : 'unchanged',
      contact_id: after.id,
      version: after.version,
    }),
  };
}
