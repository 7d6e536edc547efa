// What the process answers, beyond what the app inside it does.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

let place: Place;
let server: RunningServer;
beforeAll(async () => {
  place = newPlace();
  server = await startServer(place, newKey(place));
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
