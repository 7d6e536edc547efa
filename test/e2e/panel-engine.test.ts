// What the engine knows of a person, as the rep sees it and acts on it: a real browser against a real API. Each state is
// photographed, and at its end usable without eyes or a mouse.
import { statement } from '@sidestage/api';
import { expect, it } from 'vitest';
import { eachWithAHouse, house, openSignedIn, panel, saved, shows } from '../support/gallery/panel-suite.ts';
import { directMail } from '../support/gallery/readings.ts';

const DAY_MS = 86_400_000;
const EMAIL = 'zhang.wei@lumen.example';
const ZHANG = directMail('Zhang Wei', EMAIL);

eachWithAHouse();

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh });
async function person(more: Record<string, unknown> = {}): Promise<string> {
  const identities = [{ channel: 'email', handle: EMAIL }];
  const made = await house.call('POST', '/v1/contacts', {
    display_name: 'Zhang Wei',
    company: 'Lumen',
    identities,
    ...more,
  });
  return made.body.id;
}
const log = (id: string, kind: string) =>
  house.call('POST', `/v1/contacts/${id}/interactions`, {
    kind,
    direction: 'inbound',
    occurred_at: new Date(house.clock.now()).toISOString(),
    summary: 'x',
  });
const get = async (id: string) => (await house.call('GET', `/v1/contacts/${id}`)).body;
/** The panel signed in, with the mail of the person open. */
async function open(options: Parameters<typeof openSignedIn>[0] = {}) {
  await openSignedIn({ height: 1000, clock: house.clock.now(), ...options });
  await panel.open(ZHANG);
  await panel.page.waitForSelector('[data-state=contact]');
}
const says = (text: string, where = '.body') =>
  panel.page.waitForFunction(
    ([it, at]) => document.querySelector(at as string)?.textContent?.includes(it as string),
    [text, where],
    {
      timeout: 5_000,
    },
  );

it('health stands with the figures that told it, the grade with its rhythm, and the other lifecycles one press away', async () => {
  const id = await person({ tags: ['grade-a'], stages: { 'seven-stage': 'customer', 'whole-life': 'closed' } });
  house.clock.advance(50 * DAY_MS);
  for (let i = 0; i < 2; i++) await log(id, 'complaint');
  house.clock.advance(46 * DAY_MS);
  await open();
  expect(await panel.page.textContent('[data-health]')).toContain('At risk');
  expect(await panel.page.textContent('[data-rule=silence]')).toBe('silent for 46 days; 45 is the limit');
  await says('Grade A · every 7 days · overdue 39 days');
  await panel.screenshot('engine-health');
  await panel.page.click('[data-elsewhere=whole-life]');
  await shows('.stage-name[data-stage=closed]');
  // What the lifecycle does not allow from here says so before it is pressed.
  expect(await panel.page.getAttribute('.cell[data-stage=list]', 'title')).toContain('not allowed from here');
  expect(await panel.page.getAttribute('.cell[data-stage=silent]', 'title')).toContain('service messages only');
  await panel.page.click('[data-elsewhere=seven-stage]');
  await shows('.stage-name[data-stage=customer]');
});

it('closes in place by x and a digit, says so, and opens again; a note is asked where the reason says nothing alone', async () => {
  const id = await person({ stages: { 'seven-stage': 'mql' } });
  await open();
  await panel.page.keyboard.press('x');
  await shows('[data-state=reason]');
  await says('They bought elsewhere or not at all.');
  await panel.screenshot('engine-closing');
  await panel.page.keyboard.press('2');
  await shows('[data-state=closed]');
  await saved();
  expect((await get(id)).stages[0]).toMatchObject({ stage: 'mql', closed: { outcome: 'lost', reason: 'gone-quiet' } });
  await panel.screenshot('engine-closed');
  // Esc takes the last act back: the row is voided, nobody was closed.
  await panel.page.keyboard.press('Escape');
  await panel.page.waitForSelector('[data-state=closed]', { state: 'detached' });
  expect((await get(id)).stages[0].closed).toBe(null);

  await panel.page.click('[data-act=close-contact]');
  await panel.page.click('[data-outcome=disqualified]');
  await panel.page.keyboard.press('0');
  await shows('input[name=reason-note]');
  await panel.page.keyboard.type('同行打探');
  await panel.page.keyboard.press('Enter');
  await shows('[data-state=closed]');
  await panel.page.click('[data-act=reopen-contact]');
  await shows('[data-act=move]');
  const rows = (await house.call('GET', `/v1/contacts/${id}/transitions`)).body.data;
  expect(rows.at(-2)).toMatchObject({ outcome: 'disqualified', reason: 'other', note: '同行打探', source: 'panel' });
  expect(rows.at(-1)).toMatchObject({ outcome: 'open' });
});

it('at the boiling point proposes the move and makes none; declined it stays away, accepted it moves', async () => {
  const id = await person();
  for (const kind of ['meeting', 'meeting', 'call']) await log(id, kind);
  await open();
  await shows('[data-state=proposed]');
  await says('Proposed: SQL');
  await says('100° of 100°');
  await panel.screenshot('engine-proposed');
  await panel.page.click('[data-act=decline]');
  await panel.page.waitForSelector('[data-state=proposed]', { state: 'detached' });
  expect((await get(id)).stages[0].stage).toBe('subscriber');
  await panel.page.keyboard.press('Escape');
  await shows('[data-state=proposed]');
  await panel.page.click('[data-act=accept]');
  await shows('.stage-name[data-stage=sql]');
  await saved();
  expect((await get(id)).stages[0].stage).toBe('sql');
});

it('who is handed over is taken by o or declined with a word why; Esc takes either back', async () => {
  const id = await person({ stages: { 'seven-stage': 'mql' } });
  const handovers = async () => (await house.call('GET', `/v1/handovers?contact_id=${id}`)).body.data;
  await house.call('POST', `/v1/contacts/${id}/transitions`, { to: 'sql' });
  house.clock.advance(120_000);
  await open();
  await shows('[data-state=handover]');
  await says('Handed from marketing to sales 2 min ago');
  await panel.screenshot('engine-handover');
  await panel.page.keyboard.press('o');
  await says('Yours now', '.toast');
  await panel.page.waitForSelector('[data-state=handover]', { state: 'detached' });
  await says('Owner you');
  await says('Taken over from', '.timeline');
  const me = (await house.call('GET', '/v1/staff')).body.data.find((one: { name: string }) => one.name === 'Lin Hao');
  expect([(await handovers())[0].status, (await get(id)).owner_id]).toEqual(['accepted', me.id]);
  await panel.page.keyboard.press('Escape');
  await shows('[data-state=handover]');
  await says('No owner');
  expect([(await handovers())[0].status, (await get(id)).owner_id]).toEqual(['open', null]);

  await panel.page.click('[data-act=decline-handover]');
  await panel.page.keyboard.type('预算还没批');
  await panel.page.keyboard.press('Enter');
  await says('“预算还没批”', '.timeline');
  const written = (await handovers())[0];
  expect(written).toMatchObject({ status: 'declined', note: '预算还没批', decided_by: { id: me.id } });
  const { rows } = await house.house.deps.db.read({
    rows: statement('select operation, handle from write_contexts where contact_id = ? order by rowid', [id]),
  });
  expect(rows).toEqual(['acceptHandover', 'reopenHandover', 'declineHandover'].map((one) => [one, EMAIL]));
  await panel.page.keyboard.press('Escape');
  await shows('[data-state=handover]');
  // Somebody else was faster: nothing is overwritten, and the line is gone.
  await house.call('POST', `/v1/handovers/${written.id}/accept`);
  await panel.page.keyboard.press('o');
  await says('answered meanwhile', '.toast');
  await panel.page.waitForSelector('[data-state=handover]', { state: 'detached' });
});

it('a criterion is ticked with what shows it, and both go with the move', async () => {
  const id = await person({ stages: { 'seven-stage': 'lead' } });
  await open();
  await says('may be marketed to', '.effects');
  await panel.page.click('.tickable >> nth=1');
  await panel.page.fill('input[name=evidence]', 'trial on Friday');
  await panel.screenshot('engine-evidence');
  await panel.page.click('[data-act=move]');
  await shows('.stage-name[data-stage=mql]');
  await saved();
  const { rows } = await house.house.deps.db.read({
    rows: {
      sql: 'select evidence from transition_notes where contact_id = ?',
      args: [id],
      decode: (r) => String(r[0]),
    },
  });
  expect(rows).toEqual(['{"booked-trial":"trial on Friday"}']);
});

it('fields are typed and changed in place; a rule says why it tagged, a person why not, and one press brings the rule back', async () => {
  await house.call('POST', '/v1/fields', { key: 'employees', type: 'number', labels: both('Employees', '员工数') });
  await house.call('POST', '/v1/fields', { key: 'vip', type: 'boolean', labels: both('VIP', '贵宾') });
  await house.call('POST', '/v1/tag-groups', { key: 'tier', mode: 'single', labels: both('Tier', '分层') });
  for (const [key, en, zh] of [
    ['sme', 'SME', '中小企业'],
    ['large', 'Large', '大客户'],
  ] as const)
    await house.call('POST', '/v1/tags', { key, group: 'tier', labels: both(en, zh) });
  await house.call('POST', '/v1/rules', {
    key: 'by-size',
    field: 'employees',
    group: 'tier',
    labels: both('By size', '按规模'),
    cases: [{ at_least: 1_500, tag: 'large' }, { tag: 'sme' }],
  });
  const id = await person({ fields: { employees: 2_000 } });
  await open();
  await panel.page.click('.facts summary');
  await says('Large by the rule “By size”, because Employees is 2,000', '[data-verdict=by-size]');
  await panel.page.fill('input[name=field-employees]', 'many');
  await panel.page.press('input[name=field-employees]', 'Enter');
  await shows('input[name=field-employees][aria-invalid=true]');
  await panel.page.fill('input[name=field-employees]', '30');
  await panel.page.press('input[name=field-employees]', 'Enter');
  await shows('[data-tag=sme]');
  await panel.page.selectOption('select[name=field-vip]', 'true');
  await says('VIP yes', '.facts summary');
  expect((await get(id)).fields).toEqual({ employees: 30, vip: true });
  // Somebody knows better, and says why.
  await house.call('POST', `/v1/contacts/${id}/tags`, { add: ['large'] });
  await panel.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await panel.page.click('.facts summary');
  await panel.page.click('.facts summary');
  await panel.page.fill('input[name=why-by-size]', 'part of a group');
  await panel.page.press('input[name=why-by-size]', 'Enter');
  await says('“part of a group”', '[data-verdict=by-size]');
  await panel.screenshot('engine-fields');
  await panel.page.click('[data-act=back-to-rule]');
  await says('SME by the rule', '[data-verdict=by-size]');
  await shows('[data-tag=sme]');
});

it('says all of it in Chinese and in the dark as well', async () => {
  await house.call('POST', '/v1/fields', { key: 'potential', type: 'number', labels: both('Potential', '采购潜力') });
  await house.call('POST', '/v1/fields', { key: 'our_share', type: 'number', labels: both('Our share', '我方份额') });
  const matrix = { x_field: 'potential', y_field: 'our_share', x_cut: 100, y_cut: 0.5 };
  await house.call('PATCH', '/v1/settings', { matrix });
  const id = await person({
    tags: ['grade-b'],
    fields: { potential: 500, our_share: 0.2 },
    stages: { 'seven-stage': 'opportunity', 'whole-life': 'intention' },
  });
  house.clock.advance(9 * DAY_MS);
  await log(id, 'meeting');
  await log(id, 'call');
  await open({ locale: 'zh-CN', dark: true });
  await says('在此阶段 9 天，通常 7 天');
  await says('进攻：潜力大，份额低');
  await panel.screenshot('engine-zh-dark');
  await panel.page.keyboard.press('x');
  await says('本来就没有成交可能。').catch(() => says('去了别家，或不买了。'));
  await panel.screenshot('engine-zh-closing');
});
