// A fetch that tries again when trying again can help. It never changes a request: the same headers, the same
// Idempotency-Key and the same body go out each time, so a repeated write happens once.
import { SidestageUnreachable } from './problem.ts';

export interface RetryOptions {
  fetch: (request: Request) => Promise<Response>;
  /** How many times to try again after the first try. */
  retries: number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, for the jitter. */
  random: () => number;
  /** Epoch milliseconds, to read a Retry-After that is a date. */
  now: () => number;
  /** Per try; an answer slower than this counts as none. */
  timeoutMs: number;
}

const BASE_MS = 250;
const CAP_MS = 8_000;
// A longer wait is the caller's decision: it gets the refusal at once.
const LONGEST_RETRY_AFTER_MS = 60_000;
const RETRIED_STATUSES = new Set([429, 502, 503, 504]);

export function retryingFetch(options: RetryOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await tryOnce(request, options);
      const last = attempt >= options.retries;
      if (outcome.response === undefined) {
        if (request.signal.aborted) throw outcome.error;
        if (last) throw new SidestageUnreachable(attempt + 1, outcome.error);
        await options.sleep(jitter(attempt, options.random), request.signal);
        continue;
      }
      const { response } = outcome;
      if (last || !RETRIED_STATUSES.has(response.status)) return response;
      const asked = retryAfterMs(response.headers.get('Retry-After'), options.now());
      if (asked !== undefined && asked > LONGEST_RETRY_AFTER_MS) return response;
      // What the server asked for is the least; the jitter on top keeps clients from returning all at once.
      const wait = asked === undefined ? jitter(attempt, options.random) : asked + jitter(0, options.random);
      // Nobody reads it: what is left of it would keep its connection.
      await response.body?.cancel().catch(() => undefined);
      await options.sleep(wait, request.signal);
    }
  };
}

/** Full jitter: anything between nothing and the doubled wait. */
function jitter(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));
}

/** Milliseconds to wait by a `Retry-After` of seconds or of an HTTP date; undefined where there is none to read. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

type Outcome = { response: Response } | { response?: undefined; error: unknown };

async function tryOnce(request: Request, options: RetryOptions): Promise<Outcome> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new Error('No answer in time.')), options.timeoutMs);
  try {
    const signal = AbortSignal.any([request.signal, deadline.signal]);
    const response = await options.fetch(new Request(request.clone(), { signal }));
    return { response: await whole(response) };
  } catch (error) {
    return { error };
  } finally {
    clearTimeout(timer);
  }
}

// A connection that breaks in the middle of the body is a failed try too, so a JSON body is read to its end here.
// Streams (events, exports) are handed on as they come.
async function whole(response: Response): Promise<Response> {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '')) return response;
  const body = await response.arrayBuffer();
  const empty = response.status === 204 || response.status === 304;
  return new Response(empty ? null : body, response);
}

/** Waits, unless the request is given up meanwhile. */
export function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
