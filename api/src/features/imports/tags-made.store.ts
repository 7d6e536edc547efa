// The tags an import creates, and their group where it is missing: in the batch of the rows that named them.
import { type Statement, statement } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import type { Call } from '../../http/operation.ts';
import type { TagGroupRow, TagRow } from '../tags/tags.store.ts';
import { hashOf } from './hash.store.ts';
import type { ImportOptions } from './imports.schemas.ts';
import type { ImportRecord } from './imports.store.ts';
import type { PlannedRow } from './plan-rows.ts';

export interface NewTag {
  readonly key: string;
  readonly label: string;
  /** What a later row can call it. */
  readonly names: readonly string[];
}

/** The group of created tags where the caller names none. */
export const DEFAULT_TAG_GROUP = { key: 'imported', labels: { en: 'Imported', 'zh-CN': '导入' } } as const;
export const tagGroupOf = (options: Pick<ImportOptions, 'tag_group'>) => options.tag_group ?? DEFAULT_TAG_GROUP.key;

/** What a rehearsal leaves behind for its later rows in place of the tag. */
export const tagClaim = (name: string) => `t:${hashOf(name)}`;

/** One for each tag, whatever it can be called. */
const madeClaim = (key: string) => `n:${hashOf(key)}`;

/** What a rehearsal claims for the tags it would create. */
export const claimsOfTags = (made: readonly NewTag[]) =>
  made.flatMap((tag) => [madeClaim(tag.key), ...tag.names.map(tagClaim)]);

/** How many tags a rehearsal would have created by now. */
export const tagsClaimed = (importId: string) =>
  statement(
    "select count(*) from import_claims where import_id = ? and claim >= 'n:' and claim < 'n;'",
    [importId],
    (r) => Number(r[0]),
  );

export interface TagCatalogue {
  readonly groups: readonly TagGroupRow[];
  readonly tags: readonly TagRow[];
}

export function tagsWritten(
  { now }: Pick<Call, 'now'>,
  record: ImportRecord,
  planned: readonly PlannedRow[],
  { groups, tags }: TagCatalogue,
): { statements: Statement[]; events: EventIn[] } {
  const made = planned.flatMap((one) => one.change?.tagsMade ?? []);
  if (made.length === 0) return { statements: [], events: [] };
  const batchId = record.id;
  const group = tagGroupOf((record.options ?? {}) as ImportOptions);
  const before = tags.filter((tag) => tag.group === group).length;
  const missing = !groups.some((one) => one.key === group);
  return {
    statements: [
      ...(missing
        ? [
            statement("insert into tag_groups (key, mode, labels, position, created_at) values (?, 'multi', ?, ?, ?)", [
              group,
              JSON.stringify(DEFAULT_TAG_GROUP.labels),
              groups.length,
              now,
            ]),
          ]
        : []),
      ...made.map(({ key, label }, i) =>
        statement('insert into tags (key, group_key, labels, position, created_at) values (?, ?, ?, ?, ?)', [
          key,
          group,
          JSON.stringify({ en: label, 'zh-CN': label }),
          before + i,
          now,
        ]),
      ),
    ],
    events: [
      ...(missing ? [{ type: 'tag_group.created' as const, data: { key: group, mode: 'multi' }, batchId }] : []),
      ...made.map(({ key }) => ({ type: 'tag.created' as const, data: { key, group }, batchId })),
    ],
  };
}
