// One person or two, in the panel: offered with the reason, compared, merged and taken back, and the open conversation always
// shows who it is with. Writes that met a colleague's while nobody looked, and devices that have to forget.
import { describe, expect, it } from 'vitest';
import { eachWithAHouse, house, openSignedIn, panel, saved, shows, toastSays } from '../support/gallery/panel-suite.ts';
import { directMail, nothingOpen } from '../support/gallery/readings.ts';

const MAIL = directMail('Wang Fang', 'wang.fang@lumen.example');
const DAY_MS = 86_400_000;

eachWithAHouse();

const says = (text: string | RegExp) => panel.page.getByText(text).first().waitFor({ timeout: 5_000 });

async function open(options: Parameters<typeof openSignedIn>[0] = {}): Promise<void> {
  await openSignedIn(options);
  // What the panel dates now comes after what happened in the house meanwhile.
  await panel.page.clock.setFixedTime(house.clock.now());
}

/** Wang Fang of the mail, and the same person by phone, made two days later, further on. */
async function twice(more: object = {}) {
  const make = async (body: object) => (await house.call('POST', '/v1/contacts', body)).body as { id: string };
  const phone = { channel: 'phone', handle: '+8613800138000' };
  const mail = await make({
    display_name: 'Wang Fang',
    company: 'Lumen Optics',
    identities: [{ channel: 'email', handle: 'wang.fang@lumen.example' }, phone],
    tags: ['grade-a'],
  });
  house.clock.advance(2 * DAY_MS);
  const call = await make({
    display_name: '王芳',
    company: 'Lumen Optics Wuxi',
    identities: [{ channel: 'whatsapp', handle: phone.handle }],
    ...more,
  });
  await house.call('POST', `/v1/contacts/${call.id}/transitions`, { to: 'sql' });
  await house.call('POST', `/v1/contacts/${call.id}/interactions`, {
    kind: 'call',
    direction: 'inbound',
    occurred_at: new Date(house.clock.now()).toISOString(),
    summary: 'Asked for forty pairs',
  });
  await house.call('GET', '/v1/duplicates');
  return { mail, call };
}
const contact = async (id: string) => (await house.call('GET', `/v1/contacts/${id}`)).body;

describe('a likely duplicate', () => {
  it('is one quiet line with its reason; compared, merged with the chosen stage, and taken back from the toast', async () => {
    const { mail, call } = await twice();
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-duplicate]');
    expect(await page.textContent('.same')).toContain(
      'Maybe the same as 王芳 (Lumen Optics Wuxi): same phone (Phone / WhatsApp).',
    );
    await panel.screenshot('duplicate-line');
    await page.click('[data-act=compare]');
    await shows('[data-rehearsal=ready]');
    expect(await page.textContent('.plan')).toContain('Wang Fang gets addresses: 1, notes and calls: 1.');
    await panel.screenshot('compare');
    // The further stage and the Chinese name stay; the older contact survives.
    await page.click('.pick:has-text("SQL")');
    await page.click('.pick:has-text("王芳")');
    await shows('[data-rehearsal=ready]');
    expect((await contact(mail.id)).display_name).toBe('Wang Fang');
    await page.click('[data-act=merge]');
    await toastSays('One person now');
    await shows(`[data-contact=${mail.id}]`);
    expect(await page.textContent('.name')).toBe('王芳');
    const one = await contact(call.id);
    expect(one).toMatchObject({ id: mail.id, display_name: '王芳', company: 'Lumen Optics' });
    expect(one.stages[0].stage).toBe('sql');
    expect(one.identities).toHaveLength(3);
    await panel.screenshot('merged');
    await page.keyboard.press('Escape');
    await toastSays('two people again');
    await shows('[data-duplicate]');
    expect(await page.textContent('.name')).toBe('Wang Fang');
    expect((await contact(call.id)).id).toBe(call.id);
    expect((await contact(mail.id)).stages[0].stage).toBe('subscriber');
  });

  it('that survives with another id: the open conversation shows them, writes land on them, and the history takes it back', async () => {
    const { mail, call } = await twice();
    await open({ locale: 'zh-CN', dark: true });
    const { page } = panel;
    await panel.open(MAIL);
    await page.click('[data-act=compare]');
    await shows('[data-rehearsal=ready]');
    await page.click('[data-side=second]');
    await shows('[data-rehearsal=ready]');
    await panel.screenshot('compare-zh-dark');
    await page.click('[data-act=merge]');
    await shows(`[data-contact=${call.id}]`);
    // Away and back: the address leads to the survivor.
    await panel.open(nothingOpen);
    await panel.open(MAIL);
    await shows(`[data-contact=${call.id}]`);
    await page.keyboard.press('n');
    await page.keyboard.type('再次确认了数量');
    await page.keyboard.press('Enter');
    await toastSays('已记录');
    const { data } = (await house.call('GET', `/v1/contacts/${call.id}/interactions`)).body;
    expect(data.map((row: { summary: string }) => row.summary)).toContain('再次确认了数量');
    await page.click('[data-act=revert-merge]');
    await shows(`[data-contact=${mail.id}]`);
    expect((await contact(mail.id)).id).toBe(mail.id);
  });

  it('called somebody else while the server is away says that it waits, and is known to all once it is back', async () => {
    const { call } = await twice();
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-duplicate]');
    panel.offline = true;
    await page.click('[data-act=not-same]');
    await toastSays('goes out when the server answers');
    expect(await page.$('[data-duplicate]')).toBeNull();
    panel.offline = false;
    await page.click('[data-act=outbox]');
    await page.getByText('Send now').click();
    await saved();
    expect((await house.call('GET', `/v1/duplicates?contact_id=${call.id}`)).body.data).toEqual([]);
  });

  it('called somebody else is not offered again, on no device, until that is taken back', async () => {
    const { mail, call } = await twice();
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-duplicate]');
    await page.click('[data-act=not-same]');
    await toastSays('is somebody else');
    await saved();
    expect(await page.$('[data-duplicate]')).toBeNull();
    expect((await house.call('GET', `/v1/duplicates?contact_id=${call.id}`)).body.data).toEqual([]);
    await panel.open(nothingOpen);
    await panel.open(MAIL);
    await shows(`[data-contact=${mail.id}]`);
    expect(await page.$('[data-duplicate]')).toBeNull();
    const [verdict] = (await house.call('GET', '/v1/not-duplicates')).body.data;
    await house.call('DELETE', `/v1/not-duplicates/${verdict.id}`);
    expect((await house.call('GET', `/v1/duplicates?contact_id=${call.id}`)).body.data).toHaveLength(1);
  });

  it('nobody offered is found by name and compared; a change by a colleague in between is looked at again', async () => {
    const { mail } = await twice();
    const third = (await house.call('POST', '/v1/contacts', { display_name: 'Fang Wang' })).body;
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await page.click('[data-act=details]');
    await page.click('[data-act=same-as]');
    await page.fill('[data-state=same-as] input', 'Fang Wang');
    await page.click('[role=option]:has-text("Fang Wang")');
    await shows('[data-rehearsal=ready]');
    await house.call('PATCH', `/v1/contacts/${mail.id}`, { company: 'Changed' });
    await page.click('[data-act=merge]');
    await toastSays('Look again');
    await shows('[data-rehearsal=ready]');
    expect(await page.textContent('.both')).toContain('Changed');
    await page.click('[data-act=merge]');
    await toastSays('One person now');
    expect((await contact(third.id)).id).toBe(mail.id);
  });
});

describe('the history', () => {
  it('stands day by day, newest first, each row by its clock alone, and a stage left at once is not called one they were in', async () => {
    const { mail } = await twice();
    house.clock.advance(3 * DAY_MS);
    const move = (to: string) => house.call('POST', `/v1/contacts/${mail.id}/transitions`, { to });
    await move('lead');
    await move('mql');
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-state=contact]');
    const days = await page.$$eval('.timeline .day', (all) => all.map((one) => one.textContent));
    expect(days[0]).toBe('Today');
    expect(days.at(-1)).toMatch(/^[A-Z][a-z]{2} \d{1,2} Nov$/);
    expect(new Set(days).size).toBe(days.length);
    expect(await page.textContent('.timeline time')).toMatch(/^\d\d:\d\d$/);
    const today = await page.textContent('.timeline > div');
    expect(today).toContain('days as Subscriber');
    expect(today).not.toContain('as Lead');
    await page.evaluate(() => document.querySelector('.timeline')?.scrollIntoView());
    await panel.screenshot('history-by-day');
  });

  it('shows one kind alone, and what is older on request', async () => {
    const { mail } = await twice();
    for (let n = 1; n <= 40; n += 1) {
      house.clock.advance(60_000);
      await house.call('POST', `/v1/contacts/${mail.id}/interactions`, {
        kind: n % 2 ? 'note' : 'call',
        direction: 'none',
        occurred_at: new Date(house.clock.now()).toISOString(),
        summary: `Said ${n}`,
      });
    }
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-state=contact]');
    const rows = () => page.locator('.event').count();
    const before = await rows();
    expect(before).toBeLessThanOrEqual(20);
    await page.click('[data-act=more-history]');
    await page.waitForFunction((count) => document.querySelectorAll('.event').length > count, before);
    expect(await page.textContent('.timeline')).toContain('Said 15');
    await page.click('[data-filter=stage]');
    await says('Entered Subscriber');
    await page.waitForFunction(() => document.querySelectorAll('.event').length === 1);
    await page.click('[data-filter=interaction]');
    await page.waitForFunction(() => document.querySelectorAll('.event').length === 30);
    await panel.screenshot('history-filtered');
    await page.click('[data-act=more-history]');
    await page.waitForFunction(() => document.querySelectorAll('.event').length === 40);
    expect(await page.$('[data-act=more-history]')).toBeNull();
    // A new note appears where notes are shown.
    await page.keyboard.press('n');
    await page.keyboard.type('One more');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.timeline')?.textContent?.includes('One more'));
  });
});

describe('a write that waited', () => {
  it('and met a colleague’s asks on the card and in the list: keep theirs, or mean it, with the reason that takes', async () => {
    const { mail } = await twice();
    await open({ locale: 'zh-CN', dark: true, name: '林浩' });
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-state=contact]');
    panel.offline = true;
    await page.keyboard.press('4');
    await toastSays('待发送');
    await house.call('POST', `/v1/contacts/${mail.id}/transitions`, { to: 'customer' });
    panel.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await shows('[data-state=queued-conflict]');
    await panel.screenshot('queued-conflict-zh-dark');
    await page.click('[data-act=outbox]');
    await shows('[data-state=outbox] [data-state=queued-conflict]');
    await panel.screenshot('outbox-conflict-zh-dark');
    expect((await contact(mail.id)).stages[0].stage).toBe('customer');
    await page.click('[data-act=replace]');
    await page.click('[data-reason]');
    await saved();
    expect((await contact(mail.id)).stages[0].stage).toBe('sql');
  });

  it('and was refused after the rep had gone on is not lost: it is listed, and goes out again when asked', async () => {
    const { mail } = await twice();
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-state=contact]');
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    panel.beforeAnswer = async ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/interactions')) await held;
      return undefined;
    };
    await house.call('POST', `/v1/contacts/${mail.id}/archive`, {});
    await page.keyboard.press('n');
    await page.keyboard.type('Said while nobody looked');
    await page.keyboard.press('Enter');
    await panel.open(nothingOpen);
    go();
    panel.beforeAnswer = undefined;
    await shows('[data-act=outbox].bad');
    await page.click('[data-act=outbox]');
    await says(/Said while nobody looked/);
    await panel.screenshot('outbox-refused');
    await house.call('POST', `/v1/contacts/${mail.id}/restore`, {});
    await page.click('text=Try again');
    await saved();
    const { data } = (await house.call('GET', `/v1/contacts/${mail.id}/interactions`)).body;
    expect(data.map((row: { summary: string }) => row.summary)).toEqual(['Said while nobody looked']);
  });
});

describe('a device', () => {
  it('keeps nothing of the customers of somebody who was switched off, not even what was not sent', async () => {
    await twice();
    await open();
    const { page } = panel;
    await panel.open(MAIL);
    await shows('[data-state=contact]');
    await page.keyboard.press('n');
    await page.keyboard.type('half a word');
    await page.keyboard.press('Escape');
    panel.offline = true;
    await page.keyboard.press('2');
    await shows('[data-act=outbox]');
    const kept = () => page.evaluate(() => JSON.stringify(globalThis.gallery.kept()));
    await page.waitForFunction(() => JSON.stringify(globalThis.gallery.kept()).includes('half a word'));
    expect(await kept()).toContain('Wang Fang');
    const { data } = (await house.call('GET', '/v1/staff')).body;
    const me = data.find((one: { name: string }) => one.name === 'Lin Hao');
    await house.call('PATCH', `/v1/staff/${me.id}`, { active: false });
    panel.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await says(/account was switched off/);
    await page.waitForFunction(
      () => !/Wang|half a word|\+86|accessToken/.test(JSON.stringify(globalThis.gallery.kept())),
    );
    expect(await page.textContent('body')).not.toContain('Wang Fang');
  });
});
