// Every state of the panel, in a real browser against a real API: what it says, what it lets the rep do, how it looks.
// Each state is photographed in both themes' and both languages' most telling places; the pictures are looked at by people.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeFor, launchBrowser, type OpenGallery, openGallery } from '../support/gallery/open-gallery.ts';
import { directMail, groupChat, nameOnlyChat, nothingOpen, unreadablePage } from '../support/gallery/readings.ts';
import { startHouse, type TestHouse } from '../support/house.ts';

const DAY_MS = 86_400_000;
const ZHANG = directMail('Zhang Wei', 'zhang.wei@lumen.example');
const LI = directMail('李娜', 'li.na@mingshi.example');

let browser: Browser;
let house: TestHouse;
let panel: OpenGallery;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  house = await startHouse();
});
afterEach(async () => {
  const faults = [...panel.errors, ...(await panel.accessibilityFaults())];
  await panel.close();
  await house.close();
  // Whatever state a test ends in, it can be read and used without eyes or a mouse, and nothing broke on the way.
  expect(faults).toEqual([]);
});

async function open(options: Parameters<typeof openGallery>[2] & { role?: string; name?: string } = {}): Promise<void> {
  panel = await openGallery(browser, house, options);
  await panel.page.waitForSelector('input[name=code]');
  await panel.signIn(await codeFor(house, options.name ?? 'Lin Hao', options.role));
}

const made = async (display_name: string, email: string, more: Record<string, unknown> = {}) => {
  const identities = [{ channel: 'email', handle: email }];
  const { body } = await house.call('POST', '/v1/contacts', { display_name, identities, ...more });
  return body as { id: string; version: number };
};
const moved = (id: string, to: string, more: Record<string, unknown> = {}) =>
  house.call('POST', `/v1/contacts/${id}/transitions`, { to, ...more });
const stageOf = async (id: string) => (await house.call('GET', `/v1/contacts/${id}`)).body.stages[0].stage as string;
const shows = (selector: string) => panel.page.waitForSelector(selector, { timeout: 5_000 });
const toastSays = (text: string) =>
  panel.page.waitForFunction((it) => document.querySelector('.toast')?.textContent?.includes(it), text, {
    timeout: 5_000,
  });
const saved = () =>
  panel.page.waitForFunction(() => /All saved|已全部保存/.test(document.querySelector('.foot')?.textContent ?? ''));

/** A person with a past, so that the card has something to tell. */
async function withHistory(name: string, email: string, company: string): Promise<{ id: string }> {
  const contact = await made(name, email, { company, tags: ['grade-a'], source: 'form' });
  house.clock.advance(2 * DAY_MS);
  await moved(contact.id, 'lead');
  house.clock.advance(3 * DAY_MS);
  await house.call('POST', `/v1/contacts/${contact.id}/interactions`, {
    kind: 'call',
    direction: 'inbound',
    occurred_at: new Date(house.clock.now()).toISOString(),
    summary: '6 min: wants 40 pairs for staff',
  });
  house.clock.advance(DAY_MS);
  await moved(contact.id, 'mql', { evidence: { 'took-price-list': true } });
  house.clock.advance(6 * DAY_MS);
  return contact;
}

const due = (local: string) => ({ local, zone: 'Asia/Shanghai' });

describe('signing in', () => {
  it('asks for the server and a code, and says in one sentence why a code is refused', async () => {
    panel = await openGallery(browser, house);
    await shows('input[name=code]');
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
    expect(await page.textContent('.body')).toContain('Nobody here yet');
    await page.click('[data-act=sign-out]');
    expect(await say('127.0.0.1:8787', code)).toContain('has been used');
    await panel.screenshot('signed-out');
  });

  it('says that the account was switched off, and keeps nothing of the customers', async () => {
    await open();
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
    await open();
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
    await panel.screenshot('search');
    await page.keyboard.press('ArrowDown');
    const wanted = await page.textContent('[role=option][aria-selected=true] strong');
    await page.keyboard.press('Enter');
    await shows('[data-state=contact]');
    expect(await page.textContent('.name')).toBe(wanted);
    expect(await page.textContent('.top')).toContain('opened by you');
  });

  it('asks for a site in words that say what is read, and one button', async () => {
    await open();
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
    await open();
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
    await open();
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
    await open();
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
    await open({ locale: 'zh-CN' });
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
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=new]');
    const holder = await made('Zhang W.', 'zhang.wei@lumen.example');
    await panel.page.click('[data-act=create]');
    await panel.page.waitForFunction(() => document.body.textContent?.includes('Somebody else has this address'));
    await panel.screenshot('handle-taken');
    expect((await house.call('GET', '/v1/contacts')).body.data).toHaveLength(1);
    expect(holder.id).toBeTruthy();
  });

  it('who is the rep says so once and is never offered as a customer again', async () => {
    await open();
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
    await open();
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
    await open();
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

describe('a person', () => {
  it('is moved by a digit, tagged, given a next step, and everything is there on the server', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await open();
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    const { page } = panel;
    await page.fill('input[name=next]', 'Fri 10 call about price');
    await page.waitForFunction(() => document.querySelector('#next-read')?.textContent?.includes('10:00'));
    await panel.screenshot('contact');
    await page.press('input[name=next]', 'Enter');
    await toastSays('Next step: call about price');
    // The line was left with Enter: a digit is a move again.
    await page.keyboard.press('4');
    await toastSays('Moved to SQL');
    await saved();
    await panel.screenshot('contact-moved');
    await page.keyboard.press('t');
    await page.keyboard.type('grade-b');
    await panel.screenshot('tag-picker');
    await page.keyboard.press('Enter');
    await toastSays('Tagged B');
    const contact = (await house.call('GET', `/v1/contacts/${zhang.id}`)).body;
    expect(contact.stages[0].stage).toBe('sql');
    expect(contact.tags).toEqual(['grade-b']);
    expect((await house.call('GET', `/v1/follow-ups?contact_id=${zhang.id}&assignee=all`)).body.data).toHaveLength(1);
  });

  it('is moved back by Esc, and the history says both', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await open();
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    await panel.page.keyboard.press('4');
    await toastSays('Moved to SQL');
    await panel.page.keyboard.press('Escape');
    await toastSays('Taken back');
    await panel.page.waitForSelector('.voided');
    expect(await stageOf(zhang.id)).toBe('mql');
    expect(await panel.page.getAttribute('.stage-name', 'data-stage')).toBe('mql');
  });

  it('is moved backward only with a reason, asked in place and answered by a digit', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await open();
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    const { page } = panel;
    await page.keyboard.press('1');
    await shows('[data-state=reason]');
    await panel.screenshot('reason');
    expect(await stageOf(zhang.id)).toBe('mql');
    await page.keyboard.press('0');
    await page.keyboard.type('asked us to wait until spring');
    await page.keyboard.press('Enter');
    await toastSays('Moved to Subscriber');
    const [last] = (await house.call('GET', `/v1/contacts/${zhang.id}/transitions?limit=200`)).body.data.slice(-1);
    expect(last).toMatchObject({ to: 'subscriber', reason: 'other', note: 'asked us to wait until spring' });
  });

  it('is refused where the rules do not allow it, with what is allowed, and nothing changes', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    await panel.page.keyboard.press('7');
    await shows('[data-state=refused]');
    expect(await panel.page.textContent('[data-state=refused]')).toContain('Customer');
    await panel.screenshot('refused');
    expect(await stageOf(zhang.id)).toBe('mql');
  });

  it('moved by a colleague meanwhile asks: keep theirs or mean ours', async () => {
    const zhang = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await open({ locale: 'zh-CN', dark: true });
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(LI);
    await shows('[data-state=contact]');
    await moved(zhang.id, 'customer');
    await panel.page.keyboard.press('5');
    await shows('[data-state=conflict]');
    await panel.screenshot('conflict-zh-dark');
    expect(await stageOf(zhang.id)).toBe('customer');
    await panel.page.click('[data-act=insist]');
    await shows('[data-state=reason]');
    await panel.page.keyboard.press('1');
    await toastSays('已移到');
    expect(await stageOf(zhang.id)).toBe('opportunity');
  });

  it('has what happened and what comes next logged in one submit', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    const { page } = panel;
    await page.keyboard.press('n');
    await page.keyboard.type('Wants the price list for 40 pairs');
    await page.fill('input[name=log-next]', 'tomorrow 9:30 send the price list');
    await panel.screenshot('log');
    await page.press('input[name=log-next]', 'Enter');
    await toastSays('next step set');
    const { data } = (await house.call('GET', `/v1/contacts/${zhang.id}/interactions`)).body;
    expect(data).toMatchObject([
      { kind: 'email', direction: 'outbound', summary: 'Wants the price list for 40 pairs' },
    ]);
    const [step] = (await house.call('GET', `/v1/follow-ups?contact_id=${zhang.id}&assignee=all`)).body.data;
    expect(step).toMatchObject({ title: 'send the price list', due: { local: '2026-11-22T09:30' } });
    await page.click('[data-act=complete]');
    await toastSays('Done: send the price list');
    await page.click('[data-act=undo]');
    await shows('[data-step]');
  });

  it('is given another owner, name and address in the details, each to be taken back', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await codeFor(house, 'Wang Qiang');
    await open();
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    const { page } = panel;
    const now = async () => (await house.call('GET', `/v1/contacts/${zhang.id}`)).body;
    await page.keyboard.press('d');
    await page.waitForFunction(() => document.querySelectorAll('select[name=owner] option').length > 2);
    await page.click('.playbook summary');
    await panel.screenshot('details');
    await page.selectOption('select[name=owner]', { label: 'Wang Qiang' });
    await toastSays('Saved');
    await page.waitForFunction(() => document.querySelector('.who')?.textContent?.includes('Wang Qiang'));
    await page.fill('input[name=details-company]', 'Lumen');
    await page.press('input[name=details-company]', 'Enter');
    await page.waitForFunction(() => document.querySelector('.who')?.textContent?.includes('Lumen ·'));
    await toastSays('Saved');
    expect((await now()).company).toBe('Lumen');
    await page.keyboard.press('Escape');
    await toastSays('Taken back');
    expect((await now()).company).toBe('Lumen Optics');
    await page.fill('input[name=handle]', '+86 138 0013 8000');
    await page.press('input[name=handle]', 'Enter');
    await toastSays('added');
    expect((await now()).identities.map((one: { handle: string }) => one.handle)).toContain('+8613800138000');
    await page.fill('input[name=handle]', 'no phone');
    await page.press('input[name=handle]', 'Enter');
    await page.waitForSelector('.toast-bad');
    expect((await now()).identities).toHaveLength(2);
  });

  it('stands in several lifecycles at once, each with its own rail', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    const { page } = panel;
    await page.keyboard.press('d');
    await page.click('[data-lifecycle=whole-life]');
    await toastSays('started');
    await page.keyboard.press('Escape');
    await page.selectOption('.quiet-select', 'whole-life');
    await page.waitForFunction(() => document.querySelector('.stage-name')?.getAttribute('data-stage') === 'list');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('2');
    await toastSays('Moved to');
    await panel.screenshot('whole-life');
    const { stages } = (await house.call('GET', `/v1/contacts/${zhang.id}`)).body;
    expect(stages).toMatchObject([
      { lifecycle: 'seven-stage', stage: 'subscriber' },
      { lifecycle: 'whole-life', stage: 'intention' },
    ]);
  });

  it('that the open conversation is not with is said once and not offered again', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await open();
    const { page } = panel;
    await panel.open(nameOnlyChat('Zhang Wei', 'chat-9'));
    await page.click('[data-act=candidate]');
    await shows(`[data-contact=${zhang.id}]`);
    await page.keyboard.press('d');
    await page.click('[data-act=not-them]');
    await shows('[data-state=name-only]');
    expect(await page.textContent('.body')).not.toContain('zhang.wei@lumen.example');
    await panel.open(nothingOpen);
    await panel.open(nameOnlyChat('Zhang Wei', 'chat-9'));
    await shows('[data-state=name-only]');
    expect(await page.textContent('.body')).not.toContain('zhang.wei@lumen.example');
  });

  it('archived takes no changes, says so, and is restored with one click', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await house.call('POST', `/v1/contacts/${zhang.id}/archive`);
    await open();
    const { page } = panel;
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    expect(await page.textContent('.body')).toContain('Archived on');
    await page.keyboard.press('2');
    await shows('[data-state=refused]');
    expect(await stageOf(zhang.id)).toBe('subscriber');
    await panel.screenshot('archived');
    await page.keyboard.press('Escape');
    await page.click('[data-act=restore]');
    await toastSays('Restored');
    await page.keyboard.press('2');
    await toastSays('Moved to Lead');
  });

  it('keeps a half-written line per person over a switch of conversation', async () => {
    await made('Zhang Wei', 'zhang.wei@lumen.example');
    await made('李娜', 'li.na@mingshi.example');
    await open();
    const { page } = panel;
    await panel.open(ZHANG);
    await page.fill('input[name=next]', 'Fri 10 call about pri');
    await panel.open(LI);
    await page.waitForFunction(() => document.querySelector('.name')?.textContent === '李娜');
    expect(await page.inputValue('input[name=next]')).toBe('');
    await panel.open(ZHANG);
    await page.waitForFunction(() => document.querySelector('.name')?.textContent === 'Zhang Wei');
    expect(await page.inputValue('input[name=next]')).toBe('Fri 10 call about pri');
  });
});

describe('trouble', () => {
  it('offline keeps every act in order and sends each once when the server is back', async () => {
    const li = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await open({ locale: 'zh-CN', dark: true });
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(LI);
    await shows('[data-state=contact]');
    const { page } = panel;
    panel.offline = true;
    await page.keyboard.press('4');
    await toastSays('待发送');
    await page.keyboard.press('5');
    await page.waitForFunction(() => document.querySelector('.foot')?.textContent?.includes('2 条待发送'));
    expect(await page.getAttribute('.stage-name', 'data-stage')).toBe('opportunity');
    await panel.screenshot('offline-zh-dark');
    expect(await stageOf(li.id)).toBe('mql');
    await page.click('[data-act=outbox]');
    await shows('[data-state=outbox]');
    await panel.screenshot('outbox-zh-dark');
    // Signing out now would lose them.
    await page.click('[data-act=sign-out]');
    await toastSays('还有内容未发送');
    panel.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await saved();
    const rows = (await house.call('GET', `/v1/contacts/${li.id}/transitions?limit=200`)).body.data;
    expect(rows.map((row: { to: string }) => row.to)).toEqual(['subscriber', 'lead', 'mql', 'sql', 'opportunity']);
  });

  it('a move back behind one that is still on its way asks for its reason before it is kept', async () => {
    const li = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await open();
    await panel.page.clock.setFixedTime(house.clock.now());
    await panel.open(LI);
    await shows('[data-state=contact]');
    const { page } = panel;
    panel.offline = true;
    await page.keyboard.press('5');
    await toastSays('sent when the server');
    await page.keyboard.press('4');
    await shows('[data-state=reason]');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('.foot')?.textContent?.includes('2 waiting'));
    panel.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await saved();
    expect(await stageOf(li.id)).toBe('sql');
  });

  it('an answer lost on the way changes the ledger once', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    let lost = 0;
    panel.beforeAnswer = async ({ method, path }) =>
      method === 'POST' && path.endsWith('/transitions') && lost++ === 0 ? 'drop' : undefined;
    await panel.page.keyboard.press('2');
    await toastSays('sent when the server');
    await panel.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await saved();
    expect(lost).toBe(2);
    const rows = (await house.call('GET', `/v1/contacts/${zhang.id}/transitions`)).body.data;
    expect(rows.map((row: { to: string }) => row.to)).toEqual(['subscriber', 'lead']);
  });

  it('a page that is not understood shows nobody, says why, and offers the search', async () => {
    await open();
    await panel.open(unreadablePage('disagree'));
    await shows('[data-state=unreadable]');
    await panel.screenshot('unreadable');
  });

  it('a person who is another rep’s is named with their owner and nothing more', async () => {
    await house.call('PATCH', '/v1/settings', { visibility: 'own' });
    await codeFor(house, 'Wang Qiang');
    const staff = (await house.call('GET', '/v1/staff')).body.data.find(
      (one: { name: string }) => one.name === 'Wang Qiang',
    );
    await made('Zhang Wei', 'zhang.wei@lumen.example', { owner_id: staff.id, company: 'Lumen Optics' });
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=restricted]');
    expect(await panel.page.textContent('.body')).toContain('Wang Qiang');
    expect(await panel.page.textContent('.body')).not.toContain('Lumen');
    await panel.screenshot('restricted');
  });

  it('a person erased while they are open says so, and shows nothing of them', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example', { company: 'Lumen Optics' });
    await open();
    await panel.open(ZHANG);
    await shows('[data-state=contact]');
    await house.call('DELETE', `/v1/contacts/${zhang.id}`, undefined, { 'If-Match': `"${zhang.version}"` });
    await panel.page.keyboard.press('2');
    await panel.page.waitForFunction(() => /erased/.test(document.body.textContent ?? ''));
    await panel.screenshot('erased');
  });
});

describe('the look', () => {
  it.each([
    { locale: 'en', dark: false, name: 'card-en-light' },
    { locale: 'en', dark: true, name: 'card-en-dark' },
    { locale: 'zh-CN', dark: false, name: 'card-zh-light' },
    { locale: 'zh-CN', dark: true, name: 'card-zh-dark', width: 320 },
  ])('of a card in $locale, dark $dark, without a sideways scroll at any width', async ({ name, ...options }) => {
    const li = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await house.call('POST', `/v1/contacts/${li.id}/identities`, { channel: 'phone', handle: '+8613800138000' });
    await open(options);
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
