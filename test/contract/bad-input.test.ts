// What is refused and how, as one table; each refusal also leaves every table of the database as it was.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { type Answer, send, startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, newPerson } from './people.ts';

let t: TestHouse;
let id: string;
let handle: string;
beforeAll(async () => {
  t = await startHouse();
  const person = await createPerson(t, { stages: { 'seven-stage': 'mql' } });
  [id, handle] = [person.id, person.identities[0].handle];
});
afterAll(() => t.close());

type Case = [
  what: string,
  status: number,
  code: string,
  request: () => [method: string, path: string, body?: unknown, headers?: Record<string, string>],
  shows?: (body: Answer['body'], answer: Answer) => void,
];
const ahead = () => new Date(t.clock.now() + 61_000).toISOString();
const transitions = () => `/v1/contacts/${id}/transitions`;
const allowed = ['sql', 'opportunity', 'customer', 'subscriber', 'lead'];
const withAllowed = (body: Answer['body']) => expect(body.allowed_moves.toSorted()).toEqual(allowed.toSorted());
const pointers = (body: Answer['body']) => body.errors.map((fault: { pointer: string }) => fault.pointer).sort();
const interaction = { kind: 'call', direction: 'inbound', occurred_at: '2026-11-21T08:00:00Z', summary: '' };

const manyMembers = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1]));

const CASES: Case[] = [
  [
    'a stage nobody knows',
    422,
    'stage-unknown',
    () => ['POST', transitions(), { to: 'qualified' }],
    (body) => {
      withAllowed(body);
      expect(pointers(body)).toEqual(['/to']);
    },
  ],
  ['an illegal move', 422, 'move-not-allowed', () => ['POST', transitions(), { to: 'evangelist' }], withAllowed],
  ['a move back without a reason', 422, 'reason-required', () => ['POST', transitions(), { to: 'lead' }], withAllowed],
  [
    'a reason nobody knows',
    422,
    'reason-unknown',
    () => ['POST', transitions(), { to: 'lead', reason: { code: 'mood' } }],
    withAllowed,
  ],
  [
    'a reason that says nothing',
    422,
    'reason-note-required',
    () => ['POST', transitions(), { to: 'lead', reason: { code: 'other' } }],
    withAllowed,
  ],
  [
    'a lifecycle nobody knows',
    422,
    'lifecycle-unknown',
    () => ['POST', transitions(), { to: 'lead', lifecycle: 'nine-stage' }],
    (body) => expect(body.errors[0].detail).toContain('seven-stage'),
  ],
  [
    'a move in the future',
    422,
    'effective-in-future',
    () => ['POST', transitions(), { to: 'sql', effective_at: ahead() }],
  ],
  [
    'a move in the future for no reason there is: both are told, the first gives the code',
    422,
    'effective-in-future',
    () => ['POST', transitions(), { to: 'sql', effective_at: ahead(), reason: { code: 'nope' } }],
    (body) =>
      expect(body.errors).toMatchObject([
        { pointer: '/effective_at', code: 'effective-in-future' },
        { pointer: '/reason', code: 'reason-unknown' },
      ]),
  ],
  [
    'a move to no stage, in the future, for no reason there is',
    422,
    'stage-unknown',
    () => ['POST', transitions(), { to: 'nine', effective_at: ahead(), reason: { code: 'nope' } }],
    (body) =>
      expect(body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['/to', '/effective_at', '/reason']),
  ],
  [
    'a closing in the future, as what it cannot be, for no reason there is',
    422,
    'effective-in-future',
    () => ['POST', `/v1/contacts/${id}/close`, { outcome: 'churned', effective_at: ahead(), reason: { code: 'nope' } }],
    (body) =>
      expect(body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code])).toEqual([
        ['/effective_at', 'effective-in-future'],
        ['/outcome', 'close-not-allowed'],
        ['/reason', 'reason-unknown'],
      ]),
  ],
  [
    'an interaction in the future',
    422,
    'effective-in-future',
    () => [
      'POST',
      `/v1/contacts/${id}/interactions`,
      { ...interaction, occurred_at: new Date(t.clock.now() + 61_000).toISOString() },
    ],
  ],
  [
    'a new person in a stage one cannot begin in',
    422,
    'validation-failed',
    () => ['POST', '/v1/contacts', newPerson({ stages: { 'seven-stage': 'qualified', 'nine-stage': 'lead' } })],
    (body) => expect(pointers(body)).toEqual(['/stages/nine-stage', '/stages/seven-stage']),
  ],
  [
    'two people of one handle',
    409,
    'handle-taken',
    () => [
      'POST',
      '/v1/contacts',
      { display_name: 'B', identities: [{ channel: 'email', handle: ` ${handle.toUpperCase()} ` }] },
    ],
    (body) => expect([body.contact_id, pointers(body)]).toEqual([id, ['/identities/0']]),
  ],
  [
    'many faults in one person, every one named at once',
    422,
    'validation-failed',
    () => [
      'POST',
      '/v1/contacts?notify=true',
      {
        display_name: 'x'.repeat(201),
        nickname: 'Z',
        company: 7,
        identities: [
          { channel: 'email', handle: 'not an address' },
          { channel: 'phone', handle: '12' },
          { channel: 'fax', handle: '1' },
          { channel: 'email' },
        ],
        fields: { 'No Spaces': 1 },
        context: { channel: 'email', handle: '@' },
      },
    ],
    (body) =>
      expect(pointers(body)).toEqual(
        [
          '/company',
          '/context/handle',
          '/display_name',
          '/fields/No Spaces',
          '/identities/0/handle',
          '/identities/1/handle',
          '/identities/2/channel',
          '/identities/3/handle',
          '/nickname',
          '?notify',
        ].sort(),
      ),
  ],
  [
    'many faults in one interaction, every one named at once',
    422,
    'validation-failed',
    () => [
      'POST',
      `/v1/contacts/${id}/interactions`,
      {
        kind: 'gossip',
        direction: 'sideways',
        occurred_at: '2026-11-21T08:00:00',
        summary: 'x'.repeat(10_001),
        next: { title: '', due: { local: '2026-02-30T10:00', zone: 'Asia/Shanghai' } },
      },
    ],
    (body) =>
      expect(pointers(body)).toEqual([
        '/direction',
        '/kind',
        '/next/due/local',
        '/next/title',
        '/occurred_at',
        '/summary',
      ]),
  ],
  [
    'a time without an offset',
    422,
    'validation-failed',
    () => ['POST', transitions(), { to: 'sql', effective_at: '2026-11-21T08:00:00' }],
    (body) => expect(body.errors).toMatchObject([{ pointer: '/effective_at', code: 'time-malformed' }]),
  ],
  [
    'a zone nobody knows',
    422,
    'validation-failed',
    () => [
      'POST',
      '/v1/follow-ups',
      { contact_id: id, title: 'Call', due: { local: '2026-11-27T10:00', zone: 'China/Shanghai' } },
    ],
    (body) => expect(body.errors).toMatchObject([{ pointer: '/due/zone', code: 'zone-unknown' }]),
  ],
  [
    'an unknown field, with what was meant',
    422,
    'validation-failed',
    () => ['POST', '/v1/contacts', newPerson({ compnay: 'Lumen' })],
    (body) =>
      expect(body.errors).toMatchObject([{ pointer: '/compnay', detail: expect.stringContaining('"company"') }]),
  ],
  [
    'an unknown query parameter, with what was meant',
    422,
    'validation-failed',
    () => ['GET', '/v1/contacts?stages=lead'],
    (body) => expect(body.errors).toMatchObject([{ pointer: '?stages', detail: expect.stringContaining('"stage"') }]),
  ],
  [
    'a query parameter where none is taken',
    422,
    'validation-failed',
    () => ['GET', `/v1/contacts/${id}?include=tags`],
    (body) => expect(pointers(body)).toEqual(['?include']),
  ],
  [
    'a list that says nothing',
    422,
    'validation-failed',
    () => ['GET', '/v1/contacts?stage='],
    (body) => expect(pointers(body)).toEqual(['?stage.0']),
  ],
  ['a parameter given twice', 422, 'validation-failed', () => ['GET', '/v1/contacts?q=a&q=b']],
  [
    'text that cannot be stored',
    422,
    'validation-failed',
    () => ['POST', '/v1/contacts', newPerson({ company: 'a\0b' })],
  ],
  ['half a character', 422, 'validation-failed', () => ['POST', '/v1/contacts', '{"display_name":"\\ud83d"}']],
  [
    'a tag nobody knows',
    422,
    'tag-unknown',
    () => ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-a', 'grade-z'] }],
    (body) => expect(body.tags).toEqual(['grade-z']),
  ],
  [
    'two tags of one choice',
    422,
    'tags-conflict',
    () => ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-a', 'grade-b'] }],
  ],
  ['an owner nobody knows', 422, 'staff-unknown', () => ['PATCH', `/v1/contacts/${id}`, { owner_id: 'stf_nobody' }]],
  [
    'a stale If-Match, with what is there now',
    412,
    'version-mismatch',
    () => ['PATCH', `/v1/contacts/${id}`, { company: 'X' }, { 'if-match': '"99"' }],
    (body, answer) => {
      expect(body.current).toMatchObject({ id, version: 1 });
      expect(answer.headers.get('etag')).toBe('"1"');
    },
  ],
  [
    'a weak or foreign If-Match',
    412,
    'version-mismatch',
    () => ['PATCH', `/v1/contacts/${id}`, { company: 'X' }, { 'if-match': 'W/"1"' }],
    (body) => expect(body.detail).toBe('If-Match takes the ETag as it came, in quotes and without W/: "1".'),
  ],
  [
    'a version without the quotes of its ETag, told apart from one that changed',
    412,
    'version-mismatch',
    () => ['PATCH', `/v1/contacts/${id}`, { company: 'X' }, { 'if-match': '1' }],
    (body) => expect(body.detail).toBe('If-Match takes the ETag as it came, in quotes and without W/: "1".'),
  ],
  [
    'an Idempotency-Key that is none, by a code of the catalogue',
    400,
    'idempotency-key-malformed',
    () => ['PATCH', `/v1/contacts/${id}`, { company: 'X' }, { 'idempotency-key': 'two words' }],
    (body) => expect(body.errors).toMatchObject([{ pointer: 'Idempotency-Key', code: 'idempotency-key-malformed' }]),
  ],
  [
    'everything that only the rows can tell of a new person, at once',
    422,
    'validation-failed',
    () => [
      'POST',
      '/v1/contacts',
      {
        display_name: 'Ana',
        owner_id: 'stf_nobody',
        origin: { referrer_id: 'con_nobody' },
        stages: { 'seven-stage': 'leed', 'nine-stage': 'lead' },
        tags: ['grad-a', 'grade-b', 'grade-c'],
      },
    ],
    (body) => {
      expect(pointers(body)).toEqual([
        '/origin/referrer_id',
        '/owner_id',
        '/stages/nine-stage',
        '/stages/seven-stage',
        '/tags/0',
        '/tags/1',
        '/tags/2',
      ]);
      expect(body.errors).toContainEqual({
        pointer: '/tags/0',
        code: 'tag-unknown',
        detail: 'There is no tag "grad-a". Did you mean "grade-a"?',
      });
    },
  ],
  [
    'everything that only the rows can tell of a change',
    422,
    'validation-failed',
    () => ['PATCH', `/v1/contacts/${id}`, { owner_id: 'stf_nobody', origin: { referrer_id: 'con_nobody' } }],
    (body) => expect(pointers(body)).toEqual(['/origin/referrer_id', '/owner_id']),
  ],
  [
    'every tag at fault, each in its place and for its own reason',
    422,
    'tag-unknown',
    () => ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-a', 'grade-b', 'golt'], remove: ['grade-a'] }],
    (body) =>
      expect(body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code])).toEqual([
        ['/add/2', 'tag-unknown'],
        ['/add/0', 'tags-conflict'],
        ['/add/0', 'tags-conflict'],
        ['/add/1', 'tags-conflict'],
      ]),
  ],
  [
    'a page too large, as a number out of range and no text too long',
    422,
    'validation-failed',
    () => ['GET', '/v1/contacts?limit=500'],
    (body) => expect(body.errors).toMatchObject([{ pointer: '?limit', code: 'limit-out-of-range' }]),
  ],
  [
    'a filter by a stage or a tag there is not, both at once and with what was meant: nobody found would read like an answer',
    422,
    'validation-failed',
    () => ['GET', '/v1/contacts?stage=leed&tag=grad-a'],
    (body) => {
      expect(body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code])).toEqual([
        ['?stage', 'stage-unknown'],
        ['?tag', 'tag-unknown'],
      ]);
      expect(body.errors[1].detail).toBe('There is no tag "grad-a". Did you mean "grade-a"?');
    },
  ],
  [
    'a filter by a lifecycle there is not, where it stands',
    422,
    'lifecycle-unknown',
    () => ['GET', '/v1/contacts?lifecycle=nine-stage'],
    (body) => expect(pointers(body)).toEqual(['?lifecycle']),
  ],
  [
    'a default region no country has, rather than every phone number from then on',
    422,
    'validation-failed',
    () => ['PATCH', '/v1/settings', { default_region: 'UK' }],
    (body) =>
      expect(body.errors).toEqual([
        {
          pointer: '/default_region',
          code: 'value-unfit',
          detail: 'No country has this code. Use that of ISO 3166, such as CN or GB.',
        },
      ]),
  ],
  [
    'a key that has expired before it is made',
    422,
    'validation-failed',
    () => ['POST', '/v1/keys', { name: 'late', expires_at: new Date(t.clock.now()).toISOString() }],
    (body) => expect(body.errors).toMatchObject([{ pointer: '/expires_at', code: 'value-unfit' }]),
  ],
  [
    'a parameter given twice',
    422,
    'validation-failed',
    () => ['GET', '/v1/contacts?limit=5&limit=6'],
    (body) => expect(body.errors).toMatchObject([{ pointer: '?limit', code: 'value-unfit' }]),
  ],
  [
    'a stale expected stage, with the card',
    409,
    'stage-changed',
    () => ['POST', transitions(), { to: 'sql', expect: { from: 'lead' } }],
    (body) =>
      expect([body.from, body.card.contact.id, body.card.moves[0].lifecycle]).toEqual(['mql', id, 'seven-stage']),
  ],
  [
    'a body over the limit',
    413,
    'body-too-large',
    () => ['POST', '/v1/contacts', newPerson({ company: 'x'.repeat(1_048_576) })],
  ],
  [
    'a body of another type',
    415,
    'unsupported-media-type',
    () => ['POST', '/v1/contacts', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
  ],
  [
    'a body without a type',
    415,
    'unsupported-media-type',
    () => ['POST', '/v1/contacts', '{}', { 'content-type': '' }],
  ],
  ['bad JSON', 400, 'bad-json', () => ['POST', '/v1/contacts', '{"display_name":}']],
  ['no body where one is needed', 400, 'bad-json', () => ['POST', '/v1/contacts', '']],
  ['a list where an object is needed', 422, 'validation-failed', () => ['POST', '/v1/contacts', [newPerson()]]],
  [
    'a number of more digits than are kept, of whichever sign',
    422,
    'validation-failed',
    () => [
      'POST',
      '/v1/contacts',
      '{"display_name":"Ana","fields":{"order":12345678901234567890,"debt":-9007199254740993}}',
    ],
    (body) => {
      expect(pointers(body)).toEqual(['/fields/debt', '/fields/order']);
      expect(body.errors[0]).toMatchObject({ code: 'limit-out-of-range', detail: expect.stringContaining('as text') });
    },
  ],
  [
    'a field that objects drop without a word',
    422,
    'validation-failed',
    () => ['POST', '/v1/contacts', '{"display_name":"Ana","fields":{"\\u005f_proto__":"x"}}'],
  ],
  [
    'the same with any of its letters escaped',
    422,
    'validation-failed',
    () => ['POST', '/v1/contacts', '{"display_name":"Ana","fields":{"__pr\\u006fto__":"x"}}'],
  ],
  [
    'a parameter that objects drop without a word',
    422,
    'validation-failed',
    () => ['GET', '/v1/contacts?__proto__=1'],
    (body) => expect(pointers(body)).toEqual(['?__proto__']),
  ],
  [
    'an object of more members than anything has',
    422,
    'validation-failed',
    () => ['POST', '/v1/contacts', newPerson({ fields: manyMembers(5_001) })],
    (body) => expect(body.errors).toMatchObject([{ code: 'limit-out-of-range' }]),
  ],
  ['null', 422, 'validation-failed', () => ['POST', '/v1/contacts', 'null']],
  ['a contact nobody knows', 404, 'not-found', () => ['PATCH', '/v1/contacts/con_nobody', { company: 'X' }]],
  ['an address that is not there', 404, 'not-found', () => ['GET', '/v1/nothing-here']],
  [
    'a method that is not offered',
    405,
    'method-not-allowed',
    () => ['PUT', `/v1/contacts/${id}`, {}],
    (_, answer) => expect(answer.headers.get('allow')).toBe('HEAD, GET, PATCH, DELETE'),
  ],
];

describe('bad input', () => {
  it.each(CASES)('%s is refused with %i %s, and nothing changes', async (_, status, code, request, shows) => {
    const before = await readTables(t.house);
    const answer = await t.call(...request());
    expect([answer.status, answer.body.code], answer.text).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.detail).toMatch(/\S.*[.?]$/s);
    shows?.(answer.body, answer);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it.each([
    ['a name of a million letters', { ['a'.repeat(1_000_000)]: 1 }, 2],
    ['thousands of unknown names', manyMembers(5_000), 5_001],
  ])('%s is refused in fewer bytes than were sent, or a few for each fault', async (_, body, count) => {
    const sent = JSON.stringify(body);
    const refused = await send(t.house, undefined, 'POST', '/v1/sessions', sent);
    expect([refused.status, refused.body.errors.length]).toEqual([422, count]);
    expect(refused.text.length).toBeLessThan(Math.min(sent.length, 10_000) + count * 150);
  });

  it('names ten thousand faults and says how many there are', async () => {
    const items = Array.from({ length: 1_000 }, () => manyMembers(12));
    const { status, body } = await t.call('POST', '/v1/batch/tags', { mode: 'atomic', items });
    expect([status, body.errors.length]).toEqual([422, 10_000]);
    expect(body.detail).toContain('13000 things are wrong');
    const apart = (await t.call('POST', '/v1/batch/tags', { mode: 'each', items })).body.results;
    const told = apart.map((one: { problem: { errors: unknown[] } }) => one.problem.errors.length);
    expect([told.reduce((sum: number, one: number) => sum + one, 0), Math.min(...told)]).toEqual([10_230, 1]);
    expect(apart.at(-1).problem.detail).toContain('13 things are wrong');
  });

  it('names the type of every problem by an address the API serves', async () => {
    const { body } = await t.call('POST', transitions(), { to: 'evangelist' });
    const page = await t.call('GET', body.type);
    expect([page.status, page.text.includes('move-not-allowed')]).toEqual([200, true]);
    expect((await t.call('GET', '/problems/no-such-problem')).status).toBe(404);
  });
});
