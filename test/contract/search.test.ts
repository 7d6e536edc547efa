// Finding people: by a few characters of anything known about them, by a tree of conditions, in any order, page by page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileReader } from '../../api/src/db/file-database.ts';
import { statement } from '../../api/src/db/statement.ts';
import { findPeople } from '../../api/src/features/search/find-people.ts';
import { scan } from '../../api/src/features/search/scan.ts';
import { segmentsOf } from '../../api/src/features/search/segments.ts';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const list = async (query: string): Promise<string[]> => {
  const answer = await t.call('GET', `/v1/contacts?limit=200&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data.map((row: { display_name: string }) => row.display_name);
};
const find = (q: string, more = '') => list(`q=${encodeURIComponent(q)}${more}`);
const search = async (body: object): Promise<string[]> => {
  const answer = await t.call('POST', '/v1/contacts/search', body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data.map((row: { display_name: string }) => row.display_name);
};
/** Somebody nobody else is like. */
const somebody = (display_name: string, more: Record<string, unknown> = {}) => {
  t.clock.advance(1000);
  return createPerson(t, { display_name, ...more });
};

describe('typing a few characters', () => {
  it('finds Chinese names by one and by two characters, wherever in the name they stand', async () => {
    await somebody('欧阳鹏飞');
    await somebody('司马懿');
    for (const q of ['欧', '阳', '飞', '欧阳', '阳鹏', '鹏飞', '欧阳鹏', '欧阳鹏飞'])
      expect([q, await find(q)]).toEqual([q, ['欧阳鹏飞']]);
    for (const q of ['司飞', '飞鹏', '懿司']) expect([q, await find(q)]).toEqual([q, []]);
  });

  it('finds by any fragment of a handle, a company, and a note, in either case, all words together', async () => {
    const { id } = await somebody('Quentin', {
      company: 'Überwald Handel',
      identities: [
        { channel: 'email', handle: 'q.vex-77@Mail.example' },
        { channel: 'phone', handle: '+34 655 443 322' },
      ],
    });
    await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'call',
      direction: 'inbound',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: '想要目录和价格表',
      next: { title: 'Send brochure', due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' }, note: 'by courier' },
    });
    for (const q of [
      'vex',
      'X-77@MAIL',
      '7@m',
      '5443',
      '443 322',
      '655-443-322',
      'überw',
      'ÜBER',
      '目录',
      '价格',
      'broch',
      'courier',
      'quentin 目录 uber' /* no */,
    ])
      expect([q, await find(q)]).toEqual([q, q.endsWith('uber') ? [] : ['Quentin']]);
    expect(await find('quen 目录 handel')).toEqual(['Quentin']);
  });

  it('puts the exact handle first, then names that begin so by name, then others, the newest first', async () => {
    const noted = await somebody('Noted');
    await t.call('POST', `/v1/contacts/${noted.id}/interactions`, {
      kind: 'note',
      direction: 'none',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: 'asked for mirabel',
    });
    await somebody('Exact', { identities: [{ channel: 'wechat', handle: 'mirabel' }] });
    await somebody('Mirabel One');
    await somebody('Aunt Mirabel');
    await somebody('mirabel two');
    await somebody('Uncle', { company: 'Mirabel & Sons' });
    expect(await find('mirabel')).toEqual(['Exact', 'Mirabel One', 'mirabel two', 'Uncle', 'Aunt Mirabel', 'Noted']);
    expect(await find('mirabel', '&sort=created_at')).toEqual([
      'Noted',
      'Exact',
      'Mirabel One',
      'Aunt Mirabel',
      'mirabel two',
      'Uncle',
    ]);
  });

  it('finds by the last of many words too, wherever each of them stands', async () => {
    const name = 'ab cd ef gh ij kl mn op qr st uv wx';
    const { id } = await somebody(name);
    await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'note',
      direction: 'none',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: 'thirteenth',
    });
    for (const sort of ['', '&sort=created_at']) {
      expect(await find(`${name} thirteenth`, sort)).toEqual([name]);
      expect(await find(`${name} fourteenth`, sort)).toEqual([]);
    }
  });

  it('finds a text as it stands, in whichever form of Unicode it came, and in either case', async () => {
    const composed = 'Zoë Nguyễn';
    const apart = composed.normalize('NFD');
    await somebody(composed, { company: 'Composed' });
    await somebody(apart, { company: 'Decomposed' });
    for (const q of [composed, apart, 'Zoë', 'OË'.normalize('NFD'), 'nguyễn'])
      expect([q, (await find(q)).toSorted()]).toEqual([q, [apart, composed].toSorted()]);
  });

  it('finds signs and letters of full width as they stand, and those of a Chinese text by the narrow ones too', async () => {
    const { id } = await somebody('明达（中国）ＡＢＣ');
    await t.call('POST', `/v1/contacts/${id}/interactions`, {
      kind: 'note',
      direction: 'none',
      occurred_at: '2026-11-21T08:00:00Z',
      summary: '问价格，再联系：㈱',
    });
    for (const q of ['（中国）', '(中国)', '（', 'ＡＢＣ', 'ａｂｃ', '格，再', '，', '㈱'])
      expect([q, await find(q)]).toEqual([q, ['明达（中国）ＡＢＣ']]);
  });

  it('finds letters whose other case is no single letter, or not the only one, by one, two and more of them', async () => {
    await somebody('Ali İbrahim Γιώργος');
    for (const q of ['İbrahim', 'İb', 'İ', 'γος', 'ος', 'ς', 'ΓΙΏΡΓΟΣ', 'ΟΣ'])
      expect([q, await find(q)]).toEqual([q, ['Ali İbrahim Γιώργος']]);
  });

  it('finds by what was copied off a page with the invisible characters around it', async () => {
    await somebody('Copied', { identities: [{ channel: 'phone', handle: '+34 655 443 399' }] });
    for (const q of ['\u202a+34 655 443 399\u202c', '\u200b +34655443399', '\u200eCopied\u200e'])
      expect([q, await find(q)]).toEqual([q, ['Copied']]);
    expect(await find('\u200b')).toEqual([]);
  });

  it('takes signs for what they are', async () => {
    await somebody('50% "off" AND_more*');
    for (const q of ['%', '50%', '"off"', 'AND_', '*', 'd_m'])
      expect([q, await find(q)]).toEqual([q, ['50% "off" AND_more*']]);
    for (const q of ['5%%', '_off', 'more?', '""']) expect([q, await find(q)]).toEqual([q, []]);
  });

  it('follows every change at once, and forgets who is archived or erased', async () => {
    const { id } = await somebody('Wolfram', { company: 'Old Forge' });
    const path = `/v1/contacts/${id}`;
    await t.call('PATCH', path, { display_name: 'Tungsten', company: 'New Forge' });
    expect([await find('wolfram'), await find('old forge'), await find('tungst')]).toEqual([[], [], ['Tungsten']]);
    const added = await t.call('POST', `${path}/identities`, { channel: 'wechat', handle: 'w74-metal' });
    expect(await find('74-met')).toEqual(['Tungsten']);
    await t.call('DELETE', `/v1/identities/${added.body.identity.id}`);
    expect(await find('74-met')).toEqual([]);
    await t.call('POST', `${path}/archive`);
    expect([await find('tungst'), await find('tungst', '&archived=true')]).toEqual([[], ['Tungsten']]);
    const { version } = (await t.call('GET', path)).body;
    await t.call('DELETE', path, undefined, { 'if-match': `"${version}"` });
    expect([await find('tungst'), await find('tungst', '&archived=true')]).toEqual([[], []]);
  });

  it('shows a rep of their own only what they may see', async () => {
    const own = await startHouse();
    try {
      const [a, b] = [await signIn(own, 'rep'), await signIn(own, 'rep')];
      await a.call('POST', '/v1/contacts', newPerson({ display_name: 'Amelia Stone' }));
      await b.call('POST', '/v1/contacts', newPerson({ display_name: 'Boris Stone' }));
      await own.call('PATCH', '/v1/settings', { visibility: 'own' });
      const names = async (path: string, body?: object) =>
        (await a.call(body ? 'POST' : 'GET', path, body)).body.data.map(
          (row: { display_name: string }) => row.display_name,
        );
      expect(await names('/v1/contacts?q=stone')).toEqual(['Amelia Stone']);
      expect(
        await names('/v1/contacts/search', { filter: { field: 'display_name', op: 'contains', value: 'stone' } }),
      ).toEqual(['Amelia Stone']);
    } finally {
      await own.close();
    }
  });
});

describe('a list in an order', () => {
  let h: TestHouse;
  beforeAll(async () => {
    h = await startHouse();
    for (let i = 0; i < 30; i++) {
      if (i % 3 === 0) h.clock.advance(60_000);
      const { id } = await createPerson(h, {
        display_name: ['bob', 'Ann', '张伟', 'Åsa', 'ann'][i % 5],
        source: i % 2 ? 'fair' : 'web',
      });
      if (i % 3 === 0)
        await h.call('POST', `/v1/contacts/${id}/interactions`, {
          kind: 'call',
          direction: 'inbound',
          occurred_at: `2026-11-2${i % 2}T08:00:00Z`,
          summary: '',
        });
      if (i % 4 === 0)
        await h.call('POST', '/v1/follow-ups', {
          contact_id: id,
          title: 'Call',
          due: { local: `2026-12-0${1 + (i % 3)}T10:00`, zone: 'UTC' },
        });
    }
  });
  afterAll(() => h.close());

  const shownAs: Record<string, (row: never) => string | null> = {
    created_at: (row: { created_at: string }) => row.created_at,
    updated_at: (row: { updated_at: string }) => row.updated_at,
    display_name: (row: { display_name: string }) =>
      Buffer.from(row.display_name.replace(/[A-Z]/g, (one) => one.toLowerCase())).toString('hex'),
    last_touch_at: (row: { last_touch_at: string | null }) => row.last_touch_at,
    next_follow_up_at: (row: { next_follow_up_at: string | null }) => row.next_follow_up_at,
  };

  it.each(Object.keys(shownAs).flatMap((name) => [name, `-${name}`]))(
    '%s gives everybody once though people arrive between pages, those without a value last',
    async (sort) => {
      const whole = (await h.call('GET', `/v1/contacts?limit=200&sort=${sort}`)).body.data;
      const wanted = whole.map((row: { id: string }) => row.id);
      const values = whole.map(shownAs[sort.replace('-', '')]) as (string | null)[];
      const filled = values.filter((value) => value !== null);
      expect(filled.toSorted((x, y) => (sort.startsWith('-') ? -1 : 1) * (x < y ? -1 : x > y ? 1 : 0))).toEqual(filled);
      expect(values.slice(filled.length).every((value) => value === null)).toBe(true);
      const seen: string[] = [];
      let cursor = '';
      for (let pages = 0; pages < 50; pages++) {
        const page = await h.call('GET', `/v1/contacts?limit=4&sort=${sort}${cursor}`);
        seen.push(...page.body.data.map((row: { id: string }) => row.id));
        if (!page.body.next_cursor) break;
        cursor = `&cursor=${page.body.next_cursor}`;
        if (pages < 4) await createPerson(h, { display_name: ['aaa', 'zzz', 'mmm', '李'][pages] });
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => wanted.includes(id))).toEqual(wanted);
    },
  );

  it('is the same read from an index, straight on or in windows', async () => {
    const { db } = h.house.deps;
    const criteria = {
      where: [
        { sql: 'c.erased_at is null', args: [] },
        { sql: 'c.archived_at is null', args: [] },
        { sql: "c.source = 'fair'", args: [] },
      ],
      sources: [{ sql: "select o.id from contacts o where o.source is not null and o.source = 'fair'", args: [] }],
    };
    for (const key of ['c.created_at', 'lower(c.display_name)', null])
      for (const direction of ['asc', 'desc'] as const) {
        const segments = [{ ...criteria, key, direction }];
        const ids = async (small: number, window: number, step: number) => {
          const found: string[] = [];
          let page = await scan(db, segments, undefined, step, { small, window, texts: window });
          while (page.length > 0) {
            found.push(...page.map((one) => one.contact.id));
            page = await scan(db, segments, page.at(-1)?.place, step, { small, window, texts: window });
          }
          return found;
        };
        const want = await ids(2000, 2000, 200);
        expect(want).toHaveLength(15);
        for (const [small, window, step] of [
          [0, 1, 4],
          [0, 2, 200],
          [0, 7, 3],
          [2000, 2, 3],
        ] as const)
          expect(await ids(small, window, step)).toEqual(want);
      }
  });

  it('of hardly anybody is read a few people at a time, and the archived without a look at the others', async () => {
    const { db } = h.house.deps;
    const gone = (await createPerson(h, { display_name: 'Gone' })).id;
    await h.call('POST', `/v1/contacts/${gone}/archive`);
    const reads: { sql: string; args: readonly unknown[] }[] = [];
    const watched = {
      ...db,
      read: (asked: Parameters<typeof db.read>[0]) => {
        reads.push(...Object.values(asked));
        return db.read(asked);
      },
    } as typeof db;
    const nobody = { where: [{ sql: 'c.archived_at is not null', args: [] }], sources: [] };
    const segment = { ...nobody, key: 'c.created_at', direction: 'desc' } as const;
    await scan(watched, [segment], undefined, 2, { small: 0, window: 3, texts: 3 });
    expect(reads.length).toBeGreaterThan(30 / 3);
    reads.length = 0;
    const call = { actor: { kind: 'key', id: 'key_x' }, deps: { ...h.house.deps, db: watched } } as never;
    const query = { criteria: { where: [], sources: [] }, binding: 'x', limit: 50 };
    const found = await findPeople(call, { ...query, archived: true, sort: '-created_at' });
    expect(found.people.map((one) => one.displayName)).toEqual(['Gone']);
    const { sql, args } = reads.at(-1) ?? { sql: '', args: [] };
    const reader = openFileReader(h.file);
    const plan = await reader.read({
      steps: statement(`explain query plan ${sql}`, args as never, (r) => String(r[3])),
    });
    reader.close();
    expect(plan.steps.join('\n')).toContain('INDEX contacts_archived');
    expect(plan.steps.filter((step) => /^SCAN (c|o|contacts)\b/.test(step) && !step.includes('INDEX'))).toEqual([]);
  });

  it('is the same for what was typed: by the index of the words, from people picked otherwise, straight on or in windows', async () => {
    const company = 'Windowed & Co';
    const made: string[] = [];
    for (let nth = 0; nth < 23; nth++) {
      const source = nth % 3 === 0 ? 'by window' : 'by door';
      made.unshift((await createPerson(h, { display_name: `Nobody ${nth}`, company, source })).id);
    }
    const listed = { where: [{ sql: 'c.erased_at is null', args: [] }], sources: [] };
    const door = { sql: 'select o.id from contacts o where o.source = ?', args: ['by door'] };
    const byDoor = { where: [...listed.where, { sql: "c.source = 'by door'", args: [] }], sources: [door] };
    for (const typed of ['windowed', 'windowed nobody', 'windowed &', 'co windowed'])
      for (const [criteria, wanted] of [
        [listed, made],
        [byDoor, made.filter((_, i) => (made.length - 1 - i) % 3 !== 0)],
      ] as const) {
        const segments = segmentsOf(h.house.deps, criteria, typed, 'relevance');
        for (const [small, window, step] of [
          [2000, 2000, 200],
          [0, 1, 200],
          [0, 7, 3],
          [2000, 2, 5],
        ] as const) {
          const found: string[] = [];
          for (
            let page = await scan(h.house.deps.db, segments, undefined, step, { small, window, texts: window });
            page.length > 0;
          ) {
            found.push(...page.map((one) => one.contact.id));
            page = await scan(h.house.deps.db, segments, page.at(-1)?.place, step, { small, window, texts: window });
          }
          expect([typed, small, window, found]).toEqual([typed, small, window, wanted]);
        }
      }
  });
});

describe('a search with a filter', () => {
  beforeAll(async () => {
    const grades = ['grade-a', 'grade-b', undefined];
    for (const [i, name] of ['Fa', 'Fb', 'Fc', 'Fd', 'Fe', 'Ff'].entries()) {
      const grade = grades[i % 3];
      await somebody(name, {
        source: 'filtered',
        ...(i % 2 ? { company: 'Lumen' } : {}),
        ...(grade ? { tags: [grade] } : {}),
        stages: { 'seven-stage': i < 3 ? 'lead' : 'mql', ...(i === 5 ? { 'lead-chain': 'ml' } : {}) },
        fields: { size: i * 10, ...(i % 2 ? { vip: true } : {}), ...(i === 0 ? { note: 'Hello' } : {}) },
      });
    }
  });
  const mine = { field: 'source', op: 'eq', value: 'filtered' };
  const among = (...more: object[]) => search({ filter: { all: [mine, ...more] }, sort: 'display_name' });
  const leaf = (field: string, op: string, value: unknown, more = {}) => ({ field, op, value, ...more });

  it.each([
    [leaf('stage', 'eq', 'lead'), 'Fa Fb Fc'],
    [leaf('stage', 'not_in', ['lead']), 'Fd Fe Ff'],
    [leaf('stage', 'eq', 'ml', { lifecycle: 'lead-chain' }), 'Ff'],
    [leaf('stage', 'exists', false, { lifecycle: 'lead-chain' }), 'Fa Fb Fc Fd Fe'],
    [leaf('tag', 'in', ['grade-a', 'grade-b']), 'Fa Fb Fd Fe'],
    [leaf('tag', 'exists', false), 'Fc Ff'],
    [leaf('company', 'ne', 'Lumen'), 'Fa Fc Fe'],
    [leaf('company', 'contains', 'UME'), 'Fb Fd Ff'],
    [{ not: [leaf('company', 'starts_with', 'lum')] }, 'Fa Fc Fe'],
    [leaf('company', 'exists', true), 'Fb Fd Ff'],
    [leaf('owner', 'eq', 'none'), 'Fa Fb Fc Fd Fe Ff'],
    [leaf('owner', 'ne', 'me'), 'Fa Fb Fc Fd Fe Ff'],
    [leaf('channel', 'eq', 'email'), 'Fa Fb Fc Fd Fe Ff'],
    [leaf('channel', 'in', ['phone', 'wechat']), ''],
    [leaf('text', 'contains', 'fd lum'), 'Fd'],
    [leaf('fields.size', 'gte', 30), 'Fd Fe Ff'],
    [leaf('fields.size', 'in', [0, 20, '30']), 'Fa Fc'],
    [leaf('fields.size', 'not_in', [0, 20, '30', true]), 'Fb Fd Fe Ff'],
    [leaf('fields.vip', 'in', [true, 1, 'true']), 'Fb Fd Ff'],
    [leaf('fields.vip', 'eq', true), 'Fb Fd Ff'],
    [leaf('fields.vip', 'ne', true), 'Fa Fc Fe'],
    [leaf('fields.note', 'contains', 'ell'), 'Fa'],
    [leaf('fields.note', 'exists', false), 'Fb Fc Fd Fe Ff'],
    [leaf('last_touch_at', 'exists', false), 'Fa Fb Fc Fd Fe Ff'],
    [leaf('created_at', 'lt', '2026-11-21T08:00:00Z'), ''],
    [leaf('created_at', 'gt', '2026-11-21T09:00:00+01:00'), 'Fa Fb Fc Fd Fe Ff'],
    [
      { any: [leaf('display_name', 'eq', 'Fa'), { all: [leaf('stage', 'eq', 'mql'), leaf('tag', 'eq', 'grade-b')] }] },
      'Fa Fe',
    ],
    [{ not: [leaf('display_name', 'in', ['Fa', 'Fb']), leaf('stage', 'eq', 'mql')] }, 'Fc'],
  ])('%j finds %s', async (filter, names) => {
    expect((await among(filter)).join(' ')).toBe(names);
  });

  it('compares texts as a search for words does: in any form of Unicode, letters in either case', async () => {
    const handle = 'Élodie-Ü.77';
    const name = 'Žofie Ångström';
    await somebody(name, { identities: [{ channel: 'other', handle }], fields: { town: 'Île d’Or' } });
    for (const value of ['Élodie', 'éLODIE', 'Élodie'.normalize('NFD')])
      for (const op of ['contains', 'starts_with'])
        expect([op, value, await search({ filter: leaf('handle', op, value) })]).toEqual([op, value, [name]]);
    for (const filter of [
      leaf('display_name', 'contains', 'ÅNGS'),
      leaf('display_name', 'starts_with', 'ŽOFIE å'),
      leaf('fields.town', 'contains', 'ÎLE D’'),
      leaf('fields.town', 'starts_with', 'île'),
    ])
      expect([filter, await search({ filter })]).toEqual([filter, [name]]);
    for (const filter of [
      leaf('handle', 'starts_with', 'lodie'),
      leaf('display_name', 'starts_with', 'Å'),
      leaf('display_name', 'contains', 'ž?fie'),
      leaf('fields.town', 'starts_with', '*'),
    ])
      expect([filter, await search({ filter })]).toEqual([filter, []]);
  });

  it('joins words and filter, and narrows to one by handle', async () => {
    expect(await search({ q: 'lumen', filter: mine })).toEqual(['Ff', 'Fd', 'Fb']);
    const one = (await t.call('GET', '/v1/contacts?q=Fd')).body.data[0];
    expect(await search({ filter: leaf('handle', 'eq', one.identities[0].handle.toUpperCase()) })).toEqual(['Fd']);
  });

  it('pages, and refuses the cursor of another filter, order, words or list with 400', async () => {
    const filter = { all: [mine, leaf('stage', 'eq', 'lead')] };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t.call('POST', '/v1/contacts/search', {
        filter,
        limit: 1,
        sort: '-display_name',
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.body.data.map((row: { display_name: string }) => row.display_name));
      cursor = page.body.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['Fc', 'Fb', 'Fa']);
    const { next_cursor } = (await t.call('POST', '/v1/contacts/search', { filter, limit: 1 })).body;
    for (const other of [
      { filter: mine },
      { filter, sort: 'display_name' },
      { filter, q: 'f' },
      { filter, archived: true },
    ]) {
      const refused = await t.call('POST', '/v1/contacts/search', { ...other, limit: 1, cursor: next_cursor });
      expect([refused.status, refused.body.code]).toEqual([400, 'cursor-invalid']);
    }
    expect((await t.call('GET', `/v1/contacts?cursor=${next_cursor}`)).status).toBe(400);
    expect((await t.call('POST', '/v1/contacts/search', { filter, limit: 200, cursor: next_cursor })).status).toBe(200);
  });

  it('compares a field with what it holds, white space around it too', async () => {
    await somebody('Padded', { fields: { code: ' A 7 ' } });
    const by = (op: string, value: unknown) => search({ filter: leaf('fields.code', op, value) });
    expect([await by('eq', ' A 7 '), await by('in', ['A 7', ' A 7 ']), await by('eq', 'A 7')]).toEqual([
      ['Padded'],
      ['Padded'],
      [],
    ]);
    expect([await by('starts_with', ' a'), await by('starts_with', 'A'), await by('contains', '7 ')]).toEqual([
      ['Padded'],
      [],
      ['Padded'],
    ]);
  });

  it('takes fifty conditions each as deep as may be, and reads no filter of far more to its end', async () => {
    const deep = (one: object) => ({ all: [{ any: [{ all: [one] }] }] });
    const fifty = { any: Array.from({ length: 50 }, (_, i) => deep(leaf('source', 'eq', i ? `no ${i}` : 'filtered'))) };
    expect(await search({ filter: fifty, sort: 'display_name' })).toEqual(['Fa', 'Fb', 'Fc', 'Fd', 'Fe', 'Ff']);
    const of = (part: unknown) => ({ all: Array.from({ length: 60 }, () => part) });
    for (const part of [1, {}]) {
      const refused = await t.call('POST', '/v1/contacts/search', { filter: of(of(of(part))) });
      expect([refused.status, refused.body.code]).toEqual([422, 'validation-failed']);
      expect(refused.body.errors.length).toBeLessThan(1000);
    }
  });

  it('names every fault of a filter at once, each where it stands', async () => {
    const before = await readTables(t.house);
    const answer = await t.call('POST', '/v1/contacts/search', {
      filter: {
        all: [
          { field: 'stge', op: 'eq', value: 'lead' },
          { field: 'stage', op: 'eq', value: 'leed' },
          { field: 'stage', op: 'like', value: 'lead', lifecycle: 'nine' },
          { field: 'created_at', op: 'eq', value: 'x' },
          { field: 'created_at', op: 'lt', value: '2026-11-21' },
          { field: 'tag', op: 'in', value: [] },
          { field: 'tag', op: 'exists', value: 'yes' },
          { any: [] },
          { any: [mine], all: [mine] },
          { field: 'tag', op: 'eq', vale: 'x' },
          'lead',
          { field: 'company', op: 'eq', value: 'x'.repeat(201) },
          { not: [{ any: [{ all: [{ any: [{ not: [mine] }] }] }] }] },
        ],
      },
      limit: 0,
      colour: 'red',
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
    expect(answer.body.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual(
      [
        '/colour',
        '/limit',
        '/filter/all/0/field',
        '/filter/all/1/value',
        '/filter/all/2/lifecycle',
        '/filter/all/2/op',
        '/filter/all/3/op',
        '/filter/all/4/value',
        '/filter/all/5/value',
        '/filter/all/6/value',
        '/filter/all/7/any',
        '/filter/all/8/any',
        '/filter/all/9/vale',
        '/filter/all/9/value',
        '/filter/all/10',
        '/filter/all/11/value',
        '/filter/all/12/not/0/any/0/all/0/any',
      ].sort(),
    );
    const named = await t.call('POST', '/v1/contacts/search', {
      filter: {
        all: [
          { field: 'tag', op: 'in', value: ['grade-a', 'grade-x'] },
          { not: [{ field: 'owner', op: 'eq', value: 'stf_nobody' }] },
          { field: 'stage', op: 'eq', value: 'leed' },
        ],
      },
    });
    expect(named.body.errors).toMatchObject([
      {
        pointer: '/filter/all/0/value/1',
        code: 'tag-unknown',
        detail: expect.stringMatching(/Did you mean "grade-."/),
      },
      { pointer: '/filter/all/1/not/0/value', code: 'staff-unknown' },
      { pointer: '/filter/all/2/value', code: 'stage-unknown', detail: 'Did you mean "lead"?' },
    ]);
    const wide = await t.call('POST', '/v1/contacts/search', {
      filter: { any: Array.from({ length: 51 }, () => mine) },
    });
    expect([wide.status, wide.body.errors[0].code]).toEqual([422, 'limit-out-of-range']);
    const alone = await t.call('POST', '/v1/contacts/search', { sort: 'relevance' });
    expect([alone.status, alone.body.errors[0].pointer]).toEqual([422, '/sort']);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('is a read: an Idempotency-Key sent along stays free for a write', async () => {
    const headers = { 'idempotency-key': 'search-then-write' };
    expect((await t.call('POST', '/v1/contacts/search', {}, headers)).status).toBe(200);
    expect((await t.call('POST', '/v1/contacts', newPerson(), headers)).status).toBe(201);
  });
});
