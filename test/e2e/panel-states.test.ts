// Every state of the panel, in a real browser against a real API: what it says, what it lets the rep do, how it looks.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeFor, launchBrowser, type OpenGallery, openGallery } from '../support/gallery/open-gallery.ts';
import { directMail } from '../support/gallery/readings.ts';
import { startHouse, type TestHouse } from '../support/house.ts';

let browser: Browser;
let house: TestHouse;
let panel: OpenGallery;

beforeAll(async () => {
  browser = await launchBrowser();
  house = await startHouse();
  panel = await openGallery(browser, house);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe('the panel', () => {
  it('asks for the server and a code first, and says in one sentence why a wrong code is refused', async () => {
    await panel.page.waitForSelector('input[name=code]');
    await panel.screenshot('connect');
    await panel.page.fill('input[name=code]', 'wrong');
    await panel.page.press('input[name=code]', 'Enter');
    await panel.page.waitForSelector('[role=alert]');
    expect(await panel.page.textContent('[role=alert]')).toContain('not known');
    await panel.signIn(await codeFor(house, 'Li Na'));
    await panel.screenshot('empty');
  });

  it('creates', async () => {
    await panel.open(directMail('Zhang Wei', 'zhang.wei@lumen.example'));
    await panel.page.waitForSelector('[data-state=new]');
    await panel.screenshot('new');
    await panel.page.click('[data-act=create]');
    await panel.page.waitForSelector('[data-state=contact]');
    await panel.page.keyboard.press('2');
    await panel.page.waitForSelector('.toast');
    await panel.screenshot('contact');
    expect(panel.errors).toEqual([]);
  });
});
