// Editing a lifecycle that people are in: draft, simulate, publish; everybody moved by one honest row, and no past answer changed.
import { checkHouse, openHouse, startPublications, statement } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

let made = 0;
/** A lifecycle of our own, and so many people in each of the stages named. */
async function lifecycleWith(people: Record<string, number>, from = 'seven-stage') {
  const key = `ours-${++made}`;
  expect((await t.call('POST', '/v1/lifecycles', { key, from })).status).toBe(201);
  const ids: Record<string, string[]> = {};
  for (const [stage, count] of Object.entries(people))
    for (let i = 0; i < count; i += 1) {
      const { id } = await createPerson(t, { stages: { [key]: stage } });
      ids[stage] = [...(ids[stage] ?? []), id];
    }
  return { key, ids, path: `/v1/lifecycles/${key}` };
}
const keys = ['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist'];
const without = (...gone: string[]) => keys.filter((key) => !gone.includes(key)).map((key) => ({ key }));

/** Waits for a publication to be done: each chunk wakes the feed. */
async function done(id: string) {
  for (;;) {
    const next = t.house.deps.feed.next();
    const { body } = await t.call('GET', `/v1/publications/${id}`);
    if (body.status === 'done') return body;
    await next;
  }
}
const stageOf = async (id: string, lifecycle: string) =>
  (await t.call('GET', `/v1/contacts/${id}`)).body.stages.find(
    (one: { lifecycle: string }) => one.lifecycle === lifecycle,
  );

describe('L6 free naming', () => {
  it('a copy of a preset is a lifecycle of one’s own, with labels as free as 01-围观', async () => {
    const { key, path, ids } = await lifecycleWith({ lead: 1 });
    const stages = keys.map((one) =>
      one === 'lead' ? { key: one, labels: { en: '02-Lead', 'zh-CN': '02-潜客' } } : { key: one },
    );
    await t.call('PUT', `${path}/draft`, { stages });
    const before = await readTables(t.house);
    t.clock.advance(1000);
    const { body } = await t.call('POST', `${path}/publish`);
    expect(body).toMatchObject({ version: 2, status: 'done', rows: 0, changes: [{ kind: 'renamed', stage: 'lead' }] });
    // Nobody moved, no contact changed its version, and what was written before stands as it was.
    const change = difference(before, await readTables(t.house));
    expect(Object.keys(change).sort()).toEqual([
      'events',
      'lifecycle_drafts',
      'lifecycle_versions',
      'lifecycles',
      'publications',
    ]);
    expect((await t.call('GET', path)).body.stages[1].labels['zh-CN']).toBe('02-潜客');
    const [row] = (await t.call('GET', `/v1/contacts/${ids.lead?.[0]}/transitions?lifecycle=${key}`)).body.data;
    expect(row.lifecycle_version).toBe(1);
    const then = (await t.call('GET', `${path}/versions?version=${row.lifecycle_version}`)).body.data[0].lifecycle;
    expect(then.stages[1].labels['zh-CN']).toBe('潜在客户');
    // Asked about the time before, the stage is called what it was called then.
    const at = new Date(t.clock.now() - 500).toISOString();
    const past = (await t.call('GET', `/v1/contacts/${ids.lead?.[0]}/positions?as_of=${at}`)).body.data;
    expect(past.at(-1)).toMatchObject({ lifecycle: key, labels: { 'zh-CN': '潜在客户' } });
  });

  it('reordering and adding a stage moves nobody, and the gate follows the new order at once', async () => {
    const { key, path, ids } = await lifecycleWith({ mql: 1 });
    const trial = { key: 'trial', labels: { en: 'Trial', 'zh-CN': '试用' }, pool: 'lead', owner: 'sales' };
    const stages = [{ key: 'mql' }, trial, ...without('mql')];
    await t.call('PUT', `${path}/draft`, { stages });
    expect((await t.call('POST', `${path}/publish`)).body).toMatchObject({ rows: 0, status: 'done' });
    const moves = (await t.call('GET', `/v1/contacts/${ids.mql?.[0]}/moves?lifecycle=${key}`)).body.data;
    expect(moves.slice(0, 3).map((one: { stage: string; direction: string }) => [one.stage, one.direction])).toEqual([
      ['mql', null],
      ['trial', 'forward'],
      ['subscriber', 'skip'],
    ]);
  });
});

it('a stage published after the time asked about still has its name and pool, where a late row puts somebody there', async () => {
  const { key, path, ids } = await lifecycleWith({ lead: 1 });
  t.clock.advance(3_600_000);
  const trial = { key: 'trial', labels: { en: 'Trial', 'zh-CN': '试用' }, pool: 'lead', owner: 'sales' };
  const [first, ...rest] = without();
  await t.call('PUT', `${path}/draft`, { stages: [first, rest[0], trial, ...rest.slice(1)] });
  await t.call('POST', `${path}/publish`);
  const at = (minutes: number) => new Date(t.clock.now() - minutes * 60_000).toISOString();
  const move = { lifecycle: key, to: 'trial', effective_at: at(30) };
  expect((await t.call('POST', `/v1/contacts/${ids.lead?.[0]}/transitions`, move)).status).toBe(201);
  const ask = async () => (await t.call('GET', `/v1/contacts/${ids.lead?.[0]}/positions?as_of=${at(20)}`)).body.data;
  expect((await ask()).at(-1)).toMatchObject({ stage: 'trial', labels: trial.labels, pool: 'lead' });
});

describe('retiring and merging stages', () => {
  it('apply equals simulate: the same people, the same rows, one each, and nothing besides', async () => {
    const { key, path, ids } = await lifecycleWith({ sql: 3, opportunity: 4, customer: 2, lead: 1 });
    const draft = {
      stages: without('lead', 'opportunity'),
      mapping: { opportunity: 'sql', lead: 'mql' },
    };
    const inline = (await t.call('POST', `${path}/simulate`, draft)).body;
    expect((await t.call('PUT', `${path}/draft`, draft)).headers.get('etag')).toBe('"1"');
    const before = await readTables(t.house);
    const simulated = (await t.call('POST', `${path}/simulate`)).body;
    expect(difference(before, await readTables(t.house))).toEqual({});
    expect(simulated).toEqual(inline);
    expect(simulated).toMatchObject({
      rows: 5,
      contacts_affected: 5,
      moves: [
        { from: 'lead', to: 'mql', contacts: 1 },
        { from: 'opportunity', to: 'sql', contacts: 4 },
      ],
    });

    t.clock.advance(5000);
    const published = await t.call('POST', `${path}/publish`);
    const end = await done(published.body.id);
    const { result: _, ...promised } = simulated;
    expect(end).toMatchObject({ ...promised, rows_written: 5, status: 'done' });
    const change = difference(before, await readTables(t.house));
    expect(change.transitions?.added).toHaveLength(5);
    for (const row of change.transitions?.added ?? [])
      expect(row).toMatchObject({
        lifecycle: key,
        lifecycle_version: 2,
        source: 'migration',
        batch_id: end.id,
        direction: row.from_stage === 'lead' ? 'forward' : 'backward',
        to_stage: row.from_stage === 'lead' ? 'mql' : 'sql',
        time_in_previous_s: 5,
        reason: null,
      });
    const moved = [...(ids.opportunity ?? []), ...(ids.lead ?? [])].sort();
    expect(change.positions?.changed.map((one) => one.after.contact_id).sort()).toEqual(moved);
    expect(change.contacts?.changed.map((one) => one.after.id).sort()).toEqual(moved);
    expect(change.events?.added.filter((row) => row.batch_id !== end.id)).toEqual([]);
    expect((await stageOf(ids.opportunity?.[0] ?? '', key)).stage).toBe('sql');
  });

  it('changes no past answer: rows, time travel and the ledger say what they said', async () => {
    const { key, path, ids } = await lifecycleWith({ opportunity: 1 });
    const id = ids.opportunity?.[0];
    t.clock.advance(3_600_000);
    const then = new Date(t.clock.now()).toISOString();
    const ask = async () => [
      (await t.call('GET', `/v1/contacts/${id}/positions?as_of=${then}&known_at=${then}`)).text,
      (await t.call('GET', `/v1/contacts/${id}/positions?as_of=${then}`)).body.data,
      (await t.call('GET', `/v1/contacts/${id}/transitions?lifecycle=${key}&limit=1`)).body.data,
    ];
    const told = await ask();
    t.clock.advance(1000);
    await t.call('PUT', `${path}/draft`, { stages: without('opportunity'), mapping: { opportunity: 'sql' } });
    await done((await t.call('POST', `${path}/publish`)).body.id);
    expect(await ask()).toEqual(told);
    expect((await t.call('GET', path)).body.retired).toMatchObject([{ key: 'opportunity', into: 'sql' }]);
  });

  it('a retired stage takes nobody in any more, and nobody is sent back there', async () => {
    const { key, path, ids } = await lifecycleWith({ opportunity: 1, sql: 1 });
    await t.call('PUT', `${path}/draft`, { stages: without('opportunity'), mapping: { opportunity: 'sql' } });
    await done((await t.call('POST', `${path}/publish`)).body.id);
    const move = { lifecycle: key, to: 'opportunity' };
    expect((await t.call('POST', `/v1/contacts/${ids.sql?.[0]}/transitions`, move)).body.code).toBe('stage-unknown');
    const rows = (await t.call('GET', `/v1/contacts/${ids.opportunity?.[0]}/transitions?lifecycle=${key}`)).body.data;
    const correct = await t.call('POST', `/v1/transitions/${rows.at(-1).id}/correct`, {
      reason: { code: 'entered-by-mistake' },
    });
    expect([correct.status, correct.body.code]).toEqual([409, 'stage-retired']);
  });

  it('who comes back from a merge finds the stage retired meanwhile, and goes on to where its people went', async () => {
    const { key, path, ids } = await lifecycleWith({ opportunity: 1, lead: 1 });
    const [loser_id, survivor_id] = [ids.opportunity?.[0] ?? '', ids.lead?.[0] ?? ''];
    const merged = await t.call('POST', '/v1/merges', { survivor_id, loser_id }, { 'if-match': '*' });
    await t.call('PUT', `${path}/draft`, { stages: without('opportunity'), mapping: { opportunity: 'customer' } });
    expect((await t.call('POST', `${path}/publish`)).body).toMatchObject({ rows: 0 });
    t.clock.advance(1000);
    expect((await t.call('POST', `/v1/merges/${merged.body.merge.id}/revert`)).status).toBe(200);
    expect(await stageOf(loser_id, key)).toMatchObject({ stage: 'customer' });
    const rows = (await t.call('GET', `/v1/contacts/${loser_id}/transitions?lifecycle=${key}`)).body.data;
    expect(rows.slice(-2)).toMatchObject([
      { source: 'merge', to: 'opportunity' },
      { source: 'migration', from: 'opportunity', to: 'customer', direction: 'forward', lifecycle_version: 2 },
    ]);
  });

  it('goes on after a stop where it was', async () => {
    let left = Number.POSITIVE_INFINITY;
    const own = await startHouse({
      beforeCommit: () => {
        left -= 1;
        if (left < 0) throw new Error('stopped');
      },
    });
    try {
      const ids: string[] = [];
      await own.call('POST', '/v1/lifecycles', { key: 'ours', from: 'seven-stage' });
      for (let i = 0; i < 3; i += 1) ids.push((await createPerson(own, { stages: { ours: 'opportunity' } })).id);
      await own.call('PUT', '/v1/lifecycles/ours/draft', {
        stages: without('opportunity'),
        mapping: { opportunity: 'sql' },
      });
      // Stopped right after the new version was in force: the people were not moved yet.
      left = 1;
      const { id } = (await own.call('POST', '/v1/lifecycles/ours/publish')).body;
      left = Number.POSITIVE_INFINITY;
      expect((await own.call('GET', `/v1/publications/${id}`)).body).toMatchObject({
        status: 'running',
        rows_written: 0,
      });
      // Between the two, whoever is still there is shown where they are, by the stage as it was.
      const [waiting] = (await own.call('GET', `/v1/contacts/${ids[0]}`)).body.stages.slice(-1);
      expect(waiting).toMatchObject({ lifecycle: 'ours', stage: 'opportunity', pool: 'lead' });
      await own.house.close();
      const again = await openHouse({ file: own.file, clock: own.clock });
      startPublications(again.deps);
      const ended = async () =>
        (
          await again.deps.db.read({
            rows: statement('select finished_at, rows_written from publications', [], (r) => [r[0], r[1]] as const),
          })
        ).rows[0];
      while ((await ended())?.[0] === null) await again.deps.feed.next();
      expect([id, (await ended())?.[1]]).toEqual([id, 3]);
      expect((await checkHouse(again)).faults).toEqual([]);
      await again.close();
    } finally {
      await own.close().catch(() => undefined);
    }
  });

  it('a move planned on the old version is decided again on the new one, never written by it', async () => {
    const { key, path, ids } = await lifecycleWith({ sql: 1 });
    await t.call('PUT', `${path}/draft`, { stages: without('opportunity'), mapping: { opportunity: 'sql' } });
    // Sent together, so that both stand in the write lane at once.
    const [published, moved] = await Promise.all([
      t.call('POST', `${path}/publish`),
      t.call('POST', `/v1/contacts/${ids.sql?.[0]}/transitions`, { lifecycle: key, to: 'opportunity' }),
    ]);
    expect([published.status, moved.status, moved.body.code]).toEqual([200, 422, 'stage-unknown']);
  });

  it('a closing planned on the old version is decided again on the new one, and written by it', async () => {
    const { key, path, ids } = await lifecycleWith({ sql: 1 });
    await t.call('PUT', `${path}/draft`, { stages: without('opportunity'), mapping: { opportunity: 'sql' } });
    const body = { lifecycle: key, outcome: 'lost', reason: { code: 'price' } };
    const [published, closed] = await Promise.all([
      t.call('POST', `${path}/publish`),
      t.call('POST', `/v1/contacts/${ids.sql?.[0]}/close`, body),
    ]);
    expect([published.status, closed.status]).toEqual([200, 201]);
    expect(closed.body.transition.lifecycle_version).toBe(2);
  });
});

describe('a draft', () => {
  it('is refused with every fault of it at once', async () => {
    const { path } = await lifecycleWith({});
    const bad = await t.call('PUT', `${path}/draft`, {
      stages: [{ key: 'subscriber' }, { key: 'fresh', labels: { en: 'A name that is long', 'zh-CN': '名字' } }],
      mapping: { lead: 'nowhere' },
    });
    expect(bad.status).toBe(422);
    expect(bad.body.errors.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)).toEqual([
      '/stages/1/short field-required',
      '/stages/1/pool field-required',
      '/stages/1/owner field-required',
      '/mapping/lead stage-mapping-unfit',
      ...keys.slice(2).map((key) => `/mapping/${key} stage-mapping-needed`),
    ]);
  });

  it('keeps what another wrote: a stale ETag, a base that is no more, nothing to publish', async () => {
    const { path } = await lifecycleWith({});
    expect((await t.call('POST', `${path}/publish`)).body.code).toBe('draft-missing');
    expect((await t.call('POST', `${path}/simulate`)).body.code).toBe('draft-missing');
    const renamed = { stages: keys.map((key) => ({ key, labels: { en: key.slice(0, 7), 'zh-CN': '新名' } })) };
    await t.call('PUT', `${path}/draft`, renamed);
    await t.call('PUT', `${path}/draft`, renamed);
    const stale = await t.call('PUT', `${path}/draft`, renamed, { 'if-match': '"1"' });
    expect([stale.status, stale.body.current.version]).toEqual([412, 2]);
    expect((await t.call('POST', `${path}/publish`, undefined, { 'if-match': '"1"' })).status).toBe(412);
    expect((await t.call('POST', `${path}/publish`, undefined, { 'if-match': '"2"' })).status).toBe(200);
    expect((await t.call('GET', `${path}/draft`)).status).toBe(404);
    const old = await t.call('PUT', `${path}/draft`, { ...renamed, base_version: 1 });
    expect([old.status, old.body.code, old.body.current_version]).toEqual([409, 'draft-outdated', 2]);
    await t.call('PUT', `${path}/draft`, { stages: without() });
    expect((await t.call('POST', `${path}/publish`)).body.code).toBe('draft-unchanged');
    expect((await t.call('DELETE', `${path}/draft`)).status).toBe(204);
  });

  it('is a manager’s to publish, once, however often it is sent', async () => {
    const { key, path } = await lifecycleWith({});
    const rep = await signIn(t, 'rep');
    const manager = await signIn(t, 'manager');
    const draft = { stages: keys.map((one) => ({ key: one, usual_days: 3 })) };
    expect((await rep.call('PUT', `${path}/draft`, draft)).status).toBe(403);
    expect((await rep.call('POST', `${path}/simulate`, draft)).status).toBe(200);
    await manager.call('PUT', `${path}/draft`, draft);
    const once = { 'idempotency-key': `publish-${key}` };
    const first = await manager.call('POST', `${path}/publish`, undefined, once);
    expect((await manager.call('POST', `${path}/publish`, undefined, once)).text).toBe(first.text);
    expect((await t.call('GET', `${path}/versions`)).body.data).toHaveLength(2);
  });

  it('P2 gives seven-stage a way out for leads without intent: a reason in, and open again', async () => {
    const { key, path, ids } = await lifecycleWith({ mql: 1 });
    const disqualified = {
      key: 'disqualified',
      labels: { en: 'Closed', 'zh-CN': '已关闭' },
      pool: 'traffic',
      owner: 'marketing',
      terminal: 'disqualified',
    };
    await t.call('PUT', `${path}/draft`, { stages: [...without(), disqualified] });
    await t.call('POST', `${path}/publish`);
    const at = `/v1/contacts/${ids.mql?.[0]}/transitions`;
    const move = (body: object) => t.call('POST', at, { lifecycle: key, ...body });
    expect((await move({ to: 'disqualified' })).body.code).toBe('reason-required');
    expect((await move({ to: 'disqualified', reason: { code: 'price' } })).body.code).toBe('reason-unfit');
    const closed = await move({ to: 'disqualified', reason: { code: 'no-intent' } });
    expect(closed.body).toMatchObject({ warnings: [], transition: { direction: 'forward', reason: 'no-intent' } });
    expect((await t.call('GET', path)).body.stages.at(-1)).toMatchObject({
      outreach: 'none',
      terminal: 'disqualified',
    });
    t.clock.advance(1000);
    expect((await move({ to: 'mql' })).body.transition.direction).toBe('re-entry');
  });
});
