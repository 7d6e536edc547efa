// A script into real editors, by the real panel beside them: there once, beside what stood there, to be taken back, never sent.
// On pages whose policy enforces Trusted Types and runs no script but their own, in Chromium and in Firefox.
import { createClient } from '@sidestage/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import {
  type ExtensionBrowser,
  type Firefox,
  type FirefoxPage,
  hasFirefox,
  launchFirefox,
  launchWithExtension,
  type PanelDriver,
} from '../support/browser/index.ts';
import { connectPanel, openLivePanel } from '../support/browser/open-live-panel.ts';
import {
  EDITOR_KINDS,
  EDITOR_ORIGINS,
  type EditorKind,
  editorUrl,
  personOf,
  serveEditor,
} from '../support/editors/editor-site.ts';
import type { EditorPage } from '../support/editors/editors.ts';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

declare const page: EditorPage;

/** One page and its panel, the same in both browsers. */
interface Beside {
  panel: PanelDriver | FirefoxPage;
  goto(url: string): Promise<void>;
  evaluate<T>(what: () => T): Promise<T>;
  press(key: string): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

const TEXT = 'Hello {name},\n{me} here: 价目表 attached.\n\nBye';
const linesFor = (kind: EditorKind) => [`Hello ${personOf(kind).name},`, 'Lin Hao here: 价目表 attached.', 'Bye'];
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .filter((line) => line !== '');

let place: Place;
let server: RunningServer;

beforeAll(async () => {
  place = newPlace();
  const key = newKey(place);
  server = await startServer(place, key);
  const client = createClient({ baseUrl: server.url, token: key });
  for (const kind of EDITOR_KINDS) {
    const { name, channel, handle } = personOf(kind);
    const made = await client.POST('/v1/contacts', {
      body: { display_name: name, identities: [{ channel, handle }] },
    });
    expect(made.response.status).toBe(201);
  }
  const script = { lifecycle: 'seven-stage', locale: 'en', title: 'Price list', text: TEXT } as const;
  expect((await client.POST('/v1/scripts', { body: script })).response.status).toBe(201);
});
afterAll(async () => {
  await server?.stop();
  place?.remove();
});

async function inChromium(): Promise<Beside> {
  const browser: ExtensionBrowser = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US' });
  const tab: Page = await browser.context.newPage();
  for (const origin of Object.values(EDITOR_ORIGINS))
    await tab.route(`${origin}/**`, async (route) => route.fulfill(await serveEditor(route.request().url())));
  await tab.goto(editorUrl('plain'));
  await openLivePanel(browser, tab, { server: server.url, place });
  await tab.goto(editorUrl('field'));
  const panel = await openLivePanel(browser, tab, { server: server.url, place });
  return {
    panel,
    goto: async (url) => void (await tab.goto(url)),
    evaluate: (what) => tab.evaluate(what),
    press: (key) => tab.keyboard.press(key),
    click: (selector) => tab.click(selector),
    close: () => browser.close(),
  };
}

async function inFirefox(): Promise<Beside> {
  const browser: Firefox = await launchFirefox({ extensionPath: await builtExtension('firefox') });
  for (const origin of Object.values(EDITOR_ORIGINS)) {
    await browser.serve(new URL(origin).hostname, serveEditor);
    await browser.grantOrigin(origin);
  }
  const tab = await browser.openPage(editorUrl('plain'));
  const panel = await browser.openSidePanel();
  await connectPanel(panel, { server: server.url, place });
  await tab.goto(editorUrl('field'));
  await connectPanel(panel, { server: server.url, place });
  return {
    panel,
    goto: (url) => tab.goto(url),
    evaluate: (what) => tab.evaluate(what),
    press: (key) => tab.press(key),
    click: (selector) => tab.click(selector),
    close: () => browser.close(),
  };
}

describe.each([
  ['Chromium', inChromium, true],
  ['Firefox', inFirefox, hasFirefox],
] as const)('in %s', (_name, start, isThere) => {
  let beside: Beside;

  beforeAll(async () => {
    if (isThere) beside = await start();
  });
  afterAll(() => beside?.close());

  async function insertBeside(kind: EditorKind): Promise<void> {
    const { panel } = beside;
    await panel.waitFor(
      (name: string) => document.querySelector('.name')?.textContent === name,
      10_000,
      personOf(kind).name,
    );
    await panel.press('p');
    await panel.waitFor('[data-script]');
    await panel.press('Enter');
    // It closes once the text is there, and stays where it is not.
    await panel.waitFor(
      () => document.querySelector('[data-script]') === null || document.querySelector('.toast-bad') !== null,
    );
    expect(await panel.text('.toast')).toContain('Inserted. Nothing was sent.');
  }
  const words = async () => lines(await beside.evaluate(() => page.text()));

  it.skipIf(!isThere).each(EDITOR_KINDS)(
    'a script is put into a composer once, kept beside, taken back: %s',
    async (kind) => {
      await beside.goto(editorUrl(kind));
      const [first = '', ...rest] = linesFor(kind);
      expect(await words()).toEqual(['Kept.']);
      await insertBeside(kind);
      expect(await words()).toEqual([`Kept.${first}`, ...rest]);
      if (kind !== 'own-field') {
        // Nothing put into a field by its value can be taken back by the browser; everything else can.
        await beside.press('Control+z');
        expect(await words()).toEqual(['Kept.']);
        await insertBeside(kind);
        expect(await words()).toEqual([`Kept.${first}`, ...rest]);
        // The caret stands after it, ready for the rep's own words.
        await beside.press('!');
        expect(await words()).toEqual([`Kept.${first}`, ...rest.slice(0, -1), `${rest.at(-1)}!`]);
      }
      expect(await beside.evaluate(() => page.violations)).toEqual([]);
      expect(await beside.evaluate(() => page.sent)).toEqual([]);
      expect(beside.panel.errors).toEqual([]);
    },
  );

  it.skipIf(!isThere)('nothing is put in where the page changes to somebody else in that very moment', async () => {
    const { panel } = beside;
    const shows = (kind: EditorKind) =>
      panel.waitFor(
        (name: string) => document.querySelector('.name')?.textContent === name,
        10_000,
        personOf(kind).name,
      );
    await beside.goto(editorUrl('prosemirror'));
    await shows('prosemirror');
    await panel.press('p');
    await panel.waitFor('[data-script]');
    // While the caret is set, after the page was asked who it is with and before anybody could have read it again.
    await beside.evaluate(() => {
      document.querySelector('[contenteditable]')?.addEventListener('focus', () => {
        for (const one of document.querySelectorAll('.gF [email]'))
          one.setAttribute('email', 'ana.quill@buyer.example');
      });
    });
    await panel.press('Enter');
    await shows('quill');
    expect(await words()).toEqual(['Kept.']);
    expect(await panel.text()).not.toContain('Inserted');
  });
});
