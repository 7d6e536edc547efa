// A search on the wire: words, a tree of conditions, an order.
import { z } from '@hono/zod-openapi';
import { text } from '../../http/schemas.ts';
import { SORTS } from '../contacts/contacts.schemas.ts';

export const MAX_DEPTH = 5;
export const MAX_CONDITIONS = 50;
/** Values of one list. */
export const MAX_VALUES = 100;
/** Characters of one value. */
export const MAX_TEXT = 200;
export const OPS = ['eq', 'ne', 'in', 'not_in', 'lt', 'lte', 'gt', 'gte', 'contains', 'starts_with', 'exists'] as const;

const ref = { $ref: '#/components/schemas/ContactFilter' };
// Each a schema with a name of its own: a generated client has no other way to tell them apart, nor to hold one inside another.
const branch = (name: 'all' | 'any' | 'not') =>
  z.unknown().openapi(`ContactFilter${name === 'all' ? 'All' : name === 'any' ? 'Any' : 'Not'}`, {
    type: 'object',
    properties: { [name]: { type: 'array', minItems: 1, maxItems: 2 * MAX_CONDITIONS, items: ref } },
    required: [name],
    additionalProperties: false,
  });
const scalar = [
  { type: 'string' as const, maxLength: MAX_TEXT, example: 'lead' },
  { type: 'number' as const },
  { type: 'boolean' as const },
];
const condition = z.unknown().openapi('ContactFilterCondition', {
  type: 'object',
  properties: {
    field: { type: 'string', maxLength: 100, example: 'stage' },
    op: { type: 'string', enum: [...OPS] },
    value: { anyOf: [...scalar, { type: 'array', minItems: 1, maxItems: MAX_VALUES, items: { anyOf: scalar } }] },
    lifecycle: { type: 'string', maxLength: 63 },
  },
  required: ['field', 'op', 'value'],
  additionalProperties: false,
});
// Read by `readFilter`, which names every fault of a tree at once; written out here because it holds itself.
const filter = z.union([branch('all'), branch('any'), branch('not'), condition]).openapi('ContactFilter', {
  anyOf: ['All', 'Any', 'Not', 'Condition'].map((name) => ({ $ref: `#/components/schemas/ContactFilter${name}` })),
  description: `Conditions, joined by \`all\`, \`any\` or \`not\` (none of them): at most ${MAX_DEPTH} levels and ${MAX_CONDITIONS} conditions. Fields: display_name, company, source, text (names, companies and handles), owner (\`me\`, \`none\`), tag, stage and outcome (of \`lifecycle\`, the default one if left out; outcome is how they were closed where they stand), health (as last judged), domain and referrer (of the first touch), channel, handle, created_at, updated_at, last_touch_at, next_follow_up_at, and \`fields.<name>\`. \`ne\` and \`not_in\` hold for people without a value too; \`exists\` takes true or false. \`eq\` and \`in\` compare texts as they are, \`contains\` and \`starts_with\` letters in either case.`,
});

export const searchIn = z
  .strictObject({
    q: text(200).optional().openapi({ description: 'As in the list of contacts.' }),
    filter: filter.optional(),
    archived: z.boolean().optional(),
    sort: z.enum(SORTS).optional().openapi({ description: 'As in the list of contacts.' }),
    limit: z
      .number()
      .int()
      .min(1, 'A whole number from 1 to 200.')
      .max(200, 'A whole number from 1 to 200.')
      .optional()
      .openapi({ description: '50 without it.' }),
    cursor: z.string().min(1).max(1000).optional(),
  })
  .openapi('ContactSearch');
