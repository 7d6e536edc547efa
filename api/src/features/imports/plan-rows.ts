// What becomes of each row: pure, given what is stored about the handles it names. An import never merges people
// (product rule 7): a row is a new person, a person found again, or rejected with the reason and who is in the way.
import {
  checkFields,
  type FieldDefinition,
  type LedgerRow,
  type Lifecycle,
  type Position,
  planMove,
  planTagChange,
  type Reason,
  type RowFault,
  readFieldText,
} from '@sidestage/domain';
import type { ContactState, IdentityState } from '../contacts/contacts.store.ts';
import type { TagGroupRow, TagRow } from '../tags/tags.store.ts';
import type { TransitionRow } from '../transitions/transitions.store.ts';
import { hashOf } from './hash.store.ts';
import type { ImportOptions } from './imports.schemas.ts';
import type { Outcome } from './imports.store.ts';
import { claimOf, type PreparedIdentity, type PreparedRow } from './prepare-row.ts';

export interface HolderRow {
  /** Which of the handles asked for, by its claim. */
  readonly claim: string;
  readonly contactId: string;
  readonly shared: boolean;
}
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
}
/** All that is stored about the people and handles of some rows. */
export interface Known {
  readonly holders: readonly HolderRow[];
  readonly contacts: readonly ContactState[];
  readonly ledger: readonly TransitionRow[];
  readonly kinds: readonly { readonly contactId: string; readonly kind: string }[];
  readonly ticked: readonly { readonly contactId: string; readonly keys: readonly string[] }[];
  /** What earlier rows of this file claimed, by hash: a handle, or `p:` a print and how often it was there. */
  readonly claims: readonly { readonly claim: string; readonly row: number; readonly times: number }[];
  /** People that earlier rows of this file are. */
  readonly touched: readonly { readonly contactId: string; readonly row: number }[];
  readonly prints: readonly { readonly print: string; readonly nth: number; readonly contactId: string }[];
  readonly groups: readonly TagGroupRow[];
  readonly tags: readonly TagRow[];
  readonly reasons: readonly Reason[];
  readonly staff: readonly StaffRow[];
  readonly fields: readonly FieldDefinition[];
}
export interface Rules {
  readonly options: ImportOptions;
  readonly lifecycleOf: (key: string | undefined) => Lifecycle | undefined;
  readonly defaultLifecycle: string;
  readonly now: number;
  readonly newId: (prefix: 'con' | 'idn') => string;
  readonly tagColumn: string | null;
  readonly ownerColumn: string | null;
  readonly fieldColumn: (name: string) => string | null;
  /** Whether cells are text that may stand for a number or a yes. */
  readonly textual: boolean;
  readonly undeclaredFields: 'keep' | 'refuse';
}

export interface PlannedMove {
  readonly lifecycle: Lifecycle;
  readonly from: string | null;
  readonly to: string;
  readonly direction: Extract<ReturnType<typeof planMove>, { kind: 'moved' }>['direction'];
  readonly effectiveAt: number;
  readonly timeInPreviousS: number | null;
  readonly position: Position;
  readonly reason: string | null;
  readonly note: string | null;
}
export interface PlannedRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly contactId: string | null;
  readonly reasons: readonly RowFault[];
  /** Before and after; `before` is null for a new person. Null where nothing is written. */
  readonly change: {
    readonly before: ContactState | null;
    readonly after: Omit<ContactState, 'version' | 'updatedAt'>;
    readonly identities: readonly IdentityState[];
    readonly tagsAdded: readonly string[];
    readonly tagsRemoved: readonly string[];
    readonly moves: readonly PlannedMove[];
  } | null;
  /** The handles of the row, so that no later row has them. */
  readonly claims: readonly string[];
  readonly print: { readonly print: string; readonly nth: number } | null;
}

/** Decides row by row; a row sees what the rows before it claimed. */
export function planRows(rows: readonly PreparedRow[], known: Known, rules: Rules): PlannedRow[] {
  const world = worldOf(known);
  return rows.map((row) => {
    const planned = planRow(row, world, rules);
    if (planned.outcome !== 'rejected') {
      for (const claim of planned.claims) world.taken.set(claim, row.row);
      if (planned.contactId !== null) world.touched.set(planned.contactId, row.row);
      if (planned.print) {
        const claim = `p:${planned.print.print}`;
        world.claims.set(claim, { row: row.row, times: planned.print.nth });
      }
    }
    return planned;
  });
}

type World = ReturnType<typeof worldOf>;
function worldOf(known: Known) {
  const grouped = <T extends { contactId: string }>(list: readonly T[]) => Map.groupBy(list, (one) => one.contactId);
  const labels = new Map<string, string>();
  for (const tag of known.tags)
    for (const name of [tag.labels.en, tag.labels['zh-CN'], tag.key]) labels.set(plain(name), tag.key);
  const staff = new Map<string, string | null>();
  // A name two people have names nobody.
  for (const one of known.staff)
    for (const name of [one.id, ...one.addresses, one.name].map(plain))
      staff.set(name, staff.has(name) && staff.get(name) !== one.id ? null : one.id);
  return {
    holders: new Map(known.holders.map((one) => [one.claim, one])),
    contacts: new Map(known.contacts.map((one) => [one.id, one])),
    ledger: grouped(known.ledger),
    kinds: grouped(known.kinds),
    ticked: grouped(known.ticked),
    claims: new Map(known.claims.map((one) => [one.claim, { row: one.row, times: one.times }])),
    taken: new Map<string, number>(),
    touched: new Map(known.touched.map((one) => [one.contactId, one.row])),
    prints: new Map(known.prints.map((one) => [`${one.print} ${one.nth}`, one.contactId])),
    catalogue: { groups: known.groups, tags: known.tags },
    reasons: known.reasons,
    labels,
    staff,
    fields: known.fields,
  };
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

class Rejected extends Error {
  readonly faults: readonly RowFault[];
  constructor(...faults: RowFault[]) {
    super('rejected');
    this.faults = faults;
  }
}

function planRow(row: PreparedRow, world: World, rules: Rules): PlannedRow {
  try {
    if (row.faults.length > 0) throw new Rejected(...row.faults);
    return decide(row, world, rules);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return {
      row: row.row,
      outcome: 'rejected',
      contactId: null,
      reasons: error.faults,
      change: null,
      claims: [],
      print: null,
    };
  }
}

function decide(row: PreparedRow, world: World, rules: Rules): PlannedRow {
  const own = row.identities.filter((one) => !one.shared);
  const claims = own.map((one) => one.claim);
  const earlier = own.flatMap((one): RowFault[] => {
    const holder = world.holders.get(one.claim);
    const before =
      world.taken.get(one.claim) ??
      (world.claims.size > 0 ? world.claims.get(hashOf(one.claim))?.row : undefined) ??
      (holder && !holder.shared ? world.touched.get(holder.contactId) : undefined);
    return before === undefined ? [] : [{ code: 'duplicate-in-file', column: one.column, row: before }];
  });
  if (earlier.length > 0) throw new Rejected(...earlier);

  const nth = row.print === null ? 0 : (world.claims.get(`p:${row.print}`)?.times ?? 0) + 1;
  const print = row.print === null ? null : { print: row.print, nth };
  const found = row.print === null ? match(row, world, rules) : world.prints.get(`${row.print} ${nth}`);
  const contact = found === undefined ? undefined : world.contacts.get(found);
  if (!contact || contact.erasedAt !== null) {
    if (rules.options.mode === 'update') throw new Rejected({ code: 'contact-unknown', column: null });
    return { ...create(row, world, rules), claims, print };
  }
  const before = world.touched.get(contact.id);
  if (before !== undefined)
    throw new Rejected({ code: 'duplicate-in-file', column: null, row: before, contact_id: contact.id });
  if (rules.options.mode === 'create')
    return {
      row: row.row,
      outcome: 'unchanged',
      contactId: contact.id,
      reasons: [],
      change: null,
      claims,
      print,
    };
  if (contact.archivedAt !== null)
    throw new Rejected({ code: 'contact-archived', column: null, contact_id: contact.id });
  return { ...update(row, contact, world, rules), claims, print };
}

/** The one person the handles of a row belong to, or undefined where they are free; whoever else holds one is in the way. */
function match(row: PreparedRow, world: World, rules: Rules): string | undefined {
  const held = row.identities.flatMap((one) => {
    const holder = world.holders.get(one.claim);
    return holder ? [{ one, holder }] : [];
  });
  const inTheWay = held.filter(({ one, holder }) => one.shared !== holder.shared);
  const own = held.filter(({ one, holder }) => !one.shared && !holder.shared);
  const taken = (list: typeof held) =>
    new Rejected(
      ...list.map(({ one, holder }) => ({
        code: 'handle-taken',
        column: one.column,
        contact_id: holder.contactId,
      })),
    );
  const external = own.find(({ one }) => one.channel === 'external');
  const ids = new Set(own.map(({ holder }) => holder.contactId));
  const id = external?.holder.contactId ?? own[0]?.holder.contactId;
  if (inTheWay.some(({ holder }) => holder.contactId !== id))
    throw taken(inTheWay.filter(({ holder }) => holder.contactId !== id));
  if (id === undefined) return undefined;
  if (external && ids.size > 1) throw taken(own.filter(({ holder }) => holder.contactId !== id));
  if (ids.size > 1)
    throw new Rejected(
      ...own.map(({ one, holder }) => ({
        code: 'handles-of-several',
        column: one.column,
        contact_id: holder.contactId,
      })),
    );
  if (external) return id;
  const contact = world.contacts.get(id);
  // Another id in the same system is another person there, whatever address the two share.
  const theirs = row.identities.find((one) => one.channel === 'external');
  if (theirs && contact?.identities.some((one) => one.channel === 'external' && one.scope === theirs.scope))
    throw taken(own);
  const differs =
    row.givenName !== null && contact !== undefined && plain(row.givenName) !== plain(contact.displayName);
  if (differs && rules.options.on_other_name !== 'update')
    throw new Rejected(
      ...own.map(({ one, holder }) => ({ code: 'name-differs', column: one.column, contact_id: holder.contactId })),
    );
  return id;
}

function ownerOf(row: PreparedRow, world: World, rules: Rules): string | null {
  if (row.owner === null) return null;
  const id = world.staff.get(plain(row.owner));
  if (!id) throw new Rejected({ code: 'owner-unknown', column: rules.ownerColumn });
  return id;
}

function tagsOf(row: PreparedRow, has: readonly string[], world: World, rules: Rules) {
  const add = row.tags.map((tag) => world.labels.get(plain(tag)) ?? tag);
  const change = planTagChange({ ...world.catalogue, has, add, remove: [] });
  if (!change.ok) throw new Rejected({ code: change.code, column: rules.tagColumn });
  return change;
}

const newIdentity =
  (rules: Rules) =>
  ({ column: _, claim: __, ...one }: PreparedIdentity): IdentityState => ({ id: rules.newId('idn'), ...one });

/** The values of declared fields are of their types, as everywhere else; what a text stands for is read by its field. */
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

type Written = Omit<PlannedRow, 'claims' | 'print'>;

function create(row: PreparedRow, world: World, rules: Rules): Written {
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
    version: 1,
    lastTouchAt: null,
    nextFollowUpAt: null,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    erasedAt: null,
    mergedInto: null,
    identities,
    positions: [],
    tags: [...tags.after].sort(),
  };
  const { moves, positions } = movesOf(steps, base, world, rules);
  return {
    row: row.row,
    outcome: 'created',
    contactId: id,
    reasons: [],
    change: {
      before: null,
      after: { ...base, positions },
      identities,
      tagsAdded: tags.added,
      tagsRemoved: [],
      moves,
    },
  };
}

function update(row: PreparedRow, contact: ContactState, world: World, rules: Rules): Written {
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
  const { moves, positions } = movesOf(row.steps, after, world, rules);
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
    reasons: [],
    change: same
      ? null
      : {
          before: contact,
          after: { ...after, positions },
          identities: added,
          tagsAdded: tags.added,
          tagsRemoved: tags.removed,
          moves,
        },
  };
}

/** The moves a row asks for, each through the one gate, each seeing those before it. A row that is in the ledger already asks for nothing. */
function movesOf(steps: PreparedRow['steps'], contact: ContactState, world: World, rules: Rules) {
  const moves: PlannedMove[] = [];
  const positions = new Map(contact.positions.map((one) => [one.lifecycle, one]));
  const stored = world.ledger.get(contact.id) ?? [];
  const ledgers = new Map<string, LedgerRow[]>();
  const facts = {
    identityChannels: contact.identities.map((one) => one.channel),
    tags: contact.tags,
    fields: contact.fields,
    interactionKinds: (world.kinds.get(contact.id) ?? []).map((one) => one.kind),
    checked: (world.ticked.get(contact.id) ?? []).flatMap((one) => one.keys),
  };
  for (const step of steps) {
    const lifecycle = rules.lifecycleOf(step.lifecycle);
    if (!lifecycle) throw new Rejected({ code: 'lifecycle-unknown', column: null });
    const rows = ledgers.get(lifecycle.key) ?? stored.filter((one) => one.lifecycle === lifecycle.key);
    ledgers.set(lifecycle.key, rows);
    const known = rows.some((one) => one.to === step.to && one.effectiveAt === step.at && one.voids === null);
    if (known) continue;
    const position = positions.get(lifecycle.key) ?? null;
    const given = { code: step.reason ?? rules.options.reason?.code ?? '', note: rules.options.reason?.note ?? null };
    const request = { to: step.to, ...(step.at === null ? {} : { effectiveAt: step.at }) };
    const input = { lifecycle, position, rows, facts, reasons: world.reasons, now: rules.now };
    let plan = planMove({ ...input, request });
    const asked = plan.kind === 'refused' && plan.code === 'reason-required' && given.code !== '';
    if (asked) plan = planMove({ ...input, request: { ...request, reason: given } });
    if (plan.kind === 'unchanged' || plan.kind === 'stale') continue;
    if (plan.kind === 'refused') throw new Rejected({ code: plan.code, column: null });
    moves.push({
      lifecycle,
      from: plan.from,
      to: plan.to,
      direction: plan.direction,
      effectiveAt: plan.effectiveAt,
      timeInPreviousS: plan.timeInPreviousS,
      position: plan.position,
      reason: asked ? given.code : null,
      note: asked ? given.note : null,
    });
    positions.set(lifecycle.key, { lifecycle: lifecycle.key, ...plan.position });
    const seq = rows.reduce((most, one) => Math.max(most, one.seq), 0) + 1;
    ledgers.set(lifecycle.key, [
      ...rows,
      {
        seq,
        id: `planned-${seq}`,
        from: plan.from,
        to: plan.to,
        effectiveAt: plan.effectiveAt,
        recordedAt: rules.now,
        voids: null,
      },
    ]);
  }
  return { moves, positions: [...positions.values()] };
}
