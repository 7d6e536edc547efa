// Reports on histories whose truth is known by how they were made; one of them deceives a funnel made with SQL alone.
import { describe, expect, it } from 'vitest';
import { foldPosition, type LedgerRow } from '../ledger.ts';
import type { Stage } from '../lifecycles.ts';
import { sevenStage } from '../presets/seven-stage.ts';
import { wholeLife } from '../presets/whole-life.ts';
import { calendar } from './calendar.ts';
import { cohorts, conversion } from './conversion.ts';
import { coverage } from './coverage.ts';
import { type FunnelParameters, funnel } from './funnel.ts';
import { journeyOf, wayOf } from './journey.ts';
import { pools } from './pools.ts';
import { reasonsReport } from './reasons-report.ts';
import type { FigureRow } from './report.ts';
import { DAY, day, person, reportOver, rows, SPAN, walk } from './reports.test-support.ts';
import { quantiles } from './survival.ts';
import { timeInStage } from './time-in-stage.ts';
import { validity } from './validity.ts';

const STEPS = wayOf(sevenStage);
const funnelOf = (people: ReturnType<typeof person>[], more: Partial<FunnelParameters> = {}) =>
  reportOver(funnel({ ...SPAN, steps: STEPS, count: 'first', externalFirst: null, ...more }), people);
const step = (found: readonly FigureRow[], stage: string) => found.find((row) => row.stage === stage);

describe('the funnel', () => {
  it('F1 mall funnel 10000-3000-300-90-9: a count from outside, then each step with its rate', () => {
    const made = (n: number, ...stages: string[]) =>
      Array.from({ length: n }, () => person(rows(...stages.map((to, i) => ({ day: i, to })))));
    const people = [
      ...made(2700, 'lead'),
      ...made(210, 'lead', 'mql'),
      ...made(81, 'lead', 'mql', 'sql'),
      ...made(9, 'lead', 'mql', 'sql', 'customer'),
    ];
    const { n, rows: found } = funnelOf(people, { steps: ['lead', 'mql', 'sql', 'customer'], externalFirst: 10_000 });
    expect(n).toBe(3000);
    expect(found.map((row) => [row.step, row.stage, row.reached, row.rate_from_previous])).toEqual([
      [1, null, 10_000, null],
      [2, 'lead', 3000, 0.3],
      [3, 'mql', 300, 0.1],
      [4, 'sql', 90, 0.3],
      [5, 'customer', 9, 0.1],
    ]);
    expect(found.at(-1)?.rate_from_first).toBe(0.0009);
  });

  it('says a skip is a skip: who jumps over a step has reached it and not entered it', () => {
    const { rows: found } = funnelOf([person(walk({ 0: 'subscriber', 1: 'opportunity' }))]);
    expect(step(found, 'mql')).toMatchObject({ reached: 1, entered: 0, skipped: 1, advanced: 1 });
    expect(step(found, 'opportunity')).toMatchObject({ reached: 1, entered: 1, skipped: 0, open: 1 });
  });

  it('counts no undone move, and a person who comes back once; as visits, each time', () => {
    const undone = rows({ day: 0, to: 'lead' }, { day: 1, to: 'customer' });
    undone.push(...rows({ day: 1, to: 'lead', voids: undone[1]?.id ?? '' }));
    const again = walk({ 0: 'lead', 2: 'mql', 4: 'lead', 6: 'mql', 8: 'sql' });
    const people = [person(undone), person(again)];
    expect(step(funnelOf(people).rows, 'customer')).toMatchObject({ reached: 0 });
    expect(step(funnelOf(people).rows, 'mql')).toMatchObject({ reached: 1, advanced: 1 });
    const visits = funnelOf(people, { count: 'visits' });
    expect(step(visits.rows, 'mql')).toMatchObject({ entered: 2, advanced: 1, back: 1, open: 0 });
    expect(step(visits.rows, 'lead')).toMatchObject({ entered: 3, advanced: 2, open: 1 });
    expect(visits.n).toBe(6);
  });

  it('takes people by the date they entered, follows them up to as_of, and knows what was known by known_at', () => {
    const early = person(walk({ 0: 'lead', 40: 'customer' }));
    const late = person(walk({ 20: 'lead' }));
    const backDated = person(rows({ day: 1, to: 'lead' }, { day: 2, to: 'sql', recordedAt: day(50) }));
    const people = [early, late, backDated];
    const cohort = { from: day(0), to: day(7) };
    expect(funnelOf(people, cohort).n).toBe(2);
    expect(step(funnelOf(people, cohort).rows, 'customer')).toMatchObject({ reached: 1 });
    expect(step(funnelOf(people, { ...cohort, asOf: day(30) }).rows, 'customer')).toMatchObject({ reached: 0 });
    expect(step(funnelOf(people, { ...cohort, knownAt: day(45) }).rows, 'sql')).toMatchObject({ entered: 0 });
    expect(step(funnelOf(people, cohort).rows, 'sql')).toMatchObject({ entered: 1 });
  });

  it('keeps who is open apart from who is closed: the same 10 of 100 mean 10 % or 50 %', () => {
    const going = Array.from({ length: 80 }, () => person(walk({ 0: 'lead' })));
    const closed = Array.from({ length: 10 }, () =>
      person([...walk({ 0: 'lead' }), ...rows({ day: 3, to: 'lead', outcome: 'lost', reason: 'price' })]),
    );
    const won = Array.from({ length: 10 }, () => person(walk({ 0: 'lead', 5: 'mql' })));
    const { rows: found } = funnelOf([...going, ...closed, ...won]);
    expect(step(found, 'lead')).toMatchObject({ reached: 100, advanced: 10, open: 80, closed: 10, rate_decided: 0.5 });
    expect(step(found, 'mql')).toMatchObject({ rate_from_previous: 0.1 });
  });

  it('as visits, counts who moved on past the steps asked for and was closed there as closed, and who is still there as open', () => {
    const lost = rows({ day: 3, to: 'mql', outcome: 'lost', reason: 'price' });
    const people = [
      person([...walk({ 0: 'lead', 1: 'mql' }), ...lost]),
      person(walk({ 0: 'lead', 1: 'mql' })),
      person([...walk({ 0: 'lead', 1: 'mql' }), ...lost, ...walk({ 9: 'customer' })]),
    ];
    const { rows: found } = funnelOf(people, { count: 'visits', steps: ['lead', 'customer'] });
    expect(step(found, 'lead')).toMatchObject({ entered: 3, advanced: 1, closed: 1, open: 1, rate_decided: 0.5 });
  });

  it('leaves out who was merged into another, who counts', () => {
    const merged = person([...walk({ 0: 'lead', 1: 'mql' }), ...rows({ day: 2, to: null, source: 'merge' })]);
    expect(funnelOf([merged, person(walk({ 0: 'lead' }))]).n).toBe(1);
  });

  it('gives the same bytes whatever order people and rows come in', () => {
    const people = [
      person(walk({ 0: 'lead', 2: 'mql', 4: 'lead', 6: 'sql' })),
      person(walk({ 1: 'subscriber', 3: 'customer' })),
    ];
    const turned = people.toReversed().map((one) => ({ ...one, rows: one.rows.toReversed() }));
    expect(JSON.stringify(funnelOf(turned))).toBe(JSON.stringify(funnelOf(people)));
  });
});

describe('survivor bias', () => {
  // 100 people enter lead on day 0. 40 move on after 2 days; 10 more after 20 days; 50 are still there on day 30.
  const quick = Array.from({ length: 40 }, () => person(walk({ 0: 'lead', 2: 'mql' })));
  const slow = Array.from({ length: 10 }, () => person(walk({ 0: 'lead', 20: 'sql' })));
  const stuck = Array.from({ length: 50 }, () => person(walk({ 0: 'lead' })));
  const returned = Array.from({ length: 5 }, () => person(walk({ 25: 'mql', 26: 'lead', 27: 'mql' })));
  const people = [...quick, ...slow, ...stuck];

  it('is what time in stage over the moves alone has: 2 days, where half the people have been there for 30', () => {
    // As the usual query does it: only rows that left the stage have a duration.
    const lengths = people.flatMap(({ rows: [first, next] }) =>
      first && next ? [next.effectiveAt - first.effectiveAt] : [],
    );
    const naive = lengths.sort((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)];
    expect(naive).toBe(2 * DAY);
    const { rows: found } = reportOver(timeInStage({ ...SPAN, asOf: day(30), count: 'first' }), people);
    expect(step(found, 'lead')).toMatchObject({
      stays: 100,
      moved: 50,
      open: 50,
      median_s: (20 * DAY) / 1000,
      p90_s: null,
      longest_open_s: (30 * DAY) / 1000,
    });
  });

  it('is what a funnel that counts rows per stage has: more at the second step than ever came to the first', () => {
    const all = [...people, ...returned];
    const entries = (stage: string) => all.flatMap((one) => one.rows).filter((row) => row.to === stage).length;
    const naiveRate = entries('mql') / entries('lead');
    const { rows: found } = funnelOf(all, { steps: ['lead', 'mql', 'sql'], from: day(0), to: day(7), asOf: day(30) });
    expect(naiveRate).not.toBe(0.5);
    expect(step(found, 'mql')).toMatchObject({ reached: 50, entered: 40, skipped: 10, rate_from_previous: 0.5 });
    for (const [i, row] of found.entries())
      if (i > 0) expect(Number(row.reached)).toBeLessThanOrEqual(Number(found[i - 1]?.reached));
  });
});

describe('a stage that was retired', () => {
  it('L6 keeps its past: stays there are watched until then, and its pool is the one it had', () => {
    const [subscriber, lead, ...rest] = sevenStage.stages;
    if (!subscriber || !lead) throw new Error('no stages');
    const retired = { ...lead, key: 'old-lead', into: 'lead' };
    const lifecycle = { ...sevenStage, stages: [subscriber, lead, ...rest], retired: [retired] };
    const moved = person(walk({ 0: 'old-lead', 4: 'mql' }));
    const migrated = person([...walk({ 0: 'old-lead' }), ...rows({ day: 10, to: 'lead', source: 'migration' })]);
    const found = reportOver(timeInStage({ ...SPAN, lifecycle, count: 'first' }), [moved, migrated]).rows;
    expect(step(found, 'old-lead')).toMatchObject({ stays: 2, moved: 1, open: 1, median_s: (4 * DAY) / 1000 });
    const balance = reportOver(pools({ ...SPAN, lifecycle, by: 'all' }), [moved, migrated]).rows;
    expect(balance.find((row) => row.pool === 'lead')).toMatchObject({ inflow: 2, outflow: 0, at_end: 2 });
  });
});

describe('who was in a stage before it was retired', () => {
  const [subscriber, lead, ...rest] = sevenStage.stages as [Stage, Stage, ...Stage[]];
  const retired = [
    { ...lead, key: 'warm', into: 'hot' },
    { ...lead, key: 'hot', into: 'lead' },
  ];
  const lifecycle = { ...sevenStage, stages: [subscriber, lead, ...rest], retired };
  const migrated = (...more: LedgerRow[]) =>
    person([
      ...walk({ 0: 'warm' }),
      ...rows({ day: 10, to: 'hot', source: 'migration' }, { day: 20, to: 'lead', source: 'migration' }),
      ...more,
    ]);
  const week = { lifecycle, from: day(0), to: day(7) };

  it('stays in the funnel of their day, in the stage their people went to, also asked as it was known before', () => {
    for (const span of [week, { ...week, asOf: day(5), knownAt: day(5) }]) {
      const found = funnelOf([migrated()], span);
      expect([found.n, step(found.rows, 'lead')]).toMatchObject([1, { reached: 1, entered: 1, open: 1 }]);
    }
    const visits = funnelOf([migrated(...walk({ 30: 'mql' }))], { ...week, count: 'visits' });
    expect([visits.n, step(visits.rows, 'lead')]).toMatchObject([1, { entered: 1, advanced: 1, open: 0 }]);
  });

  it('stays in conversion, cohorts and validity of their week', () => {
    const people = [migrated(...walk({ 30: 'customer' }))];
    const passage = { ...SPAN, ...week, start: 'lead', goal: 'customer' };
    expect(reportOver(conversion({ ...passage, by: 'week' }), people).rows[0]).toMatchObject({
      key: '2026-W45',
      converted: 1,
    });
    expect(reportOver(cohorts({ ...passage, unit: 'week', ages: 1 }), people).rows[0]).toMatchObject({
      cohort: '2026-W45',
    });
    const closed = [...walk({ 0: 'warm' }), ...rows({ day: 1, to: 'warm', outcome: 'lost', reason: 'price' })];
    const valid = reportOver(validity({ ...SPAN, ...week, qualifies: 'lead' }), [person(closed)]).rows;
    expect(valid.at(-1)).toMatchObject({ group: 'all', valid: 1 });
  });
});

describe('the product-limit estimate', () => {
  it('gives the medians Freireich’s trial of 1963 is known for: 23 weeks, and 8 with placebo', () => {
    const ended = (...weeks: number[]) => weeks.map((lasted) => ({ lasted, ended: true }));
    const open = (...weeks: number[]) => weeks.map((lasted) => ({ lasted, ended: false }));
    const treated = [...ended(6, 6, 6, 7, 10, 13, 16, 22, 23), ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
    expect(quantiles(treated, [0.5, 0.9])).toEqual([23, null]);
    const placebo = ended(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    expect(quantiles(placebo, [0.5])).toEqual([8]);
    expect(quantiles([], [0.5])).toEqual([null]);
  });
});

describe('closings', () => {
  const closing = (on: number, outcome: 'lost' | 'churned' | 'disqualified', reason: string) =>
    rows({ day: on, to: 'lead', outcome, reason });

  it('P7 a closed person keeps the stage, is in no stay until reopened, and a move opens them again', () => {
    const told = [...walk({ 0: 'lead' }), ...closing(5, 'lost', 'price')];
    const still = journeyOf(told, sevenStage, SPAN);
    expect([still.stage, still.closed?.reason, still.stays.at(-1)?.end]).toEqual(['lead', 'price', 'closed']);
    const reopened = journeyOf([...told, ...rows({ day: 8, to: 'lead', outcome: 'open' })], sevenStage, SPAN);
    expect(reopened).toMatchObject({ stage: 'lead', closed: null, closings: [{ reopenedAt: day(8) }] });
    expect(reopened.stays.map((stay) => stay.enteredAt)).toEqual([day(0), day(8)]);
    const moved = journeyOf([...told, ...walk({ 9: 'mql' })], sevenStage, SPAN);
    expect(moved).toMatchObject({ stage: 'mql', closed: null });
    const migrated = journeyOf([...told, ...rows({ day: 9, to: 'mql', source: 'migration' })], sevenStage, SPAN);
    expect(migrated).toMatchObject({ stage: 'mql', closed: { outcome: 'lost' } });
  });

  it('a closing counts in its stage also where the move into that stage was taken back since, as the position has it', () => {
    const entered = rows({ day: 0, to: 'customer' });
    const back = rows({ day: 0, to: null, voids: entered[0]?.id ?? '' });
    const told = [...entered, ...closing(5, 'lost', 'price'), ...back];
    expect(foldPosition(told)).toMatchObject({ stage: 'lead', closed: { outcome: 'lost' } });
    expect(journeyOf(told, sevenStage, SPAN)).toMatchObject({
      stage: 'lead',
      closings: [{ stage: 'lead' }],
      stays: [],
    });
    const open = rows({ day: 8, to: 'lead', outcome: 'open' });
    expect(journeyOf([...told, ...open], sevenStage, SPAN)).toMatchObject({
      stage: 'lead',
      stays: [{ enteredAt: day(8) }],
    });
    const moved = rows({ day: 2, to: 'mql' });
    const without = [
      ...walk({ 0: 'lead' }),
      ...moved,
      ...rows({ day: 4, to: 'mql', outcome: 'open' }, { day: 2, to: null, voids: moved[0]?.id ?? '' }),
    ];
    expect(journeyOf(without, sevenStage, SPAN).stays.map((stay) => [stay.stage, stay.end])).toEqual([
      ['lead', 'moved'],
      ['mql', null],
    ]);
  });

  it('P7 recovery by reason: who came back of those lost for each reason, and the first reason of each person', () => {
    const back = (reason: string) =>
      person([
        ...walk({ 0: 'customer' }),
        ...rows({ day: 5, to: 'customer', outcome: 'churned', reason }, { day: 9, to: 'customer', outcome: 'open' }),
      ]);
    const gone = (reason: string) =>
      person([...walk({ 0: 'customer' }), ...rows({ day: 5, to: 'customer', outcome: 'churned', reason })]);
    const twice = person([
      ...walk({ 0: 'customer' }),
      ...rows(
        { day: 5, to: 'customer', outcome: 'churned', reason: 'price' },
        { day: 6, to: 'customer', outcome: 'open' },
        { day: 7, to: 'customer', outcome: 'churned', reason: 'dissatisfied' },
      ),
    ]);
    const report = reasonsReport({ ...SPAN, outcome: null });
    const { n, rows: found } = reportOver(report, [back('price'), gone('price'), gone('dissatisfied'), twice]);
    expect(n).toBe(5);
    expect(found).toMatchObject([
      { reason: 'price', closings: 3, first: 3, reopened: 2, recovered: 1, recovery_rate: 0.3333 },
      { reason: 'dissatisfied', closings: 2, first: 1, reopened: 0, recovered: 0 },
    ]);
  });

  it('P7 two stages that mean lost become one: nobody in them has come back, and nobody was closed a second time', () => {
    const lost = wholeLife.stages.find((one) => one.key === 'lost') as Stage;
    const lifecycle = { ...wholeLife, retired: [{ ...lost, key: 'poached', into: 'lost' }] };
    const told = [...walk({ 0: 'closed' }), ...rows({ day: 5, to: 'poached', reason: 'price' })];
    const migrated = person([...told, ...rows({ day: 9, to: 'lost', source: 'migration' })]);
    const { n, rows: found } = reportOver(reasonsReport({ ...SPAN, lifecycle, outcome: null }), [migrated]);
    expect([n, found]).toMatchObject([1, [{ outcome: 'lost', reason: 'price', closings: 1, first: 1, reopened: 0 }]]);
    const won = [...migrated.rows, ...rows({ day: 12, to: 'active' })];
    expect(journeyOf(won, lifecycle, SPAN)).toMatchObject({ stage: 'active', closings: [{ reopenedAt: day(12) }] });
  });

  it('P7 who was in a stage that means lost, was merged away and came back by a revert, is in that stage again and still closed once', () => {
    const told = rows(
      { day: 0, to: 'closed' },
      { day: 5, to: 'lost', reason: 'price' },
      { day: 6, to: null, source: 'merge' },
      { day: 7, to: 'lost', source: 'merge' },
    );
    const journey = journeyOf(told, wholeLife, SPAN);
    expect(journey.closings).toMatchObject([{ outcome: 'lost', reason: 'price', reopenedAt: null }]);
    expect(journey.stays.at(-1)).toMatchObject({ stage: 'lost', enteredAt: day(7), leftAt: null });
  });

  it('P7 a stage that means lost is retired into one that means disqualified: still one closing, as lost, with its reason', () => {
    const lost = wholeLife.stages.find((one) => one.key === 'lost') as Stage;
    const unfit: Stage = { ...lost, key: 'unfit', terminal: 'disqualified' };
    const stages = [...wholeLife.stages.filter((one) => one !== lost), unfit];
    const lifecycle = { ...wholeLife, stages, retired: [{ ...lost, into: 'unfit' }] };
    const told = [...walk({ 0: 'closed' }), ...rows({ day: 5, to: 'lost', reason: 'price' })];
    const migrated = person([...told, ...rows({ day: 9, to: 'unfit', source: 'migration' })]);
    const { n, rows: found } = reportOver(reasonsReport({ ...SPAN, lifecycle, outcome: null }), [migrated]);
    expect([n, found]).toMatchObject([1, [{ outcome: 'lost', reason: 'price', closings: 1, first: 1, reopened: 0 }]]);
    const moved = person([...told, ...rows({ day: 9, to: 'unfit', reason: 'no-intent' })]);
    expect(journeyOf(moved.rows, lifecycle, SPAN).closings).toMatchObject([
      { reopenedAt: day(9) },
      { outcome: 'disqualified' },
    ]);
  });

  it('C9 validity by source and week, with the bounds the undecided leave', () => {
    const valid = Array.from({ length: 6 }, () => person(walk({ 0: 'lead', 1: 'mql' }), { source: 'ad' }));
    const invalid = Array.from({ length: 4 }, () =>
      person([...walk({ 0: 'lead' }), ...closing(2, 'disqualified', 'no-intent')], { source: 'ad' }),
    );
    const undecided = Array.from({ length: 2 }, () => person(walk({ 7: 'lead' }), { source: 'ad' }));
    const report = validity({ ...SPAN, qualifies: 'mql' });
    const { rows: found } = reportOver(report, [...valid, ...invalid, ...undecided]);
    expect(found).toMatchObject([
      { group: 'source-week', source: 'ad', week: '2026-W45', people: 10, validity: 0.6 },
      { group: 'source-week', source: 'ad', week: '2026-W46', people: 2, validity: null },
      { group: 'source', source: 'ad', week: null, people: 12, validity: 0.6, at_least: 0.5, at_most: 0.6667 },
      { group: 'all', people: 12 },
    ]);
  });
});

describe('pools', () => {
  it('L5 balance: what was there, came and went is what is there, in every period', () => {
    const people = [
      person(walk({ 0: 'subscriber', 8: 'lead', 9: 'customer' })),
      person([...walk({ 1: 'lead' }), ...rows({ day: 10, to: 'lead', outcome: 'lost', reason: 'price' })]),
      person(walk({ 2: 'lead', 16: 'subscriber' })),
    ];
    const { rows: found } = reportOver(pools({ ...SPAN, by: 'week' }), people);
    for (const row of found) expect(Number(row.at_start) + Number(row.inflow) - Number(row.outflow)).toBe(row.at_end);
    const lead = found.filter((row) => row.pool === 'lead');
    expect(lead.map((row) => [row.period, row.at_start, row.inflow, row.outflow, row.closed])).toEqual([
      ['2026-W45', 0, 2, 0, 0],
      ['2026-W46', 2, 1, 2, 1],
      ['2026-W47', 1, 0, 1, 0],
    ]);
    const quiet = { ...SPAN, from: day(3), to: day(7) };
    const still = (by: 'week' | 'month' | 'all') => reportOver(pools({ ...quiet, by }), people).rows;
    expect(still('week').map((row) => row.period)).toEqual(Array(4).fill('2026-W45'));
    expect(still('week').find((row) => row.pool === 'lead')).toMatchObject({ at_start: 2, at_end: 2 });
    expect([still('month')[0]?.period, still('all')[0]?.period]).toEqual(['2026-11', 'all']);
    const middle = reportOver(pools({ ...SPAN, by: 'all', from: day(7), to: day(14) }), people).rows;
    expect(middle.find((row) => row.pool === 'lead')).toMatchObject({ at_start: 2, inflow: 1, outflow: 2, at_end: 1 });
    expect(middle.find((row) => row.pool === 'asset')).toMatchObject({ at_start: 0, inflow: 1, at_end: 1 });
  });
});

describe('conversion and cohorts', () => {
  const people = [
    person(walk({ 0: 'lead', 3: 'customer' }), { owner: 'a', source: 'fair' }),
    person(walk({ 0: 'lead' }), { owner: 'a', source: 'ad' }),
    person([...walk({ 8: 'lead' }), ...rows({ day: 9, to: 'lead', outcome: 'lost', reason: 'price' })], { owner: 'b' }),
  ];
  it('by owner, source or week, with the open ones apart and a last row for all', () => {
    const by = (what: 'owner' | 'week' | 'source') =>
      reportOver(conversion({ ...SPAN, start: 'lead', goal: 'customer', by: what }), people).rows;
    expect(by('owner')).toMatchObject([
      { key: 'a', people: 2, converted: 1, open: 1, closed: 0, rate: 0.5, rate_decided: 1 },
      { key: 'b', people: 1, converted: 0, open: 0, closed: 1, rate: 0 },
      { group: 'all', people: 3, converted: 1 },
    ]);
    expect(by('week').map((row) => row.key)).toEqual(['2026-W45', '2026-W46', null]);
    expect(by('source').map((row) => row.key)).toEqual(['ad', 'fair', null, null]);
  });

  it('say nothing about an age a cohort has not come to', () => {
    const report = cohorts({ ...SPAN, asOf: day(22), start: 'lead', goal: 'customer', unit: 'week', ages: 3 });
    const { rows: found } = reportOver(report, people);
    expect(found.map((row) => [row.cohort, row.age, row.people, row.converted])).toEqual([
      ['2026-W45', 1, 2, 1],
      ['2026-W45', 2, 2, 1],
      ['2026-W45', 3, 2, null],
      ['2026-W46', 1, 1, 0],
      ['2026-W46', 2, 1, null],
      ['2026-W46', 3, 1, null],
    ]);
  });
});

describe('coverage', () => {
  it('P15 N6 gives each of the seven a measured share, and next steps by owner', () => {
    const report = coverage();
    const contact = { owner: 'a', reachable: true, interestKnown: false, marketable: true, marketedTo: false };
    report.addContact({ ...contact, nextStep: true });
    report.addContact({ ...contact, nextStep: false, owner: 'b', marketedTo: true });
    report.addContact({ ...contact, nextStep: false, owner: null, reachable: false, marketable: false });
    report.addStaff({ role: 'rep', acted: true, moved: true, logged: true, planned: false });
    report.addStaff({ role: 'owner', acted: false, moved: false, logged: false, planned: false });
    const { n, rows: found } = report.figures();
    expect(n).toBe(3);
    expect(found.map((row) => [row.share_of, row.owner, row.part, row.whole])).toEqual([
      ['staff', null, 1, 1],
      ['boss', null, 0, 1],
      ['management', null, 0, 0],
      ['product', null, 0, 3],
      ['marketing', null, 1, 2],
      ['training', null, 0, 1],
      ['customer', null, 2, 3],
      ['next-step', null, 1, 2],
      ['next-step', 'a', 1, 1],
      ['next-step', 'b', 0, 1],
    ]);
  });
});

describe('weeks and months', () => {
  it('begin where the zone has midnight, and a week belongs to the year of its Thursday', () => {
    const week = calendar('week', 'Asia/Shanghai');
    expect(week(Date.parse('2026-11-01T15:59:59Z')).name).toBe('2026-W44');
    expect(week(Date.parse('2026-11-01T16:00:00Z'))).toMatchObject({
      name: '2026-W45',
      from: Date.parse('2026-11-01T16:00:00Z'),
    });
    expect(calendar('week', 'UTC')(Date.parse('2027-01-02T12:00:00Z')).name).toBe('2026-W53');
    expect(calendar('month', 'UTC')(Date.parse('2026-12-31T12:00:00Z'))).toEqual({
      name: '2026-12',
      from: Date.parse('2026-12-01T00:00:00Z'),
      to: Date.parse('2027-01-01T00:00:00Z'),
    });
    const spring = calendar('week', 'Europe/Madrid')(Date.parse('2026-03-29T12:00:00Z'));
    expect(spring.to - spring.from).toBe(7 * DAY - 3_600_000);
  });
});
