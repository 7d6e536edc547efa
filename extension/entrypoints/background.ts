// Opens the panel from the toolbar button and keeps the reader registered where the rep switched it on. Holds no state.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { ArmCommand, LookAt } from '../src/messages.ts';
import { openPanel } from '../src/open-panel.ts';
import { listenForDue } from '../src/reminders.ts';
import { registerReader } from '../src/sites.ts';

export default defineBackground(() => {
  // Content scripts run inside pages: tokens and caches are none of their business.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

  // The button's click is what lets the panel see the tab's address before its site is granted. The browser's own
  // open-on-click behaviour does not give that, so the click is handled here; open() must come before any await.
  browser.action.onClicked.addListener((tab) => {
    if (tab.id === undefined) return;
    openPanel(tab.windowId);
    const message: LookAt = { kind: 'look-at', tabId: tab.id };
    // No panel listens yet when this click is the one that opens it.
    browser.runtime.sendMessage(message).catch(() => {});
  });

  browser.commands.onCommand.addListener(async (command, pressedOn) => {
    if (command !== 'arm-picker') return;
    const tab = pressedOn ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (tab?.id === undefined) return;
    const message: ArmCommand = { kind: 'arm-command', tabId: tab.id };
    // No panel is open: there is nobody to move.
    browser.runtime.sendMessage(message).catch(() => {});
  });

  listenForDue();
  browser.runtime.onInstalled.addListener(registerReader);
  browser.runtime.onStartup.addListener(registerReader);
  browser.permissions.onAdded.addListener(registerReader);
  browser.permissions.onRemoved.addListener(registerReader);
});
