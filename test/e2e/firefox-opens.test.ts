// The panel in real Firefox: it opens in the sidebar, and nothing of it complains.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type Firefox, type FirefoxPage, hasFirefox, launchFirefox } from '../support/browser/index.ts';

describe.skipIf(!hasFirefox)('the panel in Firefox', () => {
  let firefox: Firefox;
  let panel: FirefoxPage;

  beforeAll(async () => {
    firefox = await launchFirefox({ extensionPath: await builtExtension('firefox') });
    panel = await firefox.openSidePanel();
  });
  afterAll(() => firefox?.close());

  it('opens in the sidebar, asks to connect, and takes what is typed', async () => {
    await panel.waitFor('input[name=server]');
    await panel.type('不 an address', 'input[name=code]');
    expect(await panel.evaluate(() => document.querySelector<HTMLInputElement>('input[name=code]')?.value)).toBe(
      '不 an address',
    );
    await panel.screenshot('test/results/screens/firefox-connect.png');
    expect(panel.errors).toEqual([]);
  });

  it('sees the address of a tab once its toolbar button is pressed there, and not before', async () => {
    await using site = await servePage('<title>A page</title>');
    const page = await firefox.openPage(site.url);
    const seen = () =>
      panel.evaluate<string>(
        "browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab?.url ?? 'hidden')",
      );
    expect(await seen()).toBe('hidden');
    await firefox.pressButton();
    expect(await seen()).toBe(site.url);
    await page.close();
  });
});

async function servePage(html: string) {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => void server.close();
  return { url: `http://127.0.0.1:${port}/`, [Symbol.asyncDispose]: close };
}
