// Merges as rows, and the rows they move. What belongs to a contact and can go to another is listed here, once.
import type { Tag, TagGroup } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { jsonOrNull, numberOrNull, type Statement, statement, textOrNull, type Value } from '../../db/statement.ts';
import { ownOrPool } from '../contacts/contacts.store.ts';
import { decodeTransition, TRANSITION_COLUMNS } from '../transitions/transitions.store.ts';

export interface MergeRow {
  readonly id: string;
  readonly survivorId: string;
  readonly loserId: string;
  readonly actor: string;
  readonly mergedAt: number;
  readonly revertedBy: string | null;
  readonly revertedAt: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly fields: ChangedFields | null;
  readonly seq: number;
}
/** Columns of the survivor that changed: as they were, and as the merge made them. */
export type ChangedFields = Readonly<Record<string, { readonly before: unknown; readonly merged: unknown }>>;

const MERGE_COLUMNS =
  'm.id, m.survivor_id, m.loser_id, m.actor, m.merged_at, m.reverted_by, m.reverted_at, m.counts, m.fields, m.seq';
const decodeMerge = (r: readonly unknown[]): MergeRow => ({
  id: String(r[0]),
  survivorId: String(r[1]),
  loserId: String(r[2]),
  actor: String(r[3]),
  mergedAt: Number(r[4]),
  revertedBy: textOrNull(r[5]),
  revertedAt: numberOrNull(r[6]),
  counts: JSON.parse(String(r[7])),
  fields: jsonOrNull(r[8]),
  seq: Number(r[9]),
});

/** Newest first; of one contact, and only those a staff member may see, where either is given. */
export function mergesBefore(
  before: string | number,
  { contactId, seenBy }: { readonly contactId: string | null; readonly seenBy: string | null },
  limit: number,
) {
  const where = ['m.seq < ?'];
  const args: Value[] = [before];
  if (contactId !== null) {
    where.push('(m.survivor_id = ? or m.loser_id = ?)');
    args.push(contactId, contactId);
  }
  if (seenBy !== null) {
    where.push(ownOrPool('m.survivor_id'));
    args.push(seenBy);
  }
  return statement(
    `select ${MERGE_COLUMNS} from merges m where ${where.join(' and ')} order by m.seq desc limit ?`,
    [...args, limit],
    decodeMerge,
  );
}

export const mergeById = (id: string) =>
  statement(`select ${MERGE_COLUMNS} from merges m where m.id = ?`, [id], decodeMerge);
/** The newest merge of a person that stands, as survivor or loser; indexes merges_survivor and merges_loser. */
export const newestMergeOf = (contactId: string) =>
  statement(
    `select ${MERGE_COLUMNS} from merges m where m.reverted_at is null and (m.survivor_id = ? or m.loser_id = ?) order by m.seq desc limit 1`,
    [contactId, contactId],
    decodeMerge,
  );

export const insertMerge = (row: Omit<MergeRow, 'seq'>): Statement =>
  statement(
    'insert into merges (id, survivor_id, loser_id, actor, merged_at, reverted_by, reverted_at, counts, fields) values (?, ?, ?, ?, ?, null, null, ?, ?)',
    [
      row.id,
      row.survivorId,
      row.loserId,
      row.actor,
      row.mergedAt,
      JSON.stringify(row.counts),
      row.fields === null ? null : JSON.stringify(row.fields),
    ],
  );

/** A reverted merge keeps no values: they are back on the contacts. */
export const closeMerge = (id: string, actor: string, now: number): Statement[] => [
  statement('update merges set reverted_by = ?, reverted_at = ?, fields = null where id = ?', [actor, now, id]),
  statement('update merge_rows set detail = null where merge_id = ?', [id]),
];

// A row of the loser is set aside if the survivor already has one that says the same, or the opposite.
const LINK_STAYS =
  'exists (select 1 from conversation_links s where s.contact_id = ?2 and s.channel = t.channel and s.scope = t.scope and s.conversation_key = t.conversation_key)';
const HANDLE_STAYS =
  'exists (select 1 from identities s where s.contact_id = ?2 and s.channel = t.channel and s.scope = t.scope and s.handle = t.handle)';

interface Moved {
  readonly kind: string;
  readonly table: string;
  /** SQL over `t` for the key of a row. */
  readonly key: string;
  /** SQL: which rows are set aside instead of moved; ?1 is the loser, ?2 the survivor. */
  readonly stays?: string;
  /** Columns of a row set aside, from which a revert makes it again. */
  readonly columns?: readonly string[];
}

/** Tables whose rows move to the survivor. A test checks that each table with a `contact_id` is here or in STAYS. */
export const MOVED: readonly Moved[] = [
  {
    kind: 'identities',
    table: 'identities',
    key: 't.id',
    stays: HANDLE_STAYS,
    columns: ['id', 'contact_id', 'channel', 'scope', 'handle', 'display', 'shared', 'created_at'],
  },
  {
    kind: 'conversation_links',
    table: 'conversation_links',
    key: 't.id',
    stays: LINK_STAYS,
    columns: ['id', 'channel', 'scope', 'conversation_key', 'contact_id', 'verdict', 'created_by', 'created_at'],
  },
  { kind: 'interactions', table: 'interactions', key: 't.id' },
  { kind: 'follow_ups', table: 'follow_ups', key: 't.id' },
  { kind: 'import_prints', table: 'import_prints', key: "t.print || ' ' || t.nth" },
];

/** Tables with a `contact_id` whose rows stay, and why. */
export const STAYS: Readonly<Record<string, string>> = {
  transitions: 'the ledger never moves',
  transition_notes: 'belongs to a ledger row',
  handovers: 'an open one goes along where its stage does; answered ones tell of the one they were about',
  positions: 'written with the ledger alone',
  contact_tags: 'moved one by one: single-choice groups',
  events: 'append-only',
  event_previous: 'belongs to an event',
  write_contexts: 'says where a write was made',
  import_rows: 'says what an import did',
  search_people: 'kept by triggers',
  search_notes: 'kept by triggers',
  duplicate_keys: 'derived again',
  rule_overrides: 'decided about the one, not about the other',
  classification_queue: 'derived again',
  contact_quadrants: 'told by its own fields',
  contact_health: 'derived again',
  nudges: 'derived again',
};

/** Records each row of the loser in merge_rows, then moves it to the survivor or sets it aside. */
export function moveRows(mergeId: string, loserId: string, survivorId: string): Statement[] {
  const args: Value[] = [loserId, survivorId, mergeId];
  return MOVED.flatMap(({ kind, table, key, stays, columns }) => {
    const detail = columns ? `json_array(${columns.map((one) => `t.${one}`).join(', ')})` : 'null';
    const staying = stays ?? '0';
    return [
      statement(
        `insert into merge_rows (merge_id, kind, ref, moved, detail) select ?3, '${kind}', ${key}, not ${staying}, case when ${staying} then ${detail} end from ${table} t where t.contact_id = ?1 and ?2 is not null`,
        args,
      ),
      ...(stays
        ? [statement(`delete from ${table} as t where t.contact_id = ?1 and ${stays} and ?3 is not null`, args)]
        : []),
      statement(`update ${table} set contact_id = ?2 where contact_id = ?1 and ?3 is not null`, args),
    ];
  });
}

/** Gives the rows back that are still the survivor's; what was deleted since stays deleted, what was added stays. */
export function moveRowsBack(mergeId: string, loserId: string, survivorId: string): Statement[] {
  return MOVED.flatMap(({ kind, table, key, columns }) => [
    statement(
      `update ${table} as t set contact_id = ?1 where t.contact_id = ?2 and ${key} in (select ref from merge_rows where merge_id = ?3 and kind = '${kind}' and moved = 1)`,
      [loserId, survivorId, mergeId],
    ),
    ...(columns
      ? [
          // If the survivor or somebody else has taken the handle since, theirs stays.
          statement(
            `insert or ignore into ${table} (${columns.join(', ')}) select ${columns.map((_, i) => `detail ->> ${i}`).join(', ')} from merge_rows where merge_id = ? and kind = '${kind}' and moved = 0 and detail is not null`,
            [mergeId],
          ),
        ]
      : []),
  ]);
}

export interface TagOf {
  readonly key: string;
  readonly singleGroup: string | null;
  readonly addedAt: number;
  readonly addedBy: string;
}
export const tagsOf = (contactId: string) =>
  statement(
    'select tag_key, single_group, added_at, added_by from contact_tags where contact_id = ?',
    [contactId],
    (r): TagOf => ({ key: String(r[0]), singleGroup: textOrNull(r[1]), addedAt: Number(r[2]), addedBy: String(r[3]) }),
  );

/** The loser's tags, those the survivor is given with the day and hand they were added by. */
export function moveTags(
  mergeId: string,
  loserId: string,
  survivorId: string,
  tags: readonly TagOf[],
  given: readonly string[],
  catalogue: { readonly groups: readonly TagGroup[]; readonly tags: readonly Tag[] },
): Statement[] {
  const single = new Set(catalogue.groups.filter((group) => group.mode === 'single').map((group) => group.key));
  const groupOf = (tag: TagOf) => {
    const group = catalogue.tags.find((one) => one.key === tag.key)?.group ?? tag.singleGroup;
    return group !== null && single.has(group) ? group : null;
  };
  return [
    ...tags.map((tag) =>
      statement("insert into merge_rows (merge_id, kind, ref, moved, detail) values (?, 'tags', ?, ?, ?)", [
        mergeId,
        tag.key,
        given.includes(tag.key) ? 1 : 0,
        JSON.stringify([tag.key, tag.singleGroup, tag.addedAt, tag.addedBy]),
      ]),
    ),
    statement('delete from contact_tags where contact_id = ?', [loserId]),
    ...tags
      .filter((tag) => given.includes(tag.key))
      .map((tag) =>
        statement(
          'insert into contact_tags (contact_id, tag_key, single_group, added_at, added_by) values (?, ?, ?, ?, ?)',
          [survivorId, tag.key, groupOf(tag), tag.addedAt, tag.addedBy],
        ),
      ),
  ];
}

/** Tags given at the merge and untouched since go back; one that was taken off and set again is the survivor's own. */
export const moveTagsBack = (mergeId: string, loserId: string, survivorId: string): Statement[] => [
  statement(
    `delete from contact_tags as t where t.contact_id = ? and exists (select 1 from merge_rows m where m.merge_id = ? and m.kind = 'tags' and m.moved = 1
       and m.ref = t.tag_key and m.detail ->> 2 = t.added_at and m.detail ->> 3 = t.added_by)`,
    [survivorId, mergeId],
  ),
  statement(
    "insert or ignore into contact_tags (contact_id, tag_key, single_group, added_at, added_by) select ?, detail ->> 0, detail ->> 1, detail ->> 2, detail ->> 3 from merge_rows where merge_id = ? and kind = 'tags' and detail is not null",
    [loserId, mergeId],
  ),
];

/** Who was merged into the loser before leads to the survivor from now on. */
export const repoint = (mergeId: string, loserId: string, survivorId: string): Statement[] => [
  statement(
    "insert into merge_rows (merge_id, kind, ref, moved, detail) select ?, 'merged', id, 1, null from contacts where merged_into = ?",
    [mergeId, loserId],
  ),
  statement('update contacts set merged_into = ? where merged_into = ?', [survivorId, loserId]),
];
export const repointBack = (mergeId: string, loserId: string): Statement =>
  statement(
    "update contacts set merged_into = ? where id in (select ref from merge_rows where merge_id = ? and kind = 'merged')",
    [loserId, mergeId],
  );

/** Ledger rows a merge appended. */
export const rememberTransitions = (mergeId: string, ids: readonly string[]): Statement[] =>
  ids.map((id) =>
    statement("insert into merge_rows (merge_id, kind, ref, moved, detail) values (?, 'transitions', ?, 1, null)", [
      mergeId,
      id,
    ]),
  );
export const transitionsOf = (mergeId: string) =>
  statement("select ref from merge_rows where merge_id = ? and kind = 'transitions'", [mergeId], (r) => String(r[0]));
/** Neither of the two changed since they were read. */
export const bothUnchanged = (a: Versioned, b: Versioned): Statement =>
  guard('(select version from contacts where id = ?) = ? and (select version from contacts where id = ?) = ?', [
    a.id,
    a.version,
    b.id,
    b.version,
  ]);
interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Every ledger row of two contacts, in the order they took effect. */
export const ledgersOf = (a: string, b: string) =>
  statement(
    `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id in (?, ?) order by t.effective_at, t.seq`,
    [a, b],
    decodeTransition,
  );

/** How many rows of each kind a contact has. */
export const countsOf = (contactId: string) =>
  statement(
    `select ${MOVED.map(({ table }) => `(select count(*) from ${table} t where t.contact_id = ?1)`).join(', ')}`,
    [contactId],
    (r) => Object.fromEntries(MOVED.map(({ kind }, i) => [kind, Number(r[i])])),
  );
/** When each handle was added: they are shown in that order. */
export const identitiesOf = (contactIds: readonly string[]) =>
  statement(
    'select id, contact_id, created_at from identities where contact_id in (select value from json_each(?))',
    [JSON.stringify(contactIds)],
    (r) => ({ id: String(r[0]), contactId: String(r[1]), createdAt: Number(r[2]) }),
  );

/** The last touch that interactions tell of, or what it was before, whichever is later. */
export const recountTouch = (contactId: string, before: number | null): Statement =>
  statement(
    "update contacts set last_touch_at = nullif(max(coalesce(?2, 0), coalesce((select max(n.occurred_at) from interactions n where n.contact_id = ?1 and n.kind <> 'note'), 0)), 0) where id = ?1",
    [contactId, before],
  );
