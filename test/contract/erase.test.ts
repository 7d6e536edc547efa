// Erasing a person: their words are gone from the very bytes on disk, while ledger and counts stay.
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { checkHouse, forgetCopies } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };

/** A person whose every text is a word found nowhere else; every word is written in more than one way a search would know. */
async function confide(word: string, phone: string) {
  const key = { 'idempotency-key': `of-${word}` };
  const made = await t.call(
    'POST',
    '/v1/contacts',
    {
      display_name: `${word}name`,
      company: `${word}company`,
      source: `${word}source`,
      fields: { size: `${word}field` },
      identities: [
        { channel: 'email', handle: `${word.toUpperCase()}@Example.com`, display: `${word}display` },
        { channel: 'wechat', scope: `${word}scope`, handle: `${word}wechat` },
      ],
      context: { channel: 'wechat', scope: `${word}scope`, conversation_key: `${word}chat`, handle: `${word}wechat` },
    },
    key,
  );
  const { id } = made.body;
  const path = `/v1/contacts/${id}`;
  const context = { channel: 'email', handle: `${word}@example.com`, conversation_key: `${word}thread` };
  const steps: [string, string, unknown][] = [
    ['PATCH', path, { display_name: `${word}renamed`, company: null, fields: { size: null, note: `${word}note` } }],
    ['POST', `${path}/identities`, { channel: 'phone', handle: phone, display: `${word}phone` }],
    [
      'POST',
      `${path}/transitions`,
      { to: 'lead', reason: { code: 'other', note: `${word}reason` }, evidence: { asked: `${word}evidence` }, context },
    ],
    [
      'POST',
      `${path}/interactions`,
      {
        kind: 'call',
        direction: 'inbound',
        occurred_at: '2026-11-21T08:00:00Z',
        summary: `${word}summary`.repeat(300),
        purpose: `${word}purpose`,
        context,
        next: { title: `${word}next`, due, note: `${word}nextnote`, kind: `${word}kind` },
      },
    ],
    ['POST', '/v1/follow-ups', { contact_id: id, title: `${word}title`, due, note: `${word}todo`, context }],
    ['POST', '/v1/conversation-links', { channel: 'wechat', conversation_key: `${word}chat`, contact_id: id }],
    ['POST', `${path}/tags`, { add: ['grade-a'], context }],
  ];
  for (const [i, [method, at, body]] of steps.entries()) {
    const answer = await t.call(method, at, body, { 'idempotency-key': `${i}-of-${word}` });
    expect(answer.status, answer.text).toBeLessThan(300);
  }
  // Stored refusals speak of people too.
  const taken = {
    display_name: 'Other',
    identities: [{ channel: 'email', handle: `${word}@example.com`, display: `${word}again` }],
  };
  expect((await t.call('POST', '/v1/contacts', taken, { 'idempotency-key': `taken-${word}` })).status).toBe(409);
  const stale = { to: 'mql', expect: { from: 'subscriber' } };
  expect((await t.call('POST', `${path}/transitions`, stale, { 'idempotency-key': `stale-${word}` })).status).toBe(409);
  return id as string;
}

function bytesOf(file: string): Buffer {
  return Buffer.concat(
    ['', '-wal'].map((end) => (existsSync(file + end) ? readFileSync(file + end) : Buffer.alloc(0))),
  );
}
const count = (bytes: Buffer, word: string) =>
  bytes.toString('latin1').toLowerCase().split(word.toLowerCase()).length - 1;

describe('erasing a person', () => {
  it('leaves none of their words in the file or its log, and keeps every ledger row, event and count', async () => {
    for (let i = 0; i < 40; i++) await createPerson(t);
    const id = await confide('zqxj', '+34 612 34 56 78');
    const kept = await confide('wvkp', '+34 612 34 56 79');
    expect(count(bytesOf(t.file), 'zqxj')).toBeGreaterThan(25);
    const before = await readTables(t.house);
    const { version } = (await t.call('GET', `/v1/contacts/${id}`)).body;
    expect((await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': `"${version}"` })).status).toBe(204);
    // Keys are the caller's own; these name nobody but for the test's sake.
    const keys = Object.values(await readTables(t.house))
      .flatMap((rows) => [...rows.values()])
      .filter((row) => String(row.key ?? '').includes('zqxj')).length;
    const left = bytesOf(t.file)
      .toString('latin1')
      .toLowerCase()
      .replaceAll(/(of|taken|stale)-zqxj/g, '');
    expect(keys).toBeGreaterThan(0);
    const at = left.indexOf('zqxj');
    expect(at < 0 ? '' : left.slice(at - 40, at + 40)).toBe('');
    for (const word of ['+34612345678', '34 612 34 56 78']) expect(left).not.toContain(word);
    expect(count(bytesOf(t.file), 'wvkp')).toBeGreaterThan(25);
    expect((await t.call('GET', `/v1/contacts/${kept}`)).body.display_name).toBe('wvkprenamed');

    const change = difference(before, await readTables(t.house));
    expect(change.transitions).toBeUndefined();
    expect(change.positions).toBeUndefined();
    expect(change.events).toMatchObject({ changed: [], removed: [], added: [{ type: 'contact.erased' }] });
    for (const table of ['interactions', 'follow_ups', 'transition_notes', 'event_previous', 'contacts'])
      expect([table, change[table]?.removed]).toEqual([table, []]);
    expect((await checkHouse(t.house)).faults).toEqual([]);
  });

  it('leaves nothing of them in the search index either, not even in the parts it has set aside', async () => {
    const has = (word: string) => bytesOf(t.file).includes(Buffer.from(word));
    for (let i = 0; i < 3; i++) await createPerson(t);
    const { id } = await createPerson(t, { display_name: '龘鱻麤' });
    const log = (summary: string) =>
      t.call('POST', `/v1/contacts/${id}/interactions`, {
        kind: 'note',
        direction: 'none',
        occurred_at: '2026-11-21T08:00:00Z',
        summary,
      });
    await log('犇骉羴');
    // Three characters of a name stand in the index whole; so do two of them.
    expect([has('鱻麤'), has('骉羴')]).toEqual([true, true]);
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"2"' });
    expect([has('鱻麤'), has('骉羴')]).toEqual([false, false]);
  });

  it('is done only when the log is empty too, though a report reads an older state and batches are written', async () => {
    const { id } = await createPerson(t, { display_name: 'hjqwzk' });
    const client = createClient({ url: `file:${t.file}` });
    const report = await client.transaction('read');
    await report.execute('select count(*) from contacts');
    const items = Array.from({ length: 300 }, (_, i) => ({
      identities: [{ channel: 'external', scope: 'crm', handle: `log-${i}` }],
      display_name: 'Somebody',
    }));
    const batch = () => t.call('POST', '/v1/batch/contacts', { mode: 'each', items });
    const { db } = t.house.deps;
    const { forget } = db;
    const asked = new Promise<void>((resolve) =>
      vi.spyOn(db, 'forget').mockImplementationOnce(() => {
        resolve();
        return forget();
      }),
    );
    let done = false;
    const erasing = t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '*' }).finally(() => {
      done = true;
    });
    await asked;
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    expect([done, bytesOf(t.file).includes('hjqwzk')]).toEqual([false, true]);
    const writing = Promise.all([batch(), batch(), batch()]);
    report.close();
    client.close();
    const answers = [await erasing, ...(await writing)];
    expect(answers.map((one) => one.status)).toEqual([204, 200, 200, 200]);
    expect(bytesOf(t.file).includes('hjqwzk')).toBe(false);
  });

  it('answers 404 contact-erased from then on, takes no change, and frees the handles', async () => {
    const { id, identities } = await createPerson(t);
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"1"' });
    const before = await readTables(t.house);
    for (const [method, path, body] of [
      ['GET', `/v1/contacts/${id}`],
      ['GET', `/v1/contacts/${id}/card`],
      ['GET', `/v1/contacts/${id}/timeline`],
      ['GET', `/v1/contacts/${id}/transitions`],
      ['POST', `/v1/contacts/${id}/transitions`, { to: 'lead' }],
      ['POST', `/v1/contacts/${id}/restore`],
      ['PATCH', `/v1/contacts/${id}`, { company: 'X' }],
    ] as const) {
      const answer = await t.call(method, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'contact-erased']);
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
    const { handle } = identities[0];
    const found = await t.call('POST', '/v1/contacts/resolve', { handles: [{ channel: 'email', handle }] });
    expect(found.body.match).toBe('none');
    const again = await t.call('POST', '/v1/contacts', {
      display_name: 'New',
      identities: [{ channel: 'email', handle }],
    });
    expect(again.status).toBe(201);
  });

  it('needs If-Match, and the current version', async () => {
    const { id } = await createPerson(t);
    const before = await readTables(t.house);
    const blind = await t.call('DELETE', `/v1/contacts/${id}`);
    expect([blind.status, blind.body.code]).toEqual([428, 'precondition-required']);
    const stale = await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"7"' });
    expect([stale.status, stale.body.current.id]).toEqual([412, id]);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('answers no stored answer of theirs any more', async () => {
    const headers = { 'idempotency-key': 'before-erasing' };
    const body = { display_name: '将被删除', identities: [{ channel: 'email', handle: 'gone@example.com' }] };
    const { id } = (await t.call('POST', '/v1/contacts', body, headers)).body;
    await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '"1"' });
    const again = await t.call('POST', '/v1/contacts', body, headers);
    expect([again.status, again.body.code]).toEqual([404, 'contact-erased']);
    expect(again.text).not.toContain('将被删除');
  });
});

it('an erasure takes the copy from before a migration along, in which the person still is', async () => {
  const { id } = await createPerson(t);
  t.clock.advance(1000);
  const copy = `${t.file}.before-migration`;
  writeFileSync(copy, 'as it was');
  utimesSync(copy, t.clock.now() / 1000, t.clock.now() / 1000);
  await forgetCopies(t.house.deps);
  expect(existsSync(copy)).toBe(true);
  await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': '*' });
  await forgetCopies(t.house.deps);
  expect(existsSync(copy)).toBe(false);
});
