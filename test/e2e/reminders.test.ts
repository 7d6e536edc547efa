// Reminders in a real browser: the extension's own worker, its alarm and its notifications, on the real server. What the browser
// does here and what the test does for it: the permission is in the manifest of a copy, since no headless browser asks for it; the
// rep's click on the switch, the notification itself and what is listed of it are the browser's. No hand can press a button of a
// notification that no desktop draws, nor is an alarm waited for, so the test fires the browser's own events in the worker, and
// what hears them is what was shipped.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SidestageClient, unwrap } from '@sidestage/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { type ChatPage, serveChatPage } from '../support/chat-page.ts';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

const HOUR_MS = 3_600_000;
// Where it is about noon now, so that no day begins or ends while this runs.
const EAST = 12 - new Date().getUTCHours();
const ZONE = EAST === 0 ? 'Etc/UTC' : `Etc/GMT${EAST > 0 ? '-' : '+'}${Math.abs(EAST)}`;
const CIVIL = { from: '09:00', to: '18:00' };
const QUIET = { from: '20:00', to: '22:00' };
const local = (at: number) => new Date(at + EAST * HOUR_MS).toISOString().slice(0, 16);

let place: Place;
let server: RunningServer;
let client: SidestageClient;
let copy: string;
let browser: ExtensionBrowser;
let page: ChatPage;
let panel: PanelDriver;
let rep: string;
let person: string;

beforeAll(async () => {
  place = newPlace();
  const key = newKey(place);
  server = await startServer(place, key);
  client = createClient({ baseUrl: server.url, token: key });
  copy = await mkdtemp(join(tmpdir(), 'sidestage-reminders-'));
  await cp(await builtExtension(), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  expect(manifest.permissions).not.toContain('notifications');
  expect(manifest.optional_permissions).toEqual(['notifications']);
  const permissions = [...manifest.permissions, 'notifications'];
  await writeFile(file, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
  browser = await launchWithExtension({ extensionPath: copy, lang: 'en-US' });
  page = await serveChatPage([]);
  const tab = await browser.context.newPage();
  await tab.goto(page.url);
  panel = await openLivePanel(browser, tab, { server: server.url, place });
  const { data: staff } = await unwrap(client.GET('/v1/staff'));
  rep = staff.find(({ name }) => name === 'Lin Hao')?.id ?? '';
  await unwrap(client.PATCH('/v1/staff/{id}', { params: { path: { id: rep } }, body: { zone: ZONE } }));
  await unwrap(client.PATCH('/v1/settings', { body: { civil_hours: CIVIL } }));
  const ada = { body: { display_name: 'Ada Due', owner_id: rep } };
  person = (await unwrap(client.POST('/v1/contacts', ada))).id;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await page?.stop();
  await server?.stop();
  place?.remove();
  if (copy !== undefined) await rm(copy, { recursive: true, force: true });
});

const dueStep = async (title: string): Promise<string> => {
  const due = { local: local(Date.now() - HOUR_MS), zone: ZONE };
  const body = { contact_id: person, assignee_id: rep, title, due };
  return (await unwrap(client.POST('/v1/follow-ups', { body }))).id;
};
const step = (id: string) => unwrap(client.GET('/v1/follow-ups/{id}', { params: { path: { id } } }));
/** What happened to a step, as the log of all changes has it. */
const happened = async (id: string) => {
  const { data } = await unwrap(client.GET('/v1/events', { params: { query: { limit: 200 } } }));
  return data.filter((event) => JSON.stringify(event.data).includes(id)).map(({ type }) => type);
};

interface Chrome {
  chrome: {
    notifications: {
      getAll(): Promise<Record<string, boolean>>;
      onButtonClicked: { dispatch(id: string, button: number): void };
    };
    alarms: {
      get(name: string): Promise<{ scheduledTime: number } | undefined>;
      onAlarm: { dispatch(alarm: { name: string }): void };
    };
  };
}

const worker = async () =>
  browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker', { timeout: 15_000 }));
const shown = async () =>
  (await worker()).evaluate(async () =>
    Object.keys(await (globalThis as unknown as Chrome).chrome.notifications.getAll()),
  );
const alarm = async () =>
  (await worker()).evaluate(async () => {
    const next = await (globalThis as unknown as Chrome).chrome.alarms.get('reminders');
    return next?.scheduledTime ?? 0;
  });
/** The alarm, without waiting for it. Resolves once the worker has looked and set the next one. */
const look = async () => {
  const before = await alarm();
  await (await worker()).evaluate(() =>
    (globalThis as unknown as Chrome).chrome.alarms.onAlarm.dispatch({ name: 'reminders' }),
  );
  await expect.poll(alarm, { timeout: 10_000 }).not.toBe(before);
};
/** A button of a notification: 0 is done, 1 is tomorrow. */
const press = async (id: string, button: number) =>
  (await worker()).evaluate(
    ([on, which]) =>
      (globalThis as unknown as Chrome).chrome.notifications.onButtonClicked.dispatch(on as string, which as number),
    [id, button] as const,
  );

describe('a step that is due while the rep looks elsewhere', () => {
  let first: string;
  let second: string;

  it('is told by the browser once the rep has switched reminders on, and once only', async () => {
    first = await dueStep('call about price');
    await panel.click('[data-act=today]');
    await panel.click('[data-act=remind]');
    await panel.waitFor('[data-act=remind][aria-pressed=true]');
    await expect.poll(shown, { timeout: 10_000 }).toEqual([`${first} ${person}`]);
    second = await dueStep('send the quote');
    await look();
    expect(await shown()).toEqual([`${first} ${person}`, `${second} ${person}`]);
  });

  it('is done from the notification, once, though the browser tells of the press twice', async () => {
    const id = `${first} ${person}`;
    await Promise.all([press(id, 0), press(id, 0)]);
    await expect.poll(async () => (await step(first)).status).toBe('done');
    await expect.poll(shown).toEqual([`${second} ${person}`]);
    expect(await happened(first)).toEqual(['follow_up.created', 'follow_up.completed']);
    expect((await step(second)).status).toBe('open');
  });

  it('is put off to nine tomorrow from the notification, in the rep’s own zone', async () => {
    await press(`${second} ${person}`, 1);
    const tomorrow = `${local(Date.now() + 24 * HOUR_MS).slice(0, 10)}T09:00`;
    await expect.poll(async () => (await step(second)).due).toMatchObject({ local: tomorrow, zone: ZONE });
    expect(await happened(second)).toEqual(['follow_up.created', 'follow_up.snoozed']);
    await expect.poll(shown).toEqual([]);
  });

  it('waits through quiet hours, and is told when they are over', async () => {
    await unwrap(client.PATCH('/v1/settings', { body: { civil_hours: QUIET } }));
    const third = await dueStep('ask about delivery');
    await look();
    expect(await shown()).toEqual([]);
    // It wakes when they end, at eight in the evening of the rep's own day.
    expect(local(await alarm()).slice(11)).toBe(QUIET.from);
    await unwrap(client.PATCH('/v1/settings', { body: { civil_hours: CIVIL } }));
    await look();
    expect(await shown()).toEqual([`${third} ${person}`]);
  });

  it('is told no more once the rep has switched reminders off', async () => {
    await panel.click('[data-act=remind]');
    await panel.waitFor('[data-act=remind][aria-pressed=false]');
    await expect.poll(alarm).toBe(0);
  });
});
