// The whole ledger by seq, page by page.
import type { z } from '@hono/zod-openapi';
import { statement } from '../../db/statement.ts';
import { csvEnd, csvRow } from '../../http/csv.ts';
import type { Call } from '../../http/operation.ts';
import { textStream } from '../../http/stream.ts';
import { ownOrPool } from '../contacts/contacts.store.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import { decodeTransition, TRANSITION_COLUMNS, type TransitionRow } from '../transitions/transitions.store.ts';
import { transitionView } from '../transitions/transitions.view.ts';
import type { transitionsExportQuery } from './exports.schemas.ts';

type Query = z.output<typeof transitionsExportQuery>;

const AT_ONCE = 500;

/** Before the first byte: an export by a lifecycle that is not there would be empty. */
function refuseUnknownLifecycle(call: Call<unknown, Query, unknown>) {
  if (call.query.lifecycle !== undefined) lifecycleNamed(call, call.query.lifecycle, '?lifecycle');
}

async function* pages(call: Call<unknown, Query, unknown>): AsyncGenerator<readonly TransitionRow[]> {
  const own = seesOnlyOwn(call);
  const lifecycle = call.query.lifecycle ?? null;
  for (let after = call.query.after ?? 0; ; ) {
    // By windows of seqs, not by matching rows: a filter that matches hardly any would make one read scan the whole ledger.
    const { rows, last } = await call.deps.db.read({
      rows: statement(
        `select ${TRANSITION_COLUMNS} from transitions t where t.seq > ? and t.seq <= ? and (? is null or t.lifecycle = ?)${own ? ` and ${ownOrPool('t.contact_id')}` : ''} order by t.seq`,
        [after, after + AT_ONCE, lifecycle, lifecycle, ...(own ? [call.actor.id] : [])],
        decodeTransition,
      ),
      last: statement('select coalesce(max(seq), 0) from transitions', [], (r) => Number(r[0])),
    });
    if (rows.length > 0) yield rows;
    after += AT_ONCE;
    if (after >= (last[0] ?? 0) || call.signal?.aborted) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function transitionsAsLines(call: Call<unknown, Query, unknown>) {
  refuseUnknownLifecycle(call);
  const parts = async function* () {
    let count = 0;
    for await (const rows of pages(call)) {
      count += rows.length;
      yield rows.map((row) => `${JSON.stringify(transitionView(row))}\n`).join('');
    }
    yield `${JSON.stringify({ end: true, count })}\n`;
  };
  return textStream(parts());
}

const HEAD = [
  ...['seq', 'id', 'contact_id', 'lifecycle', 'lifecycle_version', 'from', 'to', 'direction', 'effective_at'],
  ...['recorded_at', 'actor', 'source', 'reason', 'note', 'voids', 'batch_id', 'derived_from', 'time_in_previous_s'],
];

export function transitionsAsCsv(call: Call<unknown, Query, unknown>) {
  refuseUnknownLifecycle(call);
  const row = (one: ReturnType<typeof transitionView>) =>
    csvRow([
      ...[one.seq, one.id, one.contact_id, one.lifecycle, one.lifecycle_version, one.from, one.to, one.direction],
      ...[one.effective_at, one.recorded_at, `${one.actor.kind}:${one.actor.id}`, one.source, one.reason, one.note],
      ...[one.voids, one.batch_id, one.derived_from, one.time_in_previous_s],
    ]);
  const parts = async function* () {
    let count = 0;
    yield csvRow(HEAD);
    for await (const rows of pages(call)) {
      count += rows.length;
      yield rows.map((one) => row(transitionView(one))).join('');
    }
    yield csvEnd(count, HEAD.length);
  };
  return textStream(parts());
}
