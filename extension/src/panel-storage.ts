// The device's storage as the panel knows it: its own keys, apart from the extension's.
import { browser } from 'wxt/browser';

const PANEL_PREFIX = 'panel:';

export const panelStorage = {
  async get(key: string): Promise<unknown> {
    const stored = await browser.storage.local.get(PANEL_PREFIX + key);
    return stored[PANEL_PREFIX + key];
  },
  set(key: string, value: unknown): Promise<void> {
    return browser.storage.local.set({ [PANEL_PREFIX + key]: value });
  },
  remove(key: string): Promise<void> {
    return browser.storage.local.remove(PANEL_PREFIX + key);
  },
};
