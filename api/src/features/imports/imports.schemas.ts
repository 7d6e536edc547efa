// The wire shapes of imports.
import { z } from '@hono/zod-openapi';
import { DATE_FORMATS, IMPORT_ROW_NOTICES, IMPORT_ROW_REASONS, isZone } from '@sidestage/domain';
import { cursor, instantOut, key, limit, mapOf, reasonIn, text } from '../../http/schemas.ts';

const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const IMPORT_TYPES = ['text/csv', 'application/x-ndjson'] as const;

const dateFormat = z.enum(DATE_FORMATS).openapi('DateFormat');
const header = z.string().min(1).max(500);

export const importStart = z
  .strictObject({
    mapping: mapOf(z.string().min(1).max(200), header).optional().openapi({
      description:
        'Header → target; the proposal where left out. Targets: `display_name`, `first_name`, `last_name`, `company`, `owner`, `source`, `tags`, `external_id`, `lifecycle`, `stage`, `stage_at`, `reason`, `identities`, `stages`, `history`, `fields`, `ignore`, `identity:<channel>`, `field:<name>`, `stage_at:<stage>`. Columns without a target are left out.',
    }),
    mode: z.enum(['upsert', 'create', 'update']).optional().openapi({
      description: '`upsert` (default), `create`: whoever is there stays as they are, `update`: adds nobody.',
    }),
    dry_run: z
      .boolean()
      .optional()
      .openapi({ description: 'Everything but the writing: counts and rows as they would be.' }),
    source: text(100).optional().openapi({ description: 'The source of people whose row names none.' }),
    system: text(100)
      .optional()
      .openapi({ description: 'The system external ids belong to; the one the headers look like otherwise.' }),
    lifecycle: key.optional().openapi({ description: 'The lifecycle stages belong to; the default one otherwise.' }),
    stage: key.optional().openapi({ description: 'The stage of new people whose row names none.' }),
    stage_values: mapOf(key, z.string().min(1).max(200))
      .optional()
      .openapi({ description: 'What the file calls a stage → its key.' }),
    reason: reasonIn.optional().openapi({ description: 'The reason of moves that need one and whose row gives none.' }),
    on_other_name: z.enum(['reject', 'update']).optional().openapi({
      description:
        'A row whose handle belongs to a contact of another name is rejected, or, where you say `update`, taken for that person under a new name.',
    }),
    on_unknown_tag: z.enum(['reject', 'leave-out', 'create']).optional().openapi({
      description:
        'A row with a tag that does not exist is rejected (default), comes in without it, or, with the scope `tags:write`, creates it. What was left out or created is in the `notices` of the row.',
    }),
    tag_group: key.optional().openapi({
      description:
        'The multi-choice group that created tags belong to; `imported` otherwise, which is created where it is missing.',
    }),
    date_format: z
      .union([dateFormat, mapOf(dateFormat, header)])
      .optional()
      .openapi({
        description: 'How dates are written, for all columns or by header. Otherwise the whole column must prove it.',
      }),
    zone: z
      .string()
      .max(64)
      .refine(isZone, { message: 'Use an IANA time zone such as Asia/Shanghai.', params: { code: 'zone-unknown' } })
      .optional()
      .openapi({ description: 'The zone of dates without an offset; the company’s otherwise.' }),
    encoding: z.enum(ENCODINGS).optional(),
    delimiter: z
      .string()
      .regex(/^[,;\t|]$/, 'One of , ; | or a tab.')
      .optional(),
  })
  .openapi('ImportStart');
export type ImportOptions = z.output<typeof importStart>;

const importFault = z
  .object({
    code: z.string(),
    detail: z.string(),
    column: z.string().nullable(),
    row: z.number().int().nullable(),
  })
  .openapi('ImportFault');

export const importOut = z
  .object({
    id: z.string(),
    status: z
      .string()
      .openapi({ description: 'created, checking, running, done, failed or cancelled; more may come.' }),
    format: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    encoding: z.string().nullable().openapi({ description: 'Null where it is not plain and must be stated.' }),
    delimiter: z.string(),
    headers: z.array(z.string()),
    proposal: z.object({
      mapping: z.record(z.string(), z.string()),
      system: z.string().nullable(),
      unmapped: z.array(z.string()),
    }),
    options: z.record(z.string(), z.unknown()).nullable(),
    dates: z
      .record(z.string(), z.string().nullable())
      .nullable()
      .openapi({ description: 'How each column of dates is written, as stated or proved.' }),
    progress: z.object({
      total: z.number().int().nullable(),
      read: z.number().int(),
      created: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      rejected: z.number().int(),
    }),
    problem: z
      .object({ code: z.string(), detail: z.string(), errors: z.array(importFault) })
      .nullable()
      .openapi({ description: 'Why it failed, or what already speaks against the file.' }),
    file_kept: z.boolean().openapi({ description: 'Whether it can still be started or resumed.' }),
    created_at: instantOut,
    started_at: instantOut.nullable(),
    finished_at: instantOut.nullable(),
  })
  .openapi('Import');

const rowFault = z.object({
  code: z.string().openapi({ description: `Such as ${Object.keys(IMPORT_ROW_REASONS).join(', ')}; more may come.` }),
  column: z.string().nullable(),
  row: z.number().int().nullable().openapi({ description: 'The earlier row of this file that holds the handle.' }),
  contact_id: z.string().nullable().openapi({ description: 'The contact that holds the handle.' }),
  tag: z.string().nullable().openapi({ description: 'The tag it is about, as the file writes it.' }),
});

const rowNotice = z.object({
  code: z.string().openapi({ description: `Such as ${Object.keys(IMPORT_ROW_NOTICES).join(', ')}; more may come.` }),
  column: z.string().nullable(),
  tag: z.string().nullable().openapi({ description: 'The tag it is about, as the file writes it.' }),
});

export const importRowOut = z
  .object({
    row: z.number().int().openapi({ description: 'From 1; the header is none.' }),
    outcome: z.string().openapi({ description: 'created, updated, unchanged or rejected.' }),
    contact_id: z.string().nullable(),
    reasons: z.array(rowFault).openapi({ description: 'Why it was rejected.' }),
    notices: z
      .array(rowNotice)
      .openapi({ description: 'What was done otherwise than the row says, though it was taken.' }),
  })
  .openapi('ImportRow');
/** A line of the rows: a row, or the last one with the count. */
export const importRowLine = z.union([importRowOut, z.object({ end: z.literal(true), count: z.number().int() })]);

export const rowsQuery = z.strictObject({
  outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']).optional(),
});
export const importQuery = z.strictObject({ limit, cursor });
