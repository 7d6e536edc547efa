// Staff, invitations, sessions, me.
import { z } from '@hono/zod-openapi';
import { operation } from '../../http/operation.ts';
import { idParam } from '../../http/schemas.ts';
import { addressFaults, getMe, updateMe } from './me.service.ts';
import { refreshSession, signIn, signOut } from './sessions.service.ts';
import {
  invitationOut,
  inviteIn,
  meOut,
  mePatch,
  refreshIn,
  sessionIn,
  sessionOut,
  staffOut,
  staffPatch,
} from './staff.schemas.ts';
import { getStaff, invite, listStaff, patchStaff } from './staff.service.ts';

const area = 'team';

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
    listStaff,
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
    getStaff,
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
    async (call) => patchStaff(call, call.params.id, call.body),
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
      body: sessionIn,
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
      body: refreshIn,
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
    getMe,
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
      faults: addressFaults,
      ifMatch: 'optional',
      replies: { 200: { description: 'As I am now', schema: meOut } },
      problems: ['forbidden', 'version-mismatch'],
    },
    updateMe,
  ),
];
