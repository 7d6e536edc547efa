// Decides what becomes of two contacts that are one person: the survivor keeps what it has and is given what it lacks.
import type { Tag, TagGroup } from './tags.ts';

/** Values a caller may take from the loser although the survivor has its own. */
export const TAKEABLE = ['display_name', 'company', 'owner_id', 'source'] as const;
export type Takeable = (typeof TAKEABLE)[number];

/** One of the two contacts, as far as the plan depends on it. `lastTouchAt` in epoch milliseconds, `tags` are keys. */
export interface MergeSide {
  readonly displayName: string;
  readonly company: string | null;
  readonly ownerId: string | null;
  readonly source: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lastTouchAt: number | null;
  readonly tags: readonly string[];
  readonly positions: readonly { readonly lifecycle: string; readonly stage: string }[];
}

/** The two contacts, what the caller chose, and the tag catalogue, the retired tags included. */
export interface MergeInput {
  readonly survivor: MergeSide;
  readonly loser: MergeSide;
  readonly take: readonly Takeable[];
  /** `{lifecycle: stage}`: one of the two stages they are in; the survivor's where nothing is said. */
  readonly stages: Readonly<Record<string, string>>;
  readonly groups: readonly TagGroup[];
  readonly tags: readonly Tag[];
}

/** The survivor's values after the merge. */
export type MergedFields = Pick<MergeSide, 'displayName' | 'company' | 'ownerId' | 'source' | 'fields' | 'lastTouchAt'>;

/** What the survivor becomes; or the lifecycle for which a stage was chosen that neither contact is in (`known`: those they are in). */
export type MergePlan =
  | {
      readonly ok: true;
      readonly after: MergedFields;
      /** The loser's tags the survivor is given; the others it has, or has another of their single-choice group. */
      readonly tagsGiven: readonly string[];
      /** Where the survivor's stage changes; `from` is null where it was not in that lifecycle. */
      readonly stages: readonly { readonly lifecycle: string; readonly from: string | null; readonly to: string }[];
    }
  | { readonly ok: false; readonly lifecycle: string; readonly known: readonly string[] };

/** Decides on a merge. The survivor's own values win over the loser's unless `take` names them; fields are merged one by one. */
export function planMerge({ survivor, loser, take, stages, groups, tags }: MergeInput): MergePlan {
  const pick = <T>(name: Takeable, own: T | null, other: T | null): T | null =>
    take.includes(name) && other !== null ? other : (own ?? other);
  const stageOf = (side: MergeSide, lifecycle: string) =>
    side.positions.find((one) => one.lifecycle === lifecycle)?.stage ?? null;
  const lifecycles = new Set([...survivor.positions, ...loser.positions].map((one) => one.lifecycle));
  for (const [lifecycle, stage] of Object.entries(stages)) {
    const known = [stageOf(survivor, lifecycle), stageOf(loser, lifecycle)].filter((one) => one !== null);
    if (!known.includes(stage)) return { ok: false, lifecycle, known };
  }
  const changes = [...lifecycles].flatMap((lifecycle) => {
    const from = stageOf(survivor, lifecycle);
    const to = (Object.hasOwn(stages, lifecycle) ? stages[lifecycle] : from) ?? stageOf(loser, lifecycle);
    return to === null || to === undefined || to === from ? [] : [{ lifecycle, from, to }];
  });
  const single = new Set(groups.filter((group) => group.mode === 'single').map((group) => group.key));
  const groupOf = (key: string) => {
    const group = tags.find((tag) => tag.key === key)?.group ?? null;
    return group !== null && single.has(group) ? group : null;
  };
  const taken = new Set(survivor.tags.map(groupOf).filter((group) => group !== null));
  return {
    ok: true,
    after: {
      displayName: pick('display_name', survivor.displayName, loser.displayName) ?? '',
      company: pick('company', survivor.company, loser.company),
      ownerId: pick('owner_id', survivor.ownerId, loser.ownerId),
      source: pick('source', survivor.source, loser.source),
      fields: {
        ...survivor.fields,
        ...Object.fromEntries(Object.entries(loser.fields).filter(([name]) => !Object.hasOwn(survivor.fields, name))),
      },
      lastTouchAt:
        survivor.lastTouchAt === null && loser.lastTouchAt === null
          ? null
          : Math.max(survivor.lastTouchAt ?? 0, loser.lastTouchAt ?? 0),
    },
    tagsGiven: loser.tags.filter((key) => {
      const group = groupOf(key);
      return !survivor.tags.includes(key) && (group === null || !taken.has(group));
    }),
    stages: changes,
  };
}

/**
 * One value when a merge is taken back: what it was before, unless it was changed since; then the change stays.
 * Values are compared as JSON.
 */
export function takenBack<T>(value: { readonly before: T; readonly merged: T; readonly now: T }): T {
  return JSON.stringify(value.now) === JSON.stringify(value.merged) ? value.before : value.now;
}
