// Holds every answer of every test to the committed OpenAPI document: status declared, content type right, body exactly
// as declared. Response objects are closed for the check, so a field nobody declared fails the run.
import { readFileSync } from 'node:fs';
import { IMPORT_FILE_FAULTS, IMPORT_ROW_REASONS, PROBLEMS, parseInstant } from '@sidestage/domain';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { note } from './coverage/heard.ts';

export const DOCUMENT_FILE = new URL('../../packages/sdk/openapi.json', import.meta.url);

export type Schema = { readonly [keyword: string]: unknown };
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export interface DocumentOperation {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
export interface Exchange {
  readonly method: string;
  /** With its query string. */
  readonly path: string;
  /** The body as sent, where one was. */
  readonly sent?: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export const document = JSON.parse(readFileSync(DOCUMENT_FILE, 'utf8')) as OpenApiDocument;

// Pages for people, which the document does not describe.
const PAGES = /^\/($|docs($|\/)|openapi\.json$|favicon\.(ico|svg)$|problems($|\/)|events$)/;
const REF = '#/components/schemas/';

function mapValues(record: unknown, change: (schema: Schema) => Schema): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries((record ?? {}) as Record<string, Schema>).map(([name, s]) => [name, change(s)]),
  );
}

/**
 * A copy in which no object takes a property that is not declared. `open` leaves the outermost object open: members of an
 * allOf each see all properties, so only their union may be closed. Objects that declare additionalProperties keep them.
 */
export function closed(schema: Schema, open = false): Schema {
  if (typeof schema.$ref === 'string') return { ...schema, $ref: open ? schema.$ref : `${schema.$ref}.closed` };
  const out: Record<string, unknown> = { ...schema };
  if (schema.properties) out.properties = mapValues(schema.properties, (one) => closed(one));
  if (schema.items) out.items = closed(schema.items as Schema);
  if (typeof schema.additionalProperties === 'object')
    out.additionalProperties = closed(schema.additionalProperties as Schema);
  for (const keyword of ['anyOf', 'oneOf'])
    if (schema[keyword]) out[keyword] = (schema[keyword] as Schema[]).map((one) => closed(one, open));
  if (schema.allOf) out.allOf = (schema.allOf as Schema[]).map((one) => closed(one, true));
  const describesObject = schema.properties !== undefined || schema.allOf !== undefined || schema.type === 'object';
  if (describesObject && !open && schema.additionalProperties === undefined) out.unevaluatedProperties = false;
  return out;
}

/** The schemas the check runs on: each component as it is inside an allOf, and closed. */
function compiler(of: OpenApiDocument) {
  const schemas: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(of.components.schemas)) {
    schemas[name] = closed(schema, true);
    schemas[`${name}.closed`] = closed(schema);
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('double', true);
  ajv.addFormat('date-time', (value: string) => /\.\d{3}Z$/.test(value) && parseInstant(value) !== undefined);
  ajv.addSchema({ $id: 'answers', components: { schemas } });
  // Requests are held to the document as it stands.
  const asSent = new Ajv2020({ strict: false, allErrors: true });
  asSent.addFormat('double', true);
  asSent.addFormat('date-time', (value: string) => parseInstant(value.trim()) !== undefined);
  asSent.addSchema({ $id: 'requests', components: of.components });
  const cache = new Map<Schema, ValidateFunction>();
  const compile = (with_: Ajv2020, id: string, schema: Schema, as: Schema) => {
    const known = cache.get(schema);
    if (known) return known;
    const made = with_.compile(JSON.parse(JSON.stringify(as).replaceAll(`"${REF}`, `"${id}${REF}`)));
    cache.set(schema, made);
    return made;
  };
  return {
    answer: (schema: Schema) => compile(ajv, 'answers', schema, closed(schema)),
    request: (schema: Schema) => compile(asSent, 'requests', schema, schema),
  };
}

const check = compiler(document);

const routes = Object.entries(document.paths)
  .map(([template, operations]) => ({
    template,
    operations,
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    parameters: template.split('{').length,
  }))
  // A literal segment wins over a parameter, as in the router.
  .sort((a, b) => a.parameters - b.parameters);

/** The route a path belongs to, as the document names it. */
export function routeOf(path: string, method?: string) {
  const bare = path.split('?')[0] ?? '';
  const matching = routes.filter((route) => route.pattern.test(bare));
  return matching.find((route) => method !== undefined && route.operations[method] !== undefined) ?? matching[0];
}

let breaking = false;
/** Within `run` an answer of 500 is what the test is about, and held to the document like any other. */
export async function whileBroken(run: () => Promise<void>): Promise<void> {
  breaking = true;
  await run().finally(() => {
    breaking = false;
  });
}

/** Throws, naming every fault, where an answer is not what the document says. */
export function validateExchange(exchange: Exchange): void {
  const { method, path, status, text } = exchange;
  const faults = faultsOf(exchange);
  if (faults.length === 0) {
    const operation = routeOf(path, method.toLowerCase())?.operations[method.toLowerCase()];
    if (operation) note(operation.operationId, status, status < 400 ? undefined : JSON.parse(text).code);
    return;
  }
  throw new Error(`${method} ${path} → ${status} is not as openapi.json says:\n- ${faults.join('\n- ')}\n${text}`);
}

function faultsOf(exchange: Exchange): string[] {
  const { path, status } = exchange;
  if (PAGES.test(path.split('?')[0] ?? '')) return [];
  if (status >= 500 && status !== 503 && status !== 507 && !breaking) return ['the service broke'];
  const method = exchange.method === 'HEAD' ? 'get' : exchange.method.toLowerCase();
  const route = routeOf(path, method);
  const operation = route?.operations[method];
  if (!operation) {
    const expected = route ? 405 : 404;
    if (status !== expected) return [`no such operation is declared, so it should answer ${expected}`];
    return problemFaults(exchange);
  }
  const declared = operation.responses[status];
  if (!declared) return [`${operation.operationId} declares ${Object.keys(operation.responses).join(', ')}`];
  const faults = status < 400 ? requestFaults(exchange, operation) : problemFaults(exchange, declared.description);
  return exchange.method === 'HEAD' ? faults : [...faults, ...bodyFaults(exchange, declared.content)];
}

function bodyFaults({ text, headers }: Exchange, content: Content | undefined): string[] {
  const type = headers.get('content-type');
  if (!content) return text === '' && type === null ? [] : ['a body where none is declared'];
  const declared = type === null ? undefined : content[type.replace('; charset=utf-8', '')];
  if (!declared) return [`content type ${type}, declared ${Object.keys(content).join(', ')}`];
  if (declared.schema['x-line-schema']) return lineFaults(declared.schema['x-line-schema'] as Schema, text);
  if (!type?.includes('json')) return [];
  return errorsOf(check.answer(declared.schema), JSON.parse(text), 'body');
}

/** A stream of JSON values, one a line. */
function lineFaults(schema: Schema, text: string): string[] {
  if (text !== '' && !text.endsWith('\n')) return ['the last line is cut off'];
  const lines = text.split('\n').slice(0, -1);
  return lines.flatMap((line, i) => errorsOf(check.answer(schema), JSON.parse(line), `line ${i + 1}`)).slice(0, 5);
}

/** What an accepted request was must be what the document says may be sent. */
function requestFaults({ path, sent, text }: Exchange, operation: DocumentOperation): string[] {
  const names = [...new URLSearchParams(path.split('?')[1] ?? '').keys()];
  const known = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name);
  const faults = names
    .filter((name) => !known.includes(name))
    .map((name) => `took the undeclared query parameter ${name}`);
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema && sent !== undefined && sent !== '')
    faults.push(...errorsOf(check.request(schema), taken(JSON.parse(sent), text), 'accepted request'));
  return faults;
}

/** A request without the items of it that were refused each alone. */
function taken(sent: { items?: unknown }, text: string): unknown {
  if (!Array.isArray(sent.items) || !text.includes('"refused"')) return sent;
  const { results = [] } = JSON.parse(text) as { results?: { index: number; outcome: string }[] };
  const refused = new Set(results.filter((one) => one.outcome === 'refused').map((one) => one.index));
  return { ...sent, items: sent.items.filter((_, i) => !refused.has(i)) };
}

const FAULT_CODES = new Set(Object.keys({ ...PROBLEMS, ...IMPORT_FILE_FAULTS, ...IMPORT_ROW_REASONS }));

function problemFaults({ text, headers, status }: Exchange, description?: string): string[] {
  const type = headers.get('content-type');
  if (type !== 'application/problem+json') return [`content type ${type}, not application/problem+json`];
  if (text === '') return [];
  const body = JSON.parse(text) as Record<string, unknown>;
  const code = String(body.code);
  const faults: string[] = [];
  const known = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : undefined;
  if (known?.status !== status) faults.push(`the catalogue says ${code} is ${known?.status ?? 'no problem it knows'}`);
  if (description !== undefined && !description.includes(`\`${code}\``))
    faults.push(`${code} is not among its problems`);
  for (const fault of (body.errors ?? []) as { pointer: string; code: string }[])
    if (!FAULT_CODES.has(fault.code)) faults.push(`${fault.code} at ${fault.pointer} is in no catalogue`);
  if (body.status !== status) faults.push(`the body says ${body.status}`);
  if (body.type !== `/problems/${code}`) faults.push(`type is ${body.type}`);
  // A replay repeats the first answer's bytes under a request id of its own.
  const replayed = headers.get('idempotency-replayed') === 'true';
  if (!replayed && body.request_id !== headers.get('request-id'))
    faults.push('request_id is not the Request-Id header');
  return faults;
}

function errorsOf(validate: ValidateFunction, value: unknown, what: string): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const field = error.params.unevaluatedProperty ?? error.params.additionalProperty;
    return field === undefined
      ? `${what}${error.instancePath} ${error.message}`
      : `${what}${error.instancePath} has the undeclared field "${field}"`;
  });
}
