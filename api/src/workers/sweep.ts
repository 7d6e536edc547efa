// Small regular chores: writes down when keys were used, clears stored answers after 48 hours (they are kept at least 24; those of
// people 14 days, since a panel may be offline over the holidays and then ask whether what it sent arrived),
// spent refresh tokens after 90 days, webhook deliveries after 30 and files nobody imported after 7.
import { statement } from '../db/statement.ts';
import type { Deps } from '../deps.ts';
import { forgetFiles } from '../features/imports/forget-files.ts';
import { forgetOldDeliveries, forgetOldSecrets } from '../features/webhooks/webhooks.store.ts';
import { forgetCopies } from './old-copies.ts';

const EVERY_MS = 60_000;
const CLEAR_EVERY_MS = 3_600_000;
const KEEP_MS = 48 * 3_600_000;
const KEEP_OF_STAFF_MS = 14 * 24 * 3_600_000;
const KEEP_DELIVERIES_MS = 30 * 24 * 3_600_000;
const KEEP_SPENT_MS = 90 * 24 * 3_600_000;

export async function sweep(deps: Deps): Promise<void> {
  await deps.db.write({
    load: {},
    plan: () => ({
      statements: [
        statement("delete from idempotency where created_at < ? and (created_at < ? or actor not glob 'staff:*')", [
          deps.clock.now() - KEEP_MS,
          deps.clock.now() - KEEP_OF_STAFF_MS,
        ]),
        statement('delete from spent_refresh_tokens where spent_at < ?', [deps.clock.now() - KEEP_SPENT_MS]),
        forgetOldSecrets(deps.clock.now()),
      ],
      answer: () => undefined,
    }),
  });
  await forgetOldDeliveries(deps.db, deps.clock.now() - KEEP_DELIVERIES_MS);
}

/** Returns the function that stops it. */
export function startSweep(deps: Deps): () => void {
  let clearedAt = 0;
  const chores = async () => {
    await deps.keyUse.flush();
    await forgetCopies(deps);
    if (deps.clock.now() - clearedAt < CLEAR_EVERY_MS) return;
    clearedAt = deps.clock.now();
    await sweep(deps);
    await forgetFiles(deps);
  };
  const timer = setInterval(
    () => chores().catch((error) => deps.log('sweep failed', { error: String(error) })),
    EVERY_MS,
  );
  timer.unref();
  return () => clearInterval(timer);
}
