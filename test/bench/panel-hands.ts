// What the panel and its reader cost while they are used: a key until it is drawn, the reader's own time on a page that never
// rests, and the panel's memory after a thousand switches.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import type { PanelDriver } from '../support/browser/index.ts';
import type { Person } from './house-data.ts';

const KEYS = 120;
const MUTATIONS = 10_000;
const SWITCHES = 1_000;
const FIRST_SWITCHES = 50;

export interface HandTimes {
  /** Milliseconds from the key to the end of the frame that shows it. */
  readonly key: { readonly p50: number; readonly p95: number };
  /** Milliseconds of the reader's own script per thousand mutations of the page, and in rest for the same time. */
  readonly perThousandMutations: number;
  readonly atRest: number;
  /** Bytes the panel holds after the first switches, and after all of them. */
  readonly memory: { readonly first: number; readonly last: number };
}

export async function timeHands(page: Page, panel: PanelDriver, people: readonly Person[]): Promise<HandTimes> {
  return {
    key: await timeKeys(panel),
    ...(await timeReader(page)),
    memory: await weighSwitches(page, panel, people),
  };
}

async function timeKeys(panel: PanelDriver): Promise<HandTimes['key']> {
  await panel.press('f');
  await panel.evaluate(() => {
    const watched = globalThis as unknown as { keys: number[] };
    watched.keys = [];
    const drawn = new MessageChannel();
    drawn.port1.onmessage = ({ data }) => watched.keys.push(performance.now() - data);
    document.addEventListener(
      'keydown',
      // The event's own stamp: when the browser had it, not when the page got round to it.
      ({ timeStamp }) => requestAnimationFrame(() => drawn.port2.postMessage(timeStamp)),
      true,
    );
  });
  const text = 'tomorrow 10:00 call about the price of forty pairs ';
  for (let nth = 0; nth < KEYS; nth += 1) {
    await panel.press(text[nth % text.length] ?? ' ');
    // A very fast typist; not in step with the frames.
    await sleep(30 + (nth % 7) * 5);
  }
  const keys = (await panel.evaluate<number[]>('keys')).sort((a, b) => a - b);
  await panel.press('Escape');
  return { p50: share(keys, 0.5), p95: share(keys, 0.95) };
}

const share = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;

/** By the browser's sampling profiler: only frames of the reader's own file count. */
async function timeReader(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  // Not counted: nothing is compiled yet.
  await page.evaluate(mutate, MUTATIONS / 10);
  const busyFrom = Date.now();
  const busy = await readerTime(session, () => page.evaluate(mutate, MUTATIONS));
  const lasted = Date.now() - busyFrom;
  const atRest = await readerTime(session, () => page.waitForTimeout(lasted));
  await session.detach();
  return { perThousandMutations: busy / (MUTATIONS / 1_000), atRest: atRest / (MUTATIONS / 1_000) };
}

async function readerTime(session: CDPSession, during: () => Promise<unknown>): Promise<number> {
  await session.send('Profiler.start');
  await during();
  const { profile } = await session.send('Profiler.stop');
  const own = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.url.includes('reader.js')).map((node) => node.id),
  );
  const { samples = [], timeDeltas = [] } = profile;
  return samples.reduce((sum, node, nth) => sum + (own.has(node) ? (timeDeltas[nth] ?? 0) : 0), 0) / 1_000;
}

// Runs inside the page: rows come, go and change for some seconds, as in a chat that never rests.
async function mutate(count: number): Promise<void> {
  const list = document.createElement('ul');
  document.body.append(list);
  for (let nth = 0; nth < count; nth += 1) {
    const row = document.createElement('li');
    row.textContent = `row ${nth}`;
    list.append(row);
    if (list.childElementCount > 50) list.firstElementChild?.remove();
    if (nth % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 8));
  }
  list.remove();
}

async function weighSwitches(page: Page, panel: PanelDriver, people: readonly Person[]): Promise<HandTimes['memory']> {
  const few = people.slice(0, 20);
  let at = 0;
  const switchOn = async (times: number) => {
    for (let nth = 0; nth < times; nth += 1) {
      at = (at + 1) % few.length;
      const next = few[at];
      if (next === undefined) throw new Error('Nobody to switch to.');
      await page.evaluate((jid) => document.querySelector<HTMLElement>(`[data-jid="${jid}"]`)?.click(), next.jid);
      await panel.waitFor((id: string) => document.querySelector(`[data-contact="${id}"]`) !== null, 10_000, next.id);
    }
  };
  await switchOn(FIRST_SWITCHES);
  const first = await panel.heldBytes();
  await switchOn(SWITCHES - FIRST_SWITCHES);
  return { first, last: await panel.heldBytes() };
}
