// The live stream: every event once and in order, however often the line breaks, and never what the listener may not know.
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { followEvents, type SidestageEvent, SidestageProblem } from '@sidestage/sdk';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { send, startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, keyWith, newPerson, signIn } from './people.ts';

let t: TestHouse;
let baseUrl: string;
let close: () => void;
beforeAll(async () => {
  t = await startHouse();
  const server = createServer(getRequestListener(t.house.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(async () => {
  close();
  await t.close();
});
const listening: AbortController[] = [];
afterEach(() => {
  for (const one of listening.splice(0)) one.abort();
});

const last = async () => {
  let at = 0;
  for (;;) {
    const next = (await t.call('GET', `/v1/events?limit=200&after=${at}`)).body.next_after;
    if (next === at) return at;
    at = next;
  }
};

/** Listens until as many events as asked for came. */
async function hear(count: number, more: Partial<Parameters<typeof followEvents>[0]> = {}, onOpen?: () => unknown) {
  const stop = new AbortController();
  listening.push(stop);
  const heard: SidestageEvent[] = [];
  const options = { baseUrl, token: t.key, signal: stop.signal, sleep: async () => undefined, ...more };
  for await (const event of followEvents(onOpen ? { ...options, onOpen: () => void onOpen() } : options)) {
    heard.push(event);
    if (heard.length >= count) break;
  }
  return heard;
}

/** The first text of a stream that matches, read by hand. */
async function rawUntil(pattern: RegExp, query: string, headers: Record<string, string> = {}) {
  const response = await t.house.app.request(`/v1/events/stream?${query}`, {
    headers: { authorization: `Bearer ${t.key}`, ...headers },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !pattern.test(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader?.cancel();
  return text;
}

describe('the stream', () => {
  it('gives each event once and in order to a listener whose line breaks again and again while others write', async () => {
    const after = await last();
    let lines = 0;
    // Each line is cut after some bytes, often in the middle of a message.
    const cutting = async (request: Request) => {
      lines += 1;
      const response = await fetch(request);
      let left = 300 + lines * 157;
      const cut = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk.slice(0, left));
          left -= chunk.length;
          if (left <= 0) controller.error(new Error('cut'));
        },
      });
      return new Response(response.body?.pipeThrough(cut), response);
    };
    const writing = (async () => {
      for (let i = 0; i < 30; i++) await t.call('POST', '/v1/contacts', newPerson());
    })();
    const heard = await hear(60, { after, fetch: cutting });
    await writing;
    expect(heard.map((event) => event.seq)).toEqual(Array.from({ length: 60 }, (_, i) => after + 1 + i));
    expect(lines).toBeGreaterThan(5);
    const listed = await t.call('GET', `/v1/events?after=${after}&limit=200`);
    expect(heard).toEqual(listed.body.data);
  });

  it('starts with what happens from now on where no place is named, and tells that place at once', async () => {
    const before = await last();
    expect(await rawUntil(/id: \d+\n\n/, '')).toBe(`retry: 1000\nid: ${before}\n\n`);
    const heard = await hear(2, {}, () => createPerson(t));
    expect(heard.map((event) => [event.seq, event.type])).toEqual([
      [before + 1, 'contact.created'],
      [before + 2, 'contact.stage_moved'],
    ]);
  });

  it('goes by Last-Event-ID before the address it was first given', async () => {
    const at = (await last()) - 1;
    expect(await rawUntil(/data: /, 'after=0', { 'last-event-id': String(at) })).toContain(`\nid: ${at + 1}\nevent: `);
    const wrong = await t.call('GET', '/v1/events/stream', undefined, { 'last-event-id': 'x' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, 'Last-Event-ID']);
  });

  it('leaves out a listener’s own echo, and moves the place on past it', async () => {
    const after = await last();
    await t.call('POST', '/v1/contacts', newPerson(), { 'sidestage-client': 'panel-7' });
    await t.call('POST', '/v1/contacts', newPerson(), { 'sidestage-client': 'panel-8' });
    const heard = await hear(2, { after, clientId: 'panel-7', excludeOwn: true });
    expect(heard.map((event) => event.actor.client_id)).toEqual(['panel-8', 'panel-8']);
    await t.call('POST', '/v1/contacts', newPerson(), { 'sidestage-client': 'panel-7' });
    const quiet = await rawUntil(/still here\n.*\n\n/s, `after=${after + 4}&exclude_client=panel-7&heartbeat_s=1`);
    expect(quiet).toContain(`: still here\nid: ${after + 6}\n\n`);
    expect(quiet).not.toContain('data:');
  });

  it('carries only the types asked for, and refuses one there is not', async () => {
    const after = await last();
    const { id } = await createPerson(t);
    await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] });
    await t.call('PATCH', `/v1/contacts/${id}`, { company: 'Lumen' });
    const moved = await hear(1, { after, types: ['contact.stage_moved', 'contact.updated'] });
    expect(moved[0]?.type).toBe('contact.stage_moved');
    const unknown = await t.call('GET', '/v1/events/stream?types=contact.create');
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([422, 'event-type-unknown']);
    expect(unknown.body.errors[0].detail).toContain('contact.created');
  });

  it('says that it is there and how far it is also while others’ events come all the time', async () => {
    const after = await last();
    let writing = true;
    const written = (async () => {
      while (writing) await t.call('POST', '/v1/contacts', newPerson());
    })();
    const quiet = await rawUntil(/still here\n.*\n\n/s, `after=${after}&types=contact.erased&heartbeat_s=1`);
    writing = false;
    await written;
    expect(Number(/still here\nid: (\d+)\n\n/.exec(quiet)?.[1])).toBeGreaterThan(after);
    expect(quiet).not.toContain('data:');
  });

  it('gets through a long log of others’ events to the one asked for, and lets others be answered meanwhile', async () => {
    const after = await last();
    const items = Array.from({ length: 1_000 }, () => newPerson());
    for (let i = 0; i < 3; i++) await t.call('POST', '/v1/batch/contacts', { mode: 'each', items });
    const { id } = await createPerson(t);
    await t.call('PATCH', `/v1/contacts/${id}`, { company: 'Lumen' });
    const order: string[] = [];
    const turned = new Promise<void>((resolve) =>
      setImmediate(() => {
        order.push('turn');
        resolve();
      }),
    );
    const found = rawUntil(/data: /, `after=${after}&types=contact.updated`).then((text) => {
      order.push('found');
      return text;
    });
    await turned;
    expect(await found).toContain(`\nid: ${await last()}\nevent: contact.updated`);
    expect(order).toEqual(['turn', 'found']);
  });

  it('tells a rep nothing of people they may not see, from the moment the company says so', async () => {
    const [mine, theirs] = [await signIn(t, 'rep'), await signIn(t, 'rep')];
    await t.call('PATCH', '/v1/settings', { visibility: 'own' });
    const after = await last();
    await theirs.call('POST', '/v1/contacts', newPerson());
    const own = (await mine.call('POST', '/v1/contacts', newPerson())).body;
    const heard = await hear(2, { after, token: mine.session.access_token, types: ['contact.*'] });
    expect(heard.map((event) => event.contact_id)).toEqual([own.id, own.id]);
    await t.call('PATCH', '/v1/settings', { visibility: 'all' });
  });

  it('and the pages of a rep go past a long log of others’ people in turns, and to its end', async () => {
    const [mine, theirs] = [await signIn(t, 'rep'), await signIn(t, 'rep')];
    await t.call('PATCH', '/v1/settings', { visibility: 'own' });
    const after = await last();
    for (let i = 0; i < 3; i++) {
      const items = Array.from({ length: 1_000 }, () => newPerson());
      const made = await theirs.call('POST', '/v1/batch/contacts', { mode: 'each', items });
      expect(made.status).toBe(200);
    }
    const order: string[] = [];
    const turned = new Promise<void>((resolve) =>
      setImmediate(() => {
        order.push('turn');
        resolve();
      }),
    );
    const asked = mine.call('GET', `/v1/events?after=${after}`).then((answer) => {
      order.push('answered');
      return answer;
    });
    await turned;
    expect((await asked).body).toEqual({ data: [], next_after: await last() });
    expect(order).toEqual(['turn', 'answered']);
    const own = (await mine.call('POST', '/v1/contacts', newPerson())).body;
    const page = (await mine.call('GET', `/v1/events?after=${after}&limit=2`)).body;
    expect(page.data.map((event: SidestageEvent) => event.contact_id)).toEqual([own.id, own.id]);
    expect(page.next_after).toBe(page.data[1].seq);
    await t.call('PATCH', '/v1/settings', { visibility: 'all' });
  });

  it('ends when the listener’s key is revoked; coming back is refused', async () => {
    const made = (await t.call('POST', '/v1/keys', { name: 'listener', scopes: ['events:read'] })).body;
    const listening = hear(99, { token: made.key }, () => t.call('DELETE', `/v1/keys/${made.id}`));
    await expect(listening).rejects.toThrow(SidestageProblem);
    await expect(listening).rejects.toMatchObject({ status: 401 });
  });

  it('is held a hundred times at once by one caller, and once more when one was let go', async () => {
    const own = await keyWith(t, ['events:read']);
    const { key } = (await t.call('POST', '/v1/keys', { name: 'crowd', scopes: ['events:read'] })).body;
    const open = (method = 'GET') =>
      t.house.app.request('/v1/events/stream', { method, headers: { authorization: `Bearer ${key}` } });
    // A HEAD holds nothing.
    for (let i = 0; i < 120; i++) expect((await open('HEAD')).status).toBe(200);
    const lines = await Promise.all(Array.from({ length: 100 }, () => open()));
    expect(lines.every((one) => one.status === 200)).toBe(true);
    const refused = await open();
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([429, 'rate-limited']);
    expect((await own('GET', '/v1/events/stream')).status).toBe(200);
    await lines[0]?.body?.cancel();
    const again = await open();
    expect(again.status).toBe(200);
    for (const one of [...lines.slice(1), again]) await one.body?.cancel();
  });

  it('is closed to a key without the scope', async () => {
    const narrow = await keyWith(t, ['contacts:read']);
    expect((await narrow('GET', '/v1/events/stream')).status).toBe(403);
  });

  it('ends at once when the house closes', async () => {
    const other = await startHouse();
    const response = await other.house.app.request('/v1/events/stream', {
      headers: { authorization: `Bearer ${other.key}` },
    });
    const whole = response.text();
    await send(other.house, other.key, 'GET', '/v1/me');
    await other.close();
    expect(await whole).toMatch(/^retry: 1000\nid: \d+\n\n$/);
  });
});
