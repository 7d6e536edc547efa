// /v1/scripts
import { etag } from '../../http/conditional.ts';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { scriptIn, scriptOut, scriptPatch, scriptQuery, scriptView } from './scripts.schemas.ts';
import { changeScript, createScript, placeFaults, removeScript } from './scripts.service.ts';
import { scriptById, scriptsAfter } from './scripts.store.ts';

const area = 'stages';

export const scriptOperations = [
  operation(
    {
      id: 'listScripts',
      method: 'get',
      path: '/v1/scripts',
      area,
      scope: 'lifecycles:read',
      summary: 'Texts for a stage, in the order of the playbook',
      query: scriptQuery,
      replies: { 200: { description: 'One page', schema: pageOf(scriptOut).openapi('ScriptPage') } },
      problems: ['cursor-invalid'],
    },
    async (call) => {
      const { lifecycle = null, stage = null, locale = null, limit = 50, cursor } = call.query;
      const binding = ['scripts', lifecycle, stage, locale];
      const after = (decodeCursor(binding, cursor, 3) ?? ['', 0, '']) as [string, number, string];
      const { rows } = await call.deps.db.read({ rows: scriptsAfter({ lifecycle, stage, locale }, after, limit + 1) });
      return pageReply(
        page(rows, limit, binding, (row) => [row.lifecycle, row.position, row.id]),
        scriptView,
        '/v1/scripts',
        call.query,
      );
    },
  ),
  operation(
    {
      id: 'createScript',
      method: 'post',
      path: '/v1/scripts',
      area,
      scope: 'playbooks:write',
      summary: 'Write a text for a stage',
      description:
        'The panel fills its variables for one person before the rep uses it; with a value missing it is not used.',
      body: scriptIn,
      faults: placeFaults,
      replies: { 201: { description: 'Written', schema: scriptOut } },
      problems: ['lifecycle-unknown', 'stage-unknown', 'variable-unknown', 'brace-unbalanced'],
    },
    createScript,
  ),
  operation(
    {
      id: 'getScript',
      method: 'get',
      path: '/v1/scripts/{id}',
      area,
      scope: 'lifecycles:read',
      summary: 'One script',
      params: idParam,
      replies: { 200: { description: 'The script', schema: scriptOut } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: scriptById(call.params.id) })).row[0];
      if (!row) throw notFound('script');
      return { status: 200, body: scriptView(row), headers: { etag: etag(row.version) } };
    },
  ),
  operation(
    {
      id: 'updateScript',
      method: 'patch',
      path: '/v1/scripts/{id}',
      area,
      scope: 'playbooks:write',
      summary: 'Change a script (merge-patch)',
      params: idParam,
      body: scriptPatch,
      ifMatch: 'optional',
      replies: { 200: { description: 'As it is now', schema: scriptOut } },
      problems: ['stage-unknown', 'variable-unknown', 'brace-unbalanced', 'version-mismatch'],
    },
    changeScript,
  ),
  operation(
    {
      id: 'deleteScript',
      method: 'delete',
      path: '/v1/scripts/{id}',
      area,
      scope: 'playbooks:write',
      summary: 'Remove a script',
      params: idParam,
      ifMatch: 'optional',
      replies: { 204: { description: 'Removed' } },
      problems: ['version-mismatch'],
    },
    removeScript,
  ),
];
