// Signing in: a one-time invitation code becomes an access token and a rotating refresh token. Only hashes are stored.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { toIso } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import type { StaffActor } from '../../http/actor.ts';
import { scopesFor, tokenHash } from '../../http/auth.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { sessionOut, staffView } from './staff.schemas.ts';
import { type StaffRow, staffById } from './staff.store.ts';

const ACCESS_MS = 3_600_000;
const GRACE_MS = 30_000;

const newTokens = (call: Call) => ({
  access: `sst_acc_${call.deps.secret(40)}`,
  refresh: `sst_ref_${call.deps.secret(40)}`,
});

const body = (tokens: { access: string; refresh: string }, accessExpiresAt: number, staff: StaffRow) => ({
  access_token: tokens.access,
  access_expires_at: toIso(accessExpiresAt),
  refresh_token: tokens.refresh,
  staff: staffView(staff),
});

const asStaff = (staff: StaffRow, sessionId: string): StaffActor => ({
  kind: 'staff',
  id: staff.id,
  name: staff.name,
  role: staff.role,
  zone: staff.zone,
  locale: staff.locale,
  scopes: scopesFor(staff.role),
  sessionId,
  clientId: null,
});

const invitationByCode = (code: string) =>
  statement(
    'select id, staff_id, expires_at, used_at, revoked_at from invitations where code_hash = ?',
    [tokenHash(normaliseCode(code))],
    (r) => ({
      id: String(r[0]),
      staffId: String(r[1]),
      expiresAt: Number(r[2]),
      usedAt: r[3] as number | null,
      revokedAt: r[4] as number | null,
    }),
  );

/** Codes are read aloud and retyped: case, spaces and dashes do not matter. */
export const normaliseCode = (code: string) => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

export async function signIn(
  call: Call<unknown, unknown, { invitation_code: string; device?: string | undefined }>,
): Promise<Reply> {
  const code = call.body.invitation_code;
  const found = (await call.deps.db.read({ invitation: invitationByCode(code) })).invitation[0];
  const sessionId = call.deps.newId('ses');
  const tokens = newTokens(call);
  return mutate(call, {
    load: { invitation: invitationByCode(code), staff: staffById(found?.staffId ?? '') },
    plan: ({ invitation: invitations, staff: people }) => {
      const invitation = invitations[0];
      const staff = people[0];
      if (!invitation || !staff)
        throw new Problem('invitation-invalid', 'This invitation code is not known. Check it, or ask for a new one.');
      if (invitation.usedAt !== null)
        throw new Problem('invitation-used', 'This invitation code has been used. Ask for a new one.');
      if (invitation.revokedAt !== null)
        throw new Problem(
          'invitation-invalid',
          'This invitation code was replaced by a newer one. Use that, or ask for a new one.',
        );
      if (invitation.expiresAt <= call.now)
        throw new Problem('invitation-expired', 'This invitation code has expired. Ask for a new one.');
      if (!staff.active) throw new Problem('invitation-invalid', 'This account is switched off. Ask your manager.');
      const actor = asStaff(staff, sessionId);
      return {
        statements: [
          guard('exists (select 1 from invitations where id = ? and used_at is null and revoked_at is null)', [
            invitation.id,
          ]),
          statement('update invitations set used_at = ? where id = ?', [call.now, invitation.id]),
          statement(
            'insert into sessions (id, staff_id, device, access_hash, access_expires_at, refresh_hash, created_at, last_used_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
            [
              sessionId,
              staff.id,
              call.body.device ?? null,
              tokenHash(tokens.access),
              call.now + ACCESS_MS,
              tokenHash(tokens.refresh),
              call.now,
              call.now,
            ],
          ),
          ...eventStatements({ ...call, actor }, [
            { type: 'staff.joined', data: { staff_id: staff.id, session_id: sessionId } },
          ]),
        ],
        status: 201,
        body: body(tokens, call.now + ACCESS_MS, staff),
        schema: sessionOut,
        secret: true,
        actor,
      };
    },
  });
}

const SESSION =
  'select id, staff_id, refresh_hash, previous_refresh_hash, rotated_at, successor, revoked_at from sessions';
const sessionByRefresh = (hash: string) =>
  statement(
    `${SESSION} where refresh_hash = ?1 union ${SESSION} where previous_refresh_hash = ?1 union ${SESSION} where id = (select session_id from spent_refresh_tokens where hash = ?1)`,
    [hash],
    (r) => ({
      id: String(r[0]),
      staffId: String(r[1]),
      refreshHash: String(r[2]),
      previousHash: r[3] as string | null,
      rotatedAt: r[4] as number | null,
      successor: r[5] as string | null,
      revokedAt: r[6] as number | null,
    }),
  );

type Successor = { access: string; refresh: string; accessExpiresAt: number };

/**
 * Rotates. The previous token answers the same successor for 30 s (a lost answer); later use of it, or use of any older
 * one, means theft and ends the session.
 */
export async function refreshSession(call: Call<unknown, unknown, { refresh_token: string }>): Promise<Reply> {
  const token = call.body.refresh_token;
  const hash = tokenHash(token);
  const found = (await call.deps.db.read({ session: sessionByRefresh(hash) })).session[0];
  const tokens = newTokens(call);
  return mutate(
    { ...call, header: (name) => (name.toLowerCase() === 'idempotency-key' ? undefined : call.header(name)) },
    {
      load: { session: sessionByRefresh(hash), staff: staffById(found?.staffId ?? '') },
      plan: ({ session: sessions, staff: people }) => {
        const session = sessions[0];
        const staff = people[0];
        if (session && staff?.active === false)
          throw new Problem('staff-deactivated', 'This account was switched off.');
        if (!session || !staff || session.revokedAt !== null)
          throw new Problem('session-revoked', 'This session has ended. Sign in with a new invitation code.');
        const actor = asStaff(staff, session.id);
        if (session.refreshHash !== hash) {
          if (
            session.previousHash === hash &&
            session.rotatedAt !== null &&
            session.successor !== null &&
            call.now - session.rotatedAt <= GRACE_MS
          ) {
            const successor = unseal(session.successor, token);
            return {
              statements: [],
              status: 200,
              body: body(successor, successor.accessExpiresAt, staff),
              schema: sessionOut,
              secret: true,
              actor,
            };
          }
          return {
            statements: [
              statement("update sessions set revoked_at = ?, revoked_because = 'refresh token reused' where id = ?", [
                call.now,
                session.id,
              ]),
            ],
            status: 401,
            refusal: new Problem(
              'session-revoked',
              'This refresh token was used before. The session is ended to be safe; sign in again.',
            ),
            actor,
          };
        }
        const accessExpiresAt = call.now + ACCESS_MS;
        return {
          statements: [
            guard('exists (select 1 from sessions where id = ? and refresh_hash = ? and revoked_at is null)', [
              session.id,
              hash,
            ]),
            statement(
              'update sessions set access_hash = ?, access_expires_at = ?, refresh_hash = ?, previous_refresh_hash = ?, rotated_at = ?, successor = ?, last_used_at = ? where id = ?',
              [
                tokenHash(tokens.access),
                accessExpiresAt,
                tokenHash(tokens.refresh),
                hash,
                call.now,
                seal({ ...tokens, accessExpiresAt }, token),
                call.now,
                session.id,
              ],
            ),
            statement('insert into spent_refresh_tokens (hash, session_id, spent_at) values (?, ?, ?)', [
              hash,
              session.id,
              call.now,
            ]),
          ],
          status: 200,
          body: body(tokens, accessExpiresAt, staff),
          schema: sessionOut,
          secret: true,
          actor,
        };
      },
    },
  );
}

export async function signOut(call: Call): Promise<Reply> {
  const { actor } = call;
  if (actor.kind !== 'staff')
    throw new Problem('forbidden', 'Only a staff session can be signed out. Revoke a key instead.');
  return mutate(call, {
    load: {},
    plan: () => ({
      statements: [
        statement("update sessions set revoked_at = ?, revoked_because = 'signed out' where id = ?", [
          call.now,
          actor.sessionId,
        ]),
      ],
      status: 204,
    }),
  });
}

// The successor is kept only sealed under the token it replaced, so a stolen database gives nobody a session.
const keyOf = (token: string) => createHash('sha256').update(`successor:${token}`).digest();

function seal(successor: Successor, token: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), iv);
  return Buffer.concat([
    iv,
    cipher.update(JSON.stringify(successor), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64');
}

function unseal(sealed: string, token: string): Successor {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(
    Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8'),
  ) as Successor;
}
