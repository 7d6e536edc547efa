// Refuses a filter by a name that cannot be in the log: an empty list would read like an answer.
import type { Call } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import type { AuditQuery } from './audit.schemas.ts';
import { everyActor, hasActed, wasAsked } from './audit.store.ts';

/** 422 for an unknown operation or actor. Names in the log are known too: an older version may have called an operation otherwise. */
export async function refuseUnknown(call: Pick<Call, 'deps'>, { actor, operation }: AuditQuery) {
  const { db, operationIds } = call.deps;
  const faults: Fault[] = [];
  const tell = (pointer: string, code: Fault['code'], what: string, near: string | undefined) =>
    faults.push({ pointer, code, detail: `There is no ${what}.${didYouMean(near)}` });
  if (operation !== undefined && !operationIds.includes(operation)) {
    const { found } = await db.read({ found: wasAsked(operation) });
    if (found.length === 0)
      tell('?operation', 'value-unfit', `operation "${operation}"`, nearest(operation, operationIds));
  }
  if (actor !== undefined && actor !== 'system') {
    const { found, ids } = await db.read({ found: hasActed(actor), ids: everyActor });
    if (found.length === 0)
      tell('?actor', 'staff-unknown', `staff member or key "${actor}"`, nearest(actor, [...ids, 'system']));
  }
  if (faults[0]) throw new Problem('validation-failed', faults[0].detail, { errors: faults });
}
