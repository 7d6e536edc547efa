// Stands between the panel and the server with a gate for the next write: held before the server hears of it, or after it has
// committed and before its answer is heard. Whoever holds the gate says what becomes of it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Gate = 'before' | 'after';

export interface Held {
  /** Resolves when the write stands at the gate. */
  readonly reached: Promise<void>;
  /** `pass` lets it through; `drop` cuts the connection: a request never heard of, or an answer lost. */
  release(how: 'pass' | 'drop'): void;
}

export interface GateProxy {
  readonly url: string;
  /** While true nobody answers here. */
  down: boolean;
  /** Holds the next write, and that one alone. */
  holdNext(gate: Gate): Held;
  close(): Promise<void>;
}

const HOP = new Set(['host', 'connection', 'content-length', 'content-encoding', 'transfer-encoding', 'keep-alive']);

export async function startGateProxy(target: string): Promise<GateProxy> {
  let next: { gate: Gate; reach(): void; released: Promise<'pass' | 'drop'> } | undefined;
  const proxy: Omit<GateProxy, 'url' | 'close'> = {
    down: false,
    holdNext(gate) {
      let reach = () => {};
      let release: Held['release'] = () => {};
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      const released = new Promise<'pass' | 'drop'>((resolve) => {
        release = resolve;
      });
      next = { gate, reach, released };
      return { reached, release };
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (proxy.down) return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    // A write of the rep carries its operation id.
    const held = request.headers['idempotency-key'] === undefined ? undefined : next;
    if (held !== undefined) next = undefined;
    if (held?.gate === 'before') {
      held.reach();
      if ((await held.released) === 'drop') return void request.socket.destroy();
    }
    const headers = Object.entries(request.headers).filter(([name]) => !HOP.has(name)) as [string, string][];
    const heard = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers,
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const body = Buffer.from(await heard.arrayBuffer());
    if (held?.gate === 'after') {
      held.reach();
      if ((await held.released) === 'drop') return void request.socket.destroy();
    }
    response.writeHead(heard.status, Object.fromEntries([...heard.headers].filter(([name]) => !HOP.has(name))));
    response.end(body);
  };

  const server = createServer((request, response) => {
    // Who asked may be gone by now.
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
