// Reads the event log in its order: the one statement behind the history, the live stream and webhooks.
import { EVENTS, toIso } from '@sidestage/domain';
import { type Statement, statement, textOrNull } from '../db/statement.ts';
import { actorView } from '../http/actor.ts';

/** An event as the API shows it everywhere. */
export interface EventView {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly contact_id: string | null;
  readonly actor: { readonly kind: string; readonly id: string; readonly client_id: string | null };
  readonly data: Record<string, unknown>;
  readonly previous: Record<string, unknown> | null;
  readonly batch_id: string | null;
  readonly at: string;
}

const ALL_TYPES = Object.keys(EVENTS);
const COLUMNS =
  'e.seq, e.id, e.type, e.contact_id, e.actor, e.client_id, e.data, (select p.previous from event_previous p where p.event_id = e.id), e.batch_id, e.at';

const decode = (r: readonly unknown[]): EventView => ({
  seq: Number(r[0]),
  id: String(r[1]),
  type: String(r[2]),
  contact_id: textOrNull(r[3]),
  actor: { ...actorView(String(r[4])), client_id: textOrNull(r[5]) },
  data: JSON.parse(String(r[6])),
  previous: r[7] === null || r[7] === undefined ? null : JSON.parse(String(r[7])),
  batch_id: textOrNull(r[8]),
  at: toIso(Number(r[9])),
});

// A rep who sees only their own people is told no events of others, nor of two people of whom one is another's.
const seen = (id: string) =>
  `(${id} is null or exists (select 1 from contacts n join contacts c on c.id = coalesce(n.merged_into, n.id) where n.id = ${id} and (c.owner_id is null or c.owner_id = ?)))`;
const VISIBLE = ` and ${seen('e.contact_id')} and ${seen("json_extract(e.data, '$.other_id')")}`;

/** Up to `limit` events after a seq, oldest first; `ownerId` for a reader who sees only that owner's people and the pool. */
export const eventsAfter = (
  after: number,
  limit: number,
  ownerId: string | null,
  /** Only these types, all where none is named, and none beyond a seq: a rare one is not looked for through years. */
  only: { readonly types: readonly string[]; readonly until: number } = { types: [], until: Number.MAX_SAFE_INTEGER },
): Statement<EventView> =>
  statement(
    `select ${COLUMNS} from events e where e.seq > ? and e.seq <= ?${only.types.length > 0 ? ' and e.type in (select value from json_each(?))' : ''}${ownerId === null ? '' : VISIBLE} order by e.seq limit ?`,
    [
      after,
      only.until,
      ...(only.types.length > 0 ? [JSON.stringify(ALL_TYPES.filter((type) => isWanted(type, only.types)))] : []),
      ...(ownerId === null ? [] : [ownerId, ownerId]),
      limit,
    ],
    decode,
  );

export const eventById = (id: string): Statement<EventView> =>
  statement(`select ${COLUMNS} from events e where e.id = ?`, [id], decode);

/** The newest seq; 0 before the first event. */
export const lastSeq: Statement<number> = statement('select coalesce(max(seq), 0) from events', [], (r) =>
  Number(r[0]),
);

/** Whether a type is among `contact.created`, `contact.*`, …; every type is where no filter is given. */
export function isWanted(type: string, filter: readonly string[]): boolean {
  if (filter.length === 0) return true;
  const area = `${type.slice(0, type.indexOf('.'))}.*`;
  return filter.some((one) => one === type || one === area);
}
