// The document reads well and leaves nothing open that a generator, a reference page or a reader would stumble over.

import { operations as built } from '@sidestage/api';
import { PROBLEMS, type ProblemCode, SCOPES } from '@sidestage/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { document as typed } from '../support/validator.ts';

type Node = Record<string, unknown>;
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security: readonly { readonly bearer?: readonly string[] }[];
  readonly parameters?: readonly (Node & { name: string; in: string; description?: string; schema: Node })[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: Node; examples?: { typical?: { value?: unknown } } }>>;
  };
  readonly responses: Readonly<Record<string, { description?: string; content?: Record<string, { schema: Node }> }>>;
}
const document = typed as unknown as {
  readonly tags: readonly { name: string; description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Node>> };
};
const { schemas } = document.components;
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
const taking = built.filter(({ spec }) => spec.body !== undefined);
const REF = '#/components/schemas/';

/** Every schema below one, with where it stands; each component once. */
function* schemasIn(schema: Node | undefined, at: string, seen = new Set<string>()): Generator<[at: string, Node]> {
  if (!schema) return;
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice(REF.length);
    if (seen.has(name)) return;
    seen.add(name);
    return yield* schemasIn(schemas[name], name, seen);
  }
  yield [at, schema];
  for (const keyword of ['anyOf', 'oneOf', 'allOf'])
    for (const one of (schema[keyword] ?? []) as Node[]) yield* schemasIn(one, at, seen);
  for (const [name, one] of Object.entries((schema.properties ?? {}) as Record<string, Node>))
    yield* schemasIn(one, `${at}.${name}`, seen);
  if (schema.items) yield* schemasIn(schema.items as Node, `${at}[]`, seen);
  if (typeof schema.additionalProperties === 'object')
    yield* schemasIn(schema.additionalProperties as Node, `${at}.*`, seen);
}

/** What a caller may send, with where; headers have the limit of every HTTP message. */
function* sent(): Generator<[at: string, Node]> {
  const seen = new Set<string>();
  for (const { operationId, parameters = [], requestBody } of operations) {
    for (const one of parameters.filter((other) => other.in !== 'header'))
      yield* schemasIn(one.schema, `${operationId} ${one.name}`, seen);
    yield* schemasIn(requestBody?.content['application/json']?.schema, operationId, seen);
  }
}

describe('every operation', () => {
  it('is named verb first, after one of the areas, with one line that says what it does', () => {
    const areas = document.tags.map((tag) => tag.name);
    for (const { operationId, summary = '', tags = [] } of operations) {
      expect(operationId).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
      expect(summary, operationId).toMatch(/^[A-Z].{3,90}[^.]$/);
      expect([operationId, tags.length, areas]).toEqual([operationId, 1, expect.arrayContaining([...tags])]);
    }
    const used = new Set(operations.flatMap(({ tags = [] }) => tags));
    expect(areas.filter((area) => !used.has(area))).toEqual([]);
    for (const { name, description } of document.tags) expect(description, name).toMatch(/\.$/);
  });

  it('says which scope it asks for, in its security and in words; every scope is asked for somewhere', () => {
    const asked = new Set<string>();
    for (const { operationId, security, description = '' } of operations)
      for (const scope of security[0]?.bearer ?? []) {
        asked.add(scope);
        expect(Object.keys(SCOPES), operationId).toContain(scope);
        expect(description, operationId).toContain(`Scope: \`${scope}\`.`);
      }
    expect(Object.keys(SCOPES).filter((scope) => !asked.has(scope))).toEqual([]);
  });

  it('names by code each problem it may answer, under the status the catalogue gives it, and describes every success', () => {
    for (const { operationId, responses } of operations)
      for (const [status, { description = '', content }] of Object.entries(responses)) {
        const at = `${operationId} ${status}`;
        expect(description, at).toMatch(/\S/);
        if (Number(status) < 400) continue;
        const codes = [...description.matchAll(/`([a-z-]+)`: /g)].map(([, code]) => code as ProblemCode);
        expect(codes.length, at).toBeGreaterThan(0);
        for (const code of codes) expect([at, code, PROBLEMS[code]?.status]).toEqual([at, code, Number(status)]);
        expect(Object.keys(content ?? {}), at).toEqual(['application/problem+json']);
      }
  });

  it('that takes a body shows one that may be sent as it stands', () => {
    const faults = taking.flatMap(({ spec }) => {
      const shown = operations.find((one) => one.operationId === spec.id)?.requestBody?.content['application/json'];
      const body = shown?.examples?.typical?.value;
      if (body === undefined) return [`${spec.id} shows none: add it to api/src/http/body-examples.ts`];
      const read = spec.body?.safeParse(body);
      return read?.success ? [] : [`${spec.id}: ${read?.error.message}`];
    });
    expect(faults).toEqual([]);
  });

  it('explains each of its parameters', () => {
    const silent = operations.flatMap(({ operationId, parameters = [] }) =>
      parameters.filter((one) => !/\S/.test(one.description ?? '')).map((one) => `${operationId} ${one.name}`),
    );
    expect(silent, 'Describe it, or add its name to api/src/http/glossary.ts').toEqual([]);
  });
});

describe('every schema', () => {
  it('is used, is called like a type, and is where references lead', () => {
    const text = JSON.stringify(document);
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));
    expect(Object.keys(schemas).filter((name) => !referred.has(name))).toEqual([]);
    expect([...referred].filter((name) => !Object.hasOwn(schemas, name ?? ''))).toEqual([]);
    expect(Object.keys(schemas).filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([]);
  });

  it('names fields in snake case, times `_at`, seconds `_s`, ids as text', () => {
    const seen = new Set<string>();
    const faults: string[] = [];
    for (const [name] of Object.entries(schemas))
      for (const [at, schema] of schemasIn({ $ref: REF + name }, name, seen))
        for (const [field, one] of Object.entries((schema.properties ?? {}) as Record<string, Node>)) {
          const types = [one.type ?? (one.anyOf as Node[] | undefined)?.map((part) => part.type) ?? []].flat();
          if (!/^([a-z]+\d*(_[a-z0-9]+)*|zh-CN)$/.test(field)) faults.push(`${at}.${field}: its name`);
          if (/_at$/.test(field) && one.format !== 'date-time' && !one.$ref)
            faults.push(`${at}.${field}: no date-time`);
          if (/_s$/.test(field) && !types.some((type) => type === 'integer' || type === 'number'))
            faults.push(`${at}.${field}: no number`);
          if (/(^|_)id$/.test(field) && types.some((type) => type === 'integer'))
            faults.push(`${at}.${field}: no text`);
        }
    expect(faults).toEqual([]);
  });

  it('gives examples that are right', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addFormat('date-time', true).addFormat('binary', true);
    ajv.addSchema({ $id: 'all', components: document.components });
    const seen = new Set<string>();
    const faults: string[] = [];
    const look = (schemasOf: Iterable<[string, Node]>) => {
      for (const [at, schema] of schemasOf) {
        if (schema.example === undefined) continue;
        const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"all#/')));
        if (!check(schema.example))
          faults.push(`${at}: ${JSON.stringify(schema.example)} ${check.errors?.[0]?.message}`);
      }
    };
    for (const name of Object.keys(schemas)) look(schemasIn({ $ref: REF + name }, name, seen));
    look(sent());
    expect(faults).toEqual([]);
  });
});

it('nothing may be sent without a limit: every text, list, map and whole number says how much', () => {
  const faults: string[] = [];
  for (const [at, schema] of sent()) {
    const types = [schema.type ?? []].flat();
    const told = schema.enum || schema.format || typeof schema.maxLength === 'number';
    const shaped = typeof schema.pattern === 'string' && !/[*+]\$$/.test(schema.pattern);
    if (types.includes('string') && !told && !shaped) faults.push(at);
    if (types.includes('array') && schema.maxItems === undefined) faults.push(`${at}[]`);
    if (types.includes('integer') && (schema.minimum === undefined || schema.maximum === undefined)) faults.push(at);
    if (typeof schema.additionalProperties === 'object' && !schema.propertyNames) faults.push(`${at}.*`);
  }
  expect(faults).toEqual([]);
});
