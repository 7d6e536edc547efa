// Finding people against a plain look at every row: who is found by words, by any filter, in which order and on which page, for
// every role, whatever was written, merged, taken back, archived and erased before, and while people arrive between pages.
import { statement } from '@sidestage/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, callerWith, keyWith, signIn } from '../contract/people.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { importFile } from '../support/imports.ts';
import { assertMeeting, unmet } from './effort.ts';

let t: TestHouse;
let staff: { id: string; call: Caller }[];
let callers: { name: string; call: Caller; ownOnly?: string }[];
beforeAll(async () => {
  t = await startHouse({ rateLimit: { burst: 1_000_000, perSecond: 1_000_000 } });
  const [owner, manager, rep, other] = [
    await signIn(t, 'owner'),
    await signIn(t, 'manager'),
    await signIn(t, 'rep'),
    await signIn(t, 'rep'),
  ];
  staff = [manager, rep, other];
  await t.call('PATCH', '/v1/settings', { visibility: 'own', default_region: 'CN' });
  callers = [
    { name: 'key', call: callerWith(t, t.key) },
    { name: 'narrow key', call: await keyWith(t, ['contacts:read']) },
    { name: 'owner', call: owner.call },
    { name: 'manager', call: manager.call },
    { name: 'rep', call: rep.call, ownOnly: rep.id },
    { name: 'rep', call: other.call, ownOnly: other.id },
  ];
});
afterAll(() => t.close());

const NAMES = [
  '张伟',
  '李娜',
  '王小明',
  '欧阳娜',
  'Zoë Nguyễn',
  'Zoë'.normalize('NFD'),
  'ANNA Ωμέγας',
  'ann',
  'İpek',
  'ＡＢ（中国）',
  'دانا',
  '👩‍🚀 Li',
  '50% "x" A_b*',
  'Ñandú-8',
];
const COMPANIES = ['明达（上海）', 'Lumen', 'LUMEN Ltd', 'Über & Co', null];
const HANDLES = ['Mixed.Case', '名字', 'a_b%c', 'Élan', 'x'];
const NOTES = ['问价格，再联系', 'Called; NEAR the office OR later', 'naïve', '138 0013', 'Zoë'];
const TAGS = ['grade-a', 'grade-b', 'tea'];
const STAGES = ['subscriber', 'lead', 'mql', 'customer'];
const SOURCES = ['fair', 'Web', 'web'];

const index = fc.nat(1_000);
const deed = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'create',
    'create',
    'rename',
    'owner',
    'tag',
    'untag',
    'move',
    'note',
    'plan',
    'handle',
    'unhandle',
    'archive',
    'restore',
    'erase',
    'merge',
    'merge',
    'revert',
    'field',
    'import',
  ),
  who: index,
  other: index,
  pick: index,
});
type Deed = { kind: string; who: number; other: number; pick: number };
const of = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T;

const ids: string[] = [];
const merges: string[] = [];
let made = 0;
async function run({ kind, who, other, pick }: Deed) {
  t.clock.advance(pick % 3 === 0 ? 0 : 997);
  const id = of(ids, who) ?? '';
  const at = `/v1/contacts/${id}`;
  const due = { local: `2026-12-0${1 + (pick % 8)}T10:00`, zone: 'Asia/Shanghai' };
  if (kind === 'create') {
    made += 1;
    const identities = [
      ...(pick % 2 ? [{ channel: 'other', handle: `${of(HANDLES, pick)}~${made}` }] : []),
      ...(pick % 3 ? [{ channel: 'phone', handle: `138 0013-${String(1000 + made)}` }] : []),
    ];
    const done = await t.call('POST', '/v1/contacts', {
      display_name: of(NAMES, pick),
      company: of(COMPANIES, other),
      identities,
      source: of([...SOURCES, null], who),
      owner_id: of([null, ...staff.map((one) => one.id)], other),
      stages: { 'seven-stage': of(STAGES, who + pick) },
      ...(pick % 4 === 0 ? { fields: { size: pick % 5, town: of(NAMES, who), vip: pick % 8 === 0 } } : {}),
    });
    expect(done.status, done.text).toBe(201);
    ids.push(done.body.id);
  } else if (kind === 'rename')
    await t.call('PATCH', at, { display_name: of(NAMES, pick), company: of(COMPANIES, other) });
  else if (kind === 'owner') await t.call('PATCH', at, { owner_id: of([null, ...staff.map((one) => one.id)], pick) });
  else if (kind === 'tag') await t.call('POST', `${at}/tags`, { add: [of(TAGS, pick)] });
  else if (kind === 'untag') await t.call('POST', `${at}/tags`, { remove: [of(TAGS, pick)] });
  else if (kind === 'move')
    await t.call('POST', `${at}/transitions`, { to: of(STAGES, pick), reason: { code: 'judged-too-early' } });
  else if (kind === 'field')
    await t.call('PATCH', at, { fields: { size: of([1, 2, 3, null], pick), town: of([...NAMES, null], other) } });
  else if (kind === 'note')
    await t.call('POST', `${at}/interactions`, {
      kind: of(['call', 'note'], who),
      direction: 'inbound',
      occurred_at: `2026-11-1${pick % 9}T08:00:00Z`,
      summary: of(NOTES, pick),
    });
  else if (kind === 'plan') {
    const plan = await t.call('POST', '/v1/follow-ups', {
      contact_id: id,
      title: of(NOTES, pick),
      note: of(NAMES, other),
      due,
    });
    if (pick % 2 && plan.status === 201)
      await t.call('POST', `/v1/follow-ups/${plan.body.id}/complete`, { outcome: of(NOTES, other) });
  } else if (kind === 'handle')
    await t.call('POST', `${at}/identities`, { channel: 'other', handle: `${of(HANDLES, pick)}~${++made}` });
  else if (kind === 'unhandle') {
    const own = (await t.call('GET', at)).body?.identities?.[0];
    if (own) await t.call('DELETE', `/v1/identities/${own.id}`);
  } else if (kind === 'erase') {
    if (pick % 3 === 0) await t.call('DELETE', at, undefined, { 'if-match': '*' });
  } else if (kind === 'merge') {
    const body = { survivor_id: id, loser_id: of(ids, other) };
    const done = await t.call('POST', '/v1/merges', body, { 'if-match': '*' });
    if (done.status === 201) merges.push(done.body.merge.id);
  } else if (kind === 'revert') await t.call('POST', `/v1/merges/${merges.pop() ?? 'none'}/revert`);
  else if (kind === 'import') {
    if (pick % 4 !== 0) return;
    made += 1;
    await importFile(
      t,
      `Name,Email,Company\n${of(NAMES, who)
        .replaceAll('"', '""')
        .replace(/^(.*)$/, '"$1"')},imp${made}@X.example,${of(COMPANIES, other) ?? ''}\n`,
    );
    ids.push((await t.call('GET', `/v1/contacts?q=imp${made}@x.example`)).body.data[0].id);
  } else await t.call('POST', `${at}/${kind}`);
}

interface Row {
  id: string;
  name: string;
  company: string | null;
  source: string | null;
  owner: string | null;
  fields: Record<string, unknown>;
  archived: boolean;
  created_at: number;
  updated_at: number;
  last_touch_at: number | null;
  next_follow_up_at: number | null;
  handles: { channel: string; handle: string }[];
  tags: string[];
  stage: string | null;
  texts: string[];
}
const list = (value: unknown) => JSON.parse(String(value)) as never;
/** Everybody there is, read from the rows and from nothing made for searching. */
async function everybody(): Promise<Row[]> {
  const of = (table: string, columns: string, more = '') =>
    `(select json_group_array(${columns}) from ${table} x where x.contact_id = c.id ${more})`;
  const { rows } = await t.house.deps.db.read({
    rows: statement(
      `select c.id, c.display_name, c.company, c.source, c.owner_id, c.fields, c.archived_at, c.created_at, c.updated_at, c.last_touch_at, c.next_follow_up_at,
        ${of('identities', 'json_array(x.channel, x.handle, x.display)')}, ${of('contact_tags', 'x.tag_key')},
        (select p.stage from positions p where p.contact_id = c.id and p.lifecycle = 'seven-stage'),
        ${of('interactions', 'x.summary')}, ${of('follow_ups', 'json_array(x.title, x.note, x.outcome)')}
       from contacts c where c.erased_at is null and c.merged_into is null`,
      [],
      (r): Row => {
        const handles = list(r[11]) as [string, string, string][];
        const plans = list(r[15]) as (string | null)[][];
        const told = [
          r[1],
          r[2],
          ...handles.flatMap(([, ...both]) => both),
          ...(list(r[14]) as string[]),
          ...plans.flat(),
        ];
        const text = (value: unknown) => (value === null ? null : String(value));
        const number = (value: unknown) => (value === null ? null : Number(value));
        return {
          id: String(r[0]),
          name: String(r[1]),
          company: text(r[2]),
          source: text(r[3]),
          owner: text(r[4]),
          fields: list(r[5]),
          archived: r[6] !== null,
          created_at: Number(r[7]),
          updated_at: Number(r[8]),
          last_touch_at: number(r[9]),
          next_follow_up_at: number(r[10]),
          handles: handles.map(([channel, handle]) => ({ channel, handle })),
          tags: list(r[12]),
          stage: text(r[13]),
          texts: told.filter((one) => one !== null && one !== '').map(String),
        };
      },
    ),
  });
  return rows;
}

const letterwise = (text: string) =>
  [...text].map((one) => ([...one.toLowerCase()].length === 1 ? one.toLowerCase() : one)).join('');
const loose = (text: string) =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Cf}\s]/gu, '')
    .replaceAll('ς', 'σ');
const wordsIn = (q: string) => q.split(/\s+/).filter(Boolean);
/** Each word stands somewhere as it was typed: found. Stands nowhere however it is written: not found. */
const isNamed = (row: Row, q: string) =>
  wordsIn(q).every((word) => row.texts.some((text) => letterwise(text).includes(letterwise(word))));
const mayBeNamed = (row: Row, q: string) =>
  wordsIn(q).every((word) => row.texts.some((text) => loose(text).includes(loose(word)))) ||
  (/\d{5}/.test(q.replace(/\D/g, '')) && row.handles.some(({ handle }) => handle.includes(q.replace(/\D/g, ''))));

const fragment = fc
  .tuple(
    fc.constantFrom(
      ...NAMES,
      ...NOTES,
      ...HANDLES,
      '138 0013-1001',
      '13800131002',
      '+86 138 0013 1003',
      'Lumen',
      '明达（上海）',
    ),
    fc.nat(9),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([text, from, length]) =>
    [...text]
      .slice(from % [...text].length)
      .slice(0, length)
      .join(''),
  );
const query = fc
  .oneof(
    fragment,
    fc.array(fragment, { minLength: 2, maxLength: 4 }).map((all) => all.join(' ')),
    fragment.map((one) => one.normalize('NFD')),
    fragment.map((one) => one.toUpperCase()),
    fc.constantFrom(
      '%',
      '_',
      '*',
      '?',
      '[',
      '"',
      '\\',
      'NEAR',
      'OR',
      '-',
      'NOT x',
      '\u0301',
      '（',
      '\u200b',
      '~1',
      '😀',
      "'",
      'x'.repeat(200),
    ),
    fc.constantFrom(...NAMES, ...NOTES),
  )
  .filter((q) => q.trim() !== '' && q.isWellFormed());

type Leaf = { field: string; op: string; value: unknown };
type Filter = Leaf | { all: Filter[] } | { any: Filter[] } | { not: Filter[] };
const setOps = fc.constantFrom('eq', 'ne', 'in', 'not_in', 'exists');
const keyed = (field: string, values: readonly string[]) =>
  fc.tuple(setOps, fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), fc.boolean()).map(
    ([op, many, flag]): Leaf => ({
      field,
      op,
      value: op === 'exists' ? flag : op === 'in' || op === 'not_in' ? many : many[0],
    }),
  );
const part = (field: string, values: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom('contains', 'starts_with'), values).map(([op, value]): Leaf => ({ field, op, value }));
const word = fragment.map((one) => one.trim()).filter((one) => one !== '' && one.isWellFormed());
const leafOf = () =>
  fc.oneof(
    keyed('owner', ['none', ...staff.map((one) => one.id)]),
    keyed('tag', ['grade-a', 'grade-b', 'grade-c']),
    keyed('stage', STAGES),
    keyed('source', SOURCES),
    keyed(
      'company',
      COMPANIES.filter((one) => one !== null),
    ),
    keyed('channel', ['phone', 'other', 'email']),
    keyed('fields.town', NAMES),
    part('display_name', word),
    part('company', word),
    part('handle', word),
    part('fields.town', word),
    fc
      .tuple(fc.constantFrom('lt', 'lte', 'gt', 'gte'), fc.integer({ min: 0, max: 4 }))
      .map(([op, value]): Leaf => ({ field: 'fields.size', op, value })),
    fc
      .tuple(
        fc.constantFrom('created_at', 'last_touch_at', 'next_follow_up_at'),
        fc.constantFrom('lt', 'lte', 'gt', 'gte'),
        fc.nat(12),
      )
      .map(([field, op, day]): Leaf => ({ field, op, value: new Date(Date.UTC(2026, 10, 10 + day, 8)).toISOString() })),
    fc
      .tuple(fc.constantFrom('last_touch_at', 'next_follow_up_at'), fc.boolean())
      .map(([field, value]): Leaf => ({ field, op: 'exists', value })),
  );
const filterOf = (): fc.Arbitrary<Filter> =>
  fc.letrec<{ node: Filter; leaf: Filter }>((tie) => ({
    leaf: leafOf(),
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('leaf'),
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) }),
    ),
  })).node;

/** `undefined` where a text may be told to fit or not by what it looks like. */
function fits(row: Row, filter: Filter): boolean | undefined {
  const parts = (all: Filter[]) => all.map((one) => fits(row, one));
  const every = (all: (boolean | undefined)[]) =>
    all.includes(false) ? false : all.includes(undefined) ? undefined : true;
  const some = (all: (boolean | undefined)[]) =>
    all.includes(true) ? true : all.includes(undefined) ? undefined : false;
  const no = (one: boolean | undefined) => (one === undefined ? undefined : !one);
  if ('all' in filter) return every(parts(filter.all));
  if ('any' in filter) return some(parts(filter.any));
  if ('not' in filter) return no(some(parts(filter.not)));
  const { field, op, value } = filter;
  const values = (): unknown[] => {
    if (field === 'owner') return [row.owner];
    if (field === 'tag') return row.tags;
    if (field === 'stage') return row.stage === null ? [] : [row.stage];
    if (field === 'channel') return row.handles.map((one) => one.channel);
    if (field === 'handle') return row.handles.map((one) => one.handle);
    if (field.startsWith('fields.')) return field.slice(7) in row.fields ? [row.fields[field.slice(7)]] : [];
    const own = row[(field === 'display_name' ? 'name' : field) as keyof Row];
    return own === null ? [] : [own];
  };
  const own = values();
  const wanted = (Array.isArray(value) ? value : [value]).map((one) =>
    field === 'owner' && one === 'none' ? null : one,
  );
  if (op === 'exists') return own.some((one) => one !== null) === value;
  if (op === 'eq' || op === 'in') return own.some((one) => wanted.includes(one as never));
  if (op === 'ne' || op === 'not_in') return !own.some((one) => wanted.includes(one as never));
  if (op === 'contains' || op === 'starts_with') {
    const has = (text: string, piece: string) => (op === 'contains' ? text.includes(piece) : text.startsWith(piece));
    if (own.some((one) => has(letterwise(String(one)), letterwise(String(value))))) return true;
    return own.some((one) => loose(String(one)).includes(loose(String(value)))) || /\d{4}/.test(String(value))
      ? undefined
      : false;
  }
  const than = typeof value === 'number' ? value : Date.parse(String(value));
  return own.some((one) => {
    const at = one as number;
    return op === 'lt' ? at < than : op === 'lte' ? at <= than : op === 'gt' ? at > than : at >= than;
  });
}

const SORTS = [
  '-created_at',
  'created_at',
  '-updated_at',
  'updated_at',
  'display_name',
  '-display_name',
  'last_touch_at',
  '-last_touch_at',
  'next_follow_up_at',
  '-next_follow_up_at',
] as const;
function inOrder(rows: readonly Row[], sort: string): string[] {
  const by = sort.replace('-', '') as keyof Row;
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = (row: Row) =>
    (by === ('display_name' as keyof Row)
      ? Buffer.from(row.name.replace(/[A-Z]/g, (one) => one.toLowerCase())).toString('hex')
      : row[by]) as string | number | null;
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return [...rows]
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === null && y === null) return compare(b.id, a.id);
      if (x === null || y === null) return x === null ? 1 : -1;
      return sign * (compare(x, y) || compare(a.id, b.id));
    })
    .map((row) => row.id);
}

const met = new Set<string>();
async function pages(call: Caller, ask: (cursor?: string) => [string, string, object?], between: () => Promise<void>) {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let nth = 0; nth < 200; nth += 1) {
    const [method, path, body] = ask(cursor);
    const page = await call(method, path, body);
    expect(page.status, page.text).toBe(200);
    found.push(...page.body.data.map((row: { id: string }) => row.id));
    cursor = page.body.next_cursor ?? undefined;
    if (!cursor) return found;
    met.add('pages');
    if (nth < 2) await between();
  }
  throw new Error('no end');
}

it('finds whom a look at every row would, in order, once, page by page, for every role', async () => {
  const ask = fc.record({
    q: fc.option(query, { freq: 2, nil: undefined }),
    filter: fc.option(filterOf(), { freq: 3, nil: undefined }),
    sort: fc.option(fc.constantFrom(...SORTS), { nil: undefined }),
    archived: fc.constantFrom(undefined, undefined, undefined, true, false),
    limit: fc.constantFrom(1, 3, 7, 200),
    caller: index,
    arrive: fc.boolean(),
  });
  await assertMeeting(
    fc.asyncProperty(
      fc.array(deed, { maxLength: 12 }),
      fc.array(ask, { minLength: 3, maxLength: 6 }),
      async (deeds, asked) => {
        for (const one of deeds) if (ids.length > 0 || one.kind === 'create') await run(one);
        for (const { q, filter, sort, archived, limit, caller, arrive } of asked) {
          const { name, call, ownOnly } = of(callers, caller);
          const before = await everybody();
          const listed = (row: Row) =>
            row.archived === (archived ?? false) && (!ownOnly || row.owner === null || row.owner === ownOnly);
          const must = before.filter(
            (row) => listed(row) && (q === undefined || isNamed(row, q)) && (!filter || fits(row, filter) === true),
          );
          const body = {
            ...(q === undefined ? {} : { q }),
            ...(filter ? { filter } : {}),
            ...(sort ? { sort } : {}),
            ...(archived === undefined ? {} : { archived }),
          };
          const found = await pages(
            call,
            (cursor) => [
              'POST',
              '/v1/contacts/search',
              { ...body, limit: limit < 3 && before.length > 100 ? 7 : limit, ...(cursor ? { cursor } : {}) },
            ],
            async () => {
              if (arrive) await run({ kind: 'create', who: 3, other: caller, pick: 7 });
            },
          );
          const after = new Map((await everybody()).map((row) => [row.id, row]));
          const label = JSON.stringify([name, body]);
          expect([label, found.length - new Set(found).size]).toEqual([label, 0]);
          expect([label, must.filter((row) => !found.includes(row.id))]).toEqual([label, []]);
          const wrong = found.filter((id) => {
            const row = after.get(id);
            return (
              !row ||
              !listed(row) ||
              (q !== undefined && !mayBeNamed(row, q) && !isNamed(row, q)) ||
              (filter && fits(row, filter) === false)
            );
          });
          expect([label, wrong.map((id) => after.get(id) ?? id)]).toEqual([label, []]);
          const order = sort ?? (q === undefined ? '-created_at' : undefined);
          if (order) {
            const rows = found.map((id) => after.get(id)).filter((row) => row !== undefined);
            expect([label, found]).toEqual([label, inOrder(rows, order)]);
          }
          if (must.length > 0)
            for (const what of [name, q && 'q', filter && 'filter', sort && 'sort', archived && 'archived'])
              if (what) met.add(what);
          if (filter && must.length > 0 && must.length < before.length) met.add('some');
        }
        // What is exported and counted is what is listed.
        const rows = await everybody();
        const owner = of(['none', ...staff.map((one) => one.id)], deeds.length);
        const stage = of(STAGES, asked.length);
        const filter = `owner=${owner}&stage=${stage}`;
        const want = rows.filter((row) => !row.archived && (row.owner ?? 'none') === owner && row.stage === stage);
        const lines = (await t.call('GET', `/v1/exports/contacts.ndjson?${filter}`)).text.trimEnd().split('\n');
        expect(lines.slice(0, -1).map((line) => JSON.parse(line).id)).toEqual(inOrder(want, 'created_at'));
        const counts = (await t.call('GET', `/v1/lifecycles/seven-stage/counts?owner=${owner}`)).body.data;
        const counted = counts.find((one: { stage: string }) => one.stage === stage);
        expect([filter, counted.open + counted.closed]).toEqual([filter, want.length]);
      },
    ),
    25,
    () =>
      unmet(met, ['key', 'narrow key', 'owner', 'manager', 'rep', 'q', 'filter', 'sort', 'archived', 'pages', 'some']),
  );
});
