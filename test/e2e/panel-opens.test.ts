// The built extension: what it asks for and weighs, and that it opens in the browser's real side panel over a page.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension, gzippedBytes, isOfPanel } from '../support/browser/build-extension.ts';
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

describe('the build', () => {
  it.each(['chrome', 'firefox'] as const)('for %s asks for no site at install, and for any one later', async (name) => {
    const manifest = JSON.parse(await readFile(`${await builtExtension(name)}/manifest.json`, 'utf8'));
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.permissions).not.toContain('tabs');
  });

  it('keeps what runs inside pages under 12 kB, the panel with all its parts under 80 kB, and what wakes without it under 32 kB, compressed', async () => {
    const folder = await builtExtension();
    const reader = await gzippedBytes(folder, (path) => path.startsWith('content-scripts/'));
    const background = await gzippedBytes(folder, (path) => path === 'background.js');
    const panelBytes = await gzippedBytes(folder, isOfPanel);
    console.log(`compressed: reader ${reader} B, panel ${panelBytes} B, background ${background} B`);
    // Nothing at all would be small too.
    expect(Math.min(reader, panelBytes, background)).toBeGreaterThan(1_000);
    expect(reader).toBeLessThanOrEqual(12_000);
    expect(panelBytes).toBeLessThanOrEqual(80_000);
    expect(background).toBeLessThanOrEqual(32_000);
  });
});

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
