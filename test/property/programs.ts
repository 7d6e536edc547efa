// Random programs a rep might run on one person: moves (late, expected, reasoned), undos, tags, interactions, waiting.

import fc from 'fast-check';
import type { Answer, TestHouse } from '../support/house.ts';

export const STAGES = ['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist'];
/** Stage → the pool it belongs to, as the field has it. */
export const POOL: Record<string, string> = {
  subscriber: 'traffic',
  lead: 'lead',
  mql: 'lead',
  sql: 'lead',
  opportunity: 'lead',
  customer: 'asset',
  evangelist: 'capital',
};
const MINUTE = 60_000;

export type Step =
  | { kind: 'wait'; ms: number }
  | {
      kind: 'move';
      to: string;
      /** How long ago it took effect; null for now. */
      agoMs: number | null;
      reason: { code: string; note?: string } | null;
      expect: 'seen' | 'wrong' | 'unsaid';
    }
  | { kind: 'undo'; back: number; by: 'me' | 'other' }
  | { kind: 'tags'; add: string[]; remove: string[] }
  | { kind: 'interaction' };

const reason = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ code: 'judged-too-early' }) },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ code: 'other' }, { code: 'other', note: '客户说等明年' }, { code: 'no-such-reason' }),
  },
);
const grades = fc.uniqueArray(fc.constantFrom('grade-a', 'grade-b', 'grade-c'), { maxLength: 2 });

export const move: fc.Arbitrary<Extract<Step, { kind: 'move' }>> = fc.record({
  kind: fc.constant('move'),
  to: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...STAGES) },
    { weight: 1, arbitrary: fc.constant('no-such-stage') },
  ),
  agoMs: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 180 * MINUTE }) },
    // The same instant as an earlier row: then seq decides.
    { weight: 1, arbitrary: fc.constantFrom(0, MINUTE, 60 * MINUTE) },
    { weight: 1, arbitrary: fc.constantFrom(-30_000, -120_000) },
  ),
  reason,
  expect: fc.oneof(
    { weight: 4, arbitrary: fc.constant('unsaid' as const) },
    { weight: 2, arbitrary: fc.constant('seen' as const) },
    { weight: 1, arbitrary: fc.constant('wrong' as const) },
  ),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: move },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait'),
      ms: fc.constantFrom(0, 1, 999, MINUTE, 11 * MINUTE, 300 * MINUTE),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('undo'),
      back: fc.nat(2),
      by: fc.constantFrom('me', 'me', 'me', 'other'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tags'), add: grades, remove: grades }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'interaction' }) },
) as fc.Arbitrary<Step>;
export const program = fc.array(step, { minLength: 1, maxLength: 14 });

/** A ledger row as the API lists it. */
export interface WireRow {
  id: string;
  seq: number;
  contact_id: string;
  lifecycle: string;
  from: string | null;
  to: string | null;
  direction: string;
  effective_at: string;
  recorded_at: string;
  voids: string | null;
  time_in_previous_s: number | null;
}

export async function ledger(t: TestHouse, contactId: string): Promise<WireRow[]> {
  const rows: WireRow[] = [];
  let next: string | null = null;
  do {
    const page: Answer = await t.call(
      'GET',
      `/v1/contacts/${contactId}/transitions?limit=7${next ? `&cursor=${next}` : ''}`,
    );
    if (page.status !== 200) throw new Error(page.text);
    rows.push(...page.body.data);
    next = page.body.next_cursor;
  } while (next);
  return rows;
}

/** The rows that nothing voids, by (effective time, seq): written anew here, so that it checks the house's own fold. */
export function counted(rows: readonly WireRow[]): WireRow[] {
  const voided = new Set(rows.map((row) => row.voids));
  return rows
    .filter((row) => row.voids === null && !voided.has(row.id))
    .sort((a, b) => Date.parse(a.effective_at) - Date.parse(b.effective_at) || a.seq - b.seq);
}

/** The stage the rows say the person is in, and since when. */
export function fold(rows: readonly WireRow[]): { stage: string; entered_at: string } | null {
  const order = counted(rows);
  const last = order.at(-1);
  if (!last?.to) return null;
  let first = last;
  for (const row of order.toReversed()) {
    if (row.to !== last.to) break;
    first = row;
  }
  return { stage: last.to, entered_at: first.effective_at };
}

let people = 0;
export async function person(t: TestHouse, more: Record<string, unknown> = {}): Promise<string> {
  const made = await t.call('POST', '/v1/contacts', {
    display_name: '张伟',
    identities: [{ channel: 'email', handle: `p${++people}@example.com` }],
    ...more,
  });
  if (made.status !== 201) throw new Error(made.text);
  return made.body.id;
}

/** Runs one step; undefined for waiting. `otherKey` is another caller's token. */
export async function run(t: TestHouse, contactId: string, one: Step, otherKey: string): Promise<Answer | undefined> {
  if (one.kind === 'wait') {
    t.clock.advance(one.ms);
    return undefined;
  }
  const path = `/v1/contacts/${contactId}`;
  if (one.kind === 'move') return t.call('POST', `${path}/transitions`, await moveBody(t, contactId, one));
  if (one.kind === 'tags') return t.call('POST', `${path}/tags`, { add: one.add, remove: one.remove });
  if (one.kind === 'interaction')
    return t.call('POST', `${path}/interactions`, {
      kind: 'call',
      direction: 'outbound',
      occurred_at: new Date(t.clock.now()).toISOString(),
      summary: 'called',
    });
  const rows = await ledger(t, contactId);
  const target = rows.at(-1 - one.back) ?? rows[0];
  return t.call(
    'POST',
    `/v1/transitions/${target?.id}/undo`,
    undefined,
    one.by === 'other' ? { authorization: `Bearer ${otherKey}` } : {},
  );
}

export async function moveBody(t: TestHouse, contactId: string, one: Extract<Step, { kind: 'move' }>) {
  const now = t.clock.now();
  const seen =
    one.expect === 'unsaid' ? undefined : (await t.call('GET', `/v1/contacts/${contactId}`)).body.stages[0].stage;
  const wrong = STAGES[(STAGES.indexOf(seen) + 1) % STAGES.length];
  return {
    to: one.to,
    ...(one.agoMs === null ? {} : { effective_at: new Date(now - one.agoMs).toISOString() }),
    ...(one.reason ? { reason: one.reason } : {}),
    ...(one.expect === 'unsaid' ? {} : { expect: { from: one.expect === 'seen' ? seen : wrong } }),
  };
}
