// Stands where the panel stands, in a page of the built extension, and hears what the readers in a tab's frames say.
import type { Reading } from '@sidestage/channels';
import type { ExtensionBrowser } from '../browser/index.ts';
import { until } from './process.ts';

export interface Said {
  url: string;
  reading: Reading | null;
}

export interface ExtensionEars {
  /** Puts the built reader into every frame of the tab in front. */
  startReaders(): Promise<void>;
  /** The first thing heard, from now or before, that `isWanted` accepts; fails after 10 seconds. */
  heard(isWanted: (said: Said) => boolean): Promise<Said>;
}

interface Ears {
  said: Said[];
}

interface ExtensionApi {
  permissions: { request(what: object): Promise<boolean> };
  runtime: {
    onConnect: {
      addListener(listener: (port: { onMessage: { addListener(hear: (said: Said) => void): void } }) => void): void;
    };
  };
  tabs: { query(wanted: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<unknown> };
}

const WAIT_MS = 10_000;

/** The origin must have been granted beforehand; the browser is asked for it here, in a click, as the panel does. */
export async function startListening(
  { context, extensionId }: ExtensionBrowser,
  origin: string,
): Promise<ExtensionEars> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await page.evaluate((pattern) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    const ears: Ears = { said: [] };
    Object.assign(globalThis, { ears });
    chrome.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener((said) => ears.said.push(said));
    });
    const ask = (event: Event) => {
      event.stopImmediatePropagation();
      chrome.permissions.request({ origins: [pattern] }).then((granted) => Object.assign(ears, { granted }));
    };
    document.addEventListener('click', ask, { once: true, capture: true });
  }, `${origin}/*`);
  await page.mouse.click(5, 5);
  await page.waitForFunction(() => (globalThis as unknown as { ears: { granted?: boolean } }).ears.granted === true);
  return {
    startReaders: () =>
      page.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        if (tab === undefined) throw new Error('no tab in front');
        const target = { tabId: tab.id, allFrames: true };
        await chrome.scripting.executeScript({ target, files: ['content-scripts/reader.js'] });
      }),
    heard: (isWanted) =>
      until(
        'a reader to say so',
        async () => (await page.evaluate(() => (globalThis as unknown as { ears: Ears }).ears.said)).find(isWanted),
        WAIT_MS,
      ),
  };
}
