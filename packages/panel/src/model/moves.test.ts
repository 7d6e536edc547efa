import { signal } from '@preact/signals';
import { fixedClock } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../host.ts';
import { createWords } from '../words/index.ts';
import { createActing } from './acting.ts';
import { type Answer, fakeHost, SESSION, type Sent } from './fake-host.ts';
import { createMoves } from './moves.ts';
import { createOutbox } from './outbox.ts';
import { createPrivacy } from './privacy.ts';
import { createSession } from './session.ts';
import { createSubjects } from './subject.ts';
import { createToasts } from './toast.ts';

const STAGES = ['subscriber', 'lead', 'mql', 'sql'];
const LIFECYCLE = 'seven-stage';

const mail: Reading = {
  channel: 'email',
  recipe: { id: 'roundcube', version: 1, trust: 'source' },
  kind: 'direct',
  conversationKey: 'INBOX/1',
  scope: null,
  participants: [{ role: 'from', handle: 'a@x.cn', name: null, self: false }],
};

/** A server with one contact: a move is refused as the real one refuses it where it names another stage than theirs. */
async function panelBeside() {
  const at = { stage: 'subscriber', version: 1 };
  const takenBack = { answer: (_: 'late' | 'done') => {} };
  const cards = { held: false, waiting: [] as (() => void)[] };
  const contact = () => ({
    id: 'con_1',
    display_name: 'A',
    stages: [{ lifecycle: LIFECYCLE, stage: at.stage }],
    version: at.version,
  });
  const stages = STAGES.map((key) => ({ key, labels: { en: key }, criteria: [] }));
  const moves = () => [
    { lifecycle: LIFECYCLE, data: STAGES.map((stage) => ({ stage, allowed: stage !== at.stage, effects: [] })) },
  ];
  const card = () => ({
    contact: contact(),
    lifecycles: [{ key: LIFECYCLE, stages }],
    moves: moves(),
    reasons: [],
    timeline: [],
    follow_ups: [],
  });
  const serve = ({ path, body }: Sent) => {
    if (path.endsWith('/card') && cards.held)
      return new Promise<Answer>((resolve) => {
        cards.waiting.push(() => resolve({ status: 200, body: card() }));
      });
    if (path.endsWith('/card')) return { status: 200, body: card() };
    if (path.endsWith('/resolve')) return { status: 200, body: { match: 'exact', contact: contact(), candidates: [] } };
    if (path.endsWith('/undo'))
      return new Promise<Answer>((resolve) => {
        takenBack.answer = (how) => {
          if (how === 'late') return resolve({ status: 409, body: { code: 'undo-too-late', detail: 'Too late.' } });
          at.stage = 'subscriber';
          at.version += 1;
          resolve({ status: 200, body: { contact: contact() } });
        };
      });
    const { to, expect: seen } = body as { to: string; expect: { from: string } };
    if (seen.from !== at.stage) return { status: 409, body: { code: 'stage-changed', card: card() } };
    at.stage = to;
    at.version += 1;
    return {
      status: 201,
      body: { contact: contact(), transition: { id: `trn_${at.version}`, lifecycle: LIFECYCLE, from: seen.from } },
    };
  };
  const fake = fakeHost(serve);
  fake.kept.set('session', SESSION);
  const clock = fixedClock(Date.parse('2026-11-21T08:00:00Z'));
  const session = createSession(fake.host, clock);
  await session.start();
  const subjects = createSubjects(fake.host, session, createPrivacy(fake.host.storage));
  const outbox = createOutbox(fake.host, session, clock, subjects);
  const parts = { subjects, outbox, toasts: createToasts(), words: createWords(signal('en')), clock };
  const model = createMoves(createActing(parts));
  const end = subjects.start();
  const stop = () => {
    end();
    outbox.stop();
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const until = async (met: () => boolean) => {
    for (let turns = 0; turns < 500 && !met(); turns += 1) await turn();
    if (!met()) throw new Error('It never came to that.');
  };
  const shown = async () => {
    fake.open(mail);
    await until(() => subjects.subject.value.kind === 'contact');
    const now = subjects.subject.value;
    if (now.kind !== 'contact') throw new Error('Nobody is shown.');
    return now;
  };
  return { ...fake, at, takenBack, cards, toasts: parts.toasts, subjects, moves: model, outbox, shown, until, stop };
}

describe('moves', () => {
  it('pressed in one breath start each where the one before leads, and conflict with nobody', async () => {
    const { moves, shown, outbox, sent, at, until, stop } = await panelBeside();
    const subject = await shown();
    moves.choose(subject, 'lead');
    expect(moves.stageOf(subject.card, LIFECYCLE)).toBe('lead');
    moves.choose(subject, 'mql');
    // The same key twice is one move.
    moves.choose(subject, 'mql');
    moves.choose(subject, 'sql');
    await until(() => at.stage === 'sql' && outbox.queue.value.length === 0);
    const moved = sent.filter((one) => one.path.endsWith('/transitions')).map((one) => one.body);
    expect(moved).toMatchObject([
      { to: 'lead', expect: { from: 'subscriber' } },
      { to: 'mql', expect: { from: 'lead' } },
      { to: 'sql', expect: { from: 'mql' } },
    ]);
    expect(moves.conflict.value).toBeNull();
    stop();
  });

  it('taken back show the stage before at once, and the one there is again where the server says no', async () => {
    const { moves, shown, subjects, takenBack, toasts, sent, until, stop } = await panelBeside();
    const subject = await shown();
    moves.choose(subject, 'lead');
    await until(() => toasts.toast.value?.undo !== undefined);
    const stage = () => {
      const now = subjects.subject.value;
      return now.kind === 'contact' ? moves.stageOf(now.card, LIFECYCLE) : now.kind;
    };
    expect(stage()).toBe('lead');
    toasts.undo();
    expect(stage()).toBe('subscriber');
    await until(() => sent.some((one) => one.path.endsWith('/undo')));
    expect(stage()).toBe('subscriber');
    takenBack.answer('late');
    await until(() => toasts.toast.value?.tone === 'bad');
    expect(stage()).toBe('lead');
    stop();
  });

  it('made while the act before is still being looked at again is what Esc takes back', async () => {
    const { moves, shown, subjects, takenBack, cards, toasts, sent, until, stop } = await panelBeside();
    moves.choose(await shown(), 'lead');
    await until(() => toasts.toast.value?.text.includes('lead') === true);
    toasts.undo();
    await until(() => sent.some((one) => one.path.endsWith('/undo')));
    cards.held = true;
    const asked = sent.length;
    takenBack.answer('done');
    await until(() => sent.slice(asked).some((one) => one.path.endsWith('/card')));
    const now = subjects.subject.value;
    if (now.kind !== 'contact') throw new Error('Nobody is shown.');
    moves.choose(now, 'mql');
    await until(() => toasts.toast.value?.text.includes('mql') === true);
    for (const letGo of cards.waiting) letGo();
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(toasts.toast.value).toMatchObject({ text: expect.stringContaining('mql'), undo: expect.any(Function) });
    stop();
  });

  it('overtaken by a colleague are a conflict, and the stage shown is where the colleague put them', async () => {
    const { moves, shown, at, until, stop } = await panelBeside();
    const subject = await shown();
    at.stage = 'mql';
    at.version += 1;
    moves.choose(subject, 'lead');
    await until(() => moves.conflict.value !== null);
    expect(moves.conflict.value).toMatchObject({ to: 'lead', now: 'mql' });
    const { card } = await shown();
    expect(moves.stageOf(card, LIFECYCLE)).toBe('mql');
    stop();
  });
});
