// What is due while no panel is open: which steps the rep is to be told of now, and what they answer from the notification.
// The browser's part (alarms, notifications) belongs to the extension.
import { signal } from '@preact/signals';
import { type Clock, localAt, nextCivil, systemClock } from '@sidestage/domain';
import type { Host } from './host.ts';
import { createOutbox } from './model/outbox.ts';
import { createSession } from './model/session.ts';
import type { FollowUp } from './model/wire.ts';
import { createWords, localeOf } from './words/index.ts';

export interface Reminder {
  /** Names the step and the person, and nobody by name. */
  id: string;
  title: string;
  text: string;
}

export interface Look {
  tell: Reminder[];
  /** How many steps are due today or overdue; null where nobody is signed in. */
  due: number | null;
  /** When to look again. */
  at: number;
}

type Needed = Pick<Host, 'storage' | 'fetch' | 'locale'>;

/** Step id → the due time the rep was told of: put off, it is told again. */
type Told = Record<string, string>;

const TOLD_KEY = 'reminded';
const ZONE_KEY = 'reminder-zone';
const LOOK_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
// More than this many at once are one notification.
const SINGLY = 3;

export function createReminders(host: Needed, clock: Clock = systemClock) {
  const session = createSession(host, clock);
  const outbox = createOutbox(host, session, clock);
  const words = async () =>
    createWords(signal(localeOf(((await host.storage.get('locale')) as string) ?? host.locale)));

  /** Asks what is due. Outside the company's civil hours nobody is told; it waits for the morning of the rep's own zone. */
  const look = async (): Promise<Look> => {
    await session.start();
    const now = clock.now();
    if (session.state.peek().status !== 'signed-in') {
      await Promise.all([host.storage.remove(TOLD_KEY), host.storage.remove(ZONE_KEY)]);
      return { tell: [], due: null, at: now + LOOK_MS };
    }
    const of = (bucket: string) => session.ask.get('/v1/follow-ups', { query: { bucket, limit: 50 } });
    const [overdue, today, me, settings] = await Promise.all([
      of('overdue'),
      of('today'),
      session.ask.get('/v1/me'),
      session.ask.get('/v1/settings'),
    ]);
    await host.storage.set(ZONE_KEY, me.zone);
    const due = overdue.data.length + today.data.length;
    const civil = nextCivil(now, me.zone, settings.civil_hours);
    if (civil > now) return { tell: [], due, at: civil };
    const told = ((await host.storage.get(TOLD_KEY)) as Told | undefined) ?? {};
    const fresh = overdue.data.filter((step) => told[step.id] !== step.due.at);
    // Only what is still open is remembered.
    await host.storage.set(TOLD_KEY, Object.fromEntries(overdue.data.map((step) => [step.id, step.due.at])));
    const soonest = Math.min(...today.data.map((step) => Date.parse(step.due.at)));
    return { tell: await remindersOf(fresh), due, at: Math.min(soonest, now + LOOK_MS) };
  };

  const remindersOf = async (steps: FollowUp[]): Promise<Reminder[]> => {
    const { t } = await words();
    if (steps.length > SINGLY)
      return [{ id: 'many', title: t('remind.many', { count: steps.length }), text: t('remind.open') }];
    return steps.map((step) => ({ id: `${step.id} ${step.contact_id}`, title: step.contact_name, text: step.title }));
  };

  /** What the rep pressed on a notification, through the same queue as the panel's own acts: once, also when sent later. */
  const answer = async (id: string, act: 'complete' | 'snooze'): Promise<void> => {
    const [step, contactId] = id.split(' ');
    await session.start();
    if (step === undefined || contactId === undefined || session.state.peek().status !== 'signed-in') return;
    const zone = ((await host.storage.get(ZONE_KEY)) as string | undefined) ?? 'UTC';
    const local = `${localAt(clock.now() + DAY_MS, zone).slice(0, 10)}T09:00`;
    await outbox.submit({
      method: 'POST',
      path: `/v1/follow-ups/${step}/${act}`,
      body: act === 'snooze' ? { until: { local, zone } } : {},
      contactId,
      label: { what: act, who: '' },
    });
  };

  const buttons = async () => {
    const { t } = await words();
    return [t('remind.done'), t('remind.tomorrow')] as const;
  };

  return { look, answer, buttons };
}
