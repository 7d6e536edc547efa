// /v1/lifecycles and /v1/reasons, as published.
import { z } from '@hono/zod-openapi';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { key } from '../../http/schemas.ts';
import { reasonsStatement } from '../transitions/transitions.store.ts';
import { lifecycleOut, lifecycleView, reasonOut, reasonView } from './lifecycles.view.ts';

export const lifecycleOperations = [
  operation(
    {
      id: 'listLifecycles',
      method: 'get',
      path: '/v1/lifecycles',
      area: 'stages',
      scope: 'lifecycles:read',
      summary: 'Every published lifecycle, the default first',
      replies: {
        200: { description: 'Lifecycles', schema: z.object({ data: z.array(lifecycleOut) }).openapi('Lifecycles') },
      },
    },
    async (call) => ({
      status: 200,
      body: { data: call.deps.lifecycles.all().map((one) => lifecycleView(one, call.deps.lifecycles.defaultKey())) },
    }),
  ),
  operation(
    {
      id: 'getLifecycle',
      method: 'get',
      path: '/v1/lifecycles/{key}',
      area: 'stages',
      scope: 'lifecycles:read',
      summary: 'One lifecycle',
      params: z.strictObject({ key }),
      replies: { 200: { description: 'The lifecycle', schema: lifecycleOut } },
    },
    async (call) => {
      const lifecycle = call.deps.lifecycles.byKey(call.params.key);
      if (!lifecycle) throw notFound('lifecycle');
      return { status: 200, body: lifecycleView(lifecycle, call.deps.lifecycles.defaultKey()) };
    },
  ),
  operation(
    {
      id: 'listReasons',
      method: 'get',
      path: '/v1/reasons',
      area: 'stages',
      scope: 'lifecycles:read',
      summary: 'Reasons a move may give',
      replies: { 200: { description: 'Reasons', schema: z.object({ data: z.array(reasonOut) }).openapi('Reasons') } },
    },
    async (call) => ({
      status: 200,
      body: { data: (await call.deps.db.read({ rows: reasonsStatement })).rows.map(reasonView) },
    }),
  ),
];
