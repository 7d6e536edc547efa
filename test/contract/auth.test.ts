// Who may ask: every operation of the document, found by walking it, so that a new one is covered the day it appears.

import { compareWaiting } from '@sidestage/api';
import { ROLES, SCOPES, type Scope, scopesOfRole } from '@sidestage/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { send, startHouse, type TestHouse } from '../support/house.ts';
import { bodyOf, everyOperation, pathOf, scopeOf } from './every-operation.ts';
import { callerWith, createPerson, keyWith, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const guarded = everyOperation.filter((one) => scopeOf(one) !== undefined);

const scoped = guarded.filter((one) => scopeOf(one) !== 'any');

describe('every operation', () => {
  it('is open only where signing in or looking after the service needs it', () => {
    const open = everyOperation.filter((one) => one.operation.security.length === 0).map((one) => one.name);
    expect(open.sort()).toEqual(['createSession', 'getHealth', 'refreshSession']);
  });

  it.each(guarded)('$name refuses a caller without a token, and one with a token nobody made', async (one) => {
    const before = await readTables(t.house);
    for (const token of [undefined, 'garbage', `sst_key_${'a'.repeat(46)}`, `sst_acc_${'b'.repeat(40)}`]) {
      const answer = await callerWith(t, token)(one.method, pathOf(one), bodyOf(one));
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it.each(scoped)('$name refuses a key that has every scope but the one it needs', async (one) => {
    const others = Object.keys(SCOPES).filter((scope) => scope !== scopeOf(one));
    const call = await keyWith(t, others);
    const before = await readTables(t.house);
    const answer = await call(one.method, pathOf(one), bodyOf(one));
    expect([answer.status, answer.body.code, answer.body.needed_scope]).toEqual([403, 'forbidden', scopeOf(one)]);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it.each(scoped)('$name takes a key that has no scope but the one it needs', async (one) => {
    const call = await keyWith(t, [scopeOf(one) ?? '']);
    const answer = await call(one.method, pathOf(one), bodyOf(one));
    expect(answer.body?.code ?? '', answer.text).not.toMatch(/^(forbidden|unauthenticated|validation-failed)$/);
  });
});

describe('roles', () => {
  it.each(ROLES)(
    'lets a(n) %s do what the role’s scopes say, operation by operation, and nothing else',
    async (role) => {
      const { call } = await signIn(t, role);
      for (const one of scoped) {
        const may = scopesOfRole(role).includes(scopeOf(one) as Scope);
        const answer = await call(one.method, pathOf(one), bodyOf(one));
        expect([one.name, answer.status === 403 && answer.body.needed_scope !== undefined]).toEqual([one.name, !may]);
        if (!may) expect(answer.body.needed_scope).toBe(scopeOf(one));
      }
    },
  );

  it('rise from analyst to owner: whoever ranks higher may do all that those below may, and the owner everything', () => {
    const [analyst, rep, manager, owner] = (['analyst', 'rep', 'manager', 'owner'] as const).map(scopesOfRole);
    expect(rep).toEqual(expect.arrayContaining([...(analyst ?? [])]));
    expect(manager).toEqual(expect.arrayContaining([...(rep ?? [])]));
    expect([...(owner ?? [])].sort()).toEqual(Object.keys(SCOPES).sort());
    // What lets data leave, or others in, is the owner's alone.
    const ownersAlone = owner?.filter((scope) => !manager?.includes(scope));
    expect(ownersAlone?.sort()).toEqual(['keys:write', 'settings:write', 'webhooks:write']);
  });

  it('lets an analyst read, and refuses every write of theirs', async () => {
    const analyst = await signIn(t, 'analyst');
    const { id } = await createPerson(t);
    // What is derived is derived already: asking for it catches up where it lags.
    await compareWaiting(t.house.deps);
    const before = await readTables(t.house);
    for (const one of guarded.filter((other) => scopeOf(other) !== 'any')) {
      const scope = scopeOf(one) ?? '';
      const answer = await analyst.call(one.method, pathOf(one, { id }), bodyOf(one));
      if (scopesOfRole('analyst').includes(scope as never)) expect(answer.status, one.name).not.toBe(403);
      else expect([one.name, answer.status]).toEqual([one.name, 403]);
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
    expect(scopesOfRole('analyst').filter((scope) => !scope.endsWith(':read'))).toEqual([]);
  });

  it('lets nobody make or change somebody above themselves', async () => {
    const [owner, manager] = [await signIn(t, 'owner'), await signIn(t, 'manager')];
    const invited = await manager.call('POST', '/v1/invitations', { name: 'New', role: 'owner' });
    expect([invited.status, invited.body.code]).toEqual([403, 'forbidden']);
    const changed = await manager.call('PATCH', `/v1/staff/${owner.id}`, { active: false });
    expect([changed.status, changed.body.code]).toEqual([403, 'forbidden']);
    const raised = await manager.call('PATCH', `/v1/staff/${manager.id}`, { role: 'owner' });
    expect([raised.status, raised.body.code]).toEqual([403, 'forbidden']);
    expect((await owner.call('GET', '/v1/me')).status).toBe(200);
  });

  it('lets no key reach past its scopes by making an owner or a manager', async () => {
    const owner = await signIn(t, 'owner');
    const [narrow, whole] = [await keyWith(t, ['team:read', 'team:write']), t.call];
    for (const [path, body] of [
      ['/v1/invitations', { name: 'New', role: 'owner' }],
      ['/v1/invitations', { name: 'New', role: 'manager' }],
      ['/v1/invitations', { staff_id: owner.id }],
    ] as const) {
      const refused = await narrow('POST', path, body);
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
      expect((await whole('POST', path, body)).status).toBe(201);
    }
    const rep = await narrow('POST', '/v1/invitations', { name: 'New', role: 'rep' });
    expect(rep.status).toBe(201);
    const raised = await narrow('PATCH', `/v1/staff/${rep.body.staff_id}`, { role: 'owner' });
    expect([raised.status, raised.body.code]).toEqual([403, 'forbidden']);
  });

  it('keeps one active owner', async () => {
    const own = await startHouse();
    try {
      const owner = await signIn(own, 'owner');
      const left = await owner.call('PATCH', `/v1/staff/${owner.id}`, { active: false });
      expect([left.status, left.body.code]).toEqual([409, 'last-owner']);
      const lowered = await owner.call('PATCH', `/v1/staff/${owner.id}`, { role: 'rep' });
      expect([lowered.status, lowered.body.code]).toEqual([409, 'last-owner']);
    } finally {
      await own.close();
    }
  });

  it('gives no key a scope its maker does not have', async () => {
    const call = await keyWith(t, ['keys:write', 'contacts:read']);
    const above = await call('POST', '/v1/keys', { name: 'more', scopes: ['contacts:write'] });
    expect([above.status, above.body.code]).toEqual([403, 'forbidden']);
    const whole = await call('POST', '/v1/keys', { name: 'all of mine' });
    expect(whole.body.scopes.sort()).toEqual(['contacts:read', 'keys:write']);
  });
});

it('a token that is none is told apart from no token at all', async () => {
  const asked = async (authorization?: string) =>
    (await send(t.house, undefined, 'GET', '/v1/me', undefined, authorization ? { authorization } : {})).body.detail;
  expect(await asked()).toBe('Send "Authorization: Bearer <token>".');
  expect(await asked('Bearer bad')).toBe('This token is unknown, expired or revoked.');
});

describe('keys', () => {
  it('shows a key once, forgets it when revoked, and lets it expire', async () => {
    const made = await t.call('POST', '/v1/keys', {
      name: 'short',
      expires_at: new Date(t.clock.now() + 60_000).toISOString(),
    });
    const other = await t.call('POST', '/v1/keys', { name: 'long' });
    expect((await t.call('GET', '/v1/keys')).text).not.toContain(made.body.key);
    const [short, long] = [callerWith(t, made.body.key), callerWith(t, other.body.key)];
    expect((await short('GET', '/v1/me')).body).toMatchObject({ kind: 'key', id: made.body.id });
    t.clock.advance(60_000);
    expect((await short('GET', '/v1/me')).status).toBe(401);
    expect((await long('GET', '/v1/me')).status).toBe(200);
    expect((await t.call('DELETE', `/v1/keys/${other.body.id}`)).status).toBe(204);
    expect((await long('GET', '/v1/me')).status).toBe(401);
  });

  it('stores no key, code or token that could be read from the database', async () => {
    const { key } = (await t.call('POST', '/v1/keys', { name: 'secret' }, { 'idempotency-key': 'k1' })).body;
    const invited = (await t.call('POST', '/v1/invitations', { name: 'Ana' }, { 'idempotency-key': 'k2' })).body;
    const rep = await signIn(t, 'rep');
    const all = JSON.stringify(Object.values(await readTables(t.house)).map((rows) => [...rows.values()]));
    for (const secret of [key, invited.code, rep.session.access_token, rep.session.refresh_token, t.key])
      expect(all).not.toContain(secret);
  });
});

describe('me', () => {
  it('answers the same shape to GET and PATCH', async () => {
    const rep = await signIn(t, 'rep');
    const changed = await rep.call('PATCH', '/v1/me', {
      name: 'Ana',
      zone: 'Europe/Madrid',
      addresses: [{ channel: 'email', handle: 'ANA@example.com' }],
    });
    expect(changed.body).toMatchObject({
      kind: 'staff',
      role: 'rep',
      name: 'Ana',
      addresses: [{ channel: 'email', handle: 'ana@example.com' }],
    });
    const read = await rep.call('GET', '/v1/me');
    expect(read.body).toEqual(changed.body);
    expect(read.headers.get('etag')).toBe(changed.headers.get('etag'));
  });
});
