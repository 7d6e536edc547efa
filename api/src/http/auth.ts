// Bearer token → actor. Tokens are random and looked up by their SHA-256; one read per request.
import { createHash } from 'node:crypto';
import { type Role, type Scope, scopesOfRole } from '@sidestage/domain';
import { statement } from '../db/statement.ts';
import type { Deps } from '../deps.ts';
import type { Actor, KeyActor, StaffActor } from './actor.ts';
import { Problem } from './problem.ts';

export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

const roleScopes = new Map<string, ReadonlySet<Scope>>();
export const scopesFor = (role: string) => {
  let scopes = roleScopes.get(role);
  if (!scopes) {
    scopes = new Set(scopesOfRole(role as Role));
    roleScopes.set(role, scopes);
  }
  return scopes;
};

const keyByHash = (hash: string, now: number) =>
  statement(
    'select id, name, scopes from api_keys where hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)',
    [hash, now],
    (r): Omit<KeyActor, 'clientId'> => ({
      kind: 'key',
      id: String(r[0]),
      name: String(r[1]),
      scopes: new Set(JSON.parse(String(r[2]))),
    }),
  );
const sessionByHash = (hash: string, now: number) =>
  statement(
    'select s.id, t.id, t.name, t.role, t.zone, t.locale from sessions s join staff t on t.id = s.staff_id where s.access_hash = ? and s.access_expires_at > ? and s.revoked_at is null and t.active = 1',
    [hash, now],
    (r): Omit<StaffActor, 'clientId'> => ({
      kind: 'staff',
      sessionId: String(r[0]),
      id: String(r[1]),
      name: String(r[2]),
      role: String(r[3]) as Role,
      zone: String(r[4]),
      locale: String(r[5]),
      scopes: scopesFor(String(r[3])),
    }),
  );

/** Who calls, by the bearer token. Throws 401 and says whether the token is missing or not accepted. */
export async function authenticate(
  deps: Deps,
  authorization: string | undefined,
  clientId: string | undefined,
): Promise<Actor> {
  const token = /^Bearer ([\x21-\x7e]{10,200})$/i.exec(authorization ?? '')?.[1];
  if (!token)
    throw unauthenticated(
      /^Bearer +\S/i.test(authorization ?? '') ? UNKNOWN_TOKEN : 'Send "Authorization: Bearer <token>".',
    );
  const now = deps.clock.now();
  const hash = tokenHash(token);
  const client = { clientId: clientId?.slice(0, 100) ?? null };
  if (token.startsWith('sst_key_')) {
    const key = (await deps.db.read({ key: keyByHash(hash, now) })).key[0];
    if (key) {
      deps.keyUse.note(key.id, now);
      return { ...key, ...client };
    }
  } else {
    const staff = (await deps.db.read({ staff: sessionByHash(hash, now) })).staff[0];
    if (staff) return { ...staff, ...client };
  }
  throw unauthenticated(UNKNOWN_TOKEN);
}

const UNKNOWN_TOKEN = 'This token is unknown, expired or revoked.';
const unauthenticated = (detail: string) =>
  new Problem('unauthenticated', detail, { headers: { 'www-authenticate': 'Bearer' } });

export function requireScope(actor: Actor, scope: Scope | 'open' | 'any') {
  if (scope === 'open' || scope === 'any' || actor.scopes.has(scope)) return;
  throw new Problem('forbidden', `This needs the scope ${scope}.`, { extra: { needed_scope: scope } });
}
