// Follows the live event stream over fetch and resumes where it broke off: every event once, in order, for as long as
// the caller listens.
import { checkBaseUrl, systemRandom } from './client.ts';
import type { components } from './openapi.gen.ts';
import { problemFrom, SidestageProblem } from './problem.ts';
import { sleepFor } from './retry.ts';
import { serverSentEvents } from './server-sent-events.ts';

export type SidestageEvent = components['schemas']['Event'];

export interface EventStreamOptions {
  /** Where the server is, without `/v1`. */
  baseUrl: string;
  token?: string;
  /** Asked before each connection; what it throws ends the stream and reaches the caller. */
  getToken?: () => string | undefined | Promise<string | undefined>;
  /** Start after this seq; with what happens from now on unless told. */
  after?: number;
  /** Only these types; `contact.*` for all of an area. */
  types?: string[];
  /** This program's name, as given to `createClient`. */
  clientId?: string;
  /** Leave out what was written under `clientId`. */
  excludeOwn?: boolean;
  /** The server speaks at least this often; twice as long without a word counts as a broken line. 15 unless told. */
  heartbeatS?: number;
  signal?: AbortSignal;
  /** Called each time the line is open: what was missed follows. */
  onOpen?: () => void;
  fetch?: (request: Request) => Promise<Response>;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
}

const BASE_MS = 500;
const CAP_MS = 30_000;
const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Ends when `signal` aborts; throws {@link SidestageProblem} when the server refuses, a TypeError for no address of one, and what
 * `getToken` throws.
 */
export async function* followEvents(options: EventStreamOptions): AsyncGenerator<SidestageEvent, void, undefined> {
  checkBaseUrl(options.baseUrl);
  const signal = options.signal ?? new AbortController().signal;
  const sleep = options.sleep ?? sleepFor;
  const random = options.random ?? systemRandom;
  let failures = 0;
  let refused = false;
  // A line that was open counts as success, also where nothing happened while it was.
  const opened = () => {
    failures = 0;
    refused = false;
    options.onOpen?.();
  };
  const place = { last: options.after };
  while (!signal.aborted) {
    // Outside what is tried again: a caller who cannot give a token must hear of it.
    const token = options.getToken === undefined ? options.token : await options.getToken();
    if (signal.aborted) return;
    try {
      for await (const event of oneLine({ ...options, onOpen: opened }, token, place, signal)) {
        yield event;
        // What came in the same breath is not for somebody who has hung up.
        if (signal.aborted) return;
      }
      // Ended by the server: it stops, or the token's hour is over.
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof SidestageProblem && !AGAIN.has(error.status)) {
        // A token that ran out is asked for once more where the caller can give another.
        if (error.status !== 401 || refused || options.getToken === undefined) throw error;
        refused = true;
        continue;
      }
    }
    if (signal.aborted) return;
    const wait = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(failures, 10));
    failures += 1;
    await sleep(Math.round(wait * (0.5 + random() / 2)), signal).catch(() => undefined);
  }
}

async function* oneLine(
  options: EventStreamOptions,
  token: string | undefined,
  place: { last: number | undefined },
  signal: AbortSignal,
): AsyncGenerator<SidestageEvent, void, undefined> {
  const heartbeatS = options.heartbeatS ?? 15;
  const line = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => line.abort(new Error('The line went silent.')), heartbeatS * 2_000);
  };
  alive();
  try {
    const request = requestOf(options, token, place.last, heartbeatS, AbortSignal.any([signal, line.signal]));
    const response = await (options.fetch ?? ((one) => globalThis.fetch(one)))(request);
    if (!response.ok || response.body === null) throw problemFrom(response, await response.json().catch(() => null));
    options.onOpen?.();
    const watched = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          alive();
          controller.enqueue(chunk);
        },
      }),
    );
    for await (const message of serverSentEvents(watched)) {
      const seq = Number(message.id);
      const event = message.data === '' ? undefined : (JSON.parse(message.data) as SidestageEvent);
      const isNew = event !== undefined && (place.last === undefined || event.seq > place.last);
      if (message.id !== '') place.last = Math.max(place.last ?? 0, seq);
      if (isNew) yield event;
    }
  } finally {
    clearTimeout(timer);
    line.abort();
  }
}

function requestOf(
  options: EventStreamOptions,
  token: string | undefined,
  last: number | undefined,
  heartbeatS: number,
  signal: AbortSignal,
): Request {
  const query = new URLSearchParams({ heartbeat_s: String(heartbeatS) });
  for (const type of options.types ?? []) query.append('types', type);
  if (options.excludeOwn && options.clientId !== undefined) query.set('exclude_client', options.clientId);
  const headers = new Headers({ accept: 'text/event-stream' });
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (options.clientId !== undefined) headers.set('Sidestage-Client', options.clientId);
  if (last !== undefined) headers.set('Last-Event-ID', String(last));
  return new Request(`${options.baseUrl.replace(/\/$/, '')}/v1/events/stream?${query}`, { headers, signal });
}
