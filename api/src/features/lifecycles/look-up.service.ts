// Reading lifecycles: those in force, their earlier versions, how far a publication is, and the reasons a move may give.
import type { z } from '@hono/zod-openapi';
import { reasonFits, toIso } from '@sidestage/domain';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { reasonsStatement } from '../transitions/transitions.store.ts';
import { publicationView } from './edits.view.ts';
import type { reasonsQuery, versionsQuery } from './lifecycles.schemas.ts';
import { publicationById, versionsOf } from './lifecycles.store.ts';
import { lifecycleView, reasonView } from './lifecycles.view.ts';

type ByKey<Q = unknown> = Call<{ key: string }, Q>;

export async function listLifecycles({ deps: { lifecycles } }: Call): Promise<Reply> {
  return { status: 200, body: { data: lifecycles.all().map((one) => lifecycleView(one, lifecycles.defaultKey())) } };
}

export async function getLifecycle({ deps: { lifecycles }, params }: ByKey): Promise<Reply> {
  const lifecycle = lifecycles.byKey(params.key);
  if (!lifecycle) throw notFound('lifecycle');
  return { status: 200, body: lifecycleView(lifecycle, lifecycles.defaultKey()) };
}

export async function listVersions(call: ByKey<z.output<typeof versionsQuery>>): Promise<Reply> {
  const { lifecycles } = call.deps;
  const { rows } = await call.deps.db.read({ rows: versionsOf(call.params.key, call.query.version ?? null) });
  if (rows.length === 0 && !lifecycles.byKey(call.params.key)) throw notFound('lifecycle');
  const defaultKey = lifecycles.defaultKey();
  return {
    status: 200,
    body: {
      data: rows.map(({ definition, publishedAt }) => ({
        version: definition.version,
        published_at: toIso(publishedAt),
        lifecycle: lifecycleView(definition, defaultKey),
      })),
    },
  };
}

export async function getPublication(call: Call<{ id: string }>): Promise<Reply> {
  const row = (await call.deps.db.read({ row: publicationById(call.params.id) })).row[0];
  if (!row) throw notFound('publication');
  return { status: 200, body: publicationView(row) };
}

export async function listReasons(call: Call<unknown, z.output<typeof reasonsQuery>>): Promise<Reply> {
  const { kind } = call.query;
  const { rows } = await call.deps.db.read({ rows: reasonsStatement });
  return {
    status: 200,
    body: { data: rows.filter((one) => kind === undefined || reasonFits(one, kind)).map(reasonView) },
  };
}
