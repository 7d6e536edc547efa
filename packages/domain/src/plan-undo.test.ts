import { describe, expect, it } from 'vitest';
import type { LedgerRow } from './ledger.ts';
import { planUndo } from './plan-undo.ts';

const row = (seq: number, to: string, at: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
  seq,
  id: `trn_${seq}`,
  from: null,
  to,
  effectiveAt: at,
  recordedAt: at,
  voids: null,
  actorId: 'stf_1',
  ...more,
});
const MINUTE = 60_000;
const rows = [row(1, 'subscriber', 0), row(2, 'lead', MINUTE)];
const undo = (some: LedgerRow[], target: string, more: { actorId?: string; now?: number } = {}) =>
  planUndo({ rows: some, target, actorId: 'stf_1', now: 2 * MINUTE, ...more });

describe('undo', () => {
  it('takes back the last move of the one who made it', () => {
    expect(undo(rows, 'trn_2')).toEqual({
      kind: 'undone',
      voids: 'trn_2',
      position: { stage: 'subscriber', enteredAt: 0 },
      from: 'lead',
      to: 'subscriber',
      effectiveAt: MINUTE,
      recordedAt: 2 * MINUTE,
    });
  });

  it('is for the one who made the move', () => {
    expect(undo(rows, 'trn_2', { actorId: 'stf_2' })).toMatchObject({ code: 'undo-not-yours' });
  });

  it('is open for exactly ten minutes from the recording, however far back the move took effect', () => {
    expect(undo(rows, 'trn_2', { now: 11 * MINUTE })).toMatchObject({ kind: 'undone' });
    expect(undo(rows, 'trn_2', { now: 11 * MINUTE + 1 })).toMatchObject({ code: 'undo-too-late' });
    const late = [...rows, row(3, 'mql', 2 * MINUTE, { recordedAt: 100 * MINUTE })];
    expect(undo(late, 'trn_3', { now: 101 * MINUTE })).toMatchObject({ kind: 'undone', to: 'lead' });
  });

  it('is for the last move recorded only', () => {
    expect(undo(rows, 'trn_1')).toMatchObject({ code: 'undo-not-last' });
    expect(undo(rows, 'trn_9')).toMatchObject({ code: 'undo-not-last' });
    const late = [...rows, row(3, 'mql', 30_000, { recordedAt: MINUTE + 1 })];
    expect(undo(late, 'trn_2')).toMatchObject({ code: 'undo-not-last' });
    expect(undo(late, 'trn_3')).toMatchObject({ kind: 'undone', from: 'lead', to: 'lead' });
  });

  it('happens once, and cannot itself be undone', () => {
    const undone = [...rows, row(3, 'subscriber', MINUTE, { voids: 'trn_2' })];
    expect(undo(undone, 'trn_2')).toMatchObject({ code: 'undo-already' });
    expect(undo(undone, 'trn_3')).toMatchObject({ code: 'undo-not-last' });
  });

  it('goes back move by move', () => {
    const more = [...rows, row(3, 'mql', MINUTE + 1), row(4, 'lead', MINUTE + 1, { voids: 'trn_3' })];
    expect(undo(more, 'trn_2')).toMatchObject({ kind: 'undone', to: 'subscriber' });
  });

  it('keeps what was voided apart from it', () => {
    const corrected = [...rows, row(3, 'mql', MINUTE + 1), row(4, 'mql', MINUTE, { voids: 'trn_2', actorId: 'stf_2' })];
    expect(undo(corrected, 'trn_3')).toMatchObject({ kind: 'undone', from: 'mql', to: 'subscriber' });
  });

  it('leaves nobody without a stage', () => {
    expect(undo([row(1, 'subscriber', 0)], 'trn_1')).toMatchObject({ code: 'undo-first-row' });
  });
});
