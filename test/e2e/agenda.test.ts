// The life of a follow-up in the panel: said in one line, asked where the line means two times, coming back, done and put off
// by the keyboard. In a real browser against a real API.
import { parseFollowUpLine } from '@sidestage/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachWithAHouse, house, openSignedIn, panel, toastSays } from '../support/gallery/panel-suite.ts';
import { directMail, nothingOpen } from '../support/gallery/readings.ts';

const ZHANG = directMail('Zhang Wei', 'zhang.wei@lumen.example');
const ZONE = 'Asia/Shanghai';

let zhang: { id: string };

eachWithAHouse();
beforeEach(async () => {
  const identities = [{ channel: 'email', handle: 'zhang.wei@lumen.example' }];
  zhang = (await house.call('POST', '/v1/contacts', { display_name: 'Zhang Wei', identities })).body;
});

async function open(locale = 'en'): Promise<void> {
  await openSignedIn({ locale });
  await panel.open(ZHANG);
  await panel.page.waitForSelector('[data-state=contact]');
}
const steps = async (): Promise<{ title: string; due: { local: string }; repeat: object | null; status: string }[]> =>
  (await house.call('GET', `/v1/follow-ups?contact_id=${zhang.id}`)).body.data;

describe('one line', () => {
  it('is read on the device: nothing is sent before Enter, and one request after it', async () => {
    await open();
    const { page } = panel;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.keyboard.press('f');
    await page.keyboard.type('next Fri 10 call about price');
    await page.waitForFunction(() => document.querySelector('#next-read')?.textContent?.includes('10:00'));
    expect(sent).toEqual([]);
    await page.keyboard.press('Enter');
    await toastSays('Next step: call about price');
    expect(sent.filter((one) => one.startsWith('POST'))).toEqual(['POST /v1/follow-ups']);
    expect((await steps()).map((one) => one.title)).toEqual(['call about price']);
  });

  it('that means two days is asked, by the keyboard too, and saved as the rep said', async () => {
    await open();
    const { page } = panel;
    const now = await page.evaluate(() => Date.now());
    const { choices } = parseFollowUpLine('12/5 call', { now, zone: ZONE, locale: 'en' });
    await page.keyboard.press('f');
    await page.keyboard.type('12/5 call');
    await page.waitForSelector('[data-act=choose]');
    await panel.screenshot('next-which');
    await page.keyboard.press('Enter');
    expect(await steps()).toEqual([]);
    // Enter leads to the sooner one; the other is one step further.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('09:00');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await toastSays('Next step: call');
    expect((await steps()).map((one) => one.due.local)).toEqual([choices[1]?.local]);
  });

  it('that comes back says so before and after, and the next one is there once this one is done', async () => {
    await open('zh-CN');
    const { page } = panel;
    await page.keyboard.press('f');
    await page.keyboard.type('每周一上午10点跟进');
    await page.waitForFunction(() => document.querySelector('#next-read')?.textContent?.includes('每周'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.steps')?.textContent?.includes('每周'));
    const [first] = await steps();
    expect(first).toMatchObject({ title: '跟进', repeat: { unit: 'week', interval: 1, day: null, until: null } });
    await page.click('[data-act=complete]');
    await toastSays('已完成');
    await page.waitForSelector('.steps .step');
    const [next, ...more] = await steps();
    expect(more).toEqual([]);
    expect((next?.due.local ?? '') > (first?.due.local ?? '')).toBe(true);
  });
});

describe('the agenda', () => {
  const agenda = async (bucket: string, id: string) =>
    (await house.call('GET', `/v1/follow-ups?assignee=${id}&bucket=${bucket}`)).body.data.map(
      (one: { title: string }) => one.title,
    );

  it('is gone through, done, put off and taken back by the keyboard alone', async () => {
    await open();
    const { page } = panel;
    const { data } = (await house.call('GET', '/v1/staff')).body;
    const me = data.find((one: { name: string }) => one.name === 'Lin Hao').id;
    for (const [title, local] of [
      ['Send the quote', '2026-11-20T15:00'],
      ['Call about delivery', '2026-11-20T16:00'],
      ['Ask for a referral', '2026-11-20T17:00'],
    ])
      await house.call('POST', '/v1/follow-ups', {
        contact_id: zhang.id,
        title,
        due: { local, zone: ZONE },
        assignee_id: me,
      });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForFunction(() => document.querySelector('[data-act=today]')?.textContent?.includes('3'));
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Send the quote'));
    await panel.screenshot('agenda');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Call about delivery');
    await page.keyboard.press('x');
    await toastSays('Done: Call about delivery');
    expect(await focused()).toContain('Ask for a referral');
    expect(await agenda('overdue', me)).toEqual(['Send the quote', 'Ask for a referral']);
    await page.keyboard.press('u');
    await toastSays('Taken back');
    await page.waitForFunction(() => document.querySelectorAll('.due [data-step]').length === 3);
    await page.keyboard.press('s');
    await toastSays('Put off to');
    expect(await agenda('overdue', me)).toEqual(['Send the quote', 'Call about delivery']);
    await page.keyboard.press('u');
    await toastSays('Taken back');
    expect(await agenda('overdue', me)).toEqual(['Send the quote', 'Call about delivery', 'Ask for a referral']);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-state=contact]');
  });

  const handed = async (name: string, email: string, from: string, to: string) => {
    const identities = [{ channel: 'email', handle: email }];
    const stages = { 'seven-stage': from };
    const { id } = (await house.call('POST', '/v1/contacts', { display_name: name, identities, stages })).body;
    await house.call('POST', `/v1/contacts/${id}/transitions`, { to });
    return id as string;
  };
  const listed = () => panel.page.$$eval('.due [data-handover]', (all) => all.map((one) => one.textContent));

  it('lists whom another function handed to the rep’s own, longest waiting first; o opens them, and taken over they leave it', async () => {
    const zhao = await handed('赵敏', 'zhao.min@mingshi.example', 'mql', 'sql');
    house.clock.advance(2 * 3_600_000);
    await handed('Tom Hale', 'tom.hale@hale.example', 'mql', 'sql');
    // Handed to service, which is not the rep's function.
    await handed('Ana Costa', 'ana@costa.example', 'opportunity', 'customer');
    await openSignedIn({ clock: house.clock.now() });
    await panel.open(nothingOpen);
    const { page } = panel;
    await page.waitForSelector('[data-handover]');
    expect(await listed()).toEqual(['赵敏2 h agofrom marketing', 'Tom Halejust nowfrom marketing']);
    expect(await page.textContent('.due h2')).toBe('Handed to you');
    // Counted with what is due, at the foot and on the toolbar button.
    expect(await page.textContent('[data-act=today] b')).toBe('2');
    expect(await page.evaluate(() => globalThis.gallery.badge)).toBe(2);
    await panel.screenshot('agenda-handed');
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('赵敏'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('o');
    await page.waitForSelector(`[data-contact=${zhao}] [data-state=handover]`);
    await page.keyboard.press('o');
    await toastSays('Yours now');
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.querySelectorAll('.due [data-handover]').length === 1);
    // Esc takes the focus out of the list; what was answered is open again and stands there again.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await toastSays('Taken back');
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.querySelectorAll('.due [data-handover]').length === 2);
    await page.click('[data-act=language]');
    expect(await page.textContent('.due h2')).toBe('移交给你');
    expect((await listed())[0]).toBe('赵敏2 小时前来自市场');
  });

  it('stays on the screen when the server is away, says so there and in the top bar, and is true again once it is back', async () => {
    await handed('赵敏', 'zhao.min@mingshi.example', 'mql', 'sql');
    await openSignedIn();
    await panel.open(nothingOpen);
    const { page } = panel;
    await page.waitForSelector('[data-handover]');
    panel.offline = true;
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.querySelector('.due')?.textContent?.includes('did not say what is due'));
    expect(await listed()).toHaveLength(1);
    expect(await page.textContent('.origin')).toContain('offline');
    const second = await handed('Tom Hale', 'tom.hale@hale.example', 'mql', 'sql');
    panel.offline = false;
    await page.click('.due .link');
    await page.waitForFunction(() => document.querySelectorAll('[data-handover]').length === 2);
    expect(await page.textContent('.due')).not.toContain('did not say');
    expect(await page.textContent('.origin')).not.toContain('offline');
    // Whoever could not be looked up meanwhile is shown as soon as anything is answered again.
    panel.offline = true;
    await panel.open(directMail('Tom Hale', 'tom.hale@hale.example'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('[data-state=failed-unreachable]');
    panel.offline = false;
    await page.keyboard.press('/');
    await page.keyboard.type('tom');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Escape');
    await page.waitForSelector(`[data-contact=${second}]`);
  });

  it('shows nothing of handovers where there are none', async () => {
    await openSignedIn();
    await panel.open(nothingOpen);
    await panel.page.waitForSelector('.due');
    expect(await listed()).toEqual([]);
    expect(await panel.page.textContent('.due')).not.toContain('Handed');
  });

  it('offers the step a grade asks for where none is planned, in one click', async () => {
    await house.call('POST', `/v1/contacts/${zhang.id}/tags`, { add: ['grade-a'], remove: [] });
    await open();
    await panel.page.waitForSelector('[data-act=cadence]');
    await panel.screenshot('next-missing');
    await panel.page.click('[data-act=cadence]');
    await toastSays('Next step: Keep in touch');
    expect((await steps()).map((one) => one.title)).toEqual(['Keep in touch']);
  });
});
