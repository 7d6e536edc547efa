// What a row writes: a new contact, or the changes of one that exists. An empty cell empties no value.
import { checkFields, type Lifecycle, type RowFault, readFieldText } from '@sidestage/domain';
import { type ContactState, type IdentityState, justMade } from '../contacts/contacts.store.ts';
import type { Outcome } from './imports.store.ts';
import { type PlannedMove, planMoves } from './plan-moves.ts';
import { claimOf, type PreparedIdentity, type PreparedRow } from './prepare-row.ts';
import { tagsOf } from './row-tags.ts';
import { plain, Rejected, type Rules, type World } from './row-world.ts';
import type { NewTag } from './tags-made.store.ts';

export interface PlannedPerson {
  readonly row: number;
  readonly outcome: Outcome;
  readonly contactId: string | null;
  /** Why the row is rejected; for a row that is taken, its notices. */
  readonly reasons: readonly RowFault[];
  /** Before and after; `before` is null for a new person. Null where nothing is written. */
  readonly change: {
    readonly before: ContactState | null;
    readonly after: Omit<ContactState, 'version' | 'updatedAt'>;
    readonly identities: readonly IdentityState[];
    readonly tagsAdded: readonly string[];
    readonly tagsRemoved: readonly string[];
    /** Tags that did not exist before. */
    readonly tagsMade: readonly NewTag[];
    readonly moves: readonly PlannedMove[];
  } | null;
}

export function planCreate(row: PreparedRow, world: World, rules: Rules): PlannedPerson {
  const { now } = rules;
  const id = rules.newId('con');
  const owner = ownerOf(row, world, rules);
  const fields = fieldsOf(row, world, rules);
  const tags = tagsOf(row, [], world, rules);
  const identities = row.identities.map(newIdentity(rules));
  const first = rules.lifecycleOf(rules.defaultLifecycle);
  const chosen = rules.lifecycleOf(rules.options.lifecycle);
  const steps = [...row.steps];
  const enter = (lifecycle: Lifecycle | undefined, stage: string | undefined) => {
    if (!lifecycle || steps.some((one) => one.lifecycle === lifecycle.key)) return;
    const to = stage ?? lifecycle.stages[0]?.key ?? '';
    steps.push({ lifecycle: lifecycle.key, to, at: row.since, reason: null });
  };
  if (rules.options.stage !== undefined) enter(chosen, rules.options.stage);
  enter(first, undefined);
  const base: ContactState = {
    id,
    displayName: row.name,
    company: row.company,
    ownerId: owner,
    source: row.source ?? rules.options.source ?? null,
    origin: { source: row.source ?? rules.options.source ?? null, domain: null, referrerId: null },
    fields,
    ...justMade(now),
    identities,
    positions: [],
    tags: [...tags.after].sort(),
  };
  const { moves, positions } = planMoves(steps, base, world, rules);
  return {
    row: row.row,
    outcome: 'created',
    contactId: id,
    reasons: tags.notices,
    change: {
      before: null,
      after: { ...base, positions },
      identities,
      tagsAdded: tags.added,
      tagsRemoved: [],
      tagsMade: tags.made,
      moves,
    },
  };
}

export function planUpdate(row: PreparedRow, contact: ContactState, world: World, rules: Rules): PlannedPerson {
  const owner = ownerOf(row, world, rules);
  const fields = fieldsOf(row, world, rules);
  const tags = tagsOf(row, contact.tags, world, rules);
  const has = new Set(contact.identities.map(claimOf));
  const added = row.identities.filter((one) => !has.has(one.claim)).map(newIdentity(rules));
  const after: ContactState = {
    ...contact,
    displayName: row.givenName ?? contact.displayName,
    company: row.company ?? contact.company,
    ownerId: owner ?? contact.ownerId,
    source: row.source ?? contact.source,
    origin: { ...contact.origin, source: contact.origin.source ?? row.source ?? contact.source },
    fields: { ...contact.fields, ...fields },
    identities: [...contact.identities, ...added],
    tags: [...tags.after].sort(),
  };
  const { moves, positions } = planMoves(row.steps, after, world, rules);
  const same =
    after.displayName === contact.displayName &&
    after.company === contact.company &&
    after.ownerId === contact.ownerId &&
    after.source === contact.source &&
    Object.entries(fields).every(([name, value]) => contact.fields[name] === value) &&
    added.length === 0 &&
    tags.added.length === 0 &&
    tags.removed.length === 0 &&
    moves.length === 0;
  return {
    row: row.row,
    outcome: same ? 'unchanged' : 'updated',
    contactId: contact.id,
    reasons: tags.notices,
    change: same
      ? null
      : {
          before: contact,
          after: { ...after, positions },
          identities: added,
          tagsAdded: tags.added,
          tagsRemoved: tags.removed,
          tagsMade: tags.made,
          moves,
        },
  };
}

function ownerOf(row: PreparedRow, world: World, rules: Rules): string | null {
  if (row.owner === null) return null;
  const id = world.staff.get(plain(row.owner));
  if (!id) throw new Rejected({ code: 'owner-unknown', column: rules.ownerColumn });
  return id;
}

const newIdentity =
  (rules: Rules) =>
  ({ column: _, claim: __, ...one }: PreparedIdentity): IdentityState => ({ id: rules.newId('idn'), ...one });

/** Values checked against the declared fields, as everywhere else. A CSV cell is read as its field's type. */
function fieldsOf(row: PreparedRow, world: World, rules: Rules): PreparedRow['fields'] {
  const entries = Object.entries(row.fields);
  if (entries.length === 0) return row.fields;
  const fields = Object.fromEntries(
    entries.map(([name, value]) => {
      const definition = rules.textual ? world.fields.find((one) => one.key === name) : undefined;
      return [name, definition && typeof value === 'string' ? readFieldText(definition, value) : value];
    }),
  );
  const faults = checkFields(world.fields, fields, rules.undeclaredFields);
  if (faults.length > 0)
    throw new Rejected(...faults.map(({ code, field }) => ({ code, column: rules.fieldColumn(field) })));
  return fields;
}
