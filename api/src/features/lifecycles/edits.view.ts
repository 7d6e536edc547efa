// Drafts, simulations and publications of a lifecycle on the wire: three ways to tell what an edit changes and whom it moves.
import type { z } from '@hono/zod-openapi';
import { isoOrNull, type Lifecycle, type LifecycleChange, toIso } from '@sidestage/domain';
import { actorView } from '../../http/actor.ts';
import type { Call } from '../../http/operation.ts';
import type { draftOut, publicationOut, simulationOut } from './lifecycles.schemas.ts';
import type { DraftRow, MoveCount, PublicationRow } from './lifecycles.store.ts';
import { lifecycleView } from './lifecycles.view.ts';

const changesView = (changes: readonly LifecycleChange[]) =>
  changes.map((one) => ({ kind: one.kind, stage: one.stage, into: one.kind === 'retired' ? one.into : null }));

const effectView = (
  lifecycle: string,
  fromVersion: number,
  changes: readonly LifecycleChange[],
  moves: readonly MoveCount[],
) => {
  const rows = moves.reduce((sum, one) => sum + one.contacts, 0);
  return {
    lifecycle,
    from_version: fromVersion,
    version: fromVersion + 1,
    changes: changesView(changes),
    moves: moves.map((one) => ({ ...one })),
    contacts_affected: rows,
    rows,
  };
};

export const draftView = (call: Call, row: DraftRow, current: Lifecycle | undefined): z.input<typeof draftOut> => ({
  lifecycle: row.next.key,
  base_version: row.baseVersion,
  version: row.version,
  outdated: current?.version !== row.baseVersion,
  changes: changesView(row.changes),
  mapping: Object.fromEntries(row.moves.map((one) => [one.from, one.to])),
  result: lifecycleView(row.next, call.deps.lifecycles.defaultKey()),
  actor: actorView(row.actor),
  updated_at: toIso(row.updatedAt),
});

export const simulationView = (
  call: Call,
  next: Lifecycle,
  changes: readonly LifecycleChange[],
  moves: readonly MoveCount[],
): z.input<typeof simulationOut> => ({
  ...effectView(next.key, next.version - 1, changes, moves),
  result: lifecycleView(next, call.deps.lifecycles.defaultKey()),
});

export const publicationView = (row: PublicationRow): z.input<typeof publicationOut> => ({
  id: row.id,
  ...effectView(row.lifecycle, row.fromVersion, row.changes, row.moves),
  status: row.finishedAt === null ? 'running' : 'done',
  rows_written: row.rowsWritten,
  actor: actorView(row.actor),
  published_at: toIso(row.publishedAt),
  finished_at: isoOrNull(row.finishedAt),
});
