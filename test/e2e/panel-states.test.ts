// Every state of the panel, in a real browser against a real API: what it says, what it lets the rep do, how it looks.
// Each state is photographed in both themes' and both languages' most telling places; the pictures are looked at by people.
import { describe, expect, it } from 'vitest';
import { codeFor } from '../support/gallery/open-gallery.ts';
import {
  eachWithAHouse,
  house,
  openSignedIn,
  openSignedOut,
  panel,
  shows,
  toastSays,
} from '../support/gallery/panel-suite.ts';
import { directMail, groupChat, nameOnlyChat, nothingOpen } from '../support/gallery/readings.ts';
import { LI, made, withHistory, ZHANG } from '../support/gallery/somebody.ts';

eachWithAHouse();

const due = (local: string) => ({ local, zone: 'Asia/Shanghai' });

describe('signing in', () => {
  it('asks for the server and a code, and says in one sentence why a code is refused', async () => {
    await openSignedOut();
    await panel.screenshot('connect');
    const { page } = panel;
    const say = async (server: string, code: string) => {
      await page.fill('input[name=server]', server);
      await page.fill('input[name=code]', code);
      await page.press('input[name=code]', 'Enter');
      await page.waitForFunction(() => document.querySelector('[type=submit]:not([disabled])') !== null);
      return page.textContent('[role=alert]');
    };
    expect(await say('http://crm.example.com', 'x')).toContain('Use the https address');
    expect(await say('not an address', 'x')).toContain('not an address');
    expect(await say('127.0.0.1:8787', ' ')).toContain('Type the invitation code');
    expect(await say('127.0.0.1:8787', 'wrong')).toContain('not known');
    panel.offline = true;
    expect(await say('127.0.0.1:8787', 'wrong')).toContain('No answer from http://127.0.0.1:8787');
    panel.offline = false;
    const code = await codeFor(house, 'Lin Hao');
    await panel.signIn(code);
    await panel.screenshot('empty-workspace');
    await page.getByText('Nobody here yet').waitFor();
    // One slip does not sign out: coming back takes a new code.
    await page.click('[data-act=sign-out]');
    expect(await page.textContent('[data-act=sign-out]')).toContain('takes a new code');
    await page.focus('[data-act=today]');
    expect(await page.textContent('[data-act=sign-out]')).toBe('Sign out');
    await page.click('[data-act=sign-out]');
    await page.click('[data-act=sign-out]');
    expect(await say('127.0.0.1:8787', code)).toContain('has been used');
    await panel.screenshot('signed-out');
  });

  it('says that the account was switched off, and keeps nothing of the customers', async () => {
    await openSignedIn();
    await panel.open(ZHANG);
    await shows('[data-state=new]');
    const staff = (await house.call('GET', '/v1/staff')).body.data.find(
      (one: { name: string }) => one.name === 'Lin Hao',
    );
    await house.call('PATCH', `/v1/staff/${staff.id}`, { active: false });
    await panel.page.click('[data-act=create]');
    await shows('input[name=code]');
    expect(await panel.page.textContent('.body')).toContain('Your account was switched off');
    await panel.screenshot('session-ended');
  });
});

describe('no conversation', () => {
  it('shows what is due and finds people by the keyboard alone', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example', { company: 'Lumen Optics' });
    await made('Zhang Min', 'zhang.min@lumen.example');
    await openSignedIn();
    const me = (await house.call('GET', '/v1/staff')).body.data.find((one: { name: string }) => one.name === 'Lin Hao');
    for (const [title, local] of [
      ['Send framed-lens quote', '2026-11-20T15:00'],
      ['Call about delivery', '2026-11-21T23:00'],
      ['Ask for a referral', '2026-11-25T10:00'],
    ] as const)
      await house.call('POST', '/v1/follow-ups', { contact_id: zhang.id, title, due: due(local), assignee_id: me.id });
    const { page } = panel;
    await panel.open(nothingOpen);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForFunction(() => document.body.textContent?.includes('Overdue'));
    expect(await page.textContent('[data-act=today]')).toContain('2');
    await panel.screenshot('nobody-open');
    await page.keyboard.press('/');
    await shows('[data-state=search]');
    await page.keyboard.type('zhang');
    await page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 2);
    // Two of a name are told apart by where they stand.
    await page.waitForFunction(() => document.querySelector('[role=option] .row-side')?.textContent === 'Subscriber');
    await panel.screenshot('search');
    await page.keyboard.press('ArrowDown');
    const wanted = await page.textContent('[role=option][aria-selected=true] strong');
    await page.keyboard.press('Enter');
    await shows('[data-state=contact]');
    expect(await page.textContent('.name')).toBe(wanted);
    expect(await page.textContent('.top')).toContain('opened by you');
  });

  it('asks for a site in words that say what is read, and one button', async () => {
    await openSignedIn();
    await panel.open(null);
    await panel.site({ origin: 'https://mail.example.com', state: 'off' });
    await shows('[data-act=switch-on]');
    expect(await panel.page.textContent('.body')).toContain('mail.example.com');
    await panel.screenshot('site-off');
    await panel.site({ origin: null, state: 'unknown' });
    await panel.page.waitForFunction(() => document.body.textContent?.includes('toolbar'));
    await panel.screenshot('site-unknown');
  });

  it('shows the shape of a card and nobody in it while a page changes', async () => {
    await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await openSignedIn();
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    await panel.open('loading');
    await shows('[data-state=loading]');
    expect(await panel.page.textContent('body')).not.toContain('Zhang Wei');
    await panel.screenshot('loading');
  });
});

describe('somebody new', () => {
  it('becomes a contact with one click, name and address filled in', async () => {
    await openSignedIn();
    await panel.open(ZHANG);
    await shows('[data-state=new]');
    await panel.screenshot('new-person');
    await panel.page.click('[data-act=create]');
    await shows('[data-state=contact]');
    const { data } = (await house.call('GET', '/v1/contacts')).body;
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      display_name: 'Zhang Wei',
      identities: [{ channel: 'email', handle: 'zhang.wei@lumen.example' }],
    });
  });

  it('is tied to a contact there is, so that the address is known from then on', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await openSignedIn();
    const { page } = panel;
    await panel.open(directMail('Zhang Wei', 'zw@private.example'));
    // The same name alone never decides.
    await shows('[data-state=candidates]');
    await panel.screenshot('candidates');
    await page.click('[data-act=none-of-these]');
    await page.click('[data-act=tie]');
    await shows('[data-state=tie]');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await shows(`[data-contact=${zhang.id}]`);
    expect(await page.textContent('.who')).toContain('zw@private.example');
    await panel.open(nothingOpen);
    await panel.open(directMail(null, 'zw@private.example'));
    await shows(`[data-contact=${zhang.id}]`);
  });

  it('that shows a name only is chosen once and remembered by its conversation', async () => {
    const wang = await made('王强', 'wang.qiang@sifang.example', { company: '四方商贸' });
    await openSignedIn({ locale: 'zh-CN' });
    const { page } = panel;
    await panel.open(nameOnlyChat('王强', 'chat-7'));
    await shows('[data-state=name-only]');
    await panel.screenshot('name-only-zh');
    await page.click('[data-act=candidate]');
    await shows(`[data-contact=${wang.id}]`);
    await panel.open(nothingOpen);
    await panel.open(nameOnlyChat('王强', 'chat-7'));
    await shows(`[data-contact=${wang.id}]`);
    // Another conversation under the same name asks again.
    await panel.open(nameOnlyChat('王强', 'chat-8'));
    await shows('[data-state=name-only]');
  });

  it('with an address somebody took meanwhile is not made twice: the holder is offered', async () => {
    await openSignedIn();
    await panel.open(ZHANG);
    await shows('[data-state=new]');
    const holder = await made('Zhang W.', 'zhang.wei@lumen.example');
    await panel.page.click('[data-act=create]');
    await panel.page.waitForFunction(() => document.body.textContent?.includes('A contact has this address by now'));
    await panel.screenshot('handle-taken');
    expect((await house.call('GET', '/v1/contacts')).body.data).toHaveLength(1);
    expect(holder.id).toBeTruthy();
  });

  it('who is the rep says so once and is never offered as a customer again', async () => {
    await openSignedIn();
    await panel.open(directMail('Lin Hao', 'lin.hao@ours.example'));
    await shows('[data-act=me]');
    await panel.page.click('[data-act=me]');
    await toastSays('is you from now on');
    expect(await panel.page.evaluate(() => globalThis.gallery.own)).toEqual(['lin.hao@ours.example']);
  });
});

describe('what is read privately', () => {
  it('is asked about only on a click where the rep wants it so, and never where they ignore somebody', async () => {
    await made('Zhang Wei', 'zhang.wei@lumen.example');
    await openSignedIn();
    const { page } = panel;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await panel.open(directMail('Tom Hale', 'tom@private.example'));
    await shows('[data-state=new]');
    await page.click('[data-act=ignore]');
    await shows('[data-state=ignored]');
    await panel.screenshot('ignored');
    await page.click('[data-act=stop-ignoring]');
    await shows('[data-state=new]');
    await page.click('[data-act=look-up-switch]');
    asked.length = 0;
    await panel.open(ZHANG);
    await shows('[data-state=ask]');
    await panel.screenshot('ask-first');
    expect(asked.join()).not.toContain('zhang.wei');
    await page.click('[data-act=look-up]');
    await shows('[data-state=contact]');
  });
});

describe('several people', () => {
  it('are a choice and never a guess', async () => {
    const ana = await made('Ana Costa', 'ana@costa.example');
    await house.call('POST', `/v1/contacts/${ana.id}/identities`, { channel: 'xmpp', handle: 'ana@chat.example' });
    await openSignedIn();
    await panel.open(
      groupChat([
        { name: 'Ana Costa', handle: 'ana@chat.example' },
        { name: 'Tom Hale', handle: 'tom@chat.example' },
      ]),
    );
    await shows('[data-state=choose]');
    await panel.screenshot('group');
    await panel.page.click('[data-act=person]');
    await shows(`[data-contact=${ana.id}]`);
    await panel.page.click('[data-act=back]');
    await shows('[data-state=choose]');
  });
});

describe('the look', () => {
  it('of a card at 320 pixels cuts no stage’s name, has the stage and its lifecycle on one line, and no mark alone on one', async () => {
    await openSignedIn({ width: 320 });
    const { page } = panel;
    for (const [name, stage] of [
      ['Ada One', 'subscriber'],
      ['Bo Two', 'opportunity'],
      ['Chen Three', 'customer'],
    ] as const) {
      const handle = `${name.slice(0, 2)}@lumen.example`.toLowerCase();
      await made(name, handle, { stages: { 'seven-stage': stage } });
      await panel.open(directMail(name, handle));
      await shows(`.stage-name[data-stage=${stage}]`);
      const cut = await page.$$eval('.cell span:not(.unseen)', (all) =>
        all.flatMap((one) => (one.scrollWidth > one.clientWidth ? [one.textContent] : [])),
      );
      expect(cut).toEqual([]);
      const tops = await page.$$eval('.stage-head > :first-child, .stage-head > :last-child', (all) =>
        all.map((one) => Math.round(one.getBoundingClientRect().bottom / 8)),
      );
      expect(new Set(tops).size, stage).toBe(1);
      expect(await page.$eval('.playbook .fold', (one) => one.getClientRects().length)).toBe(1);
    }
    await panel.screenshot('card-320');
  });

  it.each([
    { locale: 'en', dark: false, name: 'card-en-light' },
    { locale: 'en', dark: true, name: 'card-en-dark' },
    { locale: 'zh-CN', dark: false, name: 'card-zh-light' },
    { locale: 'zh-CN', dark: true, name: 'card-zh-dark', width: 320 },
  ])('of a card in $locale, dark $dark, without a sideways scroll at any width', async ({ name, ...options }) => {
    const li = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await house.call('POST', `/v1/contacts/${li.id}/identities`, { channel: 'phone', handle: '+8613800138000' });
    await openSignedIn(options);
    const me = (await house.call('GET', '/v1/staff')).body.data.find((one: { name: string }) => one.name === 'Lin Hao');
    await house.call('PATCH', `/v1/contacts/${li.id}`, { owner_id: me.id });
    const local = new Date(house.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const title = options.locale === 'en' ? 'Send framed-lens quote' : '给李姐发报价单';
    await house.call('POST', '/v1/follow-ups', {
      contact_id: li.id,
      title,
      due: due(`${local}T23:00`),
      assignee_id: me.id,
    });
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(LI);
    await shows('[data-state=contact]');
    await panel.screenshot(name);
    for (const width of [320, 480]) {
      await panel.page.setViewportSize({ width, height: 860 });
      const overflow = await panel.page.evaluate(() => document.querySelector('.body')?.scrollWidth);
      expect(overflow).toBeLessThanOrEqual(width);
    }
  });
});
