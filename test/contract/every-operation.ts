// Every operation of the document as a list, and a request for each that has the right shape, so that what refuses it is
// not its form.
import { type DocumentOperation, document, type Schema } from '../support/validator.ts';

export interface NamedOperation {
  readonly name: string;
  readonly method: string;
  readonly template: string;
  readonly operation: DocumentOperation;
}

export const everyOperation: readonly NamedOperation[] = Object.entries(document.paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: operation.operationId,
    method: method.toUpperCase(),
    template,
    operation,
  })),
);

/** The scope an operation asks for; `any` for a signed-in caller of whatever kind, undefined for an open one. */
export function scopeOf({ operation }: NamedOperation): string | undefined {
  const bearer = operation.security[0]?.bearer;
  return bearer && (bearer[0] ?? 'any');
}

/** The path with its parameters and required query filled in; ids nobody has unless told. */
export function pathOf({ template, operation }: NamedOperation, ids: Readonly<Record<string, string>> = {}): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'nobody');
  const query = new URLSearchParams(
    (operation.parameters ?? [])
      .filter((one) => one.in === 'query' && one.required)
      .map((one) => [one.name, String(FIELDS[one.name] ?? sample(one.schema))]),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

/** A body with every required field, or undefined where none is taken. */
export function bodyOf({ operation }: NamedOperation): unknown {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema && sample(schema);
}

const FIELDS: Readonly<Record<string, unknown>> = {
  channel: 'email',
  handle: 'nobody@example.com',
  due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' },
  until: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' },
  invitation_code: 'none-such-code',
  lifecycle: 'seven-stage',
  name: 'Somebody',
  handles: [{ channel: 'email', handle: 'nobody@example.com' }],
};

function sample(given: Schema): unknown {
  const schema = resolve(given);
  if (Array.isArray(schema.allOf)) return Object.assign({}, ...schema.allOf.map((one) => sample(one as Schema)));
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, Schema>;
    const wanted = new Set((schema.required as string[] | undefined) ?? []);
    // Either of two is needed where the document cannot say which.
    for (const name of ['name', 'handles']) if (name in properties && wanted.size === 0) wanted.add(name);
    return Object.fromEntries([...wanted].map((name) => [name, FIELDS[name] ?? sample(properties[name] ?? {})]));
  }
  if (schema.type === 'string') return schema.format === 'date-time' ? '2026-11-21T08:00:00Z' : 'sample';
  if (schema.type === 'array')
    return Array.from({ length: Number(schema.minItems ?? 0) }, () => sample((schema.items ?? {}) as Schema));
  if (schema.type === 'boolean') return true;
  return 1;
}

function resolve(schema: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  return document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
}
