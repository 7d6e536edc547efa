// Two windows of real Firefox, each with the panel in its own sidebar: one line to the server for both, what a colleague does is
// shown in each, and closing the window that leads loses nothing.
import { createClient, type SidestageClient, unwrap } from '@sidestage/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type Firefox, type FirefoxPage, hasFirefox, launchFirefox } from '../support/browser/index.ts';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.ts';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

const STREAM = '/v1/events/stream';
const LIVE_MS = 2_000;

describe.skipIf(!hasFirefox)('two windows of Firefox', () => {
  let place: Place;
  let server: RunningServer;
  let proxy: CountingProxy;
  let client: SidestageClient;
  let firefox: Firefox;
  let first: FirefoxPage;
  let second: FirefoxPage;
  let secondPage: FirefoxPage;
  const ids: string[] = [];

  beforeAll(async () => {
    place = newPlace();
    const key = newKey(place);
    server = await startServer(place, key);
    proxy = await startCountingProxy(server.url);
    client = createClient({ baseUrl: server.url, token: key });
    for (const display_name of ['Ada Window', 'Bo Window'])
      ids.push((await unwrap(client.POST('/v1/contacts', { body: { display_name } }))).id);
    firefox = await launchFirefox({ extensionPath: await builtExtension('firefox') });
    first = await firefox.openSidePanel();
    await first.waitFor('input[name=server]');
    ({ page: secondPage, panel: second } = await firefox.openWindow());
    await second.waitFor('input[name=server]');
  });
  afterAll(async () => {
    await firefox?.close();
    await proxy?.close();
    await server?.stop();
    place?.remove();
  });

  const open = async (panel: FirefoxPage, name: string) => {
    await panel.click('[data-act=search]');
    await panel.type(name);
    await panel.waitFor(
      (it: string) => document.querySelector('[role=option] strong')?.textContent === it,
      8_000,
      name,
    );
    await panel.press('Enter');
    await panel.waitFor('[data-state=contact]');
  };
  const move = (at: number, to: string) =>
    unwrap(client.POST('/v1/contacts/{id}/transitions', { params: { path: { id: ids[at] ?? '' } }, body: { to } }));
  const shows = (panel: FirefoxPage, stage: string) => panel.waitFor(`.stage-name[data-stage="${stage}"]`, LIVE_MS);

  it('are signed in together, and hold one line to the server between them', async () => {
    const { out } = sidestage(place, 'invite', '--name', 'Lin Hao', '--role', 'rep');
    await first.click('input[name=server]');
    await first.evaluate(() => document.querySelector<HTMLInputElement>('input[name=server]')?.select());
    await first.type(proxy.url);
    await first.type(out.trim(), 'input[name=code]');
    await first.press('Enter');
    await Promise.all([first.waitFor('[data-act=today]'), second.waitFor('[data-act=today]')]);
    await expect.poll(() => proxy.open(STREAM)).toBe(1);
  });

  it('show what a colleague did, each where that person is shown, and what the rep did in the other', async () => {
    await open(first, 'Ada Window');
    await open(second, 'Bo Window');
    await move(0, 'lead');
    await shows(first, 'lead');
    await move(1, 'lead');
    await shows(second, 'lead');
    await open(second, 'Ada Window');
    await second.press('3');
    await shows(first, 'mql');
    expect(proxy.open(STREAM)).toBe(1);
  });

  it('lose nothing when one of them is closed while something happens', async () => {
    await Promise.all([secondPage.close(), move(0, 'sql')]);
    await first.waitFor('.stage-name[data-stage=sql]');
    await expect.poll(() => proxy.open(STREAM)).toBe(1);
    await move(0, 'customer');
    await shows(first, 'customer');
    expect(first.errors).toEqual([]);
  });
});
