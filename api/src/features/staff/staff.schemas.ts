// Staff, invitations, sessions and the caller on the wire.
import { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { channelKey, instantOut, text } from '../../http/schemas.ts';
import { zone } from '../settings/settings.schemas.ts';
import type { StaffRow } from './staff.store.ts';

const role = z.enum(['owner', 'manager', 'rep', 'analyst']);
const staffFunction = z.enum(['marketing', 'sales', 'service']);
const locale = z.enum(['en', 'zh-CN']);
export const inviteIn = z
  .strictObject({ name: text(100).optional(), role: role.optional(), staff_id: z.string().max(64).optional() })
  .refine((body) => (body.name !== undefined) !== (body.staff_id !== undefined), {
    message: 'Give a name for a new person, or staff_id for somebody already here.',
  })
  .openapi('InvitationCreate');
export const staffPatch = z
  .strictObject({
    name: text(100).optional(),
    role: role.optional(),
    function: staffFunction.nullable().optional(),
    zone: zone.optional(),
    locale: locale.optional(),
    active: z.boolean().optional(),
  })
  .openapi('StaffPatch');
export const MOST_ADDRESSES = 50;
const address = z.strictObject({ channel: channelKey, handle: text(320) });
export const mePatch = z
  .strictObject({
    name: text(100).optional(),
    zone: zone.optional(),
    locale: locale.optional(),
    addresses: z.array(address).max(MOST_ADDRESSES).optional(),
  })
  .openapi('MePatch');
export const meOut = z
  .object({
    kind: z.string(),
    id: z.string(),
    name: z.string(),
    role: z.string().nullable(),
    scopes: z.array(z.string()),
    zone: z.string(),
    locale: z.string(),
    addresses: z.array(z.object({ channel: z.string(), handle: z.string() })),
  })
  .openapi('Me');

export const sessionIn = z
  .strictObject({ invitation_code: z.string().min(1).max(100), device: text(100).optional() })
  .openapi('SessionCreate');
export const refreshIn = z.strictObject({ refresh_token: z.string().min(1).max(200) }).openapi('SessionRefresh');

export const staffOut = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    function: z.string().nullable(),
    zone: z.string(),
    locale: z.string(),
    active: z.boolean(),
    version: z.number().int(),
    created_at: instantOut,
  })
  .openapi('Staff');
export const invitationOut = z
  .object({ id: z.string(), code: z.string(), expires_at: instantOut, staff_id: z.string(), role: z.string() })
  .openapi('Invitation');
export const sessionOut = z
  .object({ access_token: z.string(), access_expires_at: instantOut, refresh_token: z.string(), staff: staffOut })
  .openapi('Session');

export const staffView = (row: StaffRow): z.input<typeof staffOut> => ({
  id: row.id,
  name: row.name,
  role: row.role,
  function: row.function,
  zone: row.zone,
  locale: row.locale,
  active: row.active,
  version: row.version,
  created_at: toIso(row.createdAt),
});
