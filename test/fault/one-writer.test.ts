// One database has one server: a second is refused in one line, and a file locked from outside makes callers wait, not the loop.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient, type Transaction } from '@libsql/client';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsIn, newKey, newPlace, sidestage, startServer } from '../support/server.ts';
import { newPerson, sendOnce } from './writers.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});
function begin() {
  const place = newPlace();
  cleanUp.push(() => place.remove());
  return { place, key: newKey(place) };
}

describe('a second server on the same data', () => {
  it('is refused with one clear line that names the first, which goes on', async () => {
    const { place, key } = begin();
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    const second = sidestage(place, 'serve');
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.err).toBe(
      `Another Sidestage (process ${server.process.pid} at ${server.url}) already uses this database. Stop it first.\n`,
    );
    expect((await sendOnce(server.url, key, newPerson())).status).toBe(201);
  });

  it('is refused also when both start in the same moment, and over a lock left by a dead one', async () => {
    const { place, key } = begin();
    for (let round = 0; round < 2; round++) {
      const starts = await Promise.allSettled(Array.from({ length: 3 }, () => startServer(place, key)));
      const running = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      for (const server of running) cleanUp.push(() => server.kill());
      expect(running).toHaveLength(1);
      for (const one of starts)
        if (one.status === 'rejected') expect(String(one.reason)).toMatch(/ended with 1: Another Sidestage .*\n$/);
      for (const server of running) await server.kill();
    }
  });

  it('is not what a command is: it goes through the running server', async () => {
    const { place, key } = begin();
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    const made = sidestage(place, 'invite', '--name', 'Ana');
    expect([made.code, made.err]).toEqual([0, '']);
    const session = await server.call('POST', '/v1/sessions', { invitation_code: made.out.trim() });
    expect(session.body.staff.name).toBe('Ana');
    expect(faultsIn(place)).toBe('');
  });
});

/** The file's one write lock; a server that has just started may still be writing itself. */
async function lockOf(other: Client): Promise<Transaction> {
  for (;;) {
    try {
      return await other.transaction('write');
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
      await sleep(20);
    }
  }
}

describe('a file locked by another program', () => {
  it('answers 503 with Retry-After to writes, while reads are answered at once, and works again after', async () => {
    const { place, key } = begin();
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    const other = createClient({ url: `file:${place.file}` });
    const lock = await lockOf(other);
    const requests = Array.from({ length: 4 }, newPerson);
    const writes = requests.map((request) => sendOnce(server.url, key, request));
    let answered = false;
    void Promise.all(writes).then(() => {
      answered = true;
    });
    const reads = [];
    for (let i = 0; i < 5; i++) reads.push((await server.call('GET', '/v1/me')).status);
    expect(new Set(reads)).toEqual(new Set([200]));
    // The writes still wait while the reads are done.
    expect(answered).toBe(false);
    for (const answer of await Promise.all(writes)) {
      expect([answer.status, answer.body.code]).toEqual([503, 'busy']);
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    await lock.rollback();
    other.close();
    for (const request of requests) expect((await sendOnce(server.url, key, request)).status).toBe(201);
    expect(faultsIn(place)).toBe('');
  });

  it('only waits where the lock is short', async () => {
    const { place, key } = begin();
    const server = await startServer(place, key);
    cleanUp.push(() => server.kill());
    // In a process of its own: it holds the lock for 300 ms by the wall, and then lets go.
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { createClient } from ${JSON.stringify(import.meta.resolve('@libsql/client'))};
         const tx = await createClient({ url: ${JSON.stringify(`file:${place.file}`)} }).transaction('write');
         console.log('held'); setTimeout(() => tx.rollback(), 300);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    cleanUp.push(() => holder.kill('SIGKILL'));
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect((await sendOnce(server.url, key, newPerson())).status).toBe(201);
  });
});
