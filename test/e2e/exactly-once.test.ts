// Each write of the rep exactly once, whatever dies: a few kills of each kind at each step of a write, in a real browser against
// a real server; `npm run faults` does two hundred. Then what the device keeps, as a page's scripts and the next rep meet it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTrials, STEPS, type Step, type Trial } from '../faults/exactly-once.ts';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/browser/index.ts';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

const steps = Object.keys(STEPS) as Step[];
const each = (kill: Trial['kill'], times: number) =>
  steps.flatMap((step) => Array.from({ length: times }, (): Trial => ({ step, kill })));

describe('a write of the rep', () => {
  it('is in the ledger exactly once though the answer is lost, or the worker, the panel or the browser is killed at any step', async () => {
    const trials = [...each('answer', 2), ...each('worker', 1), ...each('page', 2), ...each('browser', 1)];
    const { lost, twice, unsent, taps, seed } = await runTrials(trials);
    expect({ lost, twice, unsent }, `SEED=${seed}`).toEqual({ lost: [], twice: [], unsent: 0 });
    expect(taps).toBe(trials.length);
  });
});

describe('the device', () => {
  const SITE = 'https://mail.example.com';
  let place: Place;
  let server: RunningServer;
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    place = newPlace();
    server = await startServer(place, newKey(place));
    browser = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    place?.remove();
  });

  /** The panel in a tab of its own, signed in. */
  async function signedIn() {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
    await page.waitForSelector('input[name=code]');
    await page.fill('input[name=server]', server.url);
    await page.fill('input[name=code]', sidestage(place, 'invite', '--name', 'Lin Hao', '--role', 'rep').out.trim());
    await page.press('input[name=code]', 'Enter');
    await page.waitForSelector('[data-act=today]');
    return page;
  }

  it('gives no token and no customer to a script inside a page, though ours runs there', async () => {
    const panel = await signedIn();
    await browser.context.route(`${SITE}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Mail' }));
    const mail = await browser.context.newPage();
    await mail.goto(`${SITE}/`);
    await browser.grantOrigin(SITE);
    // As the panel's switch asks for it, inside a click.
    const session = await browser.context.newCDPSession(panel);
    const asked = await session.send('Runtime.evaluate', {
      expression: `chrome.permissions.request({ origins: ['${SITE}/*'] })`,
      userGesture: true,
      awaitPromise: true,
    });
    expect(asked.result.value).toBe(true);
    const kept = await panel.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
    expect(kept).toContain('accessToken');
    // A content script of ours, in its own world beside the page.
    const read = await panel.evaluate(async (site) => {
      const func = async () => {
        const said: string[] = [location.origin];
        for (const area of ['local', 'session', 'sync'] as const)
          try {
            said.push(JSON.stringify((await chrome.storage[area]?.get(null)) ?? {}));
          } catch (error) {
            said.push(`refused: ${error}`);
          }
        return said;
      };
      // The one tab the browser lets us into.
      for (const tab of await chrome.tabs.query({}))
        try {
          const [done] = await chrome.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, func });
          const said = done?.result as string[];
          if (said[0] === site) return said.slice(1);
        } catch {
          // Not this one.
        }
      return [];
    }, SITE);
    expect(read).toHaveLength(3);
    expect(read[0]).toContain('refused');
    expect(read[1]).toContain('refused');
    expect(read.join()).not.toMatch(/accessToken|refreshToken|panel:/);
    await mail.close();
    await panel.close();
  });

  it('sends nothing over plain HTTP beyond itself: the address is refused, and the browser would not let it leave', async () => {
    const panel = await browser.context.newPage();
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
    const blocked = await panel.evaluate(async (url) => {
      const violation = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        }),
      );
      await fetch(url).catch(() => {});
      return violation;
    }, 'http://192.0.2.7:8787/v1/me');
    expect(blocked).toBe('connect-src');
    await panel.evaluate(() => chrome.storage.local.remove('panel:session'));
    await panel.reload();
    await panel.fill('input[name=server]', 'http://crm.example.com');
    await panel.fill('input[name=code]', 'some-code');
    await panel.press('input[name=code]', 'Enter');
    await panel.waitForSelector('[role=alert]:has-text("https")');
    await panel.close();
  });

  it('keeps nothing of the customers after signing out', async () => {
    await server.call('POST', '/v1/contacts', { display_name: 'Zhang Wei of Lumen' });
    const panel = await signedIn();
    await panel.click('[data-act=search]');
    await panel.fill('[data-state=search] input', 'Zhang Wei of Lumen');
    await panel.click('[role=option]');
    await panel.waitForSelector('[data-state=contact]');
    await panel.keyboard.press('n');
    await panel.keyboard.insertText('half a word about Zhang');
    const kept = () => panel.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
    await expect.poll(kept).toContain('half a word');
    await panel.keyboard.press('Escape');
    await panel.click('[data-act=sign-out]');
    await panel.click('[data-act=sign-out]');
    await panel.waitForSelector('input[name=code]');
    await expect.poll(kept).not.toMatch(/Zhang|half a word|con_|Token/);
    expect(await panel.textContent('body')).not.toContain('Zhang');
    await panel.close();
  });
});

interface Area {
  get(key: null): Promise<Record<string, unknown>>;
  remove(key: string): Promise<void>;
}
declare const chrome: {
  storage: { local: Area; session?: Area; sync?: Area };
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
  scripting: {
    executeScript(what: { target: { tabId: number }; func: () => unknown }): Promise<{ result: unknown }[]>;
  };
};
