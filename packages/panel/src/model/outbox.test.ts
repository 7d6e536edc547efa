import { effect } from '@preact/signals';
import { fixedClock } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import { type Answer, fakeHost, SESSION, type Sent } from './fake-host.ts';
import { createOutbox, type Queued, type Write } from './outbox.ts';
import { createSession } from './session.ts';

const NOW = Date.parse('2026-11-21T08:00:00Z');

async function outboxOf(answer: (sent: Sent) => Answer | Promise<Answer>, kept?: Map<string, unknown>) {
  const fake = fakeHost(answer);
  for (const [key, value] of kept ?? []) fake.kept.set(key, value);
  fake.kept.set('session', SESSION);
  const clock = fixedClock(NOW);
  const session = createSession(fake.host, clock);
  await session.start();
  const outbox = createOutbox(fake.host, session, clock);
  return { ...fake, outbox, session };
}

const move = (to: string, contactId = 'con_1'): Write => ({
  method: 'POST',
  path: `/v1/contacts/${contactId}/transitions`,
  body: { to },
  contactId,
  label: { what: 'move', who: 'Zhang Wei', detail: to },
});

describe('the outbox', () => {
  it('keeps a write on the device before it leaves', async () => {
    let keptWhenSent: unknown;
    const { outbox, kept } = await outboxOf(() => {
      keptWhenSent = structuredClone(kept.get('outbox'));
      return { status: 201, body: { changed: true } };
    });
    expect(await outbox.submit(move('lead'))).toEqual({ status: 'done', data: { changed: true } });
    expect(keptWhenSent).toMatchObject([{ path: '/v1/contacts/con_1/transitions', body: { to: 'lead' } }]);
    await outbox.drain();
    expect(kept.get('outbox')).toEqual([]);
    outbox.stop();
  });

  it('is never empty from the press until the answer is there', async () => {
    const { outbox } = await outboxOf(() => ({ status: 201, body: { changed: true } }));
    const outcome = outbox.submit(move('lead'));
    const seen: number[] = [];
    const end = effect(() => {
      seen.push(outbox.keeping.value + outbox.queue.value.length);
    });
    await outcome;
    end();
    expect(seen.length).toBeGreaterThan(1);
    expect(Math.min(...seen)).toBeGreaterThan(0);
    outbox.stop();
  });

  it('says that a write waits only where it does: not of one made while the last one ends', async () => {
    const { outbox, host } = await outboxOf(() => ({ status: 201, body: { changed: true } }));
    const { set } = host.storage;
    // A device takes its time to keep something, each time another.
    let turn = 0;
    host.storage.set = async (key, value) => {
      for (let ticks = turn++ % 7; ticks > 0; ticks -= 1) await new Promise((resolve) => setImmediate(resolve));
      await set(key, value);
    };
    const outcomes = [];
    for (let nth = 0; nth < 40; nth += 1) outcomes.push((await outbox.submit(move(`stage-${nth}`))).status);
    expect(new Set(outcomes)).toEqual(new Set(['done']));
    outbox.stop();
  });

  it('takes a write back before it leaves, and says so when it was too late', async () => {
    let up = false;
    const { outbox, sent } = await outboxOf(() => (up ? { status: 201 } : 'unreachable'));
    const kept = [await outbox.submit(move('lead')), await outbox.submit(move('mql'))];
    const [first = '', second = ''] = kept.map((one) => (one.status === 'waiting' ? one.id : ''));
    expect(await outbox.discard(second)).toBe(true);
    up = true;
    await outbox.drain();
    expect(await outbox.discard(first)).toBe(false);
    expect(sent.at(-1)?.body).toEqual({ to: 'lead' });
    outbox.stop();
  });

  it('sends a write whose answer was lost again under the same key', async () => {
    let lose = true;
    const { outbox, sent, session } = await outboxOf(() => (lose ? 'unreachable' : { status: 201 }));
    expect(await outbox.submit(move('lead'))).toMatchObject({ status: 'waiting' });
    expect(session.online.value).toBe(false);
    lose = false;
    await outbox.drain();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.key).toBe(sent[1]?.key);
    expect(outbox.queue.value).toEqual([]);
    expect(outbox.deliveredLate.value?.contactId).toBe('con_1');
    outbox.stop();
  });

  it('keeps the order, and sends nothing past a write that has to wait', async () => {
    let up = false;
    const { outbox, sent } = await outboxOf(() => (up ? { status: 201 } : { status: 503 }));
    await Promise.all([outbox.submit(move('lead')), outbox.submit(move('mql')), outbox.submit(move('sql'))]);
    const before = sent.length;
    up = true;
    await outbox.drain();
    expect(sent.slice(before).map((one) => (one.body as { to: string }).to)).toEqual(['lead', 'mql', 'sql']);
    outbox.stop();
  });

  it('outlives the panel: a new one sends what the last one kept', async () => {
    const first = await outboxOf(() => 'unreachable');
    await first.outbox.submit(move('lead'));
    first.outbox.stop();
    const second = await outboxOf(() => ({ status: 201 }), new Map([['outbox', first.kept.get('outbox')]]));
    await second.outbox.drain();
    expect(second.sent.map((one) => one.key)).toEqual([first.sent[0]?.key]);
    second.outbox.stop();
  });

  it('hands a refusal to who waits for it, and keeps one that nobody was there to hear', async () => {
    let up = true;
    const refusal = { status: 422, body: { code: 'move-not-allowed', detail: 'No.', allowed_moves: ['lead'] } };
    const { outbox } = await outboxOf(() => (up ? refusal : 'unreachable'));
    expect(await outbox.submit(move('evangelist'))).toMatchObject({
      status: 'refused',
      problem: { code: 'move-not-allowed' },
    });
    await outbox.drain();
    expect(outbox.queue.value).toEqual([]);
    up = false;
    await outbox.submit(move('evangelist'));
    up = true;
    await outbox.drain();
    expect(outbox.queue.value).toMatchObject([{ refused: { code: 'move-not-allowed', detail: 'No.' } }]);
    const [kept] = outbox.queue.value as [Queued];
    await outbox.discard(kept.id);
    expect(outbox.queue.value).toEqual([]);
    outbox.stop();
  });

  it('keeps a refusal whose rep had gone on, with what a stage moved meanwhile asks for, and sends it as the rep then means it', async () => {
    const labels = (en: string) => ({ en, 'zh-CN': en });
    const card = {
      contact: { stages: [{ lifecycle: 'seven-stage', stage: 'customer' }] },
      lifecycles: [
        {
          key: 'seven-stage',
          stages: ['sql', 'customer'].map((key) => ({ key, labels: labels(key), terminal: null })),
        },
      ],
      timeline: [{ at: '2026-11-21T07:58:00Z', actor: { name: 'Wang' }, transition: { lifecycle: 'seven-stage' } }],
      moves: [{ lifecycle: 'seven-stage', data: [{ stage: 'sql', needs_reason: true }] }],
      reasons: [
        { code: 'back', labels: labels('back'), kinds: ['backward'], needs_note: false },
        { code: 'lost', labels: labels('lost'), kinds: ['lost'], needs_note: false },
      ],
    };
    let overtaken = true;
    const refusal = { status: 409, body: { code: 'stage-changed', detail: 'Moved.', card } };
    const { outbox, sent } = await outboxOf(() => (overtaken ? refusal : { status: 201 }));
    const write = { ...move('sql'), body: { to: 'sql', lifecycle: 'seven-stage', expect: { from: 'lead' } } };
    expect(await outbox.submit(write, () => false)).toMatchObject({ status: 'refused', kept: true });
    const [kept] = outbox.queue.value as [Queued];
    expect(kept.refused?.conflict).toMatchObject({ now: 'customer', by: 'Wang', reasons: [{ code: 'back' }] });
    overtaken = false;
    await outbox.insist(kept, { code: 'back' });
    expect(sent.at(-1)?.body).toMatchObject({ to: 'sql', expect: { from: 'customer' }, reason: { code: 'back' } });
    expect(sent.at(-1)?.key).not.toBe(sent[0]?.key);
    expect(outbox.queue.value).toEqual([]);
    outbox.stop();
  });

  it('takes a removal for done where there is nothing left to remove: the answer of the first one was lost', async () => {
    let answers: Answer[] = ['unreachable', { status: 404, body: { code: 'not-found', detail: 'No.' } }];
    const { outbox } = await outboxOf(() => answers.shift() ?? { status: 500 });
    const removal: Write = { ...move('x'), method: 'DELETE', path: '/v1/identities/idn_1', body: undefined };
    expect(await outbox.submit(removal)).toMatchObject({ status: 'waiting' });
    await outbox.drain();
    expect(outbox.queue.value).toEqual([]);
    answers = [];
    outbox.stop();
  });

  it('asks before it repeats what is older than the server remembers', async () => {
    const first = await outboxOf(() => 'unreachable');
    await first.outbox.submit(move('lead'));
    first.outbox.stop();
    const [kept] = first.kept.get('outbox') as [Queued];
    const old = [{ ...kept, at: NOW - 14 * 86_400_000 }];
    const second = await outboxOf(() => ({ status: 201 }), new Map([['outbox', old]]));
    await second.outbox.drain();
    expect(second.sent).toEqual([]);
    expect(second.outbox.queue.value).toMatchObject([{ refused: { code: 'too-old' } }]);
    await second.outbox.tryAgain(kept.id);
    expect(second.sent).toHaveLength(1);
    second.outbox.stop();
  });

  it('is not left waiting for a write that another window sent', async () => {
    const here = await outboxOf(() => 'unreachable');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The other window has the turn to send, and takes what is kept by all.
    const other = navigator.locks.request('sidestage:outbox-send', async () => {
      await held;
      here.kept.set('outbox', []);
    });
    const waiting = here.outbox.submit(move('lead'));
    release();
    await other;
    expect(await waiting).toMatchObject({ status: 'waiting' });
    expect(here.sent).toEqual([]);
    expect(here.outbox.deliveredLate.value).not.toBeNull();
    here.outbox.stop();
  });

  it('sends nothing of one rep under the name of another', async () => {
    const first = await outboxOf(() => 'unreachable');
    await first.outbox.submit(move('lead'));
    first.outbox.stop();
    const other = (first.kept.get('outbox') as Queued[]).map((one) => ({ ...one, staffId: 'stf_other' }));
    const second = await outboxOf(() => ({ status: 201 }), new Map([['outbox', other]]));
    await second.outbox.drain();
    expect(second.sent).toEqual([]);
    expect(second.outbox.queue.value).toHaveLength(1);
    second.outbox.stop();
  });
});
