// The copy of the database made before a migration is for going back at once. It holds people as they were: it goes after some
// days of running well, and sooner where somebody has been erased since.
import { existsSync, rmSync, statSync } from 'node:fs';
import { statement } from '../db/statement.ts';
import type { Deps } from '../deps.ts';

const KEEP_MS = 3 * 24 * 3_600_000;

/** Index audit_operation. */
const erasedSince = (at: number) =>
  statement("select 1 from audit where operation = 'eraseContact' and at >= ? and outcome = 'done' limit 1", [at]);

export async function forgetCopies(deps: Pick<Deps, 'db' | 'clock' | 'log' | 'databaseFile'>): Promise<void> {
  const copy = `${deps.databaseFile}.before-migration`;
  if (deps.databaseFile === undefined || !existsSync(copy)) return;
  const madeAt = statSync(copy).mtimeMs;
  const { erased } = await deps.db.read({ erased: erasedSince(madeAt) });
  if (erased.length === 0 && deps.clock.now() - madeAt < KEEP_MS) return;
  for (const suffix of ['-wal', '']) rmSync(copy + suffix, { force: true });
  const why = erased.length > 0 ? 'somebody was erased since' : 'the server has run for three days since';
  deps.log('the copy from before the migration was removed', { file: copy, because: why });
}
