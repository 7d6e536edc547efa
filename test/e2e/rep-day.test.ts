// The rep's path, whole: a real mail in real Roundcube, a real chat in real Converse.js, the built extension in the
// browser's real side panel, the real server on a real file, and the history read back by the SDK.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, paginate, type SidestageClient, unwrap } from '@sidestage/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { SCREENS } from '../support/gallery/open-gallery.ts';
import { type LiveConverse, startConverse } from '../support/live/converse.ts';
import { mail } from '../support/live/mail.ts';
import { recordLog, recordRun } from '../support/live/record.ts';
import { type LiveRoundcube, startRoundcube } from '../support/live/roundcube.ts';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

const REP = 'Rep One <rep@shop.example>';

let place: Place;
let server: RunningServer;
let client: SidestageClient;
let browser: ExtensionBrowser;
const versions: Record<string, string> = {};

beforeAll(async () => {
  place = newPlace();
  const key = newKey(place);
  server = await startServer(place, key);
  client = createClient({ baseUrl: server.url, token: key });
  const script = { lifecycle: 'seven-stage', locale: 'en', title: 'Price list', text: TEXT } as const;
  await unwrap(client.POST('/v1/scripts', { body: script }));
  browser = await launchWithExtension({ extensionPath: await builtExtension(), lang: 'en-US' });
  versions.chromium = browser.version;
});

afterAll(async () => {
  await recordRun('rep-day', { at: new Date().toISOString(), versions });
  await browser?.close();
  await server?.stop();
  place?.remove();
});

const screenshot = (panel: PanelDriver, name: string) => panel.screenshot(join(SCREENS, `live-${name}.png`));
/** The page and the panel as a rep sees them, next to each other in one picture. */
async function sideBySide(page: Page, panel: PanelDriver, name: string): Promise<void> {
  const height = await page.evaluate(() => window.innerHeight);
  await panel.setSize(380, height);
  await screenshot(panel, name);
  const shots = [await page.screenshot(), await readFile(join(SCREENS, `live-${name}.png`))];
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}" height="${height}">`);
  const sheet = await browser.context.newPage();
  await sheet.setContent(
    `<body style="margin:0;display:flex;width:max-content;gap:1px;background:#bbb">${images.join('')}`,
  );
  await sheet.locator('body').screenshot({ path: join(SCREENS, `live-${name}-beside.png`) });
  await sheet.close();
  await page.bringToFront();
}

const shownStage = (panel: PanelDriver, stage: string) =>
  panel.waitFor(
    (it: string) => document.querySelector('.stage-name')?.getAttribute('data-stage') === it,
    10_000,
    stage,
  );
const saved = (panel: PanelDriver) => panel.waitForText('All saved');

async function byHandle(channel: string, handle: string) {
  const found = await unwrap(client.POST('/v1/contacts/resolve', { body: { handles: [{ channel, handle }] } }));
  expect(found.match).toBe('exact');
  if (found.contact === null) throw new Error('Nobody has this handle.');
  return found.contact;
}

const TEXT = 'Dear {name},\nthe price list is attached.\n{me}';
const filled = (name: string) => `Dear ${name},\nthe price list is attached.\nLin Hao`;
/** The script of the stage, from the panel into whatever the page has open. */
async function useScript(panel: PanelDriver): Promise<void> {
  await panel.press('p');
  await panel.waitFor('[data-script]');
  await panel.press('Enter');
}

async function ledgerOf(id: string) {
  const rows = [];
  for await (const row of paginate(client, '/v1/contacts/{id}/transitions', { path: { id } })) rows.push(row);
  return rows;
}

describe('beside a mail in Roundcube', () => {
  let roundcube: LiveRoundcube;
  let page: Page;
  let panel: PanelDriver;

  beforeAll(async () => {
    roundcube = await startRoundcube();
    Object.assign(versions, roundcube.versions);
    await roundcube.deliver(
      'INBOX',
      mail({ from: 'Zhang Wei <zhang.wei@lumen.example>', to: REP, subject: 'Price list' }),
    );
    await roundcube.deliver('INBOX', mail({ from: '李娜 <li.na@mingshi.example>', to: REP, subject: 'Timetable' }));
    page = await browser.context.newPage();
    await roundcube.logIn(page);
    panel = await openLivePanel(browser, page, { server: server.url, place });
  });

  afterAll(async () => {
    if (roundcube !== undefined) {
      await recordLog('rep-day-imap.log', roundcube.imapLogPath);
      await recordLog('rep-day-imap-dialogue.log', roundcube.imapDialoguePath);
    }
    await roundcube?.stop();
  });

  const openMail = (subject: string) => page.click(`#messagelist tr.message:has-text("${subject}")`);

  it('the open mail becomes a contact with one click', async () => {
    await panel.waitForText('Open a mail or a chat');
    await openMail('Price list');
    await panel.waitFor('[data-state=new]');
    await panel.waitForText('zhang.wei@lumen.example');
    await screenshot(panel, 'new-person');
    await panel.click('[data-act=create]');
    await shownStage(panel, 'subscriber');
    const contact = await byHandle('email', 'zhang.wei@lumen.example');
    expect(contact.display_name).toBe('Zhang Wei');
  });

  it('two digits move them from Subscriber over Lead to MQL', async () => {
    await panel.press('2');
    await shownStage(panel, 'lead');
    await panel.waitForText('Moved to Lead');
    await panel.press('3');
    await panel.waitForText('Moved to MQL');
    await saved(panel);
  });

  it('a tag and a next step written in one line are on the card', async () => {
    await panel.press('t');
    await panel.type('grade');
    await panel.waitFor('[data-option=grade-a]');
    await panel.press('Enter');
    await panel.waitFor('[data-tag=grade-a]');
    await panel.press('f');
    await panel.type('Fri 10:00 call about price');
    await panel.waitForText('call about price · Enter to save');
    await panel.press('Enter');
    await panel.waitFor('[data-step]');
    await panel.press('n');
    await panel.type('Asked for the price of 40 pairs');
    await panel.press('Enter');
    await panel.waitForText('Logged');
    await saved(panel);
    await sideBySide(page, panel, 'roundcube');
  });

  it('and the SDK reads the same history back', async () => {
    const contact = await byHandle('email', 'zhang.wei@lumen.example');
    expect(contact.stages).toMatchObject([{ lifecycle: 'seven-stage', stage: 'mql' }]);
    expect(contact.tags).toEqual(['grade-a']);
    const rows = await ledgerOf(contact.id);
    expect(rows.map((row) => [row.from, row.to, row.source])).toEqual([
      [null, 'subscriber', 'panel'],
      ['subscriber', 'lead', 'panel'],
      ['lead', 'mql', 'panel'],
    ]);
    const query = { contact_id: contact.id, assignee: 'all' };
    const { data: steps } = await unwrap(client.GET('/v1/follow-ups', { params: { query } }));
    expect(steps).toMatchObject([{ title: 'call about price', status: 'open' }]);
    expect(steps[0]?.due.local).toMatch(/T10:00$/);
    const { data: log } = await unwrap(
      client.GET('/v1/contacts/{id}/interactions', { params: { path: { id: contact.id } } }),
    );
    expect(log).toMatchObject([{ kind: 'email', channel: 'email', summary: 'Asked for the price of 40 pairs' }]);
  });

  it('another mail shows another person at once, and nothing of the last one', async () => {
    await openMail('Timetable');
    await panel.waitForText('li.na@mingshi.example');
    expect(await panel.text('.body')).not.toContain('Zhang Wei');
    await openMail('Price list');
    await shownStage(panel, 'mql');
    expect(await panel.text('.name')).toBe('Zhang Wei');
  });

  it('a script goes into the answer being written, beside the mail it answers, to be taken back; without one it is copied', async () => {
    await useScript(panel);
    await panel.waitForText('no reply is open on the page');
    await page.goto(`${roundcube.url}?_task=mail&_action=compose&_reply_uid=1&_mbox=INBOX`);
    await page.waitForSelector('#compose_to li.recipient');
    const written = () => page.inputValue('#composebody');
    const before = await written();
    expect(before).toContain('> ');
    // The playbook of the mail, still open, closes with it: what is shown then is about the answer.
    await panel.waitFor(() => document.querySelector('[data-script]') === null);
    await shownStage(panel, 'mql');
    await useScript(panel);
    await panel.waitForText('Inserted. Nothing was sent.');
    const after = await written();
    expect(after.split(filled('Zhang Wei'))).toHaveLength(2);
    expect(after.replace(filled('Zhang Wei'), '')).toBe(before);
    await sideBySide(page, panel, 'roundcube-answer');
    await page.keyboard.press('Control+z');
    expect(await written()).toBe(before);
  });

  it('a script goes into an answer written with formatting as well, in the frame its editor draws, to be taken back', async () => {
    page.once('dialog', (asked) => void asked.accept());
    await page.evaluate("rcmail.command('toggle-editor', { id: 'composebody', html: true })");
    const editor = page.frameLocator('#composebody_ifr').locator('body[contenteditable=true]');
    await editor.filter({ hasText: 'wrote' }).waitFor();
    // biome-ignore lint/performance/useDomNodeTextContent: lines are drawn, not in the tree
    const written = async () => (await editor.innerText()).replaceAll(/\s+/g, ' ').trim();
    const before = await written();
    await useScript(panel);
    await panel.waitFor(() => document.querySelector('[data-script]') === null);
    expect(await panel.text('.toast')).toContain('Inserted. Nothing was sent.');
    const text = filled('Zhang Wei').replaceAll(/\s+/g, ' ');
    const after = await written();
    expect(after.split(text)).toHaveLength(2);
    expect(after.replace(text, '').trim()).toBe(before);
    await page.keyboard.press('Control+z');
    expect(await written()).toBe(before);
  });

  it('the panel complained of nothing', () => {
    expect(panel.errors).toEqual([]);
  });
});

describe('beside a chat in Converse.js', () => {
  let converse: LiveConverse;
  let page: Page;
  let panel: PanelDriver;

  beforeAll(async () => {
    converse = await startConverse();
    Object.assign(versions, converse.versions);
    page = await browser.context.newPage();
    // The page asks other hosts for logos of sponsors; nothing here may leave the machine.
    await page.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await converse.logIn(page);
    panel = await openLivePanel(browser, page, { server: server.url, place });
  });

  afterAll(() => converse?.stop());

  const openChat = async (jid: string) => {
    await page.click(`.open-chat[data-jid="${jid}"]`);
    await page.waitForSelector(`converse-chat[jid="${jid}"] textarea.chat-textarea`);
  };

  it('the person of the open chat is created, moved back and forth, and the other chat is somebody else', async () => {
    await openChat('ana@localhost');
    await panel.waitFor('[data-state=new]');
    await panel.click('[data-act=create]');
    await shownStage(panel, 'subscriber');
    await panel.press('2');
    await panel.waitForText('Moved to Lead');
    await panel.press('Escape');
    await panel.waitForText('Taken back');
    await shownStage(panel, 'subscriber');
    await openChat('bo@localhost');
    await panel.waitForText('bo@localhost');
    await panel.waitFor('[data-state=new]');
    const ana = await byHandle('xmpp', 'ana@localhost');
    expect(ana.stages).toMatchObject([{ stage: 'subscriber' }]);
    const rows = await ledgerOf(ana.id);
    expect(rows).toHaveLength(3);
    expect(rows[2]?.voids).toBe(rows[1]?.id);
    await sideBySide(page, panel, 'converse');
  });

  it('a digit and Enter typed into the page move the person while the picker is armed, and the composer keeps its text', async () => {
    await openChat('ana@localhost');
    await shownStage(panel, 'subscriber');
    const composer = page.locator('converse-chat[jid="ana@localhost"] textarea.chat-textarea');
    await composer.click();
    await page.keyboard.type('About your 3 pairs');
    await browser.pressShortcut('arm-picker', page);
    await panel.waitFor('.armed');
    await page.keyboard.press('2');
    await panel.waitForText('Enter moves to Lead');
    await screenshot(panel, 'armed');
    await page.keyboard.press('Enter');
    await panel.waitForText('Moved to Lead');
    expect(await composer.inputValue()).toBe('About your 3 pairs');
    // The page has its keys back.
    await page.keyboard.type(' 4');
    expect(await composer.inputValue()).toBe('About your 3 pairs 4');
    await browser.pressShortcut('arm-picker', page);
    await panel.waitFor('.armed');
    // Typing on ends it: what comes after is text again.
    await page.keyboard.type('x5');
    expect(await composer.inputValue()).toBe('About your 3 pairs 4x5');
    await shownStage(panel, 'lead');
    await openChat('bo@localhost');
    await panel.waitFor('[data-state=new]');
  });

  it('a script goes into the composer of the open chat after what was typed there, and is not sent', async () => {
    await openChat('ana@localhost');
    await shownStage(panel, 'lead');
    const name = await panel.text('.name');
    const composer = page.locator('converse-chat[jid="ana@localhost"] textarea.chat-textarea');
    const before = await composer.inputValue();
    await useScript(panel);
    await panel.waitForText('Inserted. Nothing was sent.');
    expect(await composer.inputValue()).toBe(before + filled(name));
    await page.keyboard.press('Control+z');
    expect(await composer.inputValue()).toBe(before);
    expect(await page.locator('converse-chat[jid="ana@localhost"] .chat-msg--sender-me').count()).toBe(0);
    await openChat('bo@localhost');
    await panel.waitFor('[data-state=new]');
  });

  it('a chat that is tied to a person known by mail shows that person, with both addresses', async () => {
    const zhang = await byHandle('email', 'zhang.wei@lumen.example');
    await panel.click('[data-act=tie]');
    await panel.waitFor('[data-state=tie]');
    await panel.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.select());
    await panel.type('Zhang');
    await panel.waitFor('[role=option]');
    await panel.waitForText('Zhang Wei');
    await panel.press('Enter');
    await panel.waitFor(`[data-contact="${zhang.id}"]`);
    expect((await byHandle('xmpp', 'bo@localhost')).id).toBe(zhang.id);
  });

  it('the panel complained of nothing', () => {
    expect(panel.errors).toEqual([]);
  });
});
