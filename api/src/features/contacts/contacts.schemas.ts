// The wire shapes of people: Contact, what makes one, and what finds one.
import { z } from '@hono/zod-openapi';
import { ORIGIN_DOMAINS } from '@sidestage/domain';
import {
  channelKey,
  contextIn,
  cursor,
  flag,
  freeText,
  instantIn,
  instantOut,
  key,
  limit,
  mapOf,
  pageOf,
  text,
} from '../../http/schemas.ts';
import { healthState } from '../health/health.schemas.ts';

export const identityIn = z
  .strictObject({
    channel: channelKey,
    scope: freeText(200).optional(),
    handle: text(320),
    display: text(320).optional(),
    shared: z.boolean().optional(),
  })
  .openapi('IdentityIn');

export const identityOut = z
  .object({
    id: z.string(),
    channel: z.string(),
    scope: z.string(),
    handle: z.string(),
    display: z.string(),
    shared: z.boolean(),
  })
  .openapi('Identity');

/** How and when a contact was closed where they stand. */
export const closingOut = z.object({ outcome: z.string(), reason: z.string().nullable(), at: instantOut });

export const stageOut = z
  .object({
    lifecycle: z.string(),
    stage: z.string(),
    pool: z.string(),
    entered_at: instantOut,
    closed: closingOut
      .nullable()
      .openapi({ description: 'Closed in this stage: nothing more is done there, until reopened or moved.' }),
  })
  .openapi('StagePosition');

export const contactOut = z
  .object({
    id: z.string().openapi({ example: 'con_01jd3v6m9x2k4n8p5r7t1w3y5z' }),
    display_name: z.string(),
    company: z.string().nullable(),
    owner_id: z.string().nullable(),
    source: z.string().nullable(),
    origin: z
      .object({
        source: z.string().nullable(),
        domain: z.string().nullable().openapi({ description: 'public, other or private; more may come.' }),
        referrer_id: z.string().nullable().openapi({ description: 'The contact who recommended us.' }),
        at: instantOut,
      })
      .openapi('ContactOrigin', { description: 'The first touch. What is known of it never changes.' }),
    stages: z.array(stageOut),
    tags: z.array(z.string()),
    identities: z.array(identityOut),
    fields: z.record(z.string(), z.unknown()),
    last_touch_at: instantOut.nullable(),
    next_follow_up_at: instantOut.nullable(),
    version: z.number().int(),
    created_at: instantOut,
    updated_at: instantOut,
    archived_at: instantOut.nullable(),
  })
  .openapi('Contact');

export const contactPage = pageOf(contactOut).openapi('ContactPage');

// Larger whole numbers lose digits in JavaScript: another number than the one sent would be stored.
const WIDEST = Number.MAX_SAFE_INTEGER;
const fieldNumber = z.number().refine((value) => Math.abs(value) <= WIDEST, {
  params: { code: 'limit-out-of-range' },
  message: `Beyond ±${WIDEST} (2^53 - 1) numbers lose digits. Send it as text.`,
});
const fieldValue = z.union([freeText(2000), fieldNumber, z.boolean()]);
const fieldName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, 'Field names are lower-case letters, digits and underscores.');
const fieldsIn = mapOf(fieldValue, fieldName);
const fieldsPatch = mapOf(fieldValue.nullable(), fieldName);

export const originIn = z
  .strictObject({
    domain: z.enum(ORIGIN_DOMAINS).optional().openapi({
      description: 'Met where everybody is, at somebody else’s, or at our own.',
    }),
    referrer_id: z.string().min(1).max(64).optional().openapi({ description: 'The contact who recommended us.' }),
  })
  .openapi('ContactOriginIn', { description: 'What is known of the first touch; once told it stays.' });

export const contactCreate = z
  .strictObject({
    display_name: text(200),
    identities: z.array(identityIn).max(50).optional(),
    company: text(200).nullable().optional(),
    owner_id: z.string().max(64).nullable().optional(),
    source: text(100).nullable().optional(),
    origin: originIn.optional(),
    tags: z.array(key).max(200).optional(),
    fields: fieldsIn.optional(),
    stages: mapOf(key).optional(),
    context: contextIn.optional(),
  })
  .openapi('ContactCreate');

export const contactPatch = z
  .strictObject({
    display_name: text(200).optional(),
    company: text(200).nullable().optional(),
    owner_id: z.string().max(64).nullable().optional(),
    source: text(100).nullable().optional(),
    origin: originIn.optional(),
    fields: fieldsPatch.nullable().optional(),
    context: contextIn.optional(),
  })
  .openapi('ContactPatch');

export const contextBody = z.strictObject({ context: contextIn.optional() });

/** The orders people can be listed in. */
export const SORTS = [
  'relevance',
  '-created_at',
  'created_at',
  '-updated_at',
  'updated_at',
  'display_name',
  '-display_name',
  'last_touch_at',
  '-last_touch_at',
  'next_follow_up_at',
  '-next_follow_up_at',
] as const;
export type Sort = (typeof SORTS)[number];

export const contactQuery = z.strictObject({
  q: text(200).optional().openapi({
    description:
      'Words, each of which occurs in a name, company or handle, or in what was noted about the person. One character is enough.',
  }),
  lifecycle: key.optional(),
  stage: z.array(key).max(50).optional(),
  tag: z.array(key).max(50).optional(),
  owner: z.string().max(64).optional().openapi({ description: 'A staff id, `me`, or `none` for the pool.' }),
  source: text(100).optional(),
  health: z
    .array(healthState)
    .min(1)
    .max(10)
    .optional()
    .openapi({ description: 'In one of these states, as last judged: within a minute of now.' }),
  closed: flag
    .optional()
    .openapi({ description: 'Only people closed where they stand in the lifecycle, or only the others.' }),
  outreach: z.enum(['marketing', 'service']).optional().openapi({
    description:
      'Only people whose stage may be approached so, and who are closed nowhere; `left_out` says how many others there are.',
  }),
  quadrant: z
    .array(z.enum(['base', 'attack', 'maintain', 'harass']))
    .max(4)
    .optional()
    .openapi({
      description: 'Of the attack/defence matrix in settings.',
    }),
  updated_since: instantIn.optional(),
  archived: flag.optional(),
  sort: z.enum(SORTS).optional().openapi({
    description:
      'Without it: `relevance` where there is a `q` (whose handle it is, whose name begins so by name, who is named so, who was noted so, the newest first), else `-created_at`. People without a value come last.',
  }),
  limit,
  cursor,
});

export const contactListPage = pageOf(contactOut)
  .extend({
    left_out: z.object({ closed: z.number().int(), stage: z.number().int() }).nullable().openapi({
      description:
        'With `outreach`, on the first page, without `q`: how many who fit otherwise are closed, and how many are in a stage that may not be approached so. Null elsewhere.',
    }),
  })
  .openapi('ContactListPage');

export const resolveIn = z
  .strictObject({
    handles: z
      .array(z.strictObject({ channel: channelKey, scope: freeText(200).optional(), handle: text(320) }))
      .min(1)
      .max(50)
      .optional(),
    hints: z.strictObject({ display_name: text(200).optional() }).optional(),
    conversation: z
      .strictObject({ channel: channelKey, scope: freeText(200).optional(), conversation_key: text(500) })
      .optional(),
  })
  .refine(
    (body) => body.handles !== undefined || body.hints?.display_name !== undefined || body.conversation !== undefined,
    { message: 'Give handles, hints.display_name or conversation.', params: { code: 'handles-or-hints-needed' } },
  )
  .openapi('ResolveIn');

export const resolveOut = z
  .object({
    match: z.string().openapi({ description: 'exact, candidates, restricted or none; more values may come.' }),
    contact: contactOut.nullable(),
    candidates: z.array(z.object({ contact: contactOut, score: z.number(), reasons: z.array(z.string()) })),
    owner_name: z.string().nullable().openapi({ description: 'For restricted: whose customer this is.' }),
  })
  .openapi('Resolution');
