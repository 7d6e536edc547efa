// Finding a person: what was searched for is marked, a search without an answer is asked again, and before anything is typed
// whoever was open last is offered. A real browser against a real API.
import { describe, expect, it } from 'vitest';
import { eachWithAHouse, house, openSignedIn, panel, shows } from '../support/gallery/panel-suite.ts';
import { directMail, nothingOpen } from '../support/gallery/readings.ts';
import { made } from '../support/gallery/somebody.ts';

eachWithAHouse();

const names = () => panel.page.$$eval('[role=option] strong', (all) => all.map((one) => one.textContent));
const lists = (wanted: string[]) =>
  panel.page.waitForFunction(
    (it) => [...document.querySelectorAll('[role=option] strong')].map((one) => one.textContent).join() === it,
    wanted.join(),
    { timeout: 5_000 },
  );
const kept = () => panel.page.evaluate(() => globalThis.gallery.kept().recent as string[] | undefined);
async function openMailOf(name: string, address: string) {
  await panel.open(directMail(name, address));
  await panel.page.waitForFunction((it) => document.querySelector('.name')?.textContent === it, name);
}

describe('a search', () => {
  it('marks what was searched for, and shows the address that was meant where there are several', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example', { company: 'Lumen Optics' });
    await house.call('POST', `/v1/contacts/${zhang.id}/identities`, { channel: 'phone', handle: '+8613800138000' });
    await openSignedIn();
    await panel.page.keyboard.press('/');
    await panel.page.keyboard.type('wei');
    await lists(['Zhang Wei']);
    const marks = () => panel.page.$$eval('[role=option] mark', (all) => all.map((one) => one.textContent));
    expect(await marks()).toEqual(['Wei', 'wei']);
    await panel.screenshot('search-marked');
    await panel.page.fill('[data-state=search] input', '+86138');
    await panel.page.waitForFunction(() => document.querySelector('[role=option] mark')?.textContent?.includes('138'));
  });

  it('without an answer says so, and is asked again by the button, by Enter, and by itself once the server is back', async () => {
    await made('Zhang Wei', 'zhang.wei@lumen.example');
    await openSignedIn();
    await openMailOf('Zhang Wei', 'zhang.wei@lumen.example');
    const { page } = panel;
    await page.keyboard.press('/');
    const fails = async (q: string) => {
      panel.offline = true;
      await page.fill('[data-state=search] input', q);
      await shows('[data-act=search-again]');
      panel.offline = false;
    };
    await fails('zhang');
    await panel.screenshot('search-failed');
    expect(await panel.accessibilityFaults()).toEqual([]);
    await page.click('[data-act=search-again]');
    await lists(['Zhang Wei']);
    await fails('zhan');
    await page.press('[data-state=search] input', 'Enter');
    await lists(['Zhang Wei']);
    expect(await page.$('[data-act=search-again]')).toBeNull();
    await fails('zha');
    // Anything that is answered tells that the server is back.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await lists(['Zhang Wei']);
  });
});

describe('before anything is typed', () => {
  it('the people opened last are offered, newest first, without the one who is open; Enter opens the one before', async () => {
    const ids: string[] = [];
    for (const [name, address] of [
      ['Ada One', 'ada@one.example'],
      ['Bo Two', 'bo@two.example'],
      ['Chen Three', 'chen@three.example'],
    ] as const)
      ids.push((await made(name, address)).id);
    const [ada, bo, chen] = ids;
    await openSignedIn({ locale: 'en' });
    const { page } = panel;
    await page.keyboard.press('/');
    expect(await names()).toEqual([]);
    await page.keyboard.press('Escape');
    await openMailOf('Ada One', 'ada@one.example');
    await openMailOf('Bo Two', 'bo@two.example');
    await openMailOf('Chen Three', 'chen@three.example');
    await page.keyboard.press('/');
    await lists(['Bo Two', 'Ada One']);
    expect(await page.textContent('.search')).toContain('Opened last');
    await panel.screenshot('search-recent');
    expect(await panel.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.name')?.textContent === 'Bo Two');
    expect(await kept()).toEqual([bo, chen, ada]);
    // Who is not there any more is not offered.
    await house.call('DELETE', `/v1/contacts/${chen}`, undefined, { 'if-match': '*' });
    await page.keyboard.press('/');
    await lists(['Ada One']);
  });

  it('nobody is offered whom the rep ignores, and nothing of it outlives the sign-out', async () => {
    await made('Ada One', 'ada@one.example');
    await openSignedIn();
    const { page } = panel;
    await panel.open(directMail('Private Person', 'person@private.example'));
    await page.click('[data-act=ignore]');
    await shows('[data-state=ignored]');
    // Made a contact by a colleague, and opened by the rep on purpose: still not kept.
    await made('Private Person', 'person@private.example');
    await openMailOf('Ada One', 'ada@one.example');
    await page.keyboard.press('/');
    await page.keyboard.type('private');
    await lists(['Private Person']);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.name')?.textContent === 'Private Person');
    await panel.open(nothingOpen);
    await page.keyboard.press('/');
    await lists(['Ada One']);
    expect(await kept()).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.click('[data-act=sign-out]');
    await page.click('[data-act=sign-out]');
    await shows('input[name=code]');
    await page.waitForFunction(() => globalThis.gallery.kept().recent === undefined);
  });
});
