// Corrections: a manager takes back any row with a reason, and every view of the history says so.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, keyWith, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const HOUR = 3_600_000;
const move = async (id: string, body: object) => {
  t.clock.advance(1000);
  return (await t.call('POST', `/v1/contacts/${id}/transitions`, body)).body.transition;
};
const correct = (id: string, body: object = { reason: { code: 'entered-by-mistake' } }) =>
  t.call('POST', `/v1/transitions/${id}/correct`, body);
const at = (offset: number) => new Date(t.clock.now() + offset).toISOString();

describe('a correction', () => {
  it('takes back a row from weeks ago, and everything told of the contact follows', async () => {
    const { id } = await createPerson(t);
    const lead = await move(id, { to: 'lead' });
    const mql = await move(id, { to: 'mql' });
    t.clock.advance(30 * 24 * HOUR);
    const answer = await correct(mql.id, { reason: { code: 'other', note: 'It was his brother' } });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, `"${answer.body.contact.version}"`]);
    expect(answer.body).toMatchObject({
      transition: { voids: mql.id, from: 'mql', to: 'lead', reason: 'other', note: 'It was his brother' },
      contact: { stages: [{ stage: 'lead', entered_at: lead.effective_at }] },
    });
    const card = (await t.call('GET', `/v1/contacts/${id}/card`)).body;
    expect(card.contact.stages[0].stage).toBe('lead');
    const shown = card.timeline.filter((one: { kind: string }) => one.kind === 'stage');
    expect(shown.find((one: { transition: { id: string } }) => one.transition.id === mql.id).voided).toBe(true);
    const events = (await t.call('GET', '/v1/events?limit=200')).body.data;
    expect(events.at(-1)).toMatchObject({ type: 'contact.stage_corrected', data: { voids: mql.id, reason: 'other' } });
    expect(JSON.stringify(events)).not.toContain('brother');
  });

  it('of a correction brings the row back, and the row can be taken back again', async () => {
    const { id } = await createPerson(t);
    const lead = await move(id, { to: 'lead' });
    const first = (await correct(lead.id)).body;
    expect((await correct(first.transition.id)).body.contact.stages[0].stage).toBe('lead');
    expect((await correct(lead.id)).body.contact.stages[0].stage).toBe('subscriber');
    expect((await correct(lead.id)).body.code).toBe('undo-already');
  });

  it('leaves the card offering what an undo would really take back: the last move that counts, in whichever lifecycle', async () => {
    const { id } = await createPerson(t);
    const offered = async () => (await t.call('GET', `/v1/contacts/${id}/card`)).body.undo?.transition_id;
    const lead = await move(id, { to: 'lead' });
    const back = (await correct(lead.id)).body.transition;
    await correct(back.id);
    expect(await offered()).toBe(lead.id);
    t.clock.advance(1000);
    const list = await move(id, { lifecycle: 'whole-life', to: 'list' });
    t.clock.advance(1000);
    const intention = await move(id, { lifecycle: 'whole-life', to: 'intention' });
    expect(await offered()).toBe(intention.id);
    expect((await t.call('POST', `/v1/transitions/${intention.id}/undo`)).status).toBe(201);
    // The first row of a lifecycle is nobody's to undo.
    expect([await offered(), list.direction]).toEqual([lead.id, 'enter']);
  });

  it('lets a lifecycle entered by mistake be left, but nobody be in none', async () => {
    const { id } = await createPerson(t);
    const entered = await move(id, { lifecycle: 'whole-life', to: 'lost', reason: { code: 'price' } });
    const answer = await correct(entered.id);
    expect(answer.body.contact.stages.map((one: { lifecycle: string }) => one.lifecycle)).toEqual(['seven-stage']);
    expect(answer.body.transition).toMatchObject({ from: 'lost', to: null });
    expect((await move(id, { lifecycle: 'whole-life', to: 'list' })).direction).toBe('enter');
    const rows = (await t.call('GET', `/v1/contacts/${id}/transitions?lifecycle=seven-stage`)).body.data;
    expect((await createPerson(t)).id).not.toBe(id);
    const alone = await createPerson(t);
    const own = (await t.call('GET', `/v1/contacts/${alone.id}/transitions`)).body.data;
    expect((await correct(own[0].id)).body.code).toBe('undo-first-row');
    expect((await correct(rows[0].id)).status).toBe(201);
  });

  it('needs a reason there is, and a note where the reason says nothing without', async () => {
    const { id } = await createPerson(t);
    const { id: row } = await move(id, { to: 'lead' });
    expect((await correct(row, {})).body.errors[0]).toMatchObject({ pointer: '/reason', code: 'field-required' });
    expect((await correct(row, { reason: { code: 'whim' } })).body.code).toBe('reason-unknown');
    expect((await correct(row, { reason: { code: 'other' } })).body.code).toBe('reason-note-required');
  });

  it('is for managers and for keys with the scope', async () => {
    const { id } = await createPerson(t);
    const { id: row } = await move(id, { to: 'lead' });
    const body = { reason: { code: 'entered-by-mistake' } };
    const rep = await signIn(t, 'rep');
    const refused = await rep.call('POST', `/v1/transitions/${row}/correct`, body);
    expect([refused.status, refused.body.needed_scope]).toEqual([403, 'stages:correct']);
    const manager = await signIn(t, 'manager');
    expect((await manager.call('POST', `/v1/transitions/${row}/correct`, body)).status).toBe(201);
    const key = await keyWith(t, ['stages:correct']);
    expect((await key('POST', `/v1/transitions/${row}/correct`, body)).body.code).toBe('undo-already');
  });
});

describe('a clock that was set back', () => {
  it('takes no move without effect: it comes after what is known, and times that are given keep their limit', async () => {
    const own = await startHouse();
    try {
      const { id } = await createPerson(own);
      const move = (body: object) => own.call('POST', `/v1/contacts/${id}/transitions`, body);
      const stage = (answer: { body: { contact: { stages: { stage: string }[] } } }) =>
        answer.body.contact.stages[0]?.stage;
      own.clock.advance(60_000);
      expect(stage(await move({ to: 'lead' }))).toBe('lead');
      own.clock.advance(-3_600_000);
      expect(stage(await move({ to: 'mql', expect: { from: 'lead' } }))).toBe('mql');
      const close = { outcome: 'lost', reason: { code: 'other', note: 'x' } };
      expect((await own.call('POST', `/v1/contacts/${id}/close`, close)).status).toBe(201);
      const early = new Date(own.clock.now() + 61_000).toISOString();
      expect((await move({ to: 'sql', effective_at: early })).body.code).toBe('effective-in-future');
      expect((await checkHouse(own.house)).faults).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

describe('time travel', () => {
  it('answers what was believed then and what is known now, in every lifecycle', async () => {
    const { id } = await createPerson(t);
    await move(id, { lifecycle: 'four-phase', to: 'acquisition' });
    t.clock.advance(10 * HOUR);
    const believed = at(0);
    t.clock.advance(HOUR);
    // What happened five hours ago is heard of now: an ordinary back-dated row.
    const late = await move(id, { to: 'lead', effective_at: at(-5 * HOUR) });
    expect(late).toMatchObject({ from: 'subscriber', direction: 'forward' });
    const ask = async (query: string) => (await t.call('GET', `/v1/contacts/${id}/positions${query}`)).body.data;
    const fourHoursAgo = at(-4 * HOUR);
    expect(await ask(`?as_of=${fourHoursAgo}`)).toMatchObject([
      { lifecycle: 'seven-stage', stage: 'lead', pool: 'lead', transition_id: late.id, lifecycle_version: 1 },
      { lifecycle: 'four-phase', stage: 'acquisition', labels: { 'zh-CN': '获取' } },
    ]);
    expect((await ask(`?as_of=${fourHoursAgo}&known_at=${believed}`))[0].stage).toBe('subscriber');
    expect((await ask(''))[0].stage).toBe('lead');
    expect(await ask(`?as_of=${at(-1000 * HOUR)}`)).toEqual([]);
  });

  it('refuses times to come and times without an offset', async () => {
    const { id } = await createPerson(t);
    const ahead = await t.call('GET', `/v1/contacts/${id}/positions?as_of=${at(HOUR)}&known_at=${at(HOUR)}`);
    expect(ahead.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['?as_of', '?known_at']);
    expect((await t.call('GET', `/v1/contacts/${id}/positions?as_of=2026-11-21T08:00`)).body.errors[0].code).toBe(
      'time-malformed',
    );
  });
});
