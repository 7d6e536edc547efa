// Webhooks: every event once or more, in order, signed so that any Standard Webhooks library believes it, and to nobody's inside.
import { createSender, type Pusher, startPusher } from '@sidestage/api';
import { verifyWebhook, WebhookRefused } from '@sidestage/sdk';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { type Message, type Receiver, startReceiver } from '../support/receiver.ts';
import { createPerson, newPerson, signIn } from './people.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What names lead to in this test; anything else is on the open internet. */
const names = new Map<string, () => string[]>();
let t: TestHouse;
let pusher: Pusher;
const cleanUp: (() => unknown)[] = [];
beforeAll(async () => {
  t = await startHouse({
    webhookAllowed: ['127.0.0.1/32'],
    resolve: async (name) =>
      (names.get(name)?.() ?? ['93.184.216.34']).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });
  pusher = startPusher(t.house.deps, createSender(t.house.deps.webhookAddresses, 'test', { timeoutMs: 3_000 }));
});
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});
afterAll(async () => {
  await pusher.stop();
  await t.close();
});

async function receiver(): Promise<Receiver> {
  const made = await startReceiver();
  cleanUp.push(() => made.close());
  return made;
}
async function hook(url: string, more: Record<string, unknown> = {}) {
  const made = await t.call('POST', '/v1/webhooks', { url, ...more });
  expect(made.status, made.text).toBe(201);
  cleanUp.push(() => t.call('DELETE', `/v1/webhooks/${made.body.id}`));
  return made.body as { id: string; secret: string; delivered_through: number };
}
const show = async (id: string) => (await t.call('GET', `/v1/webhooks/${id}`)).body;
const log = async (id: string, query = '') =>
  (await t.call('GET', `/v1/webhooks/${id}/deliveries?limit=200${query}`)).body.data;
const seqs = (messages: readonly Message[]) => messages.map((message) => message.json.seq);
const clock = () => ({ now: () => t.clock.now() });

/** As `standardwebhooks` does it, but for its clock, which is the machine's own. */
function believed(secret: string, message: Message): boolean {
  const library = new StandardWebhook(secret);
  const at = new Date(Number(message.headers['webhook-timestamp']) * 1000);
  const ours = library.sign(String(message.headers['webhook-id']), at, message.body);
  return String(message.headers['webhook-signature']).split(' ').includes(ours);
}

describe('a webhook', () => {
  it('shows its secret in the answer that makes it, and in no other', async () => {
    const body = { url: 'https://example.com/hook', types: ['contact.*'], description: 'Sheet' };
    const made = await t.call('POST', '/v1/webhooks', body, { 'idempotency-key': 'hook-1' });
    expect([made.status, made.headers.get('location')]).toEqual([201, `/v1/webhooks/${made.body.id}`]);
    const { secret, ...rest } = made.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{64}$/);
    expect(rest).toMatchObject({ ...body, enabled: true, failing: null, behind: 0 });
    const again = await t.call('POST', '/v1/webhooks', body, { 'idempotency-key': 'hook-1' });
    expect([again.status, again.body.code]).toEqual([409, 'secret-not-repeatable']);
    for (const path of ['/v1/webhooks', `/v1/webhooks/${made.body.id}`])
      expect((await t.call('GET', path)).text).not.toContain(secret);
    expect((await t.call('PATCH', `/v1/webhooks/${made.body.id}`, { types: [] })).text).not.toContain(secret);
    expect((await t.call('DELETE', `/v1/webhooks/${made.body.id}`)).status).toBe(204);
    expect((await t.call('GET', `/v1/webhooks/${made.body.id}`)).status).toBe(404);
  });

  it('is the owner’s and a key’s business, and changes only from the version seen', async () => {
    // Nothing of what it asks for happens: nothing is sent, and written down, meanwhile.
    const { id } = await hook('https://example.com/hook', { types: ['contact.erased'] });
    const manager = await signIn(t, 'manager');
    expect((await manager.call('GET', '/v1/webhooks')).status).toBe(403);
    const stale = await t.call('PATCH', `/v1/webhooks/${id}`, { description: 'x' }, { 'if-match': '"9"' });
    expect([stale.status, stale.body.current.id]).toEqual([412, id]);
    const before = await readTables(t.house);
    expect((await t.call('PATCH', `/v1/webhooks/${id}`, { enabled: true })).body.version).toBe(1);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('refuses types there are not, and a place past the newest event as the feed does', async () => {
    const wrong = await t.call('POST', '/v1/webhooks', { url: 'https://example.com', types: ['contact.creatd'] });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/types/0']);
    expect(wrong.body.errors[0].detail).toContain('contact.created');
    const ahead = await t.call('POST', '/v1/webhooks', { url: 'https://example.com', after: 99_999 });
    expect([ahead.status, ahead.body.errors[0].pointer]).toEqual([422, '/after']);
    const feed = await t.call('GET', '/v1/events?after=99999');
    const { pointer: _, ...said } = feed.body.errors[0];
    expect(ahead.body.errors[0]).toEqual({ pointer: '/after', ...said });
  });
});

describe('delivery', () => {
  it('sends every event as the feed tells it, in order, signed so that others’ libraries and ours believe it', async () => {
    const to = await receiver();
    const { id, secret, delivered_through: after } = await hook(to.url);
    const person = await createPerson(t);
    await t.call('PATCH', `/v1/contacts/${person.id}`, { company: 'Lumen' }, { 'sidestage-client': 'sheet' });
    for (let i = 0; i < 20; i++) await t.call('POST', '/v1/contacts', newPerson());
    await pusher.idle();
    const listed = (await t.call('GET', `/v1/events?after=${after}&limit=200`)).body.data;
    expect((await show(id)).failing).toBeNull();
    expect(to.messages.map(({ json: { timestamp, ...event } }) => event)).toEqual(listed);
    const patched = to.messages.find((message) => message.json.type === 'contact.updated');
    expect(patched?.json).toMatchObject({
      contact_id: person.id,
      previous: { company: null },
      actor: { kind: 'key', client_id: 'sheet' },
      batch_id: null,
    });
    for (const message of to.messages) {
      expect(message.headers['webhook-id']).toBe(message.json.id);
      expect(message.json.timestamp).toBe(message.json.at);
      expect(believed(secret, message)).toBe(true);
      expect(await verifyWebhook(message, { secret, clock: clock() })).toEqual(message.json);
    }
    expect(await show(id)).toMatchObject({ behind: 0, failing: null });
    expect((await log(id)).map((one: { event_seq: number }) => one.event_seq).reverse()).toEqual(seqs(to.messages));
  });

  it('is not believed by the SDK when changed, old, of another secret, or unsigned', async () => {
    const to = await receiver();
    const { secret } = await hook(to.url);
    await createPerson(t);
    await pusher.idle();
    const [message] = to.messages as [Message];
    const refusal = async (change: Partial<Message>, given = secret, at = t.clock.now()) => {
      const changed = { ...message, ...change };
      const error = await verifyWebhook(changed, { secret: given, clock: { now: () => at } }).catch((one) => one);
      return error instanceof WebhookRefused ? error.code : error;
    };
    expect(await refusal({ body: message.body.replace('contact', 'contacT') })).toBe('signature-wrong');
    expect(await refusal({ headers: { ...message.headers, 'webhook-id': 'evt_other' } })).toBe('signature-wrong');
    expect(await refusal({}, `whsec_${'a'.repeat(64)}`)).toBe('signature-wrong');
    expect(await refusal({}, secret, t.clock.now() + 301_000)).toBe('too-old');
    expect(await refusal({}, secret, t.clock.now() - 301_000)).toBe('too-new');
    expect(await refusal({ headers: {} })).toBe('headers-missing');
    expect(await refusal({}, 'whsec_')).toBeInstanceOf(TypeError);
  });

  it('sends only the types asked for', async () => {
    const to = await receiver();
    await hook(to.url, { types: ['contact.stage_moved', 'follow_up.*'] });
    const { id } = await createPerson(t);
    const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
    await t.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due });
    await t.call('PUT', `/v1/contacts/${id}/tags/grade-a`);
    await pusher.idle();
    expect(to.messages.map((message) => message.json.type)).toEqual(['contact.stage_moved', 'follow_up.created']);
  });

  it('signs with the old secret too while it is being replaced, and no longer after', async () => {
    const to = await receiver();
    const { id, secret } = await hook(to.url, { types: ['contact.created'] });
    const rotated = await t.call('POST', `/v1/webhooks/${id}/rotate-secret`, { keep_previous_for_s: 3600 });
    expect(rotated.body.previous_secret_until).toBe(new Date(t.clock.now() + HOUR).toISOString());
    await createPerson(t);
    await pusher.idle();
    t.clock.advance(HOUR + 1);
    await createPerson(t);
    await pusher.idle();
    const [during, afterwards] = to.messages as [Message, Message];
    expect([believed(secret, during), believed(rotated.body.secret, during)]).toEqual([true, true]);
    expect([believed(secret, afterwards), believed(rotated.body.secret, afterwards)]).toEqual([false, true]);
    await expect(
      verifyWebhook(during, { secret: [secret], clock: { now: () => t.clock.now() - HOUR } }),
    ).resolves.toBeTruthy();
  });

  it('does not wait for a receiver that does not answer: others get theirs, and it is tried again', async () => {
    const [slow, quick] = [await receiver(), await receiver()];
    let answerNow: () => void = () => undefined;
    const never = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    slow.answer = () => ({ status: 204, after: never });
    const { id } = await hook(slow.url, { types: ['contact.created'] });
    await hook(quick.url, { types: ['contact.created'] });
    await createPerson(t);
    await quick.came(1);
    expect((await show(id)).failing).toBeNull();
    await pusher.idle();
    expect((await show(id)).failing).toMatchObject({ attempts: 1, error: 'timeout' });
    answerNow();
    slow.answer = () => ({ status: 204 });
    t.clock.advance(10_000);
    await pusher.idle();
    expect([slow.messages.length, (await show(id)).failing]).toEqual([2, null]);
    expect(slow.messages[1]?.headers['webhook-id']).toBe(slow.messages[0]?.headers['webhook-id']);
  });
});

describe('a receiver that fails', () => {
  it('is tried again as Standard Webhooks says, nothing overtakes what failed, and then it is switched off and says why', async () => {
    const to = await receiver();
    to.answer = () => ({ status: 500 });
    const { id } = await hook(to.url, { types: ['contact.created'] });
    const first = await createPerson(t);
    await createPerson(t);
    await pusher.idle();
    const waits = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
    for (const [i, wait] of waits.entries()) {
      const { failing, enabled } = await show(id);
      expect([enabled, failing.attempts, failing.error]).toEqual([true, i + 1, 'status 500']);
      const ahead = Date.parse(failing.next_attempt_at) - t.clock.now();
      expect(ahead).toBeGreaterThanOrEqual(wait);
      expect(ahead).toBeLessThanOrEqual(wait * 1.2);
      t.clock.advance(wait - 1);
      await pusher.idle();
      expect(to.messages).toHaveLength(i + 1);
      t.clock.advance(ahead - wait + 1);
      await pusher.idle();
      expect(to.messages).toHaveLength(i + 2);
    }
    expect(new Set(to.messages.map((message) => message.json.contact_id))).toEqual(new Set([first.id]));
    expect(await show(id)).toMatchObject({ enabled: false, disabled_because: 'retries-exhausted' });
    const [failed] = await log(id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 10, response_status: 500, error: 'status' });
    const told = (await t.call('GET', '/v1/events?after=0&limit=200')).body.data.at(-1);
    expect([told.type, told.actor.kind, told.data]).toEqual([
      'webhook.disabled',
      'system',
      { webhook_id: id, because: 'retries-exhausted' },
    ]);
    to.answer = () => ({ status: 200 });
    await t.call('PATCH', `/v1/webhooks/${id}`, { enabled: true });
    await pusher.idle();
    const rest = to.messages.slice(10);
    expect(rest.map((message) => message.json.type)).toEqual(['contact.created', 'contact.created']);
    expect(rest[0]?.json.contact_id).toBe(first.id);
    expect(await show(id)).toMatchObject({ enabled: true, failing: null, behind: 0 });
  });

  it('is switched off at once when it says 410', async () => {
    const to = await receiver();
    to.answer = () => ({ status: 410 });
    const { id } = await hook(to.url);
    await createPerson(t);
    await pusher.idle();
    expect(to.messages).toHaveLength(1);
    expect(await show(id)).toMatchObject({ enabled: false, disabled_because: 'gone' });
  });

  it('is left alone for as long as it asks', async () => {
    const to = await receiver();
    to.answer = () => ({ status: 503, headers: { 'retry-after': '900' } });
    const { id } = await hook(to.url);
    await createPerson(t);
    await pusher.idle();
    expect((await show(id)).failing.next_attempt_at).toBe(new Date(t.clock.now() + 15 * MINUTE).toISOString());
  });

  it('is not followed elsewhere', async () => {
    const [to, elsewhere] = [await receiver(), await receiver()];
    to.answer = () => ({ status: 307, headers: { location: elsewhere.url } });
    const { id } = await hook(to.url);
    await createPerson(t);
    await pusher.idle();
    expect([to.messages.length, elsewhere.messages.length]).toEqual([1, 0]);
    expect((await log(id))[0]).toMatchObject({ status: 'retrying', response_status: 307, error: 'redirect' });
  });
});

describe('asking for messages again', () => {
  it('tests a webhook with one message, and says how it went', async () => {
    const to = await receiver();
    const { id, secret } = await hook(to.url, { enabled: false });
    const asked = await t.call('POST', `/v1/webhooks/${id}/test`);
    expect([asked.status, asked.body.status]).toEqual([202, 'pending']);
    await pusher.idle();
    const [message] = to.messages as [Message];
    expect(message.json).toMatchObject({ type: 'webhook.test', data: { webhook_id: id } });
    expect(await verifyWebhook(message, { secret, clock: clock() })).toEqual(message.json);
    const done = await t.call('GET', asked.headers.get('location') ?? '');
    expect(done.body).toMatchObject({ kind: 'test', status: 'delivered', attempts: 1, response_status: 204 });
    to.answer = () => ({ status: 500 });
    const second = await t.call('POST', `/v1/webhooks/${id}/test`);
    await pusher.idle();
    expect((await t.call('GET', `/v1/webhook-deliveries/${second.body.id}`)).body.status).toBe('failed');
  });

  it('sends one delivery again under the same id, past a line that is failing', async () => {
    const to = await receiver();
    const { id } = await hook(to.url, { types: ['contact.created'] });
    await createPerson(t);
    await pusher.idle();
    to.answer = () => ({ status: 500 });
    await createPerson(t);
    await pusher.idle();
    to.answer = () => ({ status: 204 });
    const [first] = await log(id, '&status=delivered');
    const again = await t.call('POST', `/v1/webhook-deliveries/${first.id}/replay`);
    await pusher.idle();
    expect(to.messages.map((message) => message.headers['webhook-id'])[2]).toBe(to.messages[0]?.headers['webhook-id']);
    expect(to.messages).toHaveLength(3);
    const done = (await t.call('GET', `/v1/webhook-deliveries/${again.body.id}`)).body;
    expect(done).toMatchObject({ kind: 'replay', status: 'delivered', event_id: first.event_id });
  });

  it('goes back to a seq and sends everything after it again, the same ids in the same order', async () => {
    const to = await receiver();
    const { id, delivered_through: after } = await hook(to.url, { types: ['contact.created'] });
    for (let i = 0; i < 5; i++) await createPerson(t);
    await pusher.idle();
    const replayed = await t.call('POST', `/v1/webhooks/${id}/replay`, { after });
    expect(replayed.body.delivered_through).toBe(after);
    await pusher.idle();
    const ids = to.messages.map((message) => message.headers['webhook-id']);
    expect([ids.length, ids.slice(5)]).toEqual([10, ids.slice(0, 5)]);
    expect((await t.call('POST', `/v1/webhooks/${id}/replay`, { after: 99_999 })).status).toBe(422);
  });

  it('sends nothing of a person erased since', async () => {
    const to = await receiver();
    const { id } = await hook(to.url, { enabled: false });
    const person = await createPerson(t, { display_name: 'qzwx' });
    await t.call('PATCH', `/v1/contacts/${person.id}`, { display_name: 'other' });
    await t.call('DELETE', `/v1/contacts/${person.id}`, undefined, { 'if-match': '"2"' });
    await t.call('PATCH', `/v1/webhooks/${id}`, { enabled: true });
    await pusher.idle();
    const updated = to.messages.find((message) => message.json.type === 'contact.updated');
    expect(updated?.json).toMatchObject({ contact_id: person.id, previous: null });
    expect(to.messages.map((message) => message.body).join()).not.toContain('qzwx');
  });
});

describe('an address', () => {
  it.each([
    ['http://127.0.0.2/hook', 'loopback'],
    ['https://127.1/hook', undefined],
    ['https://2130706434/hook', 'loopback'],
    ['https://0x7f000002/', 'loopback'],
    ['https://[::1]/', 'loopback'],
    ['https://[::ffff:127.0.0.2]/', 'loopback'],
    ['https://169.254.169.254/latest/meta-data', 'link-local'],
    ['https://[fd00:ec2::254]/', 'private'],
    ['https://10.0.0.1/', 'private'],
    ['https://0.0.0.0/', 'unspecified'],
    ['http://example.com/hook', 'https'],
    ['ftp://example.com/', 'https'],
    ['https://user:word@example.com/', 'credentials'],
    ['example.com', 'URL'],
    ['https://inside.example.com/', 'private'],
    ['https://mixed.example.com/', 'loopback'],
    ['https://mapped.example.com/', 'link-local'],
    ['https://nowhere.example.com/', 'not found'],
    ['http://allowed.example.com/', undefined],
    ['http://half.example.com/', 'https'],
  ])('%s: refused for %s', async (url, why) => {
    names.set('inside.example.com', () => ['192.168.1.5']);
    names.set('mixed.example.com', () => ['93.184.216.34', '127.0.0.2']);
    names.set('mapped.example.com', () => ['::ffff:a9fe:a9fe']);
    names.set('nowhere.example.com', () => []);
    names.set('allowed.example.com', () => ['127.0.0.1']);
    names.set('half.example.com', () => ['127.0.0.1', '93.184.216.34']);
    const made = await t.call('POST', '/v1/webhooks', { url });
    if (why === undefined) {
      expect(made.status, made.text).toBe(201);
      await t.call('DELETE', `/v1/webhooks/${made.body.id}`);
      return;
    }
    expect([made.status, made.body.errors[0].pointer]).toEqual([422, '/url']);
    expect(made.body.errors[0]).toMatchObject({ code: 'webhook-address-refused' });
    expect(made.body.detail).toContain(why);
  });

  it('is checked again where it is connected to: a name that changes its mind reaches nobody inside', async () => {
    const inside = await receiver();
    const asked: string[] = [];
    let answer = '93.184.216.34';
    names.set('rebinding.example.com', () => {
      asked.push(answer);
      return [answer];
    });
    const { id } = await hook(`https://rebinding.example.com:${inside.port}/hook`, { types: ['contact.created'] });
    answer = '127.0.0.2';
    await createPerson(t);
    await pusher.idle();
    expect(inside.messages).toEqual([]);
    expect((await show(id)).failing).toMatchObject({ error: 'address-refused' });
    // One answer is asked for, and the answer that was checked is the one used.
    expect(asked).toEqual(['93.184.216.34', '127.0.0.2']);
  });

  it('the operator allows is reached by its name, over the address that was checked', async () => {
    const to = await receiver();
    names.set('sheet.internal', () => ['127.0.0.1']);
    await hook(`http://sheet.internal:${to.port}/hook`, { types: ['contact.created'] });
    await createPerson(t);
    await pusher.idle();
    expect(to.messages.map((message) => message.headers.host)).toEqual([`sheet.internal:${to.port}`]);
  });
});
