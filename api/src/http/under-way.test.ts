import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createUnderWay } from './under-way.ts';

const HOUR = 3_600_000;

/** Whether a promise is settled within two turns of the loop. */
async function settled(promise: Promise<void>): Promise<boolean> {
  let yes = false;
  promise.then(() => {
    yes = true;
  });
  await turn();
  await turn();
  return yes;
}

it('nobody waits where nothing is being answered', async () => {
  expect(await settled(createUnderWay().rest(HOUR))).toBe(true);
});

it('who waits goes on a moment after the last request is answered, and not before', async () => {
  const requests = createUnderWay();
  const [first, second] = [requests.begin(), requests.begin()];
  const rest = requests.rest(HOUR);
  first();
  // Told twice by mistake, it is still one request.
  first();
  expect(await settled(rest)).toBe(false);
  second();
  await rest;
});

it('a request that begins right after another is waited for too', async () => {
  const requests = createUnderWay();
  const first = requests.begin();
  const rest = requests.rest(HOUR);
  first();
  const second = requests.begin();
  expect(await settled(rest)).toBe(false);
  second();
  await rest;
});

it('where there is always a request under way, who waits goes on all the same', async () => {
  const requests = createUnderWay();
  requests.begin();
  await requests.rest(1);
});
