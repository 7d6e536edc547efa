// Who is signed in where, and every request's token. Refreshes once for all windows; only hashes of codes leave the server.
import { signal } from '@preact/signals';
import type { Clock } from '@sidestage/domain';
import { SidestageProblem, SidestageUnreachable } from '@sidestage/sdk';
import type { Host } from '../host.ts';
import { createAsk } from './ask.ts';
import { createWindows } from './windows.ts';

export interface SignedIn {
  server: string;
  staff: { id: string; name: string; role: string };
}

export type SessionState =
  | { status: 'starting' }
  | { status: 'signed-out'; server: string; why: 'never' | 'ended' | 'left' | 'off' }
  | ({ status: 'signed-in' } & SignedIn);

/** `off`: a manager switched the account off. */
type Ending = 'ended' | 'left' | 'off';

/** Whoever signs in or out in one window does so in all of them. */
type SessionNews = { kind: 'signed-in' } | { kind: 'signed-out'; why: Ending };

interface Stored extends SignedIn {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
}

export type ServerAddress =
  | { ok: true; server: string }
  | { ok: false; code: 'address-malformed' | 'address-insecure' };

const SESSION_KEY = 'session';
const SERVER_KEY = 'server';
const REFRESH_LOCK = 'sidestage:session';
const CHANNEL = 'sidestage:session';
const STORE_LOCK = 'sidestage:session-store';
// Refreshed a little early, so that no request leaves with a token that ends on its way.
const EARLY_MS = 60_000;
const TOLD_WITHIN_MS = 1_000;
export const DEFAULT_SERVER = 'http://127.0.0.1:8787';

/** A server's address as it is kept: https, or plain HTTP to this machine only; no path, no trailing slash. */
export function readServerAddress(text: string): ServerAddress {
  const typed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const isLocal = /^(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/i.test(typed);
  const full = hasScheme ? typed : `${isLocal ? 'http' : 'https'}://${typed}`;
  // Browsers read "a b" as a host called a%20b.
  if (typed === '' || /\s/.test(typed) || !URL.canParse(full)) return { ok: false, code: 'address-malformed' };
  const url = new URL(full);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, code: 'address-malformed' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'address-malformed' };
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    return { ok: false, code: 'address-insecure' };
  return { ok: true, server: url.origin };
}

export type Session = ReturnType<typeof createSession>;

export function createSession(host: Pick<Host, 'storage' | 'fetch'>, clock: Clock) {
  const state = signal<SessionState>({ status: 'starting' });
  let stored: Stored | undefined;

  const read = async () => (await host.storage.get(SESSION_KEY)) as Stored | undefined;
  /** Reads and writes of what the device keeps, one window at a time: who signs out is not signed in again by what was on its way. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(STORE_LOCK, work) as Promise<T>;
  const hold = (next: Stored) => {
    stored = next;
    const before = state.peek();
    if (before.status !== 'signed-in' || !isSame(before, next))
      state.value = { status: 'signed-in', server: next.server, staff: next.staff };
  };
  const forget = (why: Ending) => {
    const server = stored?.server ?? DEFAULT_SERVER;
    stored = undefined;
    state.value = { status: 'signed-out', server, why };
  };
  // Another window signed in or out.
  const windows = createWindows<SessionNews>(CHANNEL, async (news) => {
    if (news.kind === 'signed-out') {
      if (stored !== undefined) forget(news.why);
      return;
    }
    await alone(async () => {
      const latest = await read();
      if (latest !== undefined) hold(latest);
    });
  });
  /** `of`: the session it is about, where somebody may have signed in anew meanwhile. */
  const end = async (why: Ending, of?: Stored) => {
    await alone(async () => {
      if (of !== undefined && (await read())?.refreshToken !== of.refreshToken) return;
      await host.storage.remove(SESSION_KEY);
      forget(why);
      windows.tell({ kind: 'signed-out', why });
    });
  };

  /** For what is asked without a session. */
  const at = (server: string) => createAsk(() => server, host.fetch);

  /** Throws the problem of a refused code, or `SidestageUnreachable`. */
  const signIn = async (server: string, code: string, device: string) => {
    const answer = await at(server).post('/v1/sessions', { invitation_code: code, device });
    const next = keep(server, answer);
    await host.storage.set(SERVER_KEY, server);
    await alone(async () => {
      await host.storage.set(SESSION_KEY, next);
      hold(next);
    });
    windows.tell({ kind: 'signed-in' });
  };

  const signOut = async () => {
    const leaving = stored;
    // The device forgets first: a server that cannot be reached must not keep the rep signed in here.
    await end('left');
    if (leaving !== undefined) await revoke(leaving);
  };

  const revoke = async ({ server, accessToken }: Stored) => {
    const request = new Request(`${server}/v1/sessions/current`, { method: 'DELETE' });
    await host.fetch(withToken(request, accessToken)).catch(() => {});
  };

  /** Takes the place of the session it was refreshed from, unless that one was signed out of meanwhile. */
  const replace = async (before: Stored, next: Stored): Promise<boolean> => {
    const isKept = await alone(async () => {
      if ((await read())?.refreshToken !== before.refreshToken) return false;
      await host.storage.set(SESSION_KEY, next);
      hold(next);
      return true;
    });
    if (!isKept) await revoke(next);
    return isKept;
  };

  /** The session with a token that is taken again; undefined where it has ended, or somebody else signed in since. */
  const refresh = (spent: Stored): Promise<Stored | undefined> =>
    navigator.locks.request(REFRESH_LOCK, async () => {
      const latest = await read();
      if (latest === undefined) {
        // Another window ended it and says why; nobody does where the device's storage was emptied.
        setTimeout(() => stored === spent && forget('ended'), TOLD_WITHIN_MS);
        return undefined;
      }
      // Another window was faster.
      if (latest.accessToken !== spent.accessToken) {
        hold(latest);
        return isSame(latest, spent) ? latest : undefined;
      }
      try {
        const body = { refresh_token: latest.refreshToken };
        const next = keep(latest.server, await at(latest.server).post('/v1/sessions/refresh', body));
        return (await replace(latest, next)) ? next : undefined;
      } catch (error) {
        if (error instanceof SidestageProblem && error.status === 401) {
          await end(error.code === 'staff-deactivated' ? 'off' : 'ended', latest);
          return undefined;
        }
        throw error;
      }
    });

  const current = async (): Promise<Stored | undefined> => {
    if (stored === undefined) return undefined;
    const runsOut = Date.parse(stored.accessExpiresAt) - clock.now() < EARLY_MS;
    return runsOut ? refresh(stored) : stored;
  };

  /** False from the first request nobody answers until the next one that somebody does, whatever asked it. */
  const online = signal(true);
  const fetched = async (request: Request): Promise<Response> => {
    try {
      const answer = await host.fetch(request);
      online.value = answer.status < 500;
      return answer;
    } catch (error) {
      // Given up by the panel itself, as a search is for the next letter: that says nothing of the server.
      if (request.signal.reason?.name !== 'AbortError') online.value = false;
      throw error;
    }
  };

  /** One request with the session's token; a token the server no longer takes is refreshed once and the request repeated. */
  const send = async (request: Request): Promise<Response> => {
    const first = await current();
    if (first === undefined) return refusedHere();
    const spare = request.clone();
    const answer = await fetched(withToken(request, first.accessToken));
    if (answer.status !== 401) return answer;
    const next = await refresh(first);
    return next === undefined ? answer : fetched(withToken(spare, next.accessToken));
  };

  /** Questions to the signed-in server. No retries: a person is waiting, and writes have their own queue. */
  const ask = createAsk(() => stored?.server ?? DEFAULT_SERVER, send);

  const start = async () => {
    const kept = await read();
    if (kept !== undefined) return hold(kept);
    const server = (await host.storage.get(SERVER_KEY)) as string | undefined;
    state.value = { status: 'signed-out', server: server ?? DEFAULT_SERVER, why: 'never' };
  };

  return { state, online, start, signIn, signOut, send, ask };
}

/** The same person on the same server. */
function isSame(one: SignedIn, other: SignedIn): boolean {
  return one.server === other.server && one.staff.id === other.staff.id;
}

function keep(
  server: string,
  answer: {
    access_token: string;
    access_expires_at: string;
    refresh_token: string;
    staff: { id: string; name: string; role: string };
  },
): Stored {
  return {
    server,
    accessToken: answer.access_token,
    accessExpiresAt: answer.access_expires_at,
    refreshToken: answer.refresh_token,
    staff: { id: answer.staff.id, name: answer.staff.name, role: answer.staff.role },
  };
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}

function refusedHere(): Response {
  return Response.json(
    { code: 'session-revoked', status: 401, title: 'Signed out', detail: 'Signed out.' },
    { status: 401, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

/** No answer came: nobody knows whether it happened. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof SidestageUnreachable;
}
