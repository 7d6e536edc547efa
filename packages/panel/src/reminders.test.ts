import { fixedClock } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import { fakeHost, SESSION } from './model/fake-host.ts';
import { createReminders } from './reminders.ts';

// Monday 16:00 in Shanghai.
const AFTERNOON = Date.parse('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
const step = (n: number, at: string) => ({
  id: `fup_${n}`,
  contact_id: `con_${n}`,
  contact_name: `Person ${n}`,
  title: `step ${n}`,
  due: { local: at.slice(0, 16), zone: 'Asia/Shanghai', at },
});

function company(now = AFTERNOON) {
  const due = { overdue: [step(1, '2026-11-23T07:00:00.000Z')], today: [step(2, '2026-11-23T08:05:00.000Z')] };
  const clock = fixedClock(now);
  const fake = fakeHost(({ path, query }) => {
    if (path === '/v1/follow-ups') return { status: 200, body: { data: due[query.get('bucket') as 'overdue'] ?? [] } };
    if (path === '/v1/me') return { status: 200, body: { zone: 'Asia/Shanghai' } };
    if (path === '/v1/settings') return { status: 200, body: { civil_hours: { from: '09:00', to: '18:00' } } };
    return { status: 200, body: {} };
  });
  fake.kept.set('session', { ...SESSION, accessExpiresAt: '2027-01-01T00:00:00.000Z' });
  return { ...fake, due, clock, reminders: createReminders(fake.host, clock) };
}

describe('reminders', () => {
  it('tell of a due step once, and once more when it was put off and is due again', async () => {
    const { reminders, due } = company();
    const first = await reminders.look();
    expect(first).toEqual({
      tell: [{ id: 'fup_1 con_1', title: 'Person 1', text: 'step 1' }],
      due: 2,
      at: Date.parse('2026-11-23T08:05:00.000Z'),
    });
    expect((await reminders.look()).tell).toEqual([]);
    due.overdue = [step(1, '2026-11-23T07:30:00.000Z')];
    expect((await reminders.look()).tell).toHaveLength(1);
  });

  it('stay quiet outside civil hours of the rep’s own day, and tell in the morning', async () => {
    const { reminders, clock } = company(AFTERNOON + 3 * HOUR);
    const evening = await reminders.look();
    expect(evening).toEqual({ tell: [], due: 2, at: Date.parse('2026-11-24T01:00:00Z') });
    clock.advance(evening.at - clock.now());
    expect((await reminders.look()).tell).toHaveLength(1);
  });

  it('are one for many, and none for nobody', async () => {
    const { reminders, due, kept } = company();
    due.overdue = [1, 2, 3, 4].map((n) => step(n, '2026-11-23T07:00:00.000Z'));
    expect((await reminders.look()).tell).toMatchObject([{ id: 'many', title: '4 steps are due' }]);
    kept.delete('session');
    const { host } = company();
    const signedOut = createReminders({ ...host, storage: { ...host.storage, get: async () => undefined } });
    expect(await signedOut.look()).toMatchObject({ tell: [], due: null });
  });

  it('are answered through the queue, under an operation id of their own', async () => {
    const { reminders, sent } = company();
    await reminders.look();
    await reminders.answer('fup_1 con_1', 'snooze');
    await reminders.answer('fup_1 con_1', 'complete');
    await reminders.answer('many', 'complete');
    const acts = sent.filter((one) => one.method === 'POST');
    expect(acts.map(({ path, body }) => [path, body])).toEqual([
      ['/v1/follow-ups/fup_1/snooze', { until: { local: '2026-11-24T09:00', zone: 'Asia/Shanghai' } }],
      ['/v1/follow-ups/fup_1/complete', {}],
    ]);
    expect(new Set(acts.map((one) => one.key)).size).toBe(2);
  });
});
