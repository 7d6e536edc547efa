// Many writes in one request: the gate of the single write for each, all or nothing where asked, and no caller held up meanwhile.
import { checkHouse } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, type Row, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

let count = 0;
const external = (handle = `id-${++count}`) => ({ channel: 'external', scope: 'crm', handle });
const email = (handle = `batch${++count}@example.com`) => ({ channel: 'email', handle });
const batch = (kind: string, items: unknown[], mode = 'each', more = '') =>
  t.call('POST', `/v1/batch/${kind}${more}`, { mode, items });
const outcomes = (body: { results: { outcome: string }[] }) => body.results.map((one) => one.outcome);
const pointers = (body: { errors: { pointer: string }[] }) => body.errors.map((one) => one.pointer);
/** Results without what every run makes anew. */
const shape = (body: { results: Record<string, unknown>[]; counts: object }) => [
  body.counts,
  body.results.map(({ contact_id: _, transition_id: __, ...rest }) => rest),
];
/** How many rows each table gained and changed. */
const sizes = (change: ReturnType<typeof difference>) =>
  Object.fromEntries(
    Object.entries(change).map(([table, { added, removed, changed }]) => [
      table,
      [added.length, removed.length, changed.length],
    ]),
  );

describe('a batch of people', () => {
  it('creates who is new, changes who is known by external id or handle, and says who stayed as they were', async () => {
    const [id, mail] = [external(), email()];
    const known = await createPerson(t, { display_name: 'Known', identities: [mail] });
    const items = [
      {
        identities: [id],
        display_name: 'New',
        tags: ['grade-a'],
        stages: { 'seven-stage': 'lead' },
        fields: { size: 3 },
      },
      { identities: [{ ...mail, handle: ` ${mail.handle.toUpperCase()} ` }, external('k-1')], company: 'Lumen' },
      { identities: [{ ...external('k-1') }], tags: ['grade-b'], company: null, fields: { size: null } },
      { identities: [id], display_name: 'New' },
    ];
    const { status, body } = await batch('contacts', items);
    expect([status, outcomes(body), body.counts]).toEqual([
      200,
      ['created', 'updated', 'updated', 'unchanged'],
      { created: 1, updated: 2, unchanged: 1, refused: 0 },
    ]);
    expect(body.results.map((one: Row) => [one.index, one.status, one.version])).toEqual([
      [0, 201, 1],
      [1, 200, 2],
      [2, 200, 3],
      [3, 200, 1],
    ]);
    const after = (await t.call('GET', `/v1/contacts/${known.id}`)).body;
    expect(after).toMatchObject({ display_name: 'Known', company: null, tags: ['grade-b'], version: 3 });
    expect(after.identities.map((one: { channel: string }) => one.channel)).toEqual(['email', 'external']);
    expect((await t.call('GET', `/v1/contacts/${body.results[0].contact_id}`)).body).toMatchObject({
      tags: ['grade-a'],
      fields: { size: 3 },
      stages: [{ stage: 'lead' }],
    });
    expect(body.results[3].contact_id).toBe(body.results[0].contact_id);
  });

  it('puts its id on every ledger row and event, and calls their source bulk', async () => {
    const from = (await t.call('GET', '/v1/events?limit=200&after=0')).body;
    let { next_after: after } = from;
    for (let page = from; page.data.length === 200; ) {
      page = (await t.call('GET', `/v1/events?limit=200&after=${after}`)).body;
      after = page.next_after;
    }
    const { body } = await batch('contacts', [
      { identities: [email()], display_name: 'A' },
      { identities: [email()], display_name: 'B' },
    ]);
    const events = (await t.call('GET', `/v1/events?after=${after}`)).body.data;
    expect(events.map((one: { type: string; batch_id: string }) => [one.type, one.batch_id])).toEqual(
      ['contact.created', 'contact.stage_moved', 'contact.created', 'contact.stage_moved'].map((type) => [
        type,
        body.batch_id,
      ]),
    );
    const [row] = (await t.call('GET', `/v1/contacts/${body.results[0].contact_id}/transitions`)).body.data;
    expect([row.batch_id, row.source]).toEqual([body.batch_id, 'bulk']);
  });

  it('refuses an item as it would alone and goes on: handles of two people, somebody else’s, no name, no such stage', async () => {
    const [a, b] = [await createPerson(t), await createPerson(t)];
    const [ha, hb] = [a.identities[0].handle, b.identities[0].handle];
    const elsewhere = await createPerson(t, { stages: { 'seven-stage': 'mql' } });
    const items = [
      { identities: [email(ha), email(hb)] },
      { identities: [email()] },
      { identities: [email(), email('not an address'), { channel: 'phone', handle: '12' }], display_name: 'X' },
      { identities: [email()], display_name: 'X', stages: { 'seven-stage': 'qualified' } },
      { identities: [email(elsewhere.identities[0].handle)], stages: { 'seven-stage': 'lead' } },
      { identities: [{ ...email(), shared: true }], display_name: 'X' },
      { identities: [email()], display_name: 'X', tags: ['grade-a', 'grade-b'] },
      { identities: [email(ha)], owner_id: 'stf_nobody' },
      { identities: [email(ha)], company: 'Last' },
    ];
    const { body } = await batch('contacts', items);
    expect(body.results.map((one: { problem: { code: string } | null }) => one.problem?.code ?? null)).toEqual([
      'match-ambiguous',
      'validation-failed',
      'validation-failed',
      'validation-failed',
      'validation-failed',
      'validation-failed',
      'tags-conflict',
      'staff-unknown',
      null,
    ]);
    expect(body.results[0].problem.contact_ids.toSorted()).toEqual([a.id, b.id].sort());
    expect(pointers(body.results[2].problem)).toEqual(['/items/2/identities/1/handle', '/items/2/identities/2/handle']);
    expect(pointers(body.results[4].problem)).toEqual(['/items/4/stages/seven-stage']);
    expect((await t.call('GET', `/v1/contacts/${a.id}`)).body).toMatchObject({ company: 'Last', version: 2 });
    const id = external();
    await batch('contacts', [{ identities: [id], display_name: 'Y' }]);
    const taken = (await batch('contacts', [{ identities: [id, email(ha)] }])).body.results[0];
    expect([taken.status, taken.problem.code, taken.problem.contact_id]).toEqual([409, 'handle-taken', a.id]);
  });

  it('atomic: writes nothing where one item is refused, and names every fault of every item at once', async () => {
    const before = await readTables(t.house);
    const { status, body } = await batch(
      'contacts',
      [
        { identities: [email()], display_name: 'Fine' },
        { identities: [email()] },
        { identities: [email('no')], display_name: 'X' },
        { identities: [email()], display_name: 'X', stages: { nine: 'x', 'seven-stage': 'y' } },
      ],
      'atomic',
    );
    expect([status, body.code]).toEqual([422, 'batch-refused']);
    expect(pointers(body).sort()).toEqual([
      '/items/1/display_name',
      '/items/2/identities/0/handle',
      '/items/3/stages/nine',
      '/items/3/stages/seven-stage',
    ]);
    expect(body.results.map((one: { index: number }) => one.index)).toEqual([1, 2, 3]);
    expect(difference(before, await readTables(t.house))).toEqual({});
    const again = await batch('contacts', [{ identities: [email()], display_name: 'Fine' }], 'atomic');
    expect([again.status, outcomes(again.body)]).toEqual([200, ['created']]);
  });

  it('refuses what is not shaped right before any item, every fault with its pointer', async () => {
    const before = await readTables(t.house);
    const answer = await batch(
      'contacts',
      [
        { identities: [], nme: 'X' },
        { identities: [email()], display_name: 7 },
      ],
      'some',
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
    expect(pointers(answer.body).sort()).toEqual([
      '/items/0/identities',
      '/items/0/nme',
      '/items/1/display_name',
      '/mode',
    ]);
    const many = await batch(
      'contacts',
      Array.from({ length: 1001 }, () => ({ identities: [email()] })),
    );
    expect([many.status, pointers(many.body)]).toEqual([422, ['/items']]);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('each: refuses alone what is not shaped right, with every pointer, and the others go on', async () => {
    const items = [
      { display_name: 'No handle' },
      { identities: [email()], display_name: 'Fine' },
      { identities: [email('no'), email()], display_name: 7, nme: 'X' },
      null,
    ];
    const { status, body } = await batch('contacts', items);
    expect([status, outcomes(body)]).toEqual([200, ['refused', 'created', 'refused', 'refused']]);
    const told = body.results.map((one: Row) => one.problem && pointers(one.problem as never).sort());
    expect(told).toEqual([
      ['/items/0/identities'],
      null,
      ['/items/2/display_name', '/items/2/identities/0/handle', '/items/2/nme'],
      ['/items/3'],
    ]);
    expect([body.results[0].status, body.results[0].problem.code]).toEqual([422, 'validation-failed']);
    const many = await batch('contacts', [
      ...Array.from({ length: 60 }, () => ({ identities: [email()], display_name: 'One of many' })),
      { identities: [] },
    ]);
    expect([many.body.counts, pointers(many.body.results[60].problem)]).toEqual([
      { created: 60, updated: 0, unchanged: 0, refused: 1 },
      ['/items/60/identities'],
    ]);
  });

  it.each([
    ['tags', { add: ['grade-a'] }, { add: 'grade-a' }, '/items/0/add'],
    ['transitions', { to: 'lead' }, { to: 7 }, '/items/0/to'],
    ['owners', { owner_id: null }, { owner_id: 7 }, '/items/0/owner_id'],
  ])('each: so do %s; atomic tells everything of the request and writes nothing', async (kind, fit, unfit, pointer) => {
    const { id: contact_id } = await createPerson(t);
    const items = [
      { contact_id, ...unfit },
      { contact_id, ...fit },
    ];
    const { status, body } = await batch(kind, items);
    expect([status, body.results[0].outcome, pointers(body.results[0].problem)]).toEqual([200, 'refused', [pointer]]);
    expect(body.results[1].problem).toBeNull();
    const before = await readTables(t.house);
    const atomic = await batch(kind, items, 'atomic');
    expect([atomic.status, atomic.body.code, pointers(atomic.body)]).toEqual([422, 'validation-failed', [pointer]]);
    expect(Object.keys(difference(before, await readTables(t.house)))).toEqual([]);
  });

  it('hides from a rep whose person it is', async () => {
    const own = await startHouse();
    try {
      const [a, b] = [await signIn(own, 'rep'), await signIn(own, 'rep')];
      const body = newPerson();
      await a.call('POST', '/v1/contacts', body);
      await own.call('PATCH', '/v1/settings', { visibility: 'own' });
      const { results } = (
        await b.call('POST', '/v1/batch/contacts', {
          mode: 'each',
          items: [{ identities: body.identities, company: 'Mine' }],
        })
      ).body;
      expect([results[0].problem.code, results[0].problem.contact_id]).toEqual(['handle-taken', null]);
    } finally {
      await own.close();
    }
  });
});

describe('a batch of tags, moves and owners', () => {
  it('does to each what the single request does, in order, and sees what the items before it did', async () => {
    const [a, b] = [await createPerson(t), await createPerson(t)];
    const rep = await signIn(t, 'rep');
    const tags = await batch('tags', [
      { contact_id: a.id, add: ['grade-a'] },
      { contact_id: a.id, add: ['grade-b'] },
      { contact_id: b.id, remove: ['grade-c'] },
      { contact_id: 'con_nobody', add: ['grade-a'] },
      { contact_id: b.id, add: ['no-such'] },
    ]);
    expect(tags.body.results.map((one: Row) => [one.outcome, one.tags ?? null])).toEqual([
      ['updated', { added: ['grade-a'], removed: [], unchanged: [] }],
      ['updated', { added: ['grade-b'], removed: ['grade-a'], unchanged: [] }],
      ['unchanged', { added: [], removed: [], unchanged: ['grade-c'] }],
      ['refused', null],
      ['refused', null],
    ]);
    expect(tags.body.results[3].problem).toMatchObject({ status: 404, code: 'not-found' });

    const moves = await batch('transitions', [
      { contact_id: a.id, to: 'lead' },
      { contact_id: a.id, to: 'mql', expect: { from: 'lead' } },
      { contact_id: a.id, to: 'sql', expect: { from: 'lead' } },
      { contact_id: a.id, to: 'mql' },
      { contact_id: b.id, to: 'evangelist' },
    ]);
    expect(outcomes(moves.body)).toEqual(['updated', 'updated', 'refused', 'unchanged', 'refused']);
    expect(moves.body.results[2].problem).toMatchObject({ status: 409, code: 'stage-changed', from: 'mql' });
    expect(moves.body.results[4].problem.allowed_moves).toContain('lead');
    const ledger = (await t.call('GET', `/v1/contacts/${a.id}/transitions`)).body.data;
    expect(ledger.map((row: Row) => [row.to, row.batch_id])).toEqual([
      ['subscriber', null],
      ['lead', moves.body.batch_id],
      ['mql', moves.body.batch_id],
    ]);
    expect(moves.body.results[0].transition_id).toBe(ledger[1].id);

    const owners = await batch('owners', [
      { contact_id: a.id, owner_id: rep.id },
      { contact_id: a.id, owner_id: null },
      { contact_id: b.id, owner_id: null },
      { contact_id: b.id, owner_id: 'stf_nobody' },
    ]);
    expect(outcomes(owners.body)).toEqual(['updated', 'updated', 'unchanged', 'refused']);
    expect((await t.call('GET', `/v1/contacts/${a.id}`)).body).toMatchObject({ owner_id: null, version: 7 });
  });

  it('atomic: one move refused takes the others back, ledger and numbers included', async () => {
    const [a, b] = [await createPerson(t), await createPerson(t)];
    const before = await readTables(t.house);
    const moves = [
      { contact_id: a.id, to: 'lead' },
      { contact_id: b.id, to: 'evangelist' },
    ];
    const refused = await batch('transitions', moves, 'atomic');
    expect([refused.status, pointers(refused.body)]).toEqual([422, ['/items/1/to']]);
    expect(difference(before, await readTables(t.house))).toEqual({});
    expect((await batch('transitions', moves.slice(0, 1), 'atomic')).status).toBe(200);
  });
});

describe('a dry run of a batch', () => {
  it.each(['each', 'atomic'])('stores nothing and says what the real call then does (%s)', async (mode) => {
    const people = [await createPerson(t), await createPerson(t), await createPerson(t)];
    const kinds: [string, unknown[]][] = [
      [
        'contacts',
        [
          { identities: [email()], display_name: 'Dry' },
          { identities: [email(people[0].identities[0].handle)], company: 'Dry' },
          { identities: [email()], ...(mode === 'each' ? {} : { display_name: 'B' }) },
        ],
      ],
      ['tags', people.map(({ id }) => ({ contact_id: id, add: ['grade-c'] }))],
      [
        'transitions',
        [
          { contact_id: people[0].id, to: 'lead' },
          { contact_id: people[0].id, to: 'mql' },
          ...(mode === 'each' ? [{ contact_id: people[1].id, to: 'evangelist' }] : []),
        ],
      ],
      ['owners', people.map(({ id }) => ({ contact_id: id, owner_id: null }))],
    ];
    for (const [kind, items] of kinds) {
      const before = await readTables(t.house);
      const dry = await batch(kind, items, mode, '?dry_run=true');
      expect([dry.status, dry.body.dry_run, dry.body.batch_id]).toEqual([200, true, null]);
      expect(difference(before, await readTables(t.house))).toEqual({});
      const real = await batch(kind, items, mode);
      expect([real.body.dry_run, shape(dry.body)]).toEqual([false, shape(real.body)]);
      const change = difference(before, await readTables(t.house));
      const { created, updated } = dry.body.counts;
      expect([kind, sizes(change).contacts ?? [0, 0, 0]]).toEqual([
        kind,
        [
          created,
          0,
          new Set(
            items.flatMap((one, i) =>
              dry.body.results[i].outcome === 'updated' ? [(one as Row).contact_id ?? i] : [],
            ),
          ).size,
        ],
      ]);
      expect((change.events?.added ?? []).every((one) => one.batch_id === real.body.batch_id)).toBe(true);
      expect(change.events?.added.length ?? 0).toBe(2 * created + updated);
    }
  });

  it('is refused as the real call is, and takes no Idempotency-Key', async () => {
    const items = [{ identities: [email()] }];
    const headers = { 'idempotency-key': 'dry-batch' };
    const dry = await t.call('POST', '/v1/batch/contacts?dry_run=true', { mode: 'atomic', items }, headers);
    const real = await t.call('POST', '/v1/batch/contacts', { mode: 'atomic', items });
    const words = ({ body: { request_id: _, ...rest } }: typeof dry) => rest;
    expect([dry.status, words(dry)]).toEqual([real.status, words(real)]);
    const kept = { mode: 'each', items: [{ ...items[0], display_name: 'Z' }] };
    expect((await t.call('POST', '/v1/batch/contacts', kept, headers)).body.counts.created).toBe(1);
  });
});

describe('an Idempotency-Key on a batch', () => {
  it('answers the same bytes again and does nothing twice, for what was done and for what was refused', async () => {
    const body = { mode: 'each', items: [{ identities: [email()], display_name: 'Once' }, { identities: [email()] }] };
    const headers = { 'idempotency-key': 'batch-1' };
    const together = await Promise.all(
      Array.from({ length: 4 }, () => t.call('POST', '/v1/batch/contacts', body, headers)),
    );
    expect(new Set(together.map((one) => one.text)).size).toBe(1);
    expect(together.filter((one) => one.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    const before = await readTables(t.house);
    const again = await t.call('POST', '/v1/batch/contacts', body, headers);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([together[0]?.text, 'true']);
    const other = await t.call('POST', '/v1/batch/contacts', { ...body, mode: 'atomic' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(difference(before, await readTables(t.house))).toEqual({});

    const [one] = body.items;
    const refusal = { mode: 'atomic', items: [{ identities: [email()] }, one] };
    const kept = { 'idempotency-key': 'batch-2' };
    const refused = await t.call('POST', '/v1/batch/contacts', refusal, kept);
    expect(refused.status).toBe(422);
    const replayed = await t.call('POST', '/v1/batch/contacts', refusal, kept);
    expect([replayed.status, replayed.text, replayed.headers.get('content-type')]).toEqual([
      422,
      refused.text,
      'application/problem+json',
    ]);
  });

  it('of an erased person is answered no more', async () => {
    const body = { mode: 'each', items: [{ identities: [email()], display_name: 'Soon gone' }] };
    const headers = { 'idempotency-key': 'batch-3' };
    const { contact_id } = (await t.call('POST', '/v1/batch/contacts', body, headers)).body.results[0];
    await t.call('DELETE', `/v1/contacts/${contact_id}`, undefined, { 'if-match': '"1"' });
    expect((await t.call('POST', '/v1/batch/contacts', body, headers)).status).toBe(404);
  });
});

describe('a batch of a thousand', () => {
  const thousand = () =>
    Array.from({ length: 1000 }, (_, i) => ({
      identities: [external(), email()],
      display_name: `张伟 ${i}`,
      company: 'Lumen',
      tags: ['grade-a'],
    }));

  const batchOf = (house: TestHouse, items: unknown[]) =>
    house.call('POST', '/v1/batch/contacts', { mode: 'each', items });

  it('is read by nobody in part, lets others read meanwhile, and others write after it', async () => {
    const own = await startHouse();
    try {
      let done = false;
      const writing = own.call('POST', '/v1/batch/contacts', { mode: 'atomic', items: thousand() }).then((answer) => {
        done = true;
        return answer;
      });
      const after = [own.call('POST', '/v1/contacts', newPerson({ display_name: 'After' }))];
      const seen = new Set<number>();
      let reads = 0;
      while (!done) {
        const { rows } = await own.house.deps.db.read({
          rows: { sql: "select count(*) from contacts where company = 'Lumen'", args: [], decode: (r) => Number(r[0]) },
        });
        seen.add(rows[0] ?? -1);
        reads += 1;
        // Also who comes while it is under way: another write, and a batch of their own.
        if (reads % 10 === 0) after.push(own.call('POST', '/v1/contacts', newPerson({ display_name: 'After' })));
        if (reads === 15) after.push(batchOf(own, [{ identities: [external()], display_name: 'After' }]));
        await new Promise((resolve) => setImmediate(resolve));
      }
      const answer = await writing;
      expect(answer.body.counts).toEqual({ created: 1000, updated: 0, unchanged: 0, refused: 0 });
      expect(new Set((await Promise.all(after)).map((one) => one.status))).toEqual(new Set([201, 200]));
      expect([...seen].filter((many) => many !== 0 && many !== 1000)).toEqual([]);
      expect(reads).toBeGreaterThan(10);
      expect((await own.call('GET', `/v1/contacts?q=${encodeURIComponent('张伟 99')}&limit=5`)).body.data).toHaveLength(
        5,
      );
      expect((await checkHouse(own.house)).faults).toEqual([]);
    } finally {
      await own.close();
    }
  });
});
