// Erasing a person: everything personal is emptied wherever it stands, in one commit; ledger, events and counts stay (product rule 2).
import { type Statement, statement } from '../../db/statement.ts';
import { actorText } from '../../http/actor.ts';
import { checkIfMatch } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { followDuplicates } from '../duplicates/follow-log.ts';
import { forgetHandovers } from '../handovers/handovers.store.ts';
import { dropHealth } from '../health/health.store.ts';
import { forgetWords } from '../search/forget-words.ts';
import { type ContactState, mergedInto, PERSON } from './contacts.store.ts';
import { contactView } from './contacts.view.ts';
import { onContact } from './on-contact.ts';

export async function eraseContact(call: Call, id: string): Promise<Reply> {
  // Contacts that were merged into this one are the same person, so their rows are emptied too.
  const empty = (text: string) => statement(text.replace('contact_id = ?', `contact_id in ${PERSON}`), [id, id]);
  const reply = await onContact(call, {
    contactId: id,
    operation: 'eraseContact',
    allowArchived: true,
    load: { merged: mergedInto(id) },
    plan: (contact, { merged }) => {
      checkIfMatch(call, contact.version, () => contactView(contact, call.deps.lifecycles), true);
      return {
        changed: true,
        status: 204,
        body: () => undefined,
        columns: {
          display_name: '',
          company: null,
          source: null,
          first_source: null,
          domain: null,
          referrer_id: null,
          fields: '{}',
          erased_at: call.now,
          archived_at: call.now,
          // The owner stays: it says nothing of the person, and without it others would come to see that there was one.
        },
        nextFollowUp: true,
        statements: [
          empty('delete from identities where contact_id = ?'),
          // Writes about others made in a conversation with this person. First, while the links still say which those are.
          empty(
            `update write_contexts set scope = '', handle = null, conversation_key = null where conversation_key is not null
               and (channel, scope, conversation_key) in (select l.channel, l.scope, l.conversation_key from conversation_links l where l.verdict = 'linked' and l.contact_id = ?)`,
          ),
          empty('delete from conversation_links where contact_id = ?'),
          ...dropHealth(id),
          empty('delete from contact_tags where contact_id = ?'),
          empty('delete from rule_overrides where contact_id = ?'),
          empty('delete from contact_quadrants where contact_id = ?'),
          empty("update interactions set summary = '', purpose = null where contact_id = ?"),
          empty(
            "update follow_ups set title = '', kind = null, note = null, outcome = null, status = case status when 'open' then 'cancelled' else status end where contact_id = ?",
          ),
          forgetHandovers(id, actorText(call.actor), call.now),
          empty('update transition_notes set note = null, evidence = null where contact_id = ?'),
          empty("update write_contexts set scope = '', handle = null, conversation_key = null where contact_id = ?"),
          // Hashes by which an import recognises people without a handle.
          empty('delete from import_prints where contact_id = ?'),
          empty('update event_previous set previous = null where contact_id = ?'),
          statement(
            "update contacts set display_name = '', company = null, source = null, first_source = null, domain = null, referrer_id = null, fields = '{}', erased_at = ?, archived_at = ?, version = version + 1, updated_at = ? where merged_into = ?",
            [call.now, call.now, call.now, id],
          ),
          statement(`update merges set fields = null where survivor_id in ${PERSON} or loser_id in ${PERSON}`, [
            id,
            id,
            id,
            id,
          ]),
          statement(
            `update merge_rows set detail = null where merge_id in (select id from merges where survivor_id in ${PERSON} or loser_id in ${PERSON})`,
            [id, id, id, id],
          ),
          ...elsewhere(contact),
          // Answers stored under an Idempotency-Key that show this person; replaying one is refused from now on.
          ...[id, ...merged].map((one) =>
            statement("update idempotency set body = null, secret = 2 where instr(coalesce(body, ''), ?) > 0", [one]),
          ),
        ],
        events: [id, ...merged].map((one) => ({
          type: 'contact.erased' as const,
          contactId: one,
          data: { contact_id: one },
        })),
      };
    },
  });
  await followDuplicates(call.deps);
  await forgetWords(call.deps.db);
  await call.deps.db.forget();
  return reply;
}

/** SQL: whether the person's name or handle is among these headers. A file without a header row has its first person there. */
const heads = (headers: string) =>
  `exists (select 1 from ${headers} h where lower(trim(h.value)) in (select value from json_each(?)))`;
const HEADED = `status not in ('checking', 'running') and ${heads("json_each(imports.shape, '$.headers')")}`;

/** Places that name the person without their id: writes in conversations, headers of imported files, stored answers. */
function elsewhere(contact: ContactState): Statement[] {
  const handles = JSON.stringify([...new Set(contact.identities.map((one) => one.handle))]);
  const words = JSON.stringify(
    [contact.displayName, ...contact.identities.flatMap((one) => [one.handle, one.display])].map((word) =>
      word.trim().toLowerCase(),
    ),
  );
  return [
    // index write_contexts_handle
    statement(
      "update write_contexts set scope = '', handle = null, conversation_key = null where handle in (select value from json_each(?))",
      [handles],
    ),
    statement(
      `update import_rows set reasons = (select json_group_array(json(json_set(r.value, '$.column', null))) from json_each(reasons) r)
       where reasons is not null and import_id in (select imports.id from imports where ${HEADED})`,
      [words],
    ),
    // Tags that rows of a file named, where one is the person's name; index import_rows_tagged.
    statement(
      `update import_rows set reasons = (select json_group_array(json(json_remove(r.value, '$.tag'))) from json_each(reasons) r)
       where instr(reasons, '"tag":') > 0 and (contact_id in ${PERSON}
         or exists (select 1 from json_each(reasons) r where lower(trim(r.value ->> '$.tag')) in (select value from json_each(?))))`,
      [contact.id, contact.id, words],
    ),
    // An import that was not started yet is cancelled: its headers turned out to be a person.
    statement(
      `update imports set shape = json_set(shape, '$.headers', json('[]'), '$.proposal', json('{"mapping":{},"system":null,"unmapped":[]}'), '$.fault', null),
         options = null, proof = null, problem = json_set(problem, '$.detail', 'What was wrong named a person who was erased.', '$.errors', json('[]')),
         status = case status when 'created' then 'cancelled' else status end, version = version + 1
       where ${HEADED}`,
      [words],
    ),
    statement(
      `update idempotency set body = null, secret = 2 where body glob '{"id":"imp_*' and ${heads("json_each(idempotency.body, '$.headers')")}`,
      [words],
    ),
    // A shorter handle might occur in anybody's answer by chance.
    ...contact.identities
      .filter((one) => one.handle.length >= 6)
      .map((one) =>
        statement(
          "update idempotency set body = null, secret = 2 where instr(lower(coalesce(body, '')), lower(?)) > 0",
          [one.handle],
        ),
      ),
  ];
}
