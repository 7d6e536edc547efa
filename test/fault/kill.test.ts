// A server killed at any moment: what was acknowledged is there, what was not can be asked again, and nothing happens twice.
import { randomInt } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { call, faultsIn, newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';
import { newPerson, type Request, sendOnce, writeUntilDead } from './writers.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function begin(): Promise<{ place: Place; key: string; start: () => Promise<RunningServer> }> {
  const place = newPlace();
  cleanUp.push(() => place.remove());
  const key = newKey(place);
  return {
    place,
    key,
    async start() {
      const server = await startServer(place, key);
      cleanUp.push(() => server.kill());
      return server;
    },
  };
}

describe('kill -9', () => {
  it('under load loses nothing acknowledged, halves nothing, and the same key never doubles', async () => {
    const { place, key, start } = await begin();
    for (let round = 0; round < 3; round++) {
      const doomed = await start();
      const writing = writeUntilDead(doomed.url, key, 16);
      // The moment is the point of this test: anywhere between the first commit and the hundredth.
      await after(randomInt(30, 300));
      await doomed.kill();
      const { acknowledged, unknown } = await writing;
      expect(faultsIn(place)).toBe('');

      const server = await start();
      await Promise.all(
        acknowledged.map(async ({ request, answer }) => {
          expect(answer.status).toBe(201);
          const again = await sendOnce(server.url, key, request);
          expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([answer.text, 'true']);
          expect(await rowsOf(server, request)).toBe(1);
        }),
      );
      for (const request of unknown) {
        const first = await sendOnce(server.url, key, request);
        const second = await sendOnce(server.url, key, request);
        expect([first.status, second.text]).toEqual([201, first.text]);
        expect(await rowsOf(server, request)).toBe(1);
      }
      await server.stop();
    }
    expect(faultsIn(place)).toBe('');
  });

  it('between the commit and the answer: the retry hears the answer that was lost, and there is one row', async () => {
    const { place, key, start } = await begin();
    for (let round = 0; round < 3; round++) {
      const doomed = await start();
      const proxy = await cutAtAnswer(Number(new URL(doomed.url).port), () => doomed.kill());
      cleanUp.push(() => proxy.server.close());
      const request = newPerson();
      await expect(sendOnce(proxy.url, key, request)).rejects.toThrow(TypeError);
      await proxy.cut;
      const server = await start();
      const again = await sendOnce(server.url, key, request);
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
      expect(await rowsOf(server, request)).toBe(1);
      await server.stop();
    }
    expect(faultsIn(place)).toBe('');
  });

  it('leaves a lock that the next start takes over, while a polite stop leaves none', async () => {
    const { place, key, start } = await begin();
    const doomed = await start();
    await doomed.kill();
    const server = await start();
    expect((await call(server.url, key, 'GET', '/v1/me')).status).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(faultsIn(place)).toBe('');
  });

  it('is not needed: SIGTERM answers what is under way, and then ends at once', async () => {
    const { key, start, place } = await begin();
    const server = await start();
    const requests = Array.from({ length: 40 }, newPerson);
    const answers = requests.map((request) => sendOnce(server.url, key, request));
    await answers[0];
    const code = server.stop();
    const settled = await Promise.allSettled(answers);
    const asked = performance.now();
    expect(await code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_000);
    const next = await start();
    for (const [i, one] of settled.entries()) {
      if (one.status === 'rejected') continue;
      expect(one.value.status).toBe(201);
      expect(await rowsOf(next, requests[i] as Request)).toBe(1);
    }
    expect(faultsIn(place)).toBe('');
  });
});

/** How often the thing a request asks for is there. */
async function rowsOf(server: RunningServer, { body, path }: Request): Promise<number> {
  if (path === '/v1/contacts') {
    const hints = { display_name: body.display_name };
    return (await server.call('POST', '/v1/contacts/resolve', { hints })).body.candidates.length;
  }
  const { data } = (await server.call('GET', path)).body;
  return data.filter((row: { to: string }) => row.to === body.to).length;
}

/** A wire that passes requests on and is cut, with the server's life, when the first byte of an answer comes back. */
async function cutAtAnswer(port: number, kill: () => Promise<void>) {
  const sockets: Socket[] = [];
  let done: () => void;
  const cut = new Promise<void>((resolve) => {
    done = resolve;
  });
  const server: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far);
    far.once('data', async () => {
      await kill();
      for (const socket of sockets) socket.destroy();
      done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, cut, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}
