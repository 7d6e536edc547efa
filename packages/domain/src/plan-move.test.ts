import { describe, expect, it } from 'vitest';
import { foldPosition, type LedgerRow } from './ledger.ts';
import type { Lifecycle } from './lifecycles.ts';
import { HOUR, move, NOTHING, rowsOf, situation, T0, withPolicy } from './plan-move.test-support.ts';
import { availableMoves } from './plan-move.ts';
import { findPreset } from './presets/catalogue.ts';
import { sevenStage } from './presets/seven-stage.ts';

describe('a move through the seven stages', () => {
  it('enters the first stage where there is no position', () => {
    expect(move([], { to: 'subscriber' })).toEqual({
      kind: 'moved',
      from: null,
      to: 'subscriber',
      direction: 'enter',
      effectiveAt: T0,
      recordedAt: T0,
      timeInPreviousS: null,
      position: { stage: 'subscriber', enteredAt: T0 },
      warnings: [],
      unmetCriteria: [],
      effects: [
        { kind: 'position', from: null, to: 'subscriber' },
        { kind: 'pool', from: null, to: 'traffic' },
        { kind: 'owner-function', from: null, to: 'marketing' },
        { kind: 'outreach', from: null, to: 'none' },
      ],
      handover: { withdraws: false, opens: null },
    });
  });

  it('goes forward one stage and says how long the last one lasted', () => {
    const facts = { ...NOTHING, identityChannels: ['email'] };
    expect(move(rowsOf('subscriber'), { to: 'lead' }, { facts })).toMatchObject({
      kind: 'moved',
      from: 'subscriber',
      direction: 'forward',
      timeInPreviousS: 3600,
      warnings: [],
      unmetCriteria: [],
    });
  });

  it('warns of criteria that are not met, and moves', () => {
    expect(move(rowsOf('subscriber'), { to: 'lead' })).toMatchObject({
      kind: 'moved',
      warnings: ['criteria-unmet'],
      unmetCriteria: ['left-contact'],
    });
  });

  it('warns of a skip, and moves', () => {
    expect(move(rowsOf('subscriber'), { to: 'mql', evidence: { 'booked-trial': true } })).toMatchObject({
      kind: 'moved',
      direction: 'skip',
      warnings: ['stages-skipped'],
    });
  });

  it('asks for a reason on the way back', () => {
    const rows = rowsOf('subscriber', 'lead');
    expect(move(rows, { to: 'subscriber' })).toMatchObject({ kind: 'refused', code: 'reason-required' });
    expect(move(rows, { to: 'subscriber', reason: { code: 'nonsense' } })).toMatchObject({ code: 'reason-unknown' });
    expect(move(rows, { to: 'subscriber', reason: { code: 'no-intent' } })).toMatchObject({ code: 'reason-unfit' });
    expect(move(rows, { to: 'subscriber', reason: { code: 'other', note: '  ' } })).toMatchObject({
      code: 'reason-note-required',
    });
    expect(move(rows, { to: 'subscriber', reason: { code: 'other', note: 'asked to wait' } })).toMatchObject({
      kind: 'moved',
      direction: 'backward',
    });
    expect(move(rows, { to: 'subscriber', reason: { code: 'postponed' } })).toMatchObject({ kind: 'moved' });
  });

  it('takes any known reason on a move that needs none, and refuses an unknown one', () => {
    const rows = rowsOf('subscriber');
    expect(move(rows, { to: 'lead', reason: { code: 'no-intent' } })).toMatchObject({ kind: 'moved' });
    expect(move(rows, { to: 'lead', reason: { code: 'nonsense' } })).toMatchObject({ code: 'reason-unknown' });
    expect(move(rows, { to: 'lead', reason: { code: 'other' } })).toMatchObject({ code: 'reason-note-required' });
  });

  it('lets only a customer become an evangelist, and names the moves that are open', () => {
    expect(move(rowsOf('opportunity'), { to: 'evangelist' })).toEqual({
      kind: 'refused',
      code: 'move-not-allowed',
      detail: 'evangelist can be entered only from customer.',
      faults: [{ code: 'move-not-allowed', detail: 'evangelist can be entered only from customer.' }],
      allowedMoves: ['subscriber', 'lead', 'mql', 'sql', 'customer'],
      unmetCriteria: ['joined-referral'],
    });
    expect(move([], { to: 'evangelist' })).toMatchObject({ code: 'move-not-allowed' });
    expect(move(rowsOf('customer'), { to: 'evangelist' })).toMatchObject({ kind: 'moved', direction: 'forward' });
  });

  it('calls it re-entry to go forward into a stage the contact has been in', () => {
    const rows = rowsOf('subscriber', 'lead', 'mql', 'subscriber');
    expect(move(rows, { to: 'mql' })).toMatchObject({ direction: 're-entry', warnings: ['criteria-unmet'] });
    expect(move(rows, { to: 'sql' })).toMatchObject({ direction: 'skip' });
  });

  it('does not count a visit that was undone as a visit', () => {
    const rows = rowsOf('subscriber', 'lead', 'mql');
    const undo = { id: 'trn_4', seq: 4, from: 'mql', to: 'lead', voids: 'trn_3', actorId: 'stf_1' };
    const undone = [...rows, { ...undo, effectiveAt: T0 + 2 * HOUR, recordedAt: T0 + 2 * HOUR }];
    expect(move(undone, { to: 'mql' })).toMatchObject({ direction: 'forward' });
  });

  it('changes nothing where the contact is there already', () => {
    expect(move(rowsOf('lead'), { to: 'lead' })).toEqual({ kind: 'unchanged' });
  });

  it('tells a caller that saw an old stage, before anything else about the stage', () => {
    const rows = rowsOf('subscriber', 'lead');
    expect(move(rows, { to: 'mql', expectFrom: 'subscriber' })).toEqual({ kind: 'stale', from: 'lead' });
    expect(move(rows, { to: 'lead', expectFrom: 'subscriber' })).toEqual({ kind: 'stale', from: 'lead' });
    expect(move(rows, { to: 'mql', expectFrom: null })).toEqual({ kind: 'stale', from: 'lead' });
    expect(move(rows, { to: 'mql', expectFrom: 'lead' })).toMatchObject({ kind: 'moved' });
    expect(move([], { to: 'lead', expectFrom: null })).toMatchObject({ kind: 'moved' });
  });

  it('refuses a stage that does not exist, by whatever name', () => {
    for (const to of ['gold', '', '__proto__', 'constructor', 'Lead'])
      expect(move(rowsOf('subscriber'), { to })).toMatchObject({ kind: 'refused', code: 'stage-unknown' });
  });

  it('refuses with every fault at once: the time, the reason, criteria that are asked for', () => {
    const lifecycle = withPolicy({ criteria: 'enforce' });
    const request = { to: 'subscriber', effectiveAt: T0 + 24 * HOUR };
    const codes = (to: string, rows: LedgerRow[], more: object = {}) => {
      const plan = move(rows, { ...request, to, ...more }, { lifecycle });
      return plan.kind === 'refused' ? [plan.code, ...plan.faults.map((one) => one.code)] : plan.kind;
    };
    expect(codes('sql', rowsOf('customer'))).toEqual([
      'effective-in-future',
      'effective-in-future',
      'reason-required',
      'criteria-unmet',
    ]);
    expect(codes('sql', rowsOf('customer'), { effectiveAt: undefined })).toEqual([
      'reason-required',
      'reason-required',
      'criteria-unmet',
    ]);
    expect(codes('customer', rowsOf('customer'), { reason: { code: 'nope' } })).toEqual([
      'effective-in-future',
      'effective-in-future',
    ]);
  });

  it('refuses more than 60 seconds ahead', () => {
    const rows = rowsOf('subscriber');
    const now = T0 + HOUR;
    expect(move(rows, { to: 'lead', effectiveAt: now + 60_000 })).toMatchObject({ kind: 'moved' });
    expect(move(rows, { to: 'lead', effectiveAt: now + 60_001 })).toMatchObject({ code: 'effective-in-future' });
  });

  it('takes a late move as a back-dated row and says where the contact is after it', () => {
    const rows = rowsOf('subscriber', 'lead', 'mql');
    const late = move(rows, { to: 'sql', effectiveAt: T0 + HOUR + 60_000 });
    expect(late).toMatchObject({
      kind: 'moved',
      from: 'mql',
      timeInPreviousS: null,
      position: { stage: 'mql', enteredAt: T0 + 2 * HOUR },
      effects: [],
    });
    expect(late).toHaveProperty('warnings', ['criteria-unmet', 'position-unchanged']);
  });

  it('made now counts as the last, also where the clock of the row before it ran ahead', () => {
    const ahead = { ...rowsOf('subscriber', 'lead')[1], effectiveAt: T0 + 2 * HOUR + 40_000 } as LedgerRow;
    const rows = [...rowsOf('subscriber'), ahead];
    expect(move(rows, { to: 'mql' })).toMatchObject({
      kind: 'moved',
      effectiveAt: ahead.effectiveAt,
      position: { stage: 'mql', enteredAt: ahead.effectiveAt },
    });
  });

  it('splits a stay that a late move falls into', () => {
    // lead, mql, lead, and then the mql row voided: one unbroken stay in lead made of two rows
    const rows = rowsOf('lead', 'mql', 'lead');
    const voiding = { ...rowsOf('lead')[0], id: 'trn_4', seq: 4, effectiveAt: T0 + HOUR, voids: 'trn_2' } as LedgerRow;
    const joined = [...rows, voiding];
    expect(foldPosition(joined)).toMatchObject({ stage: 'lead', enteredAt: T0 });
    expect(move(joined, { to: 'mql', effectiveAt: T0 + HOUR })).toMatchObject({
      position: { stage: 'lead', enteredAt: T0 + 2 * HOUR },
    });
  });
});

describe('policies', () => {
  it('can forbid skips and ways back', () => {
    const lifecycle = withPolicy({ skip: 'forbid', backward: 'forbid' });
    expect(move(rowsOf('lead'), { to: 'sql' }, { lifecycle })).toMatchObject({
      code: 'move-not-allowed',
      allowedMoves: ['mql'],
    });
    expect(move(rowsOf('lead'), { to: 'subscriber', reason: { code: 'postponed' } }, { lifecycle })).toMatchObject({
      code: 'move-not-allowed',
    });
  });

  it('can let a way back pass without a reason', () => {
    const lifecycle = withPolicy({ backward: 'allow' });
    expect(move(rowsOf('lead'), { to: 'subscriber' }, { lifecycle })).toMatchObject({ kind: 'moved' });
  });

  it('can enforce criteria: evidence opens a checklist, only facts open the rest', () => {
    const lifecycle = withPolicy({ criteria: 'enforce' });
    expect(move(rowsOf('subscriber'), { to: 'lead' }, { lifecycle })).toMatchObject({
      code: 'criteria-unmet',
      unmetCriteria: ['left-contact'],
    });
    expect(move(rowsOf('subscriber'), { to: 'lead', evidence: { 'left-contact': true } }, { lifecycle })).toMatchObject(
      {
        code: 'criteria-unmet',
      },
    );
    expect(move(rowsOf('lead'), { to: 'mql', evidence: { 'booked-trial': 'on Friday' } }, { lifecycle })).toMatchObject(
      {
        kind: 'moved',
        unmetCriteria: [],
        warnings: [],
      },
    );
    const open = availableMoves(situation(rowsOf('subscriber'), { lifecycle }));
    expect(open.filter((one) => one.allowed).map((one) => one.stage)).not.toContain('lead');
    expect(open.filter((one) => one.allowed).map((one) => one.stage)).toContain('mql');
  });

  it('can switch criteria off', () => {
    const lifecycle = withPolicy({ criteria: 'off' });
    expect(move(rowsOf('subscriber'), { to: 'lead' }, { lifecycle })).toMatchObject({
      unmetCriteria: [],
      warnings: [],
    });
  });

  it('can name the ways out of a stage', () => {
    const lifecycle = withPolicy({ edges: { customer: ['evangelist'] } });
    expect(move(rowsOf('customer'), { to: 'lead', reason: { code: 'postponed' } }, { lifecycle })).toMatchObject({
      code: 'move-not-allowed',
      allowedMoves: ['evangelist'],
    });
    expect(move(rowsOf('lead'), { to: 'mql' }, { lifecycle })).toMatchObject({ kind: 'moved' });
  });

  it('asks for a reason of its kind on entering a stage that ends in loss', () => {
    const lost = { ...sevenStage.stages[6], key: 'lost', terminal: 'lost' } as (typeof sevenStage.stages)[number];
    const lifecycle = { ...sevenStage, stages: [...sevenStage.stages, lost] };
    expect(move(rowsOf('sql'), { to: 'lost' }, { lifecycle })).toMatchObject({ code: 'reason-required' });
    expect(move(rowsOf('sql'), { to: 'lost', reason: { code: 'postponed' } }, { lifecycle })).toMatchObject({
      code: 'reason-unfit',
    });
    expect(move(rowsOf('sql'), { to: 'lost', reason: { code: 'price' } }, { lifecycle })).toMatchObject({
      kind: 'moved',
    });
  });
});

describe('cycles and ways out', () => {
  const of = (key: string) => ({ lifecycle: findPreset(key) as Lifecycle });

  it.each([
    ['closed', 'silent', 'forward'],
    ['active', 'silent', 'forward'],
    ['silent', 'lost', 'forward'],
    ['silent', 'closed', 're-entry'],
    ['silent', 'active', 'forward'],
    ['lost', 'closed', 're-entry'],
    ['lost', 'active', 'forward'],
  ])('L3 whole-life is cyclic: %s to %s is open, and no step back', (from, to, direction) => {
    const rows = rowsOf('list', 'intention', 'closed', ...(from === 'closed' ? [] : [from]));
    const reason = to === 'lost' ? { code: 'dissatisfied' } : null;
    const plan = move(rows, { to, reason }, of('whole-life'));
    expect(plan).toMatchObject({ kind: 'moved', direction });
    expect(plan).not.toMatchObject({ warnings: expect.arrayContaining(['stages-skipped']) });
  });

  it.each([
    ['list', 'active'],
    ['list', 'silent'],
    ['closed', 'list'],
    ['active', 'lost'],
    ['lost', 'list'],
  ])('L3 whole-life has no way from %s to %s', (from, to) => {
    const reason = { code: 'other', note: 'x' };
    expect(move(rowsOf(from), { to, reason }, of('whole-life'))).toMatchObject({ code: 'move-not-allowed' });
  });

  it('P2 a lost stage is reached from anywhere with a reason and left again without one: no skip, no step back', () => {
    const four = of('four-phase');
    expect(move(rowsOf('acquisition'), { to: 'lost' }, four)).toMatchObject({ code: 'reason-required' });
    expect(move(rowsOf('acquisition'), { to: 'lost', reason: { code: 'price' } }, four)).toMatchObject({
      direction: 'forward',
      warnings: [],
    });
    expect(move(rowsOf('acquisition', 'lost'), { to: 'acquisition' }, four)).toMatchObject({ direction: 're-entry' });
  });
});

describe('the moves on offer', () => {
  it('list every stage, the present one as not allowed', () => {
    const moves = availableMoves(situation(rowsOf('subscriber', 'lead')));
    expect(moves.map((one) => [one.stage, one.allowed, one.direction, one.needsReason])).toEqual([
      ['subscriber', true, 'backward', true],
      ['lead', false, null, false],
      ['mql', true, 'forward', false],
      ['sql', true, 'skip', false],
      ['opportunity', true, 'skip', false],
      ['customer', true, 'skip', false],
      ['evangelist', false, 'skip', false],
    ]);
    expect(moves[2]?.unmetCriteria).toEqual(['took-price-list', 'booked-trial', 'attended-open-class']);
  });
});
