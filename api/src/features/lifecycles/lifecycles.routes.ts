// /v1/lifecycles and /v1/reasons.
import { z } from '@hono/zod-openapi';
import { operation } from '../../http/operation.ts';
import { idParam, key } from '../../http/schemas.ts';
import { copyPreset, discardDraft, getDraft, publish, putDraft, simulate } from './edit.service.ts';
import {
  copyIn,
  draftIn,
  draftOut,
  publicationOut,
  reasonsQuery,
  simulationOut,
  versionOut,
  versionsQuery,
} from './lifecycles.schemas.ts';
import { lifecycleOut, reasonOut } from './lifecycles.view.ts';
import { getLifecycle, getPublication, listLifecycles, listReasons, listVersions } from './look-up.service.ts';
import { countStages, countsOut, countsQuery } from './stage-counts.service.ts';

const keyParam = z.strictObject({ key });
const area = 'stages';

export const lifecycleOperations = [
  operation(
    {
      id: 'listLifecycles',
      method: 'get',
      path: '/v1/lifecycles',
      area,
      scope: 'lifecycles:read',
      summary: 'Every published lifecycle, the default first',
      replies: {
        200: { description: 'Lifecycles', schema: z.object({ data: z.array(lifecycleOut) }).openapi('Lifecycles') },
      },
    },
    listLifecycles,
  ),
  operation(
    {
      id: 'getLifecycle',
      method: 'get',
      path: '/v1/lifecycles/{key}',
      area,
      scope: 'lifecycles:read',
      summary: 'One lifecycle',
      params: keyParam,
      replies: { 200: { description: 'The lifecycle', schema: lifecycleOut } },
    },
    getLifecycle,
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
      query: versionsQuery,
      replies: {
        200: { description: 'Versions', schema: z.object({ data: z.array(versionOut) }).openapi('LifecycleVersions') },
      },
    },
    listVersions,
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
    getPublication,
  ),
  operation(
    {
      id: 'listReasons',
      method: 'get',
      path: '/v1/reasons',
      area,
      scope: 'lifecycles:read',
      summary: 'Reasons a move or a closing may give',
      query: reasonsQuery,
      replies: { 200: { description: 'Reasons', schema: z.object({ data: z.array(reasonOut) }).openapi('Reasons') } },
    },
    listReasons,
  ),
];
