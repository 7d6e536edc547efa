// What any operation may answer whatever it is about (its refusals of form, and a house that cannot serve), provoked from the
// document alone: a new operation is covered the day it appears.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { send, startHouse, type TestHouse } from '../support/house.ts';
import { whileBroken } from '../support/validator.ts';
import { everyOperation, type NamedOperation, scopeOf } from './every-operation.ts';
import { type Caller, signIn } from './people.ts';
import { type AnyRequest, createWorld, type World } from './world.ts';

let t: TestHouse;
let world: World;
beforeAll(async () => {
  t = await startHouse();
  world = await createWorld(t);
});
afterAll(() => t.close());

const declaring = (status: number) => everyOperation.filter((one) => one.operation.responses[status]);
const takesJson = ({ operation }: NamedOperation) => operation.requestBody?.content['application/json'] !== undefined;
const takes = ({ operation }: NamedOperation, where: string, name: string) =>
  operation.parameters?.some((one) => one.in === where && one.name === name) === true;

const HINT = 'Answered otherwise. A new operation? Put what it is about into world.ts, by id and where needed by body';

/** Sends each operation a request, changed as told, and names those that were answered something else. */
async function others(
  operations: readonly NamedOperation[],
  status: number,
  change: (request: AnyRequest, one: NamedOperation) => Partial<AnyRequest>,
  caller: Caller = world.owner.call,
): Promise<string[]> {
  const out: string[] = [];
  expect(operations.length).toBeGreaterThan(0);
  for (const one of operations) {
    const request = world.requestOf(one);
    const { path, body, headers } = { ...request, ...change(request, one) };
    const answer = await caller(one.method, path, body, headers);
    if (answer.status !== status) out.push(`${one.name} ${answer.status} ${answer.body?.code ?? ''}`);
  }
  return out;
}

/** A refusal of form leaves every table as it was. */
async function refuses(...asked: Parameters<typeof others>) {
  const before = await readTables(t.house);
  expect(await others(...asked), HINT).toEqual([]);
  expect(difference(before, await readTables(t.house))).toEqual({});
}

const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;

describe('every operation', () => {
  it('refuses a parameter nobody declared', () =>
    refuses(everyOperation, 422, ({ path }) => ({ path: withQuery(path, 'nonsense=1') })));

  it('that takes JSON refuses a body that is none, one of another type, and one over the limit', async () => {
    const taking = everyOperation.filter(takesJson);
    await refuses(taking, 400, () => ({ body: '{' }));
    await refuses(taking, 415, () => ({ body: 'a=1', headers: { 'content-type': 'text/plain' } }));
    await refuses(taking, 413, () => ({ body: ' '.repeat(1_048_577) }));
  });

  it('that takes an Idempotency-Key refuses one that is none', () =>
    refuses(
      everyOperation.filter((one) => takes(one, 'header', 'Idempotency-Key')),
      400,
      ({ headers }) => ({ headers: { ...headers, 'idempotency-key': 'x'.repeat(256) } }),
    ));

  it('that takes a cursor refuses one that nobody gave', () =>
    refuses(
      everyOperation.filter((one) => takes(one, 'query', 'cursor')),
      400,
      ({ path }) => ({ path: withQuery(path, 'cursor=x') }),
    ));

  it('that takes If-Match refuses a version gone by, and one that needs it a request without', async () => {
    const taking = everyOperation.filter((one) => takes(one, 'header', 'If-Match'));
    await refuses(taking, 412, () => ({ headers: { 'if-match': '"999"' } }));
    await refuses(declaring(428), 428, () => ({}));
  });

  it('about something with an id says that there is no such thing', () =>
    refuses(
      everyOperation.filter((one) => one.template.includes('{')),
      404,
      ({ path }, { template }) => ({
        path: path.replace(/^(\/v1\/[^/]+\/)[^/?]+/, template.includes('{') ? '$1nobody' : ''),
      }),
    ));

  it('that only a person can ask for is refused to a key', () =>
    refuses(
      declaring(403).filter((one) => scopeOf(one) === 'any'),
      403,
      () => ({}),
      t.call,
    ));
});

it('every address that refuses a method names all it takes, and no other', async () => {
  for (const template of new Set(everyOperation.map((one) => one.template))) {
    const here = everyOperation.filter((one) => one.template === template);
    const { path } = world.requestOf(here[0] as NamedOperation);
    const answer = await t.call('OPTIONS', path.split('?')[0] ?? '');
    const named = here.map((one) => one.method);
    expect([template, answer.status, answer.headers.get('allow')?.split(', ').sort()]).toEqual([
      template,
      405,
      [...(named.includes('GET') ? ['HEAD', ...named] : named)].sort(),
    ]);
  }
});

describe('a house that cannot serve', () => {
  const failures = {
    busy: Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' }),
    full: Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
    broken: new Error('nobody thought of this'),
  };
  /** The owner asks the app alone: beside it the house's tables cannot be looked at. */
  const asks: Caller = (...request) => send({ app: t.house.app }, world.owner.session.access_token, ...request);
  /** From here on reads after the first few, and all writes, fail so; `renew` counts the reads anew. */
  function failing(error: Error, readsBefore: number) {
    const { db } = t.house.deps;
    const read = db.read.bind(db);
    let left = readsBefore;
    vi.spyOn(db, 'read').mockImplementation((statements) => {
      if (left <= 0) return Promise.reject(error);
      left -= 1;
      return read(statements);
    });
    for (const way of ['write', 'series'] as const) vi.spyOn(db, way).mockRejectedValue(error);
    return () => {
      left = readsBefore;
    };
  }
  const quietly = (run: () => Promise<void>) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    return whileBroken(run).finally(() => vi.restoreAllMocks());
  };

  it.each([
    ['busy', 503],
    ['broken', 500],
  ] as const)('answers each operation with the same problem wherever the storage is %s: %i', (failure, status) =>
    quietly(async () => {
      // At the sign-in, and at the operation's own first read, where it has one.
      const renew = failing(failures[failure], 1);
      for (const one of everyOperation) {
        renew();
        const { path, body, headers } = world.requestOf(one);
        // A stream that had begun breaks off, so that it never looks whole.
        const answered = await asks(one.method, path, body, headers).catch((error) => {
          if (error !== failures[failure]) throw error;
        });
        if (answered && answered.status >= 500) expect([one.name, answered.status]).toEqual([one.name, status]);
      }
      failing(failures[failure], 0);
      expect(await others(everyOperation, status, () => ({}), asks)).toEqual([]);
    }),
  );

  it('answers every write with 507 where the disk is full, and has written nothing', async () => {
    const before = await readTables(t.house);
    await quietly(async () => {
      failing(failures.full, Number.POSITIVE_INFINITY);
      expect(
        await others(declaring(507), 507, ({ headers }, one) => ({ headers: { ...headers, ...seen(one) } }), asks),
        HINT,
      ).toEqual([]);
    });
    expect(difference(before, await readTables(t.house))).toEqual({});
  });
  const seen = (one: NamedOperation): Record<string, string> =>
    one.operation.responses[428] ? { 'if-match': '*' } : {};
});

it('a caller who is too fast is told so by every operation, and how long to wait', async () => {
  const own = await startHouse({ rateLimit: { burst: 200, perSecond: 1 } });
  try {
    const { requestOf } = await createWorld(own);
    // The clock stands still, so what is used up stays so. A signed-in caller is known by name, others by what they send.
    const mine = { authorization: `Bearer ${(await signIn(own, 'owner')).session.access_token}` };
    const nobody = { authorization: 'Bearer nobody' };
    for (const [path, headers] of [
      ['/v1/me', mine],
      ['/health', nobody],
    ] as const)
      while ((await own.house.app.request(path, { headers })).status !== 429);
    for (const one of everyOperation) {
      const { path, body, headers } = requestOf(one);
      const who = scopeOf(one) ? mine : nobody;
      const answer = await send(own.house, undefined, one.method, path, body, { ...headers, ...who });
      expect([one.name, answer.status, answer.headers.get('retry-after')]).toEqual([one.name, 429, '1']);
    }
  } finally {
    await own.close();
  }
});
