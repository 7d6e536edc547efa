// One message to one address. The name is resolved and checked while connecting, and what was checked is what is connected to:
// a name that changes its mind in between gains nothing. Redirects are answers like any other.
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Clock, systemClock } from '@sidestage/domain';
import type { AddressCheck } from '../features/webhooks/address-check.ts';

export interface Outcome {
  readonly ok: boolean;
  readonly status: number | null;
  /** A code where it did not arrive. */
  readonly error: string | null;
  readonly durationMs: number;
  /** What the receiver asked us to wait. */
  readonly retryAfterS: number | null;
}

export interface Sender {
  send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Outcome>;
  close(): void;
}

const TIMEOUT_MS = 15_000;
// What a receiver answers is not kept; more than this is not even read.
const MOST_ANSWER_BYTES = 65_536;
const IDLE_MS = 10_000;

export function createSender(
  addresses: AddressCheck,
  version: string,
  { timeoutMs = TIMEOUT_MS, clock = systemClock }: { readonly timeoutMs?: number; readonly clock?: Clock } = {},
): Sender {
  let closed = false;
  const options = (protocol: string) => ({
    keepAlive: true,
    keepAliveMsecs: IDLE_MS,
    timeout: IDLE_MS,
    lookup: checkedLookup(addresses, protocol),
  });
  const plain = new PlainAgent(options('http:'));
  const secure = new SecureAgent(options('https:'));
  return {
    async send(target, headers, body) {
      const started = performance.now();
      const done = (part: Partial<Outcome>): Outcome => ({
        ok: false,
        status: null,
        error: null,
        retryAfterS: null,
        ...part,
        durationMs: Math.round(performance.now() - started),
      });
      const read = addresses.read(target);
      if ('refused' in read) return done({ error: 'address-refused' });
      const { url } = read;
      try {
        const agent = url.protocol === 'http:' ? plain : secure;
        const { status, retryAfter } = await post(url, agent, timeoutMs, body, () => closed, {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': `Sidestage/${version}`,
          ...headers,
        });
        if (status >= 200 && status < 300) return done({ ok: true, status });
        const error = status >= 300 && status < 400 ? 'redirect' : 'status';
        return done({ status, error, retryAfterS: retryAfterS(retryAfter, clock.now()) });
      } catch (error) {
        return done({ error: codeOf(error) });
      }
    },
    close() {
      closed = true;
      plain.destroy();
      secure.destroy();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/**
 * A connection kept from the message before may have been closed by the receiver just when it was used again: that says nothing
 * about this message, so it goes out once more, until over a connection of its own.
 */
async function post(...what: Parameters<typeof postOnce>): Promise<Answer> {
  for (;;) {
    const sent = await postOnce(...what);
    if ('answer' in sent) return sent.answer;
    if (!sent.reused || codeOf(sent.error) !== 'connection-lost') throw sent.error;
  }
}

function postOnce(
  url: URL,
  agent: PlainAgent,
  timeoutMs: number,
  body: string,
  closed: () => boolean,
  headers: Record<string, string>,
): Promise<{ readonly answer: Answer } | { readonly error: unknown; readonly reused: boolean }> {
  return new Promise((resolve) => {
    // Nobody would end it any more.
    if (closed()) return resolve({ error: new Error('closed'), reused: false });
    const request = url.protocol === 'http:' ? plainRequest : secureRequest;
    const sent = request(url, { method: 'POST', agent, headers });
    let answer: Answer | undefined;
    const fail = (error: unknown) => {
      clearTimeout(timer);
      // Once the status was said, what becomes of the rest changes nothing.
      resolve(answer ? { answer } : { error, reused: sent.reusedSocket && !closed() });
    };
    const timer = setTimeout(() => {
      const error = Object.assign(new Error('timeout'), { code: 'TIMEOUT' });
      fail(error);
      sent.destroy(error);
    }, timeoutMs);
    sent.on('error', fail);
    // Also where no error tells: a receiver that wants to speak another protocol (101) is cut off without one.
    sent.on('close', () => fail(new Error('closed')));
    sent.on('response', (response) => {
      answer = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
      let size = 0;
      response.on('data', (chunk: Uint8Array) => {
        size += chunk.length;
        if (size > MOST_ANSWER_BYTES) response.destroy();
      });
      response.on('error', fail);
      response.on('close', fail);
    });
    sent.end(body);
  });
}

/** The seconds of a `Retry-After`, which may be an HTTP date; null where there is none to read. */
function retryAfterS(said: string | undefined, now: number): number | null {
  if (said === undefined) return null;
  if (/^\d{1,9}$/.test(said)) return Number(said);
  // A date begins with its day: anything else that a date could be made of (`1.5`, `-3`) is none.
  const at = /^[A-Z][a-z]{2,8}, /.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

function checkedLookup(addresses: AddressCheck, protocol: string): LookupFunction {
  return (hostname, options, callback) => {
    addresses.resolve(new URL(`${protocol}//${hostname}`)).then((found) => {
      if ('refused' in found) {
        callback(
          Object.assign(new Error(found.refused), { code: found.unknown ? 'ENOTFOUND' : 'ADDRESS_REFUSED' }),
          '',
          0,
        );
        return;
      }
      const [first] = found.addresses;
      if (options.all)
        callback(
          null,
          found.addresses.map(({ address, family }) => ({ address, family })),
        );
      else callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

const CODES: Readonly<Record<string, string>> = {
  ADDRESS_REFUSED: 'address-refused',
  TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'not-found',
  EAI_AGAIN: 'not-found',
};
function codeOf(error: unknown): string {
  const { code = '', errors } = error as { code?: string; errors?: unknown[] };
  // Several addresses were tried, and each failed in its way.
  if (errors?.[0] !== undefined && !CODES[code]) return codeOf(errors[0]);
  if (CODES[code]) return CODES[code];
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code) ? 'tls' : 'connection-lost';
}
