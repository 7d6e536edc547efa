// A person in the panel, in a real browser against a real API: every act on them, each told by the server's own record, and what
// happens to an act whose answer is late, lost or unwelcome. Photographed like the panel's other states.
import type { Reading } from '@sidestage/panel';
import { describe, expect, it } from 'vitest';
import { codeFor } from '../support/gallery/open-gallery.ts';
import { eachWithAHouse, house, openSignedIn, panel, saved, shows, toastSays } from '../support/gallery/panel-suite.ts';
import { nameOnlyChat, nothingOpen, unreadablePage } from '../support/gallery/readings.ts';
import { LI, made, moved, stageOf, withHistory, ZHANG } from '../support/gallery/somebody.ts';

eachWithAHouse();

/** The panel signed in, at the time the house has come to, with the person of an open conversation on its card. */
async function beside(conversation: Reading, options: Parameters<typeof openSignedIn>[0] = {}): Promise<void> {
  await openSignedIn(options);
  await panel.page.clock.setFixedTime(house.clock.now());
  await panel.open(conversation);
  await shows('[data-state=contact]');
}

describe('a person', () => {
  it('is moved by a digit, tagged, given a next step, and everything is there on the server', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await beside(ZHANG);
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
    await beside(ZHANG);
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
    await beside(ZHANG);
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

  it('is moved backward with the tenth reason by the letter it shows', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await beside(ZHANG);
    const { page } = panel;
    await page.keyboard.press('1');
    await shows('[data-state=reason]');
    const shown = await page.$$eval('.reason', (all) => all.map((one) => one.querySelector('.key')?.textContent ?? ''));
    expect(shown).toEqual([...'123456789', 'q', 'w', '0']);
    expect(await page.textContent('[data-reason=dissatisfied] .key')).toBe('q');
    await page.keyboard.press('q');
    await toastSays('Moved to Subscriber');
    const [last] = (await house.call('GET', `/v1/contacts/${zhang.id}/transitions?limit=200`)).body.data.slice(-1);
    expect(last).toMatchObject({ to: 'subscriber', reason: 'dissatisfied' });
  });

  it('with several tags of a group has the group named once, and every tag names it where it is taken off', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example', { tags: ['grade-a'] });
    for (const [key, en] of [
      ['frames', 'Frames'],
      ['lenses', 'Lenses'],
    ])
      await house.call('POST', '/v1/tags', { key, group: 'interests', labels: { en, 'zh-CN': en } });
    await house.call('POST', `/v1/contacts/${zhang.id}/tags`, { add: ['lenses', 'frames'] });
    await beside(ZHANG);
    const chips = () =>
      panel.page.$$eval('.tags [data-tag]', (all) =>
        all.map((one) => [...one.querySelectorAll('.soft, b')].map((part) => part.textContent).join(' ')),
      );
    await panel.screenshot('tags-of-a-group');
    expect((await chips()).toSorted()).toEqual(['Grade A', 'Interests Frames', 'Lenses']);
    expect(await panel.page.getAttribute('[data-tag=lenses]', 'aria-label')).toContain('Interests Lenses');
    // The one that named it is gone: the next names it.
    await panel.page.click('[data-tag=frames]');
    await toastSays('removed');
    expect((await chips()).toSorted()).toEqual(['Grade A', 'Interests Lenses']);
  });

  it('is refused where the rules do not allow it, with what is allowed, and nothing changes', async () => {
    const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
    await beside(ZHANG);
    await panel.page.keyboard.press('7');
    await shows('[data-state=refused]');
    expect(await panel.page.textContent('[data-state=refused]')).toContain('Customer');
    await panel.screenshot('refused');
    expect(await stageOf(zhang.id)).toBe('mql');
  });

  it('moved by a colleague meanwhile asks: keep theirs or mean ours', async () => {
    const zhang = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await beside(LI, { locale: 'zh-CN', dark: true });
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
    await beside(ZHANG);
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
    await beside(ZHANG);
    const { page } = panel;
    const now = async () => (await house.call('GET', `/v1/contacts/${zhang.id}`)).body;
    await page.keyboard.press('d');
    await page.waitForFunction(() => document.querySelectorAll('select[name=owner] option').length > 2);
    await page.click('.playbook summary');
    await panel.screenshot('details');
    await page.selectOption('select[name=owner]', { label: 'Wang Qiang' });
    await toastSays('Saved');
    await page.waitForFunction(() => document.querySelector('.who')?.textContent?.includes('Wang Qiang'));
    await page.getByText('Given to Wang Qiang').waitFor();
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
    await beside(ZHANG);
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
    await openSignedIn();
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
    await openSignedIn();
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
    await openSignedIn();
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
    await beside(LI, { locale: 'zh-CN', dark: true });
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
    await page.click('[data-act=sign-out]');
    await toastSays('还有内容未发送');
    panel.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await saved();
    const rows = (await house.call('GET', `/v1/contacts/${li.id}/transitions?limit=200`)).body.data;
    expect(rows.map((row: { to: string }) => row.to)).toEqual(['subscriber', 'lead', 'mql', 'sql', 'opportunity']);
  });

  it('offline every act says that it waits, and Esc drops it before it ever left', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example');
    await beside(ZHANG);
    const { page } = panel;
    panel.offline = true;
    const isDropped = async (said: string) => {
      await toastSays(said);
      await toastSays('goes out when the server answers');
      await page.keyboard.press('Escape');
      await saved();
    };
    await page.keyboard.press('t');
    await page.keyboard.type('grade-b');
    await page.keyboard.press('Enter');
    await isDropped('Tagged B');
    await page.keyboard.press('d');
    await page.click('.handles .icon');
    await isDropped('zhang.wei@lumen.example removed');
    await page.click('[data-act=archive]');
    await isDropped('Archived');
    panel.offline = false;
    const { body } = await house.call('GET', `/v1/contacts/${zhang.id}`);
    expect([body.tags, body.identities.length, body.archived_at]).toEqual([[], 1, null]);
  });

  it('a move back behind one that is still on its way asks for its reason before it is kept', async () => {
    const li = await withHistory('李娜', 'li.na@mingshi.example', '明视眼镜连锁');
    await beside(LI);
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
    await beside(ZHANG);
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
    await openSignedIn();
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
    await openSignedIn();
    await panel.open(ZHANG);
    await shows('[data-state=restricted]');
    expect(await panel.page.textContent('.body')).toContain('Wang Qiang');
    expect(await panel.page.textContent('.body')).not.toContain('Lumen');
    await panel.screenshot('restricted');
  });

  it('a person erased while they are open says so, and shows nothing of them', async () => {
    const zhang = await made('Zhang Wei', 'zhang.wei@lumen.example', { company: 'Lumen Optics' });
    await beside(ZHANG);
    await house.call('DELETE', `/v1/contacts/${zhang.id}`, undefined, { 'If-Match': `"${zhang.version}"` });
    await panel.page.keyboard.press('2');
    await shows('[data-state=failed-contact-erased]');
    expect(await panel.page.textContent('.body')).not.toMatch(/Zhang|Lumen/);
    await panel.screenshot('erased');
  });
});
