// How many an outreach list leaves out, and why: counted in windows, so that a long list never holds the event loop.
import { statement, type Value } from '../../db/statement.ts';
import type { Call } from '../../http/operation.ts';
import type { Condition } from './criteria.ts';
import { listed } from './find-people.ts';
import { and, type Criteria } from './scan.ts';

const WINDOW = 5_000;

export interface LeftOut {
  readonly closed: number;
  readonly stage: number;
}

/** Of those who meet the criteria: who is at an end, and of the others who does not fit. Along the primary key. */
export async function countLeftOut(
  call: Pick<Call, 'actor' | 'deps'>,
  asked: { criteria: Criteria; archived: boolean | undefined; ended: Condition; fits: Condition },
): Promise<LeftOut> {
  const { ended, fits } = asked;
  const where = and([...listed(call, asked.archived), ...asked.criteria.where]);
  const total = { closed: 0, stage: 0 };
  for (let after = ''; ; ) {
    const { edge } = await call.deps.db.read({
      edge: statement(
        'select c.id from contacts c where c.id > ? order by c.id limit 1 offset ?',
        [after, WINDOW - 1],
        (r) => String(r[0]),
      ),
    });
    const upTo = edge[0];
    const args: Value[] = [...ended.args, ...ended.args, ...fits.args, after, ...(upTo === undefined ? [] : [upTo])];
    const { counts } = await call.deps.db.read({
      counts: statement(
        `select coalesce(sum(${ended.sql}), 0), coalesce(sum(not ${ended.sql} and not ${fits.sql}), 0) from contacts c
          where c.id > ?${upTo === undefined ? '' : ' and c.id <= ?'} and ${where.sql}`,
        [...args, ...where.args],
        (r) => [Number(r[0]), Number(r[1])] as const,
      ),
    });
    total.closed += counts[0]?.[0] ?? 0;
    total.stage += counts[0]?.[1] ?? 0;
    if (upTo === undefined) return total;
    after = upTo;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
