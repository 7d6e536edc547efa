// Two contacts become one: what belongs to the loser goes to the survivor and is remembered row by row; the loser's ledger is
// closed and the survivor's gets a row only where its stage changes.
import type { z } from '@hono/zod-openapi';
import { directionTo, type MergePlan, notBefore, planMerge } from '@sidestage/domain';
import type { Rows, Statement } from '../../db/statement.ts';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { type Decision, type MutationSpec, mutate, rehearse } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import {
  type ContactColumns,
  type ContactState,
  contactById,
  personBehind,
  updateContact,
} from '../contacts/contacts.store.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { canSee, checkContext, contextLoad, contextRow } from '../contacts/on-contact.ts';
import { handoversMerged } from '../handovers/follow-merge.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import { appendTransition } from '../transitions/transitions.store.ts';
import { mergedOut, type mergeIn, mergeView } from './merges.schemas.ts';
import {
  bothUnchanged,
  type ChangedFields,
  countsOf,
  identitiesOf,
  insertMerge,
  ledgersOf,
  moveRows,
  moveTags,
  rememberTransitions,
  repoint,
  tagsOf,
} from './merges.store.ts';

type Body = z.output<typeof mergeIn>;

/** One side of the merge, or a refusal. `person` is whom its id stands for: the survivor of an earlier merge, else itself. */
function side(
  call: Call,
  contact: ContactState | undefined,
  person: ContactState | undefined,
  pointer: string,
): ContactState {
  if (!contact || !person || !canSee(call, person.ownerId)) throw notFound('contact');
  if (contact.mergedInto !== null)
    throw new Problem('contact-merged', 'This contact has been merged into another already.', {
      errors: [{ pointer, code: 'contact-merged', detail: 'Use the contact it leads to.' }],
      extra: { contact_id: contact.mergedInto },
    });
  if (contact.erasedAt !== null)
    throw new Problem('contact-erased', 'This person was erased. Only counts and dates remain.');
  return contact;
}

const load = (call: Call, body: Body) => ({
  survivor: contactById(body.survivor_id),
  loser: contactById(body.loser_id),
  survivorBehind: personBehind(body.survivor_id),
  loserBehind: personBehind(body.loser_id),
  ledgers: ledgersOf(body.survivor_id, body.loser_id),
  loserTags: tagsOf(body.loser_id),
  counts: countsOf(body.loser_id),
  ages: identitiesOf([body.survivor_id, body.loser_id]),
  ...tagCatalogue(),
  ...contextLoad(call, body.context),
});
type Loaded = Rows<ReturnType<typeof load>>;

const spec = (call: Call, body: Body): MutationSpec<ReturnType<typeof load>> => ({
  load: load(call, body),
  plan: (loaded) => {
    const survivor = side(call, loaded.survivor[0], loaded.survivorBehind[0], '/survivor_id');
    checkIfMatch(call, survivor.version, () => contactView(survivor, call.deps.lifecycles), true);
    if (body.survivor_id === body.loser_id)
      throw new Problem('validation-failed', 'A contact cannot be merged into itself.', {
        errors: [{ pointer: '/loser_id', code: 'value-unfit', detail: 'Name another contact.' }],
      });
    const loser = side(call, loaded.loser[0], loaded.loserBehind[0], '/loser_id');
    // The conversation may be with either: they are one person from now on.
    const held = loaded.holders.some((one) => one.contactId === loser.id) || loaded.link[0]?.contactId === loser.id;
    checkContext(call, held ? loser.id : survivor.id, body.context, loaded.holders, loaded.link);
    if (survivor.archivedAt !== null)
      throw new Problem('contact-archived', 'The survivor is archived. Restore it first.', {
        extra: { contact_id: survivor.id },
      });
    const plan = planMerge({
      survivor,
      loser,
      take: body.take ?? [],
      stages: body.stages ?? {},
      groups: loaded.groups,
      tags: loaded.tags,
    });
    if (!plan.ok)
      throw new Problem('validation-failed', `Neither contact is in that stage of "${plan.lifecycle}".`, {
        errors: [
          {
            pointer: `/stages/${plan.lifecycle}`,
            code: 'stage-unknown',
            detail: plan.known.length ? `Known: ${plan.known.join(', ')}.` : 'Neither is in this lifecycle.',
          },
        ],
      });
    return merged(call, body, { survivor, loser, plan, loaded });
  },
});

interface Sides {
  readonly survivor: ContactState;
  readonly loser: ContactState;
  readonly plan: Extract<MergePlan, { ok: true }>;
  readonly loaded: Loaded;
}

function merged(call: Call, body: Body, { survivor, loser, plan, loaded }: Sides): Decision {
  const { deps, now } = call;
  const id = deps.newId('mrg');
  const moves = ledgerRows(call, { survivor, loser, plan, loaded });
  const { columns, fields, previous } = changedColumns(survivor, plan.after);
  const after: ContactState = {
    ...survivor,
    ...plan.after,
    tags: [...survivor.tags, ...plan.tagsGiven].sort(),
    identities: identitiesTogether(survivor, loser, loaded.ages),
    positions: [
      ...survivor.positions.filter((one) => !plan.stages.some((stage) => stage.lifecycle === one.lifecycle)),
      // Nobody has dealt with the contact, so a closing stands.
      ...plan.stages.map(({ lifecycle, to }) => ({
        lifecycle,
        stage: to,
        enteredAt: moves.at,
        closed: survivor.positions.find((one) => one.lifecycle === lifecycle)?.closed ?? null,
      })),
    ],
    nextFollowUpAt: earlier(survivor.nextFollowUpAt, loser.nextFollowUpAt),
    version: survivor.version + 1,
    updatedAt: now,
  };
  const handovers = handoversMerged(call, id, { survivor, loser }, (_, lifecycle) =>
    after.positions.find((one) => one.lifecycle === lifecycle),
  );
  const record = {
    id,
    survivorId: survivor.id,
    loserId: loser.id,
    actor: actorText(call.actor),
    mergedAt: now,
    revertedBy: null,
    revertedAt: null,
    counts: { ...loaded.counts[0], tags: plan.tagsGiven.length },
    fields,
  };
  const events: EventIn[] = [
    ...moves.events,
    ...handovers.events,
    {
      type: 'contact.merged',
      contactId: survivor.id,
      data: {
        contact_id: survivor.id,
        merge_id: id,
        loser_id: loser.id,
        fields: Object.keys(columns),
        tags_added: plan.tagsGiven,
        moved: record.counts,
        owner_id: after.ownerId,
      },
      previous,
    },
  ];
  const statements: Statement[] = [
    bothUnchanged(survivor, loser),
    insertMerge(record),
    ...moveRows(id, loser.id, survivor.id),
    ...moveTags(id, loser.id, survivor.id, loaded.loserTags, plan.tagsGiven, loaded),
    ...repoint(id, loser.id, survivor.id),
    ...moves.statements,
    ...rememberTransitions(id, moves.ids),
    ...handovers.statements,
    updateContact(survivor.id, after.version, now, columns, true),
    updateContact(loser.id, loser.version + 1, now, { merged_into: survivor.id }, true),
    ...eventStatements(call, events),
    ...(body.context ? [contextRow(call, survivor.id, 'mergeContacts', id, body.context)] : []),
  ];
  return {
    statements,
    status: 201,
    body: { merge: mergeView(record), contact: contactView(after, deps.lifecycles) },
    schema: mergedOut,
    headers: { etag: etag(after.version), location: `/v1/merges/${id}` },
  };
}

/** Closes each position of the loser, and moves the survivor where the plan says. */
function ledgerRows(call: Call, { survivor, loser, plan, loaded }: Sides) {
  // Not before the last row of either ledger, so that these rows take effect last.
  const at = notBefore(loaded.ledgers, call.now);
  const common = { effectiveAt: at, source: 'merge' as const };
  const since = (contact: ContactState, lifecycle: string) => {
    const position = contact.positions.find((one) => one.lifecycle === lifecycle);
    return position ? Math.max(0, Math.floor((at - position.enteredAt) / 1000)) : null;
  };
  const rows = [
    ...loser.positions.map((position) =>
      appendTransition(call, {
        ...common,
        contactId: loser.id,
        lifecycle: lifecycleNamed(call, position.lifecycle),
        from: position.stage,
        to: null,
        // None of the five says "ended"; no report counts a row of a merge by its direction.
        direction: 'backward',
        timeInPreviousS: since(loser, position.lifecycle),
        position: null,
        planned: { stage: position.stage },
      }),
    ),
    ...plan.stages.map(({ lifecycle: key, from, to }) => {
      const lifecycle = lifecycleNamed(call, key);
      const position = survivor.positions.find((one) => one.lifecycle === key) ?? null;
      const own = loaded.ledgers.filter((row) => row.contactId === survivor.id && row.lifecycle === key);
      return appendTransition(call, {
        ...common,
        contactId: survivor.id,
        lifecycle,
        from,
        to,
        direction: directionTo({ lifecycle, rows: own }, position?.stage ?? null, to),
        timeInPreviousS: since(survivor, key),
        position: { stage: to, enteredAt: at, closed: position?.closed },
        planned: { stage: from },
      });
    }),
  ];
  return {
    at,
    ids: rows.map((one) => one.row.id),
    statements: rows.flatMap((one) => one.statements),
    events: rows.map((one) => one.event),
  };
}

const NAMES = {
  displayName: 'display_name',
  company: 'company',
  ownerId: 'owner_id',
  source: 'source',
  fields: 'fields',
  lastTouchAt: 'last_touch_at',
} as const;

/** What changes on the survivor: `columns` to write, `fields` to revert by, `previous` for the event. */
function changedColumns(survivor: ContactState, after: Sides['plan']['after']) {
  const columns: ContactColumns = {};
  const fields: Record<string, { before: unknown; merged: unknown }> = {};
  const previous: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(NAMES) as [keyof typeof NAMES, (typeof NAMES)[keyof typeof NAMES]][]) {
    const [before, merged] = [survivor[name], after[name]];
    if (JSON.stringify(before) === JSON.stringify(merged)) continue;
    columns[column] = name === 'fields' ? JSON.stringify(merged) : (merged as string | number | null);
    fields[column] = { before, merged };
    if (column !== 'last_touch_at') previous[column] = before;
  }
  return { columns, fields: fields as ChangedFields, previous };
}

function identitiesTogether(survivor: ContactState, loser: ContactState, ages: Loaded['ages']) {
  const age = new Map(ages.map((one) => [one.id, one.createdAt]));
  const same = (a: ContactState['identities'][number], b: ContactState['identities'][number]) =>
    a.channel === b.channel && a.scope === b.scope && a.handle === b.handle;
  const added = loser.identities.filter((one) => !survivor.identities.some((own) => same(own, one)));
  return [...survivor.identities, ...added].sort(
    (a, b) => (age.get(a.id) ?? 0) - (age.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

const earlier = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

export async function mergeContacts(call: Call<unknown, unknown, Body>, dryRun: boolean): Promise<Reply> {
  const planned = spec(call, call.body);
  if (!dryRun) return mutate(call, planned);
  const decision = await rehearse(call, planned);
  return { status: 200, body: { dry_run: true, ...(decision.body as object) } };
}
