// Somebody who takes webhooks: remembers each message as it came and answers as told.
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages freely
  readonly json: any;
}
export interface AnswerTo {
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** Answer only after this. */
  readonly after?: Promise<unknown>;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly messages: Message[];
  /** How it answers from now on; 204 until told. */
  answer: (message: Message) => AnswerTo;
  /** Resolves when that many messages have come in all. */
  came(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const messages: Message[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const message = { headers: request.headers, body, json: JSON.parse(body || 'null') };
    messages.push(message);
    const { status, headers, after } = receiver.answer(message);
    await after;
    response.writeHead(status, headers).end();
    for (const one of waiting) if (messages.length >= one.count) one.resolve();
    waiting = waiting.filter((one) => messages.length < one.count);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    messages,
    answer: () => ({ status: 204 }),
    came: (count) =>
      messages.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}
