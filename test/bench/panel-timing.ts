// Times a switch of the conversation to the frame its card is drawn in, in the real side panel of a real browser. Both ends
// are stamped inside their pages; the driver only clicks.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { builtExtension, gzippedBytes } from '../support/browser/build-extension.ts';
import { launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { seededRandom } from '../support/random.ts';
import type { Place } from '../support/server.ts';
import { type ChatPage, serveChatPage } from './chat-page.ts';
import type { Person } from './house-data.ts';

const SWITCHES = 200;
/** Not counted: the panel's code is not compiled yet. */
const WARM_UP = 20;

export const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasBrowser = () => existsSync(BROWSER);

export interface PanelTimes {
  readonly switches: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** How much of it the panel waited for the two answers, median. */
  readonly waitingForAnswers: number;
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
    const isReader = (path: string) => path.startsWith('content-scripts/');
    const readerBytes = await gzippedBytes(folder, isReader);
    const panelBytes = await gzippedBytes(folder, (path) => /\.(js|css|html)$/.test(path) && !isReader(path));
    return { ...times, panelBytes, readerBytes, browser: browser.version };
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
  const pageAhead = await page.evaluate(clockAhead);
  const panelAhead = await panel.evaluate(clockAhead);
  const took: number[] = [];
  const waited: number[] = [];
  let current: Person | undefined;
  for (let turn = 0; turn < WARM_UP + SWITCHES; turn += 1) {
    const next = random.pick(people.filter((one) => one !== current));
    current = next;
    await panel.evaluate(() => performance.clearResourceTimings());
    const arriving = panel.evaluate((id: string) => (globalThis as Watched).arrived(id), next.id);
    const from = await page.evaluate((jid) => {
      document.querySelector<HTMLElement>(`[data-jid="${jid}"]`)?.click();
      return (globalThis as unknown as { switches: Stamp[] }).switches.at(-1)?.at ?? Number.NaN;
    }, next.jid);
    await arriving;
    const [until, answers] = await panel.evaluate(lastDrawn);
    if (turn >= WARM_UP) {
      took.push(until - panelAhead - (from - pageAhead));
      waited.push(answers);
    }
    // Not in step with anything that ticks in the page.
    await sleep(20 + random.below(120));
  }
  const share = (values: number[], part: number) =>
    [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
  return {
    switches: took.length,
    p50: share(took, 0.5),
    p95: share(took, 0.95),
    longest: share(took, 1),
    waitingForAnswers: share(waited, 0.5),
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
  const asked = performance.getEntriesByType('resource').filter((one) => /\/(resolve|card)$/.test(one.name));
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
