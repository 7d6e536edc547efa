// Six windows of the panel at once, in a real browser against the real server: one line to the server for all of them, what a
// colleague does appears by itself, and closing the window that leads loses nothing.
import { createClient, type SidestageClient, unwrap } from '@sidestage/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { type ChatPage, serveChatPage } from '../support/chat-page.ts';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.ts';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

const NAMES = ['Ada', 'Bo', 'Chen', 'Dora', 'Emil', 'Fang'].map((name) => `${name} Window`);
const LIVE_MS = 1_000;

let place: Place;
let server: RunningServer;
let proxy: CountingProxy;
let client: SidestageClient;
let browser: ExtensionBrowser;
let windows: Page[];
let people: { id: string; name: string }[];

beforeAll(async () => {
  place = newPlace();
  const key = newKey(place);
  server = await startServer(place, key);
  proxy = await startCountingProxy(server.url);
  client = createClient({ baseUrl: server.url, token: key });
  people = await Promise.all(
    NAMES.map(async (name) => ({
      name,
      id: (await unwrap(client.POST('/v1/contacts', { body: { display_name: name } }))).id,
    })),
  );
  browser = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US' });
  windows = [];
  // One after the other: who opened which page is known by the order only.
  for (const _ of NAMES) windows.push(await newWindow());
  await signIn('Lin Hao');
  await Promise.all(windows.map((page, at) => show(page, NAMES[at] ?? '')));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.stop();
  place?.remove();
});

async function newWindow(): Promise<Page> {
  const opened = browser.context.waitForEvent('page');
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const url = `chrome-extension://${browser.extensionId}/sidepanel.html`;
  await session?.send('Target.createTarget', { url, newWindow: true });
  await session?.detach();
  return opened;
}

const signedIn = (page: Page) => page.waitForSelector('[data-act=today]');

/** Signs in in the first window; the others follow by themselves. */
async function signIn(name: string): Promise<void> {
  const { out } = sidestage(place, 'invite', '--name', name, '--role', 'rep');
  const [page] = windows;
  if (page === undefined) throw new Error('No window is open.');
  await page.fill('input[name=server]', proxy.url);
  await page.fill('input[name=code]', out.trim());
  await page.press('input[name=code]', 'Enter');
  await Promise.all(windows.map(signedIn));
}

async function show(page: Page, name: string): Promise<void> {
  await page.click('[data-act=search]');
  await page.fill('[data-state=search] input', name);
  // Not by frames: a window that is not in front draws none.
  await page.waitForFunction((it) => document.querySelector('[role=option] strong')?.textContent === it, name, {
    polling: 20,
    timeout: 8_000,
  });
  await page.press('[data-state=search] input', 'Enter');
  await page.waitForSelector('[data-state=contact]');
}

const shows = (page: Page, stage: string, timeout = 10_000) =>
  page.waitForFunction((it) => document.querySelector('.stage-name')?.getAttribute('data-stage') === it, stage, {
    timeout,
    polling: 20,
  });
const move = (at: number, to: string) =>
  unwrap(
    client.POST('/v1/contacts/{id}/transitions', {
      params: { path: { id: people[at]?.id ?? '' } },
      body: { to },
    }),
  );
const cardsAsked = () => proxy.seen.filter((one) => one.path.endsWith('/card')).length;

describe('six windows', () => {
  it('hold one line to the server between them', async () => {
    await expect.poll(() => proxy.open('/v1/events/stream')).toBe(1);
  });

  it('show what a colleague did within a second, only where that person is shown', async () => {
    const before = cardsAsked();
    const took: number[] = [];
    for (const [at, page] of windows.entries()) {
      const from = performance.now();
      await move(at, 'lead');
      await shows(page, 'lead', LIVE_MS);
      took.push(performance.now() - from);
    }
    console.log(`A colleague's move shown after ${took.map((one) => Math.round(one)).join(', ')} ms`);
    expect(cardsAsked() - before).toBe(windows.length);
  });

  it('show what the rep did in another window, and do not look again at their own', async () => {
    const [first, second] = windows;
    if (first === undefined || second === undefined) throw new Error('Two windows are needed.');
    await show(second, NAMES[0] ?? '');
    const before = cardsAsked();
    await first.keyboard.press('3');
    await shows(second, 'mql', LIVE_MS);
    await shows(first, 'mql');
    // The answer of the move brings its own card; the other window asks for one.
    await expect.poll(() => proxy.open('/v1/events/stream')).toBe(1);
    expect(cardsAsked() - before).toBeLessThanOrEqual(2);
    await show(second, NAMES[1] ?? '');
  });

  it('list whom another function handed over while Today is open, and no longer once a colleague took them', async () => {
    const page = windows[2];
    if (page === undefined) throw new Error('A window is needed.');
    await page.click('[data-act=today]');
    await page.waitForSelector('[data-state=today]');
    const body = { display_name: 'Handed Over', stages: { 'seven-stage': 'mql' } };
    const { id } = await unwrap(client.POST('/v1/contacts', { body }));
    const params = { path: { id } };
    await unwrap(client.POST('/v1/contacts/{id}/transitions', { params, body: { to: 'sql' } }));
    const rows = (count: number) =>
      page.waitForFunction((it) => document.querySelectorAll('.due [data-handover]').length === it, count, {
        timeout: 10_000,
        polling: 20,
      });
    await rows(1);
    expect(await page.textContent('[data-handover]')).toContain('Handed Over');
    const { data } = await unwrap(client.GET('/v1/handovers', { params: { query: { contact_id: id } } }));
    const handover = { path: { id: data[0]?.id ?? '' } };
    await unwrap(client.POST('/v1/handovers/{id}/accept', { params: handover, body: {} }));
    await rows(0);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[data-state=contact]');
  });

  it('lose nothing when the window that leads is closed while things happen', async () => {
    for (let left = 6; left > 2; left -= 1) {
      const leader = await leaderOf();
      const at = windows.findIndex((page, index) => page !== leader && !page.isClosed() && index > 0);
      const watching = windows[at];
      if (leader === undefined || watching === undefined) throw new Error('Nobody leads.');
      const to = ['mql', 'sql', 'opportunity', 'customer'][6 - left] ?? '';
      await Promise.all([leader.close(), move(at, to)]);
      await shows(watching, to, 3 * LIVE_MS);
      await expect.poll(() => proxy.open('/v1/events/stream')).toBe(1);
    }
  });

  it('refresh the token once for all of them', async () => {
    const before = proxy.seen.filter((one) => one.path === '/v1/sessions/refresh').length;
    const open = windows.filter((page) => !page.isClosed());
    // As if the hour were over: the server refuses the token all of them hold.
    proxy.refuseToken();
    await Promise.all(open.map((page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))));
    await expect.poll(() => proxy.seen.filter((one) => one.path === '/v1/sessions/refresh').length - before).toBe(1);
    await Promise.all(open.map(signedIn));
    expect(proxy.seen.filter((one) => one.path === '/v1/sessions/refresh').length - before).toBe(1);
  });

  it('forget the customers together, when one signs out and when the account is switched off', async () => {
    const open = windows.filter((page) => !page.isClosed());
    const [first, second] = open;
    if (first === undefined || second === undefined) throw new Error('Two windows are needed.');
    await second.fill('textarea[name=log]', 'half a sentence about her');
    await first.click('[data-act=sign-out]');
    await first.click('[data-act=sign-out]');
    for (const page of open) {
      await page.waitForSelector('input[name=code]');
      expect(await page.textContent('.body')).toContain('keeps nothing of your customers');
    }
    await expect.poll(() => kept(first)).not.toContain('half a sentence');
    windows = open;
    await signIn('Mo Chen');
    await show(second, NAMES[2] ?? '');
    await second.fill('textarea[name=log]', 'another half');
    const { data } = await unwrap(client.GET('/v1/staff'));
    const staff = data.find((one) => one.name === 'Mo Chen');
    await unwrap(
      client.PATCH('/v1/staff/{id}', { params: { path: { id: staff?.id ?? '' } }, body: { active: false } }),
    );
    const off = performance.now();
    for (const page of open) {
      await page.waitForSelector('input[name=code]');
      expect(await page.textContent('.body')).toContain('switched off');
    }
    console.log(`Wiped in all windows ${Math.round(performance.now() - off)} ms after the account was switched off`);
    await expect.poll(() => kept(first)).not.toContain('another half');
    expect(await kept(first)).not.toMatch(/token|Window/i);
  });
});

describe('a window beside a page', () => {
  let chat: ChatPage | undefined;
  let beside: ExtensionBrowser | undefined;

  afterAll(async () => {
    await beside?.close();
    await chat?.stop();
  });

  it('makes a contact of the stranger there when a colleague did, keeps what is being written, and shows no stage of before', async () => {
    chat = await serveChatPage(['kim@chat.example', 'lee@chat.example']);
    beside = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US' });
    const tab = await beside.context.newPage();
    await tab.goto(chat.url);
    const panel = await openLivePanel(beside, tab, { server: proxy.url, place });
    const made = async (handle: string) => {
      const body = { display_name: `${handle} made`, identities: [{ channel: 'xmpp', handle }] };
      return (await unwrap(client.POST('/v1/contacts', { body }))).id;
    };
    await tab.click('[data-jid^=kim]');
    await panel.waitFor('[data-state=new]');
    const kim = await made('kim@chat.example');
    await panel.waitFor(`[data-contact=${kim}]`, LIVE_MS);
    await tab.click('[data-jid^=lee]');
    await panel.waitFor('[data-state=new]');
    await panel.type('Lee & Sons', 'input[name=company]');
    const lee = await made('lee@chat.example');
    await panel.waitFor('[data-act=open-taken]', LIVE_MS);
    expect(await panel.evaluate('document.querySelector("input[name=company]").value')).toBe('Lee & Sons');
    await panel.click('[data-act=open-taken]');
    await panel.waitFor(`[data-contact=${lee}]`);
    // A colleague moves whom this window has met, then who is shown: once that is seen, the other was heard of too.
    const moveTo = (id: string, to: string) =>
      unwrap(client.POST('/v1/contacts/{id}/transitions', { params: { path: { id } }, body: { to } }));
    await moveTo(kim, 'sql');
    await moveTo(lee, 'lead');
    await panel.waitFor('.stage-name[data-stage=lead]');
    // Every stage drawn from now on is noted.
    await panel.evaluate(() => {
      const drawn = new Set<string>();
      const note = () => {
        const card = document.querySelector<HTMLElement>('[data-contact]')?.dataset.contact;
        drawn.add(`${card} ${document.querySelector<HTMLElement>('.stage-name')?.dataset.stage}`);
      };
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(globalThis, { drawn });
    });
    await tab.click('[data-jid^=kim]');
    await panel.waitFor('.stage-name[data-stage=sql]');
    const stages = await panel.evaluate<string[]>('[...drawn]');
    expect(stages.filter((one) => one.startsWith(kim))).toEqual([`${kim} sql`]);
    expect(panel.errors).toEqual([]);
  });
});

/** Whichever window holds the lock. */
async function leaderOf(): Promise<Page | undefined> {
  for (const page of windows.filter((one) => !one.isClosed())) {
    const leads = await page.evaluate(async () => {
      const own = await navigator.locks.request('probe', async () => (await navigator.locks.query()).held ?? []);
      const me = own.find((lock) => lock.name === 'probe')?.clientId;
      return own.some((lock) => lock.name === 'sidestage:lead' && lock.clientId === me);
    });
    if (leads) return page;
  }
  return undefined;
}

/** All the extension keeps on the device. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { get(key: null): Promise<object> } } } };
    return JSON.stringify(await chrome.storage.local.get(null));
  });
}
