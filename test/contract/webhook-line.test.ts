// What goes to a webhook while things happen to it: it is changed, removed, replayed; the disk fills; others are slow.
import { createSender, type Pusher, startPusher, statement, sweep } from '@sidestage/api';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  dueOneOff,
  dueOneOffs,
  giveUpRetries,
  retryingDeliveries,
} from '../../api/src/features/webhooks/webhooks.store.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { type Message, type Receiver, startReceiver } from '../support/receiver.ts';
import { createPerson, newPerson } from './people.ts';

const HOUR = 3_600_000;

let t: TestHouse;
let pusher: Pusher;
/** While it is set, every commit fails as on a full disk, and is told. */
let full: (() => void) | undefined;
const cleanUp: (() => unknown)[] = [];
beforeAll(async () => {
  t = await startHouse({
    webhookAllowed: ['127.0.0.1/32'],
    beforeCommit: () => {
      if (!full) return;
      full();
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    },
  });
  pusher = startPusher(t.house.deps, createSender(t.house.deps.webhookAddresses, 'test'));
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
/** A receiver that answers only when it is let go of. */
async function slowReceiver(status = 204): Promise<Receiver & { letGo(): void }> {
  const made = await receiver();
  const held = signal();
  made.answer = () => ({ status, after: held.heard });
  cleanUp.push(held.ring);
  return Object.assign(made, { letGo: held.ring });
}
function signal() {
  let ring: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => {
    ring = resolve;
  });
  return { ring, heard };
}
/** From its next answer on the disk is full; resolves once that was met twice. */
function fillsWhenAnswered(to: Receiver): Promise<void> {
  const refused = signal();
  let left = 2;
  to.answer = () => {
    full = () => {
      left -= 1;
      if (left === 0) refused.ring();
    };
    return { status: 204 };
  };
  return refused.heard;
}
async function hook(url: string, types = ['contact.created']) {
  const made = await t.call('POST', '/v1/webhooks', { url, types });
  expect(made.status, made.text).toBe(201);
  cleanUp.push(() => t.call('DELETE', `/v1/webhooks/${made.body.id}`));
  return made.body as { id: string; secret: string; delivered_through: number };
}
const show = async (id: string) => (await t.call('GET', `/v1/webhooks/${id}`)).body;
const log = async (id: string) => (await t.call('GET', `/v1/webhooks/${id}/deliveries?limit=200`)).body.data;
const delivery = async (id: string) => (await t.call('GET', `/v1/webhook-deliveries/${id}`)).body;
const test = async (id: string) => (await t.call('POST', `/v1/webhooks/${id}/test`)).body.id as string;
const types = (to: Receiver) => to.messages.map((message) => message.json.type);
const comes = async (to: Receiver, count: number) => {
  while (to.messages.length < count) await new Promise((resolve) => setImmediate(resolve));
};
function signedWith(secret: string, message: Message): boolean {
  const at = new Date(Number(message.headers['webhook-timestamp']) * 1000);
  const ours = new StandardWebhook(secret).sign(String(message.headers['webhook-id']), at, message.body);
  return String(message.headers['webhook-signature']).split(' ').includes(ours);
}

describe('a line', () => {
  it('is held up by no other webhook’s receiver, however many are slow', async () => {
    const slow = await slowReceiver();
    const quick = await receiver();
    for (let i = 0; i < 30; i++) await hook(slow.url);
    await hook(quick.url);
    await createPerson(t);
    await quick.came(1);
    await comes(slow, 30);
    slow.letGo();
    await pusher.idle();
    expect([quick.messages.length, slow.messages.length]).toEqual([1, 30]);
  });

  it('sends nothing again because the disk was full when it was to be written down', async () => {
    const to = await receiver();
    const { id } = await hook(to.url);
    const refused = fillsWhenAnswered(to);
    await createPerson(t);
    await refused;
    full = undefined;
    to.answer = () => ({ status: 204 });
    await createPerson(t);
    await pusher.idle();
    expect(new Set(to.messages.map((message) => message.json.seq)).size).toBe(2);
    expect(to.messages).toHaveLength(2);
    expect((await log(id)).map((one: { status: string }) => one.status)).toEqual(['delivered', 'delivered']);
  });

  it('tries what failed at once when it no longer wants it: the next it wants is sent, and the log says it was given up', async () => {
    const to = await receiver();
    to.answer = (message) => ({ status: message.json.type === 'contact.created' ? 400 : 204 });
    const { id } = await hook(to.url, ['contact.created', 'contact.updated']);
    const person = await createPerson(t);
    await t.call('PATCH', `/v1/contacts/${person.id}`, { company: 'Lumen' });
    await pusher.idle();
    expect(types(to)).toEqual(['contact.created']);
    await t.call('PATCH', `/v1/webhooks/${id}`, { types: ['contact.updated'] });
    await pusher.idle();
    expect(types(to)).toEqual(['contact.created', 'contact.updated']);
    expect((await show(id)).failing).toBeNull();
    expect((await log(id)).map((one: Record<string, unknown>) => [one.status, one.next_attempt_at])).toEqual([
      ['delivered', null],
      ['failed', null],
    ]);
  });

  it('writes the attempts at one event into one delivery, whatever was given up before', async () => {
    const to = await receiver();
    to.answer = () => ({ status: 500 });
    const { id } = await hook(to.url, ['contact.created', 'contact.updated']);
    const person = await createPerson(t);
    await t.call('PATCH', `/v1/contacts/${person.id}`, { company: 'Lumen' });
    await pusher.idle();
    await t.call('PATCH', `/v1/webhooks/${id}`, { types: ['contact.updated'] });
    await pusher.idle();
    t.clock.advance(HOUR);
    await pusher.idle();
    t.clock.advance(HOUR);
    await pusher.idle();
    expect((await log(id)).map((one: Record<string, unknown>) => [one.type, one.status, one.attempts])).toEqual([
      ['contact.updated', 'retrying', to.messages.length - 1],
      ['contact.created', 'failed', 1],
    ]);
    expect(to.messages.length).toBeGreaterThan(2);
  });

  it('that is set elsewhere while a message is under way does not say that it will be tried again', async () => {
    const to = await slowReceiver(500);
    const { id } = await hook(to.url);
    await createPerson(t);
    await comes(to, 1);
    await t.call('POST', `/v1/webhooks/${id}/replay`, { after: to.messages[0]?.json.seq });
    to.letGo();
    await pusher.idle();
    expect(await log(id)).toMatchObject([{ status: 'failed', attempts: 1, next_attempt_at: null }]);
    expect((await show(id)).failing).toBeNull();
  });

  it('that is switched off by hand does not say that it will be tried again, and its event says by whom it was', async () => {
    const to = await receiver();
    to.answer = () => ({ status: 500 });
    const { id } = await hook(to.url);
    await createPerson(t);
    await pusher.idle();
    await t.call('PATCH', `/v1/webhooks/${id}`, { enabled: false, description: 'Off' });
    expect(await log(id)).toMatchObject([{ status: 'failed', next_attempt_at: null }]);
    const told = (await t.call('GET', '/v1/events?types=webhook.updated&types=webhook.disabled&limit=200')).body.data;
    expect(told.slice(-2).map((event: { data: unknown }) => event.data)).toEqual([
      { webhook_id: id, fields: ['description'] },
      { webhook_id: id, because: 'by-hand' },
    ]);
  });

  it('does not wait for years where the clock was years ahead', async () => {
    const to = await receiver();
    to.answer = () => ({ status: 500 });
    const { id } = await hook(to.url);
    t.clock.advance(4 * 365 * 24 * HOUR);
    await createPerson(t);
    await pusher.idle();
    t.clock.advance(-4 * 365 * 24 * HOUR);
    to.answer = () => ({ status: 204 });
    pusher.look();
    await pusher.idle();
    expect([to.messages.length, (await show(id)).failing]).toEqual([2, null]);
  });
});

describe('a test or a replay', () => {
  it('waits for no message of the line, and holds none up', async () => {
    const to = await slowReceiver();
    const { id } = await hook(to.url);
    await createPerson(t);
    await comes(to, 1);
    await test(id);
    await comes(to, 2);
    expect(types(to)).toEqual(['contact.created', 'webhook.test']);
    const other = await slowReceiver();
    const second = await hook(other.url);
    await test(second.id);
    await comes(other, 1);
    await createPerson(t);
    await comes(other, 2);
    expect(types(other)).toEqual(['webhook.test', 'contact.created']);
    for (const one of [to, other]) one.letGo();
    await pusher.idle();
  });

  it('is sent though a hundred others wait for their next try', async () => {
    const to = await receiver();
    const { id } = await hook(to.url);
    await createPerson(t);
    await pusher.idle();
    to.answer = () => ({ status: 500 });
    const [first] = await log(id);
    for (let i = 0; i < 101; i++) await t.call('POST', `/v1/webhook-deliveries/${first.id}/replay`);
    await comes(to, 102);
    to.answer = () => ({ status: 204 });
    const asked = await test(id);
    await comes(to, 103);
    await pusher.idle();
    expect((await delivery(asked)).status).toBe('delivered');
  });

  it('goes to nobody once the webhook is removed, and elsewhere once it is set elsewhere', async () => {
    const [old, moved] = [await slowReceiver(), await receiver()];
    const { id } = await hook(old.url);
    for (let i = 0; i < 3; i++) await test(id);
    await comes(old, 1);
    await t.call('PATCH', `/v1/webhooks/${id}`, { url: moved.url });
    const { secret } = (await t.call('POST', `/v1/webhooks/${id}/rotate-secret`, { keep_previous_for_s: 0 })).body;
    old.letGo();
    await pusher.idle();
    expect([old.messages.length, moved.messages.length]).toEqual([1, 2]);
    expect(moved.messages.every((message) => signedWith(secret, message))).toBe(true);
    const gone = await slowReceiver();
    const { id: removed } = await hook(gone.url);
    for (let i = 0; i < 3; i++) await test(removed);
    await comes(gone, 1);
    await t.call('DELETE', `/v1/webhooks/${removed}`);
    gone.letGo();
    await pusher.idle();
    expect(gone.messages).toHaveLength(1);
  });

  it('is tried once, also where the disk was full when it was to be written down', async () => {
    const to = await receiver();
    const { id } = await hook(to.url);
    const refused = fillsWhenAnswered(to);
    const asked = await test(id);
    await refused;
    full = undefined;
    await pusher.idle();
    expect([to.messages.length, (await delivery(asked)).status]).toEqual([1, 'delivered']);
  });
});

describe('a long log', () => {
  const LONG = 11_000;
  const withLog = async () => {
    const made = await hook('http://127.0.0.1:9/');
    const rows = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${LONG})
      insert into webhook_deliveries (id, webhook_id, kind, event_id, event_seq, type, status, attempts, created_at)
      select ? || i, ?, 'event', 'evt_' || i, i, 'contact.created', 'delivered', 1, ? from n`;
    const write = statement(rows, [`dlv_${made.id}`, made.id, t.clock.now()]);
    await t.house.deps.db.write({ load: {}, plan: () => ({ statements: [write], answer: () => undefined }) });
    return made.id;
  };

  it('is forgotten after 30 days, however long it is', async () => {
    const id = await withLog();
    t.clock.advance(29 * 24 * HOUR);
    await sweep(t.house.deps);
    expect(await log(id)).toHaveLength(200);
    t.clock.advance(2 * 24 * HOUR);
    await sweep(t.house.deps);
    expect(await log(id)).toEqual([]);
  });

  it('holds nobody up when its webhook is removed', async () => {
    const id = await withLog();
    const order: string[] = [];
    const removed = t.call('DELETE', `/v1/webhooks/${id}`).then(({ status }) => order.push(`removed ${status}`));
    const written = t.call('POST', '/v1/contacts', newPerson()).then(({ status }) => order.push(`written ${status}`));
    await Promise.all([removed, written]);
    expect(order).toEqual(['written 201', 'removed 204']);
  });
});

it('what is still owed is found without reading through all that was ever sent', async () => {
  for (const { sql, args } of [
    retryingDeliveries('whk_x'),
    giveUpRetries('whk_x'),
    dueOneOff('whk_x', 0, 0),
    dueOneOffs,
  ]) {
    const plan = statement(`explain query plan ${sql}`, args, (row) => String(row[3]));
    const { steps } = await t.house.deps.db.read({ steps: plan });
    expect(steps.join('\n'), sql).toContain('INDEX webhook_deliveries_open');
  }
});
