// A database as the first release left it (`released-house`: merges, closings, an archived person, several lifecycles), opened
// by the server of today: what was answered then is answered now.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createClient } from '@libsql/client';
import { asSystem, checkHouse, createKey, type House, openHouse } from '@sidestage/api';
import { fixedClock } from '@sidestage/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from '../support/house.ts';

const RELEASED = join(import.meta.dirname, 'released-house');
const RECORDED_AT = Date.parse('2026-11-22T08:37:30Z');
const answers = JSON.parse(readFileSync(join(RELEASED, 'answers.json'), 'utf8')) as Record<string, unknown>;

let folder: string;
let house: House;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidestage-upgrade-'));
  const file = join(folder, 'house.db');
  writeFileSync(file, gunzipSync(readFileSync(join(RELEASED, 'house.db.gz'))));
  house = await openHouse({ file, clock: fixedClock(RECORDED_AT) });
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a database of the first release is brought up to date and answers what it answered then', async () => {
  expect((await checkHouse(house)).faults).toEqual([]);
  const { key } = (await asSystem(house, createKey, { name: 'upgrade' })) as { key: string };
  for (const [path, recorded] of Object.entries(answers)) {
    const now = await send(house, key, 'GET', path);
    // The figures of a report, not the number of the method they are counted by.
    const { method: _, ...kept } = recorded as { method?: unknown };
    expect([path, now.status, now.body]).toMatchObject([path, 200, kept]);
  }
});

it('and is written on like any other', async () => {
  const { key } = (await asSystem(house, createKey, { name: 'writer' })) as { key: string };
  const [first] = (await send(house, key, 'GET', '/v1/contacts')).body.data;
  const tagged = await send(house, key, 'POST', `/v1/contacts/${first.id}/tags`, { add: ['grade-c'], remove: [] });
  expect(tagged.status, tagged.text).toBe(200);
  const undone = await send(house, key, 'GET', `/v1/contacts/${first.id}/card`);
  expect(undone.body.contact.tags).toContain('grade-c');
  expect((await checkHouse(house)).faults).toEqual([]);
});

it('a database that a newer server has opened is refused by an older one, in one sentence, and stays as it is', async () => {
  const file = join(folder, 'newer.db');
  writeFileSync(file, gunzipSync(readFileSync(join(RELEASED, 'house.db.gz'))));
  const ahead = createClient({ url: `file:${file}` });
  await ahead.execute("insert into migrations values ('9999_tomorrow.sql', 'x', 0)");
  const schema = async () => (await ahead.execute('select sql from sqlite_schema order by name')).rows;
  const before = await schema();
  await expect(openHouse({ file })).rejects.toThrow(/^A newer Sidestage made this database \(9999_tomorrow\.sql\)\./);
  expect(await schema()).toEqual(before);
  ahead.close();
});
