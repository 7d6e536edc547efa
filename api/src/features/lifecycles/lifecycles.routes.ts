// /v1/lifecycles and /v1/reasons.
import { z } from '@hono/zod-openapi';
import { reasonFits, toIso } from '@sidestage/domain';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, key } from '../../http/schemas.ts';
import { reasonsStatement } from '../transitions/transitions.store.ts';
import { copyPreset, discardDraft, getDraft, publish, putDraft, simulate } from './edit.service.ts';
import { publicationView } from './edits.view.ts';
import { copyIn, draftIn, draftOut, publicationOut, simulationOut, versionOut } from './lifecycles.schemas.ts';
import { publicationById, versionsOf } from './lifecycles.store.ts';
import { lifecycleOut, lifecycleView, reasonOut, reasonView } from './lifecycles.view.ts';
import { countStages, countsOut, countsQuery } from './stage-counts.service.ts';

const keyParam = z.strictObject({ key });
const area = 'stages';

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
      id: 'countLifecycleStages',
      method: 'get',
      path: '/v1/lifecycles/{key}/counts',
      area,
      scope: 'reports:read',
      summary: 'How many stand in each stage and pool now',
      description: 'Kept as people move, so it costs the same however many there are.',
      params: keyParam,
      query: countsQuery,
      replies: { 200: { description: 'People per stage and per pool', schema: countsOut } },
    },
    countStages,
  ),
  operation(
    {
      id: 'createLifecycle',
      method: 'post',
      path: '/v1/lifecycles',
      area,
      scope: 'lifecycles:write',
      summary: 'Make a lifecycle as a copy of another',
      body: copyIn,
      replies: { 201: { description: 'Created', schema: lifecycleOut } },
      problems: ['already-exists', 'lifecycle-unknown'],
    },
    copyPreset,
  ),
  operation(
    {
      id: 'listLifecycleVersions',
      method: 'get',
      path: '/v1/lifecycles/{key}/versions',
      area,
      scope: 'lifecycles:read',
      summary: 'Every version of a lifecycle, oldest first',
      description: 'A ledger row names the version it was written under: here is what its stages were called then.',
      params: keyParam,
      query: z.strictObject({
        version: z
          .string()
          .regex(/^[1-9]\d{0,5}$/, 'A whole number from 1.')
          .transform(Number)
          .optional()
          .openapi({ type: 'integer', minimum: 1, maximum: 999_999 }),
      }),
      replies: {
        200: { description: 'Versions', schema: z.object({ data: z.array(versionOut) }).openapi('LifecycleVersions') },
      },
    },
    async (call) => {
      const { rows } = await call.deps.db.read({ rows: versionsOf(call.params.key, call.query.version ?? null) });
      if (rows.length === 0 && !call.deps.lifecycles.byKey(call.params.key)) throw notFound('lifecycle');
      const defaultKey = call.deps.lifecycles.defaultKey();
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
    },
  ),
  operation(
    {
      id: 'getLifecycleDraft',
      method: 'get',
      path: '/v1/lifecycles/{key}/draft',
      area,
      scope: 'lifecycles:read',
      summary: 'The draft of a lifecycle',
      params: keyParam,
      replies: { 200: { description: 'The draft and what it makes', schema: draftOut } },
    },
    getDraft,
  ),
  operation(
    {
      id: 'putLifecycleDraft',
      method: 'put',
      path: '/v1/lifecycles/{key}/draft',
      area,
      scope: 'lifecycles:write',
      summary: 'Draft a change: rename, reorder, add, merge or retire stages',
      description: 'Nothing changes for anybody until it is published.',
      params: keyParam,
      body: draftIn,
      ifMatch: 'optional',
      replies: { 200: { description: 'The draft and what it makes', schema: draftOut } },
      problems: ['draft-outdated', 'version-mismatch'],
    },
    putDraft,
  ),
  operation(
    {
      id: 'deleteLifecycleDraft',
      method: 'delete',
      path: '/v1/lifecycles/{key}/draft',
      area,
      scope: 'lifecycles:write',
      summary: 'Throw the draft away',
      params: keyParam,
      replies: { 204: { description: 'Gone' } },
    },
    discardDraft,
  ),
  operation(
    {
      id: 'simulateLifecycle',
      method: 'post',
      path: '/v1/lifecycles/{key}/simulate',
      area,
      scope: 'lifecycles:read',
      readOnly: true,
      summary: 'What publishing would do: who would move, and how many rows would be written',
      description: 'Of the draft in the body, or of the one kept.',
      params: keyParam,
      body: draftIn,
      bodyOptional: true,
      replies: { 200: { description: 'What would happen', schema: simulationOut } },
      problems: ['draft-missing', 'draft-outdated'],
    },
    simulate,
  ),
  operation(
    {
      id: 'publishLifecycle',
      method: 'post',
      path: '/v1/lifecycles/{key}/publish',
      area,
      scope: 'lifecycles:write',
      summary: 'Put the draft in force',
      description:
        'The new version is in force at once. People in retired stages are moved after it, one ledger row each with the source `migration` and the publication as `batch_id`; follow it at its Location.',
      params: keyParam,
      ifMatch: 'optional',
      replies: { 200: { description: 'In force', schema: publicationOut } },
      problems: ['draft-missing', 'draft-outdated', 'draft-unchanged', 'publication-running', 'version-mismatch'],
    },
    publish,
  ),
  operation(
    {
      id: 'getPublication',
      method: 'get',
      path: '/v1/publications/{id}',
      area,
      scope: 'lifecycles:read',
      summary: 'How far a publication is',
      params: idParam,
      replies: { 200: { description: 'The publication', schema: publicationOut } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: publicationById(call.params.id) })).row[0];
      if (!row) throw notFound('publication');
      return { status: 200, body: publicationView(row) };
    },
  ),
  operation(
    {
      id: 'listReasons',
      method: 'get',
      path: '/v1/reasons',
      area: 'stages',
      scope: 'lifecycles:read',
      summary: 'Reasons a move or a closing may give',
      query: z.strictObject({ kind: z.enum(['backward', 'lost', 'disqualified', 'churned']).optional() }),
      replies: { 200: { description: 'Reasons', schema: z.object({ data: z.array(reasonOut) }).openapi('Reasons') } },
    },
    async (call) => ({
      status: 200,
      body: {
        data: (await call.deps.db.read({ rows: reasonsStatement })).rows
          .filter((one) => call.query.kind === undefined || reasonFits(one, call.query.kind))
          .map(reasonView),
      },
    }),
  ),
];
