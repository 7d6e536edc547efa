// What an editor sends about a lifecycle, and what comes back of drafts, simulations and publications.
import { z } from '@hono/zod-openapi';
import type { Criterion, LifecycleDraft, LifecyclePolicy } from '@sidestage/domain';
import { actorOut, channelKey, freeText, instantOut, key, localizedIn, mapOf, text } from '../../http/schemas.ts';
import { lifecycleOut } from './lifecycles.view.ts';

const words = z.strictObject({ en: freeText(300), 'zh-CN': freeText(300) });

const criterionIn = z
  .strictObject({
    key,
    labels: localizedIn,
    check: z.enum(['has-identity', 'has-tag', 'has-interaction', 'field-at-least', 'checklist']),
    channels: z.array(channelKey).min(1).max(20).optional().openapi({ description: 'Of has-identity.' }),
    tag: key.optional().openapi({ description: 'Of has-tag.' }),
    interaction: key.optional().openapi({ description: 'Of has-interaction: the kind logged.' }),
    field: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,62}$/, 'Field names are lower-case letters, digits and underscores.')
      .optional()
      .openapi({ description: 'Of field-at-least.' }),
    at_least: z.number().optional().openapi({ description: 'Of field-at-least: the number that is enough.' }),
    any_of: key.nullable().optional().openapi({ description: 'Criteria that share a name are alternatives.' }),
  })
  .superRefine((given, ctx) => {
    const needed: readonly string[] = {
      'has-identity': ['channels'],
      'has-tag': ['tag'],
      'has-interaction': ['interaction'],
      'field-at-least': ['field', 'at_least'],
      checklist: [],
    }[given.check];
    for (const name of ['channels', 'tag', 'interaction', 'field', 'at_least'] as const) {
      const isNeeded = needed.includes(name);
      if (isNeeded && given[name] === undefined)
        ctx.addIssue({
          code: 'custom',
          path: [name],
          message: 'This is required.',
          params: { code: 'field-required' },
        });
      if (!isNeeded && given[name] !== undefined)
        ctx.addIssue({ code: 'custom', path: [name], message: `A check of ${given.check} does not take this.` });
    }
  })
  .openapi('CriterionIn');

const stageIn = z
  .strictObject({
    key,
    labels: localizedIn.optional(),
    short: z.strictObject({ en: text(20), 'zh-CN': text(20) }).optional(),
    pool: z.enum(['traffic', 'lead', 'asset', 'capital']).optional(),
    owner: z.enum(['marketing', 'sales', 'service']).optional(),
    outreach: z.enum(['none', 'service', 'marketing']).optional(),
    usual_days: z.number().int().min(1).max(3650).nullable().optional(),
    terminal: z.enum(['won', 'lost', 'disqualified']).nullable().optional(),
    criteria: z.array(criterionIn).max(20).optional(),
    goal: words.optional(),
    do: words.optional(),
    dont: words.optional(),
    kpi: words.nullable().optional(),
  })
  .openapi('StageIn', { description: 'Of a stage there is, what is left out stays as it is.' });

const ways = mapOf(z.array(key).max(40));

export const draftIn = z
  .strictObject({
    base_version: z
      .number()
      .int()
      .min(1)
      .max(999_999)
      .optional()
      .openapi({ description: 'The version the draft was made on; 409 where another is in force.' }),
    labels: localizedIn.optional(),
    stages: z
      .array(stageIn)
      .min(1)
      .max(40)
      .openapi({ description: 'All stages in their new order. One left out is retired; a new key is a new stage.' }),
    policy: z
      .strictObject({
        skip: z.enum(['allow', 'warn', 'forbid']).optional(),
        backward: z.enum(['allow', 'reason', 'forbid']).optional(),
        criteria: z.enum(['off', 'warn', 'enforce']).optional(),
        only_from: ways.optional(),
        edges: ways.nullable().optional(),
        stages: mapOf(
          z.strictObject({
            skip: z.enum(['allow', 'warn', 'forbid']).optional(),
            backward: z.enum(['allow', 'reason', 'forbid']).optional(),
            criteria: z.enum(['off', 'warn', 'enforce']).optional(),
            reason: z.enum(['optional', 'required']).optional(),
          }),
        )
          .nullable()
          .optional()
          .openapi({ description: 'What a stage says otherwise of moves into it.' }),
      })
      .optional(),
    mapping: mapOf(key)
      .optional()
      .openapi({ description: 'Retired stage → the stage its people go to. Merging is retiring one into the other.' }),
  })
  .openapi('LifecycleDraftIn');

export const copyIn = z
  .strictObject({ key, from: key, labels: localizedIn.optional() })
  .openapi('LifecycleCopy', { description: 'A lifecycle of one’s own, from a preset or any other.' });

const changeOut = z.object({
  kind: z
    .string()
    .openapi({ description: 'renamed, reordered, added, changed, retired, policy or labels; more may come.' }),
  stage: z.string().nullable(),
  into: z.string().nullable(),
});
const moveOut = z.object({ from: z.string(), to: z.string(), contacts: z.number().int() });

export const draftOut = z
  .object({
    lifecycle: z.string(),
    base_version: z.number().int(),
    version: z.number().int().openapi({ description: 'Of the draft itself; its ETag.' }),
    outdated: z.boolean().openapi({ description: 'Another version was published since.' }),
    changes: z.array(changeOut),
    mapping: z.record(z.string(), z.string()),
    result: lifecycleOut,
    actor: actorOut,
    updated_at: instantOut,
  })
  .openapi('LifecycleDraft');

const effect = {
  lifecycle: z.string(),
  from_version: z.number().int(),
  version: z.number().int(),
  changes: z.array(changeOut),
  moves: z.array(moveOut).openapi({ description: 'Out of each retired stage, into which, and how many people.' }),
  contacts_affected: z.number().int(),
  rows: z.number().int().openapi({ description: 'Ledger rows: one per person moved.' }),
};
export const simulationOut = z.object({ ...effect, result: lifecycleOut }).openapi('LifecycleSimulation');
export const publicationOut = z
  .object({
    id: z.string().openapi({ description: 'Also the `batch_id` of the rows and events it writes.' }),
    ...effect,
    status: z.string().openapi({ description: 'running or done; more may come.' }),
    rows_written: z.number().int(),
    actor: actorOut,
    published_at: instantOut,
    finished_at: instantOut.nullable(),
  })
  .openapi('LifecyclePublication');
export const versionOut = z.object({ version: z.number().int(), published_at: instantOut, lifecycle: lifecycleOut });

/** The draft as the domain reads it. */
export function draftOf(body: z.output<typeof draftIn>): LifecycleDraft {
  const { policy } = body;
  return {
    labels: body.labels,
    stages: body.stages.map(({ usual_days, criteria, ...stage }) => ({
      ...stage,
      usualDays: usual_days,
      criteria: criteria?.map(criterionOf),
    })),
    mapping: body.mapping,
    policy: policy && {
      ...(policy.skip ? { skip: policy.skip } : {}),
      ...(policy.backward ? { backward: policy.backward } : {}),
      ...(policy.criteria ? { criteria: policy.criteria } : {}),
      ...(policy.only_from ? { onlyFrom: policy.only_from } : {}),
      ...(policy.edges === undefined ? {} : { edges: policy.edges }),
      ...(policy.stages === undefined ? {} : { stages: policy.stages as LifecyclePolicy['stages'] | null }),
    },
  };
}

function criterionOf(given: z.output<typeof criterionIn>): Criterion {
  const base = { key: given.key, labels: given.labels, ...(given.any_of ? { anyOf: given.any_of } : {}) };
  if (given.check === 'has-identity') return { ...base, check: { kind: given.check, channels: given.channels ?? [] } };
  if (given.check === 'has-tag') return { ...base, check: { kind: given.check, tag: given.tag ?? '' } };
  if (given.check === 'has-interaction')
    return { ...base, check: { kind: given.check, interaction: given.interaction ?? '' } };
  if (given.check === 'field-at-least')
    return { ...base, check: { kind: given.check, field: given.field ?? '', atLeast: given.at_least ?? 0 } };
  return { ...base, check: { kind: 'checklist' } };
}

export const versionsQuery = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'A whole number from 1.')
    .transform(Number)
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 999_999 }),
});
export const reasonsQuery = z.strictObject({
  kind: z.enum(['backward', 'lost', 'disqualified', 'churned']).optional(),
});
