// Product rule 12 where history is hardest: the same reports counted by brute force over the raw rows of programs in which
// stages are merged and retired under people, people are merged with people, and much is late, taken back or closed.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting } from './effort.ts';
import { acts, counting, OURS, perform, type Row, rawRows, world } from './engine.ts';
import { POOL } from './programs.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const ms = (at: string) => Date.parse(at);

interface Stretch {
  stage: string;
  from: number;
  /** Null while it lasts. */
  to: number | null;
  /** In a stage but closed: nobody works with them. */
  closed: { outcome: string; reason: string | null } | null;
  /** The next stretch came about because the stage was retired. */
  retired: boolean;
}
/** One after another, how somebody stood; null where they are somebody else by now. */
function stretches(rows: readonly Row[], now: number): Stretch[] | null {
  const order = counting(rows, now);
  if (order.at(-1)?.to === null) return null;
  const out: Stretch[] = [];
  for (const row of order) {
    const last = out.at(-1);
    const passive = row.source === 'migration' || row.source === 'merge';
    const closed =
      row.outcome && row.outcome !== 'open'
        ? { outcome: row.outcome, reason: row.reason }
        : passive
          ? (last?.closed ?? null)
          : null;
    const stage = row.to ?? '';
    if (last && last.stage === stage && (last.closed === null) === (closed === null) && !row.outcome) continue;
    if (last) {
      last.to = ms(row.effective_at);
      last.retired = row.source === 'migration';
    }
    out.push({ stage, from: ms(row.effective_at), to: null, closed, retired: false });
  }
  return out;
}

it('rule 12: funnel, time in stage, pools and reasons stand on the raw rows, whoever was merged and whatever was retired', async () => {
  const met = { merged: 0, retired: 0, back: 0, late: 0, undone: 0, closings: 0 };
  await assertMeeting(
    fc.asyncProperty(
      fc.tuple(acts, acts).map((both) => both.flat()),
      fc.tuple(fc.nat(100), fc.nat(100)),
      async (program, cuts) => {
        t.clock.advance(86_400_000);
        const begin = t.clock.now();
        // One house for all: a lifecycle whose history is as long as the people's.
        const source = `run-${begin}`;
        const w = await world(t, { source });
        for (const one of program) await perform(w, one);
        t.clock.advance(60_000);
        const end = t.clock.now();
        const rows = (await rawRows(t)).filter((row) => row.lifecycle === OURS);
        const known = w.people.map((id) =>
          stretches(
            rows.filter((row) => row.contact_id === id),
            end,
          ),
        );
        const people = known.filter((one) => one !== null);
        met.merged += known.length - people.length;
        met.retired += people.flat().filter((one) => one.retired).length;
        met.late += rows.filter((row) => row.effective_at < row.recorded_at).length;
        met.undone += rows.filter((row) => row.voids !== null).length;
        const [a = begin, b = end] = cuts.map((part) => begin + Math.floor(((end - begin) * part) / 100));
        const [from, to] = [Math.min(a, b) - 5_400_000, Math.max(a, b) + 1];
        const within = (at: number) => at >= from && at < to;
        const iso = (at: number) => new Date(at).toISOString();
        const report = async (name: string) => {
          const path = `/v1/reports/${name}${name.includes('?') ? '&' : '?'}lifecycle=${OURS}`;
          const answer = await t.call(
            'GET',
            `${path}&from=${iso(from)}&to=${iso(to)}&as_of=${iso(end)}&source=${source}`,
          );
          expect(answer.status).toBe(200);
          return answer.body;
        };
        const lifecycle = (await t.call('GET', `/v1/lifecycles/${OURS}`)).body;
        const steps: string[] = lifecycle.stages.map((stage: { key: string }) => stage.key);
        /** The step a stage is today: itself, or where its people went, and theirs, until one that is still there. */
        const today = (stage: string): string =>
          steps.includes(stage)
            ? stage
            : today(lifecycle.retired.find((one: { key: string }) => one.key === stage)?.into ?? steps[0]);

        // First entries: each person once, by when they first came to a step, called as it is today.
        const open = people.map((all) => all.filter((one) => one.closed === null));
        const cohort = people.flatMap((all, i) => {
          const visits = (open[i] ?? []).map((one) => ({ ...one, stage: today(one.stage) }));
          return visits[0] && within(visits[0].from) ? [{ all, visits }] : [];
        });
        const funnel = await report('funnel');
        expect(funnel.n).toBe(cohort.length);
        const furthest = cohort.map(({ visits }) => Math.max(...visits.map((one) => steps.indexOf(one.stage))));
        for (const [i, stage] of steps.entries()) {
          const here = cohort.filter((_, p) => furthest[p] === i);
          const reached = furthest.filter((step) => step >= i).length;
          const entered = cohort.filter(({ visits }) => visits.some((one) => one.stage === stage)).length;
          const closed = here.filter(({ all }) => all.at(-1)?.closed).length;
          const back = here.filter(({ all }) => {
            const last = all.at(-1);
            return last && !last.closed && steps.indexOf(today(last.stage)) < i;
          }).length;
          met.back += back;
          expect(funnel.data[i]).toMatchObject({
            stage,
            reached,
            entered,
            skipped: reached - entered,
            closed,
            open: here.length - closed,
            back,
          });
        }

        // Every stay, retired stages included; whom a retirement moved on is watched until then, not said to have left.
        const times: { stage: string }[] = (await report('time-in-stage')).data;
        for (const stage of new Set([...steps, ...open.flat().map((one) => one.stage)])) {
          const here = people.flatMap((all) =>
            all.flatMap((one, i) =>
              one.stage === stage && !one.closed && within(one.from) ? [{ one, next: all[i + 1] }] : [],
            ),
          );
          const closed = here.filter(({ next }) => next?.closed).length;
          const moved = here.filter(({ one, next }) => next && !next.closed && !one.retired).length;
          const row = times.find((one) => one.stage === stage);
          if (here.length > 0 || row)
            expect(row).toMatchObject({ stays: here.length, moved, closed, open: here.length - moved - closed });
        }

        const pools = (await report('pools')).data;
        const standing = (before: number) =>
          people.map((all) => {
            const last = all.findLast((one) => one.from < before);
            return last && !last.closed ? POOL[last.stage] : null;
          });
        for (const row of pools) {
          expect(row.at_start).toBe(standing(from).filter((pool) => pool === row.pool).length);
          expect(row.at_end).toBe(standing(to).filter((pool) => pool === row.pool).length);
          expect(row.at_start + row.inflow - row.outflow).toBe(row.at_end);
        }

        const ends = people.flatMap((all) =>
          all.filter(
            (one, i) =>
              one.closed &&
              (!all[i - 1]?.closed || all[i - 1]?.closed?.outcome !== one.closed.outcome) &&
              within(one.from),
          ),
        );
        met.closings += ends.length;
        const reasons = (await report('reasons')).data;
        const sum = (outcome?: string) =>
          reasons
            .filter((row: { outcome: string }) => outcome === undefined || row.outcome === outcome)
            .reduce((total: number, row: { closings: number }) => total + row.closings, 0);
        expect(sum()).toBe(ends.length);
        for (const outcome of ['lost', 'churned', 'disqualified'])
          expect(sum(outcome)).toBe(ends.filter((one) => one.closed?.outcome === outcome).length);
      },
    ),
    10,
    () => Object.entries(met).flatMap(([kind, times]) => (times > 0 ? [] : [kind])),
  );
});
