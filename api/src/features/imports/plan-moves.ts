// The moves a row of an import asks for, its history included, decided by `planMove` like every other move.
import { type LedgerRow, type Lifecycle, type Position, planMove } from '@sidestage/domain';
import type { ContactState } from '../contacts/contacts.store.ts';
import type { PreparedRow } from './prepare-row.ts';
import { MoveRejected, Rejected, type Rules, type World } from './row-world.ts';

export interface PlannedMove {
  readonly lifecycle: Lifecycle;
  readonly from: string | null;
  readonly to: string;
  readonly direction: Extract<ReturnType<typeof planMove>, { kind: 'moved' }>['direction'];
  readonly effectiveAt: number;
  readonly timeInPreviousS: number | null;
  readonly position: Position;
  readonly reason: string | null;
  readonly note: string | null;
}
/** The moves a row asks for, each through the one gate, each seeing those before it. A row that is in the ledger already asks for nothing. */
export function planMoves(steps: PreparedRow['steps'], contact: ContactState, world: World, rules: Rules) {
  const moves: PlannedMove[] = [];
  const positions = new Map(contact.positions.map((one) => [one.lifecycle, one]));
  const stored = world.ledger.get(contact.id) ?? [];
  const ledgers = new Map<string, LedgerRow[]>();
  const facts = {
    identityChannels: contact.identities.map((one) => one.channel),
    tags: contact.tags,
    fields: contact.fields,
    interactionKinds: (world.kinds.get(contact.id) ?? []).map((one) => one.kind),
    checked: (world.ticked.get(contact.id) ?? []).flatMap((one) => one.keys),
  };
  for (const step of steps) {
    const lifecycle = rules.lifecycleOf(step.lifecycle);
    if (!lifecycle) throw new Rejected({ code: 'lifecycle-unknown', column: null });
    const rows = ledgers.get(lifecycle.key) ?? stored.filter((one) => one.lifecycle === lifecycle.key);
    ledgers.set(lifecycle.key, rows);
    const known = rows.some((one) => one.to === step.to && one.effectiveAt === step.at && one.voids === null);
    if (known) continue;
    const position = positions.get(lifecycle.key) ?? null;
    const given = { code: step.reason ?? rules.options.reason?.code ?? '', note: rules.options.reason?.note ?? null };
    const request = { to: step.to, ...(step.at === null ? {} : { effectiveAt: step.at }) };
    const input = { lifecycle, position, rows, facts, reasons: world.reasons, now: rules.now };
    let plan = planMove({ ...input, request });
    const asked = plan.kind === 'refused' && plan.code === 'reason-required' && given.code !== '';
    if (asked) plan = planMove({ ...input, request: { ...request, reason: given } });
    if (plan.kind === 'unchanged' || plan.kind === 'stale') continue;
    if (plan.kind === 'refused') throw new MoveRejected({ code: plan.code, column: null });
    moves.push({
      lifecycle,
      from: plan.from,
      to: plan.to,
      direction: plan.direction,
      effectiveAt: plan.effectiveAt,
      timeInPreviousS: plan.timeInPreviousS,
      position: plan.position,
      reason: asked ? given.code : null,
      note: asked ? given.note : null,
    });
    positions.set(lifecycle.key, { lifecycle: lifecycle.key, ...plan.position });
    const seq = rows.reduce((most, one) => Math.max(most, one.seq), 0) + 1;
    ledgers.set(lifecycle.key, [
      ...rows,
      {
        seq,
        id: `planned-${seq}`,
        from: plan.from,
        to: plan.to,
        effectiveAt: plan.effectiveAt,
        recordedAt: rules.now,
        voids: null,
      },
    ]);
  }
  return { moves, positions: [...positions.values()] };
}
