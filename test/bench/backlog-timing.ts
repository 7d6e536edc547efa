// A webhook behind by a hundred thousand events, and the cards the same server reads while it sends them: its sending is
// switched on and off in turns, so that what slows the machine down slows both sides.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { createClient as openFile } from '@libsql/client';
import { newKey, newPlace, startServer } from '../support/server.ts';
import { type Spread, spread } from './report-timing.ts';

export const BACKLOG = 100_000;
const PEOPLE = 1_000;
const ROUNDS = 20;
const CARDS = 150;

export interface BacklogTimes {
  readonly events: number;
  /** Events a second while nobody asks anything, and while one card after another is read. */
  readonly perSecond: number;
  readonly perSecondBeside: number;
  /** Milliseconds of a card while the webhook rests, and while it sends. */
  readonly resting: Spread;
  readonly sending: Spread;
}

// The receiver lives beside the timing, so that it takes nothing from it.
if (!isMainThread && parentPort !== null) {
  let heard = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      heard += 1;
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
  parentPort.on('message', () => parentPort?.postMessage(heard));
}

export async function timeBacklog(): Promise<BacklogTimes> {
  const place = newPlace();
  const key = newKey(place);
  const receiver = new Worker(new URL(import.meta.url));
  const told = () => new Promise<number>((resolve) => receiver.once('message', resolve));
  const port = await told();
  const heard = () => {
    const answer = told();
    receiver.postMessage('how many');
    return answer;
  };
  const start = () => startServer(place, key, { env: { WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' } });
  let server = await start();
  const call = async (method: string, path: string, body?: object, version?: string) => {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(version ? { 'if-match': version } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return { body: JSON.parse(text), version: response.headers.get('etag') ?? '' };
  };
  try {
    const people: string[] = [];
    for (let nth = 0; nth < PEOPLE; nth += 1)
      people.push((await call('POST', '/v1/contacts', { display_name: `Person ${nth}` })).body.id);
    let hook = await call('POST', '/v1/webhooks', { url: `http://127.0.0.1:${port}/`, types: [] });
    const { id } = hook.body.webhook ?? hook.body;
    const path = `/v1/webhooks/${id}`;
    const set = async (enabled: boolean) => {
      hook = await call('GET', path);
      await call('PATCH', path, { enabled }, hook.version);
    };
    await set(false);
    await server.stop();
    const file = openFile({ url: `file:${place.file}` });
    await file.execute({
      sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
            insert into events (id, type, contact_id, actor, data, at)
            select printf('evt_%026o', i), 'contact.updated', ?, 'system:system', json_object('contact_id', ?, 'changed', json_array('company')), ? from n`,
      args: [BACKLOG, people[0] ?? '', people[0] ?? '', Date.now()],
    });
    file.close();
    server = await start();
    let nth = 0;
    const cards = async (): Promise<number[]> => {
      const took: number[] = [];
      for (let i = 0; i < CARDS; i += 1) {
        const began = performance.now();
        await call('GET', `/v1/contacts/${people[nth++ % PEOPLE]}/card`);
        took.push(performance.now() - began);
      }
      return took;
    };
    await cards();
    const resting: number[] = [];
    const sending: number[] = [];
    const beside = { events: 0, ms: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      resting.push(...(await cards()));
      await set(true);
      const [before, from] = [await heard(), performance.now()];
      sending.push(...(await cards()));
      const sent = (await heard()) - before;
      if (sent === 0) throw new Error('Nothing was sent meanwhile.');
      beside.events += sent;
      beside.ms += performance.now() - from;
      await set(false);
    }
    await set(true);
    const [from, began] = [await heard(), performance.now()];
    let now = from;
    for (let still = 0; now < BACKLOG && still < 20; ) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const next = await heard();
      still = next === now ? still + 1 : 0;
      now = next;
    }
    if (now < BACKLOG) throw new Error(`Only ${now} of ${BACKLOG} events arrived.`);
    const perSecond = ((now - from) / (performance.now() - began)) * 1_000;
    const perSecondBeside = (beside.events / beside.ms) * 1_000;
    return { events: BACKLOG, perSecond, perSecondBeside, resting: spread(resting), sending: spread(sending) };
  } finally {
    await server.stop();
    await receiver.terminate();
    place.remove();
  }
}
