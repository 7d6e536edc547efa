// The wire shape of company settings.
import { z } from '@hono/zod-openapi';
import { freeText, key } from '../../http/schemas.ts';

const zone = z
  .string()
  .refine(isZone, { message: 'Not a time zone name such as Asia/Shanghai.', params: { code: 'zone-unknown' } });

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
  .nullable();

export const settingsIn = z.strictObject({
  company_name: freeText(200).optional(),
  default_region: region.optional(),
  zone: zone.optional(),
  locale: z.enum(['en', 'zh-CN']).optional(),
  default_lifecycle: key.optional(),
  visibility: z.enum(['all', 'own']).optional(),
});

export const settingsOut = z
  .object({
    company_name: z.string(),
    default_region: z.string().nullable(),
    zone: z.string(),
    locale: z.string(),
    default_lifecycle: z.string(),
    visibility: z.string(),
    version: z.number().int(),
  })
  .openapi('Settings');

export { zone };
