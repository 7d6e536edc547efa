// Proves the client's promises against a real HTTP server that misbehaves.
import { describe, expect, it } from 'vitest';
import { type ClientOptions, createClient, unwrap } from './client.ts';
import { startFlakyServer, type Turn } from './flaky-server.ts';
import { paginate } from './paginate.ts';
import { SidestageProblem, SidestageUnreachable } from './problem.ts';
import { retryAfterMs } from './retry.ts';

const NOON = Date.UTC(2026, 10, 21, 12);

async function withServer(turns: Parameters<typeof startFlakyServer>[0], options: Partial<ClientOptions> = {}) {
  const server = await startFlakyServer(turns);
  const slept: number[] = [];
  const client = createClient({
    baseUrl: server.url,
    token: 'sst_key_test',
    sleep: async (ms) => {
      slept.push(ms);
    },
    random: () => 0.5,
    clock: { now: () => NOON },
    ...options,
  });
  const keys = () => server.heard.map((heard) => heard.headers['idempotency-key']);
  return { server, client, slept, keys, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const OK: Turn = { status: 201, json: { id: 'con_1' } };

describe('trying again', () => {
  it('lets go of an answer it does not use, so that no connection stays taken', async () => {
    let cancelled = 0;
    const page = () => new ReadableStream({ cancel: () => void cancelled++ });
    const answers = [0, 1].map(() => new Response(page(), { status: 502, headers: { 'content-type': 'text/html' } }));
    await using t = await withServer([], { fetch: async () => answers.shift() ?? Response.json({ id: 'stf_1' }) });
    expect(await unwrap(t.client.GET('/v1/me'))).toEqual({ id: 'stf_1' });
    expect(cancelled).toBe(2);
  });
});

describe('idempotency', () => {
  it('sends the same key and the same body on each try of a POST, whatever went wrong in between', async () => {
    await using t = await withServer(['drop', { status: 503 }, 'drop-in-body', OK]);
    const made = await unwrap(t.client.POST('/v1/contacts', { body: { display_name: 'Wang Fang 王芳' } }));
    expect(made).toEqual({ id: 'con_1' });
    expect(t.server.heard).toHaveLength(4);
    expect(new Set(t.keys()).size).toBe(1);
    expect(t.keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
    for (const heard of t.server.heard) {
      expect(JSON.parse(heard.body)).toEqual({ display_name: 'Wang Fang 王芳' });
      expect(heard.headers.authorization).toBe('Bearer sst_key_test');
    }
  });

  it('gives each POST and PATCH a key of its own, and GET, PUT and DELETE none', async () => {
    await using t = await withServer([{ status: 200, json: {} }]);
    await t.client.POST('/v1/contacts', { body: {} as never });
    await t.client.PATCH('/v1/me', { body: {} as never });
    await t.client.GET('/v1/me');
    await t.client.PUT('/v1/contacts/{id}/tags/{tag}', { params: { path: { id: 'con_1', tag: 'grade-a' } } });
    await t.client.DELETE('/v1/sessions/current');
    const [post, patch, ...others] = t.keys();
    expect(post).toBeDefined();
    expect(patch).toBeDefined();
    expect(post).not.toBe(patch);
    expect(others).toEqual([undefined, undefined, undefined]);
  });

  it("keeps the caller's own key through the retries", async () => {
    await using t = await withServer(['drop', OK]);
    await t.client.POST('/v1/contacts', { body: {} as never, headers: { 'Idempotency-Key': 'op_7' } });
    expect(t.keys()).toEqual(['op_7', 'op_7']);
  });
});

describe('retry', () => {
  it('waits at least as long as Retry-After asks, in seconds or as a date', async () => {
    const date = new Date(NOON + 7_000).toUTCString();
    await using t = await withServer([
      { status: 429, headers: { 'Retry-After': '3' } },
      { status: 503, headers: { 'Retry-After': date } },
      { status: 200, json: { ok: true } },
    ]);
    await unwrap(t.client.GET('/v1/me'));
    expect(t.slept[0]).toBe(3_000 + 125);
    expect(t.slept[1]).toBe(7_000 + 125);
  });

  it('draws each wait from the whole of a window that doubles', async () => {
    await using t = await withServer([{ status: 502 }, { status: 504 }, 'drop', { status: 200, json: {} }]);
    await unwrap(t.client.GET('/v1/me'));
    expect(t.slept).toEqual([125, 250, 500]);
  });

  it('hands back a refusal whose Retry-After is longer than a minute', async () => {
    await using t = await withServer([{ status: 429, headers: { 'Retry-After': '3600' }, json: { code: 'too-many' } }]);
    await expect(unwrap(t.client.GET('/v1/me'))).rejects.toMatchObject({ code: 'too-many', status: 429 });
    expect(t.server.heard).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 500, 507])('does not try again after %i', async (status) => {
    await using t = await withServer([{ status, json: { code: 'some-code' } }, OK]);
    await expect(unwrap(t.client.POST('/v1/contacts', { body: {} as never }))).rejects.toMatchObject({ status });
    expect(t.server.heard).toHaveLength(1);
    expect(t.slept).toEqual([]);
  });

  it('gives up after the last retry and says how often it tried', async () => {
    await using t = await withServer(['drop'], { retries: 2 });
    const failure = await t.client.GET('/v1/me').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SidestageUnreachable);
    expect(failure).toMatchObject({ attempts: 3 });
    expect(t.server.heard).toHaveLength(3);
  });

  it('stops at once when the caller gives up, also while it waits', async () => {
    const stop = new AbortController();
    const sleep = (_ms: number, signal: AbortSignal) =>
      new Promise<void>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        stop.abort();
      });
    await using t = await withServer(['drop', OK], { sleep });
    await expect(t.client.GET('/v1/me', { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(t.server.heard).toHaveLength(1);
  });

  it('counts an answer that never comes as no answer', async () => {
    const hanging = createClient({
      baseUrl: 'http://127.0.0.1:9',
      retries: 1,
      timeoutMs: 20,
      sleep: async () => {},
      fetch: (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        }),
    });
    await expect(hanging.GET('/v1/me')).rejects.toBeInstanceOf(SidestageUnreachable);
  });

  it('reads no wait from a Retry-After that is neither seconds nor a date', () => {
    expect(retryAfterMs('soon', NOON)).toBeUndefined();
    expect(retryAfterMs(null, NOON)).toBeUndefined();
  });
});

describe('problems', () => {
  it('arrive typed, with the code, every fault and what the code carries besides', async () => {
    const json = {
      code: 'move-not-allowed',
      title: 'Move not allowed',
      detail: 'Evangelist is reached from Customer only.',
      request_id: 'req_1',
      errors: [{ pointer: '/to', code: 'move-not-allowed', detail: 'Not from lead.' }],
      allowed_moves: ['mql'],
    };
    await using t = await withServer([{ status: 422, json }]);
    const problem = await unwrap(t.client.POST('/v1/contacts', { body: {} as never })).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(SidestageProblem);
    expect(problem).toMatchObject({ code: json.code, status: 422, requestId: 'req_1', errors: json.errors });
    expect((problem as SidestageProblem).body.allowed_moves).toEqual(['mql']);
    expect((problem as SidestageProblem).message).toBe(json.detail);
  });

  it('have a code also where a proxy answered with a page', async () => {
    await using t = await withServer([{ status: 404, text: '<h1>Not here</h1>' }]);
    await expect(unwrap(t.client.GET('/v1/me'))).rejects.toMatchObject({ code: 'http-404', status: 404 });
  });

  it('an answer without a body is data of nothing, not an error', async () => {
    await using t = await withServer([{ status: 204 }]);
    expect(await unwrap(t.client.DELETE('/v1/sessions/current'))).toBeUndefined();
  });
});

describe('paginate', () => {
  const rows = Array.from({ length: 125 }, (_, index) => ({ id: `con_${index}` }));
  const page: (heard: { path: string }) => Turn = ({ path }) => {
    const query = new URL(path, 'http://x').searchParams;
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit') ?? 50);
    return { status: 200, json: { data: rows.slice(from, to), next_cursor: to < rows.length ? String(to) : null } };
  };

  it('yields every row once, in order, over flaky connections', async () => {
    let count = 0;
    await using t = await withServer((heard) => {
      count += 1;
      return count % 2 === 1 ? 'drop' : page(heard);
    });
    const ids: string[] = [];
    for await (const row of paginate(t.client, '/v1/contacts', { query: { limit: 20, stage: ['lead'] } })) {
      ids.push((row as { id: string }).id);
    }
    expect(ids).toEqual(rows.map((row) => row.id));
    expect(t.server.heard.every((heard) => heard.path.includes('stage=lead'))).toBe(true);
  });

  it('fetches a page only when the loop comes to it', async () => {
    await using t = await withServer(page);
    for await (const row of paginate(t.client, '/v1/contacts')) if ((row as { id: string }).id === 'con_3') break;
    expect(t.server.heard).toHaveLength(1);
  });

  it('throws the problem of a page that is refused, instead of ending early', async () => {
    await using t = await withServer((heard) =>
      heard.path.includes('cursor') ? { status: 422, json: { code: 'cursor-invalid' } } : page(heard),
    );
    const walk = async () => {
      for await (const _row of paginate(t.client, '/v1/contacts')) {
        // only the end matters
      }
    };
    await expect(walk()).rejects.toMatchObject({ code: 'cursor-invalid' });
  });
});
