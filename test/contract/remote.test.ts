// The same promises on a database that is a server of its own, reached over HTTP: nothing may hang on the file being ours.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { countingProxy, hasLibsqlServer, startLibsqlServer } from './libsql-server.ts';
import { createPerson, newPerson, signIn } from './people.ts';

describe.skipIf(!hasLibsqlServer)('on a libSQL server', () => {
  let server: Awaited<ReturnType<typeof startLibsqlServer>>;
  let t: TestHouse;
  beforeAll(async () => {
    server = await startLibsqlServer();
    t = await startHouse({ url: server.url });
  });
  afterAll(async () => {
    await t?.close();
    await server?.stop();
  });
  const move = (id: string, body: object, headers = {}) =>
    t.call('POST', `/v1/contacts/${id}/transitions`, body, headers);

  it('says which kind of database it is, and migrates it once', async () => {
    expect((await t.call('GET', '/health')).body).toMatchObject({ status: 'ok', database: 'remote' });
    const second = await startHouse({ url: server.url });
    expect(second.house.migrated).toEqual([]);
    await second.close();
  });

  it('walks from a handle to a stage and back, with one story in ledger, card and events', async () => {
    const made = await t.call('POST', '/v1/contacts', newPerson({ display_name: '李娜', tags: ['grade-a'] }));
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    const { id, identities } = made.body;
    const found = await t.call('POST', '/v1/contacts/resolve', {
      handles: [{ channel: 'email', handle: identities[0].handle.toUpperCase() }],
    });
    expect(found.body).toMatchObject({ match: 'exact', contact: made.body });
    const dry = await t.call('POST', `/v1/contacts/${id}/transitions?dry_run=true`, { to: 'lead' });
    expect(dry.body).toMatchObject({ dry_run: true, changed: true });
    const moved = await move(id, { to: 'lead', expect: { from: 'subscriber' } });
    expect([moved.status, moved.body.contact.version]).toEqual([201, 2]);
    expect(moved.body.transition.seq).toBeGreaterThan(0);
    expect((await move(id, { to: 'lead' })).body.changed).toBe(false);
    const undone = await t.call('POST', `/v1/transitions/${moved.body.transition.id}/undo`);
    expect(undone.body.contact.stages[0].stage).toBe('subscriber');
    const tags = await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-b'] });
    expect(tags.body).toEqual({ added: ['grade-b'], removed: ['grade-a'], unchanged: [], tags: ['grade-b'] });
    const logged = await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'call',
      direction: 'inbound',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: '问价格',
      next: { title: '回电', due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' } },
    });
    expect(logged.body.follow_up.due.at).toBe('2026-11-27T02:00:00.000Z');
    const card = (await t.call('GET', `/v1/contacts/${id}/card`)).body;
    expect(card.contact).toMatchObject({ tags: ['grade-b'], next_follow_up_at: '2026-11-27T02:00:00.000Z' });
    expect(card.timeline.map((item: { kind: string }) => item.kind)).toContain('stage');
    expect(card.follow_ups).toHaveLength(1);
    expect((await t.call('POST', `/v1/follow-ups/${logged.body.follow_up.id}/complete`, {})).body.status).toBe('done');
    const ledger = (await t.call('GET', `/v1/contacts/${id}/transitions`)).body.data;
    expect(ledger.map((row: { to: string; voids: string | null }) => [row.to, row.voids !== null])).toEqual([
      ['subscriber', false],
      ['lead', false],
      ['subscriber', true],
    ]);
  });

  it('answers the same bytes to the same Idempotency-Key, also when both are sent at once', async () => {
    const headers = { 'idempotency-key': 'remote-1' };
    const body = newPerson();
    const answers = await Promise.all(Array.from({ length: 6 }, () => t.call('POST', '/v1/contacts', body, headers)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect((await t.call('POST', '/v1/contacts', newPerson(), headers)).body.code).toBe('idempotency-key-reused');
    const moving = { 'idempotency-key': 'remote-2' };
    const first = await move(answers[0]?.body.id, { to: 'lead' }, moving);
    expect((await move(answers[0]?.body.id, { to: 'lead' }, moving)).text).toBe(first.text);
  });

  it('lets one of many win where only one may: a handle, an expected stage, an If-Match, an invitation', async () => {
    const statuses = async (requests: Promise<{ status: number }>[]) =>
      (await Promise.all(requests)).map((answer) => answer.status).sort();
    const one = newPerson();
    expect(await statuses(Array.from({ length: 5 }, () => t.call('POST', '/v1/contacts', one)))).toEqual([
      201, 409, 409, 409, 409,
    ]);
    const { id } = await createPerson(t);
    const expecting = ['lead', 'mql', 'sql'].map((to) => move(id, { to, expect: { from: 'subscriber' } }));
    expect(await statuses(expecting)).toEqual([201, 409, 409]);
    const other = await createPerson(t);
    const patching = ['A', 'B', 'C'].map((company) =>
      t.call('PATCH', `/v1/contacts/${other.id}`, { company }, { 'if-match': '"1"' }),
    );
    expect(await statuses(patching)).toEqual([200, 412, 412]);
    const { code } = (await t.call('POST', '/v1/invitations', { name: 'Ana' })).body;
    const entering = Array.from({ length: 3 }, () => t.call('POST', '/v1/sessions', { invitation_code: code }));
    expect(await statuses(entering)).toEqual([201, 401, 401]);
    const { version } = (await t.call('GET', '/v1/settings')).body;
    const setting = ['A', 'B'].map((company_name) =>
      t.call('PATCH', '/v1/settings', { company_name }, { 'if-match': `"${version}"` }),
    );
    expect(await statuses(setting)).toEqual([200, 412]);
    const { session } = await signIn(t, 'rep');
    const refreshing = Array.from({ length: 3 }, () =>
      t.call('POST', '/v1/sessions/refresh', { refresh_token: session.refresh_token }),
    );
    expect(new Set((await Promise.all(refreshing)).map((answer) => answer.text)).size).toBe(1);
    const owners = [await signIn(t, 'owner'), await signIn(t, 'owner')];
    const leaving = owners.map((owner) => t.call('PATCH', `/v1/staff/${owner.id}`, { active: false }));
    expect(await statuses(leaving)).toEqual([200, 409]);
  });

  it('loses no change of many callers on one person, and keeps tags that exclude each other apart', async () => {
    const { id } = await createPerson(t);
    const tags = ['grade-a', 'grade-b', 'grade-c'].map((tag) => t.call('PUT', `/v1/contacts/${id}/tags/${tag}`));
    const notes = Array.from({ length: 5 }, (_, i) =>
      t.call('POST', `/v1/contacts/${id}/interactions`, {
        kind: 'note',
        direction: 'none',
        occurred_at: '2026-11-21T08:00:00Z',
        summary: `${i}`,
      }),
    );
    for (const answer of await Promise.all([...tags, ...notes])) expect(answer.status).toBeLessThan(300);
    const contact = (await t.call('GET', `/v1/contacts/${id}`)).body;
    expect([contact.tags.length, contact.version]).toEqual([1, 9]);
    expect((await t.call('GET', `/v1/contacts/${id}/interactions`)).body.data).toHaveLength(5);
  });

  it('refuses without writing, erases, and pages to the end', async () => {
    const { id } = await createPerson(t, { company: 'Lumen' });
    const refused = await move(id, { to: 'evangelist' });
    expect([refused.status, refused.body.allowed_moves.length]).toEqual([422, 5]);
    const rep = await signIn(t, 'rep');
    expect((await rep.call('GET', `/v1/contacts/${id}`)).body.version).toBe(1);
    expect((await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"1"' })).status).toBe(204);
    expect((await t.call('GET', `/v1/contacts/${id}`)).body.code).toBe('contact-erased');
    const seen = new Set<string>();
    let cursor = '';
    do {
      const { body } = await t.call('GET', `/v1/contacts?limit=2${cursor && `&cursor=${cursor}`}`);
      for (const row of body.data) seen.add(row.id);
      cursor = body.next_cursor ?? '';
    } while (cursor);
    expect(seen.size).toBe((await t.call('GET', '/v1/contacts?limit=200')).body.data.length);
  });

  it('asks the database twice for a read and three times for a write, the caller’s token included', async () => {
    const proxy = await countingProxy(server.url);
    const far = await startHouse({ url: proxy.url });
    try {
      const { id } = await createPerson(far);
      const trips: Record<string, number> = {};
      for (const [method, path, body] of [
        ['GET', `/v1/contacts/${id}`],
        ['GET', `/v1/contacts/${id}/card`],
        ['GET', '/v1/contacts'],
        ['POST', `/v1/contacts/${id}/transitions`, { to: 'lead' }],
        ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] }],
      ] as const) {
        proxy.counted();
        expect((await far.call(method, path, body)).status).toBeLessThan(300);
        trips[`${method} ${path.replace(id, '…')}`] = proxy.counted();
      }
      expect(trips).toEqual({
        'GET /v1/contacts/…': 2,
        'GET /v1/contacts/…/card': 2,
        'GET /v1/contacts': 2,
        'POST /v1/contacts/…/transitions': 3,
        'POST /v1/contacts/…/tags': 3,
      });
    } finally {
      await far.close();
      await proxy.stop();
    }
  });

  it('finds by two characters, a fragment and a filter, page by page, and no more once erased', async () => {
    const { id } = await createPerson(t, { display_name: '诸葛亮', company: 'Shu Han', tags: ['grade-a'] });
    for (let i = 0; i < 4; i++) await createPerson(t, { display_name: `诸葛 ${i}` });
    const find = async (query: string) =>
      (await t.call('GET', `/v1/contacts?${query}`)).body.data.map((row: { display_name: string }) => row.display_name);
    expect(await find(`q=${encodeURIComponent('葛亮')}`)).toEqual(['诸葛亮']);
    expect(await find('q=u%20ha&sort=display_name')).toEqual(['诸葛亮']);
    const filter = {
      all: [
        { field: 'tag', op: 'eq', value: 'grade-a' },
        { field: 'company', op: 'starts_with', value: 'shu' },
      ],
    };
    expect((await t.call('POST', '/v1/contacts/search', { q: '诸', filter })).body.data).toHaveLength(1);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await t.call('GET', `/v1/contacts?limit=2&q=${encodeURIComponent('诸葛')}${cursor}`);
      seen.push(...page.body.data.map((row: { display_name: string }) => row.display_name));
      cursor = page.body.next_cursor ? `&cursor=${page.body.next_cursor}` : '';
    } while (cursor);
    expect(seen).toEqual(['诸葛 0', '诸葛 1', '诸葛 2', '诸葛 3', '诸葛亮']);
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"1"' });
    expect(await find(`q=${encodeURIComponent('葛亮')}`)).toEqual([]);
  });

  it('takes a batch whole or item by item, in few round trips, and replays it', async () => {
    const id = (n: number) => ({ channel: 'external', scope: 'crm', handle: `remote-${n}` });
    const items = Array.from({ length: 250 }, (_, n) => ({ identities: [id(n)], display_name: `Batch ${n}` }));
    const send = (kind: string, body: object, headers = {}) => t.call('POST', `/v1/batch/${kind}`, body, headers);
    const dry = await send('contacts?dry_run=true', { mode: 'atomic', items });
    expect(dry.body.counts.created).toBe(250);
    const key = { 'idempotency-key': 'remote-batch' };
    const made = await send('contacts', { mode: 'atomic', items }, key);
    expect(made.body.counts).toEqual({ created: 250, updated: 0, unchanged: 0, refused: 0 });
    expect((await send('contacts', { mode: 'atomic', items }, key)).text).toBe(made.text);
    const [first, second] = made.body.results.map((one: { contact_id: string }) => one.contact_id);
    // The same person several times: each sees what the one before did.
    const moves = [
      { contact_id: first, to: 'lead' },
      { contact_id: second, to: 'lead' },
      { contact_id: first, to: 'mql', expect: { from: 'lead' } },
      { contact_id: first, to: 'evangelist' },
    ];
    const refused = await send(
      'transitions',
      { mode: 'atomic', items: moves },
      { 'idempotency-key': 'remote-refused' },
    );
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/items/3/to']);
    expect((await t.call('GET', `/v1/contacts/${first}`)).body.version).toBe(1);
    const moved = await send('transitions', { mode: 'each', items: moves });
    expect(moved.body.counts).toEqual({ created: 0, updated: 3, unchanged: 0, refused: 1 });
    const again = await send('contacts', { mode: 'each', items: [...items, { identities: [id(0), id(900)] }] });
    expect(again.body.counts).toEqual({ created: 0, updated: 1, unchanged: 250, refused: 0 });
  });

  it('leaves every position the fold of its ledger, and both logs without a gap', async () => {
    expect((await checkHouse(t.house)).faults).toEqual([]);
  });
});
