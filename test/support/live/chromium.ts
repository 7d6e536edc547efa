// Starts Debian's Chromium, for tests that drive real pages.
import { type Browser, chromium } from 'playwright-core';
import { QUIET_CHROMIUM } from '../browser/quiet-chromium.ts';
import { findProgram, LiveToolMissing } from './process.ts';

export async function startChromium(): Promise<{ browser: Browser; version: string; stop(): Promise<void> }> {
  const executablePath = findProgram('chromium');
  if (executablePath === undefined)
    throw new LiveToolMissing('chromium is not installed: run scripts/install-test-tools.sh');
  const browser = await chromium.launch({ executablePath, args: QUIET_CHROMIUM, headless: true });
  return { browser, version: browser.version(), stop: () => browser.close() };
}
