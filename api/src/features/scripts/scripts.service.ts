// Writing, changing and removing scripts. Managers keep them; everybody who works reads them.
import type { z } from '@hono/zod-openapi';
import { guard } from '../../db/database.ts';
import type { Deps } from '../../deps.ts';
import { eventStatements } from '../../events/append.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { type Fault, notFound, Problem } from '../../http/problem.ts';
import { type scriptIn, scriptOut, type scriptPatch, scriptView } from './scripts.schemas.ts';
import { deleteScript, insertScript, lastPosition, type ScriptRow, scriptById, updateScript } from './scripts.store.ts';

type Id = { id: string };

/** Whether the lifecycle and the stage a script names are there. */
export function placeFaults(body: unknown, deps: Deps): Fault[] {
  const { lifecycle: name, stage } = (body ?? {}) as { lifecycle?: unknown; stage?: unknown };
  if (typeof name !== 'string') return [];
  const lifecycle = deps.lifecycles.byKey(name);
  const all = deps.lifecycles.all().map((one) => one.key);
  if (!lifecycle) return [{ pointer: '/lifecycle', code: 'lifecycle-unknown', detail: `Known: ${all.join(', ')}.` }];
  const stages = lifecycle.stages.map((one) => one.key);
  if (typeof stage !== 'string' || stages.includes(stage)) return [];
  return [{ pointer: '/stage', code: 'stage-unknown', detail: `Known: ${stages.join(', ')}.` }];
}

export async function createScript(call: Call<unknown, unknown, z.output<typeof scriptIn>>): Promise<Reply> {
  const { body, now } = call;
  return mutate(call, {
    load: { last: lastPosition(body.lifecycle) },
    plan: ({ last }) => {
      const row: ScriptRow = {
        id: call.deps.newId('scr'),
        lifecycle: body.lifecycle,
        stage: body.stage ?? null,
        locale: body.locale,
        title: body.title,
        text: body.text,
        position: body.position ?? (last[0] ?? 0) + 1,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      return {
        statements: [insertScript(row), ...told(call, 'script.created', row)],
        status: 201,
        body: scriptView(row),
        schema: scriptOut,
        headers: { location: `/v1/scripts/${row.id}`, etag: etag(1) },
      };
    },
  });
}

export async function changeScript(call: Call<Id, unknown, z.output<typeof scriptPatch>>): Promise<Reply> {
  const { body, params } = call;
  return mutate(call, {
    load: { script: scriptById(params.id) },
    plan: ({ script: [before] }) => {
      if (!before) throw notFound('script');
      checkIfMatch(call, before.version, () => scriptView(before));
      const next = {
        ...before,
        stage: body.stage === undefined ? before.stage : body.stage,
        locale: body.locale ?? before.locale,
        title: body.title ?? before.title,
        text: body.text ?? before.text,
        position: body.position ?? before.position,
      };
      const fields = (Object.keys(body) as (keyof typeof body)[]).filter((name) => next[name] !== before[name]);
      const [fault] = fields.includes('stage') ? placeFaults(next, call.deps) : [];
      if (fault) throw new Problem('validation-failed', fault.detail, { errors: [fault] });
      const row = fields.length === 0 ? before : { ...next, version: before.version + 1, updatedAt: call.now };
      return {
        statements:
          fields.length === 0
            ? []
            : [unchanged(before), updateScript(row), ...told(call, 'script.updated', row, { fields })],
        status: 200,
        body: scriptView(row),
        schema: scriptOut,
        headers: { etag: etag(row.version) },
      };
    },
  });
}

export const removeScript = (call: Call<Id>): Promise<Reply> =>
  mutate(call, {
    load: { script: scriptById(call.params.id) },
    plan: ({ script: [row] }) => {
      if (!row) throw notFound('script');
      checkIfMatch(call, row.version, () => scriptView(row));
      return { statements: [unchanged(row), deleteScript(row.id), ...told(call, 'script.deleted', row)], status: 204 };
    },
  });

const unchanged = (row: ScriptRow) => guard('(select version from scripts where id = ?) = ?', [row.id, row.version]);

const told = (
  call: Call,
  type: 'script.created' | 'script.updated' | 'script.deleted',
  { id, lifecycle, stage, locale, version }: ScriptRow,
  more: Record<string, unknown> = {},
) => eventStatements(call, [{ type, data: { script_id: id, lifecycle, stage, locale, version, ...more } }]);
