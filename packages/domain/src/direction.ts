// Which way a move goes through a lifecycle, whether or not it is allowed.
import { type LedgerRow, voidedIds } from './ledger.ts';
import { isExit, type Lifecycle } from './lifecycles.ts';

/** `skip` jumps over stages; `re-entry` comes back to a stage the contact was in before. */
export type Direction = 'enter' | 'forward' | 'backward' | 'skip' | 're-entry';

/** The direction from one stage to another; `from` is null for a contact that is in none. `rows` are its ledger in this lifecycle. */
export function directionTo(
  { lifecycle, rows }: { readonly lifecycle: Lifecycle; readonly rows: readonly LedgerRow[] },
  from: string | null,
  to: string,
): Direction {
  if (from === null) return 'enter';
  const { stages, policy } = lifecycle;
  const target = stages.findIndex((stage) => stage.key === to);
  const current = stages.findIndex((stage) => stage.key === from);
  // Where a graph says what follows what, or the stage is a way out, the order of the list is no direction.
  const free = (policy.edges && Object.hasOwn(policy.edges, from)) || isExit(stages[target]) || isExit(stages[current]);
  if (!free && target < current) return 'backward';
  if (wasVisited(rows, to)) return 're-entry';
  if (free) return 'forward';
  // A stage that has since been retired has no place in the order, so nothing is jumped over.
  return current >= 0 && target > current + 1 ? 'skip' : 'forward';
}

function wasVisited(rows: readonly LedgerRow[], stage: string): boolean {
  // Most ledgers never meet the stage, so what is voided is worked out only for one that does.
  let voided: Set<string> | undefined | null = null;
  for (const row of rows) {
    if (row.to !== stage || row.voids !== null) continue;
    if (voided === null) voided = voidedIds(rows);
    if (!voided?.has(row.id)) return true;
  }
  return false;
}
