// Some hundred rows of an import at once: what is stored about them in a few reads, and what was decided in a few writes.
// Each statement takes its rows as one JSON list, so that a remote database costs two round trips and a file no more calls.
import { handoverStands, ticksIn } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { noRows, type Statement, statement } from '../../db/statement.ts';
import { type EventIn, eventStatementsInBulk } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';
import { liveFields } from '../classification/classification.store.ts';
import { CONTACT_COLUMN, decodeContact } from '../contacts/contacts.store.ts';
import { together, withdrawn } from '../handovers/handover-writes.store.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import {
  appendTransitions,
  counts,
  decodeTransition,
  reasonsStatement,
  TRANSITION_COLUMNS,
} from '../transitions/transitions.store.ts';
import { hashOf } from './hash.store.ts';
import { type ImportRecord, importById, updateImport } from './imports.store.ts';
import type { PlannedRow } from './plan-rows.ts';
import type { HolderRow, StaffRow } from './row-world.ts';
import { claimsOfTags, type TagCatalogue, tagsClaimed, tagsWritten } from './tags-made.store.ts';

export interface Asked {
  readonly importId: string;
  /** [claim, channel, scope, handle] of every handle the rows name. */
  readonly handles: readonly (readonly [string, string, string, string])[];
  readonly prints: readonly string[];
  /** Claims of tags that earlier rows of a rehearsal may have created. */
  readonly tags: readonly string[];
  readonly rows: number;
  readonly staged: boolean;
  /** Whether earlier rows left their handles as hashes, because they made nobody or were rejected. */
  readonly hashed: boolean;
  /** Whether anything is read about people who may be found again; without it the plan must stop where it meets one. */
  readonly found: boolean;
}

// One holder is enough to know: the one who has it alone, where there is one. Index identities_handle.
const HELD =
  'from json_each(?) j join identities i on i.id = (select x.id from identities x where x.channel = j.value ->> 1 and x.scope = j.value ->> 2 and x.handle = j.value ->> 3 order by x.shared limit 1)';
const PRINTED =
  "from json_each(?) j join import_prints p on p.print = j.value where p.nth > coalesce((select times from import_claims where import_id = ? and claim = 'p:' || j.value), 0) and p.nth <= coalesce((select times from import_claims where import_id = ? and claim = 'p:' || j.value), 0) + ?";
const MATCHED = `(select i.contact_id ${HELD} union select p.contact_id ${PRINTED})`;

/** What the decision on some rows needs. */
export function rowsLoad(asked: Asked) {
  const handles = JSON.stringify(asked.handles);
  const prints = JSON.stringify(asked.prints);
  const printed = [prints, asked.importId, asked.importId, asked.rows] as const;
  const matched = [handles, ...printed] as const;
  const claims = JSON.stringify([
    ...(asked.hashed ? asked.handles.map((one) => hashOf(one[0])) : []),
    ...asked.prints.map((one) => `p:${one}`),
    ...asked.tags,
  ]);
  const pair = (r: readonly unknown[]) => ({ contactId: String(r[0]), row: Number(r[1]) });
  const kind = (r: readonly unknown[]) => ({ contactId: String(r[0]), kind: String(r[1]) });
  const ticks = (r: readonly unknown[]) => ({
    contactId: String(r[0]),
    keys: ticksIn(JSON.parse(String(r[1]))),
  });
  const about = <Out>(
    wanted: boolean,
    sql: string,
    decode: (r: readonly unknown[]) => Out,
    args: readonly string[] = [],
  ) => (wanted ? statement(sql, [...args, ...matched], decode) : noRows);
  const { found, staged } = asked;
  // A claim on a contact is its id, or the id, a space and more. No id contains a space or anything lower, so a range finds them all.
  const heldContacts =
    found && asked.hashed
      ? ` union select c.claim, c.row, c.times from (select contact_id from ${MATCHED}) m join import_claims c on c.import_id = ? and c.claim >= 'c:' || m.contact_id and c.claim < 'c:' || m.contact_id || '!'`
      : '';
  return {
    record: importById(asked.importId),
    holders: statement(
      `select j.value ->> 0, i.contact_id, i.shared ${HELD}`,
      [handles],
      (r): HolderRow => ({ claim: String(r[0]), contactId: String(r[1]), shared: r[2] === 1 }),
    ),
    prints: statement(`select p.print, p.nth, p.contact_id ${PRINTED}`, printed, (r) => ({
      print: String(r[0]),
      nth: Number(r[1]),
      contactId: String(r[2]),
    })),
    contacts: about(found, `select ${CONTACT_COLUMN} from contacts c where c.id in ${MATCHED}`, decodeContact),
    touched: about(
      found,
      `select contact_id, row from import_rows where import_id = ? and contact_id in ${MATCHED}`,
      pair,
      [asked.importId],
    ),
    ledger: about(
      found && staged,
      `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id in ${MATCHED} order by t.contact_id, t.lifecycle, t.effective_at, t.seq`,
      decodeTransition,
    ),
    kinds: about(
      found && staged,
      `select distinct contact_id, kind from interactions where contact_id in ${MATCHED}`,
      kind,
    ),
    ticked: about(
      found && staged,
      // Of whom they were merged with, too.
      `with matched(id) as ${MATCHED}, people(id, person) as (select id, id from matched union all select c.id, m.id from matched m join contacts c on c.merged_into = m.id)
       select p.person, n.evidence from people p join transition_notes n on n.contact_id = p.id where n.evidence is not null and ${counts('n.transition_id')}`,
      ticks,
    ),
    claims: statement(
      `select claim, row, times from import_claims where import_id = ? and claim in (select value from json_each(?))${heldContacts}`,
      [asked.importId, claims, ...(found && asked.hashed ? [...matched, asked.importId] : [])],
      (r) => ({ claim: String(r[0]), row: Number(r[1]), times: Number(r[2]) }),
    ),
    tagsClaimed: asked.tags.length > 0 ? tagsClaimed(asked.importId) : statement('select 0', [], () => 0),
    ...tagCatalogue(),
    reasons: reasonsStatement,
    fields: liveFields,
    staff: statement(
      'select id, name, addresses from staff where active = 1',
      [],
      (r): StaffRow => ({ id: String(r[0]), name: String(r[1]), addresses: JSON.parse(String(r[2])) }),
    ),
  };
}

const value = (at: number) => `j.value ->> ${at}`;
const values = (count: number) => Array.from({ length: count }, (_, i) => value(i)).join(', ');
/** Every row in one statement, in order; nothing where there is none. */
function insertAll(into: string, rows: readonly (readonly (string | number | null)[])[], tail = ''): Statement[] {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return [];
  // `where true`: an upsert after a select is read as a join otherwise.
  return [
    statement(`insert into ${into} select ${values(width)} from json_each(?) j where true ${tail}`, [
      JSON.stringify(rows),
    ]),
  ];
}

/** Rows, their results and the checkpoint in one batch: a crash leaves all of it or none. */
export function rowsWritten(
  call: Pick<Call, 'deps' | 'actor' | 'now'>,
  record: ImportRecord,
  planned: readonly PlannedRow[],
  catalogue: TagCatalogue,
  { dryRun, hashed }: { readonly dryRun: boolean; readonly hashed: boolean },
): { statements: Statement[]; after: ImportRecord } {
  const counts = { ...record.counts };
  for (const one of planned) counts[one.outcome]++;
  const nextRow = (planned.at(-1)?.row ?? record.nextRow - 1) + 1;
  const statements: Statement[] = [
    // Somebody else may have gone on with this import, or stopped it.
    guard("exists (select 1 from imports where id = ? and status = 'running' and next_row = ?)", [
      record.id,
      record.nextRow,
    ]),
  ];
  if (!dryRun) {
    const made = tagsWritten(call, record, planned, catalogue);
    statements.push(...made.statements, ...peopleWritten(call, record.id, planned, made.events));
  }
  statements.push(
    ...insertAll(
      'import_rows (import_id, row, outcome, contact_id, reasons)',
      planned.map((one) => [
        record.id,
        one.row,
        one.outcome,
        dryRun && one.outcome === 'created' ? null : one.contactId,
        one.reasons.length === 0 ? null : JSON.stringify(one.reasons),
      ]),
    ),
    ...insertAll(
      'import_claims (import_id, claim, row, times)',
      planned.flatMap((one) => [
        ...(hashed ? one.claims.map((claim) => [record.id, hashOf(claim), one.row, 1]) : []),
        ...one.holds.map((claim) => [record.id, claim, one.row, 1]),
        ...(one.print ? [[record.id, `p:${one.print.print}`, one.row, one.print.nth]] : []),
        ...(dryRun ? claimsOfTags(one.change?.tagsMade ?? []) : []).map((claim) => [record.id, claim, one.row, 1]),
      ]),
      'on conflict (import_id, claim) do update set row = excluded.row, times = excluded.times',
    ),
    updateImport(record.id, { nextRow, counts }),
  );
  return { statements, after: { ...record, nextRow, counts, version: record.version + 1 } };
}

function peopleWritten(
  call: Pick<Call, 'deps' | 'actor' | 'now'>,
  importId: string,
  planned: readonly PlannedRow[],
  made: readonly EventIn[],
): Statement[] {
  const { now } = call;
  const changes = planned.flatMap((one) => (one.change ? [{ ...one.change, print: one.print }] : []));
  const created = changes.filter((one) => one.before === null);
  const updated = changes.flatMap(({ before, ...one }) => (before === null ? [] : [{ ...one, before }]));
  const statements: Statement[] = [];
  if (updated.length > 0) {
    statements.push(
      guard(
        '(select count(*) from json_each(?) j join contacts c on c.id = j.value ->> 0 and c.version = j.value ->> 1) = ?',
        [JSON.stringify(updated.map(({ before }) => [before.id, before.version])), updated.length],
      ),
      statement(
        `update contacts set display_name = ${value(1)}, company = ${value(2)}, owner_id = ${value(3)}, source = ${value(4)}, first_source = coalesce(contacts.first_source, ${value(4)}), fields = ${value(5)}, version = version + 1, updated_at = ? from json_each(?) j where contacts.id = ${value(0)}`,
        [
          now,
          JSON.stringify(
            updated.map(({ after }) => [
              after.id,
              after.displayName,
              after.company,
              after.ownerId,
              after.source,
              JSON.stringify(after.fields),
            ]),
          ),
        ],
      ),
    );
  }
  statements.push(
    ...insertAll(
      'contacts (id, display_name, company, owner_id, source, first_source, fields, version, created_at, updated_at)',
      created.map(({ after }) => [
        after.id,
        after.displayName,
        after.company,
        after.ownerId,
        after.source,
        after.origin.source,
        JSON.stringify(after.fields),
        1,
        now,
        now,
      ]),
    ),
    // The unique index identities_one_holder refuses what somebody else took since it was looked up.
    ...insertAll(
      'identities (id, contact_id, channel, scope, handle, display, shared, created_at)',
      changes.flatMap(({ after, identities }) =>
        identities.map((one) => [
          one.id,
          after.id,
          one.channel,
          one.scope,
          one.handle,
          one.display,
          one.shared ? 1 : 0,
          now,
        ]),
      ),
    ),
  );
  const removed = changes.flatMap(({ after, tagsRemoved }) => tagsRemoved.map((tag) => [after.id, tag]));
  if (removed.length > 0)
    statements.push(
      statement(`delete from contact_tags where (contact_id, tag_key) in (select ${values(2)} from json_each(?) j)`, [
        JSON.stringify(removed),
      ]),
    );
  const tagged = changes.flatMap(({ after, tagsAdded }) => tagsAdded.map((tag) => [after.id, tag]));
  if (tagged.length > 0)
    statements.push(
      statement(
        `insert into contact_tags (contact_id, tag_key, single_group, added_at, added_by)
         select ${value(0)}, ${value(1)}, (select g.key from tags t join tag_groups g on g.key = t.group_key and g.mode = 'single' where t.key = ${value(1)}), ?, ? from json_each(?) j`,
        [now, actorText(call.actor), JSON.stringify(tagged)],
      ),
    );
  const moves = changes.flatMap(({ after, moves }) =>
    moves.map((move) => ({ ...move, contactId: after.id, source: 'import' as const, batchId: importId })),
  );
  const ledger = appendTransitions(call, moves);
  // History opens no handover; one that does not fit where it leaves somebody is over.
  const over = together(
    updated.flatMap(({ before, moves: own }) =>
      before.handovers.flatMap((one) => {
        const last = own.findLast((move) => move.lifecycle.key === one.lifecycle);
        return !last || handoverStands(last.lifecycle, one, last.position)
          ? []
          : [withdrawn(call, before.id, one, importId)];
      }),
    ),
  );
  statements.push(...ledger.statements, ...over.statements);
  const events: EventIn[] = [...made];
  let next = 0;
  for (const { before, after, identities, tagsAdded, tagsRemoved, moves: own } of changes) {
    const about = { contactId: after.id, batchId: importId };
    if (before === null)
      events.push({
        ...about,
        type: 'contact.created',
        data: {
          contact_id: after.id,
          owner_id: after.ownerId,
          identity_ids: identities.map((one) => one.id),
          tags: after.tags,
        },
      });
    else {
      const previous: Record<string, unknown> = {};
      if (before.displayName !== after.displayName) previous.display_name = before.displayName;
      if (before.company !== after.company) previous.company = before.company;
      if (before.ownerId !== after.ownerId) previous.owner_id = before.ownerId;
      if (before.source !== after.source) previous.source = before.source;
      if (JSON.stringify(before.fields) !== JSON.stringify(after.fields)) previous.fields = before.fields;
      const fields = Object.keys(previous);
      if (fields.length > 0)
        events.push({
          ...about,
          type: 'contact.updated',
          data: { contact_id: after.id, fields, owner_id: after.ownerId },
          previous,
        });
      for (const one of identities)
        events.push({
          ...about,
          type: 'identity.added',
          data: { contact_id: after.id, identity_id: one.id, channel: one.channel },
        });
      if (tagsAdded.length > 0 || tagsRemoved.length > 0)
        events.push({
          ...about,
          type: 'contact.tags_changed',
          data: { contact_id: after.id, added: tagsAdded, removed: tagsRemoved },
        });
    }
    for (const _ of own) {
      const event = ledger.events[next++];
      if (event) events.push(event);
    }
  }
  statements.push(
    ...eventStatementsInBulk(call, [...events, ...over.events.map((one) => ({ ...one, batchId: importId }))]),
    ...insertAll(
      'import_prints (print, nth, contact_id)',
      created.flatMap(({ after, print }) => (print ? [[print.print, print.nth, after.id]] : [])),
      'on conflict (print, nth) do update set contact_id = excluded.contact_id',
    ),
  );
  return statements;
}
