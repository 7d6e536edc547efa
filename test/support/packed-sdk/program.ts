// A program as somebody outside would write it, with nothing of the house but the packed SDK: writes, pages, meets a refusal, follows
// the event stream over a line that breaks, and takes a webhook. Says what it saw as one line of JSON.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type components,
  createClient,
  followEvents,
  IDEMPOTENCY_KEY,
  paginate,
  SidestageProblem,
  unwrap,
  verifyWebhook,
  WebhookRefused,
} from '@sidestage/sdk';

const server = { baseUrl: process.env.SIDESTAGE_URL ?? '', token: process.env.SIDESTAGE_KEY ?? '' };
const client = createClient({ ...server, clientId: 'packed' });
const before = (await unwrap(client.GET('/v1/events', { params: { query: { limit: 200 } } }))).next_after;

async function receiver() {
  let heard: (message: { headers: Record<string, string | string[] | undefined>; body: string }) => void;
  const first = new Promise<Parameters<typeof heard>[0]>((resolve) => {
    heard = resolve;
  });
  const http = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(204).end();
      heard({ headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`, first, close: () => http.close() };
}
const ears = await receiver();
const hook = await unwrap(client.POST('/v1/webhooks', { body: { url: ears.url, types: ['contact.stage_moved'] } }));

const handle = (name: string) => ({ channel: 'email', handle: `${name}@packed.example` });
const body = { display_name: 'Packed 0', identities: [handle('p0')] };
const params = { header: { [IDEMPOTENCY_KEY]: `packed-${server.token.slice(-6)}` } };
const made: components['schemas']['Contact'] = await unwrap(client.POST('/v1/contacts', { body, params }));
const again = await unwrap(client.POST('/v1/contacts', { body, params }));
for (let i = 1; i < 5; i++)
  await unwrap(client.POST('/v1/contacts', { body: { display_name: `Packed ${i}`, identities: [handle(`p${i}`)] } }));

const names: string[] = [];
for await (const contact of paginate(client, '/v1/contacts', { query: { limit: 2, q: 'Packed' } }))
  names.push(contact.display_name);

const path = { id: made.id };
await unwrap(client.POST('/v1/contacts/{id}/transitions', { params: { path }, body: { to: 'lead' } }));
let refusal: { code: string; status: number; allowed: unknown } | undefined;
try {
  await unwrap(client.POST('/v1/contacts/{id}/transitions', { params: { path }, body: { to: 'evangelist' } }));
} catch (error) {
  if (!(error instanceof SidestageProblem)) throw error;
  refusal = { code: error.code, status: error.status, allowed: error.body?.allowed_moves };
}

/** A line that breaks in the middle of a message, the first two times. */
const lines: (string | null)[] = [];
async function breakingFetch(request: Request): Promise<Response> {
  lines.push(request.headers.get('Last-Event-ID'));
  const response = await fetch(request);
  if (lines.length > 2 || !response.body) return response;
  let left = 700;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.error(new Error('The line broke.'));
    },
  });
  return new Response(response.body.pipeThrough(cut), response);
}
const target = (await unwrap(client.GET('/v1/events', { params: { query: { limit: 200, after: before } } })))
  .next_after;
const seqs: number[] = [];
const stop = new AbortController();
for await (const event of followEvents({ ...server, after: before, fetch: breakingFetch, signal: stop.signal })) {
  seqs.push(event.seq);
  if (event.seq >= target) break;
}
stop.abort();

const message = await ears.first;
const event = await verifyWebhook(message, { secret: hook.secret });
const forged = await verifyWebhook({ ...message, body: `${message.body} ` }, { secret: hook.secret }).catch(
  (error: unknown) => (error instanceof WebhookRefused ? error.code : 'another error'),
);
await unwrap(client.DELETE('/v1/webhooks/{id}', { params: { path: { id: hook.id } } }));
ears.close();

console.log(
  JSON.stringify({
    same: again.id === made.id,
    names: names.sort(),
    refusal,
    missed: seqs.filter((seq, i) => seq !== before + 1 + i),
    whole: seqs.length === target - before,
    lines,
    webhook: [event.type, event.contact_id === made.id],
    forged,
  }),
);
