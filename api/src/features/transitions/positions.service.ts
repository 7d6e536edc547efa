// Time travel: where a contact was at one time, by what was known at another.
import type { z } from '@hono/zod-openapi';
import { everyStage, FUTURE_TOLERANCE_MS, type Lifecycle, positionAsOf, toIso } from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { visibleContact } from '../contacts/on-contact.ts';
import type { positionsQuery } from './transitions.schemas.ts';
import { decodeTransition, TRANSITION_COLUMNS } from './transitions.store.ts';

/** Each lifecycle as it was published at a time, or first: what its stages were called then. Index: the primary key. */
const inForceAt = (at: number) =>
  statement(
    `select v.definition from lifecycle_versions v where v.version = coalesce(
       (select max(w.version) from lifecycle_versions w where w.lifecycle = v.lifecycle and w.published_at <= ?),
       (select min(w.version) from lifecycle_versions w where w.lifecycle = v.lifecycle))`,
    [at],
    (r) => JSON.parse(String(r[0])) as Lifecycle,
  );

/** The versions that a contact's rows were written under. Index: the primary key. */
const writtenUnder = (contactId: string) =>
  statement(
    `select v.definition from lifecycle_versions v where (v.lifecycle, v.version) in
       (select t.lifecycle, t.lifecycle_version from transitions t where t.contact_id = ?)`,
    [contactId],
    (r) => JSON.parse(String(r[0])) as Lifecycle,
  );

export async function listPositions(
  call: Call<unknown, z.output<typeof positionsQuery>>,
  contactId: string,
): Promise<Reply> {
  const asOf = call.query.as_of ?? call.now;
  const knownAt = call.query.known_at ?? call.now;
  const errors = Object.entries({ as_of: asOf, known_at: knownAt })
    .filter(([, at]) => at > call.now + FUTURE_TOLERANCE_MS)
    .map(([name]): Fault => ({ pointer: `?${name}`, code: 'value-unfit', detail: 'This time is in the future.' }));
  if (errors[0]) throw new Problem('validation-failed', errors[0].detail, { errors });
  const loaded = await call.deps.db.read({
    contact: contactById(contactId),
    // Index transitions_contact.
    rows: statement(
      `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id = ? order by t.seq`,
      [contactId],
      decodeTransition,
    ),
    versions: inForceAt(Math.min(asOf, knownAt)),
    written: writtenUnder(contactId),
  });
  visibleContact(call, loaded.contact[0]);
  const inOrder = call.deps.lifecycles.all().map((one) => one.key);
  const data = inOrder.flatMap((lifecycle) => {
    const rows = loaded.rows.filter((row) => row.lifecycle === lifecycle);
    const position = positionAsOf(rows, asOf, knownAt);
    const opening = rows.find((row) => row.seq === position?.seq);
    if (!position || !opening) return [];
    // A row that arrived late may name a stage that was published after the time asked about: its own version knows it.
    const stage = [
      ...loaded.versions.filter((one) => one.key === lifecycle),
      ...loaded.written.filter((one) => one.key === lifecycle && one.version === opening.lifecycleVersion),
    ]
      .flatMap(everyStage)
      .find((one) => one.key === position.stage);
    return [
      {
        lifecycle,
        stage: position.stage,
        labels: stage?.labels ?? null,
        pool: stage?.pool ?? null,
        entered_at: toIso(position.enteredAt),
        transition_id: opening.id,
        lifecycle_version: opening.lifecycleVersion,
        closed: position.closed
          ? { outcome: position.closed.outcome, reason: position.closed.reason, at: toIso(position.closed.at) }
          : null,
      },
    ];
  });
  return { status: 200, body: { as_of: toIso(asOf), known_at: toIso(knownAt), data } };
}
