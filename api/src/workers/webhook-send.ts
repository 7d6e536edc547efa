// One message to one address. The name is resolved and checked while connecting, and what was checked is what is connected to:
// a name that changes its mind in between gains nothing. Redirects are answers like any other.
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
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

export function createSender(addresses: AddressCheck, version: string, timeoutMs = TIMEOUT_MS): Sender {
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
        const answer = await post(url, url.protocol === 'http:' ? plain : secure, timeoutMs, body, {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': `Sidestage/${version}`,
          ...headers,
        });
        const { status } = answer;
        if (status >= 200 && status < 300) return done({ ok: true, status });
        return done({ ...answer, error: status >= 300 && status < 400 ? 'redirect' : 'status' });
      } catch (error) {
        return done({ error: codeOf(error) });
      }
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

function post(
  url: URL,
  agent: PlainAgent,
  timeoutMs: number,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; retryAfterS: number | null }> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'http:' ? plainRequest : secureRequest;
    const sent = request(url, { method: 'POST', agent, headers });
    const timer = setTimeout(() => sent.destroy(Object.assign(new Error('timeout'), { code: 'TIMEOUT' })), timeoutMs);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    sent.on('error', (error) => settle(() => reject(error)));
    sent.on('response', (response) => {
      const answer = { status: response.statusCode ?? 0, retryAfterS: retryAfterOf(response) };
      let size = 0;
      response.on('data', (chunk: Uint8Array) => {
        size += chunk.length;
        if (size > MOST_ANSWER_BYTES) response.destroy();
      });
      // The status was said; what becomes of the rest changes nothing.
      response.on('error', () => undefined);
      response.on('close', () => settle(() => resolve(answer)));
    });
    sent.end(body);
  });
}

function retryAfterOf(response: IncomingMessage): number | null {
  const said = response.headers['retry-after'];
  return said !== undefined && /^\d{1,6}$/.test(said) ? Number(said) : null;
}

function checkedLookup(addresses: AddressCheck, protocol: string): LookupFunction {
  return (hostname, options, callback) => {
    addresses.resolve(new URL(`${protocol}//${hostname}`)).then((found) => {
      if ('refused' in found) {
        callback(Object.assign(new Error(found.refused), { code: 'ADDRESS_REFUSED' }), '', 0);
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
