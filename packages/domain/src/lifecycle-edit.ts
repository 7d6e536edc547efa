// Editing a lifecycle that people are in: what a draft makes of it, what it leaves behind, and whether it holds together.
// A stage's key is for ever; everything else about it is free (product.md L6).

import type { Direction } from './direction.ts';
import type {
  Criterion,
  Lifecycle,
  LifecyclePolicy,
  Localized,
  Outreach,
  OwnerFunction,
  Pool,
  RetiredStage,
  Stage,
  Terminal,
} from './lifecycles.ts';
import type { ProblemCode } from './problems.ts';

/** A stage as the draft wants it: of one that exists, what is left out stays as it is. */
export type StageDraft = {
  readonly key: string;
  readonly labels?: Localized | undefined;
  readonly short?: Localized | undefined;
  readonly pool?: Pool | undefined;
  readonly owner?: OwnerFunction | undefined;
  readonly outreach?: Outreach | undefined;
  readonly criteria?: readonly Criterion[] | undefined;
  readonly goal?: Localized | undefined;
  readonly do?: Localized | undefined;
  readonly dont?: Localized | undefined;
  readonly kpi?: Localized | null | undefined;
  readonly usualDays?: number | null | undefined;
  readonly terminal?: Terminal | null | undefined;
};

/** A lifecycle as an editor wants it: always all its stages; labels and policy stay as they are if left out. */
export type LifecycleDraft = {
  readonly labels?: Localized | undefined;
  /** All stages in their new order. One that is missing is retired; a new key is a new stage. */
  readonly stages: readonly StageDraft[];
  readonly policy?:
    | (Partial<Omit<LifecyclePolicy, 'edges' | 'stages'>> & {
        readonly edges?: LifecyclePolicy['edges'] | null;
        readonly stages?: LifecyclePolicy['stages'] | null;
      })
    | undefined;
  /** Retired stage → the stage its people go to. Two stages are merged by retiring one into the other. */
  readonly mapping?: Readonly<Record<string, string>> | undefined;
};

/** One thing a draft changes, for people to review. */
export type LifecycleChange =
  | { readonly kind: 'renamed' | 'added' | 'changed'; readonly stage: string }
  | { readonly kind: 'retired'; readonly stage: string; readonly into: string }
  | { readonly kind: 'reordered' | 'policy' | 'labels'; readonly stage: null };

/** One thing wrong with a draft; `pointer` is a JSON pointer into it. */
export type EditFault = { readonly pointer: string; readonly code: EditFaultCode; readonly detail: string };
export type EditFaultCode = Extract<
  ProblemCode,
  | 'stages-missing'
  | 'stage-repeated'
  | 'field-required'
  | 'stage-mapping-needed'
  | 'stage-mapping-unfit'
  | 'stage-unknown'
  | 'criterion-repeated'
  | 'text-too-long'
>;

/** The next version and what changes, or every fault of the draft. */
export type EditPlan =
  | {
      readonly ok: true;
      readonly next: Lifecycle;
      readonly changes: readonly LifecycleChange[];
      /** Retired now → where its people go; in the order the stages stood. */
      readonly moves: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly ok: false; readonly faults: readonly EditFault[] };

/** Columns a text takes on a button, where a Chinese character takes two. */
const shortWidth = (text: string): number =>
  [...text].reduce((width, char) => width + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
/** Four Chinese characters or eight Latin ones. */
const SHORT_WIDTH_MAX = 8;

/** The lifecycle a draft makes, at the next version; or every fault of it at once. */
export function planEdit(current: Lifecycle, draft: LifecycleDraft): EditPlan {
  const faults: EditFault[] = [];
  const fault = (pointer: string, code: EditFaultCode, detail: string) => faults.push({ pointer, code, detail });
  if (draft.stages.length === 0) fault('/stages', 'stages-missing', 'A lifecycle has at least one stage.');
  const keys = new Set<string>();
  draft.stages.forEach((stage, i) => {
    if (keys.has(stage.key)) fault(`/stages/${i}/key`, 'stage-repeated', `"${stage.key}" is listed twice.`);
    keys.add(stage.key);
  });

  const stages = draft.stages.map((stage, i) => stageFrom(current, stage, `/stages/${i}`, fault));
  const gone = current.stages.filter((stage) => !keys.has(stage.key));
  const moves = gone.flatMap(({ key }) => {
    const to = draft.mapping && Object.hasOwn(draft.mapping, key) ? draft.mapping[key] : undefined;
    if (to === undefined)
      fault(
        `/mapping/${key}`,
        'stage-mapping-needed',
        `This draft retires "${key}": say in mapping where its people go.`,
      );
    else if (!keys.has(to)) fault(`/mapping/${key}`, 'stage-mapping-unfit', `The draft has no stage "${to}".`);
    return to === undefined ? [] : [{ from: key, to }];
  });
  for (const key of Object.keys(draft.mapping ?? {}))
    if (!gone.some((stage) => stage.key === key))
      fault(`/mapping/${key}`, 'stage-mapping-unfit', `"${key}" is not a stage this draft retires.`);

  const policy = policyFrom(current, draft, keys, moves, fault);
  if (faults.length > 0) return { ok: false, faults };

  const retired: RetiredStage[] = [
    ...(current.retired ?? []).filter((stage) => !keys.has(stage.key)),
    ...gone.map((stage) => ({ ...stage, into: moves.find((one) => one.from === stage.key)?.to ?? '' })),
  ];
  const next: Lifecycle = {
    key: current.key,
    version: current.version + 1,
    labels: draft.labels ?? current.labels,
    stages,
    policy,
    ...(retired.length > 0 ? { retired } : {}),
  };
  return { ok: true, next, changes: changesOf(current, next, moves), moves };
}

type Complain = (pointer: string, code: EditFaultCode, detail: string) => unknown;

function stageFrom(current: Lifecycle, draft: StageDraft, pointer: string, fault: Complain): Stage {
  // A key that was retired before comes back as the stage it was.
  const known =
    current.stages.find((stage) => stage.key === draft.key) ??
    current.retired?.find((stage) => stage.key === draft.key);
  const need = <T>(name: string, value: T | undefined, otherwise: T): T => {
    if (value === undefined) fault(`${pointer}/${name}`, 'field-required', `The new stage "${draft.key}" needs it.`);
    return value ?? otherwise;
  };
  const nothing: Localized = { en: '', 'zh-CN': '' };
  const labels = draft.labels ?? known?.labels ?? need('labels', draft.labels, nothing);
  const fits = [labels.en, labels['zh-CN']].every((text) => shortWidth(text) <= SHORT_WIDTH_MAX);
  // Without a short form, a label that fits on a button serves as one.
  const short = draft.short ?? known?.short ?? (fits ? labels : need('short', draft.short, nothing));
  for (const [locale, text] of Object.entries(short))
    if (shortWidth(text) > SHORT_WIDTH_MAX)
      fault(
        `${pointer}/short/${locale}`,
        'text-too-long',
        `At most ${SHORT_WIDTH_MAX} columns; a Chinese character takes two.`,
      );
  const criteria = draft.criteria ?? known?.criteria ?? [];
  const seen = new Set<string>();
  criteria.forEach((one, i) => {
    if (seen.has(one.key)) fault(`${pointer}/criteria/${i}/key`, 'criterion-repeated', `"${one.key}" is listed twice.`);
    seen.add(one.key);
  });
  const kpi = draft.kpi === undefined ? known?.kpi : (draft.kpi ?? undefined);
  const terminal = draft.terminal === undefined ? known?.terminal : (draft.terminal ?? undefined);
  return {
    key: draft.key,
    labels,
    short,
    pool: draft.pool ?? known?.pool ?? need('pool', draft.pool, 'traffic'),
    owner: draft.owner ?? known?.owner ?? need('owner', draft.owner, 'sales'),
    outreach: draft.outreach ?? known?.outreach ?? 'none',
    criteria,
    goal: draft.goal ?? known?.goal ?? nothing,
    do: draft.do ?? known?.do ?? nothing,
    dont: draft.dont ?? known?.dont ?? nothing,
    ...(kpi ? { kpi } : {}),
    usualDays: draft.usualDays === undefined ? (known?.usualDays ?? null) : draft.usualDays,
    ...(terminal ? { terminal } : {}),
  };
}

type Ways = Readonly<Record<string, readonly string[]>>;

function policyFrom(
  current: Lifecycle,
  draft: LifecycleDraft,
  keys: ReadonlySet<string>,
  moves: readonly { from: string; to: string }[],
  fault: Complain,
): LifecyclePolicy {
  const given = draft.policy ?? {};
  const check = (ways: Ways, name: string) => {
    for (const [stage, others] of Object.entries(ways))
      for (const key of [stage, ...others])
        if (!keys.has(key)) fault(`/policy/${name}/${stage}`, 'stage-unknown', `The draft has no stage "${key}".`);
    return ways;
  };
  // Edges follow the people: one that led to a retired stage leads to the stage that takes its people.
  const follow = (ways: Ways): Ways => {
    const kept = new Map<string, Set<string>>();
    for (const [stage, others] of Object.entries(ways)) {
      const at = moves.find((one) => one.from === stage)?.to ?? stage;
      // A stage that was free of limits stays so when another is retired into it; only a new one takes them over.
      if (at !== stage && !Object.hasOwn(ways, at) && current.stages.some((one) => one.key === at)) continue;
      const to = kept.get(at) ?? new Set();
      for (const key of others) to.add(moves.find((one) => one.from === key)?.to ?? key);
      kept.set(at, to);
    }
    return Object.fromEntries(
      [...kept]
        .map(([stage, to]) => [stage, [...to].filter((key) => key !== stage && keys.has(key))] as const)
        // A list that was empty before means "nowhere"; one that becomes empty by the edit would lock the stage by accident.
        .filter(
          ([stage, to]) =>
            keys.has(stage) && (to.length > 0 || (Object.hasOwn(ways, stage) && ways[stage]?.length === 0)),
        ),
    );
  };
  const { policy } = current;
  const edges = given.edges
    ? check(given.edges, 'edges')
    : given.edges === undefined && policy.edges
      ? follow(policy.edges)
      : undefined;
  const own = given.stages === undefined ? policy.stages : (given.stages ?? undefined);
  const stages = Object.entries(own ?? {}).filter(([stage, says]) => {
    if (given.stages && !keys.has(stage))
      fault(`/policy/stages/${stage}`, 'stage-unknown', `The draft has no stage "${stage}".`);
    return keys.has(stage) && Object.keys(says).length > 0;
  });
  return {
    skip: given.skip ?? policy.skip,
    backward: given.backward ?? policy.backward,
    criteria: given.criteria ?? policy.criteria,
    onlyFrom: given.onlyFrom ? check(given.onlyFrom, 'only_from') : follow(policy.onlyFrom),
    ...(edges ? { edges } : {}),
    ...(stages.length > 0 ? { stages: Object.fromEntries(stages) } : {}),
  };
}

function changesOf(before: Lifecycle, after: Lifecycle, moves: readonly { from: string; to: string }[]) {
  const changes: LifecycleChange[] = [];
  const same = (a: unknown, b: unknown) => canonical(a) === canonical(b);
  if (!same(before.labels, after.labels)) changes.push({ kind: 'labels', stage: null });
  for (const stage of after.stages) {
    const was = before.stages.find((one) => one.key === stage.key);
    if (!was) {
      changes.push({ kind: 'added', stage: stage.key });
      continue;
    }
    const names = (one: Stage) => [one.labels, one.short];
    if (!same(names(was), names(stage))) changes.push({ kind: 'renamed', stage: stage.key });
    const { labels: _, short: __, ...rest } = stage;
    const { labels: ___, short: ____, ...wasRest } = was;
    if (!same(wasRest, rest)) changes.push({ kind: 'changed', stage: stage.key });
  }
  const kept = (of: Lifecycle, others: Lifecycle) =>
    of.stages.map((stage) => stage.key).filter((key) => others.stages.some((stage) => stage.key === key));
  if (!same(kept(before, after), kept(after, before))) changes.push({ kind: 'reordered', stage: null });
  for (const { from, to } of moves) changes.push({ kind: 'retired', stage: from, into: to });
  if (!same(before.policy, after.policy)) changes.push({ kind: 'policy', stage: null });
  return changes;
}

/** JSON with sorted members, to compare by. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** The direction of the row that moves somebody out of a retired stage: by the order before the edit, and never a skip. */
export function migrationDirection(before: Lifecycle, from: string, to: string, visited: boolean): Direction {
  const at = (key: string) => before.stages.findIndex((stage) => stage.key === key);
  if (at(to) >= 0 && at(to) < at(from)) return 'backward';
  return visited ? 're-entry' : 'forward';
}

/** A new lifecycle with the stages and the policy of another, at version 1. */
export function copyLifecycle(from: Lifecycle, key: string, labels: Localized | undefined): Lifecycle {
  const { retired: _, ...rest } = from;
  return { ...rest, key, version: 1, labels: labels ?? from.labels };
}
