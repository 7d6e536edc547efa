// Inviting and changing staff. A company always keeps one active owner.

import type { z } from '@hono/zod-openapi';
import { type Role, toIso } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { type Actor, actorText } from '../../http/actor.ts';
import { scopesFor, tokenHash } from '../../http/auth.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { normaliseCode } from './sessions.service.ts';
import { invitationOut, staffOut, staffView } from './staff.schemas.ts';
import { allStaff, type StaffRow, saveStaff, staffById } from './staff.store.ts';

const INVITATION_MS = 24 * 3_600_000;

const RANK: Record<Role, number> = { owner: 3, manager: 2, rep: 1, analyst: 1 };

/** Nobody may invite or change somebody of higher rank; a key may do so with managers and owners only if it has all their scopes. */
function checkRank(actor: Actor, role: Role) {
  if (actor.kind === 'staff' && RANK[role] > RANK[actor.role])
    throw new Problem('forbidden', `The role ${actor.role} cannot invite or change somebody with the role ${role}.`);
  const lacking = [...scopesFor(role)].find((scope) => !actor.scopes.has(scope));
  if (actor.kind === 'key' && RANK[role] > RANK.rep && lacking)
    throw new Problem('forbidden', `This key cannot invite or change a ${role}, who has the scope ${lacking}.`);
}

export interface InviteIn {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly staff_id?: string | undefined;
}

/** `abcd-efgh-jkmn-pqrs`: 80 bits, easy to read aloud. */
const newCode = (call: Pick<Call, 'deps'>) => call.deps.secret(16).replaceAll(/(.{4})(?=.)/g, '$1-');

/** A one-time code for a new or an existing staff member; a new one revokes the old. */
export async function invite(call: Call<unknown, unknown, InviteIn>): Promise<Reply> {
  const { body } = call;
  const id = call.deps.newId('inv');
  const code = newCode(call);
  const settings = call.deps.settings.get();
  return mutate(call, {
    load: { staff: staffById(body.staff_id ?? '') },
    plan: ({ staff: found }) => {
      if (body.staff_id !== undefined && !found[0]?.active)
        throw new Problem('staff-unknown', 'There is no active staff member with this id.', {
          errors: [{ pointer: '/staff_id', code: 'staff-unknown', detail: 'Use an id of /v1/staff.' }],
        });
      const staff: StaffRow = found[0] ?? {
        id: call.deps.newId('stf'),
        name: body.name ?? '',
        role: body.role ?? 'rep',
        function: 'sales',
        zone: settings.zone,
        locale: settings.locale,
        addresses: [],
        active: true,
        version: 1,
        createdAt: call.now,
      };
      checkRank(call.actor, staff.role);
      return {
        statements: [
          ...(found[0] ? [] : [saveStaff(staff, call.now)]),
          statement(
            'update invitations set revoked_at = ? where staff_id = ? and used_at is null and revoked_at is null',
            [call.now, staff.id],
          ),
          statement(
            'insert into invitations (id, staff_id, code_hash, expires_at, created_by, created_at) values (?, ?, ?, ?, ?, ?)',
            [id, staff.id, tokenHash(normaliseCode(code)), call.now + INVITATION_MS, actorText(call.actor), call.now],
          ),
          ...eventStatements(call, [
            { type: 'staff.invited', data: { staff_id: staff.id, invitation_id: id, role: staff.role } },
          ]),
        ],
        status: 201,
        body: { id, code, expires_at: toIso(call.now + INVITATION_MS), staff_id: staff.id, role: staff.role },
        schema: invitationOut,
        secret: true,
      };
    },
  });
}

type Changeable = Pick<StaffRow, 'name' | 'role' | 'function' | 'zone' | 'locale' | 'active' | 'addresses'>;
/** What is undefined stays as it is. */
type StaffPatch = { readonly [K in keyof Changeable]?: Changeable[K] | undefined };

const given = (patch: StaffPatch) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Changeable>;

export async function listStaff(call: Call): Promise<Reply> {
  const { rows } = await call.deps.db.read({ rows: allStaff });
  return { status: 200, body: { data: rows.map(staffView) } };
}

export async function getStaff(call: Call<{ id: string }>): Promise<Reply> {
  const row = (await call.deps.db.read({ row: staffById(call.params.id) })).row[0];
  if (!row) throw notFound('staff member');
  return { status: 200, body: staffView(row), headers: { etag: etag(row.version) } };
}

/** `answer` is the shape to answer with; the staff shape by default. */
export async function patchStaff(
  call: Call,
  id: string,
  changes: StaffPatch,
  answer: { schema: z.ZodType; body: (row: StaffRow) => unknown } = { schema: staffOut, body: staffView },
): Promise<Reply> {
  const patch = given(changes);
  return mutate(call, {
    load: { staff: staffById(id), everybody: allStaff },
    plan: ({ staff, everybody }) => {
      const row = staff[0];
      if (!row) throw notFound('staff member');
      checkIfMatch(call, row.version, () => answer.body(row));
      if (call.actor.id !== id) checkRank(call.actor, row.role);
      if (patch.role) checkRank(call.actor, patch.role);
      const next: StaffRow = { ...row, ...patch, version: row.version + 1 };
      const owners = everybody.filter((one) => one.role === 'owner' && one.active && one.id !== id).length;
      if (owners === 0 && row.role === 'owner' && (next.role !== 'owner' || !next.active))
        throw new Problem('last-owner', 'At least one active owner must remain. Make somebody else owner first.');
      return {
        statements: [
          guard(
            "(select version from staff where id = ?) = ? and (select count(*) from staff where role = 'owner' and active = 1 and id <> ?) = ?",
            [id, row.version, id, owners],
          ),
          saveStaff(next, call.now),
          ...(row.active && !next.active
            ? [
                statement(
                  "update sessions set revoked_at = ?, revoked_because = 'staff deactivated' where staff_id = ? and revoked_at is null",
                  [call.now, id],
                ),
                statement('update invitations set revoked_at = ? where staff_id = ? and used_at is null', [
                  call.now,
                  id,
                ]),
              ]
            : []),
          ...eventStatements(call, [{ type: 'staff.updated', data: { staff_id: id, fields: Object.keys(patch) } }]),
        ],
        status: 200,
        body: answer.body(next),
        schema: answer.schema,
        headers: { etag: etag(next.version) },
      };
    },
  });
}
