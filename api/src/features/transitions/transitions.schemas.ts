// The wire shapes of moves and ledger rows.
import { z } from '@hono/zod-openapi';
import {
  actorOut,
  contextIn,
  cursor,
  flag,
  freeText,
  instantIn,
  instantOut,
  key,
  limit,
  localized,
  mapOf,
  reasonIn,
} from '../../http/schemas.ts';
import { closingOut, contactOut } from '../contacts/contacts.schemas.ts';

export const transitionOut = z
  .object({
    id: z.string(),
    seq: z.number().int().openapi({ description: 'Company-wide order of recording, gapless.' }),
    contact_id: z.string(),
    lifecycle: z.string(),
    lifecycle_version: z.number().int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    direction: z.string().openapi({ description: 'enter, forward, backward, skip or re-entry; more values may come.' }),
    effective_at: instantOut,
    recorded_at: instantOut,
    actor: actorOut,
    source: z.string(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    voids: z.string().nullable(),
    batch_id: z.string().nullable(),
    derived_from: z.string().nullable(),
    time_in_previous_s: z.number().int().nullable(),
    outcome: z.string().nullable().openapi({
      description: 'Null for a move. lost, disqualified or churned: closed in the stage named; open: opened again.',
    }),
  })
  .openapi('Transition');

const effectOut = z
  .object({ kind: z.string(), from: z.string().nullable(), to: z.string().nullable() })
  .openapi('MoveEffect');

export const moveOut = z
  .object({
    stage: z.string(),
    allowed: z.boolean(),
    direction: z.string().nullable(),
    needs_reason: z.boolean(),
    unmet_criteria: z.array(z.string()),
    warnings: z.array(z.string()),
    effects: z.array(effectOut),
  })
  .openapi('Move');

export const moveIn = z
  .strictObject({
    to: key,
    lifecycle: key.optional(),
    expect: z.strictObject({ from: key.nullable() }).optional(),
    reason: reasonIn.optional(),
    effective_at: instantIn.optional(),
    evidence: mapOf(z.union([z.boolean(), freeText(2000)])).optional(),
    context: contextIn.optional(),
  })
  .openapi('MoveRequest');

export const moveQuery = z.strictObject({ dry_run: flag.optional() });

export const movedOut = z
  .object({
    changed: z.literal(true),
    transition: transitionOut,
    contact: contactOut,
    effects: z.array(effectOut).openapi({ description: 'What the move changed, as its dry run said.' }),
    warnings: z.array(z.string()),
    unmet_criteria: z.array(z.string()),
  })
  .openapi('Moved');
export const unchangedOut = z.object({ changed: z.literal(false), contact: contactOut }).openapi('Unchanged');
const dryRunOut = z
  .object({
    dry_run: z.literal(true),
    changed: z.boolean(),
    transition: transitionOut.omit({ id: true, seq: true }).nullable(),
    effects: z.array(effectOut),
    warnings: z.array(z.string()),
    unmet_criteria: z.array(z.string()),
  })
  .openapi('MoveDryRun');
export const unchangedOrDry = z.union([dryRunOut, unchangedOut]);
export const correctIn = z
  .strictObject({ reason: reasonIn, context: contextIn.optional() })
  .openapi('CorrectionRequest');
export const positionsQuery = z.strictObject({
  as_of: instantIn.optional().openapi({ description: 'The time asked about; now where left out.' }),
  known_at: instantIn.optional().openapi({
    description: 'By what was recorded up to then; now where left out. Rows recorded later change no answer.',
  }),
});
export const positionsOut = z
  .object({
    as_of: instantOut,
    known_at: instantOut,
    data: z.array(
      z.object({
        lifecycle: z.string(),
        stage: z.string(),
        labels: localized.nullable().openapi({ description: 'What the stage was called then.' }),
        pool: z.string().nullable(),
        entered_at: instantOut,
        transition_id: z.string().openapi({ description: 'The row that opened this stay.' }),
        lifecycle_version: z.number().int(),
        closed: closingOut.nullable().openapi({ description: 'Whether the contact was closed there.' }),
      }),
    ),
  })
  .openapi('PositionsAsOf');
export const closeIn = z
  .strictObject({
    outcome: z.enum(['lost', 'disqualified', 'churned']),
    reason: reasonIn,
    lifecycle: key.optional(),
    expect: z.strictObject({ from: key.nullable() }).optional(),
    effective_at: instantIn.optional(),
    context: contextIn.optional(),
  })
  .openapi('CloseRequest');
export const reopenIn = z
  .strictObject({
    reason: reasonIn.optional(),
    lifecycle: key.optional(),
    effective_at: instantIn.optional(),
    context: contextIn.optional(),
  })
  .openapi('ReopenRequest');
export const closedOut = z
  .object({ changed: z.literal(true), transition: transitionOut, contact: contactOut })
  .openapi('Closed');

export const undoneOut = z.object({ transition: transitionOut, contact: contactOut }).openapi('Undone');
export const ledgerQuery = z.strictObject({ lifecycle: key.optional(), limit, cursor });
