// Imports: a file goes in whole or not at all, nobody is merged, every row is accounted for, and a second run adds nobody.

import { existsSync, readdirSync } from 'node:fs';
import { forgetFiles, statement } from '@sidestage/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { ended, importFile, rowsOf, upload } from '../support/imports.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(() => t.close());

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;
const people = async () => (await t.call('GET', '/v1/contacts?limit=200&sort=created_at')).body.data;
const outcomes = async (id: string) =>
  (await rowsOf(t, id)).map((row) => [row.outcome, ...row.reasons.map((one: { code: string }) => one.code)].join(' '));
const count = async (table: string) =>
  (await t.house.deps.db.read({ n: statement(`select count(*) from ${table}`, [], (r) => Number(r[0])) })).n[0];

describe('an upload', () => {
  it('says what the file looks like and what its columns mean, and writes nobody', async () => {
    const made = await upload(
      t,
      csv('Record ID,First Name,Last Name,Email,Favourite colour', '1,Ana,Costa,a@x.example,red'),
    );
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/v1/imports/${made.body.id}`);
    expect(made.body).toMatchObject({
      status: 'created',
      encoding: 'utf-8',
      delimiter: ',',
      proposal: {
        system: null,
        mapping: { 'Record ID': 'external_id', 'First Name': 'first_name', Email: 'identity:email' },
        unmapped: ['Favourite colour'],
      },
    });
    expect(await people()).toEqual([]);
    expect((await t.call('GET', '/v1/imports')).body.data.map((one: { id: string }) => one.id)).toEqual([made.body.id]);
  });

  it('of another type, or over the limit, is refused and leaves nothing behind', async () => {
    const other = await upload(t, '{}', { headers: { 'content-type': 'application/json' } });
    expect([other.status, other.body.code]).toEqual([415, 'unsupported-media-type']);
    (t.house.deps.spool as { maxBytes: number }).maxBytes = 100;
    const large = await upload(t, csv('Name', 'x'.repeat(200)));
    expect([large.status, large.body.code, large.body.limit_bytes]).toEqual([413, 'body-too-large', 100]);
    expect(await count('imports')).toBe(0);
  });

  it('repeated under its Idempotency-Key is one import; another file under the key is refused', async () => {
    const headers = { 'idempotency-key': 'upload-1' };
    const first = await upload(t, csv('Name', 'Ana'), { headers });
    const again = await upload(t, csv('Name', 'Ana'), { headers });
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect((await upload(t, csv('Name', 'Bo'), { headers })).body.code).toBe('idempotency-key-reused');
    expect(await count('imports')).toBe(1);
    expect((await importFileOf(first.body.id)).progress.created).toBe(1);
  });
});

async function importFileOf(id: string, options = {}) {
  expect((await t.call('POST', `/v1/imports/${id}/start`, options)).status).toBe(202);
  return ended(t, id);
}

describe('an import', () => {
  it('makes people with handles, tags, fields, owner and stage, each by the ledger, and tells where they came from', async () => {
    const { body: invited } = await t.call('POST', '/v1/invitations', { name: 'Li Mei' });
    const done = await importFile(
      t,
      csv(
        'Name,Company,Email,Phone,Tags,Owner,Lifecycle Stage,Job Title',
        '"Zhang, Wei",Lumen,Zhang.Wei@Lumen.example,+86 138 0013 8000;+34 612 34 56 78,A,li mei,MQL,Buyer',
      ),
      { source: 'fair' },
    );
    expect(done).toMatchObject({ status: 'done', progress: { total: 1, read: 1, created: 1, rejected: 0 } });
    const [person] = await people();
    expect(person).toMatchObject({
      display_name: 'Zhang, Wei',
      company: 'Lumen',
      source: 'fair',
      owner_id: invited.staff_id,
      tags: ['grade-a'],
      fields: { job_title: 'Buyer' },
      stages: [{ lifecycle: 'seven-stage', stage: 'mql' }],
    });
    expect(person.identities.map((one: { handle: string }) => one.handle)).toEqual([
      'zhang.wei@lumen.example',
      '+8613800138000',
      '+34612345678',
    ]);
    const ledger = await t.call('GET', `/v1/contacts/${person.id}/transitions`);
    expect(ledger.body.data).toMatchObject([{ source: 'import', batch_id: done.id, to: 'mql', direction: 'enter' }]);
    const events = (await t.call('GET', '/v1/events')).body.data.filter((one: { batch_id: string }) => one.batch_id);
    expect(events.map((one: { type: string }) => one.type)).toEqual([
      'import.started',
      'contact.created',
      'contact.stage_moved',
      'import.finished',
    ]);
    expect(new Set(events.map((one: { batch_id: string }) => one.batch_id))).toEqual(new Set([done.id]));
  });

  it('keeps a formula as the text it is', async () => {
    await importFile(t, csv('Name,Email', '"=cmd|\'/c calc\'!A0",a@x.example'));
    expect((await people())[0].display_name).toBe("=cmd|'/c calc'!A0");
  });

  it('of name-only people, quoted newlines and blank lines makes one contact for each', async () => {
    const done = await importFile(t, csv('Name,Remark', 'Li Na,"one\ntwo"', '', 'Li Na,"one\ntwo"', 'Wang,'));
    expect(done.progress).toMatchObject({ total: 3, created: 3 });
    expect((await people()).map((one: { fields: object }) => one.fields)).toEqual([
      { remark: 'one\ntwo' },
      { remark: 'one\ntwo' },
      {},
    ]);
  });

  it('ends with its file gone, its results kept, and the hashes of handles forgotten', async () => {
    const done = await importFile(t, csv('Name,Email', 'Ana,a@x.example'));
    expect(done.file_kept).toBe(false);
    await expect.poll(() => count('import_claims')).toBe(0);
    expect(existsSync(`${t.house.deps.spool.folder}/${done.id}`)).toBe(false);
    const again = await t.call('POST', `/v1/imports/${done.id}/start`, {});
    expect([again.status, again.body.code]).toEqual([409, 'import-state']);
    const csvRows = await t.call('GET', `/v1/imports/${done.id}/rows.csv`);
    expect(csvRows.text.split('\r\n').slice(-2)).toEqual(['#end,1,,,,,', '']);
  });
});

describe('nobody is merged (rule 7)', () => {
  it('two rows with one handle are one contact and one rejected row that names the other', async () => {
    const done = await importFile(
      t,
      csv('Name,Phone,Email', 'Ana,+34612345678,', 'Bo,+34 612 345 678,b@x.example', 'Cy,,b@x.example'),
    );
    expect(done.progress).toMatchObject({ created: 2, rejected: 1 });
    const [, second] = await rowsOf(t, done.id, '');
    expect(second).toMatchObject({
      row: 2,
      outcome: 'rejected',
      contact_id: null,
      reasons: [{ code: 'duplicate-in-file', column: 'Phone', row: 1 }],
    });
    expect((await people()).map((one: { display_name: string }) => one.display_name)).toEqual(['Ana', 'Cy']);
  });

  it('a handle that somebody of another name holds is in the way; one that two people hold is too', async () => {
    await importFile(t, csv('Name,Phone,Email', 'Ana,+34612345678,', 'Bo,,b@x.example'));
    const [ana, bo] = await people();
    const before = await readTables(t.house);
    const done = await importFile(t, csv('Name,Phone,Email', 'Dora,+34612345678,', 'Ana,+34612345678,b@x.example'));
    expect((await rowsOf(t, done.id)).map((row) => row.reasons.map((one: object) => ({ ...one, row: null })))).toEqual([
      [{ code: 'name-differs', column: 'Phone', row: null, contact_id: ana.id }],
      [
        { code: 'handles-of-several', column: 'Phone', row: null, contact_id: ana.id },
        { code: 'handles-of-several', column: 'Email', row: null, contact_id: bo.id },
      ],
    ]);
    const changed = Object.keys(difference(before, await readTables(t.house)));
    expect(changed.filter((table) => !/^(import|events)/.test(table))).toEqual([]);
  });

  it('a person is one row of a file: a second row that means them by another handle is rejected', async () => {
    await importFile(t, csv('Name,Phone,Email', 'Ana,+34612345678,a@x.example'));
    const [ana] = await people();
    const done = await importFile(
      t,
      csv('Name,Phone,Email,Company', 'Ana,,a@x.example,Lumen', 'Ana,+34612345678,,Other'),
    );
    expect(await outcomes(done.id)).toEqual(['updated', 'rejected duplicate-in-file']);
    expect((await rowsOf(t, done.id))[1].reasons[0]).toMatchObject({ column: 'Phone', row: 1 });
    expect((await people()).map((one: { id: string; company: string }) => [one.id, one.company])).toEqual([
      [ana.id, 'Lumen'],
    ]);
  });

  it('an external id finds its person under a new name; another id in the same system is another person', async () => {
    const options = { system: 'crm' };
    await importFile(t, csv('External ID,Name,Email', '7,Ana,a@x.example'), options);
    const done = await importFile(
      t,
      csv('External ID,Name,Email', '7,Ana Costa,a@x.example', '8,Ana Costa,a@x.example'),
      options,
    );
    expect(await outcomes(done.id)).toEqual(['updated', 'rejected duplicate-in-file']);
    expect((await people()).map((one: { display_name: string }) => one.display_name)).toEqual(['Ana Costa']);
    const other = await importFile(t, csv('External ID,Name,Email', '8,Ana Costa,a@x.example'), options);
    expect(await outcomes(other.id)).toEqual(['rejected handle-taken']);
  });

  it('a second run of the same file adds and changes nothing, a changed one updates', async () => {
    const file = csv(
      'Name,Email,Company,Tags',
      'Ana,a@x.example,Lumen,grade-a',
      'Li Na,,,',
      'Li Na,,,',
      'Bo,a@x.example,,',
    );
    const first = await importFile(t, file);
    expect(first.progress).toMatchObject({ created: 3, rejected: 1 });
    const before = await readTables(t.house);
    const second = await importFile(t, file);
    expect(second.progress).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 1 });
    const changed = Object.keys(difference(before, await readTables(t.house)));
    expect(changed.filter((table) => !/^(import|events)/.test(table))).toEqual([]);
    const third = await importFile(t, csv('Name,Email,Company,Tags', 'Ana,a@x.example,,grade-b'));
    expect(third.progress).toMatchObject({ updated: 1 });
    const ana = (await people()).find((one: { display_name: string }) => one.display_name === 'Ana');
    expect(ana).toMatchObject({ company: 'Lumen', tags: ['grade-b'], version: 2 });
  });

  it('`create` leaves whoever is there as they are, `update` adds nobody', async () => {
    await importFile(t, csv('Name,Email', 'Ana,a@x.example'));
    const file = csv('Name,Email,Company', 'Ana,a@x.example,Lumen', 'Bo,b@x.example,');
    const created = await importFile(t, file, { mode: 'create' });
    expect(await outcomes(created.id)).toEqual(['unchanged', 'created']);
    const updated = await importFile(t, csv('Name,Email,Company', 'Ana,a@x.example,Lumen', 'Cy,c@x.example,'), {
      mode: 'update',
    });
    expect(await outcomes(updated.id)).toEqual(['updated', 'rejected contact-unknown']);
  });
});

describe('a dry run', () => {
  it('says row by row what the real run then does, and writes nobody', async () => {
    await importFile(t, csv('Name,Email', 'Ana,a@x.example'));
    const file = csv(
      'Name,Email,Company,Lifecycle Stage',
      'Ana,a@x.example,Lumen,',
      'Bo,b@x.example,,customer',
      'Cy,b@x.example,,',
      'Dora,not an address,,',
      'Eve,e@x.example,,evangelist',
      'Li Na,,,',
    );
    const before = await readTables(t.house);
    const dry = await importFile(t, file, { dry_run: true });
    const changed = Object.keys(difference(before, await readTables(t.house)));
    expect(changed.filter((table) => !/^(imports$|import_rows|events$)/.test(table))).toEqual([]);
    const real = await importFile(t, file);
    expect(dry.progress).toEqual(real.progress);
    expect(await outcomes(dry.id)).toEqual(await outcomes(real.id));
    expect(await outcomes(real.id)).toEqual([
      'updated',
      'created',
      'rejected duplicate-in-file',
      'rejected handle-malformed',
      'rejected move-not-allowed',
      'created',
    ]);
  });
});

describe('stage history', () => {
  it('comes in with its dates, by the same gate, and is known again in a second run', async () => {
    const file = csv(
      'Name,Email,Lifecycle Stage,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Customer Date',
      'Ana,a@x.example,Customer,2024-01-10 09:00,2024-02-01 10:30,2024-05-06 08:00',
      'Bo,b@x.example,Lead,2024-03-01 09:00,,2024-02-01 10:00',
    );
    const done = await importFile(t, file, { zone: 'Asia/Shanghai' });
    expect(await outcomes(done.id)).toEqual(['created', 'rejected reason-required']);
    expect(done.dates).toEqual({
      'Became a Lead Date': 'ymd',
      'Became a Marketing Qualified Lead Date': 'ymd',
      'Became a Customer Date': 'ymd',
    });
    const [ana] = await people();
    expect(ana.stages).toMatchObject([{ stage: 'customer', entered_at: '2024-05-06T00:00:00.000Z' }]);
    const { data } = (await t.call('GET', `/v1/contacts/${ana.id}/transitions`)).body;
    expect(
      data.map((row: { to: string; direction: string; effective_at: string }) => [
        row.to,
        row.direction,
        row.effective_at,
      ]),
    ).toEqual([
      ['lead', 'enter', '2024-01-10T01:00:00.000Z'],
      ['mql', 'forward', '2024-02-01T02:30:00.000Z'],
      ['customer', 'skip', '2024-05-06T00:00:00.000Z'],
    ]);
    const again = await importFile(t, file, { zone: 'Asia/Shanghai', reason: { code: 'judged-too-early' } });
    expect(await outcomes(again.id)).toEqual(['unchanged', 'created']);
  });
});

describe('what cannot be imported so is refused before the first row is written', () => {
  const refused = async (file: string | Uint8Array, options: object, codes: string[]) => {
    const made = await upload(t, file);
    expect(made.status, made.text).toBe(201);
    const started = await t.call('POST', `/v1/imports/${made.body.id}/start`, options);
    const problem = started.status === 202 ? (await ended(t, made.body.id)).problem : started.body;
    expect(problem.code).toBe('import-refused');
    expect(problem.errors.map((one: { code: string }) => one.code)).toEqual(codes);
    expect(await count('contacts')).toBe(0);
    expect(await count('import_rows')).toBe(0);
    return { id: made.body.id, problem };
  };

  it('a mapping to a column or a thing that is not there, two columns for one name, nobody named: all at once', async () => {
    const mapping = { Nmae: 'display_name', Email: 'identity:pigeon', Company: 'company', Firm: 'company' };
    const { problem } = await refused(csv('Name,Email,Company,Firm', 'Ana,a@x.example,,'), { mapping }, [
      'column-missing',
      'target-unknown',
      'target-repeated',
    ]);
    expect(problem.errors[0].detail).toContain('Did you mean "Name"?');
    await refused(csv('Company', 'Lumen'), {}, ['nobody-named']);
  });

  it('two header rows, a header without a name, one that comes twice, no rows at all', async () => {
    await refused(csv('Name,Email', 'First Name,Phone Number', 'Ana,a@x.example'), {}, ['header-repeated']);
    await refused(csv('Name,,Email', 'Ana,,a@x.example'), {}, ['header-missing']);
    await refused(csv('Name,Email,Email', 'Ana,a@x.example,'), {}, ['header-twice']);
    await refused(csv('Name,Email'), {}, ['file-empty']);
  });

  it('a quote that is never closed', async () => {
    await refused(csv('Name,Email', 'Ana,a@x.example', '"Bo,b@x.example', 'Cy,c@x.example'), {}, ['csv-malformed']);
  });

  it('dates that read two ways: proved by one row of the column, or stated, they go in', async () => {
    const header = 'Name,Email,Became a Lead Date';
    const ambiguous = csv(header, 'Ana,a@x.example,03/04/2024', 'Bo,b@x.example,05/06/2024');
    const { id, problem } = await refused(ambiguous, {}, ['dates-ambiguous']);
    expect(problem.errors[0]).toMatchObject({ column: 'Became a Lead Date', row: 1 });
    await refused(csv(header, 'Ana,a@x.example,13/04/2024', 'Bo,b@x.example,04/13/2024'), {}, ['dates-conflict']);
    const stated = await importFileOf(id, { date_format: { 'Became a Lead Date': 'dmy' }, zone: 'UTC' });
    expect(stated.progress.created).toBe(2);
    const proved = csv(header, 'Cy,c@x.example,03/04/2024', 'Di,d@x.example,25/12/2023', 'Ed,e@x.example,soon');
    const done = await importFile(t, proved, { zone: 'UTC' });
    expect(await outcomes(done.id)).toEqual(['created', 'created', 'rejected date-malformed']);
    const cy = (await people()).find((one: { display_name: string }) => one.display_name === 'Cy');
    expect(cy.stages[0].entered_at).toBe('2024-04-03T00:00:00.000Z');
  });

  it('bytes in another encoding; GB18030 is known by its pairs, and what is not plain must be stated', async () => {
    const gb = new Uint8Array([
      ...Buffer.from('Name,Email\n'),
      0xd5,
      0xc5,
      0xce,
      0xb0,
      ...Buffer.from(',a@x.example\n'),
    ]);
    const latin = new Uint8Array([...Buffer.from('Name,Email\nJos'), 0xe9, ...Buffer.from(',j@x.example\n')]);
    await refused(gb, { encoding: 'utf-8' }, ['encoding-wrong']);
    const { id } = await refused(latin, {}, ['encoding-unknown']);
    expect((await importFile(t, gb)).progress.created).toBe(1);
    expect((await importFileOf(id, { encoding: 'windows-1252' })).progress.created).toBe(1);
    expect((await people()).map((one: { display_name: string }) => one.display_name)).toEqual(['张伟', 'José']);
  });
});

describe('a row of its own', () => {
  it('with too few or too many cells, a cell of 10 MB, an unknown tag, stage or owner is rejected with its reason', async () => {
    const done = await importFile(
      t,
      csv(
        'Name,Email,Tags,Lifecycle Stage,Owner',
        'Ana,a@x.example,,',
        'Bo,b@x.example,,,,',
        `${'x'.repeat(10_000_000)},c@x.example,,,`,
        'Di,d@x.example,no-such-tag,,',
        'Ed,e@x.example,,no such stage,',
        'Fe,f@x.example,,,Nobody',
        ',,,,',
        `${'y'.repeat(201)},g@x.example,,,`,
        'Hu,h@x.example,,,',
      ),
    );
    expect(await outcomes(done.id)).toEqual([
      'rejected cells-missing',
      'rejected cells-extra',
      'rejected cell-too-long',
      'rejected tag-unknown',
      'rejected stage-unknown',
      'rejected owner-unknown',
      'rejected name-or-handle-needed',
      'rejected text-too-long',
      'created',
    ]);
    expect((await rowsOf(t, done.id, '?outcome=rejected')).map((row) => row.reasons[0].column)).toEqual([
      null,
      null,
      'Name',
      'Tags',
      'Lifecycle Stage',
      'Owner',
      'Name',
      'Name',
    ]);
  });
});

describe('fields the company declared', () => {
  it('are read by their types; a value of another type is rejected, as everywhere else', async () => {
    const labels = { en: 'x', 'zh-CN': 'x' };
    for (const [key, type] of [
      ['staff', 'number'],
      ['vip', 'boolean'],
    ])
      expect((await t.call('POST', '/v1/fields', { key, type, labels })).status).toBe(201);
    const file = csv('Name,Staff,VIP', 'Ana,40,yes', 'Bo,many,no', 'Cy,,是');
    const mapping = { Name: 'display_name', Staff: 'field:staff', VIP: 'field:vip' };
    const done = await importFile(t, file, { mapping });
    expect(
      (await rowsOf(t, done.id)).map((row) => [row.outcome, row.reasons[0]?.code, row.reasons[0]?.column]),
    ).toEqual([
      ['created', undefined, undefined],
      ['rejected', 'field-invalid', 'Staff'],
      ['created', undefined, undefined],
    ]);
    expect((await people()).map((one: { fields: object }) => one.fields)).toEqual([
      { staff: 40, vip: true },
      { vip: true },
    ]);
    expect((await importFile(t, file, { mapping })).progress).toMatchObject({ unchanged: 2, rejected: 1 });
  });
});

describe('a file of JSON lines', () => {
  it('carries identities, history and fields as they are; a line that is no object is a row of its own', async () => {
    const file = csv(
      JSON.stringify({
        display_name: '张伟',
        identities: [
          { channel: 'wechat', handle: 'wxid_1' },
          { channel: 'phone', handle: '+8613800138000', shared: true },
        ],
        tags: ['grade-a'],
        fields: { staff: 40, vip: true },
        history: [
          { to: 'lead', at: '2024-01-10T09:00:00+08:00' },
          { to: 'customer', at: '2024-02-10T09:00:00+08:00' },
        ],
      }),
      '[1]',
      JSON.stringify({
        display_name: 'Shop',
        identities: [{ channel: 'phone', handle: '+8613800138000', shared: true }],
      }),
    );
    const done = await importFile(t, file, {}, { type: 'application/x-ndjson' });
    expect(await outcomes(done.id)).toEqual(['created', 'rejected json-malformed', 'created']);
    const [zhang] = await people();
    expect(zhang).toMatchObject({
      fields: { staff: 40, vip: true },
      stages: [{ stage: 'customer', entered_at: '2024-02-10T01:00:00.000Z' }],
    });
    const again = await importFile(t, file, {}, { type: 'application/x-ndjson' });
    expect(again.progress).toMatchObject({ created: 0, unchanged: 2, rejected: 1 });
  });
});

describe('stopping', () => {
  it('a cancelled import keeps what it wrote, and resumed it goes on after the last row without doubling any', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `P${i},p${i}@x.example`);
    const made = await upload(t, csv('Name,Email', ...rows));
    await t.call('POST', `/v1/imports/${made.body.id}/start`, {});
    await expect.poll(() => count('contacts'), { interval: 1 }).toBeGreaterThan(0);
    const cancelled = await t.call('POST', `/v1/imports/${made.body.id}/cancel`);
    expect(cancelled.body.status).toBe('cancelled');
    const written = await count('contacts');
    expect(written).toBe(cancelled.body.progress.created);
    expect(written).toBeLessThan(600);
    // One import runs after the other: this one ends when the worker has let go of the first.
    expect((await importFile(t, csv('Name,Email', 'Last,last@x.example'))).status).toBe('done');
    await t.call('POST', `/v1/imports/${made.body.id}/resume`);
    const done = await ended(t, made.body.id);
    expect([done.status, done.progress.created, await count('contacts')]).toEqual(['done', 600, 601]);
    expect(await rowsOf(t, done.id)).toHaveLength(600);
  });
});

describe('files nobody came back for', () => {
  it('are let go a week after, and then cannot be resumed', async () => {
    const idle = await upload(t, csv('Name', 'Ana'));
    const failed = await upload(t, csv('Name,Became a Lead Date', 'Ana,03/04/2024'));
    await t.call('POST', `/v1/imports/${failed.body.id}/start`, {});
    expect((await ended(t, failed.body.id)).status).toBe('failed');
    t.clock.advance(6 * 86_400_000);
    await forgetFiles(t.house.deps);
    expect((await t.call('GET', `/v1/imports/${failed.body.id}`)).body.file_kept).toBe(true);
    t.clock.advance(2 * 86_400_000);
    await forgetFiles(t.house.deps);
    expect((await t.call('GET', `/v1/imports/${idle.body.id}`)).status).toBe(404);
    const resumed = await t.call('POST', `/v1/imports/${failed.body.id}/resume`);
    expect([resumed.status, resumed.body.code]).toEqual([409, 'import-file-gone']);
    expect(readdirSync(t.house.deps.spool.folder)).toEqual([]);
  });
});
