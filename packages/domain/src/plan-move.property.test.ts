// Plays random moves and undos, on time and late, and holds plan, position and visits against each other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPosition, foldVisits, type LedgerRow } from './ledger.ts';
import type { LifecyclePolicy } from './lifecycles.ts';
import { situation, T0, withPolicy } from './plan-move.test-support.ts';
import { availableMoves, planMove } from './plan-move.ts';
import { planUndo } from './plan-undo.ts';
import { sevenStage } from './presets/seven-stage.ts';

type Act =
  | { kind: 'move'; to: string; lateBy: number; wait: number; actor: string }
  | { kind: 'undo'; wait: number; actor: string };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      to: fc.constantFrom(...sevenStage.stages.map((stage) => stage.key)),
      lateBy: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 900_000 }) },
      ),
      wait: fc.integer({ min: 0, max: 400_000 }),
      actor: fc.constantFrom('stf_1', 'stf_2'),
    }),
    fc.record({
      kind: fc.constant('undo' as const),
      wait: fc.integer({ min: 0, max: 400_000 }),
      actor: fc.constantFrom('stf_1', 'stf_2'),
    }),
  ),
  { maxLength: 25 },
);

/** Plays acts against a ledger the way the service does, handing each step to `check`. */
function play(
  script: Act[],
  check: (step: { rows: LedgerRow[]; before: LedgerRow[]; planned: unknown; act: Act }) => void,
) {
  let rows: LedgerRow[] = [];
  let now = T0;
  for (const act of script) {
    now += act.wait;
    const before = rows;
    const seq = rows.length + 1;
    const base = { seq, id: `trn_${seq}`, recordedAt: now, actorId: act.actor };
    if (act.kind === 'move') {
      const effectiveAt = now - act.lateBy;
      const reason = { code: 'other', note: 'because' };
      const plan = planMove({ ...situation(rows), now, request: { to: act.to, effectiveAt, reason } });
      if (plan.kind === 'moved') {
        rows = [...rows, { ...base, from: plan.from, to: plan.to, effectiveAt: plan.effectiveAt, voids: null }];
        check({ rows, before, planned: plan.position, act });
      } else check({ rows, before, planned: before.length > 0 ? strip(foldPosition(before)) : null, act });
    } else {
      const target = rows.findLast((one) => one.voids === null)?.id ?? 'trn_none';
      const plan = planUndo({ rows, target, actorId: act.actor, now });
      if (plan.kind === 'undone') {
        rows = [...rows, { ...base, from: plan.from, to: plan.to, effectiveAt: plan.effectiveAt, voids: plan.voids }];
        check({ rows, before, planned: plan.position, act });
      }
    }
  }
}

function strip(position: ReturnType<typeof foldPosition>) {
  return position && { stage: position.stage, enteredAt: position.enteredAt };
}

describe('whatever is moved and undone, however late', () => {
  it('the plan says the position that folding the ledger with its row gives', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, ({ rows, planned }) => expect(planned).toEqual(strip(foldPosition(rows))));
      }),
      { numRuns: 500 },
    );
  });

  it('visits never overlap and add up to the time since the first', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, ({ rows }) => {
          const visits = foldVisits(rows);
          visits.forEach((visit, index) => {
            expect(visit.leftAt).toBe(visits[index + 1]?.enteredAt ?? null);
            expect(visit.leftAt === null || visit.leftAt >= visit.enteredAt).toBe(true);
          });
        });
      }),
    );
  });

  it('an undo gives back exactly the history from before the row it takes back', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, ({ rows, before, act }) => {
          if (act.kind !== 'undo') return;
          const voided = rows.at(-1)?.voids;
          expect(foldVisits(rows)).toEqual(foldVisits(before.filter((one) => one.id !== voided)));
        });
      }),
    );
  });

  it('the moves on offer are those the gate lets through, given a reason and a tick for everything', () => {
    const evidence = Object.fromEntries(sevenStage.stages.flatMap((s) => s.criteria.map((c) => [c.key, true])));
    const policies = fc.record({
      skip: fc.constantFrom('allow', 'warn', 'forbid'),
      backward: fc.constantFrom('allow', 'reason', 'forbid'),
      criteria: fc.constantFrom('off', 'warn', 'enforce'),
    }) as fc.Arbitrary<Partial<LifecyclePolicy>>;
    fc.assert(
      fc.property(acts, policies, (script, policy) => {
        let last: LedgerRow[] = [];
        play(script, ({ rows }) => {
          last = rows;
        });
        const input = situation(last, { lifecycle: withPolicy(policy) });
        for (const offered of availableMoves(input)) {
          const reason = { code: 'other', note: 'because' };
          const plan = planMove({ ...input, request: { to: offered.stage, reason, evidence } });
          expect(plan.kind === 'moved').toBe(offered.allowed);
          if (plan.kind === 'moved') expect(plan.direction).toBe(offered.direction);
          if (plan.kind === 'refused')
            expect(plan.allowedMoves).toEqual(
              availableMoves(input)
                .filter((m) => m.allowed)
                .map((m) => m.stage),
            );
          const bare = planMove({ ...input, request: { to: offered.stage, evidence } });
          if (offered.allowed) expect(bare.kind === 'refused').toBe(offered.needsReason);
        }
      }),
    );
  });
});
