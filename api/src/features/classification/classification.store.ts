// Fields, rules, overrides, quadrants and the state of the sweep as rows.
import type { FieldDefinition, Quadrant, TagRule } from '@sidestage/domain';
import { numberOrNull, type Statement, statement, textOrNull } from '../../db/statement.ts';

export interface FieldRow extends FieldDefinition {
  readonly archivedAt: number | null;
}
const FIELD = 'select key, type, labels, choices, archived_at from fields';
const decodeField = (r: readonly unknown[]): FieldRow => ({
  key: String(r[0]),
  type: r[1] as FieldRow['type'],
  labels: JSON.parse(String(r[2])),
  choices: JSON.parse(String(r[3])),
  archivedAt: numberOrNull(r[4]),
});
export const allFields = statement(`${FIELD} order by position, key`, [], decodeField);
export const liveFields = statement(`${FIELD} where archived_at is null order by position, key`, [], decodeField);
export const fieldByKey = (key: string) => statement(`${FIELD} where key = ?`, [key], decodeField);
export const insertField = (row: FieldRow, now: number): Statement =>
  statement(
    'insert into fields (key, type, labels, choices, position, created_at) values (?, ?, ?, ?, (select count(*) from fields), ?)',
    [row.key, row.type, JSON.stringify(row.labels), JSON.stringify(row.choices), now],
  );
export const updateField = (row: FieldRow): Statement =>
  statement('update fields set labels = ?, choices = ?, archived_at = ? where key = ?', [
    JSON.stringify(row.labels),
    JSON.stringify(row.choices),
    row.archivedAt,
    row.key,
  ]);

export interface RuleRow extends TagRule {
  readonly version: number;
  readonly archivedAt: number | null;
}
const RULE = 'select key, labels, field, group_key, cases, version, archived_at from rules';
const decodeRule = (r: readonly unknown[]): RuleRow => ({
  key: String(r[0]),
  labels: JSON.parse(String(r[1])),
  field: String(r[2]),
  group: String(r[3]),
  cases: JSON.parse(String(r[4])),
  version: Number(r[5]),
  archivedAt: numberOrNull(r[6]),
});
export const liveRules = statement(`${RULE} where archived_at is null order by position, key`, [], decodeRule);
export const ruleByKey = (key: string) => statement(`${RULE} where key = ?`, [key], decodeRule);
export const insertRule = (row: RuleRow, single: boolean, now: number): Statement =>
  statement(
    'insert into rules (key, labels, field, group_key, cases, position, created_at, updated_at, single_group) values (?, ?, ?, ?, ?, (select count(*) from rules), ?, ?, ?)',
    [
      row.key,
      JSON.stringify(row.labels),
      row.field,
      row.group,
      JSON.stringify(row.cases),
      now,
      now,
      single ? row.group : null,
    ],
  );
export const updateRule = (row: RuleRow, now: number): Statement =>
  statement('update rules set labels = ?, cases = ?, version = ?, archived_at = ?, updated_at = ? where key = ?', [
    JSON.stringify(row.labels),
    JSON.stringify(row.cases),
    row.version,
    row.archivedAt,
    now,
    row.key,
  ]);

export interface OverrideRow {
  readonly contactId: string;
  readonly rule: string;
  readonly tag: string | null;
  readonly note: string | null;
  readonly actor: string;
  readonly at: number;
}
const decodeOverride = (r: readonly unknown[]): OverrideRow => ({
  contactId: String(r[0]),
  rule: String(r[1]),
  tag: textOrNull(r[2]),
  note: textOrNull(r[3]),
  actor: String(r[4]),
  at: Number(r[5]),
});
/** Of these contacts, as a JSON list of ids; the primary key. */
export const overridesOf = (contacts: readonly string[]) =>
  statement(
    'select contact_id, rule_key, tag_key, note, actor, at from rule_overrides where contact_id in (select value from json_each(?))',
    [JSON.stringify(contacts)],
    decodeOverride,
  );
export const saveOverride = (row: OverrideRow): Statement =>
  statement(
    `insert into rule_overrides (contact_id, rule_key, tag_key, note, actor, at) values (?, ?, ?, ?, ?, ?)
     on conflict (contact_id, rule_key) do update set tag_key = excluded.tag_key, note = excluded.note, actor = excluded.actor, at = excluded.at`,
    [row.contactId, row.rule, row.tag, row.note, row.actor, row.at],
  );
export const deleteOverride = (contactId: string, rule: string): Statement =>
  statement('delete from rule_overrides where contact_id = ? and rule_key = ?', [contactId, rule]);

export interface TagOrigin {
  readonly contactId: string;
  readonly tag: string;
  readonly by: string;
}
/** Who put each tag on these contacts; the primary key. */
export const tagOriginsOf = (contacts: readonly string[]) =>
  statement(
    'select contact_id, tag_key, added_by from contact_tags where contact_id in (select value from json_each(?))',
    [JSON.stringify(contacts)],
    (r): TagOrigin => ({ contactId: String(r[0]), tag: String(r[1]), by: String(r[2]) }),
  );
export const disownTags = (contactId: string, tags: readonly string[], by: string): Statement =>
  statement(
    'update contact_tags set added_by = ? where contact_id = ? and tag_key in (select value from json_each(?))',
    [by, contactId, JSON.stringify(tags)],
  );

export interface QuadrantRow {
  readonly contactId: string;
  readonly quadrant: Quadrant;
  readonly since: number;
}
export const quadrantsOf = (contacts: readonly string[]) =>
  statement(
    'select contact_id, quadrant, since from contact_quadrants where contact_id in (select value from json_each(?))',
    [JSON.stringify(contacts)],
    (r): QuadrantRow => ({ contactId: String(r[0]), quadrant: r[1] as Quadrant, since: Number(r[2]) }),
  );
export const setQuadrant = (contactId: string, quadrant: Quadrant | null, now: number): Statement =>
  quadrant === null
    ? statement('delete from contact_quadrants where contact_id = ?', [contactId])
    : statement(
        'insert into contact_quadrants (contact_id, quadrant, since) values (?, ?, ?) on conflict (contact_id) do update set quadrant = excluded.quadrant, since = excluded.since',
        [contactId, quadrant, now],
      );
/** Index contact_quadrants_quadrant. `owner` keeps to their own people and the pool. */
export const quadrantCounts = (owner: string | null) =>
  statement(
    `select q.quadrant, count(*) from contact_quadrants q join contacts c on c.id = q.contact_id
     where c.archived_at is null and c.erased_at is null and c.merged_into is null and (?1 is null or c.owner_id is null or c.owner_id = ?1) group by q.quadrant`,
    [owner],
    (r) => ({ quadrant: String(r[0]), contacts: Number(r[1]) }),
  );
export const livePeople = (owner: string | null) =>
  statement(
    'select count(*) from contacts c where c.archived_at is null and c.erased_at is null and c.merged_into is null and (?1 is null or c.owner_id is null or c.owner_id = ?1)',
    [owner],
    (r) => Number(r[0]),
  );

export interface SweepRow {
  readonly after: string;
  /** Grows with each change that needs a sweep, so that a change during a sweep starts it over. */
  readonly wanted: number;
  readonly actor: string;
}
export const sweepState = statement(
  'select after, wanted, actor from classification_sweep where id = 1',
  [],
  (r): SweepRow => ({ after: String(r[0]), wanted: Number(r[1]), actor: String(r[2]) }),
);
export const wantSweep = (actor: string): Statement =>
  statement(
    "insert into classification_sweep (id, after, wanted, actor) values (1, '', 1, ?) on conflict (id) do update set after = '', wanted = wanted + 1, actor = excluded.actor",
    [actor],
  );
export const advanceSweep = (after: string | null, wanted: number): Statement =>
  after === null
    ? statement('delete from classification_sweep where id = 1 and wanted = ?', [wanted])
    : statement('update classification_sweep set after = ? where id = 1 and wanted = ?', [after, wanted]);
/** The next people in the order of their ids. */
export const idsAfter = (limit: number) =>
  statement(
    'select c.id from contacts c where c.id > coalesce((select after from classification_sweep where id = 1), ?) and c.erased_at is null and c.merged_into is null order by c.id limit ?',
    ['', limit],
    (r) => String(r[0]),
  );

/** Whose fields changed without being judged by them; filled by triggers. */
export const queued = (limit: number) =>
  statement('select contact_id from classification_queue order by contact_id limit ?', [limit], (r) => String(r[0]));
export const unqueue = (contacts: readonly string[]): Statement =>
  statement('delete from classification_queue where contact_id in (select value from json_each(?))', [
    JSON.stringify(contacts),
  ]);
