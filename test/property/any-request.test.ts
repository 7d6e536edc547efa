// Whatever is sent, the service does not break: every operation of the document meets bodies, parameters and headers that
// are nearly right, and each answer is one the document declares.

import { checkHouse } from '@sidestage/api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyOperation } from '../contract/every-operation.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { document, type Schema } from '../support/validator.ts';
import { cases } from './effort.ts';
import { person } from './programs.ts';

let t: TestHouse;
/** Ids there are, by the room they live in. */
let ids: Record<string, string[]>;
beforeAll(async () => {
  t = await startHouse();
  const id = await person(t, { tags: ['grade-a'] });
  const moved = await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
  const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };
  const planned = await t.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due });
  const chat = { channel: 'wechat', conversation_key: 'k', contact_id: id };
  const link = await t.call('POST', '/v1/conversation-links', chat);
  const invited = await t.call('POST', '/v1/invitations', { name: 'Ana' });
  ids = {
    contacts: [id],
    transitions: [moved.body.transition.id],
    'follow-ups': [planned.body.id],
    'conversation-links': [link.body.id],
    staff: [invited.body.staff_id],
    lifecycles: ['seven-stage', 'whole-life'],
  };
});
afterAll(() => t.close());

const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud83d',
    '\u202e',
    '😀',
    'İ',
    "'; drop table contacts; --",
    '%',
    '../..',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(
    'null',
    '0',
    '-1',
    '1e999',
    '2026-11-21T08:00:00Z',
    '2026-02-30T10:00',
    '+86',
    'me',
    'x'.repeat(3000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const wild = fc.oneof(
  { weight: 4, arbitrary: odd },
  { weight: 1, arbitrary: fc.constantFrom(null, true, 0, -1, 1.5, 1e21, [], {}, [[]], { a: { b: [] } }) },
);
// Values that a field of this name would often hold, so that requests get past the door.
const USUAL: Readonly<Record<string, readonly unknown[]>> = {
  channel: ['email', 'phone', 'wechat'],
  handle: ['ana@example.com', '+34612345678', 'wxid_1'],
  to: ['lead', 'mql', 'subscriber', 'evangelist'],
  from: ['lead', 'mql', null],
  lifecycle: ['seven-stage'],
  code: ['other', 'judged-too-early'],
  zone: ['Asia/Shanghai', 'UTC'],
  local: ['2026-11-27T10:00'],
  effective_at: ['2026-11-21T07:00:00Z'],
  occurred_at: ['2026-11-21T07:00:00+08:00'],
  mode: ['single', 'multi'],
  group: ['grade'],
  verdict: ['linked', 'not_this_person'],
  scopes: [['contacts:read']],
  role: ['rep', 'manager'],
};

function resolve(schema: Schema): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

// A schema that holds itself is made a few levels deep.
const within: unknown[] = [];
/** Nearly what the schema says: each part is right, left out, or something else altogether. */
function near(given: Schema, name = ''): fc.Arbitrary<unknown> {
  if (given.$ref && within.filter((ref) => ref === given.$ref).length > 2) return wild;
  within.push(given.$ref);
  const right = rightly(resolve(given), name);
  within.pop();
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wild });
}
function rightly(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((one) => near(one, name)));
  if (schema.allOf)
    return fc
      .tuple(...(schema.allOf as Schema[]).map((one) => near(one, name)))
      .map((all) => Object.assign({}, ...all));
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' && schema.properties) {
    const properties = schema.properties as Record<string, Schema>;
    const required = new Set(schema.required as string[] | undefined);
    return fc
      .tuple(
        fc.record(
          Object.fromEntries(
            Object.entries(properties).map(([key, one]) => [
              key,
              required.has(key) ? near(one, key) : fc.option(near(one, key), { nil: undefined, freq: 2 }),
            ]),
          ),
        ),
        fc.option(fc.dictionary(odd, wild, { maxKeys: 1 }), { nil: {}, freq: 1 }),
      )
      .map(([known, unknown]) => ({ ...known, ...(Math.abs(Object.keys(known).length % 7) === 0 ? unknown : {}) }));
  }
  if (type === 'object')
    return fc.dictionary(fc.oneof(odd, fc.constantFrom('seven-stage', 'size')), fc.oneof(wild, fc.constant('lead')), {
      maxKeys: 3,
    });
  if (type === 'array') return fc.array(near((schema.items ?? {}) as Schema, name), { maxLength: 3 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({ min: -1, max: 300 }), fc.double());
  const usual =
    name === 'contact_id' ? ids.contacts : name === 'owner_id' || name === 'assignee_id' ? ids.staff : USUAL[name];
  return usual
    ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: odd })
    : fc.oneof(fc.constantFrom('a-key', '张伟', 'grade-b'), odd);
}

// Erasing what the others work on would leave them nothing; it has tests of its own.
const tried = everyOperation.filter((one) => one.name !== 'eraseContact');

describe('any request', () => {
  it.each(tried)(
    '$name answers what the document declares, whatever it is sent',
    async ({ method, template, operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      const query = (operation.parameters ?? []).filter((one) => one.in === 'query');
      const room = template.split('/')[2] ?? '';
      const name = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...(ids[room] ?? ['nobody'])) },
        { weight: 1, arbitrary: odd },
      );
      const statuses = new Set<number>();
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            id: name,
            tag: fc.oneof(fc.constantFrom('grade-a', 'likes-none'), odd),
            body: schema ? near(schema as Schema) : fc.constant(undefined),
            query: fc.record(
              Object.fromEntries(
                query.map((one) => [
                  one.name,
                  fc.option(fc.oneof(near(one.schema, one.name), odd), { nil: undefined }),
                ]),
              ),
            ),
            key: fc.option(fc.constantFrom('k1', 'k2', 'k3'), { nil: undefined, freq: 2 }),
            match: fc.option(fc.constantFrom('"1"', '*', 'x', '"1", "2"'), { nil: undefined, freq: 4 }),
          }),
          async (sent) => {
            const part = (text: string) => encodeURIComponent(text.isWellFormed() ? text : '') || 'nobody';
            const path = template
              .replace('{id}', part(sent.id))
              .replace('{tag}', part(sent.tag))
              .replace('{key}', part(sent.id))
              .replace('{rule}', part(sent.tag));
            const search = new URLSearchParams();
            for (const [field, value] of Object.entries(sent.query))
              if (value !== undefined) search.append(field, String(value));
            // A path of dots is another path before it is sent.
            if (/%2e|\.\.|\/\.(\/|$)/i.test(path)) return;
            // The rate limit gives room by the clock.
            t.clock.advance(1);
            const answer = await t.call(method, search.size > 0 ? `${path}?${search}` : path, sent.body, {
              ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
              ...(sent.match === undefined ? {} : { 'if-match': sent.match }),
            });
            statuses.add(answer.status);
          },
        ),
        cases(40),
      );
      expect(Math.min(...statuses)).toBeGreaterThanOrEqual(200);
    },
  );

  it('leaves a house that is well', async () => {
    expect((await checkHouse(t.house)).faults).toEqual([]);
  });
});
