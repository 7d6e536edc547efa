// Declaring fields and making rules. A rule that changes is applied to everybody, a few at a time.
import type { z } from '@hono/zod-openapi';
import { isoOrNull, ruleFaults, type Tag } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import {
  type fieldIn,
  fieldOut,
  type fieldPatch,
  type ruleIn,
  ruleOut,
  type rulePatch,
} from './classification.schemas.ts';
import {
  allFields,
  type FieldRow,
  fieldByKey,
  insertField,
  insertRule,
  liveFields,
  liveRules,
  type RuleRow,
  ruleByKey,
  updateField,
  updateRule,
  wantSweep,
} from './classification.store.ts';
import { sweepClassification } from './sweep.service.ts';

export const fieldView = (row: FieldRow): z.input<typeof fieldOut> => ({
  key: row.key,
  type: row.type,
  labels: row.labels,
  choices: row.choices.map(({ key, labels }) => ({ key, labels })),
  archived_at: isoOrNull(row.archivedAt),
});
export const ruleView = (row: RuleRow): z.input<typeof ruleOut> => ({
  key: row.key,
  field: row.field,
  group: row.group,
  labels: row.labels,
  cases: row.cases.map((one) => ({
    at_least: one.atLeast ?? null,
    below: one.below ?? null,
    equals: one.equals ?? null,
    tag: one.tag,
  })),
  version: row.version,
  archived_at: isoOrNull(row.archivedAt),
});

export async function createField(call: Call<unknown, unknown, z.output<typeof fieldIn>>): Promise<Reply> {
  const { key, type, labels, choices = [] } = call.body;
  return mutate(call, {
    load: { fields: allFields },
    plan: ({ fields }) => {
      if (fields.some((one) => one.key === key))
        throw new Problem('already-exists', `There is a field "${key}" already.`);
      const row: FieldRow = { key, type, labels, choices, archivedAt: null };
      return {
        statements: [
          insertField(row, call.now),
          ...eventStatements(call, [{ type: 'field.created', data: { key, type } }]),
        ],
        status: 201,
        body: fieldView(row),
        schema: fieldOut,
        headers: { location: '/v1/fields' },
      };
    },
  });
}

export async function changeField(call: Call<{ key: string }, unknown, z.output<typeof fieldPatch>>): Promise<Reply> {
  const { key } = call.params;
  const { labels, choices, archived } = call.body;
  return mutate(call, {
    load: { field: fieldByKey(key), rules: liveRules },
    plan: ({ field: [before], rules }) => {
      if (!before) throw notFound('field');
      if (choices && before.type !== 'choice')
        throw new Problem('validation-failed', `"${key}" is not a field of type choice.`, {
          errors: [{ pointer: '/choices', code: 'value-unfit', detail: 'Only a field of type choice takes choices.' }],
        });
      const used = archived && rules.find((one) => one.field === key);
      if (used)
        throw new Problem('conflict', `The rule "${used.key}" reads this field. Archive the rule first.`, {
          extra: { rule: used.key },
        });
      const row: FieldRow = {
        ...before,
        labels: labels ?? before.labels,
        choices: choices ?? before.choices,
        archivedAt: archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? call.now) : null,
      };
      return {
        statements: [
          updateField(row),
          ...eventStatements(call, [{ type: 'field.updated', data: { key, fields: Object.keys(call.body) } }]),
        ],
        status: 200,
        body: fieldView(row),
        schema: fieldOut,
      };
    },
  });
}

const casesOf = (given: z.output<typeof ruleIn>['cases']) =>
  given.map((one) => ({
    ...(one.at_least === undefined ? {} : { atLeast: one.at_least }),
    ...(one.below === undefined ? {} : { below: one.below }),
    ...(one.equals === undefined ? {} : { equals: one.equals }),
    tag: one.tag,
  }));

export async function createRule(call: Call<unknown, unknown, z.output<typeof ruleIn>>): Promise<Reply> {
  const { body } = call;
  const reply = await mutate(call, {
    load: { taken: ruleByKey(body.key), rules: liveRules, fields: liveFields, ...tagCatalogue() },
    plan: ({ taken, rules, fields, groups, tags }) => {
      const group = groups.find((one) => one.key === body.group);
      if (!group)
        throw new Problem('validation-failed', `There is no tag group "${body.group}".`, {
          errors: [
            {
              pointer: '/group',
              code: 'tag-group-unknown',
              detail: `Known: ${groups.map((one) => one.key).join(', ')}.`,
            },
          ],
        });
      if (taken.length > 0) throw new Problem('already-exists', `There is a rule "${body.key}" already.`);
      const single = group.mode === 'single';
      const other = single && rules.find((one) => one.group === body.group);
      if (other)
        throw new Problem(
          'already-exists',
          `The single-choice group "${body.group}" follows the rule "${other.key}".`,
          {
            extra: { rule: other.key },
          },
        );
      const row: RuleRow = {
        key: body.key,
        labels: body.labels,
        field: body.field,
        group: body.group,
        cases: casesOf(body.cases),
        version: 1,
        archivedAt: null,
      };
      refuseRule(row, fields, tags);
      return {
        statements: [
          insertRule(row, single, call.now),
          wantSweep(actorText(call.actor)),
          ...eventStatements(call, [
            { type: 'rule.created', data: { key: row.key, field: row.field, group: row.group } },
          ]),
        ],
        status: 201,
        body: ruleView(row),
        schema: ruleOut,
        headers: { location: '/v1/rules', etag: etag(1) },
      };
    },
  });
  sweepClassification(call.deps);
  return reply;
}

export async function changeRule(call: Call<{ key: string }, unknown, z.output<typeof rulePatch>>): Promise<Reply> {
  const { key } = call.params;
  const { labels, cases, archived } = call.body;
  const reply = await mutate(call, {
    load: { rule: ruleByKey(key), rules: liveRules, fields: liveFields, ...tagCatalogue() },
    plan: ({ rule: [before], rules, fields, groups, tags }) => {
      if (!before) throw notFound('rule');
      const row: RuleRow = {
        ...before,
        labels: labels ?? before.labels,
        cases: cases ? casesOf(cases) : before.cases,
        version: before.version + 1,
        archivedAt: archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? call.now) : null,
      };
      const single = groups.some((one) => one.key === row.group && one.mode === 'single');
      const other = rules.find((one) => one.key !== key && one.group === row.group);
      if (row.archivedAt === null && before.archivedAt !== null && single && other)
        throw new Problem('already-exists', `The single-choice group "${row.group}" follows the rule "${other.key}".`, {
          extra: { rule: other.key },
        });
      if (cases || row.archivedAt === null) refuseRule(row, fields, tags);
      return {
        statements: [
          guard('(select version from rules where key = ?) = ?', [key, before.version]),
          updateRule(row, call.now),
          wantSweep(actorText(call.actor)),
          ...eventStatements(call, [{ type: 'rule.updated', data: { key, fields: Object.keys(call.body) } }]),
        ],
        status: 200,
        body: ruleView(row),
        schema: ruleOut,
        headers: { etag: etag(row.version) },
      };
    },
  });
  sweepClassification(call.deps);
  return reply;
}

function refuseRule(row: RuleRow, fields: readonly FieldRow[], tags: readonly Tag[]) {
  const own = tags.filter((one) => one.group === row.group && !one.retired).map((one) => one.key);
  const errors = ruleFaults(
    row,
    fields.find((one) => one.key === row.field),
    own,
  );
  if (errors[0]) throw new Problem('validation-failed', errors[0].detail, { errors });
}
