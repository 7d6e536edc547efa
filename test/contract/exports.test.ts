// Exports: everything that fits, once, known to be whole by the last line; read back, they are the people they were.

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { importFile, rowsOf } from '../support/imports.ts';
import { newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
  const rows = Array.from({ length: 450 }, (_, i) => `Person ${i},p${i}@x.example,${i % 2 ? 'lead' : 'mql'}`);
  await importFile(t, `Name,Email,Stage\n${rows.join('\n')}\n`);
});
afterAll(() => t.close());

async function lines(path: string) {
  const answer = await t.call('GET', path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const all = answer.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const end = all.pop();
  expect(end).toEqual({ end: true, count: all.length });
  return all;
}
async function table(path: string): Promise<Record<string, string>[]> {
  const answer = await t.call('GET', path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  // Strict: every row has as many cells as the head.
  const rows: Record<string, string>[] = parse(answer.text, { columns: true });
  const end = rows.pop() ?? {};
  const [mark, count] = Object.values(end);
  expect([mark, count]).toEqual(['#end', String(rows.length)]);
  return rows;
}

describe('an export of people', () => {
  it('holds everybody once, as the list shows them, in both forms', async () => {
    const all = await lines('/v1/exports/contacts.ndjson');
    expect(all).toHaveLength(450);
    expect(new Set(all.map((one) => one.id)).size).toBe(450);
    expect((await t.call('GET', '/v1/contacts?sort=created_at&limit=200')).body.data).toEqual(all.slice(0, 200));
    const rows = await table('/v1/exports/contacts.csv');
    expect(rows.map((row) => [row.id, row.email, row.stage])).toEqual(
      all.map((one) => [one.id, one.identities[0].handle, one.stages[0].stage]),
    );
  });

  it('takes the filters of the list and refuses what the list refuses, before the first byte', async () => {
    expect(await lines('/v1/exports/contacts.ndjson?stage=lead')).toHaveLength(225);
    expect(await lines('/v1/exports/contacts.ndjson?q=p17@x.example')).toHaveLength(1);
    expect(await table('/v1/exports/contacts.csv?source=nowhere')).toEqual([]);
    for (const query of ['stage=nowhere', 'tag=nowhere', 'limit=5', 'stagee=lead'])
      expect((await t.call('GET', `/v1/exports/contacts.csv?${query}`)).status).toBe(422);
  });

  it('holds whom the list holds by the same filter, every filter the list has', async () => {
    const own = await startHouse();
    const all = async (path: string) => (await own.call('GET', path)).text.trimEnd().split('\n').slice(0, -1);
    try {
      for (const [i, stage] of ['subscriber', 'lead', 'mql', 'customer', 'customer', 'mql'].entries()) {
        const body = newPerson({ display_name: `Kept ${i}`, stages: { 'seven-stage': stage } });
        const { id } = (await own.call('POST', '/v1/contacts', body)).body;
        const close = { outcome: 'lost', reason: { code: 'price' } };
        if (i === 5) expect((await own.call('POST', `/v1/contacts/${id}/close`, close)).status).toBe(201);
        if (i === 0) await own.call('POST', `/v1/contacts/${id}/archive`);
      }
      const whole = (await own.call('GET', '/v1/contacts')).body.data.length;
      for (const filter of ['outreach=marketing', 'outreach=service', 'outreach=marketing&q=kept', 'closed=true']) {
        const listed = (await own.call('GET', `/v1/contacts?sort=created_at&${filter}`)).body.data;
        expect([filter, listed.length > 0 && listed.length < whole]).toEqual([filter, true]);
        const lines = (await all(`/v1/exports/contacts.ndjson?${filter}`)).map((line) => JSON.parse(line));
        expect([filter, lines]).toEqual([filter, listed]);
        const rows = await all(`/v1/exports/contacts.csv?${filter}`);
        expect([filter, rows.slice(1).map((row) => row.split(',')[0])]).toEqual([
          filter,
          listed.map((one: { id: string }) => one.id),
        ]);
      }
    } finally {
      await own.close();
    }
  });

  it('leaves nobody out who was there, though people come meanwhile, and stops reading when the caller leaves', async () => {
    const before = new Set((await lines('/v1/exports/contacts.ndjson')).map((one) => one.id));
    const open = async () => {
      const headers = { authorization: `Bearer ${t.key}` };
      const { body } = await t.house.app.request('/v1/exports/contacts.ndjson', { headers });
      if (!body) throw new Error('no body');
      return body.getReader();
    };
    const reader = await open();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += new TextDecoder().decode(part.value);
      await t.call('POST', '/v1/contacts', newPerson());
    }
    const seen = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ids = seen.slice(0, -1).map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...before].filter((id) => !ids.includes(id))).toEqual([]);

    const gone = await open();
    await gone.read();
    await gone.cancel();
    let reads = 0;
    const { db } = t.house.deps;
    const read = db.read;
    Object.assign(db, {
      read(asked: never) {
        reads++;
        return read(asked);
      },
    });
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    Object.assign(db, { read });
    expect(reads).toBe(0);
  });

  it('is for who may export: a rep and an analyst may not', async () => {
    for (const role of ['rep', 'analyst'] as const) {
      const caller = await signIn(t, role);
      expect((await caller.call('GET', '/v1/exports/contacts.csv')).status).toBe(403);
    }
  });

  it('sends what a spreadsheet would run behind an apostrophe, which an import takes away again', async () => {
    const names = [
      '=1+1',
      '+cmd',
      '-x',
      '@sum',
      '＝1+1',
      '＋cmd',
      '－x',
      '＠sum',
      "'=quoted",
      'plain',
      "O'Neil",
      '-5',
      'a,"b"\nc',
    ];
    const made = [];
    for (const name of names) {
      const answer = await t.call('POST', '/v1/contacts', newPerson({ display_name: name, source: 'formulas' }));
      made.push(answer.body);
    }
    const text = (await t.call('GET', '/v1/exports/contacts.csv?source=formulas')).text;
    const cells = parse(text, { columns: true }).slice(0, -1) as Record<string, string>[];
    expect(cells.map((row) => row.display_name)).toEqual([
      "'=1+1",
      "'+cmd",
      "'-x",
      "'@sum",
      "'＝1+1",
      "'＋cmd",
      "'－x",
      "'＠sum",
      "''=quoted",
      'plain',
      "O'Neil",
      '-5',
      'a,"b"\nc',
    ]);
    // A line break before it is no shelter: a note may begin with one.
    const note = { code: 'other', note: '\n=1+1' };
    await t.call('POST', `/v1/contacts/${made[0].id}/close`, { outcome: 'lost', reason: note });
    await t.call('POST', `/v1/contacts/${made[0].id}/reopen`);
    const ledger = parse((await t.call('GET', '/v1/exports/transitions.csv')).text, { columns: true });
    expect((ledger as Record<string, string>[]).map((row) => row.note)).toContain("'\n=1+1");
    const back = await importFile(t, text);
    expect((await rowsOf(t, back.id)).map((row) => [row.outcome, row.contact_id])).toEqual(
      made.map(({ id }) => ['unchanged', id]),
    );
  });
});

describe('read back by an import', () => {
  it('an export changes nobody where they are, and makes the same people where they are not', async () => {
    await t.call('POST', '/v1/contacts', {
      display_name: '张伟',
      company: '四方',
      tags: ['grade-b'],
      fields: { staff: 40, vip: true },
      identities: [
        { channel: 'wechat', handle: 'wxid_1' },
        { channel: 'phone', handle: '+8613800138000', shared: true },
      ],
      stages: { 'seven-stage': 'customer' },
    });
    const text = (await t.call('GET', '/v1/exports/contacts.ndjson')).text;
    const type = 'application/x-ndjson';
    const here = await importFile(t, text, {}, { type });
    expect(here.progress).toMatchObject({ created: 0, updated: 0, rejected: 0 });
    const other = await startHouse();
    try {
      const there = await importFile(other, text, {}, { type });
      expect(there.progress).toMatchObject({ created: here.progress.total, rejected: 0 });
      const again = (await other.call('GET', '/v1/exports/contacts.ndjson')).text;
      const bare = (all: string) =>
        all
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
          .map(({ display_name, company, tags, fields, stages, identities, count }) => ({
            ...{ display_name, company, tags, fields, stages, count },
            identities: identities?.map(({ id: _, ...one }: { id: string }) => one),
          }));
      expect(bare(again)).toEqual(bare(text));
    } finally {
      await other.close();
    }
  });

  it('an export that lost rows on the way is refused whole', async () => {
    const text = (await t.call('GET', '/v1/exports/contacts.ndjson')).text;
    const cut = text.split('\n').slice(3).join('\n');
    const done = await importFile(t, cut, {}, { type: 'application/x-ndjson' });
    expect([done.status, done.problem.errors[0].code, done.progress.read]).toEqual(['failed', 'rows-lost', 0]);
  });
});

describe('an export of the ledger', () => {
  it('holds every row by seq, with a filter too', async () => {
    const id = (await t.call('POST', '/v1/contacts', newPerson())).body.id;
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'customer' });
    const all = await lines('/v1/exports/transitions.ndjson');
    expect(all.map((row) => row.seq)).toEqual(all.map((_, i) => i + 1));
    expect(all.at(-1)).toMatchObject({ contact_id: id, to: 'customer' });
    const rows = await table('/v1/exports/transitions.csv?lifecycle=seven-stage');
    expect(rows.map((row) => row.id)).toEqual(all.map((row) => row.id));
    expect(await lines('/v1/exports/transitions.ndjson?lifecycle=lead-chain')).toEqual([]);
    const seqs = all.map((row: { seq: number }) => row.seq);
    const rest = await lines(`/v1/exports/transitions.ndjson?after=${seqs[2]}`);
    expect(rest.map((row: { seq: number }) => row.seq)).toEqual(seqs.slice(3));
  });
});
