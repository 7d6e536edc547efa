// The panel is a side panel in Chrome and a sidebar in Firefox; both open only inside the rep's click.
import { browser } from 'wxt/browser';

interface SidebarAction {
  open(): Promise<void>;
}

export function openPanel(windowId: number): void {
  const opened = import.meta.env.FIREFOX
    ? (browser as unknown as { sidebarAction: SidebarAction }).sidebarAction.open()
    : browser.sidePanel.open({ windowId });
  opened.catch((error: unknown) => console.error('The panel did not open.', error));
}
