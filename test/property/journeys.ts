// Where everybody in a house stands, held against the journeys that its reports count: two folds that must never disagree.
import { statement } from '@sidestage/api';
import { journeyOf, type LedgerRow, type Outcome, outcomeOf } from '@sidestage/domain';
import { expect } from 'vitest';
import type { TestHouse } from '../support/house.ts';

const text = (value: unknown) => (value === null ? null : String(value));

export async function expectJourneysToEndInPositions(t: TestHouse): Promise<void> {
  const { rows, positions } = await t.house.deps.db.read({
    rows: statement(
      'select contact_id, lifecycle, seq, id, from_stage, to_stage, effective_at, recorded_at, voids, source, reason, outcome from transitions order by seq',
      [],
      (r) => ({ contact: String(r[0]), lifecycle: String(r[1]), row: rowOf(r.slice(2)) }),
    ),
    positions: statement(
      'select contact_id, lifecycle, stage, closed_outcome, closed_reason, closed_at from positions',
      [],
      (r) => ({ contact: String(r[0]), lifecycle: String(r[1]), is: r.slice(2) }),
    ),
  });
  const ledgers = Map.groupBy(rows, (one) => `${one.contact} ${one.lifecycle}`);
  const standing = new Map(positions.map((one) => [`${one.contact} ${one.lifecycle}`, one.is]));
  for (const [whose, own] of ledgers) {
    const lifecycle = t.house.deps.lifecycles.byKey(own[0]?.lifecycle ?? '');
    if (!lifecycle) throw new Error(`no lifecycle of ${whose}`);
    const end = journeyOf(
      own.map((one) => one.row),
      lifecycle,
      { asOf: Number.MAX_SAFE_INTEGER },
    );
    const [stage = null, outcome = null, reason = null, at = null] = standing.get(whose) ?? [];
    expect([whose, end.stage]).toEqual([whose, stage]);
    if (outcome !== null) expect(end.closed).toMatchObject({ outcome, reason, at });
    else if (end.closed && stage !== null) expect(outcomeOf(lifecycle, String(stage))).not.toBe(null);
  }
}

const rowOf = ([seq, id, from, to, effectiveAt, recordedAt, voids, source, reason, outcome]: unknown[]): LedgerRow => ({
  seq: Number(seq),
  id: String(id),
  from: text(from),
  to: text(to),
  effectiveAt: Number(effectiveAt),
  recordedAt: Number(recordedAt),
  voids: text(voids),
  source: text(source),
  reason: text(reason),
  outcome: text(outcome) as Outcome | 'open' | null,
});
