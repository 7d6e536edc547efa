// A place in the event log as a caller names it: up to the newest event, and no further.
import { lastSeq } from '../../events/log.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';

export const newestSeq = async (call: Pick<Call, 'deps'>) => (await call.deps.db.read({ last: lastSeq })).last[0] ?? 0;

/** Waiting there would pass over all that happens until then: whoever kept such a place read another log. */
export const beyond = (newest: number, pointer: string) =>
  new Problem('validation-failed', `The newest event is ${newest}.`, {
    errors: [
      {
        pointer,
        code: 'value-unfit',
        detail: `The newest event is ${newest}. A later place is of another log, or of this one before a backup was restored: read everything again, then go on from here.`,
      },
    ],
  });
