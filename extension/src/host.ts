// What the browser gives the panel: the open conversation, storage, the site switch. The panel knows of nothing else.
import { signal } from '@preact/signals';
import type { Host } from '@sidestage/panel';
import { browser } from 'wxt/browser';
import { type Conversation, ConversationTracker } from './conversation.ts';
import { panelStorage } from './panel-storage.ts';
import { followTab, type SiteState } from './panel-tab.ts';
import { remindersAreOn, switchReminders } from './reminders.ts';
import { startReader, switchOn } from './sites.ts';

export async function createHost(): Promise<Host> {
  // The background asks the same when it starts; no token is kept before one of the two was heard.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const conversation = signal<Conversation>({ generation: 0, status: 'loading', url: null, reading: null });
  const site = signal<SiteState>({ origin: null, state: 'looking' });
  const tracker = new ConversationTracker((next) => {
    conversation.value = next;
  });
  const reminding = signal(await remindersAreOn());
  let own: string[] = [];
  let picker: Parameters<Host['onPicker']>[0] | undefined;
  const tab = await followTab(tracker, {
    siteChanged: (next) => {
      site.value = next;
    },
    own: () => own,
    armPressed: () => picker?.pressed(),
    pageArmed: () => picker?.ready(),
    armedKey: (key) => picker?.key(key),
  });
  return {
    conversation,
    site,
    storage: panelStorage,
    version: browser.runtime.getManifest().version,
    locale: navigator.language,
    fetch: (request: Request) => globalThis.fetch(request),
    setOwn: (addresses: readonly string[]) => {
      if (JSON.stringify(own) === JSON.stringify(addresses)) return;
      own = [...addresses];
      tab.readAgain();
    },
    onPicker: (listener: Parameters<Host['onPicker']>[0]) => {
      picker = listener;
    },
    armPage: (forMs: number) => tab.arm(forMs),
    insert: (text: string, generation: number) => tab.insert(text, generation),
    copy: async (text: string) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // The browser gives the clipboard away only right after the rep's own act.
        return false;
      }
    },
    badge: (count: number) => void browser.action.setBadgeText({ text: count > 0 ? String(count) : '' }),
    reminders: {
      on: reminding,
      async set(on: boolean) {
        reminding.value = await switchReminders(on);
      },
    },
    openTab: (url: string) => void browser.tabs.create({ url }),
    requestSite: () => {
      const asked = tab.site();
      const tabId = tab.tabId();
      if (asked === undefined || tabId === null) return Promise.resolve(false);
      // Straight from the click to the browser's question, nothing awaited in between.
      return switchOn(asked).then(async (granted) => {
        if (granted) {
          await startReader(tabId);
          await tab.lookAtSite();
          tab.readAgain();
        }
        return granted;
      });
    },
  };
}
