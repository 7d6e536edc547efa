// What can be done to a follow-up there is: change, complete, reopen, put off, cancel.
import type { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import type { EventIn } from '../../events/append.ts';
import { checkIfMatch } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { activeStaff } from '../contacts/create-contact.ts';
import { type ContactChange, onContact } from '../contacts/on-contact.ts';
import { type completeIn, followUpView, type nextIn, type patchIn, type snoozeIn } from './follow-ups.schemas.ts';
import { answered, checkAssignee, followUpEvent, planned, zoneOf } from './follow-ups.service.ts';
import { type FollowUpRow, followUpById, insertFollowUp, saveFollowUp } from './follow-ups.store.ts';
import { type Consequence, nextOfSeries, putOff, seriesAfter, seriesLoad, withoutNext } from './repeats.ts';

type Act<B = unknown> = Call<{ id: string }, unknown, B>;
interface InContext {
  readonly context?: ContextIn | undefined;
}

/** The neighbours of a follow-up in its series: the next one, and whether another holds the same place. */
interface Series {
  readonly follower: FollowUpRow | undefined;
  readonly rival: boolean;
}

interface Change {
  readonly row: FollowUpRow;
  readonly event: EventIn;
  /** What it does to others of its series. */
  readonly also?: Consequence;
}

/** `change` gives the new row and what else follows, or undefined where nothing changes. */
async function changeFollowUp(
  call: Act,
  given: InContext & {
    operation: string;
    assignee?: string | undefined;
    ifMatch?: boolean;
    next?: z.output<typeof nextIn> | undefined;
  },
  change: (row: FollowUpRow, series: Series) => Change | undefined,
): Promise<Reply> {
  const { id } = call.params;
  const assignee = given.assignee ?? given.next?.assignee_id;
  const found = (await call.deps.db.read({ row: followUpById(id) })).row[0];
  if (!found) throw notFound('follow-up');
  return onContact(call, {
    contactId: found.contactId,
    named: 'follow-up',
    operation: given.operation,
    context: given.context,
    load: { ...seriesLoad(id), row: followUpById(id), active: activeStaff(assignee) },
    plan: (contact, loaded): ContactChange => {
      const row = loaded.row[0];
      if (!row) throw notFound('follow-up');
      checkAssignee(assignee, loaded.active, given.next ? '/next/assignee_id' : '/assignee_id');
      if (given.ifMatch) checkIfMatch(call, row.version, () => followUpView(row, call.now, zoneOf(call)));
      const changed = change(row, { follower: loaded.follower[0], rival: loaded.rival.length > 0 });
      if (!changed) return { ...answered(call, row, 200), changed: false };
      const next = { ...changed.row, version: row.version + 1 };
      const also = given.next ? planned(call, contact, given.next) : undefined;
      return {
        ...answered(call, next, 200),
        changed: true,
        statements: [
          saveFollowUp(next),
          ...(changed.also?.statements ?? []),
          ...(also ? [insertFollowUp(also.row)] : []),
        ],
        events: [changed.event, ...(changed.also?.events ?? []), ...(also ? [also.event] : [])],
        nextFollowUp: true,
        reference: id,
      };
    },
  });
}

function openOnly(row: FollowUpRow): void {
  if (row.status !== 'open') throw new Problem('follow-up-closed', `This follow-up is ${row.status} already.`);
}

export async function updateFollowUp(call: Act<z.output<typeof patchIn>>): Promise<Reply> {
  const { body } = call;
  return changeFollowUp(
    call,
    { operation: 'updateFollowUp', context: body.context, assignee: body.assignee_id, ifMatch: true },
    (row) => {
      openOnly(row);
      return {
        row: {
          ...row,
          title: body.title ?? row.title,
          note: body.note === undefined ? row.note : body.note,
          kind: body.kind === undefined ? row.kind : body.kind,
          assigneeId: body.assignee_id ?? row.assigneeId,
          ...(body.due ? { dueLocal: body.due.local, dueZone: body.due.zone, dueAt: body.due.at } : {}),
          ...seriesAfter(row, body),
        },
        event: followUpEvent('follow_up.updated', row, { fields: Object.keys(body) }),
      };
    },
  );
}

export async function completeFollowUp(call: Act<z.output<typeof completeIn> | undefined>): Promise<Reply> {
  const { context, next, outcome = null } = call.body ?? {};
  return changeFollowUp(call, { operation: 'completeFollowUp', context, next }, (row, { follower }) => {
    openOnly(row);
    return {
      row: { ...row, status: 'done', outcome, completedAt: call.now },
      event: followUpEvent('follow_up.completed', row),
      also: nextOfSeries(call, row, follower),
    };
  });
}

export async function reopenFollowUp(call: Act<InContext | undefined>): Promise<Reply> {
  return changeFollowUp(
    call,
    { operation: 'reopenFollowUp', context: call.body?.context },
    (row, { follower, rival }) => {
      if (row.status === 'open') return undefined;
      return {
        row: {
          ...row,
          status: 'open',
          outcome: null,
          completedAt: null,
          // Another follow-up has taken its place in the series meanwhile, so this one no longer repeats.
          ...(rival ? { repeat: null, seriesLocal: null, follows: null } : {}),
        },
        event: followUpEvent('follow_up.reopened', row),
        also: withoutNext(call, follower),
      };
    },
  );
}

export async function snoozeFollowUp(call: Act<z.output<typeof snoozeIn>>): Promise<Reply> {
  const { until, context } = call.body;
  return changeFollowUp(call, { operation: 'snoozeFollowUp', context }, (row) => {
    openOnly(row);
    return { row: putOff(row, until), event: followUpEvent('follow_up.snoozed', row, { due_at: toIso(until.at) }) };
  });
}

export async function cancelFollowUp(call: Act<InContext | undefined>): Promise<Reply> {
  return changeFollowUp(call, { operation: 'cancelFollowUp', context: call.body?.context }, (row) => {
    openOnly(row);
    return {
      row: { ...row, status: 'cancelled', completedAt: call.now },
      event: followUpEvent('follow_up.cancelled', row),
    };
  });
}
