// What counts as breaking a caller, rule by rule; and that nothing does since the document was last released.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ApiDocument, breakingChanges } from '../compatibility/documents.ts';
import type { Schema } from '../compatibility/schemas.ts';

const document = (name: string): ApiDocument =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const string = { type: 'string' };
const object = (properties: Record<string, Schema>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
});

/** A document of one operation. */
function api(given: {
  sent?: Schema;
  answered?: Schema;
  query?: Record<string, unknown>[];
  scope?: string;
  statuses?: number[];
  schemas?: Record<string, Schema>;
  id?: string;
  bodyRequired?: boolean;
}): ApiDocument {
  const json = (schema: Schema) => ({ 'application/json': { schema } });
  const operation = {
    operationId: given.id ?? 'createThing',
    security: given.scope ? [{ bearer: [given.scope] }] : [],
    parameters: (given.query ?? []).map((one) => ({ in: 'query', schema: string, ...one })) as never,
    ...(given.sent ? { requestBody: { required: given.bodyRequired ?? true, content: json(given.sent) } } : {}),
    responses: Object.fromEntries(
      (given.statuses ?? [200]).map((status) => [status, given.answered ? { content: json(given.answered) } : {}]),
    ),
  };
  return { paths: { '/v1/things': { post: operation } }, components: { schemas: given.schemas ?? {} } };
}
const sent = (was: Schema, is: Schema) => breakingChanges(api({ sent: was }), api({ sent: is }));
const answered = (was: Schema, is: Schema) => breakingChanges(api({ answered: was }), api({ answered: is }));
const nullable = (schema: Schema) => ({ anyOf: [schema, { type: 'null' }] });

describe('breaks a caller', () => {
  const at = 'POST /v1/things';
  it.each([
    ['an operation gone', breakingChanges(api({}), { paths: {} }), [`${at}: is gone`]],
    ['an operation by another name', breakingChanges(api({}), api({ id: 'makeThing' })), [/is called makeThing now/]],
    ['a scope more', breakingChanges(api({ scope: 'a' }), api({ scope: 'b' })), [`${at}: asks for b now`]],
    ['a sign-in where none was', breakingChanges(api({}), api({ scope: 'a' })), [/a token/, /a now/]],
    [
      'a status of success gone',
      breakingChanges(api({ statuses: [200, 201] }), api({})),
      [`${at} 201: is answered no more`],
    ],
    [
      'a parameter gone',
      breakingChanges(api({ query: [{ name: 'q' }] }), api({})),
      [`${at} query q: is taken no more`],
    ],
    [
      'a new parameter that is needed',
      breakingChanges(api({}), api({ query: [{ name: 'q', required: true }] })),
      [/q: is needed now/],
    ],
    [
      'a parameter that has become needed',
      breakingChanges(api({ query: [{ name: 'q' }] }), api({ query: [{ name: 'q', required: true }] })),
      [/q: is needed now/],
    ],
    [
      'a body that has become needed',
      breakingChanges(api({ sent: string, bodyRequired: false }), api({ sent: string })),
      [`${at} body: is needed now`],
    ],
    [
      'a field that may be sent no more',
      sent(object({ a: string, b: string }), object({ a: string })),
      [`${at} body.b: is gone`],
    ],
    [
      'a new field that must be sent',
      sent(object({ a: string }), object({ a: string, b: string }, ['b'])),
      [`${at} body.b: is needed now`],
    ],
    [
      'a field that must be sent by now',
      sent(object({ a: string }), object({ a: string }, ['a'])),
      [/a: is needed now/],
    ],
    [
      'a type sent no more',
      sent(object({ a: { type: ['string', 'number'] } }), object({ a: string })),
      [/number is taken no more/],
    ],
    ['null sent no more', sent(object({ a: nullable(string) }), object({ a: string })), [/null is taken no more/]],
    [
      'an enum value sent no more',
      sent({ ...string, enum: ['a', 'b'] }, { ...string, enum: ['a'] }),
      [/: b is taken no more/],
    ],
    ['an enum where any text was taken', sent(string, { ...string, enum: ['a'] }), [/takes only a now/]],
    ['a shorter limit', sent({ ...string, maxLength: 9 }, { ...string, maxLength: 8 }), [/maxLength is 8 now, was 9/]],
    ['a limit where none was', sent(string, { ...string, minLength: 1 }), [/minLength is 1 now/]],
    [
      'another pattern for the names in a map',
      sent({ type: 'object', propertyNames: {} }, { type: 'object', propertyNames: { pattern: 'a' } }),
      [/body names: pattern is a now/],
    ],
    ['another pattern', sent({ ...string, pattern: 'a' }, { ...string, pattern: 'b' }), [/pattern is b now/]],
    [
      'items sent no more, deep inside',
      sent(
        object({ a: { type: 'array', items: object({ b: string }) } }),
        object({ a: { type: 'array', items: object({}) } }),
      ),
      [`${at} body.a[].b: is gone`],
    ],
    [
      'an answered field gone',
      answered(object({ a: string, b: string }), object({ a: string })),
      [`${at} 200.b: is gone`],
    ],
    [
      'an answered field that may be missing',
      answered(object({ a: string }, ['a']), object({ a: string })),
      [/a: may now be missing/],
    ],
    [
      'null where none was answered',
      answered(object({ a: string }), object({ a: nullable(string) })),
      [`${at} 200.a: may now be null`],
    ],
    [
      'another type answered',
      answered(object({ a: { type: 'integer' } }), object({ a: { type: 'number' } })),
      [/may now be number/],
    ],
    [
      'an answered field gone behind a reference',
      breakingChanges(
        api({
          answered: { $ref: '#/components/schemas/T' },
          schemas: { T: object({ a: string, me: { $ref: '#/components/schemas/T' } }) },
        }),
        api({
          answered: { $ref: '#/components/schemas/T' },
          schemas: { T: object({ me: { $ref: '#/components/schemas/T' } }) },
        }),
      ),
      [`${at} 200.a: is gone`],
    ],
  ])('%s', (_, faults, expected) => {
    expect(faults).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
  });
});

describe('breaks nobody', () => {
  it.each([
    ['an operation more', breakingChanges({ paths: {} }, api({}))],
    ['a scope less', breakingChanges(api({ scope: 'a' }), api({}))],
    ['an optional parameter more', breakingChanges(api({}), api({ query: [{ name: 'q' }] }))],
    ['an optional field more that may be sent', sent(object({ a: string }), object({ a: string, b: string }))],
    ['a field that need not be sent any more', sent(object({ a: string }, ['a']), object({ a: string }))],
    ['a type more that may be sent', sent(object({ a: string }), object({ a: nullable(string) }))],
    ['an enum value more that may be sent', sent({ ...string, enum: ['a'] }, { ...string, enum: ['a', 'b'] })],
    ['a longer limit', sent({ ...string, maxLength: 8, pattern: 'a' }, { ...string, maxLength: 9 })],
    ['a field more in an answer', answered(object({ a: string }), object({ a: string, b: string }, ['b']))],
    ['an enum value more in an answer', answered({ ...string, enum: ['a'] }, { ...string, enum: ['a', 'b'] })],
    ['a null less in an answer', answered(object({ a: nullable(string) }), object({ a: string }))],
    ['an integer where a number was answered', answered({ type: 'number' }, { type: 'integer' })],
    ['a refusal more', breakingChanges(api({}), api({ statuses: [200, 409] }))],
  ])('%s', (_, faults) => {
    expect(faults).toEqual([]);
  });
});

describe('the released document', () => {
  it('compared with itself breaks nothing, whatever schemas it has', () => {
    expect(breakingChanges(document('released/openapi.json'), document('released/openapi.json'))).toEqual([]);
  });

  it('is kept: nothing its callers rely on has changed since (`npm run release:document` takes today’s)', () => {
    expect(breakingChanges(document('released/openapi.json'), document('openapi.json'))).toEqual([]);
  });
});
