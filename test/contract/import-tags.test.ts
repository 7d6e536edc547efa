// Tags of an import that nobody has made: named in the refusal, left out, or created, as the caller says.
import { asSystem, createKey } from '@sidestage/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { csv, everybody, importFile, rowsOf, upload } from '../support/imports.ts';

let t: TestHouse;
beforeEach(async () => {
  t = await startHouse();
});
afterEach(() => t.close());

const FILE = csv(
  'name,email,labels',
  'Ana,a@x.example,"vip;A"',
  'Bo,b@x.example,VIP',
  'Cy,not an address,only-here',
  'Di,d@x.example,"重要客户, x y"',
  'Ed,e@x.example,',
);
const tagsOf = async () =>
  (await everybody(t)).map((one: { display_name: string; tags: string[] }) => [one.display_name, ...one.tags]);
const told = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
  rows.map(({ row, outcome, reasons, notices }) => [
    row,
    outcome,
    ...[...reasons, ...notices].map((one: { code: string; tag: string | null }) => `${one.code} ${one.tag}`),
  ]);
const madeTags = async () =>
  (await t.call('GET', '/v1/tags')).body.data
    .filter((one: { group: string }) => one.group !== 'grade')
    .map((one: { key: string; group: string; labels: { en: string } }) => [one.key, one.group, one.labels.en]);

describe('a tag nobody has made', () => {
  it('rejects its row where nothing else is said, and the reason names the column and the tag, in CSV too', async () => {
    const done = await importFile(
      t,
      csv('name,email,labels', 'Ana,a@x.example,"vip;A;new one"', 'Bo,b@x.example,"A;B"'),
    );
    const [row] = await rowsOf(t, done.id);
    const rest = { row: null, contact_id: null };
    expect(row.reasons).toEqual([
      { code: 'tag-unknown', column: 'labels', tag: 'vip', ...rest },
      { code: 'tag-unknown', column: 'labels', tag: 'new one', ...rest },
    ]);
    expect(told(await rowsOf(t, done.id))[1]).toEqual([2, 'rejected', 'tags-conflict A', 'tags-conflict B']);
    const lines = await t.call('GET', `/v1/imports/${done.id}/rows.csv`);
    expect(lines.text).toContain('1,rejected,,tag-unknown,labels,,,,vip; new one\r\n');
    expect(await everybody(t)).toEqual([]);
  });

  it('is left out where asked, the person comes in, and the row says so', async () => {
    const done = await importFile(t, FILE, { on_unknown_tag: 'leave-out' });
    expect(told(await rowsOf(t, done.id))).toEqual([
      [1, 'created', 'tag-left-out vip'],
      [2, 'created', 'tag-left-out VIP'],
      [3, 'rejected', 'handle-malformed null'],
      [4, 'created', 'tag-left-out 重要客户', 'tag-left-out x y'],
      [5, 'created'],
    ]);
    expect(await tagsOf()).toEqual([['Ana', 'grade-a'], ['Bo'], ['Di'], ['Ed']]);
    const second = await importFile(t, FILE, { on_unknown_tag: 'leave-out' });
    expect(second.progress).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: 1 });
    expect(await madeTags()).toEqual([]);
  });

  it('is created where asked, once, by the first row that is taken; a second run creates none', async () => {
    const before = await readTables(t.house);
    const dry = await importFile(t, FILE, { on_unknown_tag: 'create', dry_run: true });
    const written = Object.keys(difference(before, await readTables(t.house)));
    expect(written.filter((table) => !/^(imports|import_rows|events)$/.test(table))).toEqual([]);

    const real = await importFile(t, FILE, { on_unknown_tag: 'create' });
    expect(told(await rowsOf(t, real.id))).toEqual([
      [1, 'created', 'tag-created vip'],
      [2, 'created'],
      [3, 'rejected', 'handle-malformed null'],
      [4, 'created', 'tag-created 重要客户', 'tag-created x y'],
      [5, 'created'],
    ]);
    expect(told(await rowsOf(t, dry.id))).toEqual(told(await rowsOf(t, real.id)));
    const hashed = expect.stringMatching(/^tag-[0-9a-f]{12}$/);
    expect(await madeTags()).toEqual([
      ['vip', 'imported', 'vip'],
      [hashed, 'imported', '重要客户'],
      ['x-y', 'imported', 'x y'],
    ]);
    expect(await tagsOf()).toEqual([['Ana', 'grade-a', 'vip'], ['Bo', 'vip'], ['Di', hashed, 'x-y'], ['Ed']]);
    const groups = (await t.call('GET', '/v1/tag-groups')).body.data;
    expect(groups.at(-1)).toMatchObject({ key: 'imported', mode: 'multi' });
    const events = (await t.call('GET', '/v1/events')).body.data.filter((one: { type: string }) =>
      /^tag/.test(one.type),
    );
    expect(events.map((one: { type: string; batch_id: string }) => [one.type, one.batch_id])).toEqual([
      ['tag_group.created', real.id],
      ['tag.created', real.id],
      ['tag.created', real.id],
      ['tag.created', real.id],
    ]);

    const after = await readTables(t.house);
    const second = await importFile(t, FILE, { on_unknown_tag: 'create' });
    expect(second.progress).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: 1 });
    const changed = Object.keys(difference(after, await readTables(t.house)));
    expect(changed.filter((table) => !/^(imports|import_rows|events)$/.test(table))).toEqual([]);
  });

  it('is told of once however many chunks a rehearsal has, as in the real run', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, i) => `P${i},p${i}@x.example,"${i % 2 ? 'Big Fair' : 'big fair'};big-fair"`,
    );
    const file = csv('name,email,labels', ...rows);
    const dry = await importFile(t, file, { on_unknown_tag: 'create', dry_run: true });
    const real = await importFile(t, file, { on_unknown_tag: 'create' });
    expect(told(await rowsOf(t, dry.id))).toEqual(told(await rowsOf(t, real.id)));
    expect(await madeTags()).toEqual([['big-fair', 'imported', 'big fair']]);
  });

  it('whose key another tag or its label has already gets a key of its own and takes no name away', async () => {
    const labels = { en: 'x-y', 'zh-CN': 'x-y' };
    await t.call('POST', '/v1/tags', { key: 'other', group: 'interests', labels });
    const file = csv('name,email,labels', 'Ana,a@x.example,x y', 'Bo,b@x.example,x-y', 'Cy,c@x.example,x!y');
    const options = { on_unknown_tag: 'create', tag_group: 'interests' };
    await importFile(t, file, options);
    expect(await tagsOf()).toEqual([
      ['Ana', 'x-y-2'],
      ['Bo', 'other'],
      ['Cy', 'x-y-3'],
    ]);
    expect((await importFile(t, file, options)).progress).toMatchObject({ unchanged: 3 });
    expect((await madeTags()).map((one: string[]) => one[1])).toEqual(['interests', 'interests', 'interests']);
  });

  it('of more than a label may be long is rejected, not cut', async () => {
    const done = await importFile(t, csv('name,email,labels', `Ana,a@x.example,${'x'.repeat(101)}`), {
      on_unknown_tag: 'create',
    });
    expect(told(await rowsOf(t, done.id))).toEqual([[1, 'rejected', `text-too-long ${'x'.repeat(100)}…`]]);
    expect(await madeTags()).toEqual([]);
  });
});

describe('where tags may be created', () => {
  it('a rehearsal and the real run stop at the number of tags there may be', async () => {
    const there = (await t.call('GET', '/v1/tags')).body.data.length;
    const file = csv(
      'name,email,labels',
      ...Array.from({ length: 1_003 }, (_, i) => `P${i},p${i}@x.example,label ${i}`),
    );
    const dry = await importFile(t, file, { on_unknown_tag: 'create', dry_run: true });
    const real = await importFile(t, file, { on_unknown_tag: 'create' });
    for (const { progress } of [dry, real])
      expect(progress).toMatchObject({ created: 1_000 - there, rejected: 3 + there });
    const over = (await rowsOf(t, real.id)).find((row) => row.outcome === 'rejected');
    expect(over?.reasons).toMatchObject([{ code: 'tags-full', column: 'labels', tag: `label ${1_000 - there}` }]);
    expect((await t.call('GET', '/v1/tags')).body.data).toHaveLength(1_000);
  });

  it('a retired tag is given to nobody, nor made a second time', async () => {
    const labels = { en: 'vip', 'zh-CN': 'vip' };
    await t.call('POST', '/v1/tags', { key: 'vip', group: 'interests', labels });
    expect((await t.call('PATCH', '/v1/tags/vip', { archived: true })).status).toBe(200);
    const done = await importFile(t, csv('name,email,labels', 'Ana,a@x.example,VIP'), { on_unknown_tag: 'create' });
    expect(told(await rowsOf(t, done.id))).toEqual([[1, 'rejected', 'tag-unknown VIP']]);
    expect(
      (await t.call('GET', '/v1/tags?archived=true')).body.data.filter((one: { key: string }) => /vip/.test(one.key)),
    ).toHaveLength(1);
  });
});

describe('the start of an import that creates tags', () => {
  const start = async (body: object, key = t.key) => {
    const { body: made } = await upload(t, FILE);
    return t.call('POST', `/v1/imports/${made.id}/start`, body, { authorization: `Bearer ${key}` });
  };

  it('refuses a group that is single-choice, that nobody made, or that goes with nothing', async () => {
    const faults = async (body: object) => {
      const { status, body: answer } = await start(body);
      return [status, answer.errors.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)];
    };
    expect(await faults({ on_unknown_tag: 'create', tag_group: 'grade' })).toEqual([422, ['/tag_group value-unfit']]);
    expect(await faults({ on_unknown_tag: 'create', tag_group: 'gone' })).toEqual([
      422,
      ['/tag_group tag-group-unknown'],
    ]);
    expect(await faults({ tag_group: 'interests' })).toEqual([422, ['/tag_group value-unfit']]);
  });

  it('needs the scope that creating a tag needs, in a rehearsal and to resume too', async () => {
    const { key } = (await asSystem(t.house, createKey, { name: 'loader', scopes: ['data:import'] })) as {
      key: string;
    };
    for (const dry_run of [true, false]) {
      const refused = await start({ on_unknown_tag: 'create', dry_run }, key);
      expect([refused.status, refused.body.needed_scope]).toEqual([403, 'tags:write']);
    }
    expect((await start({ on_unknown_tag: 'leave-out' }, key)).status).toBe(202);
    const { body: mine } = await upload(t, FILE);
    await t.call('POST', `/v1/imports/${mine.id}/start`, { on_unknown_tag: 'create' });
    await t.call('POST', `/v1/imports/${mine.id}/cancel`);
    const resumed = await t.call('POST', `/v1/imports/${mine.id}/resume`, undefined, {
      authorization: `Bearer ${key}`,
    });
    expect([resumed.status, resumed.body.needed_scope]).toEqual([403, 'tags:write']);
  });
});

it('a tag named in a result is forgotten with the person whose name or handle it was', async () => {
  const done = await importFile(
    t,
    csv('name,email,labels', 'Ana,a@x.example,secret-of-ana', 'Bo,b@x.example,Ana', 'Cy,c@x.example,kept'),
    { on_unknown_tag: 'leave-out' },
  );
  const [ana] = await everybody(t);
  expect((await t.call('DELETE', `/v1/contacts/${ana.id}`, undefined, { 'if-match': '*' })).status).toBe(204);
  expect(told(await rowsOf(t, done.id))).toEqual([
    [1, 'created', 'tag-left-out null'],
    [2, 'created', 'tag-left-out null'],
    [3, 'created', 'tag-left-out kept'],
  ]);
});
