// Rows of duplicates: values people have in common (as hashes), the pairs they make, and what somebody decided about a pair.
import { hash } from 'node:crypto';
import { CROWD, DUPLICATE_REASONS, type DuplicateKey, type DuplicateReason } from '@sidestage/domain';
import { type Statement, statement, type Value } from '../../db/statement.ts';

/** Raise it where the domain compares otherwise than before: everybody is looked at again. */
const RULES = 1;

export const progress = statement('select event_seq, rules from duplicate_progress where id = 1', [], (r) =>
  Number(r[1]) === RULES ? Number(r[0]) : null,
);
export const saveProgress = (seq: number): Statement =>
  statement('update duplicate_progress set event_seq = ?, rules = ? where id = 1', [seq, RULES]);
export const startOver: Statement[] = [
  statement('delete from duplicate_pairs'),
  statement('delete from duplicate_keys'),
  saveProgress(0),
];
export const newestEvent = statement('select seq from events order by seq desc limit 1', [], (r) => Number(r[0]));

/** Events that may change what somebody has in common with others, with everybody they concern. */
export const changesAfter = (seq: number, limit: number) =>
  statement(
    `select seq, contact_id, data ->> 'loser_id' from events where seq > ? and type in ('contact.created', 'contact.updated',
      'contact.archived', 'contact.restored', 'contact.merged', 'contact.merge_reverted', 'contact.erased', 'identity.added', 'identity.updated', 'identity.removed')
      order by seq limit ?`,
    [seq, limit],
    (r) => ({ seq: Number(r[0]), contactIds: [r[1], r[2]].flatMap((id) => (id === null ? [] : [String(id)])) }),
  );

export const hashed = ({ reason, value }: DuplicateKey) =>
  hash('sha256', `${reason} ${value}`, 'base64url').slice(0, 22);

/** The keys people had at the last look; index duplicate_keys_contact. */
export const keysOf = (contactIds: readonly string[]) =>
  statement(
    'select key, contact_id from duplicate_keys where contact_id in (select value from json_each(?))',
    [JSON.stringify(contactIds)],
    (r) => ({ key: String(r[0]), contactId: String(r[1]) }),
  );

/** Who has each of these values, as far as `limit` of them. */
export const holdersOfKeys = (keys: readonly string[], limit: number) =>
  statement(
    'select j.value, (select json_group_array(h.contact_id) from (select k.contact_id from duplicate_keys k where k.key = j.value limit ?2) h) from json_each(?1) j',
    [JSON.stringify(keys), limit],
    (r) => ({ key: String(r[0]), contactIds: JSON.parse(String(r[1])) as string[] }),
  );

export interface KeyRow extends Omit<DuplicateKey, 'value'> {
  readonly key: string;
  readonly contactId: string;
}

const REASONS = JSON.stringify(
  Object.fromEntries(Object.entries(DUPLICATE_REASONS).map(([code, { family, weight }]) => [code, [family, weight]])),
);
const EITHER_SHARED = "case when a.shared or b.shared then 'shared-handle' else a.reason end";

/**
 * Gives people these keys, and pairs anew those of `paired`. A value too many have makes no pair. The level is that of
 * `levelOfReasons`: the best weight, and one more for a second family.
 */
export function replaceKeys(
  people: readonly string[],
  rows: readonly KeyRow[],
  paired: readonly string[],
): Statement[] {
  const of = JSON.stringify(paired);
  return [
    statement('delete from duplicate_keys where contact_id in (select value from json_each(?))', [
      JSON.stringify(people),
    ]),
    statement(
      'insert into duplicate_keys (key, contact_id, reason, kind, shared) select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?)',
      [JSON.stringify(rows.map((row) => [row.key, row.contactId, row.reason, row.kind, row.shared ? 1 : 0]))],
    ),
    statement('delete from duplicate_pairs where a_id in (select value from json_each(?))', [of]),
    statement('delete from duplicate_pairs where b_id in (select value from json_each(?))', [of]),
    statement(
      `insert into duplicate_pairs (a_id, b_id, level, reasons)
       select first, second, min(3, max(weight) + (count(distinct family) > 1)), json_group_array(json_array(code, kind_a, kind_b))
       from (
         select first, second, code, kind_a, kind_b, ?2 -> code ->> 0 as family, ?2 -> code ->> 1 as weight from (
           select a.contact_id as first, b.contact_id as second, ${EITHER_SHARED} as code, a.kind as kind_a, b.kind as kind_b
           from json_each(?1) p cross join duplicate_keys a on a.contact_id = p.value
             cross join duplicate_keys b on b.key = a.key and b.contact_id > a.contact_id
           where (select count(*) from (select 1 from duplicate_keys k where k.key = a.key limit ${CROWD + 1})) <= ${CROWD}
           union
           select b.contact_id, a.contact_id, ${EITHER_SHARED}, b.kind, a.kind
           from json_each(?1) p cross join duplicate_keys a on a.contact_id = p.value
             cross join duplicate_keys b on b.key = a.key and b.contact_id < a.contact_id
           where (select count(*) from (select 1 from duplicate_keys k where k.key = a.key limit ${CROWD + 1})) <= ${CROWD}
         )
       ) group by first, second`,
      [of, REASONS],
    ),
  ];
}

export interface PairRow {
  readonly aId: string;
  readonly bId: string;
  readonly level: number;
  readonly reasons: readonly (readonly [DuplicateReason, string, string])[];
}

export interface PairFilter {
  readonly contactId?: string | undefined;
  readonly minLevel: number;
  /** Both are this staff member's or nobody's. */
  readonly ownedBy?: string | undefined;
  readonly after?: readonly [level: number, aId: string, bId: string] | undefined;
  readonly limit: number;
}

/** Somebody decided about these two, or about whoever has become one of them since; index not_duplicates_pair. */
const decided = (x: string, y: string) => `exists (select 1 from not_duplicates n join contacts o on o.id = n.b_id
  where n.a_id in (select ${x} union all select m.id from contacts m where m.merged_into = ${x}) and coalesce(o.merged_into, o.id) = ${y})`;

/** Strongest first, then the oldest people; index duplicate_pairs_level, or those of either side where one is named. */
export function pairs({ contactId, minLevel, ownedBy, after, limit }: PairFilter): Statement<PairRow> {
  const where = ['p.level >= ?', `not ${decided('p.a_id', 'p.b_id')}`, `not ${decided('p.b_id', 'p.a_id')}`];
  const args: Value[] = [minLevel];
  if (contactId !== undefined) {
    where.push('(p.a_id = ? or p.b_id = ?)');
    args.push(contactId, contactId);
  }
  if (ownedBy !== undefined) {
    where.push(
      'not exists (select 1 from contacts c where c.id in (p.a_id, p.b_id) and c.owner_id is not null and c.owner_id <> ?)',
    );
    args.push(ownedBy);
  }
  if (after !== undefined) {
    where.push('(p.level < ? or (p.level = ? and (p.a_id, p.b_id) > (?, ?)))');
    args.push(after[0], after[0], after[1], after[2]);
  }
  return statement(
    `select p.a_id, p.b_id, p.level, p.reasons from duplicate_pairs p where ${where.join(' and ')} order by p.level desc, p.a_id, p.b_id limit ?`,
    [...args, limit],
    (r) => ({ aId: String(r[0]), bId: String(r[1]), level: Number(r[2]), reasons: JSON.parse(String(r[3])).sort() }),
  );
}

export interface CandidateRow extends PairRow {
  readonly id: string;
  readonly displayName: string;
  readonly company: string | null;
}

/** Who one person may be the same as, by name; who left since the last look is not among them. */
export function candidatesOf(contactId: string, ownedBy: string | undefined, limit: number): Statement<CandidateRow> {
  const found = pairs({ contactId, minLevel: 2, ownedBy, limit });
  return statement(
    `select p.*, c.id, c.display_name, c.company from (${found.sql}) p join contacts c on c.id = case when p.a_id = ? then p.b_id else p.a_id end
      where c.archived_at is null and c.merged_into is null order by p.level desc, p.a_id, p.b_id`,
    [...found.args, contactId],
    (r) => ({
      ...found.decode(r),
      id: String(r[4]),
      displayName: String(r[5]),
      company: r[6] === null ? null : String(r[6]),
    }),
  );
}

export interface VerdictRow {
  readonly id: string;
  readonly aId: string;
  readonly bId: string;
  readonly createdBy: string;
  readonly createdAt: number;
}
const VERDICT = 'n.id, n.a_id, n.b_id, n.created_by, n.created_at';
const decodeVerdict = (r: readonly unknown[]): VerdictRow => ({
  id: String(r[0]),
  aId: String(r[1]),
  bId: String(r[2]),
  createdBy: String(r[3]),
  createdAt: Number(r[4]),
});

export const verdictById = (id: string) =>
  statement(`select ${VERDICT} from not_duplicates n where n.id = ?`, [id], decodeVerdict);
export const verdictOn = (aId: string, bId: string) =>
  statement(`select ${VERDICT} from not_duplicates n where n.a_id = ? and n.b_id = ?`, [aId, bId], decodeVerdict);
export const verdicts = (
  contactId: string | null,
  ownedBy: string | null,
  after: readonly [number, string] | undefined,
  limit: number,
) =>
  statement(
    `select ${VERDICT} from not_duplicates n where (n.created_at, n.id) < (?1, ?2)
      and (?3 is null or n.a_id = ?3 or n.b_id = ?3) and (?4 is null or not exists (select 1 from contacts c join contacts q on q.id = coalesce(c.merged_into, c.id)
        where c.id in (n.a_id, n.b_id) and q.owner_id is not null and q.owner_id <> ?4))
      order by n.created_at desc, n.id desc limit ?5`,
    [after?.[0] ?? Number.MAX_SAFE_INTEGER, after?.[1] ?? '', contactId, ownedBy, limit],
    decodeVerdict,
  );
export const insertVerdict = (row: VerdictRow): Statement =>
  statement('insert into not_duplicates (id, a_id, b_id, created_by, created_at) values (?, ?, ?, ?, ?)', [
    row.id,
    row.aId,
    row.bId,
    row.createdBy,
    row.createdAt,
  ]);
export const removeVerdict = (id: string): Statement => statement('delete from not_duplicates where id = ?', [id]);
