// Closing people where they stand (product P2, P7): with an outcome and a reason, reopenable, out of every list meant for outreach.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const at = (stage: string, more = {}) => createPerson(t, { stages: { 'seven-stage': stage }, ...more });
const close = (id: string, outcome: string, reason: object, more = {}) =>
  t.call('POST', `/v1/contacts/${id}/close`, { outcome, reason, ...more });
const reopen = (id: string, body?: object) => t.call('POST', `/v1/contacts/${id}/reopen`, body);
const get = async (id: string) => (await t.call('GET', `/v1/contacts/${id}`)).body;
const rows = async (id: string) => (await t.call('GET', `/v1/contacts/${id}/transitions`)).body.data;

describe('closing', () => {
  it('P2 keeps the stage and says outcome and reason, by one more ledger row; reopening adds another', async () => {
    const { id } = await at('sql');
    t.clock.advance(5_000);
    const closed = await close(id, 'lost', { code: 'price' });
    expect([closed.status, closed.headers.get('etag')]).toEqual([201, '"2"']);
    const now = new Date(t.clock.now()).toISOString();
    expect(closed.body).toMatchObject({
      changed: true,
      transition: { from: 'sql', to: 'sql', outcome: 'lost', reason: 'price', voids: null, time_in_previous_s: 5 },
      contact: { stages: [{ stage: 'sql', closed: { outcome: 'lost', reason: 'price', at: now } }] },
    });
    expect(await get(id)).toEqual(closed.body.contact);
    expect((await close(id, 'lost', { code: 'need-gone' })).body).toMatchObject({ changed: false });
    const open = await reopen(id);
    expect([open.status, open.body.transition.outcome]).toEqual([201, 'open']);
    expect((await get(id)).stages[0]).toMatchObject({ stage: 'sql', closed: null });
    expect([(await reopen(id)).status, (await rows(id)).length]).toEqual([200, 3]);
    const types = (await t.call('GET', '/v1/events?limit=200')).body.data
      .filter((event: { contact_id: string }) => event.contact_id === id)
      .map((event: { type: string }) => event.type);
    expect(types.slice(-2)).toEqual(['contact.closed', 'contact.reopened']);
  });

  it('P7 asks for a reason of the outcome’s own dictionary, with a note where the reason says nothing without', async () => {
    const { id } = await at('lead');
    for (const [outcome, reason, code] of [
      ['lost', { code: 'wrong-contact' }, 'reason-unfit'],
      ['disqualified', { code: 'price' }, 'reason-unfit'],
      ['lost', { code: 'no-such' }, 'reason-unknown'],
      ['lost', { code: 'other' }, 'reason-note-required'],
      ['disqualified', { code: 'unprofitable' }, 'reason-note-required'],
    ] as const) {
      const before = await readTables(t.house);
      const refused = await close(id, outcome, reason);
      expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([422, code, '/reason']);
      expect(difference(before, await readTables(t.house))).toEqual({});
    }
    const kinds = async (kind: string) =>
      (await t.call('GET', `/v1/reasons?kind=${kind}`)).body.data.map((one: { code: string }) => one.code);
    expect(await kinds('disqualified')).toContain('wrong-contact');
    expect(await kinds('churned')).not.toContain('wrong-contact');
    expect(await kinds('churned')).toContain('dissatisfied');
    expect((await close(id, 'disqualified', { code: 'other', note: '同行打探' })).status).toBe(201);
  });

  it('calls only those churned who once bought, and nobody disqualified who did', async () => {
    const [lead, customer] = [await at('lead'), await at('customer')];
    for (const [id, outcome, code] of [
      [lead.id, 'churned', 'price'],
      [customer.id, 'disqualified', 'no-intent'],
    ]) {
      const refused = await close(id, outcome, { code });
      expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
        422,
        'close-not-allowed',
        '/outcome',
      ]);
    }
    expect((await close(customer.id, 'churned', { code: 'dissatisfied' })).status).toBe(201);
  });

  it('sends on to the stage that means the end, where the lifecycle has one', async () => {
    const { id } = await createPerson(t, { stages: { 'whole-life': 'intention' } });
    const refused = await close(id, 'lost', { code: 'price' }, { lifecycle: 'whole-life' });
    expect([refused.status, refused.body.code]).toEqual([422, 'close-not-allowed']);
    expect(refused.body.detail).toContain('lost');
  });

  it('takes effect after the last move, and the one who saw an old stage is told so with the card', async () => {
    const { id } = await at('lead');
    const early = { effective_at: new Date(t.clock.now() - 1000).toISOString() };
    expect((await close(id, 'lost', { code: 'price' }, early)).body.code).toBe('effective-too-early');
    const stale = await close(id, 'lost', { code: 'price' }, { expect: { from: 'mql' } });
    expect([stale.status, stale.body.code, stale.body.from]).toEqual([409, 'stage-changed', 'lead']);
    expect(stale.body.card.contact).toEqual(await get(id));
  });

  it('is opened by any move, which says so before; an undo or a correction brings the closing back', async () => {
    const { id } = await at('lead');
    t.clock.advance(1000);
    const closed = await close(id, 'lost', { code: 'price' });
    t.clock.advance(1000);
    const dry = await t.call('POST', `/v1/contacts/${id}/transitions?dry_run=true`, { to: 'mql' });
    expect(dry.body.warnings).toContain('reopens');
    expect(dry.body.effects).toContainEqual({ kind: 'closed', from: 'lost', to: null });
    const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'mql' });
    expect(moved.body.contact.stages[0]).toMatchObject({ stage: 'mql', closed: null });
    const undone = await t.call('POST', `/v1/transitions/${moved.body.transition.id}/undo`);
    expect(undone.body.contact.stages[0]).toMatchObject({ stage: 'lead', closed: { outcome: 'lost' } });
    const corrected = await t.call('POST', `/v1/transitions/${closed.body.transition.id}/correct`, {
      reason: { code: 'entered-by-mistake' },
    });
    expect(corrected.body.contact.stages[0]).toMatchObject({ stage: 'lead', closed: null });
    expect(await get(id)).toEqual(corrected.body.contact);
  });

  it('stays, where a late move took effect before it', async () => {
    const { id } = await at('lead');
    t.clock.advance(60_000);
    await close(id, 'lost', { code: 'price' });
    t.clock.advance(60_000);
    const late = { to: 'mql', effective_at: new Date(t.clock.now() - 100_000).toISOString() };
    const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, late);
    expect(moved.body.contact.stages[0].closed).toMatchObject({ outcome: 'lost' });
    expect(moved.body.warnings).toEqual(['criteria-unmet', 'position-unchanged']);
    expect(await get(id)).toEqual(moved.body.contact);
  });

  it('and opening are the last word when made now, also after a move by a clock that ran ahead', async () => {
    const { id } = await at('lead');
    const ahead = new Date(t.clock.now() + 40_000).toISOString();
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'mql', effective_at: ahead });
    t.clock.advance(1000);
    expect((await close(id, 'lost', { code: 'price' })).body.transition).toMatchObject({ effective_at: ahead });
    expect((await reopen(id)).body.contact.stages[0]).toMatchObject({ stage: 'mql', closed: null });
    const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'sql' });
    expect(moved.body.contact.stages[0]).toMatchObject({ stage: 'sql', entered_at: ahead });
    expect(await get(id)).toEqual(moved.body.contact);
  });

  it('answers the same bytes again under the same Idempotency-Key, and leaves no note behind an erased person', async () => {
    const { id } = await at('lead');
    const headers = { 'idempotency-key': 'close-1' };
    const body = { outcome: 'lost', reason: { code: 'other', note: '私密 qzwx' } };
    const first = await t.call('POST', `/v1/contacts/${id}/close`, body, headers);
    const again = await t.call('POST', `/v1/contacts/${id}/close`, body, headers);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"2"' });
    const { transitions, transition_notes } = await readTables(t.house);
    expect(transition_notes?.size).toBeGreaterThan(0);
    for (const table of [transitions, transition_notes])
      expect(JSON.stringify([...(table?.values() ?? [])])).not.toContain('qzwx');
  });
});

describe('lists meant for outreach', () => {
  it('N4 hold only people whose stage may be approached so and who are closed nowhere, and say how many they leave out', async () => {
    const source = 'outreach';
    const made = [];
    for (const stage of ['subscriber', 'lead', 'mql', 'sql', 'customer']) made.push(await at(stage, { source }));
    const [, lead, mql, sql] = made;
    await close(sql.id, 'lost', { code: 'price' });
    await close(lead.id, 'lost', { code: 'price' });
    const elsewhere = await at('customer', { source, stages: { 'seven-stage': 'customer', 'whole-life': 'silent' } });
    const gone = { to: 'lost', lifecycle: 'whole-life', reason: { code: 'gone-quiet' } };
    expect((await t.call('POST', `/v1/contacts/${elsewhere.id}/transitions`, gone)).status).toBe(201);
    const list = async (more: string) => (await t.call('GET', `/v1/contacts?source=${source}&${more}`)).body;
    const marketing = await list('outreach=marketing');
    expect(marketing.data.map((one: { id: string }) => one.id).sort()).toEqual([mql.id, made[4].id].sort());
    expect(marketing.left_out).toEqual({ closed: 3, stage: 1 });
    expect((await list('outreach=marketing&limit=1')).left_out).toEqual({ closed: 3, stage: 1 });
    expect((await list('')).left_out).toBe(null);
    expect((await list('closed=true')).data.map((one: { id: string }) => one.id).sort()).toEqual(
      [sql.id, lead.id].sort(),
    );
    expect((await list('closed=false')).data).toHaveLength(4);
    const service = await list('outreach=service&lifecycle=whole-life');
    // Of those in that lifecycle at all.
    expect([service.data, service.left_out]).toEqual([[], { closed: 1, stage: 0 }]);
    await reopen(sql.id);
    expect((await list('outreach=marketing')).data).toHaveLength(3);
    const filter = {
      all: [
        { field: 'outcome', op: 'eq', value: 'lost' },
        { field: 'source', op: 'eq', value: source },
      ],
    };
    const found = await t.call('POST', '/v1/contacts/search', { filter });
    expect(found.body.data.map((one: { id: string }) => one.id)).toEqual([lead.id]);
    expect(elsewhere.stages).toHaveLength(2);
  });
});

describe('the reports', () => {
  it('P7 reasons and recovery by reason, C9 validity, over what was closed through the API', async () => {
    const own = await startHouse();
    try {
      const made = async (stage: string) =>
        (await own.call('POST', '/v1/contacts', { display_name: 'X', source: 'ad', stages: { 'seven-stage': stage } }))
          .body.id as string;
      const [a, b, c, d] = [await made('customer'), await made('customer'), await made('lead'), await made('mql')];
      const act = async (id: string, what: string, body?: object) => {
        own.clock.advance(60_000);
        expect((await own.call('POST', `/v1/contacts/${id}/${what}`, body)).status).toBe(201);
      };
      await act(a, 'close', { outcome: 'churned', reason: { code: 'price' } });
      await act(b, 'close', { outcome: 'churned', reason: { code: 'price' } });
      await act(c, 'close', { outcome: 'disqualified', reason: { code: 'no-intent' } });
      await act(a, 'reopen');
      const reasons = (await own.call('GET', '/v1/reports/reasons')).body;
      expect(reasons.data).toMatchObject([
        { outcome: 'churned', reason: 'price', closings: 2, first: 2, reopened: 1, recovered: 1, recovery_rate: 0.5 },
        { outcome: 'disqualified', reason: 'no-intent', closings: 1, reopened: 0 },
      ]);
      const validity = (await own.call('GET', '/v1/reports/validity')).body.data.at(-1);
      expect(validity).toMatchObject({ people: 4, valid: 3, invalid: 1, validity: 0.75 });
      const pools = (await own.call('GET', '/v1/reports/pools')).body.data;
      expect(pools.find((row: { pool: string }) => row.pool === 'asset')).toMatchObject({
        at_end: 1,
        closed: 2,
        reopened: 1,
      });
      expect(d).toBeTruthy();
    } finally {
      await own.close();
    }
  });
});
