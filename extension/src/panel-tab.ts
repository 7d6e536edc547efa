// Feeds the conversation tracker from the browser: which tab of this window is in front, and what its frames say.
import type { Insertion } from '@sidestage/panel';
import { browser } from 'wxt/browser';
import type { ConversationTracker } from './conversation.ts';
import { createInsertions } from './insertions.ts';
import {
  type Arm,
  type ArmedKey,
  type Disarm,
  type FrameReading,
  type Inserted,
  isArmCommand,
  isLookAt,
  type PageArmed,
  READER_PORT,
  type ReadAgain,
} from './messages.ts';
import { isOn, type Site, siteOf } from './sites.ts';

/** What the panel knows of the site in front. `unknown`: the browser hides its address until the toolbar button is pressed there. */
export type SiteState = { origin: string | null; state: 'looking' | 'unknown' | 'off' | 'on' };

export interface PanelTab {
  /** Known without waiting, so that a click can ask the browser for it at once. */
  site(): Site | undefined;
  tabId(): number | null;
  /** Asks all frames of the tab in front to say again what they show. */
  readAgain(): void;
  /** Takes digits, Enter and Esc from the page in front for so long; 0 gives them back. */
  arm(forMs: number): void;
  /** Puts a text into the composer of the conversation in front, if that is still the one of this generation. */
  insert(text: string, generation: number): Promise<Insertion>;
  /** Looks again at the address and the switch of the tab in front. */
  lookAtSite(): Promise<void>;
}

type Port = ReturnType<typeof browser.runtime.connect>;

// How long frames have to answer before "nothing is read here" is said.
const SETTLE_MS = 400;
// A page that never finishes loading is asked all the same.
const LOADING_MS = 400;

export async function followTab(
  tracker: ConversationTracker,
  options: {
    siteChanged: (site: SiteState) => void;
    own: () => string[];
    /** The shortcut was pressed, and a key while armed. */
    armPressed: () => void;
    /** A frame of the page in front gives its keys away now. */
    pageArmed: () => void;
    armedKey: (key: string) => void;
  },
): Promise<PanelTab> {
  let site: Site | undefined;
  const { id: windowId } = await browser.windows.getCurrent();

  const ports = new Map<Port, number>();
  const insertions = createInsertions(tracker);
  const hangUp = (port: Port) => {
    ports.delete(port);
    tracker.gone(port);
    port.disconnect();
  };

  const readAgain = () => {
    const { tabId } = tracker;
    if (tabId === null) return;
    const message: ReadAgain = { kind: 'read-again', own: options.own() };
    // Rejects where no reader runs, which is what settling is for.
    browser.tabs.sendMessage(tabId, message).catch(() => {});
    setTimeout(() => tracker.settle(tabId), SETTLE_MS);
  };

  const lookAtSite = async () => {
    const { tabId } = tracker;
    const tab = tabId === null ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
    const found = siteOf(tab?.url);
    const on = found !== undefined && (await isOn(found));
    if (tabId !== tracker.tabId) return;
    site = found;
    tracker.allow(on);
    // A reader that still runs in a page whose site was switched off stops with its port.
    if (!on) for (const [port, its] of ports) if (its === tabId) hangUp(port);
    options.siteChanged({ origin: found?.origin ?? null, state: found === undefined ? 'unknown' : on ? 'on' : 'off' });
  };

  const show = (tabId: number | null) => {
    site = undefined;
    tracker.watch(tabId);
    options.siteChanged({ origin: null, state: 'looking' });
    readAgain();
    void lookAtSite();
  };

  browser.runtime.onConnect.addListener((port) => {
    const tabId = port.sender?.tab?.id;
    const frameId = port.sender?.frameId;
    if (port.name !== READER_PORT || tabId === undefined || frameId === undefined) return;
    ports.set(port, tabId);
    tracker.connected(port, { tabId, frameId });
    port.onMessage.addListener((said: FrameReading | ArmedKey | PageArmed | Inserted) => {
      if (said.kind === 'inserted') insertions.answered(said);
      else if (said.kind === 'frame-reading') tracker.heard(port, { url: said.url, reading: said.reading });
      // Keys of a tab that is not in front any more are nobody's.
      else if (tabId !== tracker.tabId) return;
      else if (said.kind === 'page-armed') options.pageArmed();
      else options.armedKey(said.key);
    });
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      tracker.gone(port);
      insertions.hungUp(port);
    });
  });

  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) show(active.tabId);
  });
  browser.tabs.onReplaced?.addListener((added, removed) => {
    if (removed === tracker.tabId) show(added);
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (tabId !== tracker.tabId) return;
    if (change.status === 'loading') {
      tracker.navigating(tabId);
      void lookAtSite();
      // Not at once: the page that is about to leave would answer for itself. New frames speak up by themselves;
      // asking is for those that stay, in a page that changed in place.
      const { generation } = tracker.shown;
      setTimeout(() => tracker.shown.generation === generation && readAgain(), LOADING_MS);
    }
    if (change.status === 'complete') readAgain();
  });
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isLookAt(message) && message.tabId === tracker.tabId) void lookAtSite();
  });
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isArmCommand(message) && message.tabId === tracker.tabId) options.armPressed();
  });
  const arm = (forMs: number) => {
    const { tabId } = tracker;
    if (tabId === null) return;
    const message: Arm | Disarm = forMs > 0 ? { kind: 'arm', forMs } : { kind: 'disarm' };
    browser.tabs.sendMessage(tabId, message).catch(() => {});
  };
  const lookAgain = () => void lookAtSite();
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);

  const [front] = await browser.tabs.query({ active: true, ...(windowId === undefined ? {} : { windowId }) });
  show(front?.id ?? null);
  return { site: () => site, tabId: () => tracker.tabId, readAgain, arm, insert: insertions.insert, lookAtSite };
}
