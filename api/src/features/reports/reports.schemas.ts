// Reports on the wire: what may be asked, and the flat rows each gives, the same in JSON and CSV.
import { z } from '@hono/zod-openapi';
import { channelInQuery, instantIn, key, text } from '../../http/schemas.ts';

const whole = (least: number, most: number, standard?: number) =>
  z
    .string()
    .regex(/^\d{1,13}$/, `A whole number from ${least} to ${most}.`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      message: `A whole number from ${least} to ${most}.`,
      params: { code: 'limit-out-of-range' },
    })
    .optional()
    .openapi({
      type: 'integer',
      minimum: least,
      maximum: most,
      ...(standard === undefined ? {} : { default: standard }),
    });

const people = {
  lifecycle: key.optional().openapi({ description: 'The default lifecycle unless told.' }),
  owner: z.string().min(1).max(64).optional().openapi({ description: 'A staff id, `me`, or `none` for the pool.' }),
  source: text(100).optional(),
  channel: channelInQuery.optional().openapi({ description: 'The channel of a person’s oldest handle.' }),
};
const span = {
  ...people,
  from: instantIn.optional().openapi({ description: 'Inclusive.' }),
  to: instantIn.optional().openapi({ description: 'Exclusive.' }),
  as_of: instantIn.optional().openapi({
    description: 'Where the watch ends; the end of this minute unless told. Rows that took effect later are not there.',
  }),
  known_at: instantIn
    .optional()
    .openapi({ description: 'What was known then: rows recorded later are not there, undos included.' }),
};
const count = z.enum(['first', 'visits']).optional();
const passage = {
  ...span,
  start: key.optional().openapi({ description: 'The first stage unless told.' }),
  goal: key.optional().openapi({ description: 'The first stage of the asset pool unless told.' }),
};

export const queries = {
  funnel: z.strictObject({
    ...span,
    steps: z.array(key).min(1).max(50).optional(),
    count: count.openapi({ default: 'first' }),
    external_first: whole(0, 1_000_000_000_000),
  }),
  'time-in-stage': z.strictObject({ ...span, count: count.openapi({ default: 'visits' }) }),
  pools: z.strictObject({ ...span, by: z.enum(['all', 'week', 'month']).optional().openapi({ default: 'all' }) }),
  reasons: z.strictObject({ ...span, outcome: z.enum(['lost', 'disqualified', 'churned']).optional() }),
  validity: z.strictObject({
    ...span,
    qualifies: key.optional().openapi({ description: 'The first stage that may be marketed to unless told.' }),
  }),
  conversion: z.strictObject({
    ...passage,
    by: z.enum(['owner', 'source', 'channel', 'week']).optional().openapi({ default: 'owner' }),
  }),
  cohorts: z.strictObject({
    ...passage,
    unit: z.enum(['week', 'month']).optional().openapi({ default: 'week' }),
    ages: whole(1, 60, 12),
  }),
  coverage: z.strictObject({ ...people, days: whole(1, 366, 30) }),
};

const n = z.number().int();
const share = z.number().nullable();
const word = z.string().nullable();

/** The columns of each report, in the order CSV has them. */
export const rowShapes = {
  funnel: {
    step: n,
    stage: word.openapi({ description: 'Null for the count from outside.' }),
    reached: n,
    entered: n,
    skipped: n,
    advanced: n,
    back: n.nullable(),
    closed: n.nullable(),
    open: n.nullable(),
    rate_from_previous: share,
    rate_from_first: share,
    rate_decided: share,
  },
  'time-in-stage': {
    stage: z.string(),
    stays: n,
    moved: n,
    closed: n,
    open: n,
    median_s: n.nullable(),
    p90_s: n.nullable(),
    longest_open_s: n.nullable(),
  },
  pools: {
    period: z.string(),
    pool: z.string(),
    at_start: n,
    inflow: n,
    outflow: n,
    at_end: n,
    new: n,
    reopened: n,
    from_pools: n,
    to_pools: n,
    closed: n,
    gone: n,
  },
  reasons: {
    outcome: z.string(),
    reason: word,
    closings: n,
    share,
    first: n,
    reopened: n,
    recovered: n,
    recovery_rate: share,
    median_reopen_s: n.nullable(),
  },
  validity: {
    group: z.string().openapi({ description: 'source-week, source or all.' }),
    source: word,
    week: word,
    people: n,
    valid: n,
    invalid: n,
    undecided: n,
    validity: share,
    at_least: share,
    at_most: share,
  },
  conversion: {
    group: z.string().openapi({ description: 'What `key` is, or all.' }),
    key: word,
    people: n,
    converted: n,
    closed: n,
    open: n,
    rate: share,
    rate_decided: share,
  },
  cohorts: { cohort: z.string(), people: n, age: n, converted: n.nullable(), rate: share },
  coverage: {
    share_of: z.string(),
    owner: word.openapi({ description: 'Whose next steps; null for everybody.' }),
    part: n,
    whole: n,
    share,
  },
} as const;

export type ReportName = keyof typeof rowShapes;

/** What every report says of itself, with rows of its own. */
export const reportOut = (name: ReportName, title: string) =>
  z
    .object({
      report: z.string(),
      method: z.object({ key: z.string(), version: n, description: z.string() }),
      parameters: z
        .record(z.string(), z.unknown())
        .openapi({ description: 'As they were used, those not given filled in.' }),
      n: n.openapi({ description: 'How many people, or visits where the method says so.' }),
      ledger_seq: n.openapi({ description: 'The last ledger row that was read.' }),
      event_seq: n
        .nullable()
        .openapi({ description: 'The last event, where owners, sources or tags matter; null on the ledger alone.' }),
      data: z.array(z.object(rowShapes[name]).openapi(`${title}Row`)),
    })
    .openapi(title);
