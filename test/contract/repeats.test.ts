// Follow-ups that come back: completing one plans the next of its series, once, at the same hour of the day there.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
let person: string;
beforeAll(async () => {
  t = await startHouse();
  person = (await createPerson(t)).id;
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const SHANGHAI = 'Asia/Shanghai';
const plan = async (due: { local: string; zone: string }, repeat: object | undefined, more = {}) =>
  (await t.call('POST', '/v1/follow-ups', { contact_id: person, title: 'call', due, repeat, ...more })).body;
const act = (id: string, verb: string, body?: object, headers?: Record<string, string>) =>
  t.call('POST', `/v1/follow-ups/${id}/${verb}`, body, headers);
const after = async (id: string, status = 'open') =>
  (await t.call('GET', `/v1/follow-ups?contact_id=${person}&status=${status}&limit=200`)).body.data.filter(
    (one: { follows_id: string }) => one.follows_id === id,
  );
/** A local time some days from the house's now. */
const inDays = (days: number, time = '09:00') =>
  `${new Date(t.clock.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;

describe('a follow-up that repeats', () => {
  it('plans the next of its series when it is completed, in the same commit, and tells of both', async () => {
    const first = await plan(
      { local: inDays(2), zone: SHANGHAI },
      { unit: 'week' },
      { kind: 'call', note: 'by phone' },
    );
    expect(first).toMatchObject({ repeat: { unit: 'week', interval: 1, day: null, until: null }, follows_id: null });
    expect((await act(first.id, 'complete')).body.status).toBe('done');
    const [next, ...more] = await after(first.id);
    expect(more).toEqual([]);
    expect(next).toMatchObject({
      title: 'call',
      kind: 'call',
      note: 'by phone',
      due: { local: inDays(9), zone: SHANGHAI },
      repeat: first.repeat,
      status: 'open',
      version: 1,
    });
    const events = (await t.call('GET', '/v1/events?limit=200')).body.data.slice(-2);
    expect(events.map((event: { type: string }) => event.type)).toEqual(['follow_up.completed', 'follow_up.created']);
    expect(events[1].data.follow_up_id).toBe(next.id);
  });

  it('plans it once: for the same key, for a second completion, and after undo', async () => {
    const first = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'day', interval: 3 });
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    await Promise.all([1, 2, 3].map(() => act(first.id, 'complete', {}, key)));
    expect((await act(first.id, 'complete')).body.code).toBe('follow-up-closed');
    const [next, ...more] = await after(first.id);
    expect(more).toEqual([]);
    await act(first.id, 'reopen');
    expect(await after(first.id)).toEqual([]);
    expect((await after(first.id, 'cancelled')).map((one: { id: string }) => one.id)).toEqual([next.id]);
    await act(first.id, 'complete');
    expect(await after(first.id)).toHaveLength(1);
    // What was cancelled by the undo may come back as a step of its own, never as a second one of the series.
    expect((await act(next.id, 'reopen')).body).toMatchObject({ status: 'open', repeat: null, follows_id: null });
    expect(await after(first.id)).toHaveLength(1);
  });

  it('leaves a next one alone that is done already, when the one before is taken back and done again', async () => {
    const first = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'week' });
    await act(first.id, 'complete');
    const [next] = await after(first.id);
    await act(next.id, 'complete');
    await act(first.id, 'reopen');
    await act(first.id, 'complete');
    expect(await after(first.id)).toEqual([]);
    expect(await after(next.id)).toHaveLength(1);
  });

  it('comes back on its own day after it was put off, and from the new day after it was moved', async () => {
    const first = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'week' });
    await act(first.id, 'snooze', { until: { local: inDays(3, '15:00'), zone: SHANGHAI } });
    await act(first.id, 'complete');
    const [next] = await after(first.id);
    expect(next.due.local).toBe(inDays(8));
    await t.call('PATCH', `/v1/follow-ups/${next.id}`, { due: { local: inDays(10, '11:00'), zone: SHANGHAI } });
    await act(next.id, 'complete');
    expect((await after(next.id))[0].due.local).toBe(inDays(17, '11:00'));
  });

  it('planned to the second keeps its seconds, and begins with the day of its month that is still ahead', async () => {
    const first = await plan({ local: '2027-01-15T09:00:30', zone: SHANGHAI }, { unit: 'month', day: 31 });
    expect(first.due).toEqual({ local: '2027-01-15T09:00:30', zone: SHANGHAI, at: '2027-01-15T01:00:30.000Z' });
    await act(first.id, 'complete');
    expect((await after(first.id))[0].due.local).toBe('2027-01-31T09:00:30');
  });

  it('keeps its hour across daylight saving, and its day of the month through February', async () => {
    const berlin = 'Europe/Berlin';
    const first = await plan({ local: '2027-03-27T02:30', zone: berlin }, { unit: 'day' });
    await act(first.id, 'complete');
    const [skipped] = await after(first.id);
    // That night has no 02:30.
    expect(skipped.due).toEqual({ local: '2027-03-28T03:00', zone: berlin, at: '2027-03-28T01:00:00.000Z' });
    await act(skipped.id, 'complete');
    expect((await after(skipped.id))[0].due.local).toBe('2027-03-29T02:30');
    // The same for a series that begins, or is moved to, such a night.
    const begun = await plan({ local: '2027-03-28T02:30', zone: berlin }, { unit: 'day' });
    expect(begun.due.local).toBe('2027-03-28T03:00');
    await act(begun.id, 'complete');
    const [second] = await after(begun.id);
    expect(second.due.local).toBe('2027-03-29T02:30');
    await t.call('PATCH', `/v1/follow-ups/${second.id}`, { due: { local: '2028-03-26T02:10', zone: berlin } });
    await act(second.id, 'complete');
    expect((await after(second.id))[0].due.local).toBe('2028-03-27T02:10');

    const monthly = await plan({ local: '2027-01-31T10:00', zone: berlin }, { unit: 'month' });
    expect(monthly.repeat.day).toBe(31);
    await act(monthly.id, 'complete');
    const [february] = await after(monthly.id);
    expect(february.due.local).toBe('2027-02-28T10:00');
    await act(february.id, 'complete');
    expect((await after(february.id))[0].due.local).toBe('2027-03-31T10:00');
  });

  it('keeps the zone of its series when it is put off by somebody in another one', async () => {
    const first = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'week' });
    const until = { local: inDays(2, '15:00'), zone: 'Europe/Berlin' };
    const put = (await act(first.id, 'snooze', { until })).body;
    expect(put.due).toEqual({ local: inDays(2, '22:00'), zone: SHANGHAI, at: `${inDays(2, '14:00')}:00.000Z` });
    await act(first.id, 'complete');
    expect((await after(first.id))[0].due).toMatchObject({ local: inDays(8), zone: SHANGHAI });
  });

  it('ends at its last day, with a null, and when it is cancelled', async () => {
    const last = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'week', until: inDays(7).slice(0, 10) });
    await act(last.id, 'complete');
    expect(await after(last.id)).toEqual([]);
    const ended = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'week' });
    expect((await t.call('PATCH', `/v1/follow-ups/${ended.id}`, { repeat: null })).body.repeat).toBeNull();
    await act(ended.id, 'complete');
    expect(await after(ended.id)).toEqual([]);
    const cancelled = await plan({ local: inDays(1), zone: SHANGHAI }, { unit: 'week' });
    await act(cancelled.id, 'cancel');
    expect(await after(cancelled.id)).toEqual([]);
  });

  it('is refused whole where it makes no sense', async () => {
    const due = { local: '2026-12-10T09:00', zone: SHANGHAI };
    for (const [repeat, pointer] of [
      [{ unit: 'hour' }, '/repeat/unit'],
      [{ unit: 'week', interval: 0 }, '/repeat/interval'],
      [{ unit: 'week', interval: 53 }, '/repeat/interval'],
      [{ unit: 'week', day: 3 }, '/repeat/day'],
      [{ unit: 'month', day: 32 }, '/repeat/day'],
      [{ unit: 'week', until: '2026-12-09' }, '/repeat/until'],
      [{ unit: 'week', until: '2026-13-01' }, '/repeat/until'],
      [{ unit: 'week', every: 2 }, '/repeat/every'],
    ] as const) {
      const refused = await t.call('POST', '/v1/follow-ups', { contact_id: person, title: 'x', due, repeat });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });
});
