// A server killed while it sends: what follows the restart leaves no event out, in order, and repeats say so by their id.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { faultsIn, newKey, newPlace, startServer } from '../support/server.ts';

const cleanUp: (() => unknown)[] = [];
beforeEach(() => {
  process.env.WEBHOOK_ALLOW_CIDRS = '127.0.0.0/8';
  cleanUp.push(() => {
    delete process.env.WEBHOOK_ALLOW_CIDRS;
  });
});
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const EVENTS = 400;

it('webhooks: a backlog is sent whole over kill -9, each event at least once, in order, under one id', async () => {
  const place = newPlace();
  cleanUp.push(() => place.remove());
  const key = newKey(place);
  const to: Receiver = await startReceiver();
  cleanUp.push(() => to.close());
  const start = async () => {
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    return server;
  };

  const first = await start();
  const hook = await first.call('POST', '/v1/webhooks', { url: to.url, types: ['contact.created'], enabled: false });
  const names = Array.from({ length: EVENTS }, (_, i) => ({ display_name: `P${i}` }));
  await Promise.all(names.map((body) => first.call('POST', '/v1/contacts', body)));
  await first.call('PATCH', `/v1/webhooks/${hook.body.id}`, { enabled: true });
  await to.came(120);
  await first.kill();

  const second = await start();
  const settled = async () => (await second.call('GET', `/v1/webhooks/${hook.body.id}`)).body.delivered_through;
  await to.came(EVENTS);
  // What is received is written down a moment later, and nothing tells when: the last message is not followed by another.
  const last = () => Math.max(...to.messages.map((message) => message.json.seq));
  while ((await settled()) < last()) await sleep(50);
  expect(await second.stop()).toBe(0);
  expect(faultsIn(place)).toBe('');

  const firsts = new Map<string, number>();
  for (const message of to.messages) {
    const id = String(message.headers['webhook-id']);
    expect(id).toBe(message.json.id);
    if (!firsts.has(id)) firsts.set(id, message.json.seq);
  }
  const order = [...firsts.values()];
  expect(order).toHaveLength(EVENTS);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  // Only what was sent and not yet written down comes twice.
  expect(to.messages.length - EVENTS).toBeLessThanOrEqual(51);
});
