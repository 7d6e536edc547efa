// Staff, invitations, sessions, me.
import { z } from '@hono/zod-openapi';
import { etag } from '../../http/conditional.ts';
import { type Call, operation } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { channelKey, idParam, text } from '../../http/schemas.ts';
import { handleFaults, normalise } from '../contacts/handles.ts';
import { zone } from '../settings/settings.schemas.ts';
import { refreshSession, signIn, signOut } from './sessions.service.ts';
import { invitationOut, invite, patchStaff, type StaffPatch } from './staff.service.ts';
import { allStaff, type StaffRow, sessionOut, staffById, staffOut, staffView } from './staff.store.ts';

const area = 'team';
const role = z.enum(['owner', 'manager', 'rep', 'analyst']);
const staffFunction = z.enum(['marketing', 'sales', 'service']);
const locale = z.enum(['en', 'zh-CN']);
export const inviteIn = z
  .strictObject({ name: text(100).optional(), role: role.optional(), staff_id: z.string().max(64).optional() })
  .refine((body) => (body.name !== undefined) !== (body.staff_id !== undefined), {
    message: 'Give a name for a new person, or staff_id for somebody already here.',
  })
  .openapi('InvitationCreate');
const staffPatch = z
  .strictObject({
    name: text(100).optional(),
    role: role.optional(),
    function: staffFunction.nullable().optional(),
    zone: zone.optional(),
    locale: locale.optional(),
    active: z.boolean().optional(),
  })
  .openapi('StaffPatch');
const address = z.strictObject({ channel: channelKey, handle: text(320) });
const mePatch = z
  .strictObject({
    name: text(100).optional(),
    zone: zone.optional(),
    locale: locale.optional(),
    addresses: z.array(address).max(50).optional(),
  })
  .openapi('MePatch');
const meOut = z
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

/** The caller as GET and PATCH both answer; a key has no staff row and shows the company's zone and locale. */
function meView(call: Call, row: StaffRow | undefined): z.input<typeof meOut> {
  const { actor } = call;
  const settings = call.deps.settings.get();
  return {
    kind: actor.kind,
    id: actor.id,
    name: row?.name ?? actor.name,
    role: row?.role ?? null,
    scopes: [...actor.scopes],
    zone: row?.zone ?? settings.zone,
    locale: row?.locale ?? settings.locale,
    addresses: row ? row.addresses.map((one) => ({ ...one })) : [],
  };
}

const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as StaffPatch;

export const staffOperations = [
  operation(
    {
      id: 'listStaff',
      method: 'get',
      path: '/v1/staff',
      area,
      scope: 'team:read',
      summary: 'Everybody in the company',
      replies: { 200: { description: 'Staff', schema: z.object({ data: z.array(staffOut) }).openapi('StaffList') } },
    },
    async (call) => ({
      status: 200,
      body: { data: (await call.deps.db.read({ rows: allStaff })).rows.map(staffView) },
    }),
  ),
  operation(
    {
      id: 'getStaff',
      method: 'get',
      path: '/v1/staff/{id}',
      area,
      scope: 'team:read',
      summary: 'One staff member',
      params: idParam,
      replies: { 200: { description: 'The staff member', schema: staffOut } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: staffById(call.params.id) })).row[0];
      if (!row) throw notFound('staff member');
      return { status: 200, body: staffView(row), headers: { etag: etag(row.version) } };
    },
  ),
  operation(
    {
      id: 'updateStaff',
      method: 'patch',
      path: '/v1/staff/{id}',
      area,
      scope: 'team:write',
      summary: 'Change a staff member',
      params: idParam,
      body: staffPatch,
      ifMatch: 'optional',
      replies: { 200: { description: 'As they are now', schema: staffOut } },
      problems: ['last-owner', 'version-mismatch'],
    },
    async (call) => patchStaff(call, call.params.id, defined(call.body)),
  ),
  operation(
    {
      id: 'createInvitation',
      method: 'post',
      path: '/v1/invitations',
      area,
      scope: 'team:write',
      summary: 'A one-time sign-in code',
      description:
        'Works once, for 24 hours. A new code for the same person revokes the old. The code is shown once and never stored.',
      body: inviteIn,
      replies: { 201: { description: 'The code', schema: invitationOut } },
      problems: ['staff-unknown', 'secret-not-repeatable'],
    },
    invite,
  ),
  operation(
    {
      id: 'createSession',
      method: 'post',
      path: '/v1/sessions',
      area,
      scope: 'open',
      summary: 'Sign in with an invitation code',
      body: z
        .strictObject({ invitation_code: z.string().min(1).max(100), device: text(100).optional() })
        .openapi('SessionCreate'),
      replies: { 201: { description: 'Signed in', schema: sessionOut } },
      problems: ['invitation-invalid', 'invitation-used', 'invitation-expired', 'secret-not-repeatable'],
    },
    signIn,
  ),
  operation(
    {
      id: 'refreshSession',
      method: 'post',
      path: '/v1/sessions/refresh',
      area,
      scope: 'open',
      readOnly: true,
      summary: 'New tokens for the refresh token',
      description:
        'The refresh token rotates. The previous one answers the same successor for 30 s; used later, the session ends.',
      body: z.strictObject({ refresh_token: z.string().min(1).max(200) }).openapi('SessionRefresh'),
      replies: { 200: { description: 'New tokens', schema: sessionOut } },
      problems: ['session-revoked', 'staff-deactivated', 'storage-full'],
    },
    refreshSession,
  ),
  operation(
    {
      id: 'deleteCurrentSession',
      method: 'delete',
      path: '/v1/sessions/current',
      area,
      scope: 'any',
      summary: 'Sign out',
      replies: { 204: { description: 'Signed out' } },
      problems: ['forbidden'],
    },
    signOut,
  ),
  operation(
    {
      id: 'getMe',
      method: 'get',
      path: '/v1/me',
      area,
      scope: 'any',
      summary: 'Who am I',
      replies: { 200: { description: 'The caller', schema: meOut } },
    },
    async (call) => {
      const { actor } = call;
      const row = actor.kind === 'staff' ? (await call.deps.db.read({ row: staffById(actor.id) })).row[0] : undefined;
      return {
        status: 200,
        body: meView(call, row),
        headers: row ? { etag: etag(row.version) } : {},
      };
    },
  ),
  operation(
    {
      id: 'updateMe',
      method: 'patch',
      path: '/v1/me',
      area,
      scope: 'any',
      summary: 'Change my name, zone, locale and own addresses',
      body: mePatch,
      faults: (body, deps) =>
        handleFaults(
          (Array.isArray((body as { addresses?: unknown } | null)?.addresses)
            ? (body as { addresses: unknown[] }).addresses.slice(0, 50)
            : []
          ).map((one, i) => [`/addresses/${i}`, one] as const),
          deps,
        ),
      ifMatch: 'optional',
      replies: { 200: { description: 'As I am now', schema: meOut } },
      problems: ['forbidden', 'version-mismatch'],
    },
    async (call) => {
      if (call.actor.kind !== 'staff') throw new Problem('forbidden', 'A key has no profile.');
      const addresses = call.body.addresses?.map((one, i) => {
        const handle = normalise(call.deps, one, `/addresses/${i}/handle`);
        return { channel: handle.channel, handle: handle.handle };
      });
      return patchStaff(call, call.actor.id, defined({ ...call.body, addresses }), {
        schema: meOut,
        body: (row) => meView(call, row),
      });
    },
  ),
];
