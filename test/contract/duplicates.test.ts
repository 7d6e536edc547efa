// Duplicates: who may be the same person and why, never decided by itself, never shown to who may not see both.
import { statement } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { type Caller, createPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

type Pair = { contacts: { id: string }[]; strength: string; reasons: { code: string; kinds: string[] }[] };
const of = async (id: string, call: Caller = t.call, more = '') => {
  const { status, body, text } = await call('GET', `/v1/duplicates?contact_id=${id}${more}`);
  expect([status, body?.complete], text).toEqual([200, true]);
  return body.data as Pair[];
};
/** Who else it may be, how strongly and why. */
const told = async (id: string, call?: Caller) =>
  (await of(id, call)).map((pair) => [
    pair.contacts[1]?.id,
    pair.strength,
    ...pair.reasons.map((one) => `${one.code} ${one.kinds.join('/')}`),
  ]);
let count = 0;
const house = () => `House ${++count} ${String.fromCharCode(97 + (count % 26))}`;
const phone = () => `+346120${String(10_000 + ++count).slice(0, 5)}`;
const person = (more: object) => createPerson(t, { identities: [], ...more });

describe('candidates', () => {
  it('are those with the same phone on any channel, mailbox, name at another domain, external id, or name and company', async () => {
    const number = phone();
    const a = await person({ display_name: 'Ana', identities: [{ channel: 'phone', handle: number }] });
    const b = await person({ display_name: 'A.', identities: [{ channel: 'whatsapp', handle: number }] });
    expect(await told(a.id)).toEqual([[b.id, 'strong', 'same-phone phone/whatsapp']]);
    expect(await told(b.id)).toEqual([[a.id, 'strong', 'same-phone whatsapp/phone']]);
    const mail = async (handle: string) =>
      (await person({ display_name: handle, identities: [{ channel: 'email', handle }] })).id;
    const [dots, plus] = [await mail('ana.lee@gmail.com'), await mail('analee+crm@googlemail.com')];
    expect(await told(dots)).toEqual([[plus, 'strong', 'same-email email/email']]);
    const [cn, com] = [await mail('zhang.wei@lumen.com.cn'), await mail('zhang.wei@lumen.com')];
    expect(await told(cn)).toEqual([[com, 'likely', 'same-email-name email/email']]);
    const id = (scope: string, handle: string) =>
      person({ display_name: scope, identities: [{ channel: 'external', scope, handle }] });
    const [x, y] = [await id('HubSpot', 'AB-7'), await id('hubspot', 'ab-7')];
    expect(await told(x.id)).toEqual([[y.id, 'strong', 'same-external-id external/external']]);
    const company = house();
    const wei = await person({ display_name: 'Wei Zhang', company });
    const zhang = await person({ display_name: 'Zhang Wei', company: `${company} Ltd.` });
    expect(await told(wei.id)).toEqual([[zhang.id, 'likely', 'transposed-name-and-company name/name']]);
    const han = await person({ display_name: '张 伟', company });
    const same = await person({ display_name: '张伟', company });
    expect(await told(han.id)).toEqual([[same.id, 'likely', 'same-name-and-company name/name']]);
  });

  it('count a shared handle for little, two reasons for more, and what too many people have for nothing', async () => {
    const [shop, company] = [phone(), house()];
    const at = (display_name: string, own = company) =>
      person({
        display_name,
        company: own,
        identities: [{ channel: 'phone', handle: shop, shared: true }],
      });
    const li = await at('李娜');
    const wang = await at('王芳');
    expect(await told(li.id)).toEqual([[wang.id, 'weak', 'shared-handle phone/phone']]);
    const again = await at('李娜');
    expect((await told(li.id))[0]).toEqual([
      again.id,
      'strong',
      'same-name-and-company name/name',
      'shared-handle phone/phone',
    ]);
    const others: string[] = [];
    for (let n = 0; n < 18; n += 1) others.push((await at(`顾客${n}`, house())).id);
    // The twenty-first makes the phone a switchboard; without them it is a family's again.
    expect(await told(li.id)).toEqual([[again.id, 'likely', 'same-name-and-company name/name']]);
    await t.call('POST', `/v1/contacts/${others[0]}/archive`, {});
    expect(await of(li.id)).toHaveLength(19);
    expect(await of(li.id, t.call, '&min_strength=strong')).toHaveLength(1);
  });

  it('follow every change: a new handle, another name, archived and back, merged and back, erased', async () => {
    const number = phone();
    const a = await person({ display_name: 'A', identities: [{ channel: 'phone', handle: number }] });
    const b = await person({ display_name: 'B' });
    expect(await told(b.id)).toEqual([]);
    const sms = await t.call('POST', `/v1/contacts/${b.id}/identities`, { channel: 'sms', handle: number });
    expect(await told(b.id)).toEqual([[a.id, 'strong', 'same-phone sms/phone']]);
    await t.call('POST', `/v1/contacts/${a.id}/archive`, {});
    expect(await told(b.id)).toEqual([]);
    await t.call('POST', `/v1/contacts/${a.id}/restore`, {});
    expect(await told(b.id)).toHaveLength(1);
    const merged = await t.call('POST', '/v1/merges', { survivor_id: a.id, loser_id: b.id }, { 'if-match': '*' });
    expect(await told(a.id)).toEqual([]);
    expect(await told(b.id)).toEqual([]);
    await t.call('POST', `/v1/merges/${merged.body.merge.id}/revert`);
    expect(await told(a.id)).toEqual([[b.id, 'strong', 'same-phone phone/sms']]);
    const taken = await t.call('DELETE', `/v1/identities/${sms.body.identity.id}`);
    expect(taken.status, sms.text).toBe(204);
    expect(await told(a.id)).toEqual([]);
    await t.call('PATCH', `/v1/contacts/${a.id}`, { display_name: 'Ana Bel', company: 'Followed' });
    await t.call('PATCH', `/v1/contacts/${b.id}`, { display_name: 'ana bel', company: 'followed' });
    expect(await told(a.id)).toHaveLength(1);
    await t.call('DELETE', `/v1/contacts/${b.id}`, undefined, { 'if-match': '*' });
    expect(await told(a.id)).toEqual([]);
    const left = await t.house.deps.db.read({
      rows: statement('select 1 from duplicate_keys where contact_id = ?', [b.id]),
    });
    expect(left.rows).toEqual([]);
  });

  it('are listed strongest first, page by page, each pair once', async () => {
    const seen: string[] = [];
    const levels: string[] = [];
    let path: string | null = '/v1/duplicates?limit=7';
    while (path !== null) {
      const { body, headers }: Awaited<ReturnType<Caller>> = await t.call('GET', path);
      for (const { contacts, strength } of body.data as Pair[]) {
        seen.push(contacts.map((one) => one.id).join(' '));
        levels.push(strength);
      }
      path = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
      expect(path === null).toBe(body.next_cursor === null);
    }
    expect(seen.length).toBeGreaterThan(7);
    expect(new Set(seen).size).toBe(seen.length);
    const order = ['strong', 'likely', 'weak'];
    expect(levels).toEqual([...levels].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    const other = await t.call('GET', `/v1/duplicates?min_strength=strong&cursor=${encodeURIComponent('abc')}`);
    expect([other.status, other.body.code]).toEqual([400, 'cursor-invalid']);
  });
});

describe('a card', () => {
  it('names who is likely the same, not who is hardly, and a timeline is given by kind with the merge to take back', async () => {
    const [number, shop] = [phone(), phone()];
    const shared = { channel: 'sms', handle: shop, shared: true };
    const a = await person({ display_name: 'A', identities: [{ channel: 'phone', handle: number }, shared] });
    const b = await person({ display_name: 'B', company: 'Two', identities: [{ channel: 'sms', handle: number }] });
    await person({ display_name: 'C', identities: [shared] });
    await t.call('POST', `/v1/contacts/${b.id}/transitions`, { to: 'mql' });
    expect(await of(a.id)).toHaveLength(2);
    const card = async () => (await t.call('GET', `/v1/contacts/${a.id}/card`)).body;
    expect((await card()).duplicates).toEqual([
      {
        contact: { id: b.id, display_name: 'B', company: 'Two' },
        strength: 'strong',
        reasons: [{ code: 'same-phone', kinds: ['phone', 'sms'] }],
      },
    ]);
    const { merge } = (await t.call('POST', '/v1/merges', { survivor_id: a.id, loser_id: b.id }, { 'if-match': '*' }))
      .body;
    expect((await card()).duplicates).toEqual([]);
    const timeline = (kinds: string) => t.call('GET', `/v1/contacts/${a.id}/timeline?kind=${kinds}`);
    const rows = (await timeline('contact')).body.data as { type: string; merge_id?: string }[];
    expect(rows.map((row) => [row.type, row.merge_id])).toEqual([
      ['contact.merged', merge.id],
      ['contact.created', undefined],
      ['contact.created', undefined],
    ]);
    // What a merge moved is taken back with the merge alone.
    expect((await card()).undo).toBeNull();
    await t.call('PUT', `/v1/contacts/${a.id}/tags/grade-a`);
    const kinds = (await timeline('stage,tags')).body.data.map((row: { kind: string }) => row.kind);
    expect(kinds.slice(0, 2)).toEqual(['tags', 'stage']);
    expect(new Set(kinds)).toEqual(new Set(['tags', 'stage']));
    expect((await timeline('weather')).status).toBe(422);
  });
});

describe('two people', () => {
  it('stay two where somebody said so, also after a merge of one of them, until it is taken back', async () => {
    const number = phone();
    const channels = ['phone', 'sms', 'whatsapp'];
    const [a, b, c] = await Promise.all(
      channels.map((channel) => person({ display_name: channel, identities: [{ channel, handle: number }] })),
    );
    expect(await of(a.id)).toHaveLength(2);
    const apart = await t.call('POST', '/v1/not-duplicates', { contact_ids: [b.id, a.id] });
    expect(apart.status).toBe(201);
    const again = await t.call('POST', '/v1/not-duplicates', { contact_ids: [a.id, b.id] });
    expect([again.status, again.body]).toEqual([200, apart.body]);
    expect((await t.call('GET', `/v1/not-duplicates?contact_id=${b.id}`)).body.data).toEqual([apart.body]);
    expect((await told(a.id)).map(([id]) => id)).toEqual([c.id]);
    expect((await told(b.id)).map(([id]) => id)).toEqual([c.id]);
    // c is a from now on, and a is not b.
    const merged = await t.call('POST', '/v1/merges', { survivor_id: c.id, loser_id: a.id }, { 'if-match': '*' });
    expect(await told(c.id)).toEqual([]);
    const led = await t.call('POST', '/v1/not-duplicates', { contact_ids: [a.id, c.id] });
    expect([led.status, led.body.code]).toEqual([422, 'validation-failed']);
    await t.call('POST', `/v1/merges/${merged.body.merge.id}/revert`);
    expect((await t.call('DELETE', `/v1/not-duplicates/${apart.body.id}`)).status).toBe(204);
    expect((await t.call('DELETE', `/v1/not-duplicates/${apart.body.id}`)).status).toBe(404);
    expect(await of(a.id)).toHaveLength(2);
  });

  it('are refused where one is nobody, erased, or the conversation is with a third', async () => {
    const [a, b, c] = [await createPerson(t), await createPerson(t), await createPerson(t)];
    const say = (x: string, y: string, more = {}) =>
      t.call('POST', '/v1/not-duplicates', { contact_ids: [x, y], ...more });
    expect((await say(a.id, 'con_nobody')).status).toBe(404);
    const context = { channel: 'email', handle: c.identities[0].handle };
    expect((await say(a.id, b.id, { context })).body.code).toBe('context-mismatch');
    const own = { channel: 'email', handle: b.identities[0].handle };
    expect((await say(a.id, b.id, { context: own })).status).toBe(201);
    await t.call('DELETE', `/v1/contacts/${c.id}`, undefined, { 'if-match': '*' });
    expect((await say(a.id, c.id)).body.code).toBe('contact-erased');
  });
});

describe('who may not see somebody', () => {
  it('is not told of them by their duplicates', async () => {
    const settings = await t.call('GET', '/v1/settings');
    const visibility = (to: string) => t.call('PATCH', '/v1/settings', { visibility: to });
    await visibility('own');
    const [rep, colleague] = [await signIn(t, 'rep'), await signIn(t, 'rep')];
    const number = phone();
    const mine = await person({
      display_name: 'Mine',
      owner_id: rep.id,
      identities: [{ channel: 'phone', handle: number }],
    });
    const theirs = await person({
      display_name: 'Theirs',
      owner_id: colleague.id,
      identities: [{ channel: 'sms', handle: number }],
    });
    expect(await told(mine.id)).toHaveLength(1);
    expect(await told(mine.id, rep.call)).toEqual([]);
    const asked = await rep.call('GET', `/v1/duplicates?contact_id=${theirs.id}`);
    expect([asked.status, asked.body.errors[0].code]).toEqual([422, 'contact-unknown']);
    expect((await rep.call('GET', '/v1/duplicates')).text).not.toContain('Theirs');
    expect((await rep.call('POST', '/v1/not-duplicates', { contact_ids: [mine.id, theirs.id] })).status).toBe(404);
    const apart = await t.call('POST', '/v1/not-duplicates', { contact_ids: [mine.id, theirs.id] });
    expect((await rep.call('GET', `/v1/not-duplicates?contact_id=${mine.id}`)).body.data).toEqual([]);
    expect((await rep.call('DELETE', `/v1/not-duplicates/${apart.body.id}`)).status).toBe(404);
    await visibility(settings.body.visibility);
  });
});
