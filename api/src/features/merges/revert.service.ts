// Taking a merge back: every row that was moved and is still there goes back, values return unless they were changed since,
// and the ledger rows of the merge are voided by new ones. What came after the merge stays with the survivor.
import { effectiveRows, foldPosition, notBefore, positionOf, stageInForce, takenBack } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import type { Statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import {
  type ContactColumns,
  type ContactState,
  contactById,
  personBehind,
  updateContact,
} from '../contacts/contacts.store.ts';
import { canSee } from '../contacts/on-contact.ts';
import { handoversParted } from '../handovers/follow-merge.ts';
import { mergedAlong, withdrawnByMerge } from '../handovers/handovers.store.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import { appendTransition, type TransitionRow } from '../transitions/transitions.store.ts';
import { mergeOut, mergeView } from './merges.schemas.ts';
import {
  bothUnchanged,
  closeMerge,
  ledgersOf,
  type MergeRow,
  mergeById,
  moveRowsBack,
  moveTagsBack,
  newestMergeOf,
  recountTouch,
  repointBack,
  transitionsOf,
} from './merges.store.ts';

export async function revertMerge(call: Call, id: string): Promise<Reply> {
  const found = (await call.deps.db.read({ merge: mergeById(id) })).merge[0];
  if (!found) throw notFound('merge');
  return mutate(call, {
    load: {
      merge: mergeById(id),
      survivor: contactById(found.survivorId),
      loser: contactById(found.loserId),
      person: personBehind(found.survivorId),
      newest: newestMergeOf(found.survivorId),
      ledgers: ledgersOf(found.survivorId, found.loserId),
      appended: transitionsOf(id),
      gone: withdrawnByMerge(id),
      along: mergedAlong(id),
    },
    plan: (loaded) => {
      const [merge, survivor, loser] = [loaded.merge[0], loaded.survivor[0], loaded.loser[0]];
      const person = loaded.person[0];
      if (!merge || !survivor || !loser || !person || !canSee(call, person.ownerId)) throw notFound('merge');
      if (survivor.erasedAt !== null)
        throw new Problem('contact-erased', 'This person was erased. Only counts and dates remain.');
      if (merge.revertedAt !== null)
        throw new Problem('merge-reverted', 'This merge has been taken back already.', {
          extra: { contact_ids: [survivor.id, loser.id] },
        });
      const newest = loaded.newest[0];
      if (newest && newest.id !== id)
        throw new Problem('merge-not-last', 'One of the two was merged again since. Revert that first.', {
          extra: { merge_id: newest.id },
        });
      const { columns, previous } = columnsBack(survivor, merge);
      const ledger = voidings(call, loaded.ledgers, loaded.appended);
      const handovers = handoversParted(call, id, { survivor, loser }, loaded, (contactId, lifecycle) => {
        const after = ledger.after.findLast((one) => one.contactId === contactId && one.lifecycle === lifecycle);
        if (after) return after.position;
        const own = contactId === survivor.id ? survivor : loser;
        return own.positions.find((one) => one.lifecycle === lifecycle);
      });
      const actor = actorText(call.actor);
      const reverted: MergeRow = { ...merge, revertedBy: actor, revertedAt: call.now };
      const touch = merge.fields?.last_touch_at;
      const statements: Statement[] = [
        bothUnchanged(survivor, loser),
        guard('(select reverted_at is null from merges where id = ?)', [id]),
        ...moveRowsBack(id, loser.id, survivor.id),
        ...moveTagsBack(id, loser.id, survivor.id),
        repointBack(id, loser.id),
        ...ledger.statements,
        ...handovers.statements,
        updateContact(survivor.id, survivor.version + 1, call.now, columns, true),
        updateContact(loser.id, loser.version + 1, call.now, { merged_into: null }, true),
        ...(touch && survivor.lastTouchAt === touch.merged
          ? [recountTouch(survivor.id, touch.before as number | null)]
          : []),
        ...closeMerge(id, actor, call.now),
        ...eventStatements(call, [
          ...ledger.events,
          ...handovers.events,
          {
            type: 'contact.merge_reverted',
            contactId: survivor.id,
            data: {
              contact_id: survivor.id,
              merge_id: id,
              loser_id: loser.id,
              fields: Object.keys(columns),
              owner_id: columns.owner_id === undefined ? survivor.ownerId : columns.owner_id,
            },
            previous,
          },
        ]),
      ];
      return { statements, status: 200, body: mergeView(reverted), schema: mergeOut };
    },
  });
}

const NOW = {
  display_name: (contact: ContactState) => contact.displayName,
  company: (contact: ContactState) => contact.company,
  owner_id: (contact: ContactState) => contact.ownerId,
  source: (contact: ContactState) => contact.source,
} as const;

/** Each value as it was before the merge, unless somebody changed it since. */
function columnsBack(survivor: ContactState, merge: MergeRow) {
  const columns: ContactColumns = {};
  const previous: Record<string, unknown> = {};
  for (const [column, read] of Object.entries(NOW) as [keyof typeof NOW, (typeof NOW)[keyof typeof NOW]][]) {
    const changed = merge.fields?.[column] as { before: string | null; merged: string | null } | undefined;
    if (!changed) continue;
    const now = read(survivor);
    const back = takenBack({ ...changed, now });
    if (back === now) continue;
    columns[column] = back;
    previous[column] = now;
  }
  const fields = merge.fields?.fields as { before: Fields; merged: Fields } | undefined;
  if (fields) {
    const back = fieldsBack(fields.before, fields.merged, survivor.fields);
    if (JSON.stringify(back) !== JSON.stringify(survivor.fields)) {
      columns.fields = JSON.stringify(back);
      previous.fields = survivor.fields;
    }
  }
  return { columns, previous };
}

type Fields = Readonly<Record<string, unknown>>;

/** The same for `fields`, name by name. If nothing changed since, it is the very text stored before. */
function fieldsBack(before: Fields, merged: Fields, now: Fields): Fields {
  if (JSON.stringify(now) === JSON.stringify(merged)) return before;
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = takenBack({ before: before[name], merged: merged[name], now: now[name] });
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/**
 * Voids each ledger row of the merge and folds the positions again without them. A contact that would be back in a stage
 * retired in between gets one more row, to the stage that took its people.
 */
function voidings(call: Call, rows: readonly TransitionRow[], appended: readonly string[]) {
  const made = rows
    .filter((row) => appended.includes(row.id))
    .flatMap((row) => {
      const own = rows.filter((one) => one.contactId === row.contactId && one.lifecycle === row.lifecycle);
      const before = foldPosition(own);
      const after = foldPosition(own.filter((one) => one.id !== row.id));
      const lifecycle = lifecycleNamed(call, row.lifecycle);
      const common = { contactId: row.contactId, lifecycle };
      const back = appendTransition(call, {
        ...common,
        from: before?.stage ?? null,
        to: after?.stage ?? null,
        direction: 'backward',
        effectiveAt: row.effectiveAt,
        source: 'merge',
        voids: row.id,
        timeInPreviousS: before ? Math.max(0, Math.floor((call.now - before.enteredAt) / 1000)) : null,
        position: after ? positionOf(after) : null,
        planned: { stage: before?.stage ?? null },
      });
      const to = after && stageInForce(lifecycle, after.stage);
      if (!after || !to || to === after.stage) return [{ ...back, position: after }];
      const effectiveAt = notBefore(own, call.now);
      const on = appendTransition(call, {
        ...common,
        from: after.stage,
        to,
        direction: effectiveRows(own).some((one) => one.to === to) ? 're-entry' : 'forward',
        effectiveAt,
        source: 'migration',
        timeInPreviousS: Math.max(0, Math.floor((effectiveAt - after.enteredAt) / 1000)),
        position: { stage: to, enteredAt: effectiveAt },
        planned: { stage: after.stage },
      });
      return [
        { ...back, position: after },
        { ...on, position: { ...after, stage: to } },
      ];
    });
  return {
    statements: made.flatMap((one) => one.statements),
    events: made.map((one) => one.event),
    /** Where each is left, in the order of the rows. */
    after: made.map(({ row, position }) => ({ ...row, position })),
  };
}
