// The OpenAPI document, made from the operations themselves.

import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { PROBLEMS, type ProblemCode, SCOPES } from '@sidestage/domain';
import { operations } from '../features/index.ts';
import { BODY_EXAMPLES } from './body-examples.ts';
import { FIELDS, PARAMETERS } from './glossary.ts';
import { isWrite, type Operation } from './operation.ts';
import { plainly } from './plain-document.ts';
import { problemShape } from './schemas.ts';

const AREAS: Record<string, string> = {
  people: 'Contacts, their handles, and who a conversation is with.',
  stages: 'Lifecycles, moves and the append-only ledger.',
  tags: 'Tag groups and tags.',
  work: 'What happened and what comes next.',
  team: 'Staff, handovers, sessions, keys and settings.',
  data: 'The event feed, imports and exports.',
  insight: 'Reports: what the ledger says, by which method.',
  system: 'The service itself.',
};

/** What a stranger reads first, at /docs and in every generated client. */
const INTRODUCTION = `Lifecycle stages beside the conversation. Enums may grow and fields may be added within v1: ignore what you do not know.

**To begin**, make a key on the server, \`npm run -s sidestage -- key create --name my-tool\`, and send it with each request:

\`\`\`
curl -H "Authorization: Bearer $KEY" "$SIDESTAGE/v1/contacts?limit=5"
\`\`\`

- **Refusals** are \`application/problem+json\`. \`code\` is the contract, \`errors\` names every fault at once: [all problems](/problems).
- **Writing safely**: an \`Idempotency-Key\` makes a POST or PATCH repeatable for a day, byte for byte. \`ETag\` and \`If-Match\` keep two writers apart.
- **Lists** go on with \`cursor\` while \`next_cursor\` is not null, and are complete under concurrent inserts. \`limit\` is 1 to 200 and never cut silently.
- **Many at once**: \`/v1/batch/…\` takes 1,000 items, \`/v1/imports\` a file of any length. \`dry_run\` says what would come of it.
- **What happened**: one gapless feed, \`/v1/events\`, live at \`/v1/events/stream\` or sent by webhooks: [all events](/events).
- **Limits**: \`RateLimit\` says what is left; 429 and 503 say when to come back in \`Retry-After\`.`;

const problemSchema = z
  .object({
    ...problemShape,
    code: z.string().openapi({ description: 'One of /problems; more may come.', examples: Object.keys(PROBLEMS) }),
    request_id: z.string(),
  })
  .catchall(z.unknown())
  .openapi('Problem', {
    description:
      'RFC 9457. `code` is the contract; text is for people. Some problems carry members of their own, named at /problems.',
  });

/** Problems any operation may answer, from what it takes. */
function problemsOf(op: Operation): Map<number, ProblemCode[]> {
  const { spec } = op;
  const codes: ProblemCode[] = ['internal', 'busy', 'rate-limited', 'validation-failed'];
  if (spec.scope !== 'open') codes.push('unauthenticated');
  if (spec.scope !== 'open' && spec.scope !== 'any') codes.push('forbidden');
  if (spec.params) codes.push('not-found');
  if (spec.path.startsWith('/v1/contacts/{id}')) codes.push('contact-erased');
  if (spec.body) codes.push('bad-json', 'body-too-large', 'unsupported-media-type');
  if (spec.upload) codes.push('body-too-large', 'unsupported-media-type');
  if (isWrite(spec)) codes.push('storage-full', 'idempotency-key-reused', 'idempotency-key-malformed');
  codes.push(...(spec.problems ?? []));
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes))
    byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
  return byStatus;
}

const file = z.string().openapi({ format: 'binary' });
/** OpenAPI 3.1 has no word for the lines of a stream: `x-line-schema` names what each holds. */
const streamed = (line: { readonly name: string } | undefined) =>
  z.string().openapi(line ? { 'x-line-schema': { $ref: `#/components/schemas/${line.name}` } } : {});

const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  RateLimit: 'What is left to this caller (`r`), and in how many seconds all of it is back (`t`).',
  'RateLimit-Policy': 'How many requests may come at once (`q`), and in how many seconds as many come back (`w`).',
  'Retry-After': 'Seconds to wait before the request is sent again.',
};
const headersNamed = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

// The generator wants an object schema for parameters; `OperationSpec` only promises a schema.
type Parameters = NonNullable<NonNullable<RouteConfig['request']>['params']>;

function routeConfig(op: Operation): RouteConfig {
  const { spec } = op;
  const responses: RouteConfig['responses'] = {};
  for (const [status, reply] of Object.entries(spec.replies)) {
    responses[status] = {
      description: reply.description,
      headers: headersNamed('RateLimit', 'RateLimit-Policy'),
      ...(reply.schema || reply.stream
        ? {
            content: {
              ...(reply.schema ? { 'application/json': { schema: reply.schema } } : {}),
              ...(reply.stream ? { [reply.stream.type]: { schema: streamed(reply.stream.line) } } : {}),
            },
          }
        : {}),
    };
  }
  for (const [status, codes] of [...problemsOf(op)].sort(([a], [b]) => a - b)) {
    responses[status] = {
      description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].meaning}`).join(' '),
      ...(status === 429 ? { headers: headersNamed('RateLimit', 'RateLimit-Policy', 'Retry-After') } : {}),
      ...(status === 503 ? { headers: headersNamed('Retry-After') } : {}),
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  const headers: Record<string, z.ZodType> = { ...spec.headers };
  if (isWrite(spec))
    headers['Idempotency-Key'] = z
      .string()
      .max(255)
      .optional()
      .openapi({ description: 'Repeat the request safely: the same key and request answers the same bytes.' });
  if (spec.ifMatch) headers['If-Match'] = spec.ifMatch === 'required' ? z.string() : z.string().optional();
  return {
    operationId: spec.id,
    method: spec.method,
    path: spec.path,
    tags: [spec.area],
    summary: spec.summary,
    description: [
      spec.description,
      spec.scope === 'open' || spec.scope === 'any' ? undefined : `Scope: \`${spec.scope}\`.`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    security: spec.scope === 'open' ? [] : [{ bearer: spec.scope === 'any' ? [] : [spec.scope] }],
    request: {
      ...(spec.params ? { params: spec.params as Parameters } : {}),
      ...(spec.query ? { query: spec.query as Parameters } : {}),
      ...(Object.keys(headers).length ? { headers: z.object(headers) } : {}),
      ...(spec.body
        ? {
            body: {
              required: !spec.bodyOptional,
              content: {
                'application/json': {
                  schema: spec.body,
                  examples: { typical: { value: BODY_EXAMPLES[spec.id] } },
                },
              },
            },
          }
        : {}),
      ...(spec.upload
        ? { body: { required: true, content: Object.fromEntries(spec.upload.map((type) => [type, { schema: file }])) } }
        : {}),
    },
    responses,
  };
}

/** A webhook as the document shows it: what this server sends, signed as Standard Webhooks says. */
const sentConfig = (op: Operation, sends: NonNullable<Operation['spec']['sends']>) => ({
  path: sends.name,
  method: 'post' as const,
  tags: [op.spec.area],
  summary: sends.summary,
  request: {
    headers: z.object({
      'webhook-id': z.string().openapi({ description: 'The same each time this message is sent.' }),
      'webhook-timestamp': z.string().openapi({ description: 'Seconds since 1970 of this attempt.' }),
      'webhook-signature': z.string().openapi({ description: 'One or more of `v1,` and a base64 HMAC-SHA256.' }),
    }),
    body: { required: true, content: { 'application/json': { schema: sends.schema } } },
  },
  responses: {
    '2XX': { description: 'Taken' },
    '410': { description: 'Never again: the webhook is switched off' },
    default: { description: 'Not accepted: it is sent again later' },
  },
});

export function openApiDocument(version: string) {
  const generator = new OpenAPIHono();
  const registry = generator.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: `An API key or a staff access token. Scopes: ${Object.entries(SCOPES)
      .map(([scope, what]) => `\`${scope}\` ${what}`)
      .join('; ')}.`,
  });
  for (const [name, description] of Object.entries(RESPONSE_HEADERS))
    registry.registerComponent('headers', name, { description, schema: { type: 'string' } });
  const lines = operations.flatMap((op) => Object.values(op.spec.replies).flatMap((reply) => reply.stream?.line ?? []));
  for (const op of operations) {
    registry.registerPath(routeConfig(op));
    if (op.spec.sends) registry.registerWebhook(sentConfig(op, op.spec.sends));
  }
  for (const line of lines) registry.register(line.name, line.schema);
  const document = generator.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Sidestage',
      version,
      description: INTRODUCTION,
    },
    servers: [{ url: '/' }],
    tags: Object.entries(AREAS).map(([name, description]) => ({ name, description })),
  });
  return described(plainly(document)) as typeof document;
}

type Node = Record<string, unknown>;

/** Adds the glossary's description to every field and parameter that has none of its own. */
function described(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(described);
  if (typeof node !== 'object' || node === null) return node;
  const out = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, described(value)])) as Node;
  if (typeof out.properties === 'object') out.properties = explained(out.properties as Record<string, Node>);
  if (Array.isArray(out.parameters))
    out.parameters = (out.parameters as (Node & { name: string; schema?: Node })[]).map((one) => {
      const description = one.description ?? one.schema?.description ?? PARAMETERS[one.name];
      return description === undefined ? one : { ...one, description };
    });
  return out;
}

const explained = (properties: Record<string, Node>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const description = FIELDS[name];
      return [name, schema.$ref || schema.description || !description ? schema : { ...schema, description }];
    }),
  );
