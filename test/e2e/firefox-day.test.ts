// The rep's day in real Firefox: the archive for its store, installed, in the browser's real sidebar beside a real Roundcube,
// on the real server, and the history read back by the SDK.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SidestageClient, unwrap } from '@sidestage/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageExtension } from '../../extension/scripts/package.ts';
import { type Firefox, type FirefoxPage, hasFirefox, launchFirefox } from '../support/browser/index.ts';
import { SCREENS } from '../support/gallery/open-gallery.ts';
import { mail } from '../support/live/mail.ts';
import { recordRun } from '../support/live/record.ts';
import { type LiveRoundcube, startRoundcube } from '../support/live/roundcube.ts';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

const REP = 'Rep One <rep@shop.example>';
const ROOM = join(import.meta.dirname, '../../extension');

describe.skipIf(!hasFirefox)('the rep’s day in Firefox', () => {
  let place: Place;
  let server: RunningServer;
  let client: SidestageClient;
  let out: string;
  let roundcube: LiveRoundcube;
  let firefox: Firefox;
  let page: FirefoxPage;
  let panel: FirefoxPage;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'sidestage-package-'));
    place = newPlace();
    const key = newKey(place);
    server = await startServer(place, key);
    client = createClient({ baseUrl: server.url, token: key });
    const archive = packageExtension(ROOM, out).find(({ file }) => file.endsWith('-firefox.zip'));
    [roundcube, firefox] = await Promise.all([startRoundcube(), launchFirefox({ extensionPath: archive?.file ?? '' })]);
    await recordRun('firefox-day', { firefox: firefox.version, ...roundcube.versions });
    for (const [from, subject] of [
      ['Zhang Wei <zhang.wei@lumen.example>', 'Price list'],
      ['李娜 <li.na@mingshi.example>', 'Timetable'],
    ] as const)
      await roundcube.deliver('INBOX', mail({ from, to: REP, subject }));
    page = await firefox.openPage(roundcube.url);
    await page.type(roundcube.logins.rep.address, '[name=_user]');
    await page.type(roundcube.logins.rep.password, '[name=_pass]');
    await page.press('Enter');
    await page.waitFor('#messagelist tr.message');
    panel = await firefox.openSidePanel();
  });
  afterAll(async () => {
    await firefox?.close();
    await roundcube?.stop();
    await server?.stop();
    place?.remove();
    rmSync(out, { recursive: true, force: true });
  });

  const openMail = async (subject: string) => {
    const row = await page.evaluate((wanted: string) => {
      const rows = [...document.querySelectorAll('#messagelist tr.message')];
      return rows.find((one) => one.textContent?.includes(wanted))?.id ?? '';
    }, subject);
    await page.click(`#${escaped(row)} td.subject`);
  };
  const shownStage = (stage: string) => panel.waitFor(`.stage-name[data-stage="${stage}"]`);
  const zhang = async () => {
    const handles = [{ channel: 'email', handle: 'zhang.wei@lumen.example' }];
    const { contact } = await unwrap(client.POST('/v1/contacts/resolve', { body: { handles } }));
    if (contact === null) throw new Error('Nobody has this address.');
    return contact;
  };

  it('connects with a code, sees the tab when its button is pressed, and asks for that site alone', async () => {
    const { out: code } = sidestage(place, 'invite', '--name', 'Lin Hao', '--role', 'rep');
    await panel.waitFor('input[name=server]');
    await panel.evaluate(() => document.querySelector<HTMLInputElement>('input[name=server]')?.select());
    await panel.type(server.url);
    await panel.type(code.trim(), 'input[name=code]');
    await panel.press('Enter');
    await panel.waitForText('This tab is not shared yet');
    await page.bringToFront();
    await firefox.pressButton();
    await panel.click('[data-act=switch-on]');
    await panel.waitForText('Open a mail or a chat');
    const { origins } = await panel.evaluate<{ origins: string[] }>('browser.permissions.getAll()');
    expect(origins).toEqual(['http://127.0.0.1/*']);
  });

  it('makes the open mail a contact with one key, moves, tags, plans and logs by keys', async () => {
    await openMail('Price list');
    await panel.waitFor('[data-state=new]');
    await panel.waitForText('zhang.wei@lumen.example');
    await panel.press('c');
    await shownStage('subscriber');
    await panel.press('2');
    await panel.waitForText('Moved to Lead');
    await panel.press('3');
    await panel.waitForText('Moved to MQL');
    await panel.press('Escape');
    await panel.waitForText('Taken back');
    await shownStage('lead');
    await panel.press('t');
    await panel.type('b');
    await panel.waitFor('[data-option=grade-b]');
    await panel.press('Enter');
    await panel.waitFor('[data-tag=grade-b]');
    await panel.press('f');
    await panel.type('Fri 10:00 call about price');
    await panel.press('Enter');
    await panel.waitFor('[data-step]');
    await panel.press('n');
    await panel.type('问了40副的价格');
    await panel.press('Enter');
    await panel.waitForText('Logged');
    await panel.waitForText('All saved');
    await panel.screenshot(join(SCREENS, 'firefox-day.png'));
  });

  it('is read back whole by the SDK', async () => {
    const contact = await zhang();
    expect(contact).toMatchObject({ display_name: 'Zhang Wei', tags: ['grade-b'], stages: [{ stage: 'lead' }] });
    const path = { id: contact.id };
    const { data: rows } = await unwrap(client.GET('/v1/contacts/{id}/transitions', { params: { path } }));
    expect(rows.map((row) => row.to)).toEqual(['subscriber', 'lead', 'mql', 'lead']);
    expect(rows[3]?.voids).toBe(rows[2]?.id);
    const query = { contact_id: contact.id, assignee: 'all' };
    const { data: steps } = await unwrap(client.GET('/v1/follow-ups', { params: { query } }));
    expect(steps).toMatchObject([{ title: 'call about price', status: 'open' }]);
    const { data: log } = await unwrap(client.GET('/v1/contacts/{id}/interactions', { params: { path } }));
    expect(log).toMatchObject([{ kind: 'email', summary: '问了40副的价格' }]);
  });

  it('takes a digit and Enter from the page while the picker is armed, and nothing after', async () => {
    await firefox.pressShortcut();
    await panel.waitFor('.armed');
    await page.press('3');
    await panel.waitForText('Enter moves to MQL');
    await page.press('Enter');
    await panel.waitForText('Moved to MQL');
    await shownStage('mql');
    await page.press('4');
    await panel.waitForText('All saved');
    expect((await zhang()).stages).toMatchObject([{ stage: 'mql' }]);
  });

  it('shows another person beside another mail at once, and nobody where the site is taken back', async () => {
    await openMail('Timetable');
    await panel.waitForText('li.na@mingshi.example');
    expect(await panel.text('.body')).not.toContain('Zhang Wei');
    await panel.evaluate("browser.permissions.remove({ origins: ['http://127.0.0.1/*'] })");
    await panel.waitFor('[data-act=switch-on]');
    expect(await panel.text('.body')).not.toContain('li.na');
  });

  it('complained of nothing', () => {
    expect(panel.errors).toEqual([]);
  });
});

/** Roundcube's rows are named with their message's address in base64, which may hold signs selectors know. */
function escaped(id: string): string {
  return id.replace(/[^\w-]/g, (sign) => `\\${sign}`);
}
