// The built extension opens in the browser's real side panel, with no site permission, over a page on its real origin.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension, type PanelDriver } from '../support/browser/index.ts';

const MAIL = 'https://mail.google.com';

let browser: ExtensionBrowser;
let panel: PanelDriver;

beforeAll(async () => {
  browser = await launchWithExtension({ extensionPath: await builtExtension() });
  await browser.context.route(`${MAIL}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Inbox</title><h1>A mail</h1>' }),
  );
  const page = await browser.context.newPage();
  await page.goto(`${MAIL}/mail/u/0/#inbox`);
  panel = await browser.openSidePanel(page);
});

afterAll(() => browser?.close());

describe('the side panel', () => {
  it('asks for no site at install', async () => {
    const permissions = await panel.evaluate('chrome.permissions.getAll()');
    expect(permissions).toMatchObject({ origins: [] });
  });

  it('sees the address of the tab its button was pressed on, and asked for nothing to see it', async () => {
    const [tab] = await panel.evaluate<{ url?: string }[]>('chrome.tabs.query({ active: true, currentWindow: true })');
    expect(tab?.url).toBe(`${MAIL}/mail/u/0/#inbox`);
  });

  it('opens without a complaint', () => {
    expect(panel.errors).toEqual([]);
  });
});
