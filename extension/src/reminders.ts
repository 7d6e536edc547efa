// Reminders of due steps: an alarm looks, notifications tell, their buttons answer. Runs in the background, which may die at
// any time: the alarm and the device's storage are all it knows.
import { systemClock } from '@sidestage/domain';
import { createReminders } from '@sidestage/panel/reminders';
import { browser } from 'wxt/browser';
import { panelStorage } from './panel-storage.ts';

const ALARM = 'reminders';
const ON_KEY = 'panel:reminders';
const SESSION_KEY = 'panel:session';
const SOONEST_MS = 30_000;

type Reminders = ReturnType<typeof createReminders>;

/** Asks for the browser's permission inside the rep's click. */
export async function switchReminders(on: boolean): Promise<boolean> {
  const granted = on ? await browser.permissions.request({ permissions: ['notifications'] }) : false;
  await browser.storage.local.set({ [ON_KEY]: granted });
  return granted;
}

export async function remindersAreOn(): Promise<boolean> {
  const allowed = await browser.permissions.contains({ permissions: ['notifications'] });
  return allowed && (await browser.storage.local.get(ON_KEY))[ON_KEY] === true;
}

export function listenForDue(): void {
  let made: Reminders | undefined;
  const reminders = () => {
    made ??= createReminders({
      storage: panelStorage,
      fetch: (request) => globalThis.fetch(request),
      locale: browser.i18n.getUILanguage(),
    });
    return made;
  };

  const look = async () => {
    if (!(await remindersAreOn())) return void browser.alarms.clear(ALARM);
    // A server that does not answer now is asked again.
    const { tell, due, at } = await reminders()
      .look()
      .catch(() => ({ tell: [], due: undefined, at: 0 }));
    if (due !== undefined) await browser.action.setBadgeText({ text: due ? String(due) : '' });
    const [done, tomorrow] = await reminders().buttons();
    for (const { id, title, text } of tell) {
      // Firefox's notifications have no buttons and refuse the word.
      const buttons =
        import.meta.env.FIREFOX || id === 'many' ? {} : { buttons: [{ title: done }, { title: tomorrow }] };
      await browser.notifications.create(id, {
        type: 'basic',
        iconUrl: 'icon/128.png',
        title,
        message: text,
        ...buttons,
      });
    }
    await browser.alarms.create(ALARM, { when: Math.max(at, systemClock.now() + SOONEST_MS) });
  };

  // The permission, and with it the interface, may come after this script began.
  let heard = false;
  const hear = () => {
    if (heard || browser.notifications === undefined) return;
    heard = true;
    browser.notifications.onButtonClicked?.addListener(async (id, button) => {
      await browser.notifications.clear(id);
      await reminders().answer(id, button === 0 ? 'complete' : 'snooze');
    });
  };
  hear();
  browser.permissions.onAdded.addListener(hear);

  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void look();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !(ON_KEY in changes || SESSION_KEY in changes)) return;
    // A renewed token is no news; signing in and out is.
    const session = changes[SESSION_KEY];
    const sameSession = session !== undefined && session.oldValue !== undefined && session.newValue !== undefined;
    if (ON_KEY in changes || !sameSession) void look();
  });
  browser.runtime.onStartup.addListener(() => void look());
}
