// Making and changing lifecycles: a copy, a draft, what the draft would do, and putting it in force.
import type { z } from '@hono/zod-openapi';
import { copyLifecycle, type Lifecycle, planEdit } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import { eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { draftView, publicationView, simulationView } from './edits.view.ts';
import { type copyIn, type draftIn, draftOf as draftOfBody, draftOut, publicationOut } from './lifecycles.schemas.ts';
import {
  type DraftRow,
  deleteDraft,
  draftOf,
  insertLifecycle,
  insertPublication,
  insertVersion,
  type MoveCount,
  type PublicationRow,
  publishedLifecycle,
  putInForce,
  runningPublications,
  saveDraft,
} from './lifecycles.store.ts';
import { lifecycleOut, lifecycleView } from './lifecycles.view.ts';
import { runPublication } from './publication.service.ts';
import { countIn, countInDraft } from './stage-counts.store.ts';

export async function copyPreset(call: Call<unknown, unknown, z.output<typeof copyIn>>): Promise<Reply> {
  const { key, from, labels } = call.body;
  let made: Lifecycle | undefined;
  const reply = await mutate(call, {
    load: { source: publishedLifecycle(from), taken: publishedLifecycle(key) },
    plan: ({ source: [source], taken }) => {
      if (!source)
        throw new Problem('lifecycle-unknown', `There is no lifecycle "${from}".`, {
          errors: [{ pointer: '/from', code: 'lifecycle-unknown', detail: 'Use a key from /v1/lifecycles.' }],
        });
      if (taken.length > 0) throw new Problem('already-exists', `There is a lifecycle "${key}" already.`);
      const lifecycle = copyLifecycle(source, key, labels);
      made = lifecycle;
      return {
        statements: [
          ...insertLifecycle(lifecycle, call.now),
          ...eventStatements(call, [{ type: 'lifecycle.created', data: { lifecycle: key, from, version: 1 } }]),
        ],
        status: 201,
        body: lifecycleView(lifecycle, call.deps.lifecycles.defaultKey()),
        schema: lifecycleOut,
        headers: { location: `/v1/lifecycles/${key}` },
      };
    },
  });
  if (made) call.deps.lifecycles.put(made);
  call.deps.feed.wake();
  return reply;
}

function editOf(current: Lifecycle | undefined, body: z.output<typeof draftIn>) {
  if (!current) throw notFound('lifecycle');
  if (body.base_version !== undefined && body.base_version !== current.version)
    throw new Problem('draft-outdated', `Version ${current.version} is in force now.`, {
      extra: { current_version: current.version },
    });
  const plan = planEdit(current, draftOfBody(body));
  if (plan.ok) return plan;
  throw new Problem('validation-failed', plan.faults[0]?.detail ?? '', { errors: plan.faults });
}

export async function putDraft(call: Call<{ key: string }, unknown, z.output<typeof draftIn>>): Promise<Reply> {
  const { key } = call.params;
  return mutate(call, {
    load: { current: publishedLifecycle(key), draft: draftOf(key) },
    plan: ({ current: [current], draft: [before] }) => {
      const { next, changes, moves } = editOf(current, call.body);
      checkIfMatch(call, before?.version ?? 0, () => before && draftView(call, before, current));
      const row: DraftRow = {
        baseVersion: next.version - 1,
        version: (before?.version ?? 0) + 1,
        next,
        changes,
        moves,
        actor: actorText(call.actor),
        updatedAt: call.now,
      };
      return {
        statements: [
          guard('(select current_version from lifecycles where key = ?) = ?', [key, row.baseVersion]),
          guard('coalesce((select version from lifecycle_drafts where lifecycle = ?), 0) = ?', [key, row.version - 1]),
          saveDraft(key, row),
        ],
        status: 200,
        body: draftView(call, row, current),
        schema: draftOut,
        headers: { etag: etag(row.version) },
      };
    },
  });
}

export async function getDraft(call: Call<{ key: string }>): Promise<Reply> {
  const { key } = call.params;
  const { current, draft } = await call.deps.db.read({ current: publishedLifecycle(key), draft: draftOf(key) });
  if (!current[0] || !draft[0]) throw notFound('draft');
  return { status: 200, body: draftView(call, draft[0], current[0]), headers: { etag: etag(draft[0].version) } };
}

export async function discardDraft(call: Call<{ key: string }>): Promise<Reply> {
  const { key } = call.params;
  return mutate(call, {
    load: { draft: draftOf(key) },
    plan: ({ draft: [draft] }) => {
      if (!draft) throw notFound('draft');
      return { statements: [deleteDraft(key)], status: 204 };
    },
  });
}

/** What publishing would do now, of the draft sent or the one kept. */
export async function simulate(
  call: Call<{ key: string }, unknown, z.output<typeof draftIn> | undefined>,
): Promise<Reply> {
  const { key } = call.params;
  const { db } = call.deps;
  if (call.body) {
    const { current } = await db.read({ current: publishedLifecycle(key) });
    const { next, changes, moves } = editOf(current[0], call.body);
    const { counts } = await db.read({
      counts: countIn(
        key,
        moves.map((one) => one.from),
      ),
    });
    return { status: 200, body: simulationView(call, next, changes, counted(moves, counts)) };
  }
  const { current, draft, counts } = await db.read({
    current: publishedLifecycle(key),
    draft: draftOf(key),
    counts: countInDraft(key),
  });
  if (!current[0]) throw notFound('lifecycle');
  const kept = checkDraft(current[0], draft[0]);
  return { status: 200, body: simulationView(call, kept.next, kept.changes, counted(kept.moves, counts)) };
}

export async function publish(call: Call<{ key: string }>): Promise<Reply> {
  const { key } = call.params;
  let published: { next: Lifecycle; row: PublicationRow } | undefined;
  const reply = await mutate(call, {
    load: {
      current: publishedLifecycle(key),
      draft: draftOf(key),
      counts: countInDraft(key),
      running: runningPublications(key),
    },
    plan: ({ current: [current], draft: [draft], counts, running }) => {
      if (!current) throw notFound('lifecycle');
      if (draft) checkIfMatch(call, draft.version, () => draftView(call, draft, current));
      const { next, changes, moves, version } = checkDraft(current, draft);
      if (running[0])
        throw new Problem(
          'publication-running',
          'The last version is still moving people out of the stages it retired.',
          {
            extra: { publication_id: running[0].id },
          },
        );
      if (changes.length === 0) throw new Problem('draft-unchanged', 'The draft is the same as the version in force.');
      const all = counted(moves, counts);
      const rows = all.reduce((sum, one) => sum + one.contacts, 0);
      const row: PublicationRow = {
        id: call.deps.newId('pub'),
        lifecycle: key,
        fromVersion: current.version,
        version: next.version,
        changes,
        moves: all,
        rowsPlanned: rows,
        rowsWritten: 0,
        actor: actorText(call.actor),
        publishedAt: call.now,
        finishedAt: rows === 0 ? call.now : null,
      };
      published = { next, row };
      return {
        statements: [
          guard('(select current_version from lifecycles where key = ?) = ?', [key, current.version]),
          guard('(select version from lifecycle_drafts where lifecycle = ?) = ?', [key, version]),
          insertVersion(next, call.now),
          putInForce(next),
          deleteDraft(key),
          insertPublication(row),
          ...eventStatements(call, [
            {
              type: 'lifecycle.published',
              batchId: row.id,
              data: { lifecycle: key, version: next.version, publication_id: row.id, rows },
            },
          ]),
        ],
        status: 200,
        body: publicationView(row),
        schema: publicationOut,
        headers: { location: `/v1/publications/${row.id}` },
      };
    },
  });
  if (published) {
    call.deps.lifecycles.put(published.next);
    if (published.row.finishedAt === null) runPublication(call.deps, published.row.id);
  }
  call.deps.feed.wake();
  return reply;
}

function checkDraft(current: Lifecycle, draft: DraftRow | undefined): DraftRow {
  if (!draft) throw new Problem('draft-missing', 'This lifecycle has no draft.');
  if (draft.baseVersion !== current.version)
    throw new Problem(
      'draft-outdated',
      `The draft was made on version ${draft.baseVersion}; ${current.version} is in force.`,
      {
        extra: { current_version: current.version },
      },
    );
  return draft;
}

const counted = (
  moves: readonly { from: string; to: string }[],
  counts: readonly { stage: string; contacts: number }[],
): MoveCount[] =>
  moves.map((one) => ({ ...one, contacts: counts.find((count) => count.stage === one.from)?.contacts ?? 0 }));
