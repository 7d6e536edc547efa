// Every write on an existing contact goes through here. It checks that the caller may see the contact and that the open
// conversation is with them, guards the version the plan was made on, and writes rows, version, context and events together.
import type { z } from '@hono/zod-openapi';
import { guard } from '../../db/database.ts';
import type { Rows, Statement, Untaken } from '../../db/statement.ts';
import { noRows, statement, textOrNull } from '../../db/statement.ts';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { type Actor, actorText } from '../../http/actor.ts';
import type { Fill } from '../../http/fill.ts';
import { LeadsTo } from '../../http/leads-to.ts';
import { type Decision, type MutationSpec, mutate, rehearse } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { type ContactColumns, type ContactState, contactById, personBehind, updateContact } from './contacts.store.ts';
import { type Holder, holdersOf, normalise } from './handles.ts';

export interface ContactChange {
  readonly statements?: readonly Statement[];
  /** Statements that must run after the contact's own columns are written. */
  readonly afterwards?: readonly Statement[];
  readonly events?: readonly EventIn[];
  readonly columns?: ContactColumns;
  /** A follow-up changed, so the contact's next due time must be worked out again. */
  readonly nextFollowUp?: boolean;
  /** The id of the row the write made, for write_contexts; the contact's own id if left out. */
  readonly reference?: string;
  /** The contact after the change, version and updatedAt set by us. */
  readonly after?: (before: ContactState) => ContactState;
  readonly status: number;
  readonly body: (after: ContactState) => unknown;
  readonly schema?: z.ZodType;
  readonly headers?: (after: ContactState) => Record<string, string>;
  readonly fill?: readonly Fill[];
  /** False if nothing changes: then no rows are written and the version stays. */
  readonly changed: boolean;
}

export interface OnContact<S extends Record<string, Statement>> {
  readonly contactId: string;
  /** What the caller named if it was not the contact, such as `follow-up`: used in the 404 of a hidden or missing one. */
  readonly named?: string;
  readonly operation: string;
  readonly context?: ContextIn | undefined;
  readonly allowArchived?: boolean;
  /** What `plan` reads besides the contact and the conversation. */
  readonly load: S & Untaken<keyof OwnLoad | 'knownKey'>;
  readonly plan: (contact: ContactState, loaded: Rows<S>) => ContactChange;
}

/** What every write on a contact reads by itself. */
export type OwnLoad = { readonly contact: Statement<ContactState> } & ReturnType<typeof contextLoad>;

/** Whether the actor may see a contact of that owner. By setting, reps see everybody or only their own people and the pool. */
function maySee(actor: Actor, ownerId: string | null, visibility: 'all' | 'own'): boolean {
  if (actor.kind !== 'staff' || actor.role !== 'rep' || visibility === 'all') return true;
  return ownerId === null || ownerId === actor.id;
}

export const canSee = (call: Pick<Call, 'actor' | 'deps'>, ownerId: string | null) =>
  maySee(call.actor, ownerId, call.deps.settings.get().visibility);

/** Whether the caller sees only their own contacts and the pool, which lists and feeds must keep to. */
export const seesOnlyOwn = (call: Pick<Call, 'actor' | 'deps'>) => !canSee(call, '');

interface LinkRow {
  readonly contactId: string | null;
  readonly ownerId: string | null;
}
const linkOf = (context: ContextIn | undefined) =>
  context?.conversation_key === undefined
    ? noRows
    : statement(
        "select l.contact_id, c.owner_id from conversation_links l left join contacts c on c.id = l.contact_id where l.channel = ? and l.scope = ? and l.conversation_key = ? and l.verdict = 'linked'",
        [context.channel, context.scope ?? '', context.conversation_key],
        (r): LinkRow => ({
          contactId: textOrNull(r[0]),
          ownerId: textOrNull(r[1]),
        }),
      );

export function contextLoad(call: Call, context: ContextIn | undefined) {
  const handle =
    context?.handle === undefined
      ? undefined
      : normalise(
          call.deps,
          { channel: context.channel, scope: context.scope, handle: context.handle },
          '/context/handle',
        );
  return { holders: handle ? holdersOf(handle) : noRows, link: linkOf(context) };
}

/** Product rule 11: a write made in a conversation with somebody else is refused, saying whose handle it is. */
export function checkContext(
  call: Call,
  contactId: string | null,
  context: ContextIn | undefined,
  holders: readonly Holder[],
  link: readonly LinkRow[],
) {
  if (!context) return;
  const others = holders.filter((holder) => holder.contactId !== contactId);
  const held = holders.some((holder) => holder.contactId === contactId);
  const linked = link[0]?.contactId;
  if (
    (others.length > 0 && !held && !(contactId === null && others.every((holder) => holder.shared))) ||
    (linked && linked !== contactId)
  ) {
    const holder = others[0] ?? link[0];
    const visible = holder && canSee(call, holder.ownerId);
    throw new Problem('context-mismatch', 'The open conversation is with somebody else. Nothing was written.', {
      errors: [{ pointer: '/context', code: 'context-mismatch', detail: 'This handle belongs to another contact.' }],
      extra: { contact_id: visible ? holder.contactId : null },
    });
  }
}

/** The row that ties a write to the conversation it was made in. */
export function contextRow(
  call: Call,
  contactId: string,
  operation: string,
  reference: string,
  context: ContextIn,
): Statement {
  const handle =
    context.handle === undefined
      ? null
      : normalise(call.deps, { channel: context.channel, scope: context.scope, handle: context.handle }).handle;
  return statement(
    'insert into write_contexts (contact_id, operation, reference, channel, scope, handle, conversation_key, actor, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      contactId,
      operation,
      reference,
      context.channel,
      context.scope ?? '',
      handle,
      context.conversation_key ?? null,
      actorText(call.actor),
      call.now,
    ],
  );
}

/** A write on a contact as a mutation, which `mutate`, a dry run or a batch can run. */
export function contactMutation<S extends Record<string, Statement>>(
  call: Call,
  on: OnContact<S>,
): MutationSpec<S & OwnLoad> {
  const own: OwnLoad = { contact: contactById(on.contactId), ...contextLoad(call, on.context) };
  return {
    load: { ...on.load, ...own },
    plan: (loaded) => {
      // `OnContact.load` excludes the names of OwnLoad, so each set of rows is whole. TypeScript cannot see that for every S.
      const { contact, holders, link } = loaded as unknown as Rows<OwnLoad>;
      const before = visibleContact(call, contact[0], on.named);
      checkContext(call, before.id, on.context, holders, link);
      if (!on.allowArchived) refuseArchived(before);
      return decisionOf(call, on, before, on.plan(before, loaded as unknown as Rows<S>));
    },
  };
}

export function refuseArchived(contact: ContactState) {
  if (contact.archivedAt !== null)
    throw new Problem('contact-archived', 'This contact is archived. Restore it first.', {
      extra: { contact_id: contact.id },
    });
}

/** The contact. Throws 404 if there is none, it was erased or the caller may not see it, and LeadsTo if it was merged. */
export function visibleContact(call: Call, contact: ContactState | undefined, named = 'contact'): ContactState {
  if (contact?.mergedInto) throw new LeadsTo(contact.id, contact.mergedInto, named);
  if (!contact || !canSee(call, contact.ownerId)) throw notFound(named);
  if (contact.erasedAt !== null)
    throw new Problem('contact-erased', 'This person was erased. Only counts and dates remain.');
  return contact;
}

/** One contact as it is now, under the same rules. */
export async function readContact(call: Call, id: string): Promise<ContactState> {
  return visibleContact(call, (await call.deps.db.read({ contact: contactById(id) })).contact[0]);
}

/** The problem for a request that cannot be run again for the survivor: who that is, or 404 if the caller may not see them. */
export async function heardOf(call: Call, leads: LeadsTo): Promise<Problem> {
  const { person } = await call.deps.db.read({ person: personBehind(leads.to) });
  return person[0] && canSee(call, person[0].ownerId) ? leads : notFound(leads.named);
}

/** A planned change as all its rows, in order: guard, changes, new version, events, context; and its answer. */
export function decisionOf(
  call: Call,
  on: { readonly operation: string; readonly context?: ContextIn | undefined },
  before: ContactState,
  change: ContactChange,
): Decision {
  const version = change.changed ? before.version + 1 : before.version;
  const moved = change.after ? change.after(before) : before;
  const after: ContactState = change.changed ? { ...moved, version, updatedAt: call.now } : before;
  const statements: Statement[] = [];
  if (change.changed) {
    statements.push(
      guard('(select version from contacts where id = ?) = ?', [before.id, before.version]),
      ...(change.statements ?? []),
      updateContact(before.id, version, call.now, change.columns ?? {}, change.nextFollowUp),
      ...(change.afterwards ?? []),
      ...eventStatements(call, change.events ?? []),
    );
    if (on.context)
      statements.push(contextRow(call, before.id, on.operation, change.reference ?? before.id, on.context));
  }
  return {
    statements,
    status: change.status,
    body: change.body(after),
    ...(change.schema ? { schema: change.schema } : {}),
    ...(change.headers ? { headers: change.headers(after) } : {}),
    ...(change.fill ? { fill: change.fill } : {}),
  };
}

export const onContact = <S extends Record<string, Statement>>(call: Call, on: OnContact<S>): Promise<Reply> =>
  mutate(call, contactMutation(call, on));

export const rehearseOnContact = <S extends Record<string, Statement>>(
  call: Call,
  on: OnContact<S>,
): Promise<Decision> => rehearse(call, contactMutation(call, on));
