// How many stand in each stage and pool of a lifecycle now, for this caller: what a board or an overview shows first.
import { z } from '@hono/zod-openapi';
import { everyStage } from '@sidestage/domain';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownStaff } from '../staff/refuse-unknown.ts';
import { stageCounts } from './stage-counts.store.ts';

export const countsQuery = z.strictObject({
  owner: z.string().min(1).max(64).optional().openapi({ description: 'A staff id, `me`, or `none` for the pool.' }),
});

export const countsOut = z
  .object({
    lifecycle: z.string(),
    contacts: z
      .number()
      .int()
      .openapi({ description: 'Everybody in the lifecycle, the closed too; no archived ones.' }),
    data: z
      .array(
        z.object({
          stage: z.string(),
          pool: z.string(),
          open: z.number().int(),
          closed: z.number().int().openapi({ description: 'Closed where they stand.' }),
        }),
      )
      .openapi({ description: 'In the order of the way; a retired stage comes last, while somebody is in it.' }),
    pools: z.array(z.object({ pool: z.string(), contacts: z.number().int() })).openapi({
      description: 'Those not closed.',
    }),
  })
  .openapi('StageCounts');

export async function countStages(call: Call<{ key: string }, z.output<typeof countsQuery>, unknown>): Promise<Reply> {
  const lifecycle = call.deps.lifecycles.byKey(call.params.key);
  if (!lifecycle) throw notFound('lifecycle');
  await refuseUnknownStaff(call, 'owner', call.query.owner, ['me', 'none']);
  const { counts } = await call.deps.db.read({ counts: stageCounts(lifecycle.key, ownersOf(call)) });
  const live = new Set(lifecycle.stages);
  const data = everyStage(lifecycle).flatMap((stage) => {
    const { open = 0, closed = 0 } = counts.find((one) => one.stage === stage.key) ?? {};
    return live.has(stage) || open + closed > 0 ? [{ stage: stage.key, pool: stage.pool, open, closed }] : [];
  });
  const pools = new Map<string, number>();
  for (const { pool, open } of data) pools.set(pool, (pools.get(pool) ?? 0) + open);
  const body: z.input<typeof countsOut> = {
    lifecycle: lifecycle.key,
    contacts: data.reduce((sum, { open, closed }) => sum + open + closed, 0),
    data,
    pools: [...pools].map(([pool, contacts]) => ({ pool, contacts })),
  };
  return { status: 200, body };
}

/** Whose people are counted: those asked for, of those the caller may see. Undefined is everybody. */
function ownersOf(call: Call<unknown, z.output<typeof countsQuery>, unknown>): string[] | undefined {
  const { owner } = call.query;
  const asked = owner === undefined ? undefined : [owner === 'none' ? '' : owner === 'me' ? call.actor.id : owner];
  if (!seesOnlyOwn(call)) return asked;
  const own = ['', call.actor.id];
  return asked ? asked.filter((one) => own.includes(one)) : own;
}
