// `sidestage backup` and `sidestage restore`, typed as an operator would, against files and a real server.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { asSystem, checkHouse, type House, invite, openHouse, statement } from '@sidestage/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newPlace, type Place, sidestage, startServer } from '../support/server.ts';

let template: Place;
let place: Place;
const backup = () => join(place.folder, 'monday.backup');

async function inHouse<T>(at: Place, use: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse({ file: at.file });
  try {
    return await use(house);
  } finally {
    await house.close();
  }
}
const hire = (at: Place, name: string) =>
  inHouse(at, (house) => asSystem(house, invite, { name, role: 'owner' }, 'createInvitation'));
/** Who is in a database that `check` finds nothing wrong with. */
const staff = () =>
  inHouse(place, async (house) => {
    expect((await checkHouse(house)).faults).toEqual([]);
    return (await house.deps.db.read({ names: statement('select name from staff order by name', [], (r) => r[0]) }))
      .names;
  });
/** Every file but the database, whose log may be folded in by looking at it. */
const beside = () =>
  readdirSync(place.folder)
    .filter((name) => !name.startsWith('data.db'))
    .sort();

beforeAll(async () => {
  template = newPlace();
  await hire(template, 'Ana');
  expect(sidestage(template, 'backup', join(template.folder, 'monday.backup'))).toMatchObject({ code: 0, out: '' });
});
beforeEach(() => {
  place = newPlace();
  cpSync(template.folder, place.folder, { recursive: true });
});
afterEach(() => place.remove());
afterAll(() => template?.remove());

describe('sidestage restore', { timeout: 180_000 }, () => {
  it('refuses to lose what was written since the backup, and with --force keeps it aside', async () => {
    await hire(place, 'Since Monday');
    const there = beside();
    const refused = sidestage(place, 'restore', backup());
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(
      /^The database holds what .+ does not, written until \S+Z\. Nothing was changed; --force restores .+\n$/,
    );
    expect(beside()).toEqual(there);
    expect(await staff()).toEqual(['Ana', 'Since Monday']);

    const done = sidestage(place, 'restore', backup(), '--force');
    expect([done.code, done.out]).toEqual([0, '']);
    expect(done.err).toMatch(/^Restored 0 contacts from .+, as of \S+Z\.\nWhat was there is kept as .+\n$/);
    expect(await staff()).toEqual(['Ana']);

    const kept = /kept as (.+)\n/.exec(done.err)?.[1] ?? '';
    expect(sidestage(place, 'restore', kept)).toMatchObject({ code: 0, out: '' });
    expect(await staff()).toEqual(['Ana', 'Since Monday']);
  });

  it('needs no --force where no database is', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(place.file + end, { force: true });
    const done = sidestage(place, 'restore', backup());
    expect([done.code, done.out, done.err]).toEqual([0, '', expect.not.stringContaining('kept as')]);
    expect(await staff()).toEqual(['Ana']);
  });

  it('is refused in one line while a server has the database, which goes on', async () => {
    const server = await startServer(place, '');
    try {
      const refused = sidestage(place, 'restore', backup(), '--force');
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(refused.err).toBe(
        `Another Sidestage (process ${server.process.pid} at ${server.url}) already uses this database. Stop it first.\n`,
      );
      expect((await server.call('GET', '/health')).body.status).toBe('ok');
    } finally {
      await server.stop();
    }
  });

  it('changes nothing for a file that is damaged, foreign, of a newer version, missing, or the database itself', async () => {
    const whole = readFileSync(backup());
    const make = (name: string, bytes: string | Buffer) => writeFileSync(join(place.folder, name), bytes);
    const run = async (name: string, statement: string) => {
      const client = createClient({ url: `file:${join(place.folder, name)}` });
      await client.execute(statement);
      client.close();
    };
    make('text', 'Name,Email\n');
    make('empty', '');
    make('short', whole.subarray(0, whole.length / 2));
    make('damaged', Buffer.from(whole).fill(0xff, 4096 * 20, 4096 * 60));
    await run('foreign', 'create table notes (id text)');
    make('newer', whole);
    await run('newer', "insert into migrations values ('9999_tomorrow.sql', 'x', 0)");
    const there = beside();
    for (const [file, said] of [
      ['text', 'it is no SQLite database'],
      ['empty', 'it is no SQLite database'],
      ['short', 'damaged|malformed'],
      ['damaged', 'damaged|malformed'],
      ['foreign', 'it is no database of Sidestage'],
      ['newer', 'a newer Sidestage made it \\(9999_tomorrow\\.sql\\)'],
      ['missing', 'There is no file'],
      ['data.db', 'is the database itself'],
    ] as const) {
      const refused = sidestage(place, 'restore', join(place.folder, file), '--force');
      expect([file, refused.code, refused.out]).toEqual([file, 1, '']);
      expect(refused.err, file).toMatch(new RegExp(`^[^\\n]*(${said})[^\\n]*\\n$`));
      expect(beside(), file).toEqual(there);
    }
    expect(await staff()).toEqual(['Ana']);
  });

  it('takes the place of a database that cannot be read only with --force, and keeps that too', async () => {
    writeFileSync(place.file, 'nothing a database would say');
    const refused = sidestage(place, 'restore', backup());
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^The database there cannot be read/)]);
    const done = sidestage(place, 'restore', backup(), '--force');
    expect(readFileSync(/kept as (.+)\n/.exec(done.err)?.[1] ?? '', 'utf8')).toBe('nothing a database would say');
    expect(await staff()).toEqual(['Ana']);
  });

  it('stopped in the middle, leaves the database as it was', async () => {
    await hire(place, 'Since Monday');
    const before = readFileSync(place.file);
    const main = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url));
    const args = ['-c', 'ulimit -f 200; exec "$0" "$@"', process.execPath, main, 'restore', backup(), '--force'];
    const env = { ...process.env, DATABASE_URL: `file:${place.file}` };
    expect(spawnSync('/bin/sh', args, { env, encoding: 'utf8' }).status).not.toBe(0);
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(await staff()).toEqual(['Ana', 'Since Monday']);
  });

  it('says what it takes, and takes nothing else', () => {
    expect(sidestage(place, 'restore', '--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/FILE/),
    });
    for (const args of [[], [backup(), '--forse']])
      expect(sidestage(place, 'restore', ...args)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/^[^\n]+\n$/),
      });
  });
});
