// Opens the real side panel beside a live page the way a rep does: press the button, sign in, switch the site on.
import type { Page } from 'playwright-core';
import { type Place, sidestage } from '../server.ts';
import type { FirefoxPage } from './firefox-page.ts';
import type { ExtensionBrowser } from './launch.ts';
import type { PanelDriver } from './panel-driver.ts';

export interface SignIn {
  /** What the rep types. */
  server: string;
  /** Where the server's file is: the code is made there. */
  place: Place;
  name?: string;
}

export async function openLivePanel(browser: ExtensionBrowser, page: Page, signIn: SignIn): Promise<PanelDriver> {
  await browser.grantOrigin(new URL(page.url()).origin);
  const panel = await browser.openSidePanel(page);
  await connectPanel(panel, signIn);
  return panel;
}

/** Signs in where that is asked for, and switches the site in front on. The same in both browsers. */
export async function connectPanel(
  panel: PanelDriver | FirefoxPage,
  { server, place, name = 'Lin Hao' }: SignIn,
): Promise<void> {
  await panel.waitFor(() => document.querySelector('input[name=code], [data-act=today]') !== null);
  if (await panel.evaluate(() => document.querySelector('input[name=code]') !== null)) {
    const { out } = sidestage(place, 'invite', '--name', name, '--role', 'rep');
    await panel.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[name=server]');
      field?.focus();
      field?.select();
    });
    await panel.type(server);
    await panel.type(out.trim(), 'input[name=code]');
    await panel.press('Enter');
  }
  await panel.click('[data-act=switch-on]');
  await panel.waitFor(() => document.querySelector('[data-act=switch-on]') === null);
}
