// The playbook in the panel, in a real browser against a real API: the scripts of a stage, filled, and what becomes of them.
import { describe, expect, it } from 'vitest';
import type { Gallery } from '../support/gallery/gallery.ts';
import { eachWithAHouse, house, openSignedIn, panel, toastSays } from '../support/gallery/panel-suite.ts';
import { directMail } from '../support/gallery/readings.ts';

const ZHANG = directMail('Zhang Wei', 'zhang.wei@lumen.example');
const LI = directMail('李娜', 'li.na@mingshi.example');

eachWithAHouse();

const PLACE = { lifecycle: 'seven-stage', stage: 'subscriber' };
async function write(title: string, text: string, more: Record<string, unknown> = {}) {
  const made = await house.call('POST', '/v1/scripts', { ...PLACE, locale: 'en', title, text, ...more });
  expect(made.status, made.text).toBe(201);
}

/** The panel beside a mail of somebody known, with three scripts for the stage they are in. */
async function beside(options: Parameters<typeof openSignedIn>[0] = {}, company: string | null = null) {
  for (const [display_name, handle] of [
    ['Zhang Wei', 'zhang.wei@lumen.example'],
    ['李娜', 'li.na@mingshi.example'],
  ])
    await house.call('POST', '/v1/contacts', { display_name, company, identities: [{ channel: 'email', handle }] });
  await write('First answer', 'Hello {name},\n{me} here. May I send you the price list?');
  await write('Offer', 'Dear {name}, an offer for {company} as of {today}.');
  await write('初次问候', '{name}您好，我是{me}。', { locale: 'zh-CN' });
  await openSignedIn(options);
  await panel.open(ZHANG);
  await panel.page.waitForSelector('[data-state=contact]');
}
const press = (key: string) => panel.page.keyboard.press(key);
const shown = () => panel.page.textContent('.script-text');
const page = <T>(read: (gallery: Gallery) => T) => panel.page.evaluate(`(${read})(gallery)`) as Promise<T>;
const willBe = (why: string) =>
  panel.page.evaluate((it) => {
    globalThis.gallery.insertion = { status: 'not-inserted', why: it as 'refused' };
  }, why);

describe('the playbook', () => {
  it('opens by p, shows goal, do, don’t and the scripts filled, and Enter inserts the first: three keystrokes at most', async () => {
    await beside();
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    const told = await panel.page.textContent('.playbook');
    for (const part of ['Be worth following', 'Share useful things', 'Do not send offers'])
      expect(told).toContain(part);
    expect(await shown()).toBe('Hello Zhang Wei,\nLin Hao here. May I send you the price list?');
    await panel.screenshot('playbook');
    await press('Enter');
    await toastSays('Inserted. Nothing was sent.');
    expect(await page((it) => it.inserted)).toEqual(['Hello Zhang Wei,\nLin Hao here. May I send you the price list?']);
    // Done with: a second Enter does nothing more.
    await panel.page.waitForSelector('[data-script]', { state: 'detached' });
    await press('Enter');
    expect(await page((it) => it.inserted.length)).toBe(1);
  });

  it('chooses by a digit or by letters, the rep’s own language first', async () => {
    await beside();
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    await press('3');
    expect(await shown()).toBe('Zhang Wei您好，我是Lin Hao。');
    await panel.page.keyboard.type('price');
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-script]').length === 1);
    expect(await shown()).toContain('May I send you the price list?');
    await panel.page.keyboard.type(' of nothing');
    await panel.page.waitForFunction(() => document.body.textContent?.includes('No script matches.'));
    await press('Escape');
    await panel.page.waitForSelector('input[name=script]', { state: 'detached' });
  });

  it('asks for what is not known and uses nothing with a gap in it', async () => {
    await beside();
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    await press('2');
    expect(await panel.page.textContent('.missing')).toBe('company');
    await panel.screenshot('playbook-missing');
    await press('Enter');
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('say-company');
    await press('Enter');
    expect(await page((it) => it.inserted)).toEqual([]);
    await panel.page.keyboard.type('Lumen');
    await press('Enter');
    await toastSays('Inserted');
    const [text] = await page((it) => it.inserted);
    expect(text).toBe('Dear Zhang Wei, an offer for Lumen as of November 21, 2026.');
  });

  it.each([
    ['no-composer', 'Copied instead, because no reply is open on the page.'],
    ['several-composers', 'Copied instead, because more than one reply is open'],
    ['refused', 'Copied instead, because the page’s editor did not take it.'],
    ['unreachable', 'Copied instead, because the page could not be reached.'],
  ])('copies instead and says why (%s)', async (why, said) => {
    await beside();
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    await willBe(why);
    await press('Enter');
    await toastSays(said);
    expect(await page((it) => it.copied)).toEqual(['Hello Zhang Wei,\nLin Hao here. May I send you the price list?']);
  });

  it.each([
    ['moved-on', 'Nothing was inserted'],
    ['uncertain', 'Check the page'],
  ])('says what happened and copies nothing where a copy would help nobody (%s)', async (why, said) => {
    await beside();
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    await willBe(why);
    await press('Enter');
    await toastSays(said);
    expect(await page((it) => it.copied)).toEqual([]);
  });

  it('closes with the conversation, so that no text filled for one person is used for the next', async () => {
    await beside();
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    await panel.open(LI);
    await panel.page.waitForFunction(() => document.querySelector('.name')?.textContent === '李娜');
    expect(await panel.page.isVisible('[data-script]')).toBe(false);
    await press('Enter');
    expect(await page((it) => it.inserted)).toEqual([]);
  });

  it('only copies for somebody found by search, who is not in the open conversation', async () => {
    await beside();
    await press('/');
    await panel.page.keyboard.type('李娜');
    await panel.page.waitForSelector('[role=option]');
    await press('Enter');
    await panel.page.waitForFunction(() => document.querySelector('.name')?.textContent === '李娜');
    await panel.page.click('.playbook summary');
    await panel.page.waitForSelector('[data-script]');
    await panel.page.click('[data-act=use-script]');
    await toastSays('Copied');
    expect([await page((it) => it.inserted.length), await page((it) => it.copied.length)]).toEqual([0, 1]);
  });

  it('says so where nothing is written yet, in Chinese and in the dark too', async () => {
    await beside({ locale: 'zh-CN', dark: true });
    await press('p');
    await panel.page.waitForSelector('[data-script]');
    expect(await shown()).toBe('Zhang Wei您好，我是Lin Hao。');
    await panel.screenshot('playbook-zh-dark');
    await press('Escape');
    await press('2');
    await toastSays('');
    await panel.page.waitForFunction(
      () => document.querySelector('.stage-name')?.getAttribute('data-stage') === 'lead',
    );
    await press('p');
    await panel.page.waitForFunction(() => document.body.textContent?.includes('这个阶段还没有话术'));
  });
});
