// The HTTP app: one list of operations mounted on Hono, with the order of checks every request goes through.
import { createHash } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { failureKind, StorageUnavailable } from './db/errors.ts';
import type { Deps } from './deps.ts';
import { heardOf } from './features/contacts/on-contact.ts';
import { operations } from './features/index.ts';
import { type Actor, system } from './http/actor.ts';
import { authenticate, requireScope } from './http/auth.ts';
import { mediaType, readJson } from './http/body.ts';
import { mountDocs } from './http/docs.ts';
import { checkItems } from './http/items.ts';
import { calledAgain, LeadsTo } from './http/leads-to.ts';
import { idempotencyKey } from './http/mutate.ts';
import { type Call, isWrite, type Operation, type Reply } from './http/operation.ts';
import type { Fault } from './http/problem.ts';
import { Problem, problemBody, unfit } from './http/problem.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { bodyPointer, faultsOf, queryPointer, readQuery } from './http/validate.ts';

const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
// Every installed extension has an origin of its own, random in Firefox, so they are known by scheme. Web pages get no CORS answer.
const EXTENSION_ORIGIN = /^(chrome-extension|moz-extension|safari-web-extension):\/\/[\w-]+$/;

export function createApp(deps: Deps): Hono {
  const app = new Hono({ strict: true });
  const limit = createRateLimit(deps.clock, deps.rateLimit);
  const methods = new Map<string, string[]>();

  app.use('*', async (c, next) => {
    const origin = c.req.header('origin');
    const admitted = origin !== undefined && EXTENSION_ORIGIN.test(origin);
    if (admitted && c.req.method === 'OPTIONS') {
      return c.body(null, 204, {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers':
          'authorization, content-type, idempotency-key, if-match, sidestage-client, last-event-id',
        'access-control-max-age': '86400',
        vary: 'origin',
      });
    }
    await next();
    // Set here because pages and files need it too: no browser shall guess another content type.
    c.res.headers.set('x-content-type-options', 'nosniff');
    if (admitted) {
      c.res.headers.set('access-control-allow-origin', origin);
      c.res.headers.set(
        'access-control-expose-headers',
        'etag, location, link, request-id, retry-after, ratelimit, ratelimit-policy, idempotency-replayed',
      );
      c.res.headers.append('vary', 'origin');
    }
  });

  for (const op of operations) {
    const path = op.spec.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), op.spec.method.toUpperCase()]);
    app.on(op.spec.method.toUpperCase(), path, (c) =>
      serve(op, deps, limit, c.req.raw, c.req.param() as Record<string, string>, `address:${addressOf(c.env)}`),
    );
  }
  mountDocs(app);
  // Literal paths go before paths with a parameter in the same place, since the first route that matches answers.
  const literalFirst = [...methods].sort(([a], [b]) => a.split(':').length - b.split(':').length);
  for (const [path, allowed] of literalFirst) {
    const allow = allowed.includes('GET') ? ['HEAD', ...allowed] : allowed;
    app.all(path, (c) => {
      const problem = new Problem(
        'method-not-allowed',
        `${c.req.method} is not offered here. Use ${allow.join(', ')}.`,
        { headers: { allow: allow.join(', ') } },
      );
      return problemResponse(problem, deps.newId('req'), new Headers(SECURITY_HEADERS));
    });
  }
  app.notFound(() =>
    problemResponse(
      new Problem('not-found', 'There is nothing at this address. See /docs.'),
      deps.newId('req'),
      new Headers(SECURITY_HEADERS),
    ),
  );
  return app;
}

async function serve(
  op: Operation,
  deps: Deps,
  limit: ReturnType<typeof createRateLimit>,
  request: Request,
  params: Record<string, string>,
  nobody: string,
): Promise<Response> {
  const requestId = deps.newId('req');
  const headers = new Headers(SECURITY_HEADERS);
  headers.set('request-id', requestId);
  const answered = deps.requests.begin();
  try {
    let actor: Actor = system;
    if (op.spec.scope !== 'open') {
      actor = await signedIn(deps, request, () => limit(nobody, headers));
      limit(actor.id, headers);
      requireScope(actor, op.spec.scope);
    } else limit(nobody, headers);
    const call = await readCall(op, deps, actor, requestId, request, params);
    // Checked for dry runs too, although they store nothing: they are refused whenever the real request would be.
    if (isWrite(op.spec)) idempotencyKey(call);
    const reply = await handled(op, call);
    const isHead = request.method === 'HEAD';
    // A HEAD sends no body, so the stream is cancelled to release what it holds open.
    if (isHead) await reply.stream?.cancel();
    return replyResponse(op, reply, headers, isHead);
  } catch (error) {
    return problemResponse(asProblem(error, deps, requestId), requestId, headers);
  } finally {
    answered();
  }
}

/** A caller without a valid token is counted by address, so that guessing tokens is limited too. */
async function signedIn(deps: Deps, request: Request, countNobody: () => void): Promise<Actor> {
  try {
    return await authenticate(
      deps,
      request.headers.get('authorization') ?? undefined,
      request.headers.get('sidestage-client') ?? undefined,
    );
  } catch (error) {
    if (error instanceof Problem) countNobody();
    throw error;
  }
}

/** The address the connection came from, as the Node server passes it on; empty where there is none, as in tests. */
const addressOf = (env: unknown) =>
  (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? '';

// Enough for a thousand items with several faults each; a longer answer would help nobody.
const MOST_FAULTS = 10_000;

// A merged contact leads to its survivor, which may itself be merged into another before the request is run again.
const MOST_TURNS = 5;

async function handled(op: Operation, first: Call): Promise<Reply> {
  let call = first;
  for (let turn = 1; ; turn++) {
    try {
      return await op.handle(call);
    } catch (error) {
      if (!(error instanceof LeadsTo)) throw error;
      const again = calledAgain(call, error);
      // The request may name a row (a follow-up) of a contact that was merged this moment: tried once more, the row is the
      // survivor's. A ledger row never moves, so trying it again and again would not help.
      if (turn >= MOST_TURNS || (!again && turn > 1)) throw await heardOf(call, error);
      call = again ?? call;
    }
  }
}

async function readCall(
  op: Operation,
  deps: Deps,
  actor: Actor,
  requestId: string,
  request: Request,
  rawParams: Record<string, string>,
): Promise<Call> {
  const { spec } = op;
  const faults: Fault[] = [];
  const text =
    request.method === 'GET' || request.method === 'HEAD' || !spec.body
      ? undefined
      : await readJson(request, spec.bodyOptional ?? false);

  let count = 0;
  const tell = (some: readonly Fault[]) => {
    count += some.length;
    for (const one of some) if (faults.length < MOST_FAULTS) faults.push(one);
  };
  const check = (
    schema: z.ZodType | undefined,
    value: unknown,
    at: (path: readonly PropertyKey[]) => string,
    hear = tell,
  ) => {
    if (!schema) return value;
    // zod reports the input with each issue: that tells a missing field from one of another type.
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    hear(faultsOf(parsed.error.issues, schema, at));
    return undefined;
  };
  const params = check(spec.params, rawParams, (path) => `{${path.map(String).join('.')}}`);
  const url = request.url;
  let query: unknown = {};
  if (spec.query) {
    const read = readQuery(url, spec.query);
    tell(read.faults);
    query = check(spec.query, read.values, queryPointer);
  } else if (url.includes('?')) {
    for (const name of new URLSearchParams(url.slice(url.indexOf('?') + 1)).keys()) {
      const detail = `This operation takes no query parameters; "${name}" is unknown.`;
      tell([{ pointer: `?${name}`, code: 'parameter-unknown', detail }]);
    }
  }
  let body: unknown;
  if (spec.body && !(text?.value === undefined && spec.bodyOptional))
    body = spec.items
      ? await checkItems(text?.value, spec.body, spec.items, deps, check, tell, MOST_FAULTS)
      : check(spec.body, text?.value, bodyPointer);
  if (spec.faults) tell(await spec.faults(text?.value, deps));
  if (faults.length > 0) throw unfit(faults, count);
  let fingerprint: string | undefined;
  return {
    deps,
    actor,
    requestId,
    operation: spec.id,
    params,
    query,
    body,
    header: (name) => request.headers.get(name) ?? undefined,
    ...(spec.upload ? { upload: { type: uploadType(request, spec.upload), bytes: request.body } } : {}),
    signal: request.signal,
    fingerprint: () =>
      (fingerprint ??= createHash('sha256')
        .update(`${request.method} ${url.slice(url.indexOf('/', 8))}\n${text?.text ?? ''}`)
        .digest('base64url')),
    now: deps.clock.now(),
  };
}

function uploadType(request: Request, allowed: readonly string[]): string {
  const type = mediaType(request);
  if (allowed.includes(type)) return type;
  throw new Problem('unsupported-media-type', `Send ${allowed.join(' or ')}${type ? `, not ${type}` : ''}.`);
}

function replyResponse(op: Operation, reply: Reply, headers: Headers, isHead: boolean): Response {
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value);
  if (reply.stream) {
    const type = op.spec.replies[reply.status]?.stream?.type;
    if (!type) throw new Error(`${op.spec.id} streams ${reply.status}, which it does not declare.`);
    headers.set('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
    return new Response(isHead ? null : reply.stream, { status: reply.status, headers });
  }
  let text = reply.text;
  if (text === undefined && reply.body !== undefined) {
    const schema = op.spec.replies[reply.status]?.schema;
    if (!schema) throw new Error(`${op.spec.id} answered ${reply.status}, which it does not declare.`);
    text = JSON.stringify(schema.parse(reply.body));
  }
  if (text !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return new Response(text ?? null, { status: reply.status, headers });
}

function problemResponse(problem: Problem, requestId: string, headers: Headers): Response {
  for (const [name, value] of Object.entries(problem.headers)) headers.set(name, value);
  headers.set('content-type', 'application/problem+json');
  headers.set('request-id', requestId);
  return new Response(JSON.stringify(problemBody(problem, requestId)), { status: problem.status, headers });
}

function asProblem(error: unknown, deps: Deps, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const kind = error instanceof StorageUnavailable ? error.kind : failureKind(error);
  if (kind === 'busy')
    return new Problem('busy', 'The database is busy. Nothing was written; try again in a second.', {
      headers: { 'retry-after': '1' },
    });
  if (kind === 'full')
    return new Problem('storage-full', 'The disk is full. Nothing was written; free some space and try again.');
  deps.log('request failed', {
    request_id: requestId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new Problem('internal', 'Something broke on our side. Nothing was written. The log has the request id.');
}
