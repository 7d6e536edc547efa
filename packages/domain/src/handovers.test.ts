import { describe, expect, it } from 'vitest';
import { handoverOnMove, handoverOnTakeBack, type OpenHandover } from './handovers.ts';
import { rowsOf, T0 } from './plan-move.test-support.ts';
import { findPreset } from './presets/catalogue.ts';
import { sevenStage } from './presets/seven-stage.ts';

const at = (stage: string) => ({ stage, enteredAt: T0 });
const open = (from: OpenHandover['from'], to: OpenHandover['to'], transitionId = 'trn_2'): OpenHandover => ({
  ...{ id: `${from} ${to}`, lifecycle: 'seven-stage', transitionId, from, to },
});
const on = (from: string | null, to: string, before?: OpenHandover) =>
  handoverOnMove(sevenStage, before, from === null ? null : at(from), at(to));

describe('a move', () => {
  it('opens a handover for every two neighbours of the lead chain whose functions differ, and no other', () => {
    const chain = findPreset('lead-chain');
    if (!chain) throw new Error('no lead-chain');
    const hands = chain.stages.flatMap((stage, i) => {
      const before = chain.stages[i - 1];
      const { opens } = handoverOnMove(chain, undefined, before ? at(before.key) : null, at(stage.key));
      return opens ? [`${before?.key}→${stage.key}: ${opens.from}→${opens.to}`] : [];
    });
    expect(hands).toEqual(['mql→sl: marketing→sales', 'opportunity→order: sales→service']);
  });

  it('withdraws the open one when the contact leaves the function it was handed to, whereto ever', () => {
    const before = open('marketing', 'sales');
    expect(on('sql', 'opportunity', before)).toEqual({ withdraws: false, opens: null });
    expect(on('sql', 'mql', before)).toEqual({ withdraws: true, opens: null });
    expect(on('sql', 'customer', before)).toEqual({ withdraws: true, opens: { from: 'sales', to: 'service' } });
  });
});

describe('a row that takes another back', () => {
  const rows = rowsOf('mql', 'sql', 'customer');
  const voiding = (voids: string) => [
    ...rows,
    { ...(rows[0] as (typeof rows)[0]), seq: 9, id: 'trn_9', from: null, to: null, voids },
  ];
  const [first, second] = [open('marketing', 'sales', 'trn_2'), open('sales', 'service', 'trn_3')];
  const on = (voids: string, stage: string, now: OpenHandover | undefined, withdrawn: OpenHandover[]) =>
    handoverOnTakeBack({ lifecycle: sevenStage, rows: voiding(voids), position: at(stage), open: now, withdrawn });

  it('withdraws what the row had opened and opens what it had withdrawn', () => {
    expect(on('trn_3', 'sql', second, [first])).toEqual({ withdraws: true, reopens: first });
  });
  it('of an earlier time leaves what still stands, and opens nothing beside it', () => {
    expect(on('trn_1', 'customer', second, [first])).toEqual({ withdraws: false, reopens: undefined });
  });
  it('opens nothing whose own opening was taken back', () => {
    expect(on('trn_2', 'sql', undefined, [first])).toEqual({ withdraws: false, reopens: undefined });
  });
});
