// A contact as one aggregate: the row with its identities, positions and tags, read by one statement.
import type { Closed, OpenHandover, OriginDomain, Outcome, OwnerFunction } from '@sidestage/domain';
import { numberOrNull, type Statement, statement, textOrNull, type Value } from '../../db/statement.ts';

export interface IdentityState {
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  readonly handle: string;
  readonly display: string;
  readonly shared: boolean;
}
export interface PositionState {
  readonly lifecycle: string;
  readonly stage: string;
  readonly enteredAt: number;
  readonly closed?: Closed | null | undefined;
}
/** A handover nobody has answered yet. */
export interface HandoverState extends OpenHandover {
  readonly openedAt: number;
  readonly openedBy: string;
}
/** The first touch: what is known of it never changes. */
export interface Origin {
  readonly source: string | null;
  readonly domain: OriginDomain | null;
  /** The contact who recommended us. */
  readonly referrerId: string | null;
}
export interface ContactState {
  readonly id: string;
  readonly displayName: string;
  readonly company: string | null;
  readonly ownerId: string | null;
  readonly source: string | null;
  readonly origin: Origin;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly lastTouchAt: number | null;
  readonly nextFollowUpAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt: number | null;
  readonly erasedAt: number | null;
  /** The survivor this contact was merged into; never one that is merged itself. Requests for this id are answered by the survivor. */
  readonly mergedInto: string | null;
  readonly identities: readonly IdentityState[];
  readonly positions: readonly PositionState[];
  /** Open ones, at most one in each lifecycle. */
  readonly handovers: readonly HandoverState[];
  readonly tags: readonly string[];
}

/** A contact as it is when it is created: nothing has happened with it yet. */
export const justMade = (now: number) => ({
  version: 1,
  lastTouchAt: null,
  nextFollowUpAt: null,
  createdAt: now,
  updatedAt: now,
  archivedAt: null,
  erasedAt: null,
  mergedInto: null,
  handovers: [],
});

/**
 * The one column `decodeContact` expects, over a contacts row named `c`: all of it as JSON, because each column of a row costs half
 * a microsecond (measured). Lists are put in order there: a libSQL server does not parse `order by` inside an aggregate.
 */
export const CONTACT_COLUMN = `json_array(c.id, c.display_name, c.company, c.owner_id, c.source, c.fields, c.version, c.last_touch_at, c.next_follow_up_at,
  c.created_at, c.updated_at, c.archived_at, c.erased_at,
  (select json_group_array(json_array(i.id, i.channel, i.scope, i.handle, i.display, i.shared, i.created_at)) from identities i where i.contact_id = c.id),
  (select json_group_array(json_array(p.lifecycle, p.stage, p.entered_at, p.closed_outcome, p.closed_reason, p.closed_at)) from positions p where p.contact_id = c.id),
  (select json_group_array(t.tag_key) from contact_tags t where t.contact_id = c.id), c.merged_into, c.first_source, c.domain, c.referrer_id,
  (select json_group_array(json_array(h.id, h.lifecycle, h.transition_id, h.from_function, h.to_function, h.opened_at, h.opened_by)) from handovers h where h.contact_id = c.id and h.status = 'open'))`;

type Json = (string | number)[][];

/** Oldest handle first. */
const byAge = (a: (string | number)[], b: (string | number)[]) =>
  Number(a[6]) - Number(b[6]) || (String(a[0]) < String(b[0]) ? -1 : 1);

function positionState([lifecycle, stage, enteredAt, outcome, reason, at]: (string | number | null)[]): PositionState {
  const position = { lifecycle: String(lifecycle), stage: String(stage), enteredAt: Number(enteredAt) };
  if (outcome === null || outcome === undefined) return position;
  return {
    ...position,
    closed: { outcome: outcome as Outcome, reason: textOrNull(reason ?? null), at: Number(at) },
  };
}

const handoverState = ([id, lifecycle, transitionId, from, to, at, by]: (string | number)[]): HandoverState => ({
  id: String(id),
  lifecycle: String(lifecycle),
  transitionId: String(transitionId),
  from: from as OwnerFunction,
  to: to as OwnerFunction,
  openedAt: Number(at),
  openedBy: String(by),
});

// SQLite returns a list nested in JSON sometimes as JSON and sometimes as text.
const listIn = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);

export function decodeContact([json]: readonly unknown[]): ContactState {
  const r = JSON.parse(String(json)) as unknown[];
  const identities = listIn(r[13]) as Json;
  const positions = listIn(r[14]) as Json;
  return {
    id: String(r[0]),
    displayName: String(r[1]),
    company: textOrNull(r[2]),
    ownerId: textOrNull(r[3]),
    source: textOrNull(r[4]),
    fields: r[5] === '{}' ? {} : (JSON.parse(String(r[5])) as Record<string, unknown>),
    version: Number(r[6]),
    lastTouchAt: numberOrNull(r[7]),
    nextFollowUpAt: numberOrNull(r[8]),
    createdAt: Number(r[9]),
    updatedAt: Number(r[10]),
    archivedAt: numberOrNull(r[11]),
    erasedAt: numberOrNull(r[12]),
    mergedInto: textOrNull(r[16]),
    origin: {
      source: textOrNull(r[17]),
      domain: textOrNull(r[18]) as OriginDomain | null,
      referrerId: textOrNull(r[19]),
    },
    identities: identities.sort(byAge).map((i) => ({
      id: String(i[0]),
      channel: String(i[1]),
      scope: String(i[2]),
      handle: String(i[3]),
      display: String(i[4]),
      shared: i[5] === 1,
    })),
    positions: positions.map(positionState),
    handovers: (listIn(r[20]) as Json).map(handoverState),
    tags: (listIn(r[15]) as string[]).sort(),
  };
}

const BY_ID = `select ${CONTACT_COLUMN} from contacts c where c.id = ?`;
export const contactById = (id: string): Statement<ContactState> => ({ sql: BY_ID, args: [id], decode: decodeContact });

/** The person an id stands for: the contact itself, or the one it was merged into. */
export const personBehind = (id: string): Statement<ContactState> =>
  statement(
    `select ${CONTACT_COLUMN} from contacts c where c.id = coalesce((select m.merged_into from contacts m where m.id = ?1), ?1)`,
    [id],
    decodeContact,
  );

/** Those of these ids that were merged into another contact, with that contact. */
export const mergedAmong = (ids: readonly string[]) =>
  statement(
    'select id, merged_into from contacts where merged_into is not null and id in (select value from json_each(?))',
    [JSON.stringify(ids)],
    (r): [string, string] => [String(r[0]), String(r[1])],
  );

/** Ids of those who were merged into a contact. */
export const mergedInto = (id: string) =>
  statement('select id from contacts where merged_into = ?', [id], (r) => String(r[0]));

/** The contact itself and everybody merged into it, as a select of ids; two arguments, both its id. */
export const PERSON = '(select ? union all select merged.id from contacts merged where merged.merged_into = ?)';

/** SQL: whether whoever stands behind this contact id is the caller's own or in the pool. One argument: the caller's id. */
export const ownOrPool = (contactId: string) =>
  `exists (select 1 from contacts n join contacts c on c.id = coalesce(n.merged_into, n.id) where n.id = ${contactId} and (c.owner_id is null or c.owner_id = ?))`;

export const contactsByIds = (ids: readonly string[]): Statement<ContactState> =>
  statement(
    `select ${CONTACT_COLUMN} from contacts c where c.id in (select value from json_each(?))`,
    [JSON.stringify(ids)],
    decodeContact,
  );

/** Everybody who holds one of these handles, shared or not; index identities_handle. */
export const contactsByHandles = (
  handles: readonly { channel: string; scope: string; handle: string }[],
): Statement<ContactState> =>
  statement(
    `select ${CONTACT_COLUMN} from contacts c where c.id in (select i.contact_id from json_each(?) j cross join identities i on i.channel = j.value ->> 0 and i.scope = j.value ->> 1 and i.handle = j.value ->> 2) order by c.created_at, c.id`,
    [JSON.stringify(handles.map((one) => [one.channel, one.scope, one.handle]))],
    decodeContact,
  );

/** Contact columns that a write may set, by their SQL names. */
export type ContactColumns = Partial<
  Record<
    | 'display_name'
    | 'company'
    | 'owner_id'
    | 'source'
    | 'fields'
    | 'last_touch_at'
    | 'archived_at'
    | 'erased_at'
    | 'merged_into'
    | 'first_source'
    | 'domain'
    | 'referrer_id',
    Value
  >
>;

/** Sets columns and the new version; `nextFollowUp` recomputes the next open due time from the follow-ups themselves. */
export function updateContact(
  id: string,
  version: number,
  now: number,
  columns: ContactColumns,
  nextFollowUp = false,
): Statement {
  const names = Object.keys(columns) as (keyof ContactColumns)[];
  const sets = names.map((name) => `${name} = ?`);
  if (nextFollowUp)
    sets.push(
      "next_follow_up_at = (select min(due_at) from follow_ups f where f.contact_id = contacts.id and f.status = 'open')",
    );
  return statement(`update contacts set ${[...sets, 'version = ?', 'updated_at = ?'].join(', ')} where id = ?`, [
    ...names.map((name) => columns[name] ?? null),
    version,
    now,
    id,
  ]);
}
