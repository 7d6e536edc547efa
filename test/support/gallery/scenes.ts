// The panel's states, each reached as a rep reaches it, for tests that look at all of them.
import type { TestHouse } from '../house.ts';
import { codeFor, type OpenGallery } from './open-gallery.ts';
import { directMail, groupChat, nameOnlyChat, nothingOpen, unreadablePage } from './readings.ts';

const DAY_MS = 86_400_000;
// Long where people's are: a name, a company and an address that do not fit a line.
const NAME = 'Maximiliane Schwarzenberger-Oberhuber';
const ADDRESS = 'maximiliane.schwarzenberger-oberhuber@lumen-optics-international.example';
export const LONG = directMail(NAME, ADDRESS);
const NEWCOMER = directMail(
  'Aleksandra Wojciechowska-Krzyżanowska',
  'aleksandra.wojciechowska@mingshi-optical.example',
);

export interface Scene {
  readonly name: string;
  /** Without a session. */
  readonly signedOut?: true;
  readonly show: (panel: OpenGallery, house: TestHouse) => Promise<unknown>;
}

const shown = (selector: string) => (panel: OpenGallery) => panel.page.waitForSelector(selector, { timeout: 5_000 });
const contact = async (panel: OpenGallery) => {
  await panel.open(LONG);
  await shown('[data-state=contact]')(panel);
};
const press = async (panel: OpenGallery, ...keys: string[]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
};

/** Who is in the house: somebody with a past, a namesake, somebody of another rep. Returns what the scenes open. */
export async function people(house: TestHouse): Promise<{ id: string }> {
  const made = async (display_name: string, handle: string, more: object = {}) => {
    const identities = [{ channel: 'email', handle }];
    return (await house.call('POST', '/v1/contacts', { display_name, identities, ...more })).body as { id: string };
  };
  await codeFor(house, 'Wang Qiang');
  const { data: staff } = (await house.call('GET', '/v1/staff')).body as { data: { id: string; name: string }[] };
  const colleague = staff.find((one) => one.name === 'Wang Qiang')?.id;
  const long = await made(NAME, ADDRESS, {
    company: 'Lumen Optics International Handelsgesellschaft mbH',
    tags: ['grade-a'],
  });
  await made(NEWCOMER.participants[0]?.name ?? '', 'aw@elsewhere.example');
  await made('王强', 'wang.qiang@sifang.example', { company: '四方商贸' });
  const archived = await made('Tom Hale', 'tom.hale@hale.example');
  await house.call('POST', `/v1/contacts/${archived.id}/archive`);
  await made('Not Yours', 'not.yours@lumen.example', { owner_id: colleague });
  await house.call('POST', `/v1/contacts/${long.id}/identities`, { channel: 'phone', handle: '+8613800138000' });
  house.clock.advance(2 * DAY_MS);
  await house.call('POST', `/v1/contacts/${long.id}/transitions`, { to: 'lead' });
  house.clock.advance(DAY_MS);
  await house.call('POST', `/v1/contacts/${long.id}/transitions`, { to: 'mql', evidence: { 'took-price-list': true } });
  const occurred_at = new Date(house.clock.now()).toISOString();
  await house.call('POST', `/v1/contacts/${long.id}/interactions`, {
    kind: 'call',
    direction: 'inbound',
    occurred_at,
    summary: 'Wants forty pairs of progressive lenses for the staff of the Donaudampfschifffahrtsgesellschaft',
  });
  await house.call('POST', '/v1/follow-ups', {
    contact_id: long.id,
    title: 'Send the quote for the framed lenses, with the delivery times',
    due: { local: '2026-11-24T15:00', zone: 'Asia/Shanghai' },
    assignee_id: colleague,
  });
  const script = { lifecycle: 'seven-stage', stage: 'mql', locale: 'en', title: 'Price list' };
  await house.call('POST', '/v1/scripts', { ...script, text: 'Dear {name}, an offer for {company}.' });
  return long;
}

export const SCENES: readonly Scene[] = [
  { name: 'connect', signedOut: true, show: shown('input[name=code]') },
  { name: 'nobody open', show: (panel) => panel.open(nothingOpen).then(() => panel.page.waitForSelector('.page')) },
  {
    name: 'site off',
    async show(panel) {
      await panel.open(null);
      await panel.site({ origin: 'https://webmail.lumen-optics-international.example', state: 'off' });
      await shown('[data-act=switch-on]')(panel);
    },
  },
  { name: 'loading', show: (panel) => panel.open('loading').then(() => shown('[data-state=loading]')(panel)) },
  {
    name: 'new person',
    async show(panel) {
      await panel.site({ origin: 'https://mail.example.com', state: 'on' });
      await panel.open(directMail(null, 'nobody.knows.this.rather.long.address@mingshi-optical-trading.example'));
      await shown('[data-state=new]')(panel);
    },
  },
  { name: 'candidates', show: (panel) => panel.open(NEWCOMER).then(() => shown('[data-state=candidates]')(panel)) },
  {
    name: 'name only',
    show: (panel) => panel.open(nameOnlyChat('王强', 'chat-7')).then(() => shown('[data-state=name-only]')(panel)),
  },
  {
    name: 'group',
    async show(panel) {
      const members = [
        { name: NAME, handle: 'max@chat.example' },
        { name: 'Tom Hale', handle: 'tom@chat.example' },
      ];
      await panel.open(groupChat(members));
      await shown('[data-state=choose]')(panel);
    },
  },
  {
    name: 'ignored',
    async show(panel) {
      await panel.open(directMail('Private Person', 'person@private.example'));
      await panel.page.click('[data-act=ignore]');
      await shown('[data-state=ignored]')(panel);
    },
  },
  {
    name: 'unreadable',
    show: (panel) => panel.open(unreadablePage('disagree')).then(() => shown('[data-state=unreadable]')(panel)),
  },
  {
    name: 'archived',
    show: (panel) =>
      panel.open(directMail('Tom Hale', 'tom.hale@hale.example')).then(() => shown('[data-act=restore]')(panel)),
  },
  { name: 'contact', show: contact },
  {
    name: 'next step, as it is read',
    async show(panel) {
      await contact(panel);
      await press(panel, 'f');
      await panel.page.keyboard.type('tomorrow 10:00 call about the price of forty pairs');
    },
  },
  { name: 'log', show: (panel) => press(panel, 'Escape', 'n').then(() => shown('[data-act=log]')(panel)) },
  { name: 'tags', show: (panel) => press(panel, 'Escape', 't').then(() => shown('.picker')(panel)) },
  { name: 'details', show: (panel) => press(panel, 'Escape', 'd').then(() => shown('.details')(panel)) },
  { name: 'playbook', show: (panel) => press(panel, 'd', 'p').then(() => shown('[data-script]')(panel)) },
  {
    name: 'reason',
    show: (panel) => press(panel, 'Escape', 'Escape', '2').then(() => shown('[data-state=reason]')(panel)),
  },
  { name: 'refused', show: (panel) => press(panel, 'Escape', '7').then(() => shown('[data-state=refused]')(panel)) },
  {
    name: 'armed',
    async show(panel) {
      await press(panel, 'Escape');
      await panel.page.evaluate(() => {
        globalThis.gallery.picker?.pressed();
        globalThis.gallery.picker?.ready();
        globalThis.gallery.picker?.key('4');
      });
      await shown('.armed')(panel);
    },
  },
  {
    name: 'handed over, being declined',
    async show(panel, house) {
      await press(panel, 'Escape');
      const handle = 'zhao.min@lumen-optics-international.example';
      const person = {
        display_name: '赵敏',
        identities: [{ channel: 'email', handle }],
        stages: { 'seven-stage': 'mql' },
      };
      const { id } = (await house.call('POST', '/v1/contacts', person)).body as { id: string };
      await house.call('POST', `/v1/contacts/${id}/transitions`, { to: 'sql' });
      await panel.open(directMail('赵敏', handle));
      await shown('[data-state=handover]')(panel);
      await panel.page.click('[data-act=decline-handover]');
      await shown('input[name=reason-note]')(panel);
    },
  },
  {
    name: 'search',
    show: (panel) =>
      press(panel, '/')
        .then(() => panel.page.keyboard.type('m'))
        .then(() => shown('[role=option]')(panel)),
  },
  {
    name: 'today',
    show: (panel) =>
      press(panel, 'Escape')
        .then(() => panel.page.click('[data-act=today]'))
        .then(() => shown('[data-state=today]')(panel)),
  },
  {
    name: 'offline, with what waits',
    async show(panel) {
      await press(panel, 'Escape');
      await contact(panel);
      panel.offline = true;
      await press(panel, '4');
      await panel.page.click('[data-act=outbox]');
      await shown('[data-state=outbox]')(panel);
    },
  },
];
