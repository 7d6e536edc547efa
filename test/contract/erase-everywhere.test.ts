// Erasing somebody who was everywhere: imported, batched, merged, classified, named in others' conversations, taken for a header.
// Every text column of every table is read afterwards, the search indexes and stored answers included.
import { existsSync } from 'node:fs';
import { type House, statement } from '@sidestage/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { ended, importFile, rowsOf, upload } from '../support/imports.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
  const field = { key: 'segment', type: 'text', labels: { en: 'Segment', 'zh-CN': '分组' } };
  expect((await t.call('POST', '/v1/fields', field)).status).toBe(201);
});
afterAll(() => t.close());

/** `table.column` wherever a word stands, in any case. */
async function placesOf(house: House, word: string): Promise<string[]> {
  const { columns } = await house.deps.db.read({
    columns: statement(
      "select m.name, c.name from sqlite_schema m, pragma_table_xinfo(m.name) c where m.type = 'table' and m.sql not like 'create virtual%'",
      [],
      (r) => [String(r[0]), String(r[1])] as const,
    ),
  });
  const found: string[] = [];
  for (const [table, column] of columns) {
    const { hits } = await house.deps.db.read({
      hits: statement(
        `select count(*) from "${table}" where instr(lower(cast("${column}" as text)), lower(?)) > 0`,
        [word],
        (r) => Number(r[0]),
      ),
    });
    if ((hits[0] ?? 0) > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
let n = 0;
/** Answers under an Idempotency-Key that names nobody, so that each is stored. */
async function stored(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await t.call(method, path, body, { 'idempotency-key': `everywhere-${++n}`, ...headers });
  expect(answer.status, `${method} ${path} ${answer.text}`).toBeLessThan(300);
  return answer.body;
}

it('leaves no word of theirs in any column of any table, nor of those merged into them', async () => {
  const word = 'qxzvj';
  const context = { channel: 'email', handle: `${word}@example.com`, conversation_key: `${word} thread` };
  // In a conversation with somebody nobody knows yet, something is written on another contact.
  const bystander = (await createPerson(t)).id;
  await stored('POST', `/v1/contacts/${bystander}/tags`, { add: ['grade-a'], context });

  const imported = await importFile(
    t,
    `Name,Email,Company,Remark,Stage\n${word} Imported,${word}@example.com,${word} Ltd,${word} remark,lead\n${word} Nohandle,,${word} Ltd,,mql\n`,
  );
  expect(imported.progress.created).toBe(2);
  // A file without a header row: its first person is taken for one, until somebody looks.
  const headless = await upload(t, `${word} Headless,${word}@example.com\nAna,ana.headless@example.com\n`, {
    headers: { 'idempotency-key': 'everywhere-headless' },
  });
  expect(headless.body.headers.join()).toContain(word);
  await t.call('POST', `/v1/imports/${headless.body.id}/cancel`);

  const named = await upload(t, `${word} Renamed\nAna\n`, { headers: { 'idempotency-key': 'everywhere-named' } });
  expect(named.status).toBe(201);
  // Two such files that somebody started all the same: one with a row that was rejected, one that failed on its dates.
  const mapping = { [`${word} Headless`]: 'display_name', [`${word}@example.com`]: 'identity:email' };
  const rejected = await importFile(t, `${word} Headless,${word}@example.com\nAna,not an address\n`, { mapping });
  expect(rejected.progress.rejected).toBe(1);
  const dated = { ...mapping, [`${word} Imported`]: 'stage_at:lead' };
  const failed = await importFile(
    t,
    `${word} Headless,${word}@example.com,${word} Imported\nAna,ana.failed@example.com,soon\n`,
    { mapping: dated },
    { headers: { 'idempotency-key': 'everywhere-failed' } },
  );
  expect([failed.status, JSON.stringify(failed.problem).includes(word)]).toEqual(['failed', true]);
  // Written of somebody else in a chat that is theirs, by its name alone.
  const chat = { channel: 'wechat', conversation_key: `${word} chat` };
  await stored('POST', `/v1/contacts/${bystander}/tags`, { remove: ['grade-a'], context: chat });
  await stored('POST', `/v1/contacts/${bystander}/tags`, { add: ['grade-a'] });

  const found = await t.call('POST', '/v1/contacts/search', { q: word });
  const [survivor, loser] = found.body.data.map((one: { id: string }) => one.id);
  const items = [
    {
      identities: [
        { channel: 'email', handle: `${word}@example.com` },
        { channel: 'phone', handle: '+34 611 22 33 44' },
      ],
      display_name: `${word} Batched`,
      fields: { segment: `${word} segment` },
    },
  ];
  await stored('POST', '/v1/batch/contacts', { mode: 'each', items });
  for (const id of [survivor, loser]) {
    await stored('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'note',
      direction: 'none',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: `${word} said`,
      next: { title: `${word} next`, due, note: `${word} todo` },
    });
    const reason = { code: 'other', note: `${word} closed` };
    await stored('POST', `/v1/contacts/${id}/close`, { outcome: 'lost', reason });
    await stored('POST', `/v1/contacts/${id}/reopen`);
    await stored('POST', `/v1/contacts/${id}/transitions`, { to: 'sql' });
    const [handed] = (await t.call('GET', `/v1/handovers?contact_id=${id}`)).body.data;
    await stored('POST', `/v1/handovers/${handed.id}/decline`, { note: `${word} not yet` });
  }
  await stored('POST', '/v1/conversation-links', {
    channel: 'wechat',
    conversation_key: `${word} chat`,
    contact_id: loser,
  });
  const merge = { survivor_id: survivor, loser_id: loser, take: ['display_name', 'company'] };
  const merged = await stored('POST', '/v1/merges', merge, { 'if-match': '*' });
  await stored('PATCH', `/v1/contacts/${survivor}`, { display_name: `${word} Renamed` });
  expect((await placesOf(t.house, word)).length).toBeGreaterThan(15);

  const { version } = (await t.call('GET', `/v1/contacts/${merged.contact.id}`)).body;
  const gone = await t.call('DELETE', `/v1/contacts/${survivor}`, undefined, { 'if-match': `"${version}"` });
  expect(gone.status).toBe(204);
  expect(await placesOf(t.house, word)).toEqual([]);
  for (const phone of ['34611223344', '611 22 33 44']) expect(await placesOf(t.house, phone)).toEqual([]);

  // What the others did stays.
  expect((await t.call('GET', `/v1/contacts/${bystander}`)).body.tags).toEqual(['grade-a']);
  expect((await t.call('GET', `/v1/imports/${headless.body.id}`)).status).toBe(200);
  expect((await t.call('GET', `/v1/imports/${failed.id}`)).body.problem.code).toBe('import-refused');
  expect(await rowsOf(t, rejected.id)).toMatchObject([{ outcome: 'rejected', reasons: [{ column: null }] }]);
  expect((await ended(t, imported.id)).progress).toEqual(imported.progress);
  expect(existsSync(t.file)).toBe(true);
});

it('finds a word wherever one is left: the search of the columns can fail', async () => {
  const { id } = await createPerson(t, { display_name: 'wkqbz' });
  expect(await placesOf(t.house, 'wkqbz')).toEqual(
    expect.arrayContaining(['contacts.display_name', 'search_people.words']),
  );
  expect((await t.call('GET', `/v1/contacts/${id}`)).status).toBe(200);
});
