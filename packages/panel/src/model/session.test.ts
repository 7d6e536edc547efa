import { fixedClock } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import { type Answer, fakeHost, SESSION } from './fake-host.ts';
import { createSession, readServerAddress } from './session.ts';

const NOW = Date.parse('2026-11-21T08:00:00Z');
const refreshed = (n: number) => ({
  status: 200,
  body: {
    access_token: `access-${n}`,
    access_expires_at: '2026-11-21T10:00:00.000Z',
    refresh_token: `refresh-${n}`,
    staff: SESSION.staff,
  },
});

describe('a server address', () => {
  it.each([
    ['crm.example.com', 'https://crm.example.com'],
    ['https://crm.example.com/v1/', 'https://crm.example.com'],
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
    [' http://localhost:8787/ ', 'http://localhost:8787'],
  ])('typed as %s is %s', (typed, server) => {
    expect(readServerAddress(typed)).toEqual({ ok: true, server });
  });

  it.each(['http://crm.example.com', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example'])(
    'that would send tokens in the clear is refused: %s',
    (typed) => {
      expect(readServerAddress(typed)).toEqual({ ok: false, code: 'address-insecure' });
    },
  );

  it.each(['', 'my server', 'ftp://crm.example.com', 'https://user:pass@crm.example.com'])('is not %j', (typed) => {
    expect(readServerAddress(typed)).toEqual({ ok: false, code: 'address-malformed' });
  });
});

describe('a session', () => {
  it('refreshes once for many requests at the same time, and sends none with a spent token', async () => {
    const { host, kept, sent } = fakeHost(({ path }) => (path.endsWith('/refresh') ? refreshed(2) : { status: 200 }));
    kept.set('session', SESSION);
    const clock = fixedClock(NOW + 3_595_000);
    const session = createSession(host, clock);
    await session.start();
    await Promise.all([1, 2, 3].map(() => session.send(new Request('https://crm.example/v1/me'))));
    expect(sent.filter((one) => one.path.endsWith('/refresh'))).toHaveLength(1);
    expect(sent.filter((one) => one.path === '/v1/me').map((one) => one.token)).toEqual(
      Array(3).fill('Bearer access-2'),
    );
  });

  it('refreshes and repeats where the server no longer takes the token', async () => {
    const { host, kept, sent } = fakeHost(({ path, token }) =>
      path.endsWith('/refresh') ? refreshed(2) : { status: token === 'Bearer access-1' ? 401 : 200 },
    );
    kept.set('session', SESSION);
    const session = createSession(host, fixedClock(NOW));
    await session.start();
    const body = JSON.stringify({ to: 'lead' });
    const answer = await session.send(new Request('https://crm.example/v1/x', { method: 'POST', body }));
    expect(answer.status).toBe(200);
    expect(sent.map((one) => one.path)).toEqual(['/v1/x', '/v1/sessions/refresh', '/v1/x']);
    expect(sent.at(-1)?.body).toEqual({ to: 'lead' });
  });

  it('takes the token another window has fetched meanwhile', async () => {
    const { host, kept, sent } = fakeHost(() => ({ status: 200 }));
    kept.set('session', SESSION);
    const session = createSession(host, fixedClock(NOW + 3_595_000));
    await session.start();
    kept.set('session', { ...SESSION, accessToken: 'access-9', refreshToken: 'refresh-9' });
    await session.send(new Request('https://crm.example/v1/me'));
    expect(sent.map((one) => one.token)).toEqual(['Bearer access-9']);
  });

  it('ends where the server says so, and is not ended by a server that cannot be reached', async () => {
    let down = true;
    const { host, kept } = fakeHost(({ path }) =>
      path.endsWith('/refresh') ? (down ? 'unreachable' : { status: 401 }) : { status: 401 },
    );
    kept.set('session', SESSION);
    const session = createSession(host, fixedClock(NOW));
    await session.start();
    await expect(session.send(new Request('https://crm.example/v1/me'))).rejects.toThrow();
    expect(session.state.value.status).toBe('signed-in');
    down = false;
    await session.send(new Request('https://crm.example/v1/me'));
    expect(session.state.value).toMatchObject({ status: 'signed-out', why: 'ended' });
    expect(kept.has('session')).toBe(false);
  });

  it('ended by another window says why that one ended it, whatever it asks for before it hears of it', async () => {
    const { host, kept } = fakeHost(({ method }) => ({ status: method === 'DELETE' ? 200 : 401 }));
    kept.set('session', SESSION);
    const [here, there] = [createSession(host, fixedClock(NOW)), createSession(host, fixedClock(NOW))];
    await Promise.all([here.start(), there.start()]);
    // As if the news were on their way: what the device keeps is gone already.
    kept.delete('session');
    expect((await here.send(new Request('https://crm.example/v1/me'))).status).toBe(401);
    await there.signOut();
    await expect.poll(() => here.state.value).toMatchObject({ status: 'signed-out', why: 'left' });
  });

  it('whose traces on the device were wiped ends by itself', async () => {
    const { host, kept } = fakeHost(() => ({ status: 401 }));
    kept.set('session', SESSION);
    const session = createSession(host, fixedClock(NOW));
    await session.start();
    kept.clear();
    await session.send(new Request('https://crm.example/v1/me'));
    await expect.poll(() => session.state.value, { timeout: 5_000 }).toMatchObject({ why: 'ended' });
  });

  it('sends nothing of one person with the token of who signed in after them', async () => {
    const { host, kept, sent } = fakeHost(() => ({ status: 200 }));
    kept.set('session', SESSION);
    const session = createSession(host, fixedClock(NOW + 3_595_000));
    await session.start();
    const other = { ...SESSION, staff: { ...SESSION.staff, id: 'stf_2' }, accessToken: 'access-9' };
    kept.set('session', { ...other, accessExpiresAt: '2026-11-21T10:00:00.000Z' });
    expect((await session.send(new Request('https://crm.example/v1/me'))).status).toBe(401);
    expect(sent).toEqual([]);
    expect(session.state.value).toMatchObject({ status: 'signed-in', staff: { id: 'stf_2' } });
  });

  it.each([
    ['nobody', undefined],
    ['who signed in since', { ...SESSION, accessToken: 'access-9', refreshToken: 'refresh-9' }],
  ])('signed out while its token is refreshed stays ended, whatever the answer: %s is signed in', async (_, since) => {
    let answer = (_: Answer) => {};
    const { host, kept, sent } = fakeHost(({ path }) =>
      path.endsWith('/refresh') ? new Promise<Answer>((resolve) => (answer = resolve)) : { status: 200 },
    );
    for (const late of [refreshed(2), { status: 401, body: { code: 'session-revoked' } }]) {
      kept.set('session', SESSION);
      const session = createSession(host, fixedClock(NOW + 3_595_000));
      await session.start();
      const asked = session.send(new Request('https://crm.example/v1/me'));
      const before = sent.length;
      await expect.poll(() => sent.slice(before).map((one) => one.path)).toContain('/v1/sessions/refresh');
      await session.signOut();
      if (since !== undefined) kept.set('session', since);
      answer(late);
      await asked;
      expect(kept.get('session')).toEqual(since);
      expect(session.state.value).toMatchObject({ status: 'signed-out', why: 'left' });
    }
    // What the server gave for the session nobody has any more is given back.
    expect(sent.filter((one) => one.method === 'DELETE').map((one) => one.token)).toContain('Bearer access-2');
  });

  it('is forgotten by the device at once when the rep signs out, server or no server', async () => {
    const { host, kept } = fakeHost(() => 'unreachable');
    kept.set('session', SESSION);
    const session = createSession(host, fixedClock(NOW));
    await session.start();
    await session.signOut();
    expect(kept.has('session')).toBe(false);
    expect(session.state.value).toMatchObject({ status: 'signed-out', why: 'left' });
  });
});
