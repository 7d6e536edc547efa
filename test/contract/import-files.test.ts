// Files of imports: how one is uploaded and read, what it must be to go in at all, how its cells are understood, and when it is let go.

import { readdirSync } from 'node:fs';
import { forgetFiles } from '@sidestage/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { countOf, csv, ended, everybody, importFile, outcomesOf, rowsOf, upload } from '../support/imports.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(() => t.close());

async function importFileOf(id: string, options = {}) {
  expect((await t.call('POST', `/v1/imports/${id}/start`, options)).status).toBe(202);
  return ended(t, id);
}

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
    expect(await everybody(t)).toEqual([]);
    expect((await t.call('GET', '/v1/imports')).body.data.map((one: { id: string }) => one.id)).toEqual([made.body.id]);
  });

  it('of another type, or over the limit, is refused and leaves nothing behind', async () => {
    const other = await upload(t, '{}', { headers: { 'content-type': 'application/json' } });
    expect([other.status, other.body.code]).toEqual([415, 'unsupported-media-type']);
    (t.house.deps.spool as { maxBytes: number }).maxBytes = 100;
    const large = await upload(t, csv('Name', 'x'.repeat(200)));
    expect([large.status, large.body.code, large.body.limit_bytes]).toEqual([413, 'body-too-large', 100]);
    expect(await countOf(t, 'imports')).toBe(0);
  });

  it('repeated under its Idempotency-Key is one import; another file under the key is refused', async () => {
    const headers = { 'idempotency-key': 'upload-1' };
    const first = await upload(t, csv('Name', 'Ana'), { headers });
    const again = await upload(t, csv('Name', 'Ana'), { headers });
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect((await upload(t, csv('Name', 'Bo'), { headers })).body.code).toBe('idempotency-key-reused');
    expect(await countOf(t, 'imports')).toBe(1);
    expect((await importFileOf(first.body.id)).progress.created).toBe(1);
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
    expect(await countOf(t, 'contacts')).toBe(0);
    expect(await countOf(t, 'import_rows')).toBe(0);
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

  it('more columns than anybody maps, or a header as long as a book: none of it is kept', async () => {
    const columns = Array.from({ length: 2_001 }, (_, i) => `Column ${i}`);
    const row = columns.map(() => 'x');
    const long = ['Name', 'x'.repeat(501)];
    const type = 'application/x-ndjson' as const;
    const object = JSON.stringify(Object.fromEntries(columns.map((name) => [name, 1])));
    for (const made of [
      await upload(t, csv(columns.join(), row.join())),
      await upload(t, csv(long.join(), 'Ana,x')),
      await upload(t, `${object}\n`, { type }),
    ]) {
      expect([made.status, made.body.headers, made.body.problem.code]).toEqual([201, [], 'csv-malformed']);
      const started = await t.call('POST', `/v1/imports/${made.body.id}/start`, {});
      expect([started.status, started.body.errors[0].code]).toEqual([422, 'csv-malformed']);
    }
    const most = await upload(t, csv(columns.slice(1).join(), row.slice(1).join()));
    expect([most.body.headers.length, most.body.problem]).toEqual([2_000, null]);
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
    expect(await outcomesOf(t, done.id)).toEqual(['created', 'created', 'rejected date-malformed']);
    const cy = (await everybody(t)).find((one: { display_name: string }) => one.display_name === 'Cy');
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
    expect((await everybody(t)).map((one: { display_name: string }) => one.display_name)).toEqual(['张伟', 'José']);
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
    expect(await outcomesOf(t, done.id)).toEqual([
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

it.each(['', '"'])(
  'a cell of 10 MB in the very first row, in quotes or not, is that row’s fault and not the file’s: %s',
  async (quote) => {
    const long = `${quote}${'x'.repeat(10_000_000)}${quote}`;
    const done = await importFile(t, csv('Name,Email,Company', `Ana,a@x.example,${long}`, 'Bo,b@x.example,Lumen'));
    expect(await outcomesOf(t, done.id)).toEqual(['rejected cell-too-long', 'created']);
  },
);

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
    expect((await everybody(t)).map((one: { fields: object }) => one.fields)).toEqual([
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
    expect(await outcomesOf(t, done.id)).toEqual(['created', 'rejected json-malformed', 'created']);
    const [zhang] = await everybody(t);
    expect(zhang).toMatchObject({
      fields: { staff: 40, vip: true },
      stages: [{ stage: 'customer', entered_at: '2024-02-10T01:00:00.000Z' }],
    });
    const again = await importFile(t, file, {}, { type: 'application/x-ndjson' });
    expect(again.progress).toMatchObject({ created: 0, unchanged: 2, rejected: 1 });
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
