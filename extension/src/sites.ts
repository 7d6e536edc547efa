// Which sites the rep has switched on: the switch is kept per origin, the browser's permission is asked per origin,
// and the reader is registered for exactly the origins that have both.
import { browser } from 'wxt/browser';

export interface Site {
  /** `https://mail.example.com`, the key of the switch. */
  origin: string;
  /** What the browser is asked for. */
  pattern: string;
}

type Switches = Record<string, { on: boolean }>;

const SWITCHES_KEY = 'sites';
const READER_ID = 'reader';
export const READER_FILE = '/content-scripts/reader.js' as const;

/** The site of an address; undefined for pages no extension may read (settings, files, other extensions). */
export function siteOf(url: string | undefined, browserTakesPorts = !import.meta.env.FIREFOX): Site | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, origin, hostname, host } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return { origin, pattern: `${protocol}//${browserTakesPorts ? host : hostname}/*` };
}

/** The patterns the reader runs on: switched on and still granted, each once, in a stable order. */
export function readerMatches(switches: Switches, granted: readonly string[], takesPorts?: boolean): string[] {
  const on = Object.entries(switches).flatMap(([origin, { on }]) => (on ? [siteOf(origin, takesPorts)?.pattern] : []));
  return [...new Set(on)]
    .filter((pattern) => pattern !== undefined)
    .filter((pattern) => granted.includes(pattern))
    .sort();
}

/**
 * Switches a site on. Call it inside the click: the browser shows its question only then, so nothing may be awaited
 * before. False: the rep said no.
 */
export function switchOn(site: Site): Promise<boolean> {
  const asked = browser.permissions.request({ origins: [site.pattern] });
  return asked.then(async (granted) => {
    if (!granted) return false;
    await setSwitch(site, true);
    await registerReader();
    return true;
  });
}

/** Switches a site off; the browser's permission is given back too. */
export async function switchOff(site: Site): Promise<void> {
  await setSwitch(site, false);
  await registerReader();
  await browser.permissions.remove({ origins: [site.pattern] });
}

/** On means both: the rep's switch and the browser's permission. */
export async function isOn(site: Site): Promise<boolean> {
  const switches = await readSwitches();
  return switches[site.origin]?.on === true && (await browser.permissions.contains({ origins: [site.pattern] }));
}

/** Makes the browser's list of registered readers what switches and permissions say. Safe to call at any time, from anywhere. */
export async function registerReader(): Promise<void> {
  await navigator.locks.request('register-reader', async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const matches = readerMatches(await readSwitches(), origins);
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [READER_ID] });
    if (matches.length === 0) {
      if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [READER_ID] });
      return;
    }
    const script = {
      id: READER_ID,
      js: [READER_FILE.slice(1)],
      matches,
      allFrames: true,
      runAt: 'document_idle' as const,
    };
    if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  });
}

/** Starts the reader in a page that was open before its site was switched on. */
export async function startReader(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [READER_FILE] });
}

async function readSwitches(): Promise<Switches> {
  const stored = await browser.storage.local.get(SWITCHES_KEY);
  return (stored[SWITCHES_KEY] as Switches | undefined) ?? {};
}

async function setSwitch(site: Site, on: boolean): Promise<void> {
  const switches = await readSwitches();
  await browser.storage.local.set({ [SWITCHES_KEY]: { ...switches, [site.origin]: { on } } });
}
