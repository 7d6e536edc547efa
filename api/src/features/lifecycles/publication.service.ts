// Takes people out of the stages a published version retired: one ledger row each, a chunk at a time through the write lane,
// so that nobody waits for thousands. What is left after a stop is taken up at the next start.
import { effectiveRows, handoverStands, migrationDirection, notBefore } from '@sidestage/domain';
import type { Statement } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { type Actor, actorView } from '../../http/actor.ts';
import { withdrawn } from '../handovers/handover-writes.store.ts';
import { appendTransition } from '../transitions/transitions.store.ts';
import {
  advancePublication,
  handoversIn,
  ledgersIn,
  type PublicationRow,
  publicationById,
  runningPublications,
  type StayRow,
  staysIn,
  touchContact,
  versionsOf,
} from './lifecycles.store.ts';

/** People per commit: some milliseconds of the lane. */
const CHUNK = 40;
const RETRY_MS = 1_000;
const RETRIES = 30;

/** Starts the work and returns at once; trouble is logged, and tried again for a while. */
export function runPublication(deps: Deps, id: string): void {
  migrateAll(deps, id).catch((error) => deps.log('publication stopped', { publication_id: id, error: String(error) }));
}

/** Takes up what a stop left undone. */
export async function resumePublications(deps: Deps): Promise<void> {
  const { rows } = await deps.db.read({ rows: runningPublications(null) });
  for (const row of rows) runPublication(deps, row.id);
}

async function migrateAll(deps: Deps, id: string): Promise<void> {
  for (let failures = 0; ; ) {
    try {
      if (await migrateChunk(deps, id)) return;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures > RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
  }
}

/** Moves the next few people; true where nobody is left. */
async function migrateChunk(deps: Deps, id: string): Promise<boolean> {
  const publication = (await deps.db.read({ row: publicationById(id) })).row[0];
  if (!publication || publication.finishedAt !== null) return true;
  const { lifecycle: key, fromVersion, version } = publication;
  const from = publication.moves.map((one) => one.from);
  const loaded = await deps.db.read({ before: versionsOf(key, fromVersion), next: versionsOf(key, version) });
  const [before, next] = [loaded.before[0]?.definition, loaded.next[0]?.definition];
  if (!before || !next) throw new Error(`${key} has lost version ${fromVersion} or ${version}.`);
  const done = await deps.db.write({
    load: {
      stays: staysIn(key, from, CHUNK),
      ledgers: ledgersIn(key, from, CHUNK),
      open: handoversIn(key, from, CHUNK),
    },
    plan: ({ stays, ledgers, open }) => {
      const now = deps.clock.now();
      const call = { deps, actor: actorOf(publication), now };
      const last = stays.length < CHUNK;
      const statements: Statement[] = [];
      const events: EventIn[] = [];
      for (const stay of stays) {
        const to = publication.moves.find((one) => one.from === stay.stage)?.to ?? '';
        const rows = effectiveRows(ledgers.filter((row) => row.contactId === stay.contactId));
        const effectiveAt = notBefore(rows, now);
        const appended = appendTransition(call, {
          contactId: stay.contactId,
          lifecycle: next,
          from: stay.stage,
          to,
          direction: migrationDirection(
            before,
            stay.stage,
            to,
            rows.some((row) => row.to === to),
          ),
          effectiveAt,
          source: 'migration',
          timeInPreviousS: secondsIn(stay, effectiveAt),
          batchId: id,
          position: { stage: to, enteredAt: effectiveAt },
          planned: { stage: stay.stage },
        });
        statements.push(...appended.statements, touchContact(stay.contactId, now));
        events.push({ ...appended.event, batchId: id });
        // Nobody dealt with them, so no handover opens; an open one that does not fit the new stage is withdrawn.
        const over = open.find((one) => one.contactId === stay.contactId);
        if (!over || handoverStands(next, over, { stage: to, enteredAt: effectiveAt })) continue;
        const gone = withdrawn(call, stay.contactId, over, appended.row.id);
        statements.push(...gone.statements);
        events.push(...gone.events.map((one) => ({ ...one, batchId: id })));
      }
      if (last)
        events.push({ type: 'lifecycle.migrated', batchId: id, data: { lifecycle: key, version, publication_id: id } });
      statements.push(...eventStatements(call, events), advancePublication(id, stays.length, last ? now : null));
      return { statements, answer: () => last };
    },
  });
  deps.feed.wake();
  return done;
}

const secondsIn = (stay: StayRow, until: number) => Math.max(0, Math.floor((until - stay.enteredAt) / 1000));

/** A call as whoever published: every row carries their name. */
function actorOf(publication: PublicationRow): Actor {
  const { kind, id } = actorView(publication.actor);
  return { kind, id, name: '', scopes: new Set(), clientId: null } as unknown as Actor;
}
