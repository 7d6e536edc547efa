// Reports over HTTP: the figures of the domain on real rows, in JSON and CSV, by who may see what, in a thread of their own.
import { statement } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const move = async (id: string, to: string, more: object = {}) => {
  const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, { to, ...more });
  if (moved.status !== 201) throw new Error(moved.text);
  return moved.body;
};
const step = (body: { data: { stage: string | null }[] }, stage: string) =>
  body.data.find((row) => row.stage === stage);
const names = ['funnel', 'time-in-stage', 'pools', 'reasons', 'validity', 'conversion', 'cohorts', 'coverage'] as const;

describe('a report', () => {
  it('F1 mall funnel: external first count, then each step with its rate, naming method, n, parameters and ledger seq', async () => {
    const own = await startHouse();
    try {
      const stages = ['lead', 'lead', 'lead', 'mql', 'mql', 'customer'];
      for (const to of stages) await own.call('POST', '/v1/contacts', newPerson({ stages: { 'seven-stage': to } }));
      const path = '/v1/reports/funnel?steps=lead,mql,customer&external_first=60';
      const { status, body } = await own.call('GET', path);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        report: 'funnel',
        method: { key: 'funnel-first-entry', version: 3 },
        n: 6,
        ledger_seq: 6,
        event_seq: null,
        parameters: {
          lifecycle: 'seven-stage',
          steps: ['lead', 'mql', 'customer'],
          external_first: 60,
          as_of: '2026-11-21T08:01:00.000Z',
        },
      });
      expect(body.data.map((row: Record<string, unknown>) => [row.stage, row.reached, row.rate_from_previous])).toEqual(
        [
          [null, 60, null],
          ['lead', 6, 0.1],
          ['mql', 3, 0.5],
          ['customer', 1, 0.3333],
        ],
      );
    } finally {
      await own.close();
    }
  });

  it('looks at the instant of a move that takes effect a moment ahead, as positions do', async () => {
    const ahead = new Date(t.clock.now() + 50_000).toISOString();
    for (const path of [`funnel?as_of=${ahead}`, `pools.csv?as_of=${ahead}&known_at=${ahead}`])
      expect([path, (await t.call('GET', `/v1/reports/${path}`)).status]).toEqual([path, 200]);
  });

  it('counts no undone move, and a back-dated one when it took effect; known_at shows what was known before', async () => {
    const at = t.clock.now();
    const { id } = await createPerson(t, { source: 'as-of' });
    const moved = await move(id, 'customer');
    const funnel = async (more = '') => (await t.call('GET', `/v1/reports/funnel?source=as-of${more}`)).body;
    expect(step(await funnel(), 'customer')).toMatchObject({ reached: 1 });
    t.clock.advance(1000);
    await t.call('POST', `/v1/transitions/${moved.transition.id}/undo`);
    expect(step(await funnel(), 'customer')).toMatchObject({ reached: 0 });
    expect(step(await funnel(`&known_at=${new Date(at).toISOString()}`), 'customer')).toMatchObject({ reached: 1 });
    t.clock.advance(86_400_000);
    await move(id, 'mql', { effective_at: new Date(at + 60_000).toISOString() });
    const asOf = (ms: number) => funnel(`&as_of=${new Date(at + ms).toISOString()}`);
    expect(step(await asOf(59_000), 'mql')).toMatchObject({ reached: 0 });
    expect(step(await asOf(60_000), 'mql')).toMatchObject({ reached: 1, entered: 1 });
  });

  it('is counted once for the same question on the same ledger, also when asked at once, and anew after a move', async () => {
    const { counts } = t.house.deps.reports;
    const { id } = await createPerson(t);
    const path = '/v1/reports/time-in-stage?from=2026-11-01T00:00:00Z';
    const before = counts.computed;
    const answers = await Promise.all(Array.from({ length: 5 }, () => t.call('GET', path)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(counts.computed).toBe(before + 1);
    // A tag is no row of the ledger; a report by source stands on more than that.
    await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] });
    expect((await t.call('GET', path)).text).toBe(answers[0]?.text);
    expect(counts.computed).toBe(before + 1);
    await move(id, 'lead');
    const after = await t.call('GET', path);
    expect(after.body.ledger_seq).toBe(answers[0]?.body.ledger_seq + 1);
    expect(counts.computed).toBe(before + 2);
  });

  it('of sources sees a changed source at once', async () => {
    const { id } = await createPerson(t, { source: 'old' });
    const sources = async () =>
      (await t.call('GET', '/v1/reports/conversion?by=source')).body.data.map((row: { key: string }) => row.key);
    expect(await sources()).toContain('old');
    await t.call('PATCH', `/v1/contacts/${id}`, { source: 'new' });
    expect(await sources()).not.toContain('old');
  });

  it.each(names)(
    '%s gives the same rows as CSV by Accept and by address, each line saying where it is from',
    async (name) => {
      const { body } = await t.call('GET', `/v1/reports/${name}`);
      const asked = await t.call('GET', `/v1/reports/${name}`, undefined, { accept: 'text/csv' });
      const addressed = await t.call('GET', `/v1/reports/${name}.csv`);
      expect(asked.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(addressed.text).toBe(asked.text);
      const [head = '', ...lines] = asked.text.trimEnd().split('\r\n');
      expect(lines).toHaveLength(body.data.length);
      if (body.data[0]) expect(head.split(',').slice(0, -6)).toEqual(Object.keys(body.data[0]));
      expect(head.split(',').slice(-6)).toEqual(['report', 'method', 'parameters', 'n', 'ledger_seq', 'event_seq']);
      for (const line of lines) expect(line).toContain(`${name},${body.method.key}/${body.method.version}`);
    },
  );

  it('lets no source run as a formula in a spreadsheet', async () => {
    await createPerson(t, { source: '=HYPERLINK("http://x","y")' });
    const { text } = await t.call('GET', '/v1/reports/validity.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  });

  it.each([
    ['funnel?steps=lead,nowhere', '?steps', 'stage-unknown'],
    ['funnel?steps=lead,lead', '?steps', 'value-unfit'],
    ['funnel?from=2026-11-21T00:00:00Z&to=2026-11-20T00:00:00Z', '?to', 'value-unfit'],
    ['funnel?as_of=2030-01-01T00:00:00Z', '?as_of', 'effective-in-future'],
    ['funnel?known_at=2030-01-01T00:00:00Z', '?known_at', 'value-unfit'],
    ['cohorts.csv?known_at=2030-01-01T00:00:00Z', '?known_at', 'value-unfit'],
    ['funnel?lifecycle=nothing', '?lifecycle', 'lifecycle-unknown'],
    ['funnel?external_first=-1', '?external_first', 'field-invalid'],
    ['funnel?stepps=lead', '?stepps', 'parameter-unknown'],
    ['conversion?start=sql&goal=lead', '?goal', 'limit-out-of-range'],
    ['conversion?lifecycle=whole-life&goal=lost', '?goal', 'value-unfit'],
    ['validity?lifecycle=whole-life&qualifies=lost', '?qualifies', 'value-unfit'],
    ['cohorts?ages=61', '?ages', 'limit-out-of-range'],
    ['pools?by=day', '?by', 'field-invalid'],
    ['coverage.csv?days=0', '?days', 'limit-out-of-range'],
  ])('refuses %s at %s', async (path, pointer, code) => {
    const { status, body } = await t.call('GET', `/v1/reports/${path}`);
    expect([status, body.errors[0]?.pointer, body.errors[0]?.code]).toEqual([422, pointer, code]);
  });
});

describe('who sees what in a report', () => {
  it('a rep their own people and the pool where the company says so; managers, analysts and keys everybody', async () => {
    const own = await startHouse();
    try {
      const [mine, theirs, analyst] = [
        await signIn(own, 'rep'),
        await signIn(own, 'rep'),
        await signIn(own, 'analyst'),
      ];
      for (const call of [mine.call, theirs.call, theirs.call]) await call('POST', '/v1/contacts', newPerson());
      await own.call('POST', '/v1/contacts', newPerson());
      const n = async (call: typeof mine.call, path = 'funnel') =>
        (await call('GET', `/v1/reports/${path}`)).body.n as number;
      expect(await n(mine.call)).toBe(4);
      await own.call('PATCH', '/v1/settings', { visibility: 'own' });
      expect([await n(mine.call), await n(theirs.call), await n(analyst.call), await n(own.call)]).toEqual([
        2, 3, 4, 4,
      ]);
      expect([await n(mine.call, 'coverage'), await n(mine.call, 'funnel?owner=me')]).toEqual([2, 1]);
      expect(await n(mine.call, `funnel?owner=${theirs.id}`)).toBe(0);
      const coverage = (await mine.call('GET', '/v1/reports/coverage')).body.data;
      const staff = coverage.find((row: { share_of: string }) => row.share_of === 'staff');
      expect(staff).toMatchObject({ part: 1, whole: 1 });
      expect(JSON.stringify(coverage)).not.toContain(theirs.id);
    } finally {
      await own.close();
    }
  });

  it('P15 coverage: of owned people, those with a next step; N6 seven measured shares beside it', async () => {
    const own = await startHouse();
    try {
      const rep = await signIn(own, 'rep');
      const first = (await rep.call('POST', '/v1/contacts', newPerson())).body;
      await rep.call('POST', '/v1/contacts', newPerson());
      const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
      await rep.call('POST', '/v1/follow-ups', { contact_id: first.id, title: 'Call', due });
      const { data } = (await own.call('GET', '/v1/reports/coverage')).body;
      const shares = Object.fromEntries(
        data.map((row: Record<string, unknown>) => [`${row.share_of} ${row.owner ?? ''}`.trim(), row.share]),
      );
      expect(shares).toMatchObject({
        'next-step': 0.5,
        [`next-step ${rep.id}`]: 0.5,
        staff: 1,
        customer: 1,
        training: 0,
      });
      for (const one of ['staff', 'boss', 'management', 'product', 'marketing', 'training', 'customer'])
        expect(Object.keys(shares)).toContain(one);
    } finally {
      await own.close();
    }
  });

  it('P15 coverage leaves out who is closed, and has them back when reopened', async () => {
    const own = await startHouse();
    try {
      const { id } = (await own.call('POST', '/v1/contacts', newPerson({ stages: { 'seven-stage': 'mql' } }))).body;
      await own.call('POST', '/v1/contacts', newPerson());
      const n = async () => (await own.call('GET', '/v1/reports/coverage')).body.n;
      await own.call('POST', `/v1/contacts/${id}/close`, { outcome: 'lost', reason: { code: 'price' } });
      expect(await n()).toBe(1);
      await own.call('POST', `/v1/contacts/${id}/reopen`);
      expect(await n()).toBe(2);
    } finally {
      await own.close();
    }
  });
});

describe('the report thread', () => {
  it('ends a report nobody waits for, and goes on with the next', async () => {
    const own = await startHouse();
    try {
      await manyRows(own, 60_000);
      const { counts } = own.house.deps.reports;
      const gone = new AbortController();
      const asked = own.house.app.request('/v1/reports/funnel', {
        headers: { authorization: `Bearer ${own.key}` },
        signal: gone.signal,
      });
      await turns(() => counts.started > 0);
      gone.abort();
      await Promise.resolve(asked).catch(() => undefined);
      const { body } = await own.call('GET', '/v1/reports/pools');
      expect(body.n).toBe(12_000);
      expect(counts).toMatchObject({ computed: 1, cancelled: 1 });
    } finally {
      await own.close();
    }
  });

  it('keeps cards quick while it counts: no card waits for a report', async () => {
    const own = await startHouse();
    try {
      const { id } = (await own.call('POST', '/v1/contacts', newPerson())).body;
      await own.call('GET', `/v1/contacts/${id}/card`);
      await manyRows(own, 60_000);
      let done = false;
      const report = own.call('GET', '/v1/reports/time-in-stage').finally(() => {
        done = true;
      });
      let during = 0;
      while (!done) {
        await own.call('GET', `/v1/contacts/${id}/card`);
        if (!done) during++;
        // Requests in this process never leave the loop by themselves, as ones over a socket do.
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect((await report).body.ledger_seq).toBe(60_001);
      expect(during).toBeGreaterThan(10);
    } finally {
      await own.close();
    }
  });

  it('reads people whole, however the pages of rows fall, also one with more rows than several pages', async () => {
    const own = await startHouse();
    try {
      await manyRows(own, 60_000);
      await own.house.deps.db.write({
        load: {},
        plan: () => ({
          statements: [
            statement(
              `with recursive n(i) as (select 1 union all select i + 1 from n where i < 25000)
                insert into transitions (id, contact_id, lifecycle, lifecycle_version, to_stage, direction, effective_at, recorded_at, actor, source)
                select 'trn_x' || i, printf('con_%026d', 7000), 'seven-stage', 1, case i % 2 when 1 then 'lead' else 'mql' end, 'forward', 9000000 + i, 9000000 + i, 'system:system', 'import' from n`,
            ),
          ],
          answer: () => undefined,
        }),
      });
      expect((await own.call('GET', '/v1/reports/funnel?count=visits')).body.n).toBe(85_000);
      expect((await own.call('GET', '/v1/reports/funnel')).body.n).toBe(12_000);
      expect((await own.call('GET', '/v1/reports/conversion')).body.n).toBe(12_000);
    } finally {
      await own.close();
    }
  });

  async function turns(until: () => boolean) {
    while (!until()) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Rows for `count / 5` people, written past the API: what is tried here is how they are read. */
  async function manyRows(own: TestHouse, count: number) {
    const stages = ['subscriber', 'lead', 'mql', 'sql', 'customer'];
    const number = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)';
    await own.house.deps.db.write({
      load: {},
      plan: () => ({
        statements: [
          statement(
            `${number} insert into contacts (id, display_name, created_at, updated_at) select printf('con_%026d', i), '', 0, 0 from n`,
            [count / 5],
          ),
          ...stages.map((stage, k) =>
            statement(
              `${number} insert into transitions (id, contact_id, lifecycle, lifecycle_version, from_stage, to_stage, direction, effective_at, recorded_at, actor, source)
                select printf('trn_%d_%026d', ${k}, i), printf('con_%026d', i), 'seven-stage', 1, null, '${stage}', 'forward', i + ${k} * 1000, i + ${k} * 1000, 'system:system', 'import' from n`,
              [count / 5],
            ),
          ),
        ],
        answer: () => undefined,
      }),
    });
  }
});
