// The tags a row names: those there are, and what becomes of those nobody has made. Pure.
import { MOST_TAGS, planTagChange, type RowFault, type TagChange } from '@sidestage/domain';
import { hexOf } from './hash.store.ts';
import type { PreparedRow } from './prepare-row.ts';
import { plain, Rejected, type Rules, type World } from './row-world.ts';
import { type NewTag, tagClaim, tagGroupOf } from './tags-made.store.ts';

/** The longest label a tag may have; a longer text is cut where it is told of. */
const LABEL_LIMIT = 100;

type Tagged = Extract<TagChange, { ok: true }> & {
  readonly made: readonly NewTag[];
  readonly notices: readonly RowFault[];
};

export function tagsOf(row: PreparedRow, has: readonly string[], world: World, rules: Rules): Tagged {
  const column = rules.tagColumn;
  const about = (code: RowFault['code'], tag: string): RowFault => ({ code, column, tag: cut(tag) });
  const made: NewTag[] = [];
  const notices: RowFault[] = [];
  const faults: RowFault[] = [];
  const named = new Map<string, string>();
  const own = new Map<string, string>();
  for (const text of row.tags) {
    const name = plain(text);
    const known = world.labels.get(name) ?? own.get(name);
    if (known !== undefined) named.set(known, text);
    else if (rules.options.on_unknown_tag === 'leave-out') notices.push(about('tag-left-out', text));
    else if (rules.options.on_unknown_tag !== 'create') faults.push(about('tag-unknown', text));
    else if (text.length > LABEL_LIMIT) faults.push(about('text-too-long', text));
    else if (isFull(world, made.length)) faults.push(about('tags-full', text));
    else {
      const key = newKey(text, (one) => world.labels.has(one) || own.has(one));
      const names = [name, key];
      made.push({ key, label: text, names });
      notices.push(about('tag-created', text));
      for (const one of names) own.set(one, key);
      named.set(key, text);
    }
  }
  if (faults.length > 0) throw new Rejected(...faults);
  const { groups, tags } = world.catalogue;
  const group = tagGroupOf(rules.options);
  const change = planTagChange({
    groups,
    tags: [...tags, ...made.map(({ key }) => ({ key, group }))],
    has,
    add: [...named.keys()],
    remove: [],
  });
  if (!change.ok) throw new Rejected(...change.faults.map((one) => about(one.code, named.get(one.tag) ?? one.tag)));
  return { ...change, made, notices };
}

/** Whether there may be no more tags than there are and a row has made so far. */
const isFull = ({ tagCount: { inUse, ever } }: World, made: number) =>
  inUse + made >= MOST_TAGS.inUse || ever + made >= MOST_TAGS.ever;

/** The tags of an accepted row are there for the rows after it. */
export function remember(world: World, made: readonly NewTag[], group: string): void {
  world.tagCount.inUse += made.length;
  world.tagCount.ever += made.length;
  for (const tag of made) {
    for (const name of tag.names) world.labels.set(name, tag.key);
    world.catalogue.tags.push({ key: tag.key, group });
  }
}

/** Tags that rows before these would have created, in a rehearsal, which creates none. */
export function rememberClaimed(world: World, rows: readonly PreparedRow[], group: string): void {
  for (const name of new Set(rows.flatMap((row) => row.tags.map(plain)))) {
    if (world.labels.has(name) || !world.claims.has(tagClaim(name))) continue;
    world.labels.set(name, name);
    world.catalogue.tags.push({ key: name, group });
  }
}

/** A key that says what the label says where that is plain letters, and that no tag answers to yet. */
function newKey(text: string, taken: (key: string) => boolean): string {
  const name = plain(text);
  const slug = /^[\p{ASCII}]*$/u.test(name)
    ? name
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 50)
    : '';
  const base = slug === '' ? `tag-${hexOf(name).slice(0, 12)}` : slug.replace(/-$/, '');
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken(key)) return key;
  }
}

const cut = (text: string) => (text.length > LABEL_LIMIT ? `${text.slice(0, LABEL_LIMIT)}…` : text);
