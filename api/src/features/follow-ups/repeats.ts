// Follow-ups that come back: what completing and reopening one does to the rest of its series.
import { localAt, nextOccurrence, toInstant } from '@sidestage/domain';
import type { Statement } from '../../db/statement.ts';
import type { EventIn } from '../../events/append.ts';
import type { Call } from '../../http/operation.ts';
import { repeatOf } from './follow-ups.schemas.ts';
import { created, followUpEvent } from './follow-ups.service.ts';
import { type FollowUpRow, followerOf, insertFollowUp, rivalOf, saveFollowUp } from './follow-ups.store.ts';

export interface Consequence {
  readonly statements: readonly Statement[];
  readonly events: readonly EventIn[];
}

const NOTHING: Consequence = { statements: [], events: [] };

export const seriesLoad = (id: string) => ({ follower: followerOf(id), rival: rivalOf(id) });

/** Plans the next of the series, unless the series has ended or the next was planned already. */
export function nextOfSeries(call: Call, done: FollowUpRow, follower: FollowUpRow | undefined): Consequence {
  if (done.repeat === null || follower) return NOTHING;
  const local = nextOccurrence(done.seriesLocal ?? done.dueLocal, done.repeat, localAt(call.now, done.dueZone));
  if (local === null) return NOTHING;
  const due = toInstant({ local, zone: done.dueZone });
  if (!due.ok) return NOTHING;
  const next: FollowUpRow = {
    ...done,
    id: call.deps.newId('fup'),
    // The place in the series stays as it is counted, even on a day when that hour does not exist.
    dueLocal: due.local,
    dueAt: due.at,
    seriesLocal: local,
    follows: done.id,
    status: 'open',
    outcome: null,
    createdAt: call.now,
    completedAt: null,
    version: 1,
  };
  return { statements: [insertFollowUp(next)], events: [created(next)] };
}

/** Undoing a completion cancels the next of the series too, unless that is done already. */
export function withoutNext(call: Call, follower: FollowUpRow | undefined): Consequence {
  if (follower?.status !== 'open') return NOTHING;
  const gone: FollowUpRow = { ...follower, status: 'cancelled', completedAt: call.now, version: follower.version + 1 };
  return {
    statements: [saveFollowUp(gone)],
    events: [followUpEvent('follow_up.cancelled', gone)],
  };
}

/** Puts one off to an instant. One of a series keeps the zone of the series, so that the next comes at its own hour. */
export const putOff = (row: FollowUpRow, until: { local: string; zone: string; at: number }): FollowUpRow =>
  row.repeat === null
    ? { ...row, dueLocal: until.local, dueZone: until.zone, dueAt: until.at }
    : { ...row, dueLocal: localAt(until.at, row.dueZone), dueAt: until.at };

/** The series after its due time or repetition was changed: it is counted from the new time on. */
export function seriesAfter(
  row: FollowUpRow,
  change: { due?: { asked: string } | undefined; repeat?: Parameters<typeof repeatOf>[0] },
): Pick<FollowUpRow, 'repeat' | 'seriesLocal'> {
  const local = change.due?.asked ?? row.seriesLocal ?? row.dueLocal;
  const sameDay = local.slice(0, 10) === (row.seriesLocal ?? row.dueLocal).slice(0, 10);
  const kept = row.repeat === null || sameDay ? row.repeat : repeatOf({ ...row.repeat, day: undefined }, local);
  const repeat = change.repeat === undefined ? kept : repeatOf(change.repeat, local);
  return { repeat, seriesLocal: repeat === null ? null : local };
}
