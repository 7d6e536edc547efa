// Scripts on the wire.
import { z } from '@hono/zod-openapi';
import { parseScript, SCRIPT_VARIABLE_NAMES, SCRIPT_VARIABLES, toIso, variablesOf } from '@sidestage/domain';
import { cursor, instantOut, key, limit, text } from '../../http/schemas.ts';
import { nearest } from '../../http/validate.ts';
import type { ScriptRow } from './scripts.store.ts';

const known = SCRIPT_VARIABLE_NAMES.map((name) => `{${name}}`).join(', ');

const words = text(4000)
  .superRefine((value, ctx) => {
    for (const fault of parseScript(value).faults) {
      const near = fault.code === 'variable-unknown' ? nearest(fault.name, SCRIPT_VARIABLE_NAMES) : undefined;
      const hint = near === undefined ? `Known: ${known}.` : `Did you mean {${near}}?`;
      const message =
        fault.code === 'variable-unknown'
          ? `There is no variable {${fault.name}}. ${hint}`
          : `The brace at character ${fault.at + 1} stands alone; a brace itself is written twice.`;
      ctx.addIssue({ code: 'custom', message, params: { code: fault.code } });
    }
  })
  .openapi({
    description: `What is sent. Variables: ${Object.entries(SCRIPT_VARIABLES)
      .map(([name, meaning]) => `\`{${name}}\` ${meaning.toLowerCase()}`)
      .join('; ')}. A brace itself is written twice.`,
    example: 'Hello {name}, {me} here. May I send you the price list?',
  });
const locale = z.enum(['en', 'zh-CN']);
const stage = key.nullable().openapi({ description: 'Null: for any stage of the lifecycle.' });
const position = z.number().int().min(0).max(1_000_000);

export const scriptIn = z
  .strictObject({
    lifecycle: key,
    stage: stage.optional(),
    locale,
    title: text(100),
    text: words,
    position: position.optional(),
  })
  .openapi('ScriptCreate');
export const scriptPatch = z
  .strictObject({
    stage: stage.optional(),
    locale: locale.optional(),
    title: text(100).optional(),
    text: words.optional(),
    position: position.optional(),
  })
  .openapi('ScriptPatch');
export const scriptQuery = z.strictObject({
  lifecycle: key.optional(),
  stage: key.optional().openapi({ description: 'Its own scripts and those for any stage.' }),
  locale: locale.optional(),
  limit,
  cursor,
});
export const scriptOut = z
  .object({
    id: z.string(),
    lifecycle: z.string(),
    stage: z.string().nullable(),
    locale: z.string().openapi({ description: 'en or zh-CN; more may come.' }),
    title: z.string(),
    text: z.string(),
    variables: z.array(z.string()).openapi({ description: 'What must be known before it can be used.' }),
    position: z.number().int(),
    version: z.number().int(),
    created_at: instantOut,
    updated_at: instantOut,
  })
  .openapi('Script');

export const scriptView = (row: ScriptRow): z.input<typeof scriptOut> => ({
  id: row.id,
  lifecycle: row.lifecycle,
  stage: row.stage,
  locale: row.locale,
  title: row.title,
  text: row.text,
  variables: variablesOf(row.text),
  position: row.position,
  version: row.version,
  created_at: toIso(row.createdAt),
  updated_at: toIso(row.updatedAt),
});
