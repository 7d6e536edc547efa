// Test support: a real HTTP server on loopback that answers as its script says, dropped connections included.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Turn =
  | { status: number; headers?: Record<string, string>; json?: unknown; text?: string }
  /** The connection breaks before any answer. */
  | 'drop'
  /** The connection breaks in the middle of the answer's body. */
  | 'drop-in-body';

export interface FlakyServer extends AsyncDisposable {
  url: string;
  heard: Heard[];
}

/** `turns` is a list, used up in order with the last one staying, or a function of what was heard. */
export async function startFlakyServer(turns: Turn[] | ((heard: Heard) => Turn)): Promise<FlakyServer> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const item = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    heard.push(item);
    const turn = typeof turns === 'function' ? turns(item) : turns[Math.min(heard.length, turns.length) - 1];
    if (turn !== undefined) answer(turn, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(turn: Turn, response: ServerResponse): void {
  if (turn === 'drop') {
    response.socket?.destroy();
    return;
  }
  if (turn === 'drop-in-body') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"data": [', () => response.socket?.destroy());
    return;
  }
  const isProblem = turn.status >= 400;
  const type = turn.text !== undefined ? 'text/html' : isProblem ? 'application/problem+json' : 'application/json';
  response.writeHead(turn.status, { 'Content-Type': type, ...turn.headers });
  response.end(turn.text ?? (turn.json === undefined ? undefined : JSON.stringify(turn.json)));
}
