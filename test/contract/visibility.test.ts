// What a rep may know: where the company says so, only their own people and the pool; everybody else is as if they were not there.

import { type Scope, scopesOfRole } from '@sidestage/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { bodyOf, everyOperation, pathOf, scopeOf } from './every-operation.ts';
import { type Colleague, createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
let mine: Colleague;
let theirs: Colleague;
let manager: Colleague;
/** A contact of each of us, and one of nobody. */
// biome-ignore lint/suspicious/noExplicitAny: a contact as answered
let a: any, b: any, pool: any;
let followUp: string;
let transition: string;
let link: string;
let merge: string;

beforeAll(async () => {
  t = await startHouse();
  [mine, theirs, manager] = [await signIn(t, 'rep'), await signIn(t, 'rep'), await signIn(t, 'manager')];
  a = (await mine.call('POST', '/v1/contacts', newPerson())).body;
  b = (await theirs.call('POST', '/v1/contacts', newPerson({ display_name: '别人的客户' }))).body;
  pool = (await t.call('POST', '/v1/contacts', newPerson())).body;
  transition = (await theirs.call('POST', `/v1/contacts/${b.id}/transitions`, { to: 'lead' })).body.transition.id;
  const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
  followUp = (await theirs.call('POST', '/v1/follow-ups', { contact_id: b.id, title: 'Call', due })).body.id;
  link = (await theirs.call('POST', '/v1/conversation-links', { ...conversation, contact_id: b.id })).body.id;
  const again = (await theirs.call('POST', '/v1/contacts', newPerson())).body;
  const merged = { survivor_id: b.id, loser_id: again.id };
  merge = (await theirs.call('POST', '/v1/merges', merged, { 'if-match': '*' })).body.merge.id;
});
afterAll(() => t.close());

const conversation = { channel: 'wechat', conversation_key: '别人的聊天' };
const see = (visibility: 'all' | 'own') => t.call('PATCH', '/v1/settings', { visibility });
const ids = (rows: { id: string }[]) => rows.map((row) => row.id).sort();

describe('a rep', () => {
  it('sees everybody while the company leaves it open', async () => {
    await see('all');
    expect(ids((await mine.call('GET', '/v1/contacts')).body.data)).toEqual([a.id, b.id, pool.id].sort());
    expect((await mine.call('GET', `/v1/contacts/${b.id}`)).status).toBe(200);
  });

  it('sees their own and the pool where the company says so; managers, analysts and keys still see all', async () => {
    await see('own');
    expect(ids((await mine.call('GET', '/v1/contacts')).body.data)).toEqual([a.id, pool.id].sort());
    const analyst = await signIn(t, 'analyst');
    for (const call of [manager.call, analyst.call, t.call])
      expect(ids((await call('GET', '/v1/contacts')).body.data)).toEqual([a.id, b.id, pool.id].sort());
  });

  it('cannot tell another’s contact, move, follow-up, handle or link from one that does not exist', async () => {
    await see('own');
    const before = await readTables(t.house);
    const hidden: Record<string, string> = {
      contacts: b.id,
      transitions: transition,
      'follow-ups': followUp,
      identities: b.identities[0].id,
      'conversation-links': link,
      merges: merge,
    };
    const named = everyOperation.filter((one) => {
      const room = one.template.split('/')[2] ?? '';
      return one.template.includes('{id}') && room in hidden && scopeOf(one) !== undefined;
    });
    expect(named.length).toBeGreaterThan(25);
    for (const one of named) {
      const room = one.template.split('/')[2] ?? '';
      const missing = (hidden[room] ?? '').slice(0, -4).concat('0000');
      const ask = (id: string) =>
        mine.call(one.method, pathOf(one, { id, tag: 'grade-a' }), bodyOf(one), { 'if-match': '"1"' });
      const [there, not] = [await ask(hidden[room] ?? ''), await ask(missing)];
      const shown = ({ body }: typeof there) => ({ ...body, request_id: '' });
      // What no rep may do at all is refused before anybody is looked for.
      const status = scopesOfRole('rep').includes(scopeOf(one) as Scope) ? 404 : 403;
      expect([one.name, there.status, not.status]).toEqual([one.name, status, status]);
      expect(shown(there)).toEqual(shown(not));
    }
    const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
    for (const id of [b.id, 'con_nobody']) {
      const planned = await mine.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due });
      expect([planned.status, planned.body.code]).toEqual([404, 'not-found']);
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('finds neither name nor handle nor agenda of another’s contact in any list', async () => {
    await see('own');
    const lists = [
      '/v1/contacts?q=别人',
      '/v1/follow-ups?assignee=all',
      '/v1/events?limit=200',
      '/v1/transitions?limit=200',
      `/v1/conversation-links?channel=wechat&conversation_key=${encodeURIComponent(conversation.conversation_key)}`,
    ];
    for (const path of lists) {
      const answer = await mine.call('GET', path);
      expect(answer.status).toBe(200);
      for (const word of [b.id, b.display_name, b.identities[0].handle]) expect(answer.text).not.toContain(word);
      expect((await manager.call('GET', path)).text, path).toContain(b.id);
    }
    const events = (await mine.call('GET', '/v1/events?limit=200')).body;
    expect(events.data.map((event: { contact_id: string | null }) => event.contact_id)).toContain(a.id);
  });

  it('hears of a filter by somebody unknown that they are, and of another’s contact the very same', async () => {
    await see('own');
    const fault = async (path: string) => {
      const { status, body } = await mine.call('GET', path);
      return [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];
    };
    const withOwner = ['/v1/contacts', '/v1/lifecycles/seven-stage/counts', '/v1/reports/funnel'];
    const faults = async (paths: string[], query: string) =>
      Promise.all(paths.map(async (path) => [path, await fault(`${path}?${query}`)]));
    const all = [...withOwner, '/v1/reports/coverage', '/v1/reports/funnel.csv'];
    expect(await faults(all, 'owner=zz')).toEqual(all.map((path) => [path, [422, '?owner', 'staff-unknown']]));
    expect(await fault('/v1/follow-ups?assignee=zz')).toEqual([422, '?assignee', 'staff-unknown']);
    expect(await fault('/v1/reports/funnel?channel=emial')).toEqual([422, '?channel', 'channel-unknown']);
    const near = await mine.call('GET', `/v1/reports/pools?owner=${mine.id.slice(0, -1)}`);
    expect(near.body.detail).toContain(`Did you mean "${mine.id}"?`);
    const about = ['/v1/follow-ups', '/v1/handovers', '/v1/duplicates', '/v1/not-duplicates', '/v1/merges'];
    expect(await faults(about, 'contact_id=con_x')).toEqual(
      about.map((path) => [path, [422, '?contact_id', 'contact-unknown']]),
    );
    for (const path of about) {
      const asked = async (id: string) => {
        const { status, body } = await mine.call('GET', `${path}?contact_id=${id}`);
        return [status, body.code, body.detail, body.errors];
      };
      expect(await asked(b.id)).toEqual(await asked('con_x'));
      expect((await mine.call('GET', `${path}?contact_id=${a.id}`)).status, path).toBe(200);
    }
    for (const path of withOwner)
      for (const owner of [mine.id, 'me', 'none']) expect((await fault(`${path}?owner=${owner}`))[0], path).toBe(200);
  });

  it('resolves a handle that many share to their own customer, however many others have it', async () => {
    const own = await startHouse();
    try {
      const [rep, other] = [await signIn(own, 'rep'), await signIn(own, 'rep')];
      await own.call('PATCH', '/v1/settings', { visibility: 'own' });
      const handle = { channel: 'phone', handle: '+34 699 111 222' };
      const sharing = (owner_id: string) => ({ owner_id, identities: [{ ...handle, shared: true }] });
      for (let i = 0; i < 51; i += 1) await createPerson(own, sharing(other.id));
      const last = await createPerson(own, sharing(rep.id));
      const { body } = await rep.call('POST', '/v1/contacts/resolve', { handles: [handle] });
      expect(body.candidates.map((one: { contact: { id: string } }) => one.contact.id)).toEqual([last.id]);
    } finally {
      await own.close();
    }
  });

  it('hears of a ledger of a lifecycle that is not there that it is not', async () => {
    for (const path of [
      '/v1/transitions',
      `/v1/contacts/${a.id}/transitions`,
      '/v1/exports/transitions.ndjson',
      '/v1/exports/transitions.csv',
    ]) {
      const { status, body } = await t.call('GET', `${path}?lifecycle=seven-steps`);
      expect([path, status, body?.errors]).toEqual([
        path,
        422,
        [expect.objectContaining({ pointer: '?lifecycle', code: 'lifecycle-unknown' })],
      ]);
      expect((await t.call('GET', `${path}?lifecycle=lead-chain`)).status, path).toBe(200);
    }
  });

  it('hears in a conversation of another’s customer only that it is restricted, and whose it is', async () => {
    await see('own');
    const { handle } = b.identities[0];
    for (const body of [{ handles: [{ channel: 'email', handle }] }, { conversation }]) {
      const found = await mine.call('POST', '/v1/contacts/resolve', body);
      expect(found.body).toMatchObject({ match: 'restricted', contact: null, candidates: [] });
      expect(found.body.owner_name).toMatch(/^rep /);
      expect(found.text).not.toContain(b.id);
    }
    const named = await mine.call('POST', '/v1/contacts/resolve', { hints: { display_name: b.display_name } });
    expect(named.body).toMatchObject({ match: 'none', candidates: [] });
  });

  it('is named their own namesake, however many others have whom they may not see', async () => {
    await see('own');
    const display_name = '王伟 namesake';
    const own = (await mine.call('POST', '/v1/contacts', newPerson({ display_name }))).body;
    t.clock.advance(1000);
    for (let i = 0; i < 10; i++) await theirs.call('POST', '/v1/contacts', newPerson({ display_name }));
    const { body } = await mine.call('POST', '/v1/contacts/resolve', { hints: { display_name } });
    expect(body.candidates.map((one: { contact: { id: string } }) => one.contact.id)).toEqual([own.id]);
  });

  it('is told that a handle is taken, or a conversation somebody else’s, without an id', async () => {
    await see('own');
    const { handle } = b.identities[0];
    const identities = [{ channel: 'email', handle }];
    const taken = await mine.call('POST', '/v1/contacts', { display_name: 'X', identities });
    expect([taken.status, taken.body.code, taken.body.contact_id]).toEqual([409, 'handle-taken', null]);
    for (const context of [{ channel: 'email', handle }, conversation]) {
      const wrong = await mine.call('POST', `/v1/contacts/${a.id}/tags`, { add: ['grade-a'], context });
      expect([wrong.status, wrong.body.code, wrong.body.contact_id]).toEqual([409, 'context-mismatch', null]);
    }
  });

  it('is told that a conversation is linked to somebody else, without the id of the link', async () => {
    await see('own');
    const linked = await mine.call('POST', '/v1/conversation-links', { ...conversation, contact_id: a.id });
    expect([linked.status, linked.body.code, linked.body.link_id]).toEqual([409, 'conflict', null]);
    expect(linked.text).not.toContain(link);
  });

  it('hears of two who were told apart only where they may see both', async () => {
    await see('own');
    const verdict = await manager.call('POST', '/v1/not-duplicates', { contact_ids: [a.id, b.id] });
    expect(verdict.status).toBe(201);
    for (const [call, told] of [
      [mine.call, false],
      [theirs.call, false],
      [manager.call, true],
    ] as const) {
      const { text } = await call('GET', '/v1/events?limit=200');
      expect(text.includes(verdict.body.id)).toBe(told);
    }
    expect((await manager.call('DELETE', `/v1/not-duplicates/${verdict.body.id}`)).status).toBe(204);
  });

  it('hears nothing of a person their own contact was merged into, by none of its rows', async () => {
    await see('own');
    const [own, twin] = [(await mine.call('POST', '/v1/contacts', newPerson())).body, await createPerson(t)];
    await mine.call('POST', `/v1/contacts/${own.id}/transitions`, { to: 'mql' });
    const moved = (await mine.call('POST', `/v1/contacts/${own.id}/transitions`, { to: 'sql' })).body.transition.id;
    const [handover] = (await mine.call('GET', `/v1/handovers?contact_id=${own.id}`)).body.data;
    expect((await mine.call('POST', `/v1/handovers/${handover.id}/accept`)).status).toBe(200);
    const match = { 'if-match': '*' };
    const first = await mine.call('POST', '/v1/merges', { survivor_id: own.id, loser_id: twin.id }, match);
    const hidden = await manager.call('POST', '/v1/merges', { survivor_id: b.id, loser_id: own.id }, match);
    expect([first.status, hidden.status]).toEqual([201, 201]);
    for (const [path, body, headers] of [
      [`/v1/transitions/${moved}/undo`],
      [`/v1/handovers/${handover.id}/reopen`],
      [`/v1/handovers/${handover.id}/decline`, { note: 'No' }],
      [`/v1/merges/${first.body.merge.id}/revert`],
      [`/v1/merges/${hidden.body.merge.id}/revert`],
      ['/v1/merges', { survivor_id: a.id, loser_id: own.id }, match],
      ['/v1/merges', { survivor_id: own.id, loser_id: a.id }, match],
      [`/v1/contacts/${own.id}/archive`],
    ] as const) {
      const answer = await mine.call('POST', path, body, headers);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not-found']);
      expect(answer.text).not.toContain(b.id);
    }
    expect((await manager.call('POST', `/v1/merges/${hidden.body.merge.id}/revert`)).status).toBe(200);
  });

  it('learns nothing of another’s customer when that one is erased; who looked after them does', async () => {
    await see('own');
    const { id } = (await theirs.call('POST', '/v1/contacts', newPerson())).body;
    expect((await theirs.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '*' })).status).toBe(204);
    const read = await mine.call('GET', `/v1/contacts/${id}`);
    expect([read.status, read.body.code]).toEqual([404, 'not-found']);
    for (const path of ['/v1/events?limit=200', '/v1/transitions?limit=200']) {
      expect((await mine.call('GET', path)).text).not.toContain(id);
      expect((await theirs.call('GET', path)).text).toContain(id);
    }
  });
});
