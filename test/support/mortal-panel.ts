// The panel in a browser that may die: its page, its worker, or the whole browser by SIGKILL; and how each comes back.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchWithExtension } from './browser/index.ts';

/** What dies. `answer`: nothing does, but the answer is lost. */
export const KILLS = ['answer', 'worker', 'page', 'browser'] as const;
export type Kill = (typeof KILLS)[number];

declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };

export interface MortalPanel {
  readonly page: Page;
  kill(what: Kill): Promise<void>;
  /** Starts again whatever is dead; the panel shows its first view. */
  revive(): Promise<void>;
  /** What waits on the device, by its bodies. */
  queue(): Promise<{ label: { what: string }; refused?: { code: string } }[]>;
  close(): Promise<void>;
}

export async function startMortalPanel(extensionPath: string): Promise<MortalPanel> {
  const profile = await mkdtemp(join(tmpdir(), 'sidestage-mortal-'));
  let browser: ExtensionBrowser | undefined;
  let page: Page | undefined;

  const open = async () => {
    if (browser === undefined) throw new Error('No browser runs.');
    page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
    await page.waitForSelector('input[name=code], [data-act=today]', { timeout: 15_000 });
  };
  const revive = async () => {
    browser ??= await launchWithExtension({ extensionPath, profile, lang: 'en-US' });
    if (page === undefined) await open();
  };
  const killWorker = async () => {
    const session = await browser?.context.browser()?.newBrowserCDPSession();
    const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
    for (const one of targetInfos.filter((target) => target.type === 'service_worker'))
      await session?.send('Target.closeTarget', { targetId: one.targetId }).catch(() => {});
    await session?.detach();
  };
  const killPage = async () => {
    const dying = page;
    page = undefined;
    if (dying === undefined) return;
    const session = await dying.context().newCDPSession(dying);
    const crashed = dying.waitForEvent('crash');
    // The renderer dies in the middle of this call, so it has no answer.
    session.send('Page.crash').catch(() => {});
    await crashed;
    await dying.close();
  };
  const killBrowser = async () => {
    const dying = browser;
    browser = undefined;
    page = undefined;
    const session = await dying?.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const pid = processInfo.find((one) => one.type === 'browser')?.id;
    if (dying === undefined || pid === undefined) throw new Error('The browser does not say which process it is.');
    const gone = new Promise<void>((resolve) => dying.context.once('close', () => resolve()));
    process.kill(pid, 'SIGKILL');
    await gone;
    // Its helpers let go of the profile a moment later.
    for (let tries = 0; tries < 50 && isAlive(pid); tries += 1) await sleep(20);
  };

  await revive();
  return {
    get page() {
      if (page === undefined) throw new Error('The panel is dead.');
      return page;
    },
    revive,
    async kill(what) {
      if (what === 'worker') await killWorker();
      if (what === 'page') await killPage();
      if (what === 'browser') await killBrowser();
    },
    async queue() {
      return (
        (await page?.evaluate(async () => {
          const kept = await chrome.storage.local.get('panel:outbox');
          return kept['panel:outbox'] as { label: { what: string } }[] | undefined;
        })) ?? []
      );
    },
    async close() {
      await browser?.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
