// A filter by what cannot be in the log finds nothing, which reads like an answer.
import type { Call } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import type { AuditQuery } from './audit.schemas.ts';
import { everyActor, hasActed, wasAsked } from './audit.store.ts';

/** 422 for an operation nobody offers and an actor there never was. The log may hold what an older version called otherwise. */
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
