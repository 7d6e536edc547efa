// When a person decides otherwise than a rule: tags set by hand stay, and the decision is remembered with its reason.
import type { Statement } from '../../db/statement.ts';
import { actorText } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { liveRules, overridesOf, saveOverride } from './classification.store.ts';
import { type ClassificationFacts, tagsOfRule } from './classify.ts';

export const overrideLoad = (contactId: string) => ({ rules: liveRules, overrides: overridesOf([contactId]) });

/** Rows that record the decision by hand for each rule these tags concern; none if it was decided the same way before. */
export function overridesBy(
  call: Pick<Call, 'actor' | 'now'>,
  contactId: string,
  given: { add?: string[] | undefined; remove?: string[] | undefined; reason?: string | undefined },
  after: readonly string[],
  known: Pick<ClassificationFacts, 'rules' | 'overrides' | 'groups' | 'tags'>,
): Statement[] {
  const touched = new Set([...(given.add ?? []), ...(given.remove ?? [])]);
  const rules = known.rules.flatMap((rule) => {
    const own = tagsOfRule(rule, known);
    return [...touched].some((tag) => own.has(tag)) ? [{ rule, tag: after.find((one) => own.has(one)) ?? null }] : [];
  });
  if (given.reason !== undefined && rules.length === 0)
    throw new Problem(
      'validation-failed',
      'No rule sets any of these tags, so there is nothing to give a reason for.',
      {
        errors: [{ pointer: '/reason', code: 'value-unfit', detail: 'Leave the reason out.' }],
      },
    );
  return rules.flatMap(({ rule, tag }) => {
    const before = known.overrides.find((one) => one.rule === rule.key);
    const note = given.reason ?? null;
    if (before && before.tag === tag && (note === null || note === before.note)) return [];
    return [saveOverride({ contactId, rule: rule.key, tag, note, actor: actorText(call.actor), at: call.now })];
  });
}
