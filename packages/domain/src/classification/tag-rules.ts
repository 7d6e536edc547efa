// Rules that tag by a field (product.md C1: by the number of employees, or of head of stock), and what a person decided instead.
import type { Localized } from '../lifecycles.ts';
import type { ProblemCode } from '../problems.ts';
import { type FieldDefinition, fieldFault } from './fields.ts';

/** Fits a value that meets all it names; one that names nothing fits any value. Of a rule's cases the first that fits counts. */
export type RuleCase = {
  readonly atLeast?: number | undefined;
  readonly below?: number | undefined;
  readonly equals?: string | number | boolean | undefined;
  readonly tag: string;
};
/** A rule that gives a tag by the value of a field. */
export type TagRule = {
  readonly key: string;
  readonly labels: Localized;
  readonly field: string;
  /** The group the tags are of. A single-choice group follows one rule at most. */
  readonly group: string;
  /** The group is single-choice: any tag of it stands in the rule's place. */
  readonly single?: boolean;
  readonly cases: readonly RuleCase[];
};

/** What a person decided in place of the rule: a tag of its group, or none. */
export type RuleOverride = { readonly rule: string; readonly tag: string | null };

/** What a rule says of one contact, and whether a person decided otherwise. */
export type RuleVerdict = {
  readonly rule: string;
  readonly value: string | number | boolean | null;
  /** Index of the case that fits, and its tag; null where none does. */
  readonly fits: number | null;
  readonly ruled: string | null;
  /** The tag that stands: the override's where there is one. */
  readonly tag: string | null;
  readonly overridden: boolean;
};

/** The rules in force, and one contact as they see it. */
export type RuleInput = {
  readonly rules: readonly TagRule[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly overrides: readonly RuleOverride[];
  /** The contact's tags, and the rule that put each there; one that a person put there counts as an override. */
  readonly has: readonly { readonly tag: string; readonly by: string | null; readonly group?: string | null }[];
};

function caseFits(one: RuleCase, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (one.equals !== undefined && one.equals !== value) return false;
  if (one.atLeast === undefined && one.below === undefined) return true;
  if (typeof value !== 'number') return false;
  return (one.atLeast === undefined || value >= one.atLeast) && (one.below === undefined || value < one.below);
}

/** What each rule says of a contact, and which tags come and go by it; tags no rule speaks of stay. */
export function planRules({ rules, fields, overrides, has }: RuleInput): {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly verdicts: readonly RuleVerdict[];
} {
  const add: string[] = [];
  const remove: string[] = [];
  const verdicts = rules.map((rule): RuleVerdict => {
    const own = new Set(rule.cases.map((one) => one.tag));
    const raw = Object.hasOwn(fields, rule.field) ? fields[rule.field] : undefined;
    const fits = rule.cases.findIndex((one) => caseFits(one, raw));
    const ruled = rule.cases[fits]?.tag ?? null;
    // Tags the rule gave before its cases were changed are its own to take away, too.
    const held = has.filter((one) => own.has(one.tag) || one.by === rule.key);
    const said = overrides.find((one) => one.rule === rule.key);
    const byHand = has.find(
      (one) => one.by === null && (own.has(one.tag) || (rule.single && one.group === rule.group)),
    );
    const overridden = said !== undefined || byHand !== undefined;
    const tag = overridden ? (said ? said.tag : (byHand?.tag ?? null)) : ruled;
    if (!overridden) {
      if (ruled !== null && !held.some((one) => one.tag === ruled)) add.push(ruled);
      for (const one of held) if (one.tag !== ruled) remove.push(one.tag);
    }
    const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? raw : null;
    return { rule: rule.key, value, fits: fits < 0 ? null : fits, ruled, tag, overridden };
  });
  // Two rules may give tags of one multi-choice group; none takes away what another gives.
  const kept = new Set(verdicts.flatMap((one) => one.tag ?? []));
  return { add: [...new Set(add)], remove: [...new Set(remove)].filter((tag) => !kept.has(tag)), verdicts };
}

/** What is wrong with a rule; `pointer` is a JSON pointer into it. */
export type RuleFault = { readonly pointer: string; readonly code: ProblemCode; readonly detail: string };

/** Whether the rule's cases can ever fit the field they ask. */
export function ruleFaults(
  rule: TagRule,
  field: FieldDefinition | undefined,
  groupTags: readonly string[],
): RuleFault[] {
  if (!field) return [{ pointer: '/field', code: 'value-unfit', detail: `There is no field "${rule.field}".` }];
  return rule.cases.flatMap((one, i): RuleFault[] => {
    const at = `/cases/${i}`;
    const faults: RuleFault[] = [];
    if (!groupTags.includes(one.tag))
      faults.push({
        pointer: `${at}/tag`,
        code: 'tag-unknown',
        detail: `"${one.tag}" is not a tag of the group "${rule.group}".`,
      });
    if ((one.atLeast !== undefined || one.below !== undefined) && field.type !== 'number')
      faults.push({ pointer: at, code: 'value-unfit', detail: `"${field.key}" is not a field of type number.` });
    if (one.atLeast !== undefined && one.below !== undefined && one.atLeast >= one.below)
      faults.push({ pointer: `${at}/below`, code: 'value-unfit', detail: 'below must be greater than at_least.' });
    const asked = one.equals === undefined ? undefined : fieldFault(field, one.equals);
    if (asked !== undefined) faults.push({ pointer: `${at}/equals`, code: 'value-unfit', detail: asked });
    return faults;
  });
}
