// Stands between the panel and the server and holds answers back, each for as long as it is told: later requests overtake.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SlowProxy {
  url: string;
  /** How many answers were held back, and how many of them arrived after a later request's. */
  held: { count: number; overtaken: number };
  close(): Promise<void>;
}

/** `delayMs` says for each request how long its answer is held, in milliseconds; 0 passes it on at once. */
export async function startSlowProxy(
  target: string,
  delayMs: (method: string, path: string) => number,
): Promise<SlowProxy> {
  const held = { count: 0, overtaken: 0 };
  let started = 0;
  let newestAnswered = 0;
  const server = createServer(async (request, response) => {
    const turn = ++started;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.method ?? 'GET';
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !['host', 'connection', 'content-length'].includes(name)),
    ) as Record<string, string>;
    try {
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const answer = await fetch(target + request.url, {
        method,
        signal: gone.signal,
        headers,
        ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
      });
      // A stream has no end to wait for: it passes piece by piece.
      if (answer.headers.get('content-type')?.startsWith('text/event-stream') && answer.body !== null) {
        response.writeHead(answer.status, { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' });
        for await (const piece of answer.body) response.write(piece);
        response.end();
        return;
      }
      const body = Buffer.from(await answer.arrayBuffer());
      const wait = delayMs(method, request.url ?? '/');
      if (wait > 0) {
        held.count += 1;
        await sleep(wait);
        if (turn < newestAnswered) held.overtaken += 1;
        newestAnswered = Math.max(newestAnswered, turn);
      }
      const passed = [...answer.headers].filter(
        ([name]) => !['content-encoding', 'transfer-encoding', 'content-length', 'connection'].includes(name),
      );
      response.writeHead(answer.status, Object.fromEntries(passed));
      response.end(body);
    } catch (error) {
      response.destroy(error as Error);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    held,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
