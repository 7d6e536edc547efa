// /v1/settings

import { actorText } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { operation } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { refuseMatrix } from '../classification/classification.service.ts';
import { wantSweep } from '../classification/classification.store.ts';
import { sweepClassification } from '../classification/sweep.service.ts';
import { settingsIn, settingsOut } from './settings.schemas.ts';
import { updateSettings } from './settings.service.ts';

export const settingsOperations = [
  operation(
    {
      id: 'getSettings',
      method: 'get',
      path: '/v1/settings',
      area: 'team',
      summary: 'Company settings',
      scope: 'any',
      replies: { 200: { description: 'The settings', schema: settingsOut } },
    },
    async (call) => ({
      status: 200,
      body: call.deps.settings.get(),
      headers: { etag: etag(call.deps.settings.get().version) },
    }),
  ),
  operation(
    {
      id: 'updateSettings',
      method: 'patch',
      path: '/v1/settings',
      area: 'team',
      summary: 'Change company settings',
      scope: 'settings:write',
      body: settingsIn,
      ifMatch: 'optional',
      replies: { 200: { description: 'The settings as they are now', schema: settingsOut } },
      problems: ['version-mismatch'],
    },
    async (call) => {
      const key = call.body.default_lifecycle;
      if (key !== undefined && !call.deps.lifecycles.byKey(key)) {
        throw new Problem('validation-failed', `There is no lifecycle "${key}".`, {
          errors: [
            { pointer: '/default_lifecycle', code: 'lifecycle-unknown', detail: `There is no lifecycle "${key}".` },
          ],
        });
      }
      const { matrix } = call.body;
      if (matrix) await refuseMatrix(call, matrix);
      if (matrix === undefined) return updateSettings(call);
      const reply = await updateSettings(call, [wantSweep(actorText(call.actor))]);
      sweepClassification(call.deps);
      return reply;
    },
  ),
];
