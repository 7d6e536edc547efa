// Every state of the panel for everybody: both languages, both themes, forced colours, large text, no mouse, no eyes.
// axe runs on each state; what axe cannot see (reflow, focus, what is announced, motion) is looked at here.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  buildHouse,
  closeAll,
  house,
  oneBrowser,
  openSignedOut,
  panel,
  signIn,
  toastSays,
} from '../support/gallery/panel-suite.ts';
import { directMail } from '../support/gallery/readings.ts';
import { LONG, people, SCENES } from '../support/gallery/scenes.ts';
import { clippedIn, focusNow, listenToAnnouncements, motionIn, tabStops } from '../support/gallery/senses.ts';

oneBrowser();

async function open() {
  await buildHouse();
  const one = await people(house);
  await openSignedOut({ clock: house.clock.now() });
  return one;
}
const close = () => closeAll();

describe('every state', () => {
  beforeAll(() => open());
  afterAll(close);

  it.each(SCENES)(
    '$name: in both languages and themes, at 320 pixels and at 200 %, nothing is lost and axe finds nothing',
    async (scene) => {
      const { page } = panel;
      if (scene.signedOut !== true && (await page.$('input[name=code]')) !== null) await signIn();
      await scene.show(panel, house);
      const faults: string[] = [];
      for (const locale of ['en', 'zh-CN']) {
        for (const [colorScheme, width] of [
          ['light', 380],
          ['dark', 380],
          ['light', 320],
          ['light', 190],
        ] as const) {
          await page.emulateMedia({ colorScheme });
          // A panel of 380 pixels at 200 % has 190 to lay itself out in.
          await page.setViewportSize({ width, height: width === 190 ? 430 : 860 });
          const where = `${scene.name}, ${locale}, ${colorScheme}, ${width}`;
          if (width === 380) faults.push(...(await panel.accessibilityFaults()).map((one) => `${where}: ${one}`));
          faults.push(...(await page.evaluate(clippedIn)).map((one) => `${where}: ${one}`));
          faults.push(...(await page.evaluate(motionIn)).map((one) => `${where}: moves: ${one}`));
        }
        expect(await page.getAttribute('.panel', 'lang')).toBe(locale);
        // The language changes where the rep is: nothing is closed, nothing typed is lost.
        await page.setViewportSize({ width: 380, height: 860 });
        await page.click('[data-act=language]');
      }
      expect(faults).toEqual([]);
    },
  );
});

describe('a person', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await open());
    await signIn();
    await panel.open(LONG);
    await panel.page.waitForSelector('[data-state=contact]');
  });
  afterEach(close);

  const stage = async (of = id) => (await house.call('GET', `/v1/contacts/${of}`)).body.stages[0].stage as string;

  it('is told to ears: moves, what is taken back, what is asked, what was refused, what waits, what is armed', async () => {
    const { page } = panel;
    await page.evaluate(listenToAnnouncements);
    const heard = (text: string) =>
      page.waitForFunction(
        (it) => (globalThis as unknown as { announced: string[] }).announced.some((one) => one.includes(it)),
        text,
        { timeout: 5_000 },
      );
    await page.keyboard.press('4');
    await heard('Moved to SQL');
    await page.keyboard.press('Escape');
    await heard('Taken back');
    await page.keyboard.press('1');
    await heard('Why move to Subscriber?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('7');
    await heard('Not to Evangelist');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.keyboard.type('tomorrow 10:00 call');
    await heard('Tomorrow 10:00');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      globalThis.gallery.picker?.pressed();
      globalThis.gallery.picker?.ready();
    });
    await heard('Press 1 to 7 in the page');
    await page.evaluate(() => globalThis.gallery.picker?.key('Escape'));
    panel.offline = true;
    await page.keyboard.press('4');
    await heard('sent when the server can be reached');
    panel.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await heard('All saved');
    await page.keyboard.press('/');
    await page.keyboard.type('qqqq');
    await heard('Nobody matches');
  });

  it('is gone through by Tab alone: every control once, in the order of the page, each seen to have the focus', async () => {
    const { page } = panel;
    const expected = await page.evaluate(tabStops);
    expect(expected.length).toBeGreaterThan(15);
    // From the top of the panel.
    await page.click('.origin');
    const reached: string[] = [];
    const unseen: string[] = [];
    for (const _ of expected) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate(focusNow);
      reached.push(now?.name ?? 'nothing');
      if (now?.isSeen !== true) unseen.push(now?.name ?? 'nothing');
      // The line of what happened opens when it is entered; it is left as it was found.
      if (now?.name === 'TEXTAREA log') break;
    }
    expect(reached).toEqual(expected.slice(0, reached.length));
    expect(reached.length).toBeGreaterThan(15);
    expect(unseen).toEqual([]);
  });

  it('is worked on by keys without the focus ever being lost: what had it goes, the part around it takes it', async () => {
    const { page } = panel;
    const focused = () => page.evaluate(() => document.activeElement?.closest('#panel')?.id ?? 'lost');
    const pressOn = async (selector: string, key = 'Enter') => {
      await page.focus(selector);
      await page.keyboard.press(key);
    };
    await pressOn('[data-tag=grade-a]');
    await page.waitForSelector('[data-tag=grade-a]', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('tags');
    await pressOn('[data-act=complete]');
    await page.waitForSelector('[data-step]', { state: 'detached' });
    expect(await focused()).toBe('panel');
    await pressOn('.rail [data-stage=lead]');
    await page.waitForSelector('[data-state=reason]');
    await pressOn('[data-reason]');
    await toastSays('Moved to Lead');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('stage');
    await pressOn('[data-act=undo]');
    await toastSays('Taken back');
    expect(await focused()).toBe('panel');
    // Where the part took the focus, the keys are the panel's as before.
    await page.keyboard.press('4');
    await toastSays('Moved to SQL');
    await panel.open(directMail('New Person', 'new.person@lumen.example'));
    await page.waitForSelector('[data-state=new]');
    await pressOn('[data-act=create]');
    await page.waitForSelector('[data-state=contact]');
    expect(await focused()).toBe('panel');
  });

  it('is not moved by the rest of a sentence whose field went with somebody else', async () => {
    const other = (
      await house.call('POST', '/v1/contacts', {
        display_name: '李娜',
        identities: [{ channel: 'email', handle: 'li.na@mingshi.example' }],
      })
    ).body as { id: string };
    const { page } = panel;
    await page.keyboard.press('f');
    await page.keyboard.type('call at ');
    await panel.open(directMail('李娜', 'li.na@mingshi.example'));
    await page.waitForSelector(`[data-contact="${other.id}"]`);
    await page.keyboard.type('2 pm');
    expect(await stage(other.id)).toBe('subscriber');
    expect(await page.$('.picker')).toBeNull();
    // After a pause a key is a key again.
    await page.clock.setFixedTime(house.clock.now() + 60_000);
    await page.waitForTimeout(1_100);
    await page.keyboard.press('2');
    await toastSays('Moved to Lead');
  });

  it('keeps its signs in forced colours: the present stage, the chosen option, the field that has the focus', async () => {
    const { page } = panel;
    await page.emulateMedia({ forcedColors: 'active' });
    const look = (selector: string, of: 'backgroundColor' | 'outlineStyle') =>
      page.evaluate(
        ([it = '', what = '']) => {
          const element = document.querySelector(it);
          return element === null ? 'nothing' : getComputedStyle(element)[what as 'outlineStyle'];
        },
        [selector, of],
      );
    expect(await look('.cell-current b', 'backgroundColor')).not.toBe(await look('.cell-next b', 'backgroundColor'));
    await page.keyboard.press('f');
    expect(await look('input[name=next]', 'outlineStyle')).toBe('solid');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.waitForSelector('.option');
    expect(await look('.option[aria-selected=true]', 'backgroundColor')).not.toBe(
      await look('.option[aria-selected=false]', 'backgroundColor'),
    );
    await panel.screenshot('forced-colours');
  });

  it('has dates and numbers as the language writes them, changed in place', async () => {
    const { page } = panel;
    const history = () => page.textContent('.timeline');
    expect(await history()).toContain('21 Nov');
    await page.click('[data-act=language]');
    await page.waitForFunction(() => document.querySelector('.panel')?.getAttribute('lang') === 'zh-CN');
    expect(await history()).toContain('11月21日');
    expect(await page.getAttribute('.timeline time', 'title')).toContain('2026年11月');
  });
});

describe('motion', () => {
  it('is there for those who did not ask for less, and then only', async () => {
    await open();
    try {
      await signIn();
      await panel.open('loading');
      await panel.page.waitForSelector('[data-state=loading]');
      expect(await panel.page.evaluate(motionIn)).toEqual([]);
      await panel.page.emulateMedia({ reducedMotion: 'no-preference' });
      expect((await panel.page.evaluate(motionIn)).length).toBeGreaterThan(0);
    } finally {
      await close();
    }
  });
});
