// Tag groups, tags, and which contact has which.
import type { Tag, TagChange, TagGroup } from '@sidestage/domain';
import { numberOrNull, type Statement, statement, steadyList } from '../../db/statement.ts';
import { actorText } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';

export interface TagGroupRow extends TagGroup {
  readonly labels: { en: string; 'zh-CN': string };
  readonly position: number;
}
export interface TagRow extends Tag {
  readonly retired: boolean;
  readonly archivedAt: number | null;
  readonly labels: { en: string; 'zh-CN': string };
  readonly position: number;
}

const groupsStatement = steadyList(
  ['key', 'mode', 'labels', 'position'],
  'from tag_groups where archived_at is null order by position, key',
  (r): TagGroupRow => ({
    key: String(r[0]),
    mode: r[1] as TagGroup['mode'],
    labels: JSON.parse(String(r[2])),
    position: Number(r[3]),
  }),
);
const tagsStatement = steadyList(
  ['key', 'group_key', 'labels', 'position', 'archived_at'],
  // Retired ones first: where an import finds two of one label, the later is meant.
  'from tags order by archived_at is null, group_key, position, key',
  (r): TagRow => ({
    key: String(r[0]),
    group: String(r[1]),
    labels: JSON.parse(String(r[2])),
    position: Number(r[3]),
    retired: r[4] !== null,
    archivedAt: numberOrNull(r[4]),
  }),
);

/** The groups and all tags, the retired ones too: a single-choice group holds one of either. For a load. */
export const tagCatalogue = () => ({ groups: groupsStatement, tags: tagsStatement });

export const updateTag = ({ key, labels, archivedAt }: TagRow) =>
  statement('update tags set labels = ?, archived_at = ? where key = ?', [JSON.stringify(labels), archivedAt, key]);
export const updateTagGroup = ({ key, labels }: TagGroupRow) =>
  statement('update tag_groups set labels = ? where key = ?', [JSON.stringify(labels), key]);

/** Rows for a planned change: removals before additions, so that a single-choice group never holds two. */
export function setTagRows(
  call: Pick<Call, 'actor' | 'now'>,
  contactId: string,
  catalogue: { groups: readonly TagGroup[]; tags: readonly Tag[] },
  change: Extract<TagChange, { ok: true }>,
  /** Who put a tag there, where that is not the caller. */
  by: (tag: string) => string = () => actorText(call.actor),
): Statement[] {
  const single = new Set(catalogue.groups.filter((group) => group.mode === 'single').map((group) => group.key));
  return [
    ...change.removed.map((key) =>
      statement('delete from contact_tags where contact_id = ? and tag_key = ?', [contactId, key]),
    ),
    ...change.added.map((key) => {
      const group = catalogue.tags.find((tag) => tag.key === key)?.group ?? null;
      return statement(
        'insert into contact_tags (contact_id, tag_key, single_group, added_at, added_by) values (?, ?, ?, ?, ?)',
        [contactId, key, group !== null && single.has(group) ? group : null, call.now, by(key)],
      );
    }),
  ];
}
