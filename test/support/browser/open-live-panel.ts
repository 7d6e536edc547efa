// Opens the real side panel beside a live page the way a rep does: press the button, sign in, switch the site on.
import type { Page } from 'playwright-core';
import { type Place, sidestage } from '../server.ts';
import type { ExtensionBrowser } from './launch.ts';
import type { PanelDriver } from './panel-driver.ts';

/** `server` is what the rep types; the code is made at `place`, where the server's file is. */
export async function openLivePanel(
  browser: ExtensionBrowser,
  page: Page,
  { server, place, name = 'Lin Hao' }: { server: string; place: Place; name?: string },
): Promise<PanelDriver> {
  await browser.grantOrigin(new URL(page.url()).origin);
  const panel = await browser.openSidePanel(page);
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
  return panel;
}
