// Stands between windows and the server, passes everything on, and counts: what was asked, and what is open right now.
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  url: string;
  seen: { method: string; path: string }[];
  /** How many requests of this path have no end yet. */
  open(path: string): number;
  /** From now on the token last used is answered with 401, as the server does once its hour is over. */
  refuseToken(): void;
  /** From now on everything goes to this server: the one there was is stopped, or another took its place. */
  passTo(target: string): void;
  close(): Promise<void>;
}

export async function startCountingProxy(first: string): Promise<CountingProxy> {
  let target = first;
  const seen: CountingProxy['seen'] = [];
  const open = new Map<string, number>();
  const refused = new Set<string>();
  let lastToken: string | undefined;
  const count = (path: string, by: number) => open.set(path, (open.get(path) ?? 0) + by);
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '/').split('?');
    const { method = 'GET', headers } = request;
    if (method !== 'OPTIONS') seen.push({ method, path });
    const token = headers.authorization;
    if (token !== undefined && refused.has(token)) {
      request.resume();
      response.writeHead(401, {
        'content-type': 'application/problem+json',
        'access-control-allow-origin': headers.origin ?? '*',
      });
      response.end(JSON.stringify({ code: 'unauthenticated', status: 401, title: 'Sign in', detail: 'Expired.' }));
      return;
    }
    lastToken = token ?? lastToken;
    count(path, 1);
    response.once('close', () => count(path, -1));
    const on = ask(target + request.url, { method, headers: { ...headers, host: new URL(target).host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    on.once('error', () => response.destroy());
    response.once('close', () => on.destroy());
    request.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    open: (path) => open.get(path) ?? 0,
    refuseToken: () => void (lastToken === undefined || refused.add(lastToken)),
    passTo(next) {
      target = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
