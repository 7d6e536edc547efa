// The integrity check behind `sidestage check` and the fault tests.
import { foldPosition } from '@sidestage/domain';
import { statement } from '../db/statement.ts';
import { miscounted } from '../features/lifecycles/stage-counts.store.ts';
import { decodeTransition, TRANSITION_COLUMNS, type TransitionRow } from '../features/transitions/transitions.store.ts';
import type { House } from '../server.ts';

export interface CheckReport {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

const one = (sql: string) => statement(sql, [], (r) => Number(r[0]));

export async function checkHouse(house: House): Promise<CheckReport> {
  const { db } = house.deps;
  const faults: string[] = [];
  const lines: string[] = [];
  faults.push(...(await db.integrity()).map((line) => `integrity: ${line}`));
  const rows = await db.read({
    moves: statement(
      `select ${TRANSITION_COLUMNS} from transitions t order by t.contact_id, t.lifecycle, t.effective_at, t.seq`,
      [],
      decodeTransition,
    ),
    positions: statement('select contact_id, lifecycle, stage, entered_at, closed_at from positions', [], (r) => ({
      key: `${r[0]} ${r[1]}`,
      stage: String(r[2]),
      enteredAt: Number(r[3]),
      closedAt: r[4] === null ? null : Number(r[4]),
    })),
    broken: statement('pragma foreign_key_check'),
    miscounted,
    contacts: one('select count(*) from contacts'),
    events: one('select count(*) from events'),
    lastEvent: one('select coalesce(max(seq), 0) from events'),
    ledger: one('select count(*) from transitions'),
    lastRow: one('select coalesce(max(seq), 0) from transitions'),
  });
  if (rows.broken.length) faults.push(`${rows.broken.length} broken references`);
  for (const where of rows.miscounted) faults.push(`${where}: the count of people is not that of its positions`);
  if (rows.events[0] !== rows.lastEvent[0])
    faults.push(`the event feed has gaps: ${rows.events[0]} events, last seq ${rows.lastEvent[0]}`);
  if (rows.ledger[0] !== rows.lastRow[0])
    faults.push(`the ledger has gaps: ${rows.ledger[0]} rows, last seq ${rows.lastRow[0]}`);

  const ledgers = new Map<string, TransitionRow[]>();
  for (const row of rows.moves) {
    const key = `${row.contactId} ${row.lifecycle}`;
    const list = ledgers.get(key);
    if (list) list.push(row);
    else ledgers.set(key, [row]);
  }
  for (const position of rows.positions) {
    const fold = foldPosition(ledgers.get(position.key) ?? []);
    if (
      fold?.stage !== position.stage ||
      fold.enteredAt !== position.enteredAt ||
      (fold.closed?.at ?? null) !== position.closedAt
    )
      faults.push(`${position.key} is in ${position.stage}, its ledger says ${fold?.stage ?? 'nowhere'}`);
    ledgers.delete(position.key);
  }
  for (const [key, list] of ledgers) if (foldPosition(list)) faults.push(`${key} has a ledger but no position`);
  lines.push(
    `${rows.contacts[0]} contacts, ${rows.ledger[0]} ledger rows, ${rows.events[0]} events.`,
    faults.length
      ? 'Not well.'
      : 'All well: the file is whole, nothing is missing, every position is the fold of its ledger.',
  );
  return { lines, faults };
}
