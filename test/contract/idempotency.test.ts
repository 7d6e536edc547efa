// An Idempotency-Key makes a request happen once, however often it is sent: same bytes for the same request, no for another.

import { sweep } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { callerWith, createPerson, invitation, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

let count = 0;
const newKey = () => ({ 'idempotency-key': `key-${++count}` });
const stored = async () => (await readTables(t.house)).idempotency?.size;

describe('the same request under the same key', () => {
  it('answers the same bytes, status and headers, says so, and happens once', async () => {
    const { id } = await createPerson(t);
    const requests: [string, string, unknown][] = [
      ['POST', '/v1/contacts', newPerson()],
      ['PATCH', `/v1/contacts/${id}`, { company: 'Lumen' }],
      ['POST', `/v1/contacts/${id}/transitions`, { to: 'lead' }],
      ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] }],
      [
        'POST',
        `/v1/contacts/${id}/interactions`,
        { kind: 'call', direction: 'outbound', occurred_at: '2026-11-21T08:00:00Z', summary: '问价格' },
      ],
      [
        'POST',
        '/v1/follow-ups',
        { contact_id: id, title: '回电', due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' } },
      ],
      ['PATCH', '/v1/settings', { company_name: 'Lumen' }],
      ['POST', `/v1/contacts/${id}/archive`, undefined],
    ];
    for (const [method, path, body] of requests) {
      const headers = newKey();
      const first = await t.call(method, path, body, headers);
      expect(first.status, first.text).toBeLessThan(300);
      expect(first.headers.has('idempotency-replayed')).toBe(false);
      const before = await readTables(t.house);
      t.clock.advance(60_000);
      const again = await t.call(method, path, body, headers);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      for (const name of ['etag', 'location', 'content-type'])
        expect(again.headers.get(name), name).toBe(first.headers.get(name));
      expect(difference(before, await readTables(t.house))).toEqual({});
    }
    await t.call('POST', `/v1/contacts/${id}/restore`);
  });

  it('that took something away is answered so again, though what it names is gone', async () => {
    const [one, other] = [await createPerson(t), await createPerson(t)];
    const link = { channel: 'wechat', conversation_key: 'gone', contact_id: one.id };
    const rule = { key: 'by-age', field: 'age', group: 'grade', cases: [{ tag: 'grade-b' }] };
    const labels = { en: 'Age', 'zh-CN': '年龄' };
    await t.call('POST', '/v1/fields', { key: 'age', type: 'number', labels });
    await t.call('POST', '/v1/rules', { ...rule, labels });
    await t.call('PATCH', `/v1/contacts/${one.id}`, { fields: { age: 7 } });
    await t.call('POST', `/v1/contacts/${one.id}/tags`, { add: ['grade-a'] });
    const paths = [
      `/v1/identities/${one.identities[0].id}`,
      `/v1/conversation-links/${(await t.call('POST', '/v1/conversation-links', link)).body.id}`,
      `/v1/not-duplicates/${(await t.call('POST', '/v1/not-duplicates', { contact_ids: [one.id, other.id] })).body.id}`,
      `/v1/keys/${(await t.call('POST', '/v1/keys', { name: 'spare' })).body.id}`,
      `/v1/contacts/${one.id}/tags/grade-a`,
      `/v1/contacts/${one.id}/overrides/by-age`,
    ];
    for (const path of paths) {
      const key = newKey();
      const [first, again] = [
        await t.call('DELETE', path, undefined, key),
        await t.call('DELETE', path, undefined, key),
      ];
      expect([path, first.status < 300, again.status, again.text]).toEqual([path, true, first.status, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const other = await t.call('DELETE', path, undefined, newKey());
      expect([path, [200, 404].includes(other.status)]).toEqual([path, true]);
    }
  });

  it('replays what it answered then, whatever was changed since, and before any If-Match is looked at', async () => {
    const { id } = await createPerson(t);
    const headers = { ...newKey(), 'if-match': '"1"' };
    const first = await t.call('PATCH', `/v1/contacts/${id}`, { company: 'A' }, headers);
    await t.call('PATCH', `/v1/contacts/${id}`, { company: 'B' });
    const again = await t.call('PATCH', `/v1/contacts/${id}`, { company: 'A' }, headers);
    expect(again.text).toBe(first.text);
    expect((await t.call('GET', `/v1/contacts/${id}`)).body.company).toBe('B');
  });

  it('makes a duplicate sent at the same time wait and replay', async () => {
    const [headers, body] = [newKey(), newPerson()];
    const answers = await Promise.all(Array.from({ length: 12 }, () => t.call('POST', '/v1/contacts', body, headers)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    const handle = body.identities[0]?.handle ?? '';
    expect((await t.call('GET', `/v1/contacts?q=${handle}`)).body.data).toHaveLength(1);
  });

  it('belongs to its caller: another’s equal key is another key', async () => {
    const [a, b] = [await signIn(t, 'rep'), await signIn(t, 'rep')];
    const headers = newKey();
    const first = await a.call('POST', '/v1/contacts', newPerson(), headers);
    const other = await b.call('POST', '/v1/contacts', newPerson(), headers);
    expect([first.status, other.status]).toEqual([201, 201]);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('is kept for 24 hours and more', async () => {
    const [headers, body] = [newKey(), newPerson()];
    const first = await t.call('POST', '/v1/contacts', body, headers);
    t.clock.advance(24 * 3_600_000);
    expect((await t.call('POST', '/v1/contacts', body, headers)).text).toBe(first.text);
  });

  it('is kept for two days for a key, and for two weeks for a person, whose panel may have been offline so long', async () => {
    const rep = await signIn(t, 'rep');
    const [headers, body, own] = [newKey(), newPerson(), newPerson()];
    await t.call('POST', '/v1/contacts', body, headers);
    const first = await rep.call('POST', '/v1/contacts', own, headers);
    t.clock.advance(13.5 * 24 * 3_600_000);
    await sweep(t.house.deps);
    const refreshed = await t.call('POST', '/v1/sessions/refresh', { refresh_token: rep.session.refresh_token });
    const again = await callerWith(t, refreshed.body.access_token)('POST', '/v1/contacts', own, headers);
    expect(again.text).toBe(first.text);
    // Forgotten: the handle is taken by the first one now.
    expect((await t.call('POST', '/v1/contacts', body, headers)).body.code).toBe('handle-taken');
  });
});

describe('another request under the same key', () => {
  it('is refused, whether body, path, query or method differ, and changes nothing', async () => {
    const { id } = await createPerson(t);
    const headers = newKey();
    await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] }, headers);
    const before = await readTables(t.house);
    for (const [method, path, body] of [
      ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-b'] }],
      ['POST', `/v1/contacts/${id}/transitions`, { to: 'lead' }],
      ['PATCH', `/v1/contacts/${id}`, { company: 'C' }],
    ] as const) {
      const answer = await t.call(method, path, body, headers);
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it.each(['', 'two words', 'schlüssel', 'x'.repeat(256)])('refuses the malformed key %j with 400', async (key) => {
    const answer = await t.call('POST', '/v1/contacts', newPerson(), { 'idempotency-key': key });
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-malformed']);
  });
});

describe('what is kept under a key', () => {
  it('is a refusal the service decided: 409, 412 and 422 are answered again even when the reason is gone', async () => {
    const { id, identities } = await createPerson(t);
    const taken = { display_name: 'Other', identities: [{ channel: 'email', handle: identities[0].handle }] };
    const cases: [number, string, string, unknown, Record<string, string>][] = [
      [409, 'POST', '/v1/contacts', taken, newKey()],
      [409, 'POST', `/v1/contacts/${id}/transitions`, { to: 'mql', expect: { from: 'lead' } }, newKey()],
      [412, 'PATCH', `/v1/contacts/${id}`, { company: 'X' }, { ...newKey(), 'if-match': '"99"' }],
      [422, 'POST', `/v1/contacts/${id}/transitions`, { to: 'evangelist' }, newKey()],
    ];
    const first = [];
    for (const [status, method, path, body, headers] of cases) {
      const answer = await t.call(method, path, body, headers);
      expect(answer.status, answer.text).toBe(status);
      first.push(answer.text);
    }
    await t.call('DELETE', `/v1/identities/${identities[0].id}`);
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
    for (const [i, [status, method, path, body, headers]] of cases.entries()) {
      const again = await t.call(method, path, body, headers);
      expect([again.status, again.text]).toEqual([status, first[i]]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('is nothing for a request that never reached the service: 400, 401, 403, 404, 413, 415 and schema 422', async () => {
    const headers = newKey();
    const analyst = await signIn(t, 'analyst');
    const nobody = callerWith(t, undefined);
    const before = await stored();
    expect((await t.call('POST', '/v1/contacts', '{', headers)).status).toBe(400);
    expect((await nobody('POST', '/v1/contacts', newPerson(), headers)).status).toBe(401);
    expect((await analyst.call('POST', '/v1/contacts', newPerson(), headers)).status).toBe(403);
    expect((await t.call('POST', '/v1/contacts/nobody/tags', { add: [] }, headers)).status).toBe(404);
    const typed = { ...headers, 'content-type': 'text/plain' };
    expect((await t.call('POST', '/v1/contacts', '{}', typed)).status).toBe(415);
    expect((await t.call('POST', '/v1/contacts', { display_name: '' }, headers)).status).toBe(422);
    expect(await stored()).toBe(before);
    expect((await t.call('POST', '/v1/contacts', newPerson(), headers)).status).toBe(201);
  });

  it('is nothing for a dry run or a look-up by POST: the same key goes to the real call', async () => {
    const { id } = await createPerson(t);
    const headers = newKey();
    const body = { to: 'lead' };
    const handles = [{ channel: 'email', handle: 'nobody@example.com' }];
    expect((await t.call('POST', `/v1/contacts/${id}/transitions?dry_run=true`, body, headers)).status).toBe(200);
    expect((await t.call('POST', '/v1/contacts/resolve', { handles }, headers)).status).toBe(200);
    expect((await t.call('POST', `/v1/contacts/${id}/transitions`, body, headers)).status).toBe(201);
  });

  it('is never a secret: sending again says that it cannot be shown twice', async () => {
    const made = newKey();
    expect((await t.call('POST', '/v1/keys', { name: 'ci' }, made)).status).toBe(201);
    const invited = newKey();
    expect((await t.call('POST', '/v1/invitations', { name: 'Ana' }, invited)).status).toBe(201);
    const { code } = await invitation(t, 'rep');
    const signed = newKey();
    const nobody = callerWith(t, undefined);
    expect((await nobody('POST', '/v1/sessions', { invitation_code: code }, signed)).status).toBe(201);
    const before = await readTables(t.house);
    for (const again of [
      await t.call('POST', '/v1/keys', { name: 'ci' }, made),
      await t.call('POST', '/v1/invitations', { name: 'Ana' }, invited),
      await nobody('POST', '/v1/sessions', { invitation_code: code }, signed),
    ])
      expect([again.status, again.body.code]).toEqual([409, 'secret-not-repeatable']);
    expect(difference(before, await readTables(t.house))).toEqual({});
    expect([...(before.idempotency?.values() ?? [])].filter((row) => row.secret === 1 && row.body !== null)).toEqual(
      [],
    );
  });
});
