// What was typed, held to the same schema as a request's body.
import type { z } from '@hono/zod-openapi';
import { faultsOf } from '../http/validate.ts';
import { CommandError } from './command-error.ts';

/** What the schema makes of it, or one line with all that is wrong, each fault under the option it was given by. */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = faultsOf(parsed.error.issues, schema, optionOf);
  throw new CommandError(faults.map((one) => `${one.pointer}: ${one.detail}`).join(' '));
}

const optionOf = ([field]: readonly PropertyKey[]) => `--${String(field).replaceAll('_', '-')}`;
