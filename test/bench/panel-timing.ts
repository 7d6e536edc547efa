// Times a switch of the conversation to the frame its card is drawn in, in the real side panel of a real browser. Both ends
// are stamped inside their pages; the driver only clicks.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { builtExtension, gzippedBytes, isOfPanel } from '../support/browser/build-extension.ts';
import { launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { type ChatPage, serveChatPage } from '../support/chat-page.ts';
import { seededRandom } from '../support/random.ts';
import type { Place } from '../support/server.ts';
import type { Person } from './house-data.ts';
import { median } from './pairs.ts';
import { type HandTimes, timeHands } from './panel-hands.ts';

/** Switches to somebody the panel has not shown before, and then to one of them again: it remembers whom it has shown. */
const FIRST = 120;
const AGAIN = 100;
/** Not counted: the panel's code is not compiled yet. */
const WARM_UP = 20;
/** How many people `timePanel` needs. */
export const PANEL_PEOPLE = WARM_UP + FIRST;

export const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasBrowser = () => existsSync(BROWSER);

/** Milliseconds. */
export interface Times {
  readonly switches: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** How long the requests answered until then took, added up, median. */
  readonly requests: number;
}

export interface PanelTimes {
  readonly first: Times;
  readonly again: Times;
  readonly hands: HandTimes;
  /** Compressed: the panel with all its parts, and the script that runs inside pages. */
  readonly panelBytes: number;
  readonly readerBytes: number;
  readonly browser: string;
}

export async function timePanel(place: Place, server: string, people: readonly Person[]): Promise<PanelTimes> {
  const folder = await builtExtension();
  const chat = await serveChatPage(people.map((one) => one.jid));
  const browser = await launchWithExtension({ extensionPath: folder, lang: 'en-US' });
  try {
    const page = await browser.context.newPage();
    await page.goto(chat.url);
    const panel = await openLivePanel(browser, page, { server, place });
    const times = await switchAbout(page, panel, people);
    const hands = await timeHands(page, panel, people);
    const isReader = (path: string) => path.startsWith('content-scripts/');
    const readerBytes = await gzippedBytes(folder, isReader);
    const panelBytes = await gzippedBytes(folder, isOfPanel);
    return { ...times, hands, panelBytes, readerBytes, browser: browser.version };
  } finally {
    await browser.close();
    await (chat satisfies ChatPage).stop();
  }
}

type Stamp = { id: string; at: number };
type Watched = typeof globalThis & { drawn: Stamp[]; arrived: (id: string) => Promise<void> };

async function switchAbout(page: Page, panel: PanelDriver, people: readonly Person[]) {
  await panel.evaluate(watchCards);
  const random = seededRandom(1);
  const ahead = (await panel.evaluate(clockAhead)) - (await page.evaluate(clockAhead));
  const switchTo = async (next: Person): Promise<Sample> => {
    await panel.evaluate(() => performance.clearResourceTimings());
    const arriving = panel.evaluate((id: string) => (globalThis as Watched).arrived(id), next.id);
    const from = await page.evaluate((jid) => {
      document.querySelector<HTMLElement>(`[data-jid="${jid}"]`)?.click();
      return (globalThis as unknown as { switches: Stamp[] }).switches.at(-1)?.at ?? Number.NaN;
    }, next.jid);
    await arriving;
    const [until, requests] = await panel.evaluate(lastDrawn);
    // Not in step with anything that ticks in the page.
    await sleep(20 + random.below(120));
    return { took: until - from - ahead, requests };
  };

  const first: Sample[] = [];
  for (const one of people) first.push(await switchTo(one));
  const again: Sample[] = [];
  let current = people.at(-1);
  for (let turn = 0; turn < AGAIN; turn += 1) {
    const next = random.pick(people.filter((one) => one !== current));
    current = next;
    again.push(await switchTo(next));
  }
  return { first: timesOf(first.slice(WARM_UP)), again: timesOf(again) };
}

interface Sample {
  readonly took: number;
  readonly requests: number;
}

function timesOf(samples: readonly Sample[]): Times {
  const sorted = samples.map((one) => one.took).sort((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return {
    switches: samples.length,
    p50: share(0.5),
    p95: share(0.95),
    longest: share(1),
    requests: median(samples.map((one) => one.requests)),
  };
}

// The functions below run inside the pages.

function watchCards(): void {
  const watched = globalThis as Watched;
  const waiting = new Map<string, () => void>();
  watched.drawn = [];
  watched.arrived = (id) => new Promise((resolve) => waiting.set(id, resolve));
  let shown: string | null = null;
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = ({ data }) => {
    watched.drawn.push({ id: data, at: performance.timeOrigin + performance.now() });
    waiting.get(data)?.();
    waiting.delete(data);
  };
  new MutationObserver(() => {
    const id = document.querySelector('[data-state=contact]')?.getAttribute('data-contact') ?? null;
    if (id === shown) return;
    shown = id;
    // A message sent in the frame's callback arrives after that frame was laid out and painted.
    if (id !== null) requestAnimationFrame(() => afterFrame.port2.postMessage(id));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-contact'] });
}

function lastDrawn(): [number, number] {
  const asked = performance.getEntriesByType('resource').filter((one) => one.name.includes('/v1/'));
  const waited = asked.reduce((sum, one) => sum + one.duration, 0);
  return [(globalThis as Watched).drawn.at(-1)?.at ?? Number.NaN, waited];
}

/** How far this page's clock is ahead of the machine's, ms: two pages are two processes, each with its own start. */
function clockAhead(): number {
  const seen: number[] = [];
  for (let nth = 0; nth < 21; nth += 1) {
    const before = Date.now();
    let now = before;
    while (now === before) now = Date.now();
    seen.push(performance.timeOrigin + performance.now() - now);
  }
  return seen.sort((a, b) => a - b)[10] ?? 0;
}
