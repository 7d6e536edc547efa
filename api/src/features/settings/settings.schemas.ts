// The wire shape of company settings.
import { z } from '@hono/zod-openapi';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { freeText, key, mapOf } from '../../http/schemas.ts';
import { civilHoursIn, civilHoursOut, healthRulesIn, healthRulesOut } from '../health/health.schemas.ts';

const zone = z
  .string()
  .refine(isZone, { message: 'Not a time zone name such as Asia/Shanghai.', params: { code: 'zone-unknown' } })
  .openapi({ maxLength: 64 });

export function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}

const region = z
  .string()
  .regex(/^[A-Z]{2}$/, 'A country code such as CN.')
  // With a code no country has (UK for GB), every phone number without + would be refused as malformed.
  .refine((value) => isSupportedCountry(value), 'No country has this code. Use that of ISO 3166, such as CN or GB.')
  .nullable();

const fieldKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, 'Field names are lower-case letters, digits and underscores.');

export const settingsIn = z.strictObject({
  company_name: freeText(200).optional(),
  default_region: region.optional(),
  zone: zone.optional(),
  locale: z.enum(['en', 'zh-CN']).optional(),
  default_lifecycle: key.optional(),
  visibility: z.enum(['all', 'own']).optional(),
  undeclared_fields: z
    .enum(['keep', 'refuse'])
    .optional()
    .openapi({ description: 'Whether a contact may have fields that nobody declared.' }),
  grade_cadence_days: mapOf(z.number().int().min(1).max(3650))
    .optional()
    .openapi({ description: 'Grade tag → days between touches. Given whole.' }),
  matrix: z
    .strictObject({ x_field: fieldKey, y_field: fieldKey, x_cut: z.number(), y_cut: z.number() })
    .nullable()
    .optional()
    .openapi({ description: 'The attack/defence matrix: two number fields and their cut lines. Given whole.' }),
  warming: z
    .strictObject({
      boiling_point: z.number().min(1).max(1_000_000),
      half_life_days: z.number().min(0.1).max(3650),
      points: mapOf(z.number().min(0).max(10_000)),
    })
    .optional()
    .openapi({ description: 'How interactions warm a contact and time cools it. Given whole.' }),
  health: healthRulesIn.optional(),
  civil_hours: civilHoursIn.optional().openapi({ description: 'When staff may be disturbed, each in their own zone.' }),
});

export const settingsOut = z
  .object({
    company_name: z.string(),
    default_region: z.string().nullable(),
    zone: z.string(),
    locale: z.string(),
    default_lifecycle: z.string(),
    visibility: z.string(),
    undeclared_fields: z.string(),
    grade_cadence_days: z.record(z.string(), z.number()),
    matrix: z.object({ x_field: z.string(), y_field: z.string(), x_cut: z.number(), y_cut: z.number() }).nullable(),
    warming: z.object({
      boiling_point: z.number(),
      half_life_days: z.number(),
      points: z.record(z.string(), z.number()),
    }),
    health: healthRulesOut,
    civil_hours: civilHoursOut,
    version: z.number().int(),
  })
  .openapi('Settings');

export { zone };
