// A disk that fills up in the middle of the work: refused whole with 507, read on, and written again once there is room.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../support/house.ts';
import { faultsIn, newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';
import { newPerson, type Request, sendOnce } from './writers.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** A small file system in memory, mounted for this test; undefined where the machine does not let us. */
function smallDisk(megabytes: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sidestage-disk-'));
  if (!runs('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'sidestage-test', folder)) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return folder;
}
const probe = smallDisk(1);
if (probe) {
  runs('umount', probe);
  rmSync(probe, { recursive: true });
}
const canLimit = process.platform === 'linux' && runs('prlimit', '--version');

/** Writes side by side, so that commits come in groups, until some are refused; every answer with its request. */
async function writeUntilFull(server: RunningServer, key: string) {
  const all: { request: Request; answer: Answer }[] = [];
  for (let round = 0; round < 400; round++) {
    const requests = Array.from({ length: 24 }, newPerson);
    const answers = await Promise.all(requests.map((request) => sendOnce(server.url, key, request)));
    for (const [i, request] of requests.entries()) all.push({ request, answer: answers[i] as Answer });
    if (answers.every((answer) => answer.status === 507)) return all;
  }
  throw new Error('The disk never filled up.');
}

async function expectWhole(server: RunningServer, all: readonly { request: Request; answer: Answer }[]) {
  for (const status of [201, 507]) expect(all.some(({ answer }) => answer.status === status)).toBe(true);
  const refused = all.find(({ answer }) => answer.status === 507);
  expect(refused?.answer.body).toMatchObject({ code: 'storage-full' });
  await Promise.all(
    all.map(async ({ request, answer }) => {
      expect([201, 507]).toContain(answer.status);
      const handles = [{ channel: 'email', handle: request.body.display_name }];
      const found = await server.call('POST', '/v1/contacts/resolve', { handles });
      expect([answer.status, found.body.match]).toEqual([answer.status, answer.status === 201 ? 'exact' : 'none']);
    }),
  );
}

async function expectRecovered(server: RunningServer, key: string, place: Place, refused: readonly Request[]) {
  for (const request of refused.slice(0, 30)) expect((await sendOnce(server.url, key, request)).status).toBe(201);
  expect(faultsIn(place)).toBe('');
  expect(await server.stop()).toBe(0);
  expect(faultsIn(place)).toBe('');
}

describe('a full disk', () => {
  it.skipIf(!probe)('refuses with 507, half-writes nothing, and works again when space returns', async () => {
    const folder = smallDisk(12) ?? '';
    cleanUp.push(() => {
      runs('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    });
    const place = newPlace(folder);
    const key = newKey(place);
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    expect((await sendOnce(server.url, key, newPerson())).status).toBe(201);
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 1_500_000)));
    const all = await writeUntilFull(server, key);
    await expectWhole(server, all);
    rmSync(join(folder, 'ballast'));
    const refused = all.filter(({ answer }) => answer.status === 507).map(({ request }) => request);
    await expectRecovered(server, key, place, refused);
  });

  it.skipIf(!canLimit)(
    'refuses with 507 at a limit on the size of files too, and works again when it is raised',
    async () => {
      const place = newPlace();
      cleanUp.push(() => place.remove());
      const key = newKey(place);
      // In blocks of 512 bytes: room for the start and a few hundred people.
      const server = await startServer(place, key, { shell: 'ulimit -S -f 2400' });
      cleanUp.push(() => server.kill());
      const all = await writeUntilFull(server, key);
      await expectWhole(server, all);
      expect(runs('prlimit', '--pid', String(server.process.pid), '--fsize=unlimited:unlimited')).toBe(true);
      const refused = all.filter(({ answer }) => answer.status === 507).map(({ request }) => request);
      await expectRecovered(server, key, place, refused);
    },
  );
});
