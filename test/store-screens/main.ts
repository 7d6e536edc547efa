// `npm run store:screens`: the pictures for the browser stores, taken of the real panel beside a real Roundcube on a real server,
// once per language. Needs what `npm test` installs for its end-to-end tests.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type ExtensionBrowser, launchWithExtension, type PanelDriver } from '../support/browser/index.ts';
import { openLivePanel } from '../support/browser/open-live-panel.ts';
import { mail } from '../support/live/mail.ts';
import { startRoundcube } from '../support/live/roundcube.ts';
import { newPlace, type RunningServer, sidestage, startServer } from '../support/server.ts';

const STORE = join(import.meta.dirname, '../../extension/store/screens');
/** What both stores take. */
const SIZE = { width: 1280, height: 800 };
const PANEL_WIDTH = 380;
const DAY_MS = 86_400_000;

const TOLD = {
  en: {
    folder: 'en',
    lang: 'en-US',
    rep: 'Lin Hao',
    website: 'Website',
    moved: 'Moved to SQL',
    known: { name: 'Zhang Wei', company: 'Lumen Optics', address: 'zhang.wei@lumen.example' },
    newcomer: { name: 'Ana Costa', address: 'ana@costa.example' },
    subjects: ['Price list for forty pairs', 'Timetable of the open class'],
    text: 'Hello,\n\nwe would like forty pairs for our staff. Could you send the price list, and say how soon you can deliver?\n\nBest regards\nZhang Wei',
    happened: '6 min: wants 40 pairs for the staff, asks about delivery',
    plan: 'Fri 10:00 send the quote',
    due: ['Call about the delivery', 'Send framed-lens quote', 'Ask for a referral'],
  },
  'zh-CN': {
    folder: 'zh',
    lang: 'zh-CN',
    rep: '林浩',
    website: '官网',
    moved: '已移到',
    known: { name: '李娜', company: '明视眼镜连锁', address: 'li.na@mingshi.example' },
    newcomer: { name: '王强', address: 'wang.qiang@sifang.example' },
    subjects: ['四十副眼镜的报价', '公开课的时间表'],
    text: '您好，\n\n我们想给员工配四十副眼镜，能发一份报价单吗？另外，多久能交货？\n\n此致\n李娜',
    happened: '通话 6 分钟：要给员工配 40 副，问了交货时间',
    plan: '周五 10:00 发报价单',
    due: ['电话确认交货时间', '发镜框报价单', '请她介绍朋友'],
  },
} as const;

for (const told of Object.values(TOLD)) await inLanguage(told);

async function inLanguage(told: (typeof TOLD)[keyof typeof TOLD]): Promise<void> {
  const place = newPlace();
  const { out: key } = sidestage(place, 'key', 'create', '--name', told.website);
  const server = await startServer(place, key.trim());
  // A mailbox of its own: no mail of the other language.
  const roundcube = await startRoundcube();
  const browser = await launchWithExtension({ extensionPath: await builtExtension(), lang: told.lang });
  try {
    const { known, newcomer, subjects } = told;
    for (const [person, subject] of [
      [newcomer, subjects[1]],
      [known, subjects[0]],
    ] as const) {
      const from = `${person.name} <${person.address}>`;
      await roundcube.deliver('INBOX', mail({ from, to: 'Rep One <rep@shop.example>', subject, text: told.text }));
    }
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: SIZE.width - PANEL_WIDTH - 1, height: SIZE.height });
    await roundcube.logIn(page);
    const panel = await openLivePanel(browser, page, { server: server.url, place, name: told.rep });
    await panel.setSize(PANEL_WIDTH, SIZE.height);
    await people(server, told);
    const openMail = (subject: string) => page.click(`#messagelist tr.message:has-text("${subject}")`);
    const take = (name: string) => picture(browser, page, panel, join(STORE, told.folder, `${name}.png`));

    await openMail(subjects[1]);
    await panel.waitFor('[data-state=new]');
    await take('1-new-person');
    await openMail(subjects[0]);
    await panel.waitFor('.stage-name[data-stage=mql]');
    await panel.press('f');
    await panel.type(told.plan);
    await panel.waitFor('#next-read b');
    await take('2-contact');
    await panel.click('input[name=next]');
    await panel.press('Enter');
    await panel.waitFor('[data-act=undo]');
    await panel.press('4');
    await panel.waitFor('.toast');
    await panel.waitForText(told.moved);
    await take('3-moved');
    await panel.press('1');
    await panel.waitFor('[data-state=reason]');
    await panel.setColorScheme('dark');
    await take('4-reason-dark');
    await panel.setColorScheme('light');
    await panel.press('Escape');
    await panel.click('[data-act=today]');
    await panel.waitFor('[data-state=today] .rows');
    await take('5-today');
  } finally {
    await browser.close();
    await roundcube.stop();
    await server.stop();
    place.remove();
  }
}

/** Somebody with a past, owned by the rep, and what is due over all people. */
async function people(server: RunningServer, told: (typeof TOLD)[keyof typeof TOLD]): Promise<void> {
  const { name, company, address } = told.known;
  const { data: staff } = (await server.call('GET', '/v1/staff')).body as { data: { id: string; name: string }[] };
  const rep = staff.find((one) => one.name === told.rep)?.id;
  const made = await server.call('POST', '/v1/contacts', {
    display_name: name,
    company,
    owner_id: rep,
    source: 'form',
    tags: ['grade-a'],
    identities: [{ channel: 'email', handle: address }],
  });
  const { id } = made.body as { id: string };
  for (const [to, evidence] of [
    ['lead', {}],
    ['mql', { 'took-price-list': true }],
  ] as const)
    await server.call('POST', `/v1/contacts/${id}/transitions`, { to, evidence });
  await server.call('POST', `/v1/contacts/${id}/interactions`, {
    kind: 'call',
    direction: 'inbound',
    occurred_at: ago(1),
    summary: told.happened,
  });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const [nth, title] of told.due.entries()) {
    const other = await server.call('POST', '/v1/contacts', {
      display_name: `${told.newcomer.name} ${nth + 1}`,
      owner_id: rep,
    });
    const local = `${new Date(Date.now() + (nth - 1) * DAY_MS).toISOString().slice(0, 10)}T23:30`;
    const contact_id = nth === 1 ? id : (other.body as { id: string }).id;
    await server.call('POST', '/v1/follow-ups', { contact_id, title, due: { local, zone }, assignee_id: rep });
  }
}

/** Page and panel beside each other, as the browser shows them. */
async function picture(browser: ExtensionBrowser, page: Page, panel: PanelDriver, path: string): Promise<void> {
  const file = join(path, '../.panel.png');
  await panel.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)).then(() => {}));
  await panel.screenshot(file);
  const shots = [await page.screenshot(), await readFile(file)];
  await rm(file);
  const images = shots.map(
    (shot) => `<img src="data:image/png;base64,${shot.toString('base64')}" height="${SIZE.height}">`,
  );
  const sheet = await browser.context.newPage();
  await sheet.setViewportSize(SIZE);
  await sheet.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#bbb;overflow:hidden">${images.join('')}`,
  );
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, await sheet.screenshot());
  await sheet.close();
  await page.bringToFront();
  // Taking the picture took the focus along.
  await panel.click('.origin');
}

function ago(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}
