// Imports: nobody is merged, every row is accounted for, and a second run adds nobody.

import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { countOf, csv, ended, everybody, importFile, outcomesOf, rowsOf, upload } from '../support/imports.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(() => t.close());

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
    const [person] = await everybody(t);
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
    expect((await everybody(t))[0].display_name).toBe("=cmd|'/c calc'!A0");
  });

  it('of name-only people, quoted newlines and blank lines makes one contact for each', async () => {
    const done = await importFile(t, csv('Name,Remark', 'Li Na,"one\ntwo"', '', 'Li Na,"one\ntwo"', 'Wang,'));
    expect(done.progress).toMatchObject({ total: 3, created: 3 });
    expect((await everybody(t)).map((one: { fields: object }) => one.fields)).toEqual([
      { remark: 'one\ntwo' },
      { remark: 'one\ntwo' },
      {},
    ]);
  });

  it('ends with its file gone, its results kept, and the hashes of handles forgotten', async () => {
    const done = await importFile(t, csv('Name,Email', 'Ana,a@x.example'));
    expect(done.file_kept).toBe(false);
    await expect.poll(() => countOf(t, 'import_claims')).toBe(0);
    expect(existsSync(`${t.house.deps.spool.folder}/${done.id}`)).toBe(false);
    const again = await t.call('POST', `/v1/imports/${done.id}/start`, {});
    expect([again.status, again.body.code]).toEqual([409, 'import-state']);
    const csvRows = await t.call('GET', `/v1/imports/${done.id}/rows.csv`);
    expect(csvRows.text.split('\r\n').slice(-2)).toEqual(['#end,1,,,,,,,', '']);
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
    expect((await everybody(t)).map((one: { display_name: string }) => one.display_name)).toEqual(['Ana', 'Cy']);
  });

  it('a handle that somebody of another name holds is in the way; one that two people hold is too', async () => {
    await importFile(t, csv('Name,Phone,Email', 'Ana,+34612345678,', 'Bo,,b@x.example'));
    const [ana, bo] = await everybody(t);
    const before = await readTables(t.house);
    const done = await importFile(t, csv('Name,Phone,Email', 'Dora,+34612345678,', 'Ana,+34612345678,b@x.example'));
    expect((await rowsOf(t, done.id)).map((row) => row.reasons.map((one: object) => ({ ...one, row: null })))).toEqual([
      [{ code: 'name-differs', column: 'Phone', row: null, contact_id: ana.id, tag: null }],
      [
        { code: 'handles-of-several', column: 'Phone', row: null, contact_id: ana.id, tag: null },
        { code: 'handles-of-several', column: 'Email', row: null, contact_id: bo.id, tag: null },
      ],
    ]);
    const changed = Object.keys(difference(before, await readTables(t.house)));
    expect(changed.filter((table) => !/^(import|events)/.test(table))).toEqual([]);
  });

  it.each([false, true])(
    'a row refused for the name somebody has, or for where they stand, is not let in by a later row that changes that (dry run: %s)',
    async (dry_run) => {
      await importFile(
        t,
        csv('Name,Email,Phone,External ID,Stage', 'Ana,a@x.example,,1,lead', 'Bo,b@x.example,+34612345678,2,'),
        {
          system: 'crm',
        },
      );
      const filler = Array.from({ length: 120 }, (_, i) => `P${i},p${i}@x.example,,,`);
      const file = csv(
        'Name,Email,Phone,External ID,Stage',
        'Anna,a@x.example,,,',
        'Bo,b@x.example,,,evangelist',
        'Cy,c@x.example,,,evangelist',
        ...filler,
        'Anna,,,1,mql',
        'Bo,,+34612345678,,customer',
        'Cy,c@x.example,,,customer',
      );
      const told = async (id: string) => {
        const rows = await rowsOf(t, id, '?outcome=rejected');
        return rows.map(({ row, reasons: [one] }) => [row, one.code, one.row]);
      };
      const expected = [
        [1, 'name-differs', null],
        [2, 'move-not-allowed', null],
        [3, 'move-not-allowed', null],
        [124, 'duplicate-in-file', 1],
        [125, 'duplicate-in-file', 2],
        [126, 'duplicate-in-file', 3],
      ];
      const first = await importFile(t, file, { system: 'crm', dry_run });
      expect(await told(first.id)).toEqual(expected);
      if (!dry_run) {
        const second = await importFile(t, file, { system: 'crm' });
        expect(second.progress).toMatchObject({ created: 0, updated: 0, unchanged: 120, rejected: 6 });
        expect(await told(second.id)).toEqual(expected);
      }
    },
  );

  it('an external id of a row refused for its name is given to nobody by a later row', async () => {
    await importFile(t, csv('Name,Email', 'Ana,a@x.example'));
    const file = csv('Name,Email,External ID', 'Bo,a@x.example,1', ',a@x.example,1');
    for (const _ of [1, 2]) {
      const done = await importFile(t, file, { system: 'crm' });
      expect(await outcomesOf(t, done.id)).toEqual(['rejected name-differs', 'rejected duplicate-in-file']);
    }
  });

  it('a row refused as somebody of another name is in nobody else’s way', async () => {
    await importFile(t, csv('Name,Phone', 'Ana,+34612345678'));
    const done = await importFile(t, csv('Name,Phone,Email', 'Dora,+34612345678,', 'Ana,+34612345678,a@x.example'));
    expect(await outcomesOf(t, done.id)).toEqual(['rejected name-differs', 'updated']);
  });

  it('`update` of a handle nobody has is not let in by a later row that gives it to somebody', async () => {
    await importFile(t, csv('Name,External ID', 'Ana,1'), { system: 'crm' });
    const file = csv('Name,Email,External ID', 'Ana,a@x.example,', 'Ana,a@x.example,1');
    for (const _ of [1, 2]) {
      const done = await importFile(t, file, { system: 'crm', mode: 'update' });
      expect(await outcomesOf(t, done.id)).toEqual(['rejected contact-unknown', 'rejected duplicate-in-file']);
    }
  });

  it('a person is one row of a file: a second row that means them by another handle is rejected', async () => {
    await importFile(t, csv('Name,Phone,Email', 'Ana,+34612345678,a@x.example'));
    const [ana] = await everybody(t);
    const done = await importFile(
      t,
      csv('Name,Phone,Email,Company', 'Ana,,a@x.example,Lumen', 'Ana,+34612345678,,Other'),
    );
    expect(await outcomesOf(t, done.id)).toEqual(['updated', 'rejected duplicate-in-file']);
    expect((await rowsOf(t, done.id))[1].reasons[0]).toMatchObject({ column: 'Phone', row: 1 });
    expect((await everybody(t)).map((one: { id: string; company: string }) => [one.id, one.company])).toEqual([
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
    expect(await outcomesOf(t, done.id)).toEqual(['updated', 'rejected duplicate-in-file']);
    expect((await everybody(t)).map((one: { display_name: string }) => one.display_name)).toEqual(['Ana Costa']);
    const other = await importFile(t, csv('External ID,Name,Email', '8,Ana Costa,a@x.example'), options);
    expect(await outcomesOf(t, other.id)).toEqual(['rejected handle-taken']);
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
    const ana = (await everybody(t)).find((one: { display_name: string }) => one.display_name === 'Ana');
    expect(ana).toMatchObject({ company: 'Lumen', tags: ['grade-b'], version: 2 });
  });

  it('`create` leaves whoever is there as they are, `update` adds nobody', async () => {
    await importFile(t, csv('Name,Email', 'Ana,a@x.example'));
    const file = csv('Name,Email,Company', 'Ana,a@x.example,Lumen', 'Bo,b@x.example,');
    const created = await importFile(t, file, { mode: 'create' });
    expect(await outcomesOf(t, created.id)).toEqual(['unchanged', 'created']);
    const updated = await importFile(t, csv('Name,Email,Company', 'Ana,a@x.example,Lumen', 'Cy,c@x.example,'), {
      mode: 'update',
    });
    expect(await outcomesOf(t, updated.id)).toEqual(['updated', 'rejected contact-unknown']);
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
    expect(await outcomesOf(t, dry.id)).toEqual(await outcomesOf(t, real.id));
    expect(await outcomesOf(t, real.id)).toEqual([
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
    expect(await outcomesOf(t, done.id)).toEqual(['created', 'rejected reason-required']);
    expect(done.dates).toEqual({
      'Became a Lead Date': 'ymd',
      'Became a Marketing Qualified Lead Date': 'ymd',
      'Became a Customer Date': 'ymd',
    });
    const [ana] = await everybody(t);
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
    expect(await outcomesOf(t, again.id)).toEqual(['unchanged', 'created']);
  });
});

describe('stopping', () => {
  it('a cancelled import keeps what it wrote, and resumed it goes on after the last row without doubling any', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `P${i},p${i}@x.example`);
    const made = await upload(t, csv('Name,Email', ...rows));
    await t.call('POST', `/v1/imports/${made.body.id}/start`, {});
    await expect.poll(() => countOf(t, 'contacts'), { interval: 1 }).toBeGreaterThan(0);
    const cancelled = await t.call('POST', `/v1/imports/${made.body.id}/cancel`);
    expect(cancelled.body.status).toBe('cancelled');
    const written = await countOf(t, 'contacts');
    expect(written).toBe(cancelled.body.progress.created);
    expect(written).toBeLessThan(600);
    // One import runs after the other: this one ends when the worker has let go of the first.
    expect((await importFile(t, csv('Name,Email', 'Last,last@x.example'))).status).toBe('done');
    await t.call('POST', `/v1/imports/${made.body.id}/resume`);
    const done = await ended(t, made.body.id);
    expect([done.status, done.progress.created, await countOf(t, 'contacts')]).toEqual(['done', 600, 601]);
    expect(await rowsOf(t, done.id)).toHaveLength(600);
  });

  it('that was not started tells whoever watches it what it waits for', async () => {
    const { id } = (await upload(t, 'name,email\nAna,waits@example.com\n')).body;
    const hangUp = new AbortController();
    const { body } = await t.house.app.request(`/v1/imports/${id}/events`, {
      headers: { authorization: `Bearer ${t.key}` },
      signal: hangUp.signal,
    });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toContain('event: progress');
    expect(await next()).toBe(`: waiting for POST /v1/imports/${id}/start\n\n`);
    await reader.cancel();
    hangUp.abort();
  });
});
