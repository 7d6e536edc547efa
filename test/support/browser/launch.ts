// Starts a real Chromium with the built extension, opens its real side panel, and gives sites as a rep's settings would.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { PanelDriver } from './panel-driver.ts';
import { QUIET_CHROMIUM } from './quiet-chromium.ts';
import { attachTo } from './raw-session.ts';

export interface LaunchOptions {
  /** The built extension's folder, `extension/.output/chrome-mv3`. */
  extensionPath: string;
  /** The browser's own language, which the panel starts in. */
  lang?: string;
  executablePath?: string;
  /** A profile to keep; a new one, removed at the end, unless given. */
  profile?: string;
  /** Headless unless told. */
  headless?: boolean;
  /** A file the browser writes down in what any part of it asks of the network; whole once it is closed. */
  netLog?: string;
}

export interface ExtensionBrowser extends AsyncDisposable {
  context: BrowserContext;
  extensionId: string;
  version: string;
  /** The panel of the window of this page, opened by the toolbar button on the page's tab. */
  openSidePanel(page: Page): Promise<PanelDriver>;
  /**
   * Gives the extension a site beforehand, the way the browser's own page of extensions does. The panel's switch then
   * still has to be clicked, and asks the browser for real; only the browser's question is not drawn a second time.
   */
  grantOrigin(origin: string): Promise<void>;
  /** The extension's shortcut, as the browser reports it with this page in front; headless browsers have no shortcuts. */
  pressShortcut(command: string, page: Page): Promise<void>;
  /** Takes a site back, as a rep may do in the browser's settings at any time. */
  revokeOrigin(origin: string): Promise<void>;
  close(): Promise<void>;
}

const ARGS = [...QUIET_CHROMIUM, '--window-size=1360,1000'];
const OPEN_MS = 10_000;

export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'sidestage-browser-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    args: [
      ...ARGS,
      `--load-extension=${options.extensionPath}`,
      `--disable-extensions-except=${options.extensionPath}`,
      ...(options.netLog === undefined ? [] : [`--log-net-log=${options.netLog}`]),
      ...(options.lang === undefined ? [] : [`--lang=${options.lang}`, `--accept-lang=${options.lang}`]),
    ],
    env: { ...process.env, ...(options.lang === undefined ? {} : { LANGUAGE: options.lang.replace('-', '_') }) },
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: null,
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const extensionId = new URL(worker.url()).host;
  const browser = context.browser();
  if (browser === null) throw new Error('This browser gives no session of its own.');
  const session = await browser.newBrowserCDPSession();

  const changeHost = async (change: 'addHostPermission' | 'removeHostPermission', origin: string) => {
    const settings = await context.newPage();
    try {
      await settings.goto('chrome://extensions/');
      await settings.evaluate(changeHostPermission, { change, extensionId, pattern: `${origin}/*` });
    } finally {
      await settings.close();
    }
  };

  const close = async () => {
    await context.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  return {
    context,
    extensionId,
    version: browser.version(),
    openSidePanel: (page) => openSidePanel(session, page, extensionId),
    grantOrigin: (origin) => changeHost('addHostPermission', origin),
    async pressShortcut(command, page) {
      await page.bringToFront();
      const running = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
      await running.evaluate(dispatchCommand, command);
    },
    revokeOrigin: (origin) => changeHost('removeHostPermission', origin),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function openSidePanel(browser: CDPSession, page: Page, extensionId: string): Promise<PanelDriver> {
  await page.bringToFront();
  const before = new Set((await panels(browser, extensionId)).map((target) => target.targetId));
  // The action works on the *tab* target, whose address is the page's.
  const own = await page.context().newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  await own.detach();
  const tab = await tabOf(browser, targetInfo.targetId, page.url());
  await browser.send('Extensions.triggerAction' as never, { id: extensionId, targetId: tab } as never);
  const ends = Date.now() + OPEN_MS;
  for (;;) {
    const open = await panels(browser, extensionId);
    // Pressed again where the panel is open already, the button opens nothing new.
    const panel = open.find((target) => !before.has(target.targetId)) ?? open[0];
    if (panel !== undefined) return new PanelDriver(await attachTo(browser, panel.targetId)).start();
    if (Date.now() > ends) throw new Error('The side panel did not open.');
    await sleep(20);
  }
}

async function panels(browser: CDPSession, extensionId: string) {
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos.filter((target) => target.url.startsWith(`chrome-extension://${extensionId}/sidepanel.html`));
}

async function tabOf(browser: CDPSession, pageTargetId: string, url: string): Promise<string> {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const candidates = targetInfos.filter((target) => target.url === url);
  for (const candidate of candidates.length > 0 ? candidates : targetInfos) {
    if (candidates.length === 1 || (await holds(browser, candidate.targetId, pageTargetId))) return candidate.targetId;
  }
  throw new Error(`No tab shows ${url}`);
}

// Two tabs may show the same address: attach to the tab and look which page is inside it.
async function holds(browser: CDPSession, tabTargetId: string, pageTargetId: string): Promise<boolean> {
  const tab = await attachTo(browser, tabTargetId);
  try {
    let found = false;
    tab.on('Target.attachedToTarget', (event: { targetInfo: { targetId: string } }) => {
      found ||= event.targetInfo.targetId === pageTargetId;
    });
    await tab.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return found;
  } finally {
    await tab.detach();
  }
}

// Runs inside the extension's worker.
async function dispatchCommand(command: string): Promise<void> {
  type Event = { dispatch(command: string, tab: unknown): void };
  const { chrome } = globalThis as unknown as {
    chrome: { commands: { onCommand: Event }; tabs: { query(what: object): Promise<unknown[]> } };
  };
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.commands.onCommand.dispatch(command, tab);
}

interface HostChange {
  change: 'addHostPermission' | 'removeHostPermission';
  extensionId: string;
  pattern: string;
}

// Runs inside the browser's page of extensions.
function changeHostPermission({ change, extensionId, pattern }: HostChange): Promise<void> {
  type Call = (id: string, pattern: string, done: () => void) => void;
  const { chrome } = globalThis as unknown as {
    chrome: { developerPrivate: Record<HostChange['change'], Call>; runtime: { lastError?: { message: string } } };
  };
  return new Promise((resolve, reject) => {
    chrome.developerPrivate[change](extensionId, pattern, () => {
      const { lastError } = chrome.runtime;
      if (lastError === undefined) resolve();
      else reject(new Error(lastError.message));
    });
  });
}
