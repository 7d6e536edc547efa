// A server killed in the middle of an import: a fresh process goes on after the last row that was written, and nobody is doubled.
// And while one runs, nobody else waits for it.
import { afterEach, expect, it } from 'vitest';
import { faultsIn, newKey, newPlace, type RunningServer, startServer } from '../support/server.ts';
import { heldBeyondNoise, LIMIT_MS, median, watchedServer } from './holds.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const LABELS = 40;
const person = (i: number) =>
  `Person ${i},p${i}@x.example,Company ${i % 50},lead,2026-01-0${1 + (i % 9)},label ${Math.floor((i * LABELS) / 2_000) % LABELS}`;
const file = (rows: number) =>
  `Name,Email,Company,Stage,Stage Entered At,Tags\n${Array.from({ length: rows }, (_, i) => person(i)).join('\n')}\n`;

async function begin(server: RunningServer, key: string, rows: number): Promise<string> {
  const headers = { authorization: `Bearer ${key}` };
  const made = await fetch(`${server.url}/v1/imports`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: file(rows),
  });
  const { id } = (await made.json()) as { id: string };
  const started = await server.call('POST', `/v1/imports/${id}/start`, { on_unknown_tag: 'create' });
  expect(started.status, started.text).toBe(202);
  return id;
}

/** The import as its event stream shows it, until `enough` says so; undefined where the stream broke before. */
async function watch(server: RunningServer, key: string, id: string, enough: (shown: Shown) => boolean) {
  const answer = await fetch(`${server.url}/v1/imports/${id}/events`, { headers: { authorization: `Bearer ${key}` } });
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    for (let cut = text.indexOf('\n\n'); cut >= 0; cut = text.indexOf('\n\n')) {
      const data = text.slice(0, cut).split('\ndata: ')[1];
      text = text.slice(cut + 2);
      const shown = data && (JSON.parse(data) as Shown);
      if (shown && enough(shown)) return shown;
    }
  }
  return undefined;
}
interface Shown {
  readonly status: string;
  readonly progress: { readonly total: number; readonly read: number; readonly created: number };
}
const ended = (shown: Shown) => !['checking', 'running'].includes(shown.status);

it('killed twice in the middle, an import ends with every row once, and each tag it creates created once', async () => {
  const ROWS = 2_000;
  const place = newPlace();
  cleanUp.push(() => place.remove());
  const key = newKey(place);
  const start = async () => {
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    return server;
  };
  let server = await start();
  const id = await begin(server, key, ROWS);
  let before = 0;
  for (let kill = 0; kill < 2; kill++) {
    const shown = await watch(server, key, id, (one) => one.progress.read > before + 200 || ended(one));
    expect([kill, shown?.status]).toEqual([kill, 'running']);
    before = shown?.progress.read ?? 0;
    await server.kill();
    expect(faultsIn(place)).toBe('');
    server = await start();
  }
  const done = await watch(server, key, id, ended);
  expect(done).toMatchObject({ status: 'done', progress: { total: ROWS, read: ROWS, created: ROWS } });
  const rows = (await server.call('GET', `/v1/imports/${id}/rows`)).text.trimEnd().split('\n');
  expect(rows).toHaveLength(ROWS + 1);
  const people = (await server.call('GET', '/v1/exports/contacts.csv')).text.split('\r\n').slice(1, -2);
  const emails = people.map((line) => /p\d+@x\.example/.exec(line)?.[0]);
  expect([people.length, new Set(emails).size]).toEqual([ROWS, ROWS]);
  const created = (await server.call('GET', '/v1/tags')).body.data.filter(
    (one: { group: string }) => one.group === 'imported',
  );
  const noticed = rows.filter((line) => line.includes('tag-created'));
  expect([created.length, noticed.length]).toEqual([LABELS, LABELS]);
  await server.stop();
  expect(faultsIn(place)).toBe('');
});

it('holds the event loop no longer than 50 ms at a time, beyond what the machine itself adds', async () => {
  const { server, idle, key } = await watchedServer(cleanUp);
  const id = await begin(server, key, 6_000);
  const beyond: number[] = [];
  for (let read = 400; read < 6_000; read += 400) {
    await watch(server, key, id, (one) => one.progress.read >= read || ended(one));
    beyond.push(await heldBeyondNoise(server.process, idle));
  }
  expect((await watch(server, key, id, ended))?.status).toBe('done');
  expect(median(beyond), `held, ms: ${beyond.map(Math.round).join(', ')}`).toBeLessThan(LIMIT_MS);
});
