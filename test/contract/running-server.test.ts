// What the process answers, beyond what the app inside it does.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

let place: Place;
let server: RunningServer;
let key: string;
beforeAll(async () => {
  place = newPlace();
  key = newKey(place);
  server = await startServer(place, key);
});
afterAll(async () => {
  await server?.stop();
  place?.remove();
});

it.each([
  ['GET', '/v1/nothing-here'],
  ['POST', '/admin/invite'],
  ['POST', '/admin/nothing-here'],
])(
  'an address that is not there is a problem as any other, and the back door does not tell it exists: %s %s',
  async (method, path) => {
    const answer = await fetch(server.url + path, {
      method,
      ...(method === 'POST' ? { headers: { 'sidestage-admin': 'guessed' }, body: '{}' } : {}),
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ code: 'not-found', request_id: expect.stringMatching(/^req_/) });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  },
);

it('keeps people’s data for its owner’s eyes alone: the database, its log, the lock, files to import and copies', async () => {
  const copy = join(place.folder, 'copy.db');
  expect(sidestage(place, 'backup', copy).code).toBe(0);
  const uploaded = await fetch(`${server.url}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    body: 'Name\nAna\n',
  });
  expect(uploaded.status).toBe(201);
  const files = readdirSync(place.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.length).toBeGreaterThan(4);
  const open = files.filter((one) => (statSync(join(one.parentPath, one.name)).mode & 0o077) !== 0);
  expect(open.map((one) => one.name)).toEqual([]);
});
