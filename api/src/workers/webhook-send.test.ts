// One message to receivers of every kind: each ends in an outcome that says what happened, and in time.
import { createServer, type Socket } from 'node:net';
import { type AddressRange, fixedClock, parseRange } from '@sidestage/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { createAddressCheck, type Resolve } from '../features/webhooks/address-check.ts';
import { createSender } from './webhook-send.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const step of cleanUp.splice(0).reverse()) step();
});

const LOCAL = parseRange('127.0.0.0/8') as AddressRange;
const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A receiver that does with each message, by its count on its connection, what it is told; and a function that sends it one. */
async function receiver(answer: (socket: Socket, nth: number) => void, timeoutMs = 5_000, resolve?: Resolve) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let nth = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => answer(socket, ++nth));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const sender = createSender(createAddressCheck([LOCAL], resolve), 'test', { timeoutMs, clock: fixedClock(NOON) });
  cleanUp.push(() => {
    sender.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    sender,
    connections: () => sockets.size,
    send: () => sender.send(`http://127.0.0.1:${port}/`, {}, '{"a":1}'),
  };
}

const says = (head: string, body = '') => `HTTP/1.1 ${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

describe('a message', () => {
  it('ends also where the receiver wants to speak another protocol', async () => {
    const { send } = await receiver((socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'),
    );
    expect(await send()).toMatchObject({ ok: false, status: null, error: 'connection-lost' });
  });

  it('has arrived once its status was said, whatever becomes of the rest of the answer', async () => {
    const stalls = await receiver((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'), 200);
    expect(await stalls.send()).toMatchObject({ ok: true, status: 200, error: null });
    const cuts = await receiver((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'));
    expect(await cuts.send()).toMatchObject({ ok: true, status: 200 });
    const floods = await receiver((socket) => socket.write(says('200 OK', 'x'.repeat(10_000_000))));
    expect(await floods.send()).toMatchObject({ ok: true, status: 200 });
  });

  it('is timed out where no status comes', async () => {
    const { send } = await receiver((socket) => socket.write('HTTP/1.1 20'), 200);
    expect(await send()).toMatchObject({ ok: false, status: null, error: 'timeout' });
  });

  it('goes over a connection of its own where the one that was kept has died', async () => {
    const { send, connections } = await receiver((socket, nth) => {
      if (nth === 1) socket.write(says('204 No Content'));
      else socket.destroy();
    });
    for (let i = 1; i <= 4; i++) {
      expect(await send()).toMatchObject({ ok: true, status: 204 });
      expect(connections()).toBe(i);
    }
  });

  it('is not sent for ever to a receiver that cuts every connection', async () => {
    const { send, connections } = await receiver((socket) => socket.destroy());
    expect(await send()).toMatchObject({ ok: false, error: 'connection-lost' });
    expect(connections()).toBe(1);
  });

  it('is not begun once the sender is closed', async () => {
    const { sender, send, connections } = await receiver((socket) => socket.write(says('204 No Content')));
    sender.close();
    expect(await send()).toMatchObject({ ok: false, error: 'connection-lost' });
    expect(connections()).toBe(0);
  });

  it.each([
    ['900', 900],
    ['Sat, 21 Nov 2026 12:15:00 GMT', 900],
    ['Saturday, 21-Nov-26 12:15:00 GMT', 900],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['1.5', null],
    ['-3', null],
    ['soon', null],
  ])('hears how long a receiver asks us to wait: %s', async (said, seconds) => {
    const { send } = await receiver((socket) => socket.write(says(`429 Too Many\r\nretry-after: ${said}`)));
    expect(await send()).toMatchObject({ ok: false, status: 429, error: 'status', retryAfterS: seconds });
  });

  it('to a name that leads nowhere says so, and not that the address is refused', async () => {
    const { sender } = await receiver(
      () => undefined,
      5_000,
      async () => [],
    );
    expect(await sender.send('https://nowhere.example.com/', {}, '{}')).toMatchObject({ error: 'not-found' });
    const inside = await receiver(
      () => undefined,
      5_000,
      async () => [{ address: '10.0.0.1', family: 4 }],
    );
    expect(await inside.sender.send('https://inside.example.com/', {}, '{}')).toMatchObject({
      error: 'address-refused',
    });
  });
});
