// Product rule 12: reports counted again by brute force over the raw rows of random programs, with late and undone moves,
// people who come back and closings. What is counted here shares no line with the house.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting } from './effort.ts';
import { ledger, POOL, person, program, run, STAGES, type WireRow } from './programs.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

type Row = WireRow & { outcome: string | null; reason: string | null };
const closing = fc.record({
  kind: fc.constant('close' as const),
  outcome: fc.constantFrom('lost', 'churned', 'disqualified', null),
});
const steps = fc.array(
  fc.oneof({ weight: 4, arbitrary: program.map((all) => all[0]) }, { weight: 1, arbitrary: closing }),
  { minLength: 1, maxLength: 12 },
);
const REASON: Record<string, string> = { lost: 'price', churned: 'dissatisfied', disqualified: 'no-intent' };

/** The rows that count, by what was known then, up to a time: each one asked about every other. */
function counting(rows: readonly Row[], asOf: number, knownAt: number): Row[] {
  const known = rows.filter((row) => Date.parse(row.recorded_at) <= knownAt);
  const stands = (row: Row): boolean => !known.some((other) => other.voids === row.id && stands(other));
  return known
    .filter((row) => row.voids === null && stands(row) && Date.parse(row.effective_at) <= asOf)
    .sort((a, b) => Date.parse(a.effective_at) - Date.parse(b.effective_at) || a.seq - b.seq);
}

interface State {
  readonly at: number;
  /** The stage they are being worked in; null while closed. */
  readonly in: string | null;
  readonly stage: string | null;
  readonly closed: { outcome: string; reason: string | null } | null;
}
/** How a person stood after each row. */
function states(rows: readonly Row[]): State[] {
  const out: State[] = [];
  for (const row of rows) {
    const at = Date.parse(row.effective_at);
    if (row.outcome === null || row.outcome === 'open') out.push({ at, in: row.to, stage: row.to, closed: null });
    else out.push({ at, in: null, stage: row.to, closed: { outcome: row.outcome, reason: row.reason } });
  }
  return out;
}
/** Stretches of the same stage, oldest first. */
function stays(all: readonly State[]) {
  const out: { stage: string; from: number; to: number | null; end: 'moved' | 'closed' | null }[] = [];
  for (const [i, state] of all.entries()) {
    if (state.in === null || all[i - 1]?.in === state.in) continue;
    const next = all.slice(i + 1).find((one) => one.in !== state.in);
    out.push({
      stage: state.in,
      from: state.at,
      to: next?.at ?? null,
      end: next ? (next.in ? 'moved' : 'closed') : null,
    });
  }
  return out;
}

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000);
const at = (ms: number) => new Date(ms).toISOString();

describe('rule 12: reports over random programs', () => {
  it('F1 funnel, time in stage, pools and reasons equal what brute force counts over the raw rows', async () => {
    // What makes reports hard.
    const met = { closings: 0, undone: 0, late: 0 };
    await assertMeeting(
      fc.asyncProperty(
        fc.array(steps, { minLength: 1, maxLength: 4 }),
        fc.record({ from: fc.nat(100), to: fc.nat(100), asOf: fc.nat(100), knownAt: fc.nat(100), open: fc.nat(4) }),
        async (programs, cut) => {
          t.clock.advance(86_400_000);
          const start = t.clock.now();
          const source = `run-${start}`;
          const people: Row[][] = [];
          const ids: string[] = [];
          for (const steps of programs) {
            const id = await person(t, { source });
            ids.push(id);
            for (const step of steps) {
              if (step?.kind === 'close') {
                const { outcome } = step;
                const reason = outcome === null ? undefined : { code: REASON[outcome] };
                const path = `/v1/contacts/${id}/${outcome === null ? 'reopen' : 'close'}`;
                await t.call('POST', path, { ...(outcome === null ? {} : { outcome }), ...(reason ? { reason } : {}) });
              } else if (step) await run(t, id, step, t.key);
            }
          }
          for (const id of ids) people.push((await ledger(t, id)) as Row[]);
          const end = t.clock.now();
          // Half of the cuts fall on the very instant of a row, where off-by-one lives.
          const instants = people.flat().map((row) => Date.parse(row.effective_at));
          const reach = end - start + 3 * 3_600_000;
          const point = (part: number) =>
            part % 2 ? (instants[part % instants.length] ?? end) : end - Math.floor((reach * part) / 100);
          const [one, other] = [point(cut.from), point(cut.to)];
          const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
          const asOf = cut.open > 2 ? end : point(cut.asOf);
          const knownAt = cut.open % 2 === 0 ? end : point(cut.knownAt);
          const within = (time: number) => time >= from && time < to;
          const query = `source=${source}&from=${at(from)}&to=${at(to)}&as_of=${at(asOf)}&known_at=${at(knownAt)}`;
          const report = async (name: string) => {
            const answer = await t.call('GET', `/v1/reports/${name}${name.includes('?') ? '&' : '?'}${query}`);
            expect(answer.status).toBe(200);
            return answer.body;
          };
          const told = people.map((rows) => states(counting(rows, asOf, knownAt)));
          met.closings += told.flat().filter((state) => state.closed).length;
          met.undone += people.flat().filter((row) => row.voids !== null).length;
          met.late += people.flat().filter((row) => row.effective_at < row.recorded_at).length;

          // The funnel, first entries: each person once.
          const cohort = told.filter((all) => all.some((s) => s.in) && within(stays(all)[0]?.from ?? Number.NaN));
          const funnel = await report('funnel');
          expect(funnel.n).toBe(cohort.length);
          const furthest = cohort.map((all) => Math.max(...all.map((s) => (s.in ? STAGES.indexOf(s.in) : -1))));
          for (const [i, stage] of STAGES.entries()) {
            const reached = furthest.filter((step) => step >= i).length;
            const entered = cohort.filter((all) => all.some((s) => s.in === stage)).length;
            const ended = cohort.filter((all, p) => furthest[p] === i && all.at(-1)?.closed).length;
            const advanced = furthest.filter((step) => step > i).length;
            expect(funnel.data[i]).toMatchObject({
              stage,
              reached,
              entered,
              skipped: reached - entered,
              advanced,
              closed: ended,
              open: reached - advanced - ended,
              rate_decided: share(advanced, advanced + ended),
            });
          }

          // All visits, and how long they lasted, those not over included.
          const visits = told.flatMap(stays).filter((one) => within(one.from));
          const times = (await report('time-in-stage')).data;
          const all = (await report('funnel?count=visits')).data;
          for (const [i, stage] of STAGES.entries()) {
            const here = visits.filter((one) => one.stage === stage);
            expect(all[i]).toMatchObject({
              entered: here.length,
              closed: here.filter((v) => v.end === 'closed').length,
            });
            expect(times[i]).toMatchObject({
              stays: here.length,
              moved: here.filter((v) => v.end === 'moved').length,
              closed: here.filter((v) => v.end === 'closed').length,
              open: here.filter((v) => v.end === null).length,
              median_s: slowQuantile(here, asOf, 0.5),
              p90_s: slowQuantile(here, asOf, 0.9),
            });
          }

          // The pools: looked at just before each end of the span.
          const pools = (await report('pools')).data;
          const standing = (before: number) =>
            told
              .map((s) => s.filter((one) => one.at < before).at(-1)?.in ?? null)
              .map((in_) => (in_ ? POOL[in_] : null));
          for (const row of pools) {
            expect(row.at_start).toBe(standing(from).filter((pool) => pool === row.pool).length);
            expect(row.at_end).toBe(standing(to).filter((pool) => pool === row.pool).length);
            expect(row.at_start + row.inflow - row.outflow).toBe(row.at_end);
          }

          // The reasons of closings that took effect in the span.
          const reasons = (await report('reasons')).data;
          const ends = told.flatMap((s) => s.filter((one, i) => one.closed && s[i - 1]?.closed !== one.closed));
          const counted = ends.filter((one) => within(one.at));
          expect(reasons.reduce((sum: number, row: { closings: number }) => sum + row.closings, 0)).toBe(
            counted.length,
          );
          for (const row of reasons)
            expect(
              counted.filter((one) => one.closed?.reason === row.reason && one.closed?.outcome === row.outcome).length,
            ).toBe(row.closings);
        },
      ),
      15,
      () => Object.entries(met).flatMap(([kind, times]) => (times > 0 ? [] : [kind])),
    );
  });

  /** Kaplan and Meier, term by term: for each candidate time the product over all earlier ones. */
  function slowQuantile(here: readonly { from: number; to: number | null }[], asOf: number, part: number) {
    const spans = here.map((one) => ({
      lasted: Math.floor(((one.to ?? asOf) - one.from) / 1000),
      ended: one.to !== null,
    }));
    const times = [...new Set(spans.filter((one) => one.ended).map((one) => one.lasted))].sort((a, b) => a - b);
    const surviving = (time: number) =>
      times
        .filter((one) => one <= time)
        .reduce((left, one) => {
          const risk = spans.filter((span) => span.lasted >= one).length;
          const ended = spans.filter((span) => span.ended && span.lasted === one).length;
          return left * (1 - ended / risk);
        }, 1);
    return times.find((time) => surviving(time) <= 1 - part + 1e-12) ?? null;
  }

  it('the same question on the same ledger has the same figures, counted anew by a fresh thread', async () => {
    const { reports } = t.house.deps;
    const id = await person(t);
    const path = '/v1/reports/funnel?as_of=2026-11-21T08:00:00Z&count=visits&owner=none';
    const first = (await t.call('GET', path)).body;
    await reports.close();
    await t.call('PATCH', `/v1/contacts/${id}`, { company: 'Lumen' });
    const before = reports.counts.computed;
    const again = (await t.call('GET', path)).body;
    expect(reports.counts.computed).toBe(before + 1);
    expect({ ...again, event_seq: 0 }).toEqual({ ...first, event_seq: 0 });
  });
});
