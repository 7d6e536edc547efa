// Refuses a filter by an unknown staff member: an empty list would read like an answer.
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import { everyStaffId } from './staff.store.ts';

/** 422 unless the value is one of `words` or the id of a present or former staff member. */
export async function refuseUnknownStaff(
  call: Pick<Call, 'deps'>,
  parameter: string,
  given: string | undefined,
  words: readonly string[],
) {
  if (given === undefined || words.includes(given)) return;
  const { ids } = await call.deps.db.read({ ids: everyStaffId });
  if (ids.includes(given)) return;
  const near = nearest(given, ids);
  const others = words.map((word) => `"${word}"`).join(' or ');
  const detail = `There is no staff member "${given}".${didYouMean(near)} Use an id of /v1/staff, ${others}.`;
  throw new Problem('validation-failed', detail, {
    errors: [{ pointer: `?${parameter}`, code: 'staff-unknown', detail }],
  });
}
