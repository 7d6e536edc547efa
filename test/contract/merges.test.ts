// Merges: two contacts become one person, whose old id works for ever, and going back is exact.
import { checkHouse, MOVED, STAYS, statement } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const due = (day: number) => ({ local: `2026-11-${day}T10:00`, zone: 'Asia/Shanghai' });
const get = async (id: string) => (await t.call('GET', `/v1/contacts/${id}`)).body;
const merge = (survivor_id: string, loser_id: string, more: object = {}, headers: Record<string, string> = {}) =>
  t.call('POST', '/v1/merges', { survivor_id, loser_id, ...more }, { 'if-match': '*', ...headers });
const revert = (id: string) => t.call('POST', `/v1/merges/${id}/revert`);
const ledger = async (id: string) =>
  (
    await t.house.deps.db.read({
      rows: statement(
        'select from_stage, to_stage, source, voids is not null from transitions where contact_id = ? order by seq',
        [id],
        (r) => [r[0], r[1], r[2], r[3] === 1],
      ),
    })
  ).rows;

/** Two contacts of one person, each with some of everything. */
async function pair() {
  const survivor = await createPerson(t, {
    display_name: '王芳',
    company: 'Lumen',
    tags: ['grade-a'],
    fields: { size: 3 },
  });
  const loser = await createPerson(t, {
    display_name: 'Wang Fang',
    source: 'fair',
    tags: ['grade-b'],
    fields: { size: 9, city: 'Wuxi' },
    identities: [
      { channel: 'phone', handle: `+34612${String(Math.random()).slice(2, 8)}` },
      { channel: 'wechat', handle: `w${Math.random()}` },
    ],
    stages: { 'whole-life': 'intention' },
  });
  for (const [who, day] of [
    [survivor, 28],
    [loser, 27],
  ] as const) {
    await t.call('POST', `/v1/contacts/${who.id}/interactions`, {
      kind: 'call',
      direction: 'inbound',
      occurred_at: `2026-11-${day - 10}T08:00:00Z`,
      summary: `from ${who.display_name}`,
    });
    await t.call('POST', '/v1/follow-ups', { contact_id: who.id, title: `with ${who.display_name}`, due: due(day) });
    await t.call('POST', '/v1/conversation-links', {
      channel: 'wechat',
      conversation_key: `chat ${who.id}`,
      contact_id: who.id,
    });
  }
  await t.call('POST', `/v1/contacts/${loser.id}/transitions`, { to: 'lead' });
  return { survivor: await get(survivor.id), loser: await get(loser.id) };
}

describe('a merge', () => {
  it('gives the survivor the handles, tags, follow-ups, interactions and links of the other, and what it lacks', async () => {
    const { survivor, loser } = await pair();
    const done = await merge(survivor.id, loser.id, {}, { 'if-match': `"${survivor.version}"` });
    expect([done.status, done.headers.get('location')]).toEqual([201, `/v1/merges/${done.body.merge.id}`]);
    const after = await get(survivor.id);
    expect(done.body.contact).toEqual(after);
    expect(done.headers.get('etag')).toBe(`"${after.version}"`);
    expect(after).toMatchObject({
      id: survivor.id,
      display_name: '王芳',
      company: 'Lumen',
      source: 'fair',
      fields: { size: 3, city: 'Wuxi' },
      tags: ['grade-a'],
      next_follow_up_at: '2026-11-27T02:00:00.000Z',
      last_touch_at: '2026-11-18T08:00:00.000Z',
      version: survivor.version + 1,
    });
    const handles = (one: { identities: { handle: string }[] }) => one.identities.map(({ handle }) => handle);
    expect(handles(after).sort()).toEqual([...handles(survivor), ...handles(loser)].sort());
    expect(done.body.merge.moved).toMatchObject({ identities: 2, interactions: 1, follow_ups: 1, tags: 0 });
    for (const { handle } of loser.identities.slice(1)) {
      const found = await t.call('POST', '/v1/contacts/resolve', { handles: [{ channel: 'wechat', handle }] });
      expect([found.body.match, found.body.contact.id]).toEqual(['exact', survivor.id]);
    }
    const card = (await t.call('GET', `/v1/contacts/${survivor.id}/card`)).body;
    expect(card.follow_ups.map((one: { title: string }) => one.title)).toEqual(['with Wang Fang', 'with 王芳']);
    const said = card.timeline.flatMap((one: { interaction?: { summary: string } }) => one.interaction?.summary ?? []);
    expect(said.sort()).toEqual(['from Wang Fang', 'from 王芳']);
  });

  it('never moves a ledger row: the loser’s ledger is closed, the survivor’s gets a row only where its stage changes', async () => {
    const { survivor, loser } = await pair();
    const before = await readTables(t.house);
    await merge(survivor.id, loser.id);
    const change = difference(before, await readTables(t.house)).transitions;
    expect([change?.changed, change?.removed]).toEqual([[], []]);
    const rows = await ledger(loser.id);
    expect(rows.slice(0, 3).map((row) => row[2])).toEqual(['api', 'api', 'api']);
    expect(rows.slice(3).sort()).toEqual([
      ['intention', null, 'merge', false],
      ['lead', null, 'merge', false],
    ]);
    expect(await ledger(survivor.id)).toEqual([
      [null, 'subscriber', 'api', false],
      [null, 'intention', 'merge', false],
    ]);
    expect((await get(survivor.id)).stages.map((one: { stage: string }) => one.stage)).toEqual([
      'subscriber',
      'intention',
    ]);
  });

  it('takes what is asked for from the loser: values, and one of the two stages', async () => {
    const { survivor, loser } = await pair();
    const take = ['display_name'];
    const wrong = await merge(survivor.id, loser.id, { stages: { 'seven-stage': 'customer' } });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/stages/seven-stage']);
    const done = await merge(survivor.id, loser.id, { take, stages: { 'seven-stage': 'lead' } });
    expect(done.body.contact).toMatchObject({ display_name: 'Wang Fang', company: 'Lumen' });
    expect(done.body.contact.stages[0]).toMatchObject({ lifecycle: 'seven-stage', stage: 'lead' });
    expect((await ledger(survivor.id)).at(-2)).toEqual(['subscriber', 'lead', 'merge', false]);
  });

  it('asks for the survivor’s version: 428 without, 412 with an old one, nothing written', async () => {
    const { survivor, loser } = await pair();
    const before = await readTables(t.house);
    const blind = await t.call('POST', '/v1/merges', { survivor_id: survivor.id, loser_id: loser.id });
    expect([blind.status, blind.body.code]).toEqual([428, 'precondition-required']);
    const stale = await merge(survivor.id, loser.id, {}, { 'if-match': '"1"' });
    expect([stale.status, stale.body.current.id]).toEqual([412, survivor.id]);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('is told by one event, with what was before; the ledger’s rows have theirs', async () => {
    const { survivor, loser } = await pair();
    const from = (await t.call('GET', '/v1/events?after=0&limit=1')).body;
    expect(from.data).toHaveLength(1);
    const { rows } = await t.house.deps.db.read({
      rows: statement('select max(seq) from events', [], (r) => Number(r[0])),
    });
    const done = await merge(survivor.id, loser.id);
    const told = (await t.call('GET', `/v1/events?after=${rows[0]}&limit=50`)).body.data;
    expect(told.map((one: { type: string; contact_id: string }) => [one.type, one.contact_id])).toEqual([
      ['contact.stage_moved', loser.id],
      ['contact.stage_moved', loser.id],
      ['contact.stage_moved', survivor.id],
      ['contact.merged', survivor.id],
    ]);
    expect(told[3]).toMatchObject({
      data: { merge_id: done.body.merge.id, loser_id: loser.id, fields: ['source', 'fields'] },
      previous: { source: null, fields: { size: 3 } },
    });
    const types = (await t.call('GET', `/v1/contacts/${survivor.id}/timeline`)).body.data.map(
      (one: { type: string }) => one.type,
    );
    expect(types.filter((type: string) => type === 'contact.merged')).toHaveLength(1);
    expect(types.filter((type: string) => type === 'contact.created')).toHaveLength(2);
  });

  it('planned by a dry run is the merge itself without the last step', async () => {
    const { survivor, loser } = await pair();
    const before = await readTables(t.house);
    const body = { survivor_id: survivor.id, loser_id: loser.id };
    const dry = await t.call('POST', '/v1/merges?dry_run=true', body, { 'if-match': '*' });
    expect([dry.status, dry.body.dry_run]).toEqual([200, true]);
    expect(difference(before, await readTables(t.house))).toEqual({});
    const real = await merge(survivor.id, loser.id);
    expect(dry.body.contact).toEqual(real.body.contact);
    expect(dry.body.merge.moved).toEqual(real.body.merge.moved);
  });

  it('is refused with itself, an unknown, an archived survivor, and somebody merged before', async () => {
    const { survivor, loser } = await pair();
    expect((await merge(survivor.id, survivor.id)).body.errors[0].pointer).toBe('/loser_id');
    expect((await merge(survivor.id, 'con_nobody')).status).toBe(404);
    await merge(survivor.id, loser.id);
    const other = await createPerson(t);
    for (const [a, b] of [
      [other.id, loser.id],
      [loser.id, other.id],
    ]) {
      const again = await merge(String(a), String(b));
      expect([again.status, again.body.code, again.body.contact_id]).toEqual([409, 'contact-merged', survivor.id]);
    }
    await t.call('POST', `/v1/contacts/${other.id}/archive`);
    expect((await merge(other.id, survivor.id)).body.code).toBe('contact-archived');
  });

  it('made from a conversation with a third person is refused; with either of the two it is taken', async () => {
    const { survivor, loser } = await pair();
    const third = await createPerson(t);
    const context = (who: typeof third) => ({
      channel: who.identities[0].channel,
      handle: who.identities[0].handle,
    });
    expect((await merge(survivor.id, loser.id, { context: context(third) })).body.code).toBe('context-mismatch');
    expect((await merge(survivor.id, loser.id, { context: context(loser) })).status).toBe(201);
  });

  it('knows of every table that belongs to a contact whether its rows go along', async () => {
    const { rows } = await t.house.deps.db.read({
      rows: statement(
        "select distinct m.name from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and c.name = 'contact_id' order by 1",
        [],
        (r) => String(r[0]),
      ),
    });
    const decided = [...MOVED.map((one) => one.table), ...Object.keys(STAYS)];
    expect(rows.filter((table) => !decided.includes(table))).toEqual([]);
  });
});

describe('the merged id', () => {
  it('leads to the survivor in every read and write, also over several merges', async () => {
    const { survivor, loser } = await pair();
    const last = await createPerson(t);
    await merge(survivor.id, loser.id);
    await merge(last.id, survivor.id);
    const path = `/v1/contacts/${loser.id}`;
    for (const read of ['', '/card', '/timeline', '/identities', '/interactions', '/moves', '/transitions', '/tags'])
      expect((await t.call('GET', `${path}${read}`)).text, read).toBe(
        (await t.call('GET', `/v1/contacts/${last.id}${read}`)).text,
      );
    expect((await t.call('GET', path)).body.id).toBe(last.id);
    const open = (await t.call('GET', `/v1/follow-ups?contact_id=${loser.id}&assignee=all`)).body.data;
    expect(open).toHaveLength(2);
    const key = { 'idempotency-key': `to-${loser.id}` };
    const moved = await t.call('POST', `${path}/transitions`, { to: 'mql' }, key);
    expect([moved.status, moved.body.contact.id, moved.body.transition.contact_id]).toEqual([201, last.id, last.id]);
    const again = await t.call('POST', `${path}/transitions`, { to: 'mql' }, key);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([moved.text, 'true']);
    expect((await t.call('PUT', `${path}/tags/grade-c`)).status).toBe(200);
    expect((await t.call('PATCH', path, { company: 'Last' })).body).toMatchObject({ id: last.id, company: 'Last' });
    const planned = await t.call('POST', '/v1/follow-ups', { contact_id: loser.id, title: 'Call', due: due(29) });
    expect(planned.body.contact_id).toBe(last.id);
    expect((await get(last.id)).tags).toEqual(['grade-c']);
    const batch = { mode: 'atomic', items: [{ contact_id: loser.id, add: ['grade-a'] }] };
    const many = await t.call('POST', '/v1/batch/tags', batch);
    expect([many.status, many.body.results[0].contact_id]).toEqual([200, last.id]);
  });

  it('is in no list and no search', async () => {
    const { survivor, loser } = await pair();
    await merge(survivor.id, loser.id);
    for (const path of ['/v1/contacts?limit=200', '/v1/contacts?q=Wang Fang&limit=200', '/v1/contacts?archived=true'])
      expect((await t.call('GET', path)).text).not.toContain(loser.id);
    const named = await t.call('POST', '/v1/contacts/resolve', { hints: { display_name: 'Wang Fang' } });
    expect(named.text).not.toContain(loser.id);
  });

  it('counts as one person in reports', async () => {
    const own = await startHouse();
    try {
      const [a, b] = [await createPerson(own), await createPerson(own)];
      for (const { id } of [a, b]) await own.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
      const count = async () => (await own.call('GET', '/v1/reports/funnel')).body.n;
      const before = await count();
      const body = { survivor_id: a.id, loser_id: b.id };
      const done = await own.call('POST', '/v1/merges', body, { 'if-match': '*' });
      expect([before, await count()]).toEqual([2, 1]);
      await own.call('POST', `/v1/merges/${done.body.merge.id}/revert`);
      expect(await count()).toBe(2);
    } finally {
      await own.close();
    }
  });

  it('has ledger rows that are taken back by nobody but the merge', async () => {
    const { survivor, loser } = await pair();
    const rows = (await t.call('GET', `/v1/contacts/${loser.id}/transitions`)).body.data;
    await merge(survivor.id, loser.id);
    const own = (await t.call('GET', `/v1/contacts/${survivor.id}/transitions`)).body.data.at(-1);
    for (const row of [rows.at(-1), own]) {
      expect((await t.call('GET', `/v1/transitions/${row.id}`)).status).toBe(200);
      const undone = await t.call('POST', `/v1/transitions/${row.id}/undo`);
      expect([undone.status, undone.body.code]).toEqual([409, 'contact-merged']);
      const reason = { code: 'other', note: 'x' };
      const corrected = await t.call('POST', `/v1/transitions/${row.id}/correct`, { reason });
      expect(corrected.body.code).toBe('contact-merged');
    }
  });

  it('is shown to a rep who may see the survivor, and to no other', async () => {
    const [mine, theirs] = [await signIn(t, 'rep'), await signIn(t, 'rep')];
    const a = (await mine.call('POST', '/v1/contacts', newPerson())).body;
    const b = (await theirs.call('POST', '/v1/contacts', newPerson())).body;
    const done = await merge(a.id, b.id);
    await t.call('PATCH', '/v1/settings', { visibility: 'own' });
    try {
      expect((await mine.call('GET', `/v1/contacts/${b.id}`)).body.id).toBe(a.id);
      expect((await theirs.call('GET', `/v1/contacts/${b.id}`)).status).toBe(404);
      expect((await theirs.call('GET', `/v1/merges/${done.body.merge.id}`)).status).toBe(404);
      for (const path of ['/v1/events?limit=200', '/v1/merges', '/v1/transitions?limit=200'])
        expect((await theirs.call('GET', path)).text, path).not.toContain(a.id);
      expect((await mine.call('GET', '/v1/events?limit=200')).text).toContain(b.id);
      expect((await theirs.call('POST', `/v1/merges/${done.body.merge.id}/revert`)).status).toBe(404);
    } finally {
      await t.call('PATCH', '/v1/settings', { visibility: 'all' });
    }
  });
});

describe('taking a merge back', () => {
  it('leaves both as they were', async () => {
    const { survivor, loser } = await pair();
    const done = await merge(survivor.id, loser.id);
    const back = await revert(done.body.merge.id);
    expect([back.status, back.body.reverted_at !== null]).toEqual([200, true]);
    for (const before of [survivor, loser]) {
      const { version, updated_at, ...now } = await get(before.id);
      const { version: was, updated_at: _, ...then } = before;
      expect([now, version]).toEqual([then, was + 2]);
    }
    const again = await revert(done.body.merge.id);
    expect([again.status, again.body.code]).toEqual([409, 'merge-reverted']);
    expect((await merge(survivor.id, loser.id)).status).toBe(201);
  });

  it('keeps what was done since: changes and new rows stay with the survivor, what was removed stays removed', async () => {
    const { survivor, loser } = await pair();
    const done = await merge(survivor.id, loser.id);
    const path = `/v1/contacts/${survivor.id}`;
    await t.call('PATCH', path, { source: 'web', fields: { note: 'new' } });
    await t.call('POST', `${path}/transitions`, { to: 'mql' });
    await t.call('PUT', `${path}/tags/grade-c`);
    const wechat = loser.identities.find((one: { channel: string }) => one.channel === 'wechat');
    await t.call('DELETE', `/v1/identities/${wechat.id}`);
    const since = await t.call('POST', '/v1/follow-ups', { contact_id: loser.id, title: 'since', due: due(30) });
    expect((await revert(done.body.merge.id)).status).toBe(200);
    const [a, b] = [await get(survivor.id), await get(loser.id)];
    expect(a).toMatchObject({ source: 'web', fields: { size: 3, note: 'new' }, tags: ['grade-c'] });
    expect(a.stages).toMatchObject([{ lifecycle: 'seven-stage', stage: 'mql' }]);
    expect(a.identities).toEqual(survivor.identities);
    expect(b.identities.map((one: { channel: string }) => one.channel)).toEqual(['phone']);
    expect(b).toMatchObject({ source: 'fair', tags: ['grade-b'], fields: { size: 9, city: 'Wuxi' } });
    expect((await t.call('GET', `/v1/follow-ups/${since.body.id}`)).body.contact_id).toBe(survivor.id);
  });

  it('goes from the last merge to the first, and no other way', async () => {
    const { survivor, loser } = await pair();
    const third = await createPerson(t);
    const top = await createPerson(t);
    const merges = [
      (await merge(survivor.id, loser.id)).body.merge.id,
      (await merge(survivor.id, third.id)).body.merge.id,
      (await merge(top.id, survivor.id)).body.merge.id,
    ];
    for (const id of merges.slice(0, 2)) {
      const early = await revert(id);
      expect([early.status, early.body.code, early.body.merge_id]).toEqual([409, 'merge-not-last', merges[2]]);
    }
    for (const id of merges.reverse()) expect((await revert(id)).status).toBe(200);
    for (const { id } of [survivor, loser, third, top]) expect((await get(id)).id).toBe(id);
    expect((await get(loser.id)).identities).toEqual(loser.identities);
  });

  it('brings back a shared handle both had, and a conversation the other had denied', async () => {
    const shop = { channel: 'phone', handle: '+34699000111', shared: true };
    const chat = { channel: 'wechat', conversation_key: 'the shop' };
    const [a, b] = [await createPerson(t, { identities: [shop] }), await createPerson(t, { identities: [shop] })];
    await t.call('POST', '/v1/conversation-links', { ...chat, contact_id: a.id });
    await t.call('POST', '/v1/conversation-links', { ...chat, contact_id: b.id, verdict: 'not_this_person' });
    const done = await merge(a.id, b.id);
    expect(done.body.contact.identities).toEqual(a.identities);
    const links = async () =>
      (await t.call('GET', '/v1/conversation-links?channel=wechat&conversation_key=the shop')).body.data.map(
        (one: { contact_id: string; verdict: string }) => [one.contact_id, one.verdict],
      );
    expect(await links()).toEqual([[a.id, 'linked']]);
    await revert(done.body.merge.id);
    expect((await get(b.id)).identities).toEqual(b.identities);
    expect(await links()).toEqual([
      [a.id, 'linked'],
      [b.id, 'not_this_person'],
    ]);
  });
});

it('once the person is erased nothing of either is left, and there is no way back', async () => {
  const shared = t;
  t = await startHouse();
  try {
    const { survivor, loser } = await pair();
    const word = 'qzwxmerge';
    await t.call('PATCH', `/v1/contacts/${loser.id}`, { display_name: word, company: word, fields: { x: word } });
    const done = await merge(survivor.id, loser.id, { take: ['company'] }, { 'idempotency-key': 'merging' });
    const { version } = await get(survivor.id);
    const erased = await t.call('DELETE', `/v1/contacts/${loser.id}`, undefined, { 'if-match': `"${version}"` });
    expect(erased.status).toBe(204);
    for (const id of [survivor.id, loser.id]) {
      const gone = await t.call('GET', `/v1/contacts/${id}`);
      expect([gone.status, gone.body.code]).toEqual([404, 'contact-erased']);
    }
    for (const late of [await revert(done.body.merge.id), await merge(survivor.id, (await createPerson(t)).id)])
      expect([late.status, late.body.code]).toEqual([404, 'contact-erased']);
    const left = Object.entries(await readTables(t.house)).flatMap(([table, rows]) =>
      [...rows.values()].filter((row) => JSON.stringify(row).includes(word)).map(() => table),
    );
    expect(left).toEqual([]);
    const told = (await t.call('GET', '/v1/events?after=0&limit=200')).body.data;
    const gone = told.filter((one: { type: string }) => one.type === 'contact.erased');
    expect(gone.map((one: { contact_id: string }) => one.contact_id)).toEqual([survivor.id, loser.id]);
  } finally {
    await t.close();
    t = shared;
  }
});
