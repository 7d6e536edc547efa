// Tags and their groups: what adding and removing some of them does, single-choice groups kept to one.
import type { Localized } from './lifecycles.ts';

/** Limits, because every card shows the whole catalogue and all tags of its person. */
export const MOST_TAGS = { ofContact: 100, inUse: 1_000, ever: 5_000, groups: 100 };

/** Whether a contact has at most one tag of a group, or any number. */
export type TagMode = 'single' | 'multi';
/** A group of tags; its key never changes. */
export type TagGroup = { readonly key: string; readonly mode: TagMode };
/** A tag of the catalogue. `group` is the key of its group, null if it is in none. */
export type Tag = {
  readonly key: string;
  readonly group: string | null;
  /** No longer given to anybody; contacts that have it keep it. */
  readonly retired?: boolean;
};

/** The catalogue, what the contact has, and what is asked for; all lists of tags are keys. */
export type TagChangeInput = {
  readonly groups: readonly TagGroup[];
  readonly tags: readonly Tag[];
  /** Keys of the tags the contact has. */
  readonly has: readonly string[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** The change as planned, or why all of it is refused. */
export type TagChange =
  | {
      readonly ok: true;
      readonly added: readonly string[];
      /** Everything taken away, the replaced siblings included. */
      readonly removed: readonly string[];
      /** Asked for and already so. */
      readonly unchanged: readonly string[];
      /** Taken away because a tag of their single-choice group was added. */
      readonly replaced: readonly string[];
      /** All tags of the contact afterwards, in the order of the catalogue. */
      readonly after: readonly string[];
    }
  | {
      readonly ok: false;
      readonly code: TagFault['code'];
      readonly detail: string;
      /** The keys at fault. */
      readonly tags: readonly string[];
      /** Everything that is wrong, tag by tag; `code` and `detail` above are of the first. */
      readonly faults: readonly TagFault[];
    };

/** What is wrong with one of the tags asked for; `detail` is a sentence for people. */
export type TagFault = {
  readonly tag: string;
  readonly code: 'tag-unknown' | 'tags-conflict' | 'tags-too-many';
  readonly detail: string;
};

/** What adding and removing these tags does, or every fault and nothing done. The order of the keys does not matter. */
export function planTagChange({ groups, tags, has, add, remove }: TagChangeInput): TagChange {
  const catalogue = new Map(tags.map((tag) => [tag.key, tag]));
  const single = new Set(groups.filter((group) => group.mode === 'single').map((group) => group.key));
  const current = new Set(has);
  const adding = new Set(add);
  const removing = new Set(remove);

  // A tag that left the catalogue can still be taken off a contact that has it.
  const retired = [...adding].filter((key) => catalogue.get(key)?.retired && !current.has(key));
  const unknown = [...adding, ...removing].filter(
    (key) => !catalogue.has(key) && !(removing.has(key) && !adding.has(key) && current.has(key)),
  );
  const both = [...adding].filter((key) => removing.has(key));

  const singleOf = (key: string): string | null => {
    const group = catalogue.get(key)?.group ?? null;
    return group !== null && single.has(group) ? group : null;
  };
  const chosen = new Map<string, string[]>();
  for (const key of adding) {
    const group = singleOf(key);
    if (group !== null) chosen.set(group, [...(chosen.get(group) ?? []), key]);
  }
  const crowded = [...chosen].filter(([, keys]) => keys.length > 1);
  const faultOf = (code: TagFault['code'], keys: readonly string[], detail: string) =>
    keys.map((tag): TagFault => ({ tag, code, detail }));
  const faults = [
    ...unknown.flatMap((key) => faultOf('tag-unknown', [key], `There is no tag ${quote([key])}.`)),
    ...retired.flatMap((key) => faultOf('tag-unknown', [key], `The tag ${quote([key])} is retired.`)),
    ...both.flatMap((key) => faultOf('tags-conflict', [key], `${quote([key])} is both added and removed.`)),
    ...crowded.flatMap(([group, keys]) =>
      faultOf('tags-conflict', keys, `${group} is single-choice: ${quote(keys)} exclude each other.`),
    ),
  ];
  if (faults.length > 0) return refused(faults);

  const replaced = [...current].filter((key) => {
    const group = singleOf(key);
    const choice = group === null ? undefined : chosen.get(group)?.[0];
    return choice !== undefined && choice !== key && !removing.has(key);
  });
  const added = [...adding].filter((key) => !current.has(key));
  const removed = [...[...removing].filter((key) => current.has(key)), ...replaced];
  const left = current.size - removed.length;
  if (added.length > 0 && left + added.length > MOST_TAGS.ofContact) {
    const over = added.slice(Math.max(0, MOST_TAGS.ofContact - left));
    return refused(faultOf('tags-too-many', over, `A contact has at most ${MOST_TAGS.ofContact} tags.`));
  }
  const unchanged = [
    ...[...adding].filter((key) => current.has(key)),
    ...[...removing].filter((key) => !current.has(key)),
  ];
  for (const key of removed) current.delete(key);
  for (const key of added) current.add(key);
  const after = [
    ...tags.filter((tag) => current.has(tag.key)).map((tag) => tag.key),
    ...[...current].filter((key) => !catalogue.has(key)).sort(),
  ];
  return { ok: true, added, removed, unchanged, replaced, after };
}

const refused = (faults: readonly TagFault[]): TagChange => ({
  ok: false,
  code: faults[0]?.code ?? 'tag-unknown',
  detail: [...new Set(faults.map((fault) => fault.detail))].join(' '),
  tags: [...new Set(faults.map((fault) => fault.tag))],
  faults,
});

function quote(keys: readonly string[]): string {
  return keys.map((key) => `"${key.slice(0, 64)}"`).join(', ');
}

export type SeedTagGroup = TagGroup & {
  readonly labels: Localized;
  readonly tags: readonly { readonly key: string; readonly labels: Localized }[];
};

/** The groups every deployment starts with (product.md C2, N10). */
export const SEED_TAG_GROUPS: readonly SeedTagGroup[] = [
  {
    key: 'grade',
    mode: 'single',
    labels: { en: 'Grade', 'zh-CN': '客户等级' },
    tags: [
      { key: 'grade-a', labels: { en: 'A', 'zh-CN': 'A类' } },
      { key: 'grade-b', labels: { en: 'B', 'zh-CN': 'B类' } },
      { key: 'grade-c', labels: { en: 'C', 'zh-CN': 'C类' } },
    ],
  },
  { key: 'interests', mode: 'multi', labels: { en: 'Interests', 'zh-CN': '兴趣' }, tags: [] },
];
