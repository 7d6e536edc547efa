// All people who fit the filters of the list, oldest first: page by page along the index, so that nobody waits for an export
// and writers are never blocked. Who is added meanwhile may be among them; nobody who was there is left out or comes twice.
import type { z } from '@hono/zod-openapi';
import { CHANNELS } from '@sidestage/domain';
import { csvEnd, csvRow } from '../../http/csv.ts';
import type { Call } from '../../http/operation.ts';
import { textStream } from '../../http/stream.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { listCriteria } from '../contacts/list-contacts.ts';
import { amongListed } from '../search/find-people.ts';
import { type Place, type Segment, scan } from '../search/scan.ts';
import { segmentsOf } from '../search/segments.ts';
import type { contactsExportQuery } from './exports.schemas.ts';

type Query = z.output<typeof contactsExportQuery>;

// A page takes a few milliseconds: others are served between two.
const AT_ONCE = 200;

/** The filters as criteria. Refuses unknown names here, because once the stream has begun no status can be sent. */
async function wanted(call: Call<unknown, Query, unknown>): Promise<Segment[]> {
  const { deps, query } = call;
  const { criteria } = await listCriteria(call, query);
  return segmentsOf(deps, amongListed(call, query.archived, criteria), query.q, 'created_at');
}

async function* pages(call: Call<unknown, Query, unknown>, segments: readonly Segment[]) {
  const { deps } = call;
  let after: Place | undefined;
  for (;;) {
    const found = await scan(deps.db, segments, after, AT_ONCE);
    if (found.length > 0) yield found.map((one) => one.contact);
    if (found.length < AT_ONCE || call.signal?.aborted) return;
    after = found.at(-1)?.place;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** One contact a line, as GET shows it; the last line is the count. */
export async function contactsAsLines(call: Call<unknown, Query, unknown>) {
  const segments = await wanted(call);
  const parts = async function* () {
    let count = 0;
    for await (const people of pages(call, segments)) {
      count += people.length;
      yield people.map((one) => `${JSON.stringify(contactView(one, call.deps.lifecycles))}\n`).join('');
    }
    yield `${JSON.stringify({ end: true, count })}\n`;
  };
  return textStream(parts());
}

/** One row a contact: handles of a channel in one cell, the default lifecycle's stage, everything else as JSON. */
export async function contactsAsCsv(call: Call<unknown, Query, unknown>) {
  const segments = await wanted(call);
  const first = call.deps.lifecycles.defaultKey();
  const channels = CHANNELS.map((one) => one.key);
  const head = [
    ...['id', 'display_name', 'company', 'owner_id', 'source', 'stage', 'stage_at', 'tags'],
    ...channels,
    ...['stages', 'fields', 'last_touch_at', 'next_follow_up_at', 'created_at', 'updated_at', 'archived_at'],
  ];
  const row = (state: ContactState) => {
    const one = contactView(state, call.deps.lifecycles);
    const stage = one.stages.find((position) => position.lifecycle === first);
    const handles = new Map<string, string[]>();
    for (const { channel, handle } of one.identities) handles.set(channel, [...(handles.get(channel) ?? []), handle]);
    const others = one.stages.filter((position) => position !== stage);
    return csvRow([
      ...[one.id, one.display_name, one.company, one.owner_id, one.source, stage?.stage, stage?.entered_at],
      one.tags.join(';'),
      ...channels.map((channel) => handles.get(channel)?.join(';')),
      others.length > 0 ? JSON.stringify(others) : null,
      Object.keys(one.fields).length > 0 ? JSON.stringify(one.fields) : null,
      ...[one.last_touch_at, one.next_follow_up_at, one.created_at, one.updated_at, one.archived_at],
    ]);
  };
  const parts = async function* () {
    let count = 0;
    yield csvRow(head);
    for await (const people of pages(call, segments)) {
      count += people.length;
      yield people.map(row).join('');
    }
    yield csvEnd(count, head.length);
  };
  return textStream(parts());
}
