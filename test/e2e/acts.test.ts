// Every common act, performed in the real side panel by a hand that counts, on the real server; and what the browser's own
// log says the extension asked of the network meanwhile, and what it left on the device.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actTable, type Counted, countingHand, type Hand, isLight, MOST_CLICKS, MOST_KEYS } from '../support/acts.ts';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { requestsIn } from '../support/browser/net-log.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { type ChatPage, serveChatPage } from '../support/chat-page.ts';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

const ROOT = join(import.meta.dirname, '../..');
const RESULTS = join(ROOT, 'test/results');
const PEOPLE = ['ana', 'bo', 'cai', 'dana'].map((name) => `${name}@chat.example`);

let place: Place;
let server: RunningServer;
let chat: ChatPage;
let browser: ExtensionBrowser;
let page: Page;
let panel: PanelDriver;
let netLog: string;
const rows: Counted[] = [];
const leftOnDevice = new Set<string>();

beforeAll(async () => {
  place = newPlace();
  netLog = join(place.folder, 'net-log.json');
  server = await startServer(place, newKey(place));
  chat = await serveChatPage(PEOPLE);
  browser = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US', netLog });
  page = await browser.context.newPage();
  await page.goto(chat.url);
  panel = await openLivePanel(browser, page, { server: server.url, place });
});
afterAll(async () => {
  await browser?.close();
  await chat?.stop();
  await server?.stop();
  place?.remove();
});

const chatWith = (jid: string) => page.click(`[data-jid="${jid}"]`);
const shows = (selector: string) => panel.waitFor(selector);
const gone = (selector: string) => panel.waitFor((it: string) => document.querySelector(it) === null, 10_000, selector);
const says = (text: string) => panel.waitForText(text);
const inStage = (stage: string) => shows(`.stage-name[data-stage="${stage}"]`);
/** With nothing said any more of the act before. */
const quiet = async () => {
  await says('All saved');
  await panel.evaluate(() => document.querySelector<HTMLElement>('.toast-undo[aria-label]')?.click());
};

interface Way {
  act: string;
  /** Not counted: what must be so before. */
  before?: () => Promise<unknown>;
  by: (hand: Hand) => Promise<unknown>;
  until: () => Promise<unknown>;
}

// In the order of a day; each leaves the panel as the next one finds it.
const DAY: Way[] = [
  {
    act: 'create the contact of the open conversation',
    before: () => chatWith('ana@chat.example').then(() => shows('[data-state=new]')),
    by: (hand) => hand.click('[data-act=create]'),
    until: () => inStage('subscriber'),
  },
  {
    act: 'create the contact of the open conversation',
    before: () =>
      chatWith('bo@chat.example')
        .then(() => says('bo@chat.example'))
        .then(() => shows('[data-state=new]')),
    by: (hand) => hand.press('c'),
    until: () => inStage('subscriber'),
  },
  { act: 'move the stage', by: (hand) => hand.press('2'), until: () => says('Moved to Lead') },
  { act: 'take the last act back', by: (hand) => hand.press('Escape'), until: () => inStage('subscriber') },
  { act: 'move the stage', by: (hand) => hand.click('.rail .cell:nth-child(2)'), until: () => says('Moved to Lead') },
  { act: 'take the last act back', by: (hand) => hand.click('[data-act=undo]'), until: () => inStage('subscriber') },
  {
    act: 'move back, with the reason',
    before: () => panel.press('2').then(() => says('Moved to Lead')),
    by: (hand) =>
      hand
        .press('1')
        .then(() => shows('[data-state=reason]'))
        .then(() => hand.press('1')),
    until: () => says('Moved to Subscriber'),
  },
  {
    act: 'move back, with the reason',
    before: () => panel.press('2').then(() => says('Moved to Lead')),
    by: async (hand) => {
      await hand.click('.rail .cell:nth-child(1)');
      await hand.click('[data-state=reason] .reasons button');
    },
    until: () => says('Moved to Subscriber'),
  },
  {
    act: 'tag',
    by: (hand) => hand.press('t', 'b', 'Enter'),
    until: () => shows('[data-tag=grade-b]'),
  },
  {
    act: 'tag',
    by: async (hand) => {
      await hand.click('[data-act=tag]');
      await hand.click('[data-option=grade-a]');
    },
    until: () => shows('[data-tag=grade-a]'),
  },
  { act: 'take a tag off', by: (hand) => hand.click('[data-tag=grade-a]'), until: () => gone('[data-tag=grade-a]') },
  {
    act: 'plan the next step',
    before: quiet,
    by: async (hand) => {
      await hand.press('f');
      await hand.write('tomorrow 10:00 call about price');
      await hand.press('Enter');
    },
    until: () => says('call about price'),
  },
  {
    act: 'put a step off',
    by: async (hand) => {
      await hand.click('[data-act=more]');
      await hand.click('.step .buttons .chip:nth-child(2)');
    },
    until: () => says('Put off to'),
  },
  {
    act: 'complete a step',
    by: (hand) => hand.click('[data-act=complete]'),
    until: () => says('Done: call about price'),
  },
  {
    act: 'log what happened',
    before: quiet,
    by: async (hand) => {
      await hand.press('n');
      await hand.write('Wants 40 pairs');
      await hand.press('Enter');
    },
    until: () => says('Logged'),
  },
  {
    act: 'log what happened and what comes next',
    before: quiet,
    by: async (hand) => {
      await hand.press('n');
      await hand.write('Asked for the list');
      await hand.press('Tab');
      await hand.write('Fri 9:30 send the price list');
      await hand.press('Enter');
    },
    until: () => says('next step set'),
  },
  {
    act: 'put a step off',
    before: quiet,
    by: async (hand) => {
      await hand.press('a');
      await shows('.due [data-step]:focus');
      await hand.press('w');
    },
    until: () => says('Put off to'),
  },
  {
    act: 'complete a step',
    before: () => panel.press('Escape').then(() => gone('[data-state=today]')),
    by: async (hand) => {
      await hand.press('a');
      await shows('.due [data-step]:focus');
      await hand.press('x');
    },
    until: () => says('Done: send the price list'),
  },
  {
    act: 'take the last act back',
    before: () => panel.press('Escape').then(() => gone('[data-state=today]')),
    by: (hand) => hand.press('Escape'),
    until: () => shows('.step'),
  },
  {
    act: 'drop a step',
    before: quiet,
    by: async (hand) => {
      await hand.click('[data-act=more]');
      await shows('.step .buttons .chip:nth-child(4)');
      await hand.click('.step .buttons .chip:nth-child(4)');
    },
    until: () => says('Dropped: send the price list'),
  },
  {
    act: 'find a person and open them',
    before: quiet,
    by: async (hand) => {
      await hand.press('/');
      await hand.write('ana');
      await shows('[role=option]');
      await hand.press('Enter');
    },
    until: () => says('opened by you'),
  },
  {
    act: 'find a person and open them',
    by: async (hand) => {
      await hand.click('[data-act=search]');
      await hand.write('bo');
      await panel.waitFor(() => document.querySelectorAll('[role=option]').length === 1);
      await hand.click('[role=option]');
    },
    until: () => panel.waitFor(() => document.querySelector('.name')?.textContent === 'bo'),
  },
  { act: 'open the details', by: (hand) => hand.press('d'), until: () => shows('.details') },
  {
    act: 'open the details',
    before: () => panel.press('d').then(() => gone('.details')),
    by: (hand) => hand.click('[data-act=details]'),
    until: () => shows('.details'),
  },
  {
    act: 'start another lifecycle',
    before: () => panel.press('d').then(() => gone('.details')),
    by: async (hand) => {
      await hand.click('[data-act=details]');
      await hand.click('[data-lifecycle=whole-life]');
    },
    until: () => says('started'),
  },
  {
    act: 'see what is due',
    before: () => panel.press('d').then(() => gone('.details')),
    by: (hand) => hand.press('a'),
    until: () => shows('[data-state=today]'),
  },
  {
    act: 'see what is due',
    before: () => panel.press('Escape').then(() => gone('[data-state=today]')),
    by: (hand) => hand.click('[data-act=today]'),
    until: () => shows('[data-state=today]'),
  },
  {
    act: 'change the language',
    before: () => panel.press('Escape'),
    by: (hand) => hand.click('[data-act=language]'),
    until: () => says('全部保存'),
  },
  { act: 'change the language', by: (hand) => hand.click('[data-act=language]'), until: () => says('All saved') },
  {
    act: 'move the stage, with the focus in the page',
    before: async () => {
      await chatWith('bo@chat.example');
      await panel.waitFor(() => document.querySelector('.name')?.textContent === 'bo');
    },
    by: async (hand) => {
      await hand.pressElsewhere('Alt+Shift+S', () => browser.pressShortcut('arm-picker', page));
      await shows('.armed');
      await hand.pressElsewhere('2', () => page.keyboard.press('2'));
      await hand.pressElsewhere('Enter', () => page.keyboard.press('Enter'));
    },
    until: () => says('Moved to Lead'),
  },
  {
    act: 'open whom another function handed on',
    before: () => panel.press('4').then(() => shows('[data-state=handover]')),
    by: async (hand) => {
      await hand.press('a');
      await shows('.due [data-handover]:focus');
      await hand.press('o');
    },
    until: () => shows('[data-state=handover]'),
  },
  {
    act: 'open whom another function handed on',
    by: async (hand) => {
      await hand.click('[data-act=today]');
      await shows('[data-handover]');
      await hand.click('[data-handover]');
    },
    until: () => shows('[data-state=handover]'),
  },
  {
    act: 'take over whom another function handed on',
    by: (hand) => hand.press('o'),
    until: () => says('Yours now'),
  },
  {
    act: 'take over whom another function handed on',
    before: () => panel.press('Escape').then(() => shows('[data-state=handover]')),
    by: (hand) => hand.click('[data-act=take-over]'),
    until: () => says('Yours now'),
  },
  {
    act: 'say that it is somebody there is',
    before: () =>
      chatWith('cai@chat.example')
        .then(() => says('cai@chat.example'))
        .then(() => shows('[data-state=new]')),
    by: async (hand) => {
      await hand.click('[data-act=tie]');
      await panel.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.select());
      await hand.write('ana');
      await panel.waitFor(() => document.querySelectorAll('[role=option]').length === 1);
      await hand.click('[role=option]');
    },
    until: () => says('Remembered as'),
  },
  {
    act: 'ignore somebody on this device',
    before: () =>
      chatWith('dana@chat.example')
        .then(() => says('dana@chat.example'))
        .then(() => shows('[data-state=new]')),
    by: (hand) => hand.click('[data-act=ignore]'),
    until: () => shows('[data-state=ignored]'),
  },
  {
    act: 'look up only when asked',
    before: () => panel.click('[data-act=stop-ignoring]').then(() => shows('[data-state=new]')),
    by: (hand) => hand.click('[data-act=look-up-switch]'),
    until: () => says('automatically'),
  },
];

describe('a rep’s common acts', () => {
  it.each(DAY.map((way, nth) => ({ ...way, nth: nth + 1 })))('$nth $act', async ({ act, before, by, until }) => {
    await before?.();
    const { hand, counted } = countingHand(panel);
    await by(hand);
    const row = counted(act);
    await until();
    rows.push(row);
    for (const key of await panel.evaluate<string[]>('chrome.storage.local.get().then(Object.keys)'))
      leftOnDevice.add(key);
    expect(row, `${act}: at most ${MOST_CLICKS} clicks or ${MOST_KEYS} keys`).toSatisfy(isLight);
  });

  it('are told in the panel’s README as they were counted', () => {
    const table = actTable(rows);
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, 'acts.md'), `${table}\n`);
    const told = readFileSync(join(ROOT, 'packages/panel/README.md'), 'utf8');
    expect(told, 'the table of test/results/acts.md belongs into packages/panel/README.md').toContain(table);
  });

  it('complained of nothing', () => {
    expect(panel.errors).toEqual([]);
  });
});

describe('meanwhile', () => {
  it('nothing was kept on the device but what the privacy text names', async () => {
    const text = readFileSync(join(ROOT, 'extension/store/privacy.en.md'), 'utf8');
    expect(leftOnDevice.size).toBeGreaterThan(3);
    for (const key of leftOnDevice) expect(text).toContain(`| \`${key}\` |`);
  });

  it('signing out leaves nothing of the customers', async () => {
    // Asked once more: it takes a new code to come back.
    await panel.click('[data-act=sign-out]');
    await panel.click('[data-act=sign-out]');
    await panel.waitFor('input[name=code]');
    const left = await panel.evaluate<Record<string, unknown>>('chrome.storage.local.get()');
    const text = JSON.stringify(left);
    for (const one of ['@chat.example', 'Wants', 'price']) expect(text).not.toContain(one);
    expect(Object.keys(left)).not.toContain('panel:session');
  });

  it('the extension asked its own server and nobody else, and had the page ask nobody', async () => {
    await browser.close();
    const own = `chrome-extension://${browser.extensionId}`;
    const requests = await requestsIn(netLog);
    const asked = requests.filter((one) => one.initiator === own).map((one) => new URL(one.url).origin);
    expect(asked.length).toBeGreaterThan(20);
    expect([...new Set(asked)]).toEqual([server.url]);
    const { origin } = new URL(chat.url);
    // A content script's requests are the page's in the browser's eyes; the page itself has an icon at most.
    const ofPage = requests.filter((one) => one.initiator === origin).map((one) => new URL(one.url).pathname);
    expect(ofPage.filter((path) => path !== '/favicon.ico')).toEqual([]);
    rmSync(netLog);
  });
});
