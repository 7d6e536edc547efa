// Schema parts every feature shares: text with limits, times, ids, pages, context. Limits are refused, never clamped.

import { z } from '@hono/zod-openapi';
import { CHANNELS, findChannel, parseInstant } from '@sidestage/domain';

// Patterns for the document, in syntax that JavaScript, Python and Go read alike.
const NO_NUL = '^[^\\x00]*$';
const SAYS_SOMETHING = '^[^\\x00]*[^\\s\\x00][^\\x00]*$';

/** Text of 1 to `max` characters after trimming; no NUL and no broken surrogates, which storage could not give back. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), {
      message: 'Contains characters that cannot be stored.',
      params: { code: 'text-malformed' },
    })
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(min, min === 1 ? 'May not be empty.' : `At least ${min} characters.`)
        .max(max, `At most ${max} characters.`),
    )
    .openapi({ minLength: min, maxLength: max, pattern: min === 0 ? NO_NUL : SAYS_SOMETHING });

/** Free text that may be empty and keeps its inner white space. */
export const freeText = (max: number) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), {
      message: 'Contains characters that cannot be stored.',
      params: { code: 'text-malformed' },
    })
    .openapi({ pattern: NO_NUL });

export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Keys are lower-case letters, digits and dashes, at most 63.');
/** A map with checked names. The schema generator leaves the rule for names out of the document, so it is added here. */
export const mapOf = <V extends z.ZodType>(value: V, name: z.ZodString = key) => {
  const { pattern, maxLength, minLength } = z.toJSONSchema(name);
  // The library's types are those of OpenAPI 3.0, which has no `propertyNames`.
  return z.record(name, value).openapi({ propertyNames: { type: 'string', pattern, minLength, maxLength } } as never);
};
export const idParam = z.strictObject({ id: z.string().min(1).max(64) });

/** An instant with an offset, as epoch milliseconds. */
export const instantIn = z
  .string()
  .max(40)
  .transform((value, ctx) => {
    const at = parseInstant(value);
    if (at === undefined) {
      ctx.addIssue({
        code: 'custom',
        message: 'Give a time with its offset, such as 2026-11-27T10:00:00+08:00.',
        params: { code: 'time-malformed' },
      });
      return z.NEVER;
    }
    return at;
  })
  .openapi({ type: 'string', format: 'date-time' });

export const instantOut = z.string().openapi({ format: 'date-time', example: '2026-11-21T08:00:00.000Z' });
export const localized = z.object({ en: z.string(), 'zh-CN': z.string() }).openapi('Localized');
export const localizedIn = z.strictObject({ en: text(100), 'zh-CN': text(100) });

const isChannel = (value: string) => findChannel(value) !== undefined;
const unknownChannel = {
  message: `Unknown channel. Known: ${CHANNELS.map((channel) => channel.key).join(', ')}.`,
  params: { code: 'channel-unknown' },
};
export const channelKey = z.string().refine(isChannel, unknownChannel).openapi({ example: 'email', maxLength: 63 });
/** The same in a query, where the released document asks for a key. */
export const channelInQuery = key.refine(isChannel, unknownChannel);

export const contextIn = z
  .strictObject({
    channel: channelKey,
    scope: freeText(200).optional(),
    conversation_key: text(500).optional(),
    handle: text(320).optional(),
  })
  .openapi('Context', {
    description: 'The conversation a write was made in. Where the handle is somebody else’s, the write is refused.',
  });
export type ContextIn = z.output<typeof contextIn>;

export const limit = z
  .string()
  .regex(/^\d{1,4}$/, 'A whole number from 1 to 200.')
  .transform(Number)
  .pipe(z.number().int().min(1, 'A whole number from 1 to 200.').max(200, 'A whole number from 1 to 200.'))
  .optional()
  .openapi({ type: 'integer', minimum: 1, maximum: 200, default: 50 });
export const cursor = z.string().min(1).max(1000).optional();
export const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .openapi({ type: 'boolean' });

export const actorOut = z.object({ kind: z.string(), id: z.string() }).openapi('Actor');
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), next_cursor: z.string().nullable() });

export const reasonIn = z.strictObject({ code: key, note: freeText(2000).optional() }).openapi('ReasonGiven');

/** What a problem says, of a request or of one item of many. */
export const problemShape = {
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
};
