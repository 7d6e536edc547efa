// Product rules 1 to 5 and 8 over everything the engine can do to a person at once: positions are folds, visits never overlap,
// answers once given stay, and what was foretold is what happens.
import { checkHouse, statement } from '@sidestage/api';
import { foldVisits } from '@sidestage/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';
import { acts, counting, draftOf, OURS, perform, ROUND, rawRows, standing, type World, world } from './engine.ts';
import { expectJourneysToEndInPositions } from './journeys.ts';
import { difference, readTables } from './tables.ts';

const MET = [
  'move 201',
  'undo 201',
  'correct 201',
  'close 201',
  'answer 200',
  'handover open',
  'handover withdrawn',
  'rename 200',
  'retire 200',
  'retire rows',
  'revive 200',
  'merge 201',
  'revert 200',
];

const positions = async (t: TestHouse) =>
  (
    await t.house.deps.db.read({
      rows: statement(
        'select contact_id, lifecycle, stage, entered_at, closed_outcome, closed_reason, closed_at from positions order by contact_id, lifecycle',
      ),
    })
  ).rows;

/** Each person in each lifecycle, as the raw rows say and as everything else says. */
async function checkStanding({ t, people }: World) {
  const all = await rawRows(t);
  const now = t.clock.now();
  const ms = (at: string | undefined) => (at === undefined ? null : Date.parse(at));
  const want: unknown[] = [];
  for (const id of [...people].sort()) {
    const lifecycles = [OURS, 'seven-stage', ROUND].map((key) => {
      const rows = all.filter((row) => row.contact_id === id && row.lifecycle === key);
      return { key, rows, is: standing(rows, now) };
    });
    for (const { key, is } of lifecycles)
      if (is)
        want.push([
          id,
          key,
          is.stage,
          ms(is.entered_at),
          is.closed?.outcome ?? null,
          is.closed?.reason ?? null,
          ms(is.closed?.at),
        ]);
    for (const { rows } of lifecycles) {
      const visits = foldVisits(
        rows.map((row) => ({
          ...row,
          outcome: null,
          effectiveAt: Date.parse(row.effective_at),
          recordedAt: Date.parse(row.recorded_at),
        })),
      );
      for (const [i, visit] of visits.entries()) {
        expect(visit.leftAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(visit.enteredAt);
        const next = visits[i + 1];
        if (next) expect(next.enteredAt).toBeGreaterThanOrEqual(visit.leftAt ?? Number.POSITIVE_INFINITY);
      }
    }
    const { body } = await t.call('GET', `/v1/contacts/${id}`);
    // A merged id leads to the other; its own ledger is closed.
    if (body.id !== id) expect(lifecycles.every(({ is }) => is === null)).toBe(true);
    else
      expect(
        Object.fromEntries(
          body.stages.map((one: Record<string, unknown>) => [
            one.lifecycle,
            { stage: one.stage, entered_at: one.entered_at, closed: one.closed },
          ]),
        ),
      ).toEqual(Object.fromEntries(lifecycles.flatMap(({ key, is }) => (is ? [[key, is]] : []))));
  }
  expect(await positions(t)).toEqual(want);
  // Nobody stands in a stage that is no more.
  const { stages } = (await t.call('GET', `/v1/lifecycles/${OURS}`)).body;
  for (const [, lifecycle, stage] of (await positions(t)) as string[][])
    if (lifecycle === OURS) expect(stages.map((one: { key: string }) => one.key)).toContain(stage);
}

/** An open handover is of somebody who stands, unclosed, in a stage of the function it went to; one per person and lifecycle. */
async function checkHandovers({ t }: World, seen: Set<string>) {
  const { data } = (await t.call('GET', '/v1/handovers?limit=200')).body;
  const owners = new Map<string, string>();
  for (const key of [OURS, 'seven-stage', ROUND]) {
    const { stages } = (await t.call('GET', `/v1/lifecycles/${key}`)).body;
    for (const stage of stages) owners.set(`${key} ${stage.key}`, stage.owner);
  }
  const standing = (await positions(t)) as (string | null)[][];
  const open = data.filter((one: { status: string }) => one.status === 'open');
  for (const one of data) seen.add(`handover ${one.status}`);
  for (const { contact_id: id, lifecycle, to_function: to } of open) {
    const at = standing.find(([who, key]) => who === id && key === lifecycle);
    expect([lifecycle, owners.get(`${lifecycle} ${at?.[2]}`), at?.[4]]).toEqual([lifecycle, to, null]);
  }
  expect(new Set(open.map((one: Record<string, string>) => `${one.contact_id} ${one.lifecycle}`)).size).toBe(
    open.length,
  );
}

/** Everything any time says by any knowledge so far. */
async function ask({ t, people }: World, begin: number, at: readonly number[]) {
  const now = t.clock.now();
  const all = await rawRows(t);
  const told: { path: string; text: string }[] = [];
  for (const id of people) {
    const [asOf = now, knownAt = now] = at.map((part) => begin + Math.floor(((now - begin) * part) / 100));
    const when = (ms: number) => new Date(ms).toISOString();
    const path = `/v1/contacts/${id}/positions?as_of=${when(asOf)}&known_at=${when(knownAt)}`;
    const { status, body, text } = await t.call('GET', path);
    expect(status).toBe(200);
    const own = (await t.call('GET', `/v1/contacts/${id}`)).body.id;
    for (const key of [OURS, ROUND]) {
      const rows = all.filter((row) => row.contact_id === own && row.lifecycle === key);
      const said = body.data.find((one: { lifecycle: string }) => one.lifecycle === key);
      const is = standing(rows, knownAt, asOf);
      expect(said && { stage: said.stage, entered_at: said.entered_at, closed: said.closed }).toEqual(is ?? undefined);
    }
    if (own === id) told.push({ path, text });
  }
  return told;
}

it('rules 1 to 5 and 8: whatever is done to people and to the lifecycles they are in, position is fold, visits are disjoint, and no answer once given changes', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(acts, fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 2 }), async (program, times) => {
      const t = await startHouse();
      try {
        const begin = t.clock.now();
        const w = await world(t);
        const told: { path: string; text: string }[] = [];
        let ledger = await rawRows(t);
        for (const one of program) {
          const before = await readTables(t.house);
          const foretold =
            one.kind === 'rename' || one.kind === 'retire' || one.kind === 'revive' ? await simulated(t, one) : null;
          const done = await perform(w, one);
          seen.add(`${one.kind} ${done.status}`);
          expect(done.status, done.text).toBeLessThan(500);
          // The ledger only grows.
          const rows = await rawRows(t);
          expect(rows.slice(0, ledger.length)).toEqual(ledger);
          ledger = rows;
          if (foretold && done.status === 200 && done.body.rows !== undefined) {
            const change = difference(before, await readTables(t.house));
            const added = change.transitions?.added ?? [];
            if (added.length > 0) seen.add('retire rows');
            expect(added.length).toBe(foretold.rows);
            for (const { from, to, contacts } of foretold.moves)
              expect(added.filter((row) => row.from_stage === from && row.to_stage === to)).toHaveLength(contacts);
            expect(change.positions?.changed.length ?? 0).toBe(foretold.rows);
            expect([change.positions?.added ?? [], change.positions?.removed ?? []]).toEqual([[], []]);
          }
          if (done.status >= 400) expect(difference(before, await readTables(t.house)).transitions).toBeUndefined();
          await checkStanding(w);
          await checkHandovers(w, seen);
          for (const at of times) told.push(...(await ask(w, begin, at)));
        }
        for (const { path, text } of told) {
          const again = await t.call('GET', path);
          // Who was merged since is told as the other: the same question about somebody else.
          const id = path.split('/')[3];
          if ((await t.call('GET', `/v1/contacts/${id}`)).body.id === id) expect(again.text).toBe(text);
        }
        expect((await checkHouse(t.house)).faults).toEqual([]);
        await expectJourneysToEndInPositions(t);
        expect(counting(ledger, t.clock.now()).length).toBeGreaterThan(0);
      } finally {
        await t.close();
      }
    }),
    20,
    () => unmet(seen, MET),
  );
});

/** What simulating says of the edit; null where there is none to make. */
async function simulated(t: TestHouse, one: Parameters<typeof draftOf>[1]) {
  const draft = await draftOf(t, one);
  if (!draft) return null;
  const before = await readTables(t.house);
  const { status, body } = await t.call('POST', `/v1/lifecycles/${OURS}/simulate`, draft);
  expect(difference(before, await readTables(t.house))).toEqual({});
  return status === 200 ? (body as { rows: number; moves: { from: string; to: string; contacts: number }[] }) : null;
}
