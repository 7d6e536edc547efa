// What the rooms of tests in the gallery share: one browser for a file, a house and the panel for each test, the hands they use.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startHouse, type TestHouse } from '../house.ts';
import { codeFor, type GalleryOptions, launchBrowser, type OpenGallery, openGallery } from './open-gallery.ts';

let browser: Browser;
/** The house of the test that runs. */
export let house: TestHouse;
/** The panel of the test that runs, once it is opened. */
export let panel: OpenGallery;

export function oneBrowser(): void {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
}

/** A house for each test; whatever state the test ends in can be read and used without eyes or a mouse. */
export function eachWithAHouse(): void {
  oneBrowser();
  beforeEach(buildHouse);
  afterEach(async () => closeAll(await panel.accessibilityFaults()));
}

export async function buildHouse(): Promise<void> {
  house = await startHouse();
}

/** Panel and house are gone, and nothing broke on the way. */
export async function closeAll(faults: readonly string[] = []): Promise<void> {
  await panel.close();
  await house.close();
  expect([...panel.errors, ...faults]).toEqual([]);
}

interface Opening extends GalleryOptions {
  /** What the panel's clock shows before anybody signs in, where that is not the time the house began. */
  clock?: number;
}

/** The panel as it starts: nobody has signed in. */
export async function openSignedOut({ clock, ...options }: Opening = {}): Promise<void> {
  panel = await openGallery(browser, house, options);
  if (clock !== undefined) await panel.page.clock.setFixedTime(clock);
  await panel.page.waitForSelector('input[name=code]');
}

export const signIn = async (name = 'Lin Hao', role = 'rep') => panel.signIn(await codeFor(house, name, role));

export async function openSignedIn({ name, role, ...options }: Opening & { name?: string; role?: string } = {}) {
  await openSignedOut(options);
  await signIn(name, role);
}

export const shows = (selector: string) => panel.page.waitForSelector(selector, { timeout: 5_000 });

export const toastSays = (text: string) =>
  panel.page.waitForFunction((it) => document.querySelector('.toast')?.textContent?.includes(it), text, {
    timeout: 5_000,
  });

/** Nothing of the rep's waits any more. */
export const saved = () =>
  panel.page.waitForFunction(() => /All saved|已全部保存/.test(document.querySelector('.foot')?.textContent ?? ''));
