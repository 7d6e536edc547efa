// Starts a real Firefox over WebDriver BiDi, with the built extension in its real sidebar.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectBidi } from './bidi.ts';
import { FirefoxPage } from './firefox-page.ts';

export interface FirefoxOptions {
  /** The built extension: its folder, `extension/.output/firefox-mv3`, or the archive for the store; none where it is missing. */
  extensionPath?: string;
  /** What pages and the panel are told of the rep's language. */
  lang?: string;
}

export interface Firefox extends AsyncDisposable {
  version: string;
  /** The origin of the extension's own pages, without a slash at the end. */
  extensionOrigin: string;
  openPage(url: string): Promise<FirefoxPage>;
  /** The panel in the sidebar of the window, opened if it is not. */
  openSidePanel(): Promise<FirefoxPage>;
  /** Another window of the browser, with the panel in its sidebar. */
  openWindow(): Promise<{ page: FirefoxPage; panel: FirefoxPage }>;
  /** Answers every request to this host itself; nothing leaves the machine. */
  serve(
    hostname: string,
    answer: (url: string) => Promise<{ headers: Record<string, string>; body: string }>,
  ): Promise<void>;
  /** Presses the extension's toolbar button on the tab in front: a gesture, which lets the extension see that tab. */
  pressButton(): Promise<void>;
  /** The extension's only shortcut, pressed with the page in front: the window's own key, which no page is asked about. */
  pressShortcut(): Promise<void>;
  /** Gives the extension a site beforehand, as the browser's own page of extensions does. */
  grantOrigin(origin: string): Promise<void>;
  close(): Promise<void>;
}

interface BlockedRequest {
  isBlocked: boolean;
  request: { request: string; url: string };
}

const EXTENSION_ID = 'panel@sidestage';
// Fixed, so that the panel's address is known beforehand.
const EXTENSION_UUID = '7d1c1a1e-5e0b-4b6a-9d3e-2f5a8c4b6d10';
const PROGRAM = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const START_MS = 30_000;
const OPEN_MS = 10_000;

/** Where it is missing, the tests that need it are reported as not run. */
export const hasFirefox = existsSync(PROGRAM);

export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'sidestage-firefox-'));
  await writeFile(join(profile, 'user.js'), preferences(options.lang ?? 'en-US'));
  const args = ['--headless', '--no-remote', '--profile', profile];
  const program = spawn(PROGRAM, [...args, '--remote-debugging-port', '0', '--remote-allow-system-access'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_HEADLESS_WIDTH: '1360', MOZ_HEADLESS_HEIGHT: '1000' },
  });
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const close = async () => {
    if (program.exitCode === null) program.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const session = await connectBidi(`${await addressOf(program)}/session`);
    const { capabilities } = await session.send<{ capabilities: { browserVersion: string } }>('session.new', {
      capabilities: {},
    });
    await session.send('session.subscribe', { events: ['log.entryAdded'] });
    const windows = async () => {
      const { contexts } = await session.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
        'moz:scope': 'chrome',
      });
      return contexts.map(({ context }) => context);
    };
    // The browser's own window: what a rep does outside of pages is done here.
    const window = new FirefoxPage(session, (await windows())[0] ?? '');
    const sidebarOf = async (within: FirefoxPage) => {
      const ends = Date.now() + OPEN_MS;
      for (;;) {
        await within.evaluate(showSidebar, EXTENSION_ID);
        const context = await within.evaluate(sidebarContext, `moz-extension://${EXTENSION_UUID}/sidepanel.html`);
        if (context !== null) return new FirefoxPage(session, context);
        if (Date.now() > ends) throw new Error('The sidebar did not open.');
        await sleep(20);
      }
    };
    if (options.extensionPath !== undefined) {
      const type = options.extensionPath.endsWith('.zip') ? 'archivePath' : 'path';
      await session.send('webExtension.install', { extensionData: { type, path: options.extensionPath } });
    }

    return {
      version: capabilities.browserVersion,
      extensionOrigin: `moz-extension://${EXTENSION_UUID}`,
      async openPage(url) {
        const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'tab' });
        const page = new FirefoxPage(session, context);
        await page.goto(url);
        await page.bringToFront();
        return page;
      },
      openSidePanel: () => sidebarOf(window),
      async openWindow() {
        const before = await windows();
        const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'window' });
        const own = (await windows()).find((one) => !before.includes(one));
        if (own === undefined) throw new Error('No window opened.');
        return { page: new FirefoxPage(session, context), panel: await sidebarOf(new FirefoxPage(session, own)) };
      },
      async serve(hostname, answer) {
        session.on('network.beforeRequestSent', async ({ isBlocked, request }: BlockedRequest) => {
          if (!isBlocked || new URL(request.url).hostname !== hostname) return;
          const { headers, body } = await answer(request.url);
          await session.send('network.provideResponse', {
            request: request.request,
            statusCode: 200,
            headers: Object.entries(headers).map(([name, value]) => ({ name, value: { type: 'string', value } })),
            body: { type: 'string', value: body },
          });
        });
        await session.send('session.subscribe', { events: ['network.beforeRequestSent'] });
        await session.send('network.addIntercept', {
          phases: ['beforeRequestSent'],
          urlPatterns: [{ type: 'pattern', hostname }],
        });
      },
      pressButton: () => window.evaluate(pressButton, EXTENSION_ID),
      pressShortcut: () => window.evaluate(pressShortcut, EXTENSION_ID),
      // Firefox's patterns know no ports.
      grantOrigin: (origin) => {
        const { protocol, hostname } = new URL(origin);
        return window.evaluate(grant, EXTENSION_ID, `${protocol}//${hostname}/*`);
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function preferences(lang: string): string {
  const wanted = {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
    // The panel's click asks for a site for real; only the browser's question is not drawn.
    'extensions.webextOptionalPermissionPrompts': false,
    'intl.accept_languages': `${lang}, en`,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    // Nothing is fetched from outside.
    'services.settings.server': 'data:,none',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
  return Object.entries(wanted)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

function addressOf(program: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start:\n${said}`)), START_MS);
    program.once('error', reject);
    program.once('exit', () => reject(new Error(`Firefox ended at once:\n${said}`)));
    program.stderr?.on('data', (chunk) => {
      said += chunk;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
}

// The functions below run inside the browser's own window, with its rights.

interface BrowserWindow {
  SidebarController: {
    sidebars: Map<string, unknown>;
    currentID: string;
    isOpen: boolean;
    show(id: string): Promise<unknown>;
    browser: { contentDocument: Document | null };
  };
  ChromeUtils: { importESModule(url: string): never };
}

async function showSidebar(extensionId: string): Promise<void> {
  const { SidebarController } = globalThis as unknown as BrowserWindow;
  const id = `${extensionId.replace(/[^a-z0-9-]/g, '_')}-sidebar-action`;
  if (SidebarController.isOpen && SidebarController.currentID === id) return;
  // While its frame still loads, which installing the extension may have begun, showing fails; the caller looks again.
  await SidebarController.show(id).catch(() => {});
}

/** The sidebar's content is no tab, so the protocol knows no name for it until it is told how to find it. */
function sidebarContext(url: string): string | null {
  const { SidebarController, ChromeUtils } = globalThis as unknown as BrowserWindow;
  type Browser = Element & { permanentKey?: object; currentURI?: { spec: string } };
  type Navigables = { getBrowserById(id: string): unknown; getIdForBrowser(browser: unknown): string };
  const panel = SidebarController.browser.contentDocument?.getElementById('webext-panels-browser') as Browser | null;
  if (panel?.currentURI?.spec !== url) return null;
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  ) as { NavigableManager: Navigables };
  if (panel.permanentKey === undefined) {
    panel.permanentKey = {};
    const find = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (id) => (NavigableManager.getIdForBrowser(panel) === id ? panel : find(id));
  }
  return NavigableManager.getIdForBrowser(panel);
}

function pressButton(extensionId: string): Promise<void> {
  const { ChromeUtils } = globalThis as unknown as BrowserWindow;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs') as {
    ExtensionParent: {
      GlobalManager: { getExtension(id: string): unknown };
      apiManager: {
        global: { browserActionFor(extension: unknown): { triggerAction(window: unknown): Promise<void> } };
      };
    };
  };
  const extension = ExtensionParent.GlobalManager.getExtension(extensionId);
  return ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(globalThis);
}

function pressShortcut(extensionId: string): void {
  const keys = document.querySelectorAll<Element & { doCommand(): void }>(
    `keyset[id="ext-keyset-id-${extensionId.replace(/[^a-z0-9-]/g, '_')}"] key`,
  );
  if (keys.length !== 1) throw new Error(`${keys.length} shortcuts of the extension in this window.`);
  keys[0]?.doCommand();
}

function grant(extensionId: string, pattern: string): Promise<void> {
  const { ChromeUtils } = globalThis as unknown as BrowserWindow;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs') as {
    ExtensionParent: { GlobalManager: { getExtension(id: string): unknown } };
  };
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as {
    ExtensionPermissions: { add(id: string, what: object, extension: unknown): Promise<void> };
  };
  const extension = ExtensionParent.GlobalManager.getExtension(extensionId);
  return ExtensionPermissions.add(extensionId, { permissions: [], origins: [pattern], data_collection: [] }, extension);
}
