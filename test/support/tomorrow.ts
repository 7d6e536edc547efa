// The API as it may be tomorrow: more fields in every answer, values no enum had, fields more that may be sent. The document of
// such a server, and a server that answers so, standing before a real one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object may have a field more, which none need send, and every enum a value more. */
export function documentOfTomorrow(text: string): Node {
  const grow = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(grow);
    if (!isNode(given)) return given;
    const node = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, grow(value)]));
    if (Array.isArray(node.enum) && node.enum.every((value) => typeof value === 'string'))
      node.enum = [...node.enum, 'tomorrow'];
    if (node.type === 'object' && isNode(node.properties))
      node.properties = { ...node.properties, added_tomorrow: { type: 'string' } };
    return node;
  };
  return grow(JSON.parse(text)) as Node;
}

// What a value of these becomes. The rest of an answer stays as it is: others are asked for by it.
const RENAMED: Readonly<Record<string, (value: string) => string>> = {
  direction: (value) => (value === 'forward' ? 'tomorrow' : value),
  pool: () => 'tomorrow',
  type: (value) => (value === 'contact.stage_moved' ? 'contact.tomorrow' : value),
  code: (value) => (value === 'move-not-allowed' ? 'not-before-tomorrow' : value),
};

function answerOfTomorrow(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => answerOfTomorrow(one));
  if (typeof value === 'string') return RENAMED[name]?.(value) ?? value;
  if (!isNode(value)) return value;
  const node = Object.fromEntries(Object.entries(value).map(([field, one]) => [field, answerOfTomorrow(one, field)]));
  return { ...node, added_tomorrow: { since: '2027-01-01T00:00:00.000Z' } };
}

export interface TomorrowServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startTomorrow(today: string): Promise<TomorrowServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, connection: __, ...headers } = request.headers;
    const answer = await fetch(today + request.url, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const type = answer.headers.get('content-type') ?? 'application/json';
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/event-stream'))
      return response.end(JSON.stringify(answerOfTomorrow(JSON.parse(await answer.text()))));
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines)
        response.write(
          line.startsWith('data: ')
            ? `data: ${JSON.stringify(answerOfTomorrow(JSON.parse(line.slice(6))))}\n`
            : `${line.replace('contact.stage_moved', 'contact.tomorrow')}\n`,
        );
    }
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
