// Handovers: opened and withdrawn in the commit of the move itself, whoever makes it, and answered by the function that gets the contact.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { ended, importFile } from '../support/imports.ts';
import { createPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const reason = { code: 'judged-too-early' };
const move = async (id: string, to: string, more: object = {}) => {
  t.clock.advance(1000);
  const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, { to, reason, ...more });
  expect(moved.status, moved.text).toBe(201);
  return moved.body;
};
interface Handover {
  id: string;
  status: string;
  from_function: string;
  to_function: string;
}
const all = async (id: string): Promise<Handover[]> =>
  (await t.call('GET', `/v1/handovers?contact_id=${id}`)).body.data;
const told = (list: readonly Handover[]) => list.map((one) => `${one.from_function}→${one.to_function} ${one.status}`);
const storyOf = async (id: string) => told(await all(id));
async function eventsOf(id: string) {
  const types: string[] = [];
  for (let after = 0, more = true; more; ) {
    const { data, next_after } = (await t.call('GET', `/v1/events?after=${after}&limit=200`)).body;
    for (const one of data)
      if (one.contact_id === id && one.type.startsWith('handover.')) types.push(one.type.slice('handover.'.length));
    more = data.length > 0;
    after = next_after;
  }
  return types;
}
/** Somebody whom marketing has just handed to sales. */
async function handed(more: object = {}) {
  const { id } = await createPerson(t, { stages: { 'seven-stage': 'mql' }, ...more });
  const moved = await move(id, 'sql');
  const [handover] = await all(id);
  return { id: id as string, moved, handover: handover as Handover };
}
const answer = (id: string, how: 'accept' | 'decline', body?: object) =>
  t.call('POST', `/v1/handovers/${id}/${how}`, body);

describe('a move', () => {
  it('across the border opens one in its own commit; within a function it leaves handovers and their table alone', async () => {
    const { id, moved, handover } = await handed();
    expect(moved.effects).toContainEqual({ kind: 'handover-opened', from: 'marketing', to: 'sales' });
    expect(handover).toMatchObject({
      contact_id: id,
      lifecycle: 'seven-stage',
      transition_id: moved.transition.id,
      status: 'open',
      opened_at: moved.transition.recorded_at,
      decided_at: null,
    });
    const before = await readTables(t.house);
    await move(id, 'opportunity');
    expect(difference(before, await readTables(t.house)).handovers).toBeUndefined();
    expect(await eventsOf(id)).toEqual(['opened']);
  });

  it('across the next border withdraws what was not answered and opens the next; back with the giver it opens none', async () => {
    const { id } = await handed();
    const further = await move(id, 'customer');
    expect(further.effects.filter(({ kind }: { kind: string }) => /^handover/.test(kind))).toEqual([
      { kind: 'handover-withdrawn', from: 'marketing', to: 'sales' },
      { kind: 'handover-opened', from: 'sales', to: 'service' },
    ]);
    const back = await move(id, 'opportunity');
    expect(back.effects).toContainEqual({ kind: 'handover-withdrawn', from: 'sales', to: 'service' });
    expect(back.effects).not.toContainEqual(expect.objectContaining({ kind: 'handover-opened' }));
    expect(await storyOf(id)).toEqual(['marketing→sales withdrawn', 'sales→service withdrawn']);
    expect(await eventsOf(id)).toEqual(['opened', 'withdrawn', 'opened', 'withdrawn']);
  });

  it('back across the border, once it was accepted, hands the contact back', async () => {
    const { id, handover } = await handed();
    await answer(handover.id, 'accept');
    await move(id, 'mql');
    expect(await storyOf(id)).toEqual(['marketing→sales accepted', 'sales→marketing open']);
  });

  it('foretold: menu, dry run and move name the same effects', async () => {
    const { id } = await handed();
    for (const to of ['customer', 'mql', 'opportunity']) {
      const menu = (await t.call('GET', `/v1/contacts/${id}/moves`)).body.data;
      const body = { to, reason };
      const dry = await t.call('POST', `/v1/contacts/${id}/transitions?dry_run=true`, body);
      const { effects } = await move(id, to);
      expect(menu.find((one: { stage: string }) => one.stage === to).effects).toEqual(effects);
      expect(dry.body.effects).toEqual(effects);
    }
  });

  it('into the first stage, by history, or recorded late without changing where somebody stands, opens none', async () => {
    const { id } = await createPerson(t, { stages: { 'seven-stage': 'sql' } });
    t.clock.advance(60_000);
    const late = await move(id, 'mql', { effective_at: new Date(t.clock.now() - 3_600_000).toISOString() });
    expect(late.warnings).toContain('position-unchanged');
    expect(await all(id)).toEqual([]);
    const email = 'handover.import@example.com';
    const held = await handed({ identities: [{ channel: 'email', handle: email }] });
    const done = await importFile(t, `Email,Stage\n${email},customer\n`);
    expect((await ended(t, done.id)).progress).toMatchObject({ updated: 1 });
    expect(await storyOf(held.id)).toEqual(['marketing→sales withdrawn']);
  });

  it('in a batch passes the same gate, and a replay opens nothing anew', async () => {
    const { id } = await createPerson(t, { stages: { 'seven-stage': 'mql' } });
    const items = [{ contact_id: id, to: 'sql' }];
    const headers = { 'idempotency-key': 'handover-batch' };
    for (const _ of [1, 2]) {
      const done = await t.call('POST', '/v1/batch/transitions', { mode: 'atomic', items }, headers);
      expect(done.body.counts).toMatchObject({ updated: 1 });
    }
    expect(await storyOf(id)).toEqual(['marketing→sales open']);
  });
});

describe('what ends one unanswered, and brings it back', () => {
  it('undoing the move withdraws it; correcting the undo opens it again', async () => {
    const { id, moved } = await handed();
    const undone = await t.call('POST', `/v1/transitions/${moved.transition.id}/undo`);
    expect(await storyOf(id)).toEqual(['marketing→sales withdrawn']);
    await t.call('POST', `/v1/transitions/${undone.body.transition.id}/correct`, {
      reason: { code: 'entered-by-mistake' },
    });
    expect(await storyOf(id)).toEqual(['marketing→sales open']);
    expect(await eventsOf(id)).toEqual(['opened', 'withdrawn', 'opened']);
  });

  it('undoing the move that withdrew it opens it again, and withdraws the one that move opened', async () => {
    const { id } = await handed();
    const further = await move(id, 'customer');
    await t.call('POST', `/v1/transitions/${further.transition.id}/undo`);
    expect(await storyOf(id)).toEqual(['marketing→sales open', 'sales→service withdrawn']);
  });

  it('closing the contact withdraws it; taking the closing back opens it again, opening the contact does not', async () => {
    const { id } = await handed();
    const close = () => t.call('POST', `/v1/contacts/${id}/close`, { outcome: 'lost', reason: { code: 'price' } });
    const closed = await close();
    expect(await storyOf(id)).toEqual(['marketing→sales withdrawn']);
    await t.call('POST', `/v1/transitions/${closed.body.transition.id}/undo`);
    expect(await storyOf(id)).toEqual(['marketing→sales open']);
    t.clock.advance(1000);
    await close();
    await t.call('POST', `/v1/contacts/${id}/reopen`);
    expect(await storyOf(id)).toEqual(['marketing→sales withdrawn']);
  });

  it('a stage retired under it keeps it where the new stage is of the same function, else withdraws it', async () => {
    await t.call('POST', '/v1/lifecycles', { key: 'short', from: 'seven-stage' });
    const path = '/v1/lifecycles/short';
    const people = [];
    for (const to of ['sql', 'opportunity']) {
      const { id } = await createPerson(t, { stages: { short: 'mql' } });
      await move(id, to, { lifecycle: 'short' });
      people.push(id);
    }
    const keys = ['subscriber', 'lead', 'mql', 'customer', 'evangelist'];
    const stages = [...keys.slice(0, 3), 'opportunity', ...keys.slice(3)].map((key) => ({ key }));
    const publish = async (body: object) => {
      await t.call('PUT', `${path}/draft`, body);
      const next = t.house.deps.feed.next();
      const { body: publication } = await t.call('POST', `${path}/publish`);
      for (let wait: Promise<unknown> = next; ; wait = t.house.deps.feed.next()) {
        if ((await t.call('GET', `/v1/publications/${publication.id}`)).body.status === 'done') return;
        await wait;
      }
    };
    await publish({ stages, mapping: { sql: 'opportunity' } });
    const [one, other] = people as [string, string];
    expect([await storyOf(one), await storyOf(other)]).toEqual([['marketing→sales open'], ['marketing→sales open']]);
    await publish({ stages: keys.map((key) => ({ key })), mapping: { opportunity: 'customer' } });
    expect([await storyOf(one), await storyOf(other)]).toEqual([
      ['marketing→sales withdrawn'],
      ['marketing→sales withdrawn'],
    ]);
  });
});

describe('merging', () => {
  const merge = async (survivor_id: string, loser_id: string, more: object = {}) => {
    const done = await t.call('POST', '/v1/merges', { survivor_id, loser_id, ...more }, { 'if-match': '*' });
    expect(done.status, done.text).toBe(201);
    return done.body.merge.id as string;
  };
  const revert = (id: string) => t.call('POST', `/v1/merges/${id}/revert`);

  it('takes an open one along where the survivor stands in that function, and reverting brings it back', async () => {
    const { id: loser, handover } = await handed();
    const { id: survivor } = await createPerson(t);
    const merged = await merge(survivor, loser, { stages: { 'seven-stage': 'sql' } });
    expect((await t.call('GET', `/v1/contacts/${survivor}/card`)).body.handovers).toMatchObject([
      { id: handover.id, contact_id: survivor, status: 'open' },
    ]);
    expect((await revert(merged)).status).toBe(200);
    expect([await storyOf(survivor), await storyOf(loser)]).toEqual([[], ['marketing→sales open']]);
    // Accepted in between, it stays accepted.
    const again = await merge(survivor, loser, { stages: { 'seven-stage': 'sql' } });
    expect((await answer(handover.id, 'accept')).body.contact.id).toBe(survivor);
    await revert(again);
    expect(await storyOf(loser)).toEqual(['marketing→sales accepted']);
  });

  it('withdraws what stands nowhere any more, on either side, and reverting opens it again', async () => {
    const [one, other] = [await handed(), await handed()];
    const merged = await merge(one.id, other.id);
    expect(await storyOf(one.id)).toEqual(['marketing→sales open', 'marketing→sales withdrawn']);
    await revert(merged);
    expect([await storyOf(one.id), await storyOf(other.id)]).toEqual([
      ['marketing→sales open'],
      ['marketing→sales open'],
    ]);
    const { id: early } = await createPerson(t);
    const back = await merge(one.id, early, { stages: { 'seven-stage': 'subscriber' } });
    expect(await storyOf(one.id)).toEqual(['marketing→sales withdrawn']);
    await revert(back);
    expect(await storyOf(one.id)).toEqual(['marketing→sales open']);
  });

  it('counts the ticks of both for the survivor, and after a revert each their own', async () => {
    const [survivor, loser] = [(await createPerson(t)).id, (await createPerson(t)).id];
    await move(loser, 'mql', { evidence: { 'booked-trial': true } });
    const met = async (id: string) =>
      (await t.call('GET', `/v1/contacts/${id}/card`)).body.lifecycles[0].stages
        .find((one: { key: string }) => one.key === 'mql')
        .criteria.find((one: { key: string }) => one.key === 'booked-trial').met;
    const lacks = async (id: string) =>
      (await t.call('GET', `/v1/contacts/${id}/moves`)).body.data.find((one: { stage: string }) => one.stage === 'mql')
        .unmet_criteria.length;
    expect([await met(survivor), await met(loser), await lacks(survivor)]).toEqual([false, true, 3]);
    const merged = await merge(survivor, loser);
    expect([await met(survivor), await lacks(survivor)]).toEqual([true, 0]);
    await revert(merged);
    expect([await met(survivor), await met(loser), await lacks(survivor)]).toEqual([false, true, 3]);
  });
});

describe('answering', () => {
  it('accepting makes the caller the owner in one commit, once', async () => {
    const { id, handover } = await handed();
    const rep = await signIn(t, 'rep');
    const key = { 'idempotency-key': 'take-over' };
    const done = await rep.call('POST', `/v1/handovers/${handover.id}/accept`, undefined, key);
    expect(done.body).toMatchObject({
      handover: { id: handover.id, status: 'accepted', decided_by: { kind: 'staff', id: rep.id } },
      contact: { id, owner_id: rep.id, version: 3 },
    });
    const again = await rep.call('POST', `/v1/handovers/${handover.id}/accept`, undefined, key);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([done.text, 'true']);
    const late = await answer(handover.id, 'accept');
    expect([late.status, late.body.code, late.body.handover_status]).toEqual([409, 'handover-closed', 'accepted']);
    expect(await eventsOf(id)).toEqual(['opened', 'accepted']);
    expect((await t.call('GET', `/v1/handovers/${handover.id}`)).body.status).toBe('accepted');
  });

  it('accepting for a colleague names them; a key that names nobody leaves the owner; somebody unknown is refused', async () => {
    const rep = await signIn(t, 'rep');
    const [one, other] = [await handed(), await handed({ owner_id: rep.id })];
    const refused = await answer(one.handover.id, 'accept', { owner_id: 'stf_none' });
    expect([refused.status, refused.body.code]).toEqual([422, 'staff-unknown']);
    expect((await answer(one.handover.id, 'accept', { owner_id: rep.id })).body.contact.owner_id).toBe(rep.id);
    expect((await answer(other.handover.id, 'accept')).body.contact.owner_id).toBe(rep.id);
  });

  it('declining needs a note and changes neither stage nor owner; the timeline tells opening and answer', async () => {
    const { id, handover } = await handed();
    const silent = await answer(handover.id, 'decline', { note: ' ' });
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/note']);
    const done = await answer(handover.id, 'decline', { note: '预算还没批' });
    expect(done.body).toMatchObject({
      handover: { status: 'declined', note: '预算还没批' },
      contact: { owner_id: null, stages: [{ stage: 'sql' }] },
    });
    const timeline = await t.call('GET', `/v1/contacts/${id}/timeline?kind=handover`);
    const parts = { from_function: 'marketing', to_function: 'sales' };
    expect(timeline.body.data).toMatchObject([
      { kind: 'handover', change: 'declined', handover: { ...parts, note: '预算还没批' } },
      { kind: 'handover', change: 'opened', handover: { ...parts, note: null } },
    ]);
    const card = (await t.call('GET', `/v1/contacts/${id}/card`)).body;
    expect(card.handovers).toEqual([]);
    expect(card.timeline.map((one: { kind: string }) => one.kind)).toEqual(
      expect.arrayContaining(['handover', 'stage']),
    );
  });

  it('is taken back as long as it stands: open again, with the owner there was', async () => {
    const [rep, boss] = [await signIn(t, 'rep'), await signIn(t, 'manager')];
    const { id, handover } = await handed({ owner_id: boss.id });
    await rep.call('POST', `/v1/handovers/${handover.id}/accept`);
    const path = `/v1/handovers/${handover.id}/reopen`;
    const back = await rep.call('POST', path, { owner_id: boss.id });
    expect(back.body).toMatchObject({ handover: { status: 'open', decided_at: null }, contact: { owner_id: boss.id } });
    const before = await readTables(t.house);
    expect((await rep.call('POST', path)).body.handover.status).toBe('open');
    expect(difference(before, await readTables(t.house))).toEqual({});
    await answer(handover.id, 'decline', { note: 'slip' });
    expect((await t.call('POST', path)).body.handover).toMatchObject({ status: 'open', note: null });
    expect((await t.call('POST', path, { owner_id: 'stf_none' })).body.code).toBe('staff-unknown');
    await answer(handover.id, 'decline', { note: 'no' });
    await t.call('POST', `/v1/contacts/${id}/close`, { outcome: 'lost', reason: { code: 'price' } });
    expect((await t.call('POST', path)).body).toMatchObject({ code: 'handover-closed', handover_status: 'declined' });
    await t.call('POST', `/v1/contacts/${id}/reopen`);
    expect((await t.call('POST', path)).body.handover.status).toBe('open');
    await answer(handover.id, 'accept');
    await move(id, 'mql');
    expect((await t.call('POST', path)).body).toMatchObject({ code: 'handover-closed', handover_status: 'accepted' });
    expect(await eventsOf(id)).toEqual([
      'opened',
      'accepted',
      'opened',
      'declined',
      'opened',
      'declined',
      'opened',
      'accepted',
      'opened',
    ]);
  });

  it('reopened where it is open already, with another owner, it gives the contact that owner; the same again changes nothing', async () => {
    const [rep, boss] = [await signIn(t, 'rep'), await signIn(t, 'manager')];
    const { id, handover } = await handed({ owner_id: boss.id });
    const path = `/v1/handovers/${handover.id}/reopen`;
    const given = await t.call('POST', path, { owner_id: rep.id });
    expect([given.status, given.body]).toMatchObject([
      200,
      { handover: { status: 'open' }, contact: { owner_id: rep.id } },
    ]);
    expect((await t.call('GET', `/v1/contacts/${id}`)).body.owner_id).toBe(rep.id);
    const before = await readTables(t.house);
    expect((await t.call('POST', path, { owner_id: rep.id })).status).toBe(200);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('of two at once one is told that it is too late', async () => {
    const { handover } = await handed();
    const both = await Promise.all([
      answer(handover.id, 'accept'),
      answer(handover.id, 'decline', { note: 'no' }),
      answer(handover.id, 'accept'),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  });

  it('names its conversation, and is refused in one with somebody else', async () => {
    const { handover } = await handed();
    const stranger = await createPerson(t, { identities: [{ channel: 'wechat', handle: 'not-them' }] });
    const context = { channel: 'wechat', handle: 'not-them' };
    const refused = await answer(handover.id, 'accept', { context });
    expect([refused.status, refused.body.code, refused.body.contact_id]).toEqual([
      409,
      'context-mismatch',
      stranger.id,
    ]);
  });

  it('is refused for an archived contact, and what was erased keeps neither note nor an open one', async () => {
    const { id, handover } = await handed();
    await t.call('POST', `/v1/contacts/${id}/archive`);
    expect((await answer(handover.id, 'accept')).body.code).toBe('contact-archived');
    await t.call('POST', `/v1/contacts/${id}/restore`);
    await answer(handover.id, 'decline', { note: 'nbvcx' });
    await move(id, 'mql');
    expect((await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '*' })).status).toBe(204);
    const { body } = await t.call('GET', `/v1/handovers/${handover.id}`);
    expect([body.status, body.note, body.contact_name]).toEqual(['declined', null, '']);
    expect((await t.call('GET', `/v1/handovers?contact_id=${id}&status=open`)).body.data).toEqual([]);
    expect((await answer(handover.id, 'accept')).body.code).toBe('contact-erased');
  });
});

describe('the list', () => {
  it('is complete page by page, by status, person and function', async () => {
    const ids = [(await handed()).handover.id, (await handed()).handover.id, (await handed()).handover.id];
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await t.call(
        'GET',
        `/v1/handovers?status=open&to_function=sales&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.data.map((one: Handover) => one.id));
      expect(new Set(told(page.body.data))).toEqual(new Set(['marketing→sales open']));
      cursor = page.body.next_cursor;
    } while (cursor !== null);
    expect(seen.slice(-3)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    const other = await t.call('GET', '/v1/handovers?status=open&to_function=service');
    expect(other.body.data.map((one: Handover) => one.id)).not.toContain(ids[0]);
  });

  it('shows a rep only what they may see of contacts, and hides the rest like what is not there', async () => {
    const rep = await signIn(t, 'rep');
    const boss = await signIn(t, 'manager');
    const [theirs, own] = [await handed({ owner_id: boss.id }), await handed({ owner_id: rep.id })];
    await t.call('PATCH', '/v1/settings', { visibility: 'own' });
    const listed = (await rep.call('GET', '/v1/handovers?status=open&limit=200')).body.data.map(
      (one: Handover) => one.id,
    );
    expect([listed.includes(own.handover.id), listed.includes(theirs.handover.id)]).toEqual([true, false]);
    for (const path of [`/v1/handovers/${theirs.handover.id}`, '/v1/handovers/hnd_none'])
      expect((await rep.call('GET', path)).body).toMatchObject({ status: 404, code: 'not-found' });
    const taken = await rep.call('POST', `/v1/handovers/${theirs.handover.id}/accept`);
    expect([taken.status, taken.body.code]).toEqual([404, 'not-found']);
    await t.call('PATCH', '/v1/settings', { visibility: 'all' });
  });
});
