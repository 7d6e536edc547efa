// The operator restores yesterday's backup while a rep has the panel open: the real commands, the real side panel.
import { join } from 'node:path';
import { createClient, unwrap } from '@sidestage/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { type ChatPage, serveChatPage } from '../support/chat-page.ts';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.ts';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

const ADA = 'ada@chat.example';

let place: Place;
let key: string;
let server: RunningServer;
let proxy: CountingProxy;
let chat: ChatPage;
let browser: ExtensionBrowser;
let panel: PanelDriver;

beforeAll(async () => {
  place = newPlace();
  key = newKey(place);
  server = await startServer(place, key);
  proxy = await startCountingProxy(server.url);
  chat = await serveChatPage([ADA]);
  browser = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US' });
  const page = await browser.context.newPage();
  await page.goto(chat.url);
  panel = await openLivePanel(browser, page, { server: proxy.url, place });
  await page.click(`[data-jid="${ADA}"]`);
  await panel.waitFor('[data-state=new]');
  await panel.press('c');
  await panel.waitFor('.stage-name[data-stage=subscriber]');
});
afterAll(async () => {
  await browser?.close();
  await chat?.stop();
  await proxy?.close();
  await server?.stop();
  place?.remove();
});

const run = (...args: string[]) => {
  const { code, err } = sidestage(place, ...args);
  if (code !== 0) throw new Error(err);
};
/** The stage is shown before the server has it; only its answer is told. */
const moveBy = async (digit: string, stage: string) => {
  await panel.press(digit);
  await panel.waitForText(`Moved to ${stage}`);
};

describe('a backup restored while the panel is open', () => {
  it('shows the person as the backup knows them, though newer was shown before, and takes the rep’s next move', async () => {
    await moveBy('2', 'Lead');
    run('backup', join(place.folder, 'yesterday.db'));
    await moveBy('3', 'MQL');
    await panel.type('Said after the backup', 'textarea[name=log]');
    await panel.press('Enter');
    await panel.waitForText('Logged');
    await server.stop();
    run('restore', join(place.folder, 'yesterday.db'), '--force');
    server = await startServer(place, key);
    proxy.passTo(server.url);
    await panel.waitFor('.stage-name[data-stage=lead]', 45_000);
    await panel.waitFor(() => !document.body.textContent?.includes('Said after the backup'));
    await moveBy('3', 'MQL');
    const client = createClient({ baseUrl: server.url, token: key });
    const { data } = await unwrap(client.GET('/v1/contacts', { params: { query: { q: ADA } } }));
    expect(data.map((one) => one.stages)).toMatchObject([[{ stage: 'mql' }]]);
    const history = await unwrap(
      client.GET('/v1/contacts/{id}/transitions', { params: { path: { id: data[0]?.id ?? '' } } }),
    );
    expect(history.data.map((one) => one.to).toSorted()).toEqual(['lead', 'mql', 'subscriber']);
  });
});
