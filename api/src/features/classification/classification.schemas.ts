// Fields, rules, how they classify a contact, and the matrix, on the wire.
import { z } from '@hono/zod-openapi';
import { actorOut, freeText, instantOut, key, localized, localizedIn } from '../../http/schemas.ts';

export const fieldKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, 'Field names are lower-case letters, digits and underscores.');
const choice = z.strictObject({ key, labels: localizedIn });

export const fieldOut = z
  .object({
    key: z.string(),
    type: z.string().openapi({ description: 'text, number, boolean, date or choice; more may come.' }),
    labels: localized,
    choices: z.array(z.object({ key: z.string(), labels: localized })),
    archived_at: instantOut.nullable(),
  })
  .openapi('Field');
export const fieldIn = z
  .strictObject({
    key: fieldKey,
    type: z.enum(['text', 'number', 'boolean', 'date', 'choice']),
    labels: localizedIn,
    choices: z.array(choice).max(200).optional(),
  })
  .refine((given) => (given.type === 'choice') === (given.choices?.length ?? 0) > 0, {
    path: ['choices'],
    message: 'A field of type choice needs choices, and no other type takes any.',
  })
  .openapi('FieldCreate');
export const fieldPatch = z
  .strictObject({
    labels: localizedIn.optional(),
    choices: z.array(choice).min(1).max(200).optional().openapi({ description: 'Of a choice: all of them anew.' }),
    archived: z.boolean().optional(),
  })
  .openapi('FieldPatch');

const ruleCase = z
  .strictObject({
    at_least: z.number().optional(),
    below: z.number().optional(),
    equals: z.union([freeText(200), z.number(), z.boolean()]).optional(),
    tag: key,
  })
  .openapi('RuleCase', { description: 'Fits a value that meets all it names; naming nothing, any value.' });
const cases = z.array(ruleCase).min(1).max(50).openapi({ description: 'The first that fits gives the tag.' });
export const ruleIn = z
  .strictObject({ key, field: fieldKey, group: key, labels: localizedIn, cases })
  .openapi('RuleCreate');
export const rulePatch = z
  .strictObject({ labels: localizedIn.optional(), cases: cases.optional(), archived: z.boolean().optional() })
  .openapi('RulePatch');
export const ruleOut = z
  .object({
    key: z.string(),
    field: z.string(),
    group: z.string(),
    labels: localized,
    cases: z.array(
      z.object({
        at_least: z.number().nullable(),
        below: z.number().nullable(),
        equals: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        tag: z.string(),
      }),
    ),
    version: z.number().int(),
    archived_at: instantOut.nullable(),
  })
  .openapi('Rule');
export const rulesOut = z
  .object({
    data: z.array(ruleOut),
    sweeping: z.boolean().openapi({ description: 'People are still being judged anew.' }),
  })
  .openapi('Rules');

export const proposalOut = z
  .object({
    lifecycle: z.string(),
    to: z.string(),
    because: z
      .string()
      .openapi({ description: 'boiling-point; more may come. A proposal is never carried out by itself.' }),
  })
  .openapi('MoveProposal');
export const temperatureOut = z
  .object({ degrees: z.number(), boiling_point: z.number(), boiling: z.boolean() })
  .openapi('Temperature');
export const cadenceOut = z
  .object({ tag: z.string(), days: z.number(), due_at: instantOut })
  .openapi('Cadence', { description: 'How often somebody of this grade is to be heard of, and when next.' });

export const classificationOut = z
  .object({
    rules: z.array(
      z.object({
        rule: z.string(),
        labels: localized,
        field: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        case: z.number().int().nullable().openapi({ description: 'Index of the case that fits the value.' }),
        ruled: z.string().nullable().openapi({ description: 'The tag by the rule.' }),
        tag: z.string().nullable().openapi({ description: 'The tag that stands.' }),
        override: z
          .object({
            tag: z.string().nullable(),
            reason: z.string().nullable(),
            actor: actorOut,
            at: instantOut.nullable(),
          })
          .nullable()
          .openapi({ description: 'What a person decided instead, and why.' }),
      }),
    ),
    matrix: z.object({ quadrant: z.string(), x: z.number(), y: z.number(), since: instantOut.nullable() }).nullable(),
    cadence: cadenceOut.nullable(),
    temperature: temperatureOut,
    proposals: z.array(proposalOut),
  })
  .openapi('Classification');

export const matrixReportOut = z
  .object({
    method: z.string(),
    matrix: z.object({ x_field: z.string(), y_field: z.string(), x_cut: z.number(), y_cut: z.number() }).nullable(),
    n: z.number().int().openapi({ description: 'People with both figures.' }),
    without_figures: z.number().int(),
    quadrants: z.array(z.object({ quadrant: z.string(), labels: localized, contacts: z.number().int() })),
    sweeping: z.boolean().openapi({ description: 'The cut lines changed and people are still being placed.' }),
  })
  .openapi('MatrixReport');
