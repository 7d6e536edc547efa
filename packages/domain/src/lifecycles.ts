// What a lifecycle is: ordered stages, what each asks for and who owns it, and the policy of moves between them.

/** A text in each language the product speaks. */
export type Localized = { readonly en: string; readonly 'zh-CN': string };

/** Which of the four pools a stage belongs to (product.md L5), from strangers to customers who bring others. */
export type Pool = 'traffic' | 'lead' | 'asset' | 'capital';
/** The function of the company that looks after a stage. */
export type OwnerFunction = 'marketing' | 'sales' | 'service';
/** What somebody in a stage may be sent: nothing, service messages only, or marketing too (product.md N4). */
export type Outreach = 'none' | 'service' | 'marketing';
/** A stage that ends the lifecycle, and how: `lost` and `disqualified` are ways out, see `isExit`. */
export type Terminal = 'won' | 'lost' | 'disqualified';

/** How a criterion is found to be met: by what is stored, or by the rep ticking it (`checklist`). */
export type CriterionCheck =
  | { readonly kind: 'has-identity'; readonly channels: readonly string[] }
  | { readonly kind: 'has-tag'; readonly tag: string }
  | { readonly kind: 'has-interaction'; readonly interaction: string }
  | { readonly kind: 'field-at-least'; readonly field: string; readonly atLeast: number }
  | { readonly kind: 'checklist' };

/** One thing a stage asks for on entry. Criteria that share an `anyOf` name are alternatives: one met is enough. */
export type Criterion = {
  readonly key: string;
  readonly labels: Localized;
  readonly check: CriterionCheck;
  readonly anyOf?: string;
};

/** One stage. Its key never changes; its label is free (product.md L6). */
export type Stage = {
  readonly key: string;
  readonly labels: Localized;
  readonly short: Localized;
  readonly pool: Pool;
  readonly owner: OwnerFunction;
  readonly outreach: Outreach;
  readonly criteria: readonly Criterion[];
  readonly goal: Localized;
  readonly do: Localized;
  readonly dont: Localized;
  /** The figure this stage is judged by, where the model names one. */
  readonly kpi?: Localized;
  /** Days a contact usually stays; null where staying is the aim. */
  readonly usualDays: number | null;
  readonly terminal?: Terminal;
};

/** What a lifecycle says of every move. */
export type MovePolicy = {
  /** A forward move over at least one stage. */
  readonly skip: 'allow' | 'warn' | 'forbid';
  readonly backward: 'allow' | 'reason' | 'forbid';
  readonly criteria: 'off' | 'warn' | 'enforce';
};

/** Exceptions to the policy for moves into one stage. `reason`: whether every move there needs one. */
export type StagePolicy = Partial<MovePolicy> & { readonly reason?: 'optional' | 'required' };

/** The rules of moves in a lifecycle, with exceptions for single stages. */
export type LifecyclePolicy = MovePolicy & {
  readonly stages?: Readonly<Record<string, StagePolicy>>;
  /** For cyclic models. A stage listed here may be left only for those named, and moves from it have no order: none is backward. */
  readonly edges?: Readonly<Record<string, readonly string[]>>;
  /** A stage listed here may be entered only from the stages named. */
  readonly onlyFrom: Readonly<Record<string, readonly string[]>>;
};

/** A stage that was taken out, as it was; its people went to `into`. */
export type RetiredStage = Stage & { readonly into: string };

/** One published version of a lifecycle; `version` counts from 1. Stages are in the order people go through them. */
export type Lifecycle = {
  readonly key: string;
  readonly version: number;
  readonly labels: Localized;
  readonly stages: readonly Stage[];
  readonly policy: LifecyclePolicy;
  /** Stages of earlier versions: no move goes there, and old rows still have a name to show. */
  readonly retired?: readonly RetiredStage[];
};

/** What is stored about a contact that criteria ask for. `checked`: checklist criteria ticked on earlier moves, where kept. */
export type CriteriaFacts = {
  readonly identityChannels: readonly string[];
  readonly tags: readonly string[];
  readonly interactionKinds: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly checked?: readonly string[];
};

/** What the rep states with a move, by criterion key: a tick or a text. */
export type Evidence = Readonly<Record<string, string | boolean>>;

const NO_EVIDENCE: Evidence = {};

/** The stage with this key, or undefined. */
export function stageOf(lifecycle: Lifecycle, key: string): Stage | undefined {
  return lifecycle.stages.find((stage) => stage.key === key);
}

/** The stage with this key, a retired one included. */
export function stageEver(lifecycle: Lifecycle, key: string): Stage | undefined {
  return stageOf(lifecycle, key) ?? lifecycle.retired?.find((stage) => stage.key === key);
}

/** Where somebody in this stage belongs by now: the stage itself, or the one its people went to when it was retired. */
export function stageInForce(lifecycle: Lifecycle, key: string): string {
  let at = key;
  // Each step follows one retirement, so there are at most as many steps as retired stages.
  for (let left = lifecycle.retired?.length ?? 0; left > 0 && !stageOf(lifecycle, at); left--)
    at = lifecycle.retired?.find((stage) => stage.key === at)?.into ?? at;
  return at;
}

/** Whether the stage is a way out of the lifecycle: reached from anywhere, with a reason, and open to return from (product.md P2). */
export function isExit(stage: Pick<Stage, 'terminal'> | null | undefined): boolean {
  return stage?.terminal === 'lost' || stage?.terminal === 'disqualified';
}

/** The stage a contact enters when nothing else is said. */
export function firstStage(lifecycle: Lifecycle): Stage {
  const [first] = lifecycle.stages;
  if (!first) throw new Error(`lifecycle ${lifecycle.key} has no stages`);
  return first;
}

/** The policy of moves into a stage: the lifecycle's, overruled by the stage's own. */
export function policyInto({ policy }: Lifecycle, stage: string): MovePolicy & Pick<StagePolicy, 'reason'> {
  const own = policy.stages && Object.hasOwn(policy.stages, stage) ? policy.stages[stage] : undefined;
  return own ? { ...policy, ...own } : policy;
}

/** Whether this criterion is met by itself, without regard to its alternatives. */
export function isCriterionMet(criterion: Criterion, facts: CriteriaFacts, evidence: Evidence = NO_EVIDENCE): boolean {
  const { check } = criterion;
  switch (check.kind) {
    case 'has-identity':
      return check.channels.some((channel) => facts.identityChannels.includes(channel));
    case 'has-tag':
      return facts.tags.includes(check.tag);
    case 'has-interaction':
      return facts.interactionKinds.includes(check.interaction);
    case 'field-at-least': {
      const value = facts.fields && Object.hasOwn(facts.fields, check.field) ? facts.fields[check.field] : undefined;
      return typeof value === 'number' && value >= check.atLeast;
    }
    case 'checklist': {
      const said = Object.hasOwn(evidence, criterion.key) ? evidence[criterion.key] : undefined;
      return isTick(said) || (facts.checked?.includes(criterion.key) ?? false);
    }
  }
}

const isTick = (said: string | boolean | undefined): boolean =>
  said === true || (typeof said === 'string' && said.trim() !== '');

/** Keys of the criteria the rep ticked or wrote something about; `false` and an empty text are no tick. */
export const ticksIn = (evidence: Evidence): string[] => Object.keys(evidence).filter((key) => isTick(evidence[key]));

/** Keys of the stage's unmet criteria. Of alternatives all are unmet, or none if one is met. */
export function unmetCriteria(stage: Stage, facts: CriteriaFacts, evidence: Evidence = NO_EVIDENCE): string[] {
  const { criteria } = stage;
  if (criteria.length === 0) return [];
  const metGroups = new Set<string>();
  const unmet: Criterion[] = [];
  for (const criterion of criteria) {
    if (!isCriterionMet(criterion, facts, evidence)) unmet.push(criterion);
    else if (criterion.anyOf !== undefined) metGroups.add(criterion.anyOf);
  }
  return unmet.filter((one) => one.anyOf === undefined || !metGroups.has(one.anyOf)).map((one) => one.key);
}
