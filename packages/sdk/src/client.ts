// The client: every operation of openapi.json by its path, with auth, idempotency keys and retries done once, here.
import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './openapi.gen.ts';
import { problemFrom } from './problem.ts';
import { retryingFetch, sleepFor } from './retry.ts';

export interface ClientOptions {
  /** Where the server is, without `/v1`: `http://127.0.0.1:8787`. */
  baseUrl: string;
  /** An API key or access token that does not change. */
  token?: string;
  /** Asked before each request; undefined sends none. For tokens that are refreshed. */
  getToken?: () => string | undefined | Promise<string | undefined>;
  /** Names the program in the server's log. */
  clientId?: string;
  /** How many times to try again; 3 unless told, 0 for a caller that keeps a queue of its own. */
  retries?: number;
  /** Per try, 30 s unless told. */
  timeoutMs?: number;
  fetch?: (request: Request) => Promise<Response>;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
  clock?: { now(): number };
  /** Makes an Idempotency-Key; a random UUID unless told. */
  newKey?: () => string;
}

/** What this package takes for the time and for chance where nothing else is given. */
export const systemClock = { now: () => Date.now() };
export const systemRandom = () => Math.random();

export type SidestageClient = Client<paths>;

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** A client whose calls resolve to `{data, error, response}`; {@link unwrap} turns that into data or a thrown problem. */
export function createClient(options: ClientOptions): SidestageClient {
  checkBaseUrl(options.baseUrl);
  const fetchOnce = options.fetch ?? ((request) => globalThis.fetch(request));
  const clock = options.clock ?? systemClock;
  const client = createFetchClient<paths>({
    baseUrl: options.baseUrl,
    fetch: retryingFetch({
      fetch: fetchOnce,
      retries: options.retries ?? 3,
      sleep: options.sleep ?? sleepFor,
      random: options.random ?? systemRandom,
      now: () => clock.now(),
      timeoutMs: options.timeoutMs ?? 30_000,
    }),
  });
  client.use(identify(options));
  return client;
}

/** An address that is none would be tried again and again like a server that is away. A path alone is one in a browser. */
export function checkBaseUrl(baseUrl: unknown) {
  if (typeof baseUrl === 'string' && /^(https?:\/\/|\/|$)/i.test(baseUrl)) return;
  throw new TypeError(
    `baseUrl is the server's address, such as http://127.0.0.1:8787, and not ${JSON.stringify(baseUrl)}.`,
  );
}

// Runs before the retrying fetch, so that what it sets is the same on each try.
function identify(options: ClientOptions): Middleware {
  const newKey = options.newKey ?? (() => crypto.randomUUID());
  return {
    async onRequest({ request }) {
      const token = options.getToken === undefined ? options.token : await options.getToken();
      if (token !== undefined && !request.headers.has('Authorization')) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
      if (options.clientId !== undefined) request.headers.set('Sidestage-Client', options.clientId);
      const repeatsHarm = request.method === 'POST' || request.method === 'PATCH';
      if (repeatsHarm && !request.headers.has(IDEMPOTENCY_KEY)) request.headers.set(IDEMPOTENCY_KEY, newKey());
      return request;
    },
  };
}

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** What a call resolves to when it succeeds. */
export type DataOf<A> = A extends { data: infer D; error?: never } ? D : never;

/** The data of a call, or a thrown {@link SidestageProblem}. */
export async function unwrap<A extends Answer>(call: Promise<A>): Promise<DataOf<A>> {
  const answer = await call;
  if (answer.error !== undefined || !answer.response.ok) throw problemFrom(answer.response, answer.error);
  return answer.data as DataOf<A>;
}
