import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPosition, foldVisits, type LedgerRow } from './ledger.ts';

const row = (seq: number, to: string | null, effectiveAt: number, voids: string | null = null): LedgerRow => ({
  seq,
  id: `trn_${seq}`,
  from: null,
  to,
  effectiveAt,
  recordedAt: 1000 + seq,
  voids,
});

describe('folding the ledger', () => {
  it('gives no position and no visits for no rows', () => {
    expect(foldPosition([])).toBeNull();
    expect(foldVisits([])).toEqual([]);
  });

  it('puts a late row where it took effect, not where it was recorded', () => {
    const rows = [row(1, 'subscriber', 0), row(2, 'mql', 20), row(3, 'lead', 10)];
    expect(foldPosition(rows)).toEqual({ stage: 'mql', enteredAt: 20, seq: 2 });
    expect(foldVisits(rows).map((visit) => [visit.stage, visit.enteredAt, visit.leftAt])).toEqual([
      ['subscriber', 0, 10],
      ['lead', 10, 20],
      ['mql', 20, null],
    ]);
  });

  it('takes the later seq for the later of two rows with one effective time', () => {
    expect(foldPosition([row(2, 'mql', 5), row(1, 'lead', 5)])?.stage).toBe('mql');
  });

  it('leaves out what a later row voids, and opens no visit for the voiding row', () => {
    const rows = [row(1, 'subscriber', 0), row(2, 'lead', 10), row(3, 'subscriber', 10, 'trn_2')];
    expect(foldPosition(rows)).toEqual({ stage: 'subscriber', enteredAt: 0, seq: 1 });
    expect(foldVisits(rows)).toHaveLength(1);
  });

  it('brings a row back when the row that voided it is itself voided', () => {
    const rows = [
      row(1, 'subscriber', 0),
      row(2, 'lead', 10),
      row(3, 'subscriber', 10, 'trn_2'),
      row(4, 'lead', 10, 'trn_3'),
    ];
    expect(foldPosition(rows)?.stage).toBe('lead');
  });

  it('joins rows into one stay where a late row names the stage the contact was in', () => {
    const rows = [row(1, 'lead', 0), row(2, 'lead', 10), row(3, 'mql', 20)];
    expect(foldVisits(rows).map((visit) => [visit.stage, visit.enteredAt, visit.leftAt])).toEqual([
      ['lead', 0, 20],
      ['mql', 20, null],
    ]);
    expect(foldPosition(rows.slice(0, 2))).toEqual({ stage: 'lead', enteredAt: 0, seq: 1 });
  });

  it('ends in no position where the ledger was closed', () => {
    const rows = [row(1, 'lead', 0), row(2, null, 10)];
    expect(foldPosition(rows)).toBeNull();
    expect(foldVisits(rows)).toEqual([{ stage: 'lead', enteredAt: 0, leftAt: 10, seq: 1, id: 'trn_1' }]);
  });
});

describe('whatever rows arrive, in whatever order', () => {
  const ledgers = fc
    .array(
      fc.record({
        to: fc.constantFrom('a', 'b', 'c', 'd'),
        effectiveAt: fc.integer({ min: 0, max: 30 }),
        voids: fc.option(fc.nat({ max: 20 }), { freq: 4 }),
      }),
      { maxLength: 20 },
    )
    .map((some) =>
      some.map((one, index) =>
        row(
          index + 1,
          one.to,
          one.effectiveAt,
          one.voids !== null && one.voids < index ? `trn_${one.voids + 1}` : null,
        ),
      ),
    );

  it('visits never overlap, leave no gap, and their lengths add up', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 31, max: 50 }), (rows, now) => {
        const visits = foldVisits(rows);
        let total = 0;
        visits.forEach((visit, index) => {
          const next = visits[index + 1];
          expect(visit.leftAt).toBe(next ? next.enteredAt : null);
          if (next) expect(next.stage).not.toBe(visit.stage);
          const length = (visit.leftAt ?? now) - visit.enteredAt;
          expect(length).toBeGreaterThanOrEqual(0);
          total += length;
        });
        const [first] = visits;
        expect(total).toBe(first ? now - first.enteredAt : 0);
      }),
    );
  });

  it('the position is the last visit, and the order the rows are given in does not matter', () => {
    fc.assert(
      fc.property(ledgers, fc.infiniteStream(fc.nat()), (rows, salts) => {
        const shuffled = rows
          .map((one) => ({ one, salt: salts.next().value as number }))
          .sort((a, b) => a.salt - b.salt)
          .map(({ one }) => one);
        const last = foldVisits(rows).at(-1);
        const position = foldPosition(shuffled);
        expect(position).toEqual(last ? { stage: last.stage, enteredAt: last.enteredAt, seq: last.seq } : null);
        expect(foldVisits(shuffled)).toEqual(foldVisits(rows));
      }),
    );
  });

  it('changes none of the rows it is given', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        const before = JSON.stringify(rows);
        foldVisits(rows);
        foldPosition(rows);
        expect(JSON.stringify(rows)).toBe(before);
      }),
    );
  });
});
