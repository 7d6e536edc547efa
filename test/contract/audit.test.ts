// The audit log: who wrote what, when, from where and what came of it. That each write of every test leaves exactly one row,
// and no read any, is held by test/support/audit.ts wherever a test sends a request.

import { randomUUID } from 'node:crypto';
import { statement } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAudit } from '../support/audit.ts';
import { START, startHouse, type TestHouse } from '../support/house.ts';
import { callerWith, createPerson, keyWith, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

// biome-ignore lint/suspicious/noExplicitAny: rows as answered
const rows = async (query = ''): Promise<any[]> => (await t.call('GET', `/v1/audit?limit=200${query}`)).body.data;
const rowOf = async (answer: { headers: Headers }) =>
  (await rows()).filter((row) => row.id === answer.headers.get('request-id'));

describe('a write', () => {
  it('says who, when, from which device and client, on whom, and that it was done', async () => {
    const rep = await signIn(t, 'rep');
    const { id } = await createPerson(t);
    t.clock.advance(1000);
    const moved = await rep.call(
      'POST',
      `/v1/contacts/${id}/transitions`,
      { to: 'lead' },
      { 'sidestage-client': 'panel-7' },
    );
    expect(await rowOf(moved)).toEqual([
      {
        id: moved.headers.get('request-id'),
        seq: expect.any(Number),
        at: new Date(t.clock.now()).toISOString(),
        actor: { kind: 'staff', id: rep.id, name: expect.stringMatching(/^rep /) },
        session_id: expect.stringMatching(/^ses_/),
        client_id: 'panel-7',
        operation: 'moveContactStage',
        subject: id,
        outcome: 'done',
        status: 201,
        problem: null,
      },
    ]);
  });

  it('names what it made where it names nothing, and the key it came with', async () => {
    const made = await t.call('POST', '/v1/contacts', newPerson());
    const [row] = await rowOf(made);
    expect(row).toMatchObject({
      operation: 'createContact',
      subject: made.body.id,
      actor: { kind: 'key', name: 'test' },
    });
    const loser = await createPerson(t);
    const pair = { survivor_id: made.body.id, loser_id: loser.id };
    const merged = await t.call('POST', '/v1/merges', pair, { 'if-match': '*' });
    expect(await rowOf(merged)).toMatchObject([{ operation: 'mergeContacts', subject: merged.body.merge.id }]);
    const items = [1, 2].map(() => newPerson());
    const batch = await t.call('POST', '/v1/batch/contacts', { mode: 'each', items });
    expect(await rowOf(batch)).toMatchObject([
      { operation: 'batchContacts', subject: batch.body.batch_id, outcome: 'done' },
    ]);
  });

  it('is marked unchanged where it changed nothing, and has no second row when it is replayed', async () => {
    const { id } = await createPerson(t);
    const same = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'subscriber' });
    expect(await rowOf(same)).toMatchObject([{ outcome: 'unchanged', status: 200 }]);
    const headers = { 'idempotency-key': randomUUID() };
    const body = newPerson();
    await t.call('POST', '/v1/contacts', body, headers);
    const before = await rows();
    const again = await t.call('POST', '/v1/contacts', body, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await rows()).toEqual(before);
  });

  it('leaves its row with the code of the refusal, with a key and without, and nothing else', async () => {
    const { id } = await createPerson(t);
    for (const headers of [{}, { 'idempotency-key': randomUUID() }]) {
      const refused = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'evangelist' }, headers);
      expect(refused.status).toBe(422);
      expect(await rowOf(refused)).toMatchObject([
        { operation: 'moveContactStage', subject: id, outcome: 'refused', status: 422, problem: 'move-not-allowed' },
      ]);
    }
    const manager = await signIn(t, 'manager');
    const raised = await manager.call('PATCH', `/v1/staff/${manager.id}`, { role: 'owner' });
    expect(await rowOf(raised)).toMatchObject([{ outcome: 'refused', status: 403, problem: 'forbidden' }]);
    const items = [newPerson(), { identities: [] }];
    const batch = await t.call('POST', '/v1/batch/contacts', { mode: 'atomic', items });
    expect([batch.status, (await rowOf(batch)).length]).toEqual([422, batch.body.code === 'batch-refused' ? 1 : 0]);
  });

  it('has no row when it is only rehearsed, malformed, or asked by nobody', async () => {
    const { id } = await createPerson(t);
    const before = await rows();
    const narrow = await keyWith(t, ['contacts:read']);
    const made = (await rows()).length - before.length;
    await t.call('POST', `/v1/contacts/${id}/transitions?dry_run=true`, { to: 'lead' });
    await t.call('POST', `/v1/contacts/${id}/transitions`, { too: 'lead' });
    await narrow('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
    await callerWith(t, undefined)('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
    expect((await rows()).length).toBe(before.length + made);
  });
});

describe('signing in', () => {
  it('is logged under the person, and so is a refresh token that came back after it was spent', async () => {
    const rep = await signIn(t, 'rep');
    const refresh = () =>
      callerWith(t, undefined)('POST', '/v1/sessions/refresh', { refresh_token: rep.session.refresh_token });
    await refresh();
    t.clock.advance(30_001);
    const stolen = await refresh();
    expect(stolen.status).toBe(401);
    expect((await rows(`&actor=${rep.id}`)).map((row) => [row.operation, row.outcome, row.problem])).toEqual([
      ['refreshSession', 'refused', 'session-revoked'],
      ['refreshSession', 'done', null],
      ['createSession', 'done', null],
    ]);
  });
});

describe('the log', () => {
  it('is found by who, what, on whom, outcome and time, newest first', async () => {
    const manager = await signIn(t, 'manager');
    const { id } = await createPerson(t);
    t.clock.advance(60_000);
    const since = new Date(t.clock.now()).toISOString();
    await manager.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] });
    t.clock.advance(60_000);
    const until = new Date(t.clock.now()).toISOString();
    await manager.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] });
    await manager.call('POST', `/v1/contacts/${id}/transitions`, { to: 'evangelist' });
    const found = async (query: string) => (await rows(query)).map((row) => `${row.operation} ${row.outcome}`);
    expect(await found(`&subject=${id}`)).toEqual([
      'moveContactStage refused',
      'changeContactTags unchanged',
      'changeContactTags done',
      'createContact done',
    ]);
    expect(await found(`&subject=${id}&actor=${manager.id}&outcome=refused`)).toEqual(['moveContactStage refused']);
    expect(await found(`&operation=changeContactTags&actor=${manager.id}`)).toHaveLength(2);
    expect(await found(`&since=${since}&until=${until}`)).toEqual(['changeContactTags done']);
    expect(await found(`&actor=system&until=${new Date(START + 1).toISOString()}`)).not.toEqual([]);
  });

  it('refuses who and what cannot be in it, with the name that is near', async () => {
    const fault = async (query: string) => (await t.call('GET', `/v1/audit?${query}`)).body.errors?.[0];
    expect(await fault('operation=createContct')).toEqual({
      pointer: '?operation',
      code: 'value-unfit',
      detail: 'There is no operation "createContct". Did you mean "createContact"?',
    });
    expect(await fault('actor=zz')).toMatchObject({ pointer: '?actor', code: 'staff-unknown' });
    const rep = await signIn(t, 'rep');
    const spare = (await t.call('POST', '/v1/keys', { name: 'spare' })).body.id;
    for (const known of [`actor=${rep.id}`, `actor=${spare}`, 'actor=system', 'operation=deleteScript'])
      expect(await fault(known), known).toBeUndefined();
    const typed = `${rep.id.slice(0, -1)}_`;
    expect((await fault(`actor=${typed}`)).detail).toContain(`Did you mean "${rep.id}"?`);
  });

  it('is read by managers and owners, and by nobody else', async () => {
    for (const [role, status] of [
      ['owner', 200],
      ['manager', 200],
      ['rep', 403],
      ['analyst', 403],
    ] as const) {
      const answer = await (await signIn(t, role)).call('GET', '/v1/audit');
      expect([role, answer.status]).toEqual([role, status]);
    }
  });

  it('cannot be changed or shortened, not even in the database', async () => {
    for (const sql of ["update audit set outcome = 'done'", 'delete from audit', 'delete from audit where seq = 1'])
      await expect(
        t.house.deps.db.write({ load: {}, plan: () => ({ statements: [statement(sql)], answer: () => null }) }),
      ).rejects.toThrow(/append-only/);
  });

  it('keeps its rows when a person is erased, and never had a word of theirs', async () => {
    const made = await t.call('POST', '/v1/contacts', newPerson({ display_name: 'Audited Away' }));
    const { id, version, identities } = made.body;
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': `"${version}"` });
    const log = await rows(`&subject=${id}`);
    expect(log.map((row) => row.operation)).toEqual(['eraseContact', 'createContact']);
    const all = JSON.stringify(await rows());
    for (const word of ['Audited Away', identities[0].handle]) expect(all).not.toContain(word);
  });

  it('finds out a write that left no row, or two: the check every test runs can fail', async () => {
    const answer = await t.call('POST', '/v1/contacts', newPerson());
    const seen = (id: string, status = 201) =>
      checkAudit(t.house, { method: 'POST', path: '/v1/contacts', status, headers: new Headers({ 'request-id': id }) });
    await expect(seen('req_nobody')).rejects.toThrow(/left 0 rows/);
    await expect(seen(answer.headers.get('request-id') ?? '', 404)).rejects.toThrow(/left 1 rows/);
    await seen(answer.headers.get('request-id') ?? '');
  });
});
