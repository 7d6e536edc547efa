// Several lifecycles at once: the presets as the API shows them, one position in each, and the default a company chooses.
import { checkHouse, openHouse, statement } from '@sidestage/api';
import { PRESETS } from '@sidestage/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const move = (id: string, body: object) => t.call('POST', `/v1/contacts/${id}/transitions`, body);
const stages = async (id: string) =>
  (await t.call('GET', `/v1/contacts/${id}`)).body.stages.map((one: { lifecycle: string; stage: string }) => [
    one.lifecycle,
    one.stage,
  ]);

describe('the presets', () => {
  it('L1 to L5: all four are there from the start, the default first, each stage with its pool, owner and figure', async () => {
    const { data } = (await t.call('GET', '/v1/lifecycles')).body;
    expect(data.map((one: { key: string; is_default: boolean }) => [one.key, one.is_default])).toEqual([
      ['seven-stage', true],
      ['lead-chain', false],
      ['whole-life', false],
      ['four-phase', false],
    ]);
    for (const preset of PRESETS) {
      const shown = (await t.call('GET', `/v1/lifecycles/${preset.key}`)).body;
      expect(shown.stages).toMatchObject(
        preset.stages.map(({ key, pool, owner, outreach, kpi }) => ({ key, pool, owner, outreach, kpi: kpi ?? null })),
      );
    }
    expect((await t.call('GET', '/v1/lifecycles/whole-life')).body.policy.edges.silent).toEqual([
      'closed',
      'active',
      'lost',
    ]);
  });

  it('come to a database of before as well, without touching what it holds', async () => {
    const own = await startHouse();
    try {
      const { id } = await createPerson(own);
      await own.house.deps.db.write({
        load: {},
        plan: () => ({
          statements: ['lifecycle_versions', 'lifecycles'].map((table) =>
            statement(`delete from ${table} where ${table === 'lifecycles' ? 'key' : 'lifecycle'} <> 'seven-stage'`),
          ),
          answer: () => undefined,
        }),
      });
      await own.house.close();
      const again = await openHouse({ file: own.file, clock: own.clock });
      try {
        expect(again.deps.lifecycles.all().map((one) => one.key)).toHaveLength(4);
        expect((await checkHouse(again)).faults).toEqual([]);
        const answer = await again.app.request(`/v1/contacts/${id}`, {
          headers: { authorization: `Bearer ${own.key}` },
        });
        expect(answer.status).toBe(200);
      } finally {
        await again.close();
      }
    } finally {
      await own.close().catch(() => undefined);
    }
  });
});

describe('several at once', () => {
  it('a contact enters the default alone by creation, and another by a move that names it', async () => {
    const { id } = await createPerson(t);
    expect(await stages(id)).toEqual([['seven-stage', 'subscriber']]);
    const entered = await move(id, { lifecycle: 'whole-life', to: 'list' });
    expect([entered.status, entered.body.transition.direction, entered.body.transition.from]).toEqual([
      201,
      'enter',
      null,
    ]);
    await move(id, { to: 'lead' });
    expect(await stages(id)).toEqual([
      ['seven-stage', 'lead'],
      ['whole-life', 'list'],
    ]);
  });

  it('an omitted lifecycle means the default, never the one that happens to have the stage', async () => {
    const { id } = await createPerson(t);
    await move(id, { lifecycle: 'lead-chain', to: 'ml' });
    const answer = await move(id, { to: 'sl' });
    expect([answer.status, answer.body.code]).toEqual([422, 'stage-unknown']);
    await move(id, { to: 'mql' });
    expect(await stages(id)).toEqual([
      ['seven-stage', 'mql'],
      ['lead-chain', 'ml'],
    ]);
    const card = (await t.call('GET', `/v1/contacts/${id}/card`)).body;
    expect(card.lifecycles.map((one: { key: string }) => one.key)).toEqual(['seven-stage', 'lead-chain']);
    expect(card.moves.map((one: { lifecycle: string }) => one.lifecycle)).toEqual(['seven-stage', 'lead-chain']);
  });

  it('L3 whole-life goes round: closed, silent, lost with its reason, and back', async () => {
    const { id } = await createPerson(t);
    const walk = [
      { to: 'list' },
      { to: 'intention' },
      { to: 'closed' },
      { to: 'silent' },
      { to: 'lost', reason: { code: 'chose-competitor' } },
      { to: 'active' },
      { to: 'silent' },
      { to: 'closed' },
    ];
    const directions = [];
    for (const step of walk) {
      t.clock.advance(1000);
      directions.push((await move(id, { lifecycle: 'whole-life', ...step })).body.transition?.direction);
    }
    expect(directions).toEqual([
      'enter',
      'forward',
      'forward',
      'forward',
      'forward',
      'forward',
      're-entry',
      're-entry',
    ]);
    const refused = await move(id, { lifecycle: 'whole-life', to: 'lost', reason: { code: 'price' } });
    expect([refused.body.code, refused.body.allowed_moves]).toEqual(['move-not-allowed', ['active', 'silent']]);
  });

  it('P7 the first reason for leaving stays in the ledger, whatever comes after', async () => {
    const { id } = await createPerson(t);
    await move(id, { lifecycle: 'four-phase', to: 'retention' });
    expect((await move(id, { lifecycle: 'four-phase', to: 'lost' })).body.code).toBe('reason-required');
    expect(
      (await move(id, { lifecycle: 'four-phase', to: 'lost', reason: { code: 'judged-too-early' } })).body.code,
    ).toBe('reason-unfit');
    await move(id, { lifecycle: 'four-phase', to: 'lost', reason: { code: 'dissatisfied' } });
    t.clock.advance(1000);
    expect((await move(id, { lifecycle: 'four-phase', to: 'development' })).status).toBe(201);
    const rows = (await t.call('GET', `/v1/contacts/${id}/transitions?lifecycle=four-phase`)).body.data;
    expect(rows.map((row: { to: string; reason: string | null }) => [row.to, row.reason])).toEqual([
      ['retention', null],
      ['lost', 'dissatisfied'],
      ['development', null],
    ]);
  });
});

describe('the default lifecycle', () => {
  it('is what settings say: new contacts enter it, lists and moves mean it, and it comes first', async () => {
    const before = await createPerson(t);
    try {
      expect((await t.call('PATCH', '/v1/settings', { default_lifecycle: 'whole-life' })).status).toBe(200);
      const made = await createPerson(t);
      expect(made.stages.map((one: { lifecycle: string }) => one.lifecycle)).toEqual(['whole-life']);
      expect((await t.call('GET', '/v1/lifecycles')).body.data[0]).toMatchObject({
        key: 'whole-life',
        is_default: true,
      });
      expect((await move(made.id, { to: 'intention' })).body.transition.lifecycle).toBe('whole-life');
      expect(
        (await t.call('GET', '/v1/contacts?stage=intention')).body.data.map((one: { id: string }) => one.id),
      ).toEqual([made.id]);
      // Who was in another stays there, and enters this one only by a move.
      expect(await stages(before.id)).toEqual([['seven-stage', 'subscriber']]);
      await move(before.id, { to: 'closed' });
      expect(await stages(before.id)).toEqual([
        ['whole-life', 'closed'],
        ['seven-stage', 'subscriber'],
      ]);
    } finally {
      await t.call('PATCH', '/v1/settings', { default_lifecycle: 'seven-stage' });
    }
    expect((await createPerson(t)).stages[0].lifecycle).toBe('seven-stage');
  });

  it('is entered whatever it is called, a name every object knows included', async () => {
    const made = await t.call('POST', '/v1/lifecycles', { key: 'constructor', from: 'seven-stage' });
    expect(made.status).toBe(201);
    try {
      await t.call('PATCH', '/v1/settings', { default_lifecycle: 'constructor' });
      expect(await stages((await createPerson(t)).id)).toEqual([['constructor', 'subscriber']]);
    } finally {
      await t.call('PATCH', '/v1/settings', { default_lifecycle: 'seven-stage' });
    }
  });
});

describe('a criterion the rep ticks', () => {
  const unmet = async (id: string) =>
    (await t.call('GET', `/v1/contacts/${id}/moves`)).body.data.find(
      (one: { stage: string }) => one.stage === 'opportunity',
    ).unmet_criteria;
  const move = (id: string, to: string, evidence: object) =>
    t.call('POST', `/v1/contacts/${id}/transitions`, { to, evidence });

  it('is met from then on by a tick or a sentence, not by a no or by nothing', async () => {
    const { id } = await createPerson(t);
    for (const [to, said] of [
      ['lead', false],
      ['mql', ' '],
    ] as const) {
      await move(id, to, { 'said-will-pay': said });
      expect(await unmet(id)).toEqual(['said-will-pay']);
    }
    await move(id, 'sql', { 'said-will-pay': 'On Friday' });
    expect(await unmet(id)).toEqual([]);
  });

  it('is no longer met by a move that was undone, and again by one that was brought back', async () => {
    const { id } = await createPerson(t);
    const moved = (await move(id, 'sql', { 'said-will-pay': true })).body.transition;
    expect(await unmet(id)).toEqual([]);
    const undone = (await t.call('POST', `/v1/transitions/${moved.id}/undo`)).body.transition;
    expect(await unmet(id)).toEqual(['said-will-pay']);
    await t.call('POST', `/v1/transitions/${undone.id}/correct`, { reason: { code: 'entered-by-mistake' } });
    expect(await unmet(id)).toEqual([]);
  });
});
