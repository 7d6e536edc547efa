// Health: is the service up and its database answering.
import { z } from '@hono/zod-openapi';
import { statement } from '../../db/statement.ts';
import { operation } from '../../http/operation.ts';

export const systemOperations = [
  operation(
    {
      id: 'getHealth',
      method: 'get',
      path: '/health',
      area: 'system',
      scope: 'open',
      summary: 'Is the service up',
      replies: {
        200: {
          description: 'It is',
          schema: z.object({ status: z.string(), version: z.string(), database: z.string() }).openapi('Health'),
        },
      },
    },
    async (call) => {
      await call.deps.db.read({ one: statement('select 1') });
      return { status: 200, body: { status: 'ok', version: call.deps.version, database: call.deps.db.kind } };
    },
  ),
];
