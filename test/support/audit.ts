// Holds every request of every test to the promise of the audit log: a write that was decided has exactly one row, a read none.
import { type House, statement } from '@sidestage/api';
import { document, routeOf } from './validator.ts';

export interface Written {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
}

const REFUSALS = [403, 409, 412, 422];

/** POSTs that only read say so by taking no Idempotency-Key; refreshing a session is the one write among them. */
function writes(method: string, path: string): boolean {
  const route = routeOf(path, method.toLowerCase());
  const operation = route && document.paths[route.template]?.[method.toLowerCase()];
  if (!operation || method === 'GET' || method === 'HEAD') return false;
  if (method !== 'POST' || operation.operationId === 'refreshSession') return true;
  return operation.parameters?.some((one) => one.name === 'Idempotency-Key') === true;
}

/** Throws where a request has another number of audit rows than it should. */
export async function checkAudit(house: House, { method, path, status, headers }: Written): Promise<void> {
  // There each reading is a round trip, which its tests count.
  if (house.deps.db.kind === 'remote') return;
  const { rows } = await house.deps.db.read({
    rows: statement('select request_id from audit order by seq desc limit 100', [], (r) => String(r[0])),
  });
  const found = rows.filter((id) => id === headers.get('request-id')).length;
  const rehearsed = /[?&]dry_run=true/.test(path);
  const replayed = headers.get('idempotency-replayed') !== null;
  const write = writes(method, path) && !rehearsed && !replayed;
  // A refusal may have been turned away before anything was decided.
  const mayHave = write && (status < 300 || REFUSALS.includes(status) || status === 401);
  const must = write && status < 300;
  if (found > (mayHave ? 1 : 0) || (must && found !== 1))
    throw new Error(`${method} ${path} → ${status} left ${found} rows in the audit log.`);
}
