// Starts Debian's Chromium, with the switches that keep it quiet and offline, for tests that drive real pages.
import { type Browser, chromium } from 'playwright-core';
import { findProgram, LiveToolMissing } from './process.ts';

/** Switches every test browser gets: it runs as root in containers, and must not fetch anything by itself. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of the installed Chromium, or undefined. */
function findChromium(): string | undefined {
  return findProgram('chromium');
}

export async function startChromium(): Promise<{ browser: Browser; version: string; stop(): Promise<void> }> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new LiveToolMissing('chromium is not installed: run scripts/install-test-tools.sh');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS, headless: true });
  return { browser, version: browser.version(), stop: () => browser.close() };
}
