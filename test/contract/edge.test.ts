// The edge every request passes: how fast one caller may ask, which headers an answer bears, and who may call from a browser.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startHouse, type TestHouse } from '../support/house.ts';
import { document } from '../support/validator.ts';
import { callerWith, createPerson, keyWith } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

describe('a caller who asks too fast', () => {
  let narrow: TestHouse;
  beforeAll(async () => {
    narrow = await startHouse({ rateLimit: { burst: 5, perSecond: 2 } });
  });
  afterAll(() => narrow.close());
  const me = (call: TestHouse['call']) => call('GET', '/v1/me');

  it('is told what is left, then 429 with the seconds to wait, and may go on after just that', async () => {
    const call = await keyWith(narrow, ['contacts:read']);
    const left: (string | null)[] = [];
    for (let i = 0; i < 5; i++) {
      const { status, headers } = await me(call);
      expect([status, headers.get('ratelimit-policy')]).toEqual([200, '"default";q=5;w=3']);
      left.push(headers.get('ratelimit'));
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((r) => `"default";r=${r};t=${Math.ceil((5 - r) / 2)}`));
    const refused = await me(call);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate-limited']);
    expect([refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual(['1', '"default";r=0;t=3']);
    narrow.clock.advance(499);
    expect((await me(call)).status).toBe(429);
    narrow.clock.advance(501);
    expect([(await me(call)).status, (await me(call)).status, (await me(call)).status]).toEqual([200, 200, 429]);
  });

  it('slows nobody else down, and a write that was turned away is simply sent again under its key', async () => {
    const [loud, quiet] = [await keyWith(narrow, ['contacts:write']), await keyWith(narrow, ['contacts:read'])];
    for (let i = 0; i < 5; i++) await me(loud);
    const write = () => loud('POST', '/v1/contacts', { display_name: 'Late' }, { 'idempotency-key': key });
    const key = randomUUID();
    expect((await write()).status).toBe(429);
    expect((await me(quiet)).status).toBe(200);
    narrow.clock.advance(1000);
    expect((await write()).status).toBe(201);
  });

  it('gains nothing by sending another made-up token each time', async () => {
    narrow.clock.advance(60_000);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await me(callerWith(narrow, `sst_key_${randomUUID()}`))).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const enter = callerWith(narrow, `sst_key_${randomUUID()}`);
    expect((await enter('POST', '/v1/sessions', { invitation_code: 'abcd' })).status).toBe(429);
  });
});

describe('the limit as it ships', () => {
  it('is never met by a burst of a thousand', async () => {
    const { headers } = await t.call('GET', '/v1/me');
    const [, left] = /r=(\d+)/.exec(headers.get('ratelimit') ?? '') ?? [];
    expect(Number(left)).toBeGreaterThan(1000);
  });

  it('is declared for every operation, with the wait in seconds', () => {
    for (const methods of Object.values(document.paths))
      for (const { operationId, responses } of Object.values(methods)) {
        const headers = (responses['429'] as { headers?: object } | undefined)?.headers ?? {};
        expect([operationId, Object.keys(headers)]).toEqual([
          operationId,
          ['RateLimit', 'RateLimit-Policy', 'Retry-After'],
        ]);
      }
  });
});

describe('an answer', () => {
  it('is kept by no cache, shown in no frame and taken for no other type, whatever it says', async () => {
    const { id } = await createPerson(t);
    for (const path of [`/v1/contacts/${id}`, '/v1/contacts/nobody', '/v1/nothing', '/health']) {
      const { headers } = await t.call('GET', path);
      const said = ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cache-control'].map((name) =>
        headers.get(name),
      );
      expect([path, ...said]).toEqual([path, 'nosniff', 'DENY', 'no-referrer', 'no-store']);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('request-id')).toMatch(/^req_/);
    }
    for (const path of ['/docs', '/problems', '/events', '/openapi.json'])
      expect([path, (await t.call('GET', path)).headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
  });
});

describe('a browser', () => {
  const EXTENSIONS = [
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://0c9a0c0e-1f9e-4b83-8d3e-6f2d0a1b2c3d',
  ];
  const PAGES = [
    'https://web.whatsapp.com',
    'https://evil.example',
    'http://localhost:3000',
    'null',
    'chrome-extension://evil.example/x',
    'https://chrome-extension://abc',
    'moz-extension://',
  ];
  const preflight = (origin: string) =>
    send(t.house, undefined, 'OPTIONS', '/v1/contacts', undefined, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    });

  it.each(EXTENSIONS)('lets an extension call: %s', async (origin) => {
    const asked = await t.house.app.request('/v1/contacts', { method: 'OPTIONS', headers: { origin } });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    for (const header of ['authorization', 'idempotency-key', 'if-match', 'last-event-id', 'sidestage-client'])
      expect(asked.headers.get('access-control-allow-headers')).toContain(header);
    for (const path of ['/v1/me', '/v1/nothing', '/v1/contacts/nobody']) {
      const { headers } = await t.call('GET', path, undefined, { origin });
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, origin]);
      expect(headers.get('access-control-expose-headers')).toContain('retry-after');
      // Nothing rides on cookies, so none is ever let along.
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it.each(PAGES)('lets no page call, however it names itself: %s', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.status).not.toBe(204);
    const answered = await t.call('GET', '/v1/me', undefined, { origin });
    for (const { headers } of [asked, answered])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});
