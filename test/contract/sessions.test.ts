// Signing in from the panel: a code works once, tokens rotate, and a token used twice ends the session.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { callerWith, invitation, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const nobody = () => callerWith(t, undefined);
const enter = (code: string) => nobody()('POST', '/v1/sessions', { invitation_code: code, device: 'Chrome' });
const refresh = (token: string) => nobody()('POST', '/v1/sessions/refresh', { refresh_token: token });
const me = async (token: string) => (await callerWith(t, token)('GET', '/v1/me')).status;

describe('an invitation code', () => {
  it('works once, however it is typed', async () => {
    const { code, staff_id } = await invitation(t, 'rep', '李娜');
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
    const session = await enter(typed);
    expect(session.status).toBe(201);
    expect(session.body.staff).toMatchObject({ id: staff_id, name: '李娜', role: 'rep', active: true });
    expect(await me(session.body.access_token)).toBe(200);
    const again = await enter(code);
    expect([again.status, again.body.code, again.body.detail]).toEqual([
      401,
      'invitation-used',
      'This invitation code has been used. Ask for a new one.',
    ]);
  });

  it('works once also when two devices send it at the same time', async () => {
    const { code } = await invitation(t, 'rep');
    const answers = await Promise.all([enter(code), enter(code), enter(code)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 401, 401]);
  });

  it('is refused after 24 hours, when unknown and when a newer one replaced it, each with a sentence of its own', async () => {
    const expired = await invitation(t, 'rep');
    t.clock.advance(24 * 3_600_000 - 1);
    const replaced = await invitation(t, 'rep');
    const newer = await t.call('POST', '/v1/invitations', { staff_id: replaced.staff_id });
    t.clock.advance(1);
    const answers = [await enter(expired.code), await enter('abcd-efgh-jkmn-pqrs'), await enter(replaced.code)];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [401, 'invitation-expired'],
      [401, 'invitation-invalid'],
      [401, 'invitation-invalid'],
    ]);
    const sentences = answers.map((answer) => answer.body.detail as string);
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) expect(sentence).toMatch(/^This invitation code .*ask for a new one\.$/i);
    expect((await enter(newer.body.code)).status).toBe(201);
  });

  it('admits nobody who was switched off meanwhile', async () => {
    const { code, staff_id } = await invitation(t, 'rep');
    await t.call('PATCH', `/v1/staff/${staff_id}`, { active: false });
    const answer = await enter(code);
    expect([answer.status, answer.body.code]).toEqual([401, 'invitation-invalid']);
  });

  it('adds a device to somebody already here without ending their other sessions', async () => {
    const rep = await signIn(t, 'rep');
    const { code } = (await t.call('POST', '/v1/invitations', { staff_id: rep.id })).body;
    const second = await enter(code);
    expect(second.body.staff.id).toBe(rep.id);
    expect(await me(rep.session.access_token)).toBe(200);
  });
});

describe('tokens', () => {
  it('lets an access token live for an hour, and a refresh token give the next pair', async () => {
    const { session } = await signIn(t, 'rep');
    t.clock.advance(3_600_000 - 1);
    expect(await me(session.access_token)).toBe(200);
    t.clock.advance(1);
    expect(await me(session.access_token)).toBe(401);
    const next = await refresh(session.refresh_token);
    expect(next.status).toBe(200);
    expect(next.body.refresh_token).not.toBe(session.refresh_token);
    expect(await me(next.body.access_token)).toBe(200);
  });

  it('answers the same successor to the previous refresh token for 30 s, as a lost answer needs', async () => {
    const { session } = await signIn(t, 'rep');
    const first = await refresh(session.refresh_token);
    t.clock.advance(30_000);
    const again = await refresh(session.refresh_token);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await me(first.body.access_token)).toBe(200);
  });

  it('answers one successor to two windows that refresh at the same time', async () => {
    const { session } = await signIn(t, 'rep');
    const [a, b] = await Promise.all([refresh(session.refresh_token), refresh(session.refresh_token)]);
    expect(a.body).toEqual(b.body);
  });

  it('ends the session when the previous refresh token comes back later', async () => {
    const { session } = await signIn(t, 'rep');
    const next = await refresh(session.refresh_token);
    t.clock.advance(30_001);
    const stolen = await refresh(session.refresh_token);
    expect([stolen.status, stolen.body.code]).toEqual([401, 'session-revoked']);
    expect(await me(next.body.access_token)).toBe(401);
    expect((await refresh(next.body.refresh_token)).body.code).toBe('session-revoked');
  });

  it('ends the session when any earlier refresh token comes back, however often it rotated since', async () => {
    const { session } = await signIn(t, 'rep');
    let latest = session;
    for (let i = 0; i < 3; i++) {
      t.clock.advance(60_000);
      latest = (await refresh(latest.refresh_token)).body;
    }
    expect(await me(latest.access_token)).toBe(200);
    expect((await refresh(session.refresh_token)).body.code).toBe('session-revoked');
    expect(await me(latest.access_token)).toBe(401);
  });

  it('refuses a refresh token nobody was given', async () => {
    const answer = await refresh(`sst_ref_${'z'.repeat(40)}`);
    expect([answer.status, answer.body.code]).toEqual([401, 'session-revoked']);
  });

  it('ends with signing out, and with being switched off, which is said so that a device forgets', async () => {
    const [a, b] = [await signIn(t, 'rep'), await signIn(t, 'rep')];
    expect((await a.call('DELETE', '/v1/sessions/current')).status).toBe(204);
    expect(await me(a.session.access_token)).toBe(401);
    expect((await refresh(a.session.refresh_token)).status).toBe(401);
    await t.call('PATCH', `/v1/staff/${b.id}`, { active: false });
    expect(await me(b.session.access_token)).toBe(401);
    const refused = await refresh(b.session.refresh_token);
    expect([refused.status, refused.body.code]).toEqual([401, 'staff-deactivated']);
  });
});
