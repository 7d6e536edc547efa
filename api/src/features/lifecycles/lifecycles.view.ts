// Lifecycles and reasons on the wire.
import { z } from '@hono/zod-openapi';
import type { CriterionCheck, Lifecycle, Reason } from '@sidestage/domain';
import { localized } from '../../http/schemas.ts';

const criterionOut = z
  .object({
    key: z.string(),
    labels: localized,
    check: z.string().openapi({
      description: 'has-identity, has-tag, has-interaction, field-at-least or checklist; more may come.',
    }),
    any_of: z.string().nullable(),
    channels: z.array(z.string()).optional(),
    tag: z.string().optional(),
    interaction: z.string().optional(),
    field: z.string().optional(),
    at_least: z.number().optional(),
  })
  .openapi('Criterion');
/** What every view of a stage says; `criteria` differ by who asks. */
export const stageShape = <C extends z.ZodType>(criterion: C) => ({
  key: z.string(),
  labels: localized,
  short: localized,
  pool: z.string(),
  owner: z.string(),
  outreach: z.string(),
  usual_days: z.number().nullable(),
  terminal: z.string().nullable(),
  criteria: z.array(criterion),
  goal: localized,
  do: localized,
  dont: localized,
  kpi: localized.nullable().openapi({ description: 'The figure this stage is judged by, where the model names one.' }),
});
const stageOut = z.object(stageShape(criterionOut)).openapi('Stage');
export const lifecycleOut = z
  .object({
    key: z.string(),
    version: z.number().int(),
    is_default: z.boolean(),
    labels: localized,
    stages: z.array(stageOut),
    retired: z
      .array(z.object({ key: z.string(), labels: localized, into: z.string() }))
      .openapi({ description: 'Stages of earlier versions that old rows still name, and where their people went.' }),
    policy: z.object({
      skip: z.string(),
      backward: z.string(),
      criteria: z.string(),
      only_from: z.record(z.string(), z.array(z.string())),
      edges: z
        .record(z.string(), z.array(z.string()))
        .nullable()
        .openapi({ description: 'Where a stage is listed, it may be left only for the stages named.' }),
      stages: z
        .record(
          z.string(),
          z.object({
            skip: z.string().optional(),
            backward: z.string().optional(),
            criteria: z.string().optional(),
            reason: z.string().optional(),
          }),
        )
        .openapi({ description: 'What a stage says otherwise of moves into it.' }),
    }),
  })
  .openapi('Lifecycle');
export const reasonOut = z
  .object({ code: z.string(), kinds: z.array(z.string()), labels: localized, needs_note: z.boolean() })
  .openapi('Reason');

function checkView(check: CriterionCheck) {
  switch (check.kind) {
    case 'has-identity':
      return { check: check.kind, channels: [...check.channels] };
    case 'field-at-least':
      return { check: check.kind, field: check.field, at_least: check.atLeast };
    default: {
      const { kind, ...of } = check;
      return { check: kind, ...of };
    }
  }
}

export const stageView = (stage: Lifecycle['stages'][number]): z.input<typeof stageOut> => ({
  key: stage.key,
  labels: stage.labels,
  short: stage.short,
  pool: stage.pool,
  owner: stage.owner,
  outreach: stage.outreach,
  usual_days: stage.usualDays,
  terminal: stage.terminal ?? null,
  criteria: stage.criteria.map((one) => ({
    key: one.key,
    labels: one.labels,
    any_of: one.anyOf ?? null,
    ...checkView(one.check),
  })),
  goal: stage.goal,
  do: stage.do,
  dont: stage.dont,
  kpi: stage.kpi ?? null,
});

const lists = (record: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(record).map(([stage, others]) => [stage, [...others]]));

export const lifecycleView = (lifecycle: Lifecycle, defaultKey: string): z.input<typeof lifecycleOut> => ({
  key: lifecycle.key,
  version: lifecycle.version,
  is_default: lifecycle.key === defaultKey,
  labels: lifecycle.labels,
  stages: lifecycle.stages.map(stageView),
  retired: (lifecycle.retired ?? []).map(({ key, labels, into }) => ({ key, labels, into })),
  policy: {
    skip: lifecycle.policy.skip,
    backward: lifecycle.policy.backward,
    criteria: lifecycle.policy.criteria,
    only_from: lists(lifecycle.policy.onlyFrom),
    edges: lifecycle.policy.edges ? lists(lifecycle.policy.edges) : null,
    stages: { ...lifecycle.policy.stages },
  },
});

export const reasonView = (reason: Reason): z.input<typeof reasonOut> => ({
  code: reason.code,
  kinds: [...reason.kinds],
  labels: reason.labels,
  needs_note: reason.needsNote,
});
