// Deletes files that nobody imported in time: they hold people's data outside the database, where erasing does not reach.
import { readdir, stat } from 'node:fs/promises';
import { statement } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import { tidy } from './run-import.ts';
import { dropSpooled, spoolPath } from './spool.ts';

const KEEP_FILES_MS = 7 * 24 * 3_600_000;

/** Deletes the files of imports that ended or were never started a week ago, and what a crash left in the folder. */
export async function forgetFiles(deps: Deps): Promise<void> {
  const before = deps.clock.now() - KEEP_FILES_MS;
  const idle = await deps.db.write({
    load: {
      old: statement(
        "select id from imports where file_kept = 1 and status in ('created', 'failed', 'cancelled') and coalesce(finished_at, created_at) < ?",
        [before],
        (r) => String(r[0]),
      ),
    },
    plan: ({ old }) => ({
      statements: [
        // An import that was never started has nothing worth keeping.
        statement("delete from imports where status = 'created' and id in (select value from json_each(?))", [
          JSON.stringify(old),
        ]),
        statement(
          'update imports set file_kept = 0, version = version + 1 where id in (select value from json_each(?))',
          [JSON.stringify(old)],
        ),
      ],
      answer: () => old,
    }),
  });
  for (const id of idle) await tidy(deps, id);

  const names = await readdir(deps.spool.folder).catch(() => []);
  if (names.length === 0) return;
  const { known } = await deps.db.read({
    known: statement(
      'select id from imports where file_kept = 1 and id in (select value from json_each(?))',
      [JSON.stringify(names)],
      (r) => String(r[0]),
    ),
  });
  for (const name of names) {
    if (known.includes(name)) continue;
    const found = await stat(spoolPath(deps, name)).catch(() => undefined);
    // One that is being uploaded has no row yet.
    if (found && found.mtimeMs < deps.clock.now() - 24 * 3_600_000) dropSpooled(deps, name);
  }
}
