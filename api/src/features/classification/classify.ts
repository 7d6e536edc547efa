// Tags by rule and the quadrant of the matrix, derived from a contact's fields and written in the commit that changes them.
import {
  checkFields,
  planRules,
  planTagChange,
  quadrantOfFields,
  type RuleVerdict,
  type Tag,
  type TagGroup,
} from '@sidestage/domain';
import type { Statement } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import type { Call } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { setTagRows } from '../tags/tags.store.ts';
import {
  type FieldRow,
  liveFields,
  liveRules,
  type OverrideRow,
  overridesOf,
  type QuadrantRow,
  quadrantsOf,
  type RuleRow,
  setQuadrant,
  type TagOrigin,
  tagOriginsOf,
  unqueue,
} from './classification.store.ts';

const RULE = 'rule:';
/** The rule that put a tag there; null where a person did. */
const ruleOf = (by: string) => (by.startsWith(RULE) ? by.slice(RULE.length) : null);
export const isByHand = (by: string) => ruleOf(by) === null;

/** What classifying an existing contact reads. */
export const classificationLoad = (contactId: string) => ({
  ...definitionLoad,
  overrides: overridesOf([contactId]),
  origins: tagOriginsOf([contactId]),
  quadrants: quadrantsOf([contactId]),
});
/** What classifying a new contact reads: it has no tags, decisions or quadrant yet. */
export const definitionLoad = { fieldDefinitions: liveFields, rules: liveRules };

/** 422 with every field whose value is not of its type. */
export function refuseFields(
  call: Pick<Call, 'deps'>,
  definitions: readonly FieldRow[],
  written: Record<string, unknown>,
) {
  const errors = checkFields(definitions, written, call.deps.settings.get().undeclared_fields).map(
    ({ field, code, detail }): Fault => ({ pointer: `/fields/${field}`, code, detail }),
  );
  if (errors[0])
    throw new Problem(
      'validation-failed',
      `${errors.length === 1 ? 'One field is' : `${errors.length} fields are`} not valid. ${errors[0].detail}`,
      { errors },
    );
}

export interface Classified {
  readonly statements: readonly Statement[];
  readonly events: readonly EventIn[];
  readonly changed: boolean;
  /** All tags afterwards, sorted. */
  readonly tags: readonly string[];
  readonly verdicts: readonly RuleVerdict[];
}

export interface ClassificationFacts {
  readonly rules: readonly RuleRow[];
  readonly groups: readonly TagGroup[];
  readonly tags: readonly Tag[];
  readonly overrides: readonly OverrideRow[];
  readonly origins: readonly TagOrigin[];
  readonly quadrants: readonly QuadrantRow[];
}

/** The tags that compete with a rule's: its own, and in a single-choice group all of the group. */
export const tagsOfRule = (
  rule: RuleRow,
  { groups, tags }: Pick<ClassificationFacts, 'groups' | 'tags'>,
): Set<string> => {
  const single = groups.some((group) => group.key === rule.group && group.mode === 'single');
  return new Set([
    ...rule.cases.map((one) => one.tag),
    ...(single ? tags.filter((tag) => tag.group === rule.group).map((tag) => tag.key) : []),
  ]);
};

/** Judges one contact as it is after its change. Tags a person put there or decided on stay. */
export function classify(
  call: Pick<Call, 'deps' | 'actor' | 'now'>,
  contact: {
    readonly id: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly tags: readonly string[];
  },
  loaded: ClassificationFacts,
): Classified {
  const statements: Statement[] = [];
  const events: EventIn[] = [];
  const ruled = planRules({
    rules: loaded.rules.map((rule) => ({
      ...rule,
      single: loaded.groups.some((group) => group.key === rule.group && group.mode === 'single'),
    })),
    fields: contact.fields,
    overrides: loaded.overrides,
    has: contact.tags.map((tag) => ({
      tag,
      group: loaded.tags.find((one) => one.key === tag)?.group ?? null,
      by: ruleOf(loaded.origins.find((one) => one.tag === tag)?.by ?? ''),
    })),
  });
  const { groups, tags } = loaded;
  // A tag that is no longer in the catalogue is not added.
  const add = ruled.add.filter((tag) => tags.some((one) => one.key === tag && !one.retired));
  const change = planTagChange({ groups, tags, has: contact.tags, add, remove: ruled.remove });
  if (change.ok && change.added.length + change.removed.length > 0) {
    const by = (tag: string) => `${RULE}${ruled.verdicts.find((one) => one.ruled === tag)?.rule ?? ''}`;
    statements.push(...setTagRows(call, contact.id, loaded, change, by));
    events.push({
      type: 'contact.tags_changed',
      contactId: contact.id,
      data: { contact_id: contact.id, added: change.added, removed: change.removed, by: 'rule' },
    });
  }
  const place = quadrantOfFields(contact.fields, call.deps.settings.get().matrix)?.quadrant ?? null;
  const before = loaded.quadrants.find((one) => one.contactId === contact.id)?.quadrant ?? null;
  if (place !== before) {
    statements.push(setQuadrant(contact.id, place, call.now));
    events.push({
      type: 'contact.quadrant_changed',
      contactId: contact.id,
      data: { contact_id: contact.id, from: before, to: place },
    });
  }
  // Classified now, so the contact need not be classified again from the queue.
  if (loaded.rules.length > 0 || call.deps.settings.get().matrix) statements.push(unqueue([contact.id]));
  return {
    statements,
    events,
    changed: events.length > 0,
    tags: change.ok ? [...change.after].sort() : contact.tags,
    verdicts: ruled.verdicts,
  };
}
