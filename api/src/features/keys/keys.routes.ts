// API keys: random with a checksum, stored as SHA-256, shown once.

import { z } from '@hono/zod-openapi';
import { ALL_SCOPES, isScope, SCOPES, type Scope, toIso } from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { actorText } from '../../http/actor.ts';
import { tokenHash } from '../../http/auth.ts';
import { mutate } from '../../http/mutate.ts';
import { type Call, operation, type Reply } from '../../http/operation.ts';
import { type Fault, notFound, Problem } from '../../http/problem.ts';
import { idParam, instantIn, instantOut, text } from '../../http/schemas.ts';
import { nearest } from '../../http/validate.ts';

export const keyIn = z
  .strictObject({
    name: text(100),
    scopes: z.array(z.string().max(64)).min(1).max(50).optional(),
    expires_at: instantIn.nullable().optional(),
  })
  .openapi('KeyCreate');
const keyOut = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string(),
    scopes: z.array(z.string()),
    created_at: instantOut,
    expires_at: instantOut.nullable(),
    last_used_at: instantOut.nullable(),
    revoked_at: instantOut.nullable(),
  })
  .openapi('Key');
const keyCreatedOut = keyOut.extend({ key: z.string() }).openapi('KeyCreated');

const iso = (at: unknown) => (at === null || at === undefined ? null : toIso(Number(at)));
const decode = (r: readonly unknown[]): z.input<typeof keyOut> => ({
  id: String(r[0]),
  name: String(r[1]),
  hint: String(r[2]),
  scopes: JSON.parse(String(r[3])),
  created_at: toIso(Number(r[4])),
  expires_at: iso(r[5]),
  last_used_at: iso(r[6]),
  revoked_at: iso(r[7]),
});
const COLUMNS = 'id, name, hint, scopes, created_at, expires_at, last_used_at, revoked_at';

function scopesOf(call: Call, given: readonly string[] | undefined): Scope[] {
  const faults = (given ?? []).flatMap((scope, i): Fault[] => {
    if (isScope(scope)) return [];
    const near = nearest(scope, Object.keys(SCOPES));
    const instead = near ? `Did you mean "${near}"?` : `Known: ${Object.keys(SCOPES).join(', ')}.`;
    return [{ pointer: `/scopes/${i}`, code: 'scope-unknown', detail: `There is no scope "${scope}". ${instead}` }];
  });
  if (faults.length) throw new Problem('scope-unknown', faults.map((one) => one.detail).join(' '), { errors: faults });
  const scopes = given
    ? [...new Set(given.filter(isScope))]
    : ALL_SCOPES.filter((scope) => call.actor.kind === 'system' || call.actor.scopes.has(scope));
  const above = call.actor.kind === 'system' ? undefined : scopes.find((scope) => !call.actor.scopes.has(scope));
  if (above) throw new Problem('forbidden', `You cannot give the scope ${above}, which you do not have.`);
  return scopes;
}

export async function listKeys(call: Pick<Call, 'deps'>): Promise<Reply> {
  const every = statement(`select ${COLUMNS} from api_keys order by created_at desc, id`, [], decode);
  return { status: 200, body: { data: (await call.deps.db.read({ rows: every })).rows } };
}

export const revokeKey = (call: Call<{ id: string }>): Promise<Reply> =>
  mutate(call, {
    load: { row: statement('select id from api_keys where id = ? and revoked_at is null', [call.params.id]) },
    plan: ({ row }) => {
      if (row.length === 0) throw notFound('key');
      return {
        statements: [
          statement('update api_keys set revoked_at = ? where id = ?', [call.now, call.params.id]),
          ...eventStatements(call, [{ type: 'key.revoked', data: { key_id: call.params.id } }]),
        ],
        status: 204,
      };
    },
  });

export async function createKey(call: Call<unknown, unknown, z.output<typeof keyIn>>): Promise<Reply> {
  const scopes = scopesOf(call, call.body.scopes);
  const until = call.body.expires_at;
  if (typeof until === 'number' && until <= call.now)
    throw new Problem('validation-failed', 'A key that has expired already opens nothing.', {
      errors: [{ pointer: '/expires_at', code: 'value-unfit', detail: `It is ${toIso(call.now)} now.` }],
    });
  const id = call.deps.newId('key');
  const random = call.deps.secret(40);
  const key = `sst_key_${random}${tokenHash(random).slice(0, 6)}`;
  const hint = `sst_key_${random.slice(0, 4)}…`;
  return mutate(call, {
    load: {},
    plan: () => ({
      statements: [
        statement(
          'insert into api_keys (id, name, hash, hint, scopes, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
          [
            id,
            call.body.name,
            tokenHash(key),
            hint,
            JSON.stringify(scopes),
            actorText(call.actor),
            call.now,
            call.body.expires_at ?? null,
          ],
        ),
        ...eventStatements(call, [{ type: 'key.created', data: { key_id: id, scopes } }]),
      ],
      status: 201,
      body: {
        id,
        name: call.body.name,
        hint,
        scopes,
        created_at: toIso(call.now),
        expires_at: iso(call.body.expires_at),
        last_used_at: null,
        revoked_at: null,
        key,
      },
      schema: keyCreatedOut,
      secret: true,
    }),
  });
}

export const keyOperations = [
  operation(
    {
      id: 'listKeys',
      method: 'get',
      path: '/v1/keys',
      area: 'team',
      scope: 'keys:write',
      summary: 'API keys',
      replies: {
        200: {
          description: 'Keys, without their secrets',
          schema: z.object({ data: z.array(keyOut) }).openapi('Keys'),
        },
      },
    },
    listKeys,
  ),
  operation(
    {
      id: 'createKey',
      method: 'post',
      path: '/v1/keys',
      area: 'team',
      scope: 'keys:write',
      summary: 'Make an API key',
      description: 'The key is in this answer and nowhere else.',
      body: keyIn,
      replies: { 201: { description: 'The key', schema: keyCreatedOut } },
      problems: ['scope-unknown', 'secret-not-repeatable'],
    },
    createKey,
  ),
  operation(
    {
      id: 'revokeKey',
      method: 'delete',
      path: '/v1/keys/{id}',
      area: 'team',
      scope: 'keys:write',
      summary: 'Revoke an API key',
      params: idParam,
      replies: { 204: { description: 'Revoked' } },
    },
    revokeKey,
  ),
];
