// The queue of writes: each kept on the device before it leaves, sent in order per person under its own operation id, and
// gone only when the server answered. A repeated send is the same Idempotency-Key, so nothing happens twice.
import { signal } from '@preact/signals';
import type { Clock } from '@sidestage/domain';
import { problemFrom, SidestageProblem } from '@sidestage/sdk';
import type { Host } from '../host.ts';
import { CLIENT_ID } from './client-id.ts';
import { type Overtaken, overtaken } from './overtaken.ts';
import type { Session } from './session.ts';
import type { Subjects } from './subject.ts';

/** What a write does, in a form that can be told in any language later. */
export interface WriteLabel {
  what:
    | 'create'
    | 'move'
    | 'undo'
    | 'tags'
    | 'follow-up'
    | 'complete'
    | 'snooze'
    | 'cancel'
    | 'accept'
    | 'decline'
    | 'reopen'
    | 'log'
    | 'identity'
    | 'identity-removed'
    | 'link'
    | 'not-them'
    | 'change'
    | 'archive'
    | 'restore'
    | 'close'
    | 'open'
    | 'merge'
    | 'revert'
    | 'not-same'
    | 'me';
  who: string;
  /** A stage, a tag, a title: whatever tells this write from the next. */
  detail?: string | undefined;
}

export interface Write {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  /** The version the rep saw, where the write is only right for that one. */
  ifMatch?: string;
  /** Writes of one person keep their order; null for those about nobody. */
  contactId: string | null;
  label: WriteLabel;
}

export interface Queued extends Write {
  id: string;
  at: number;
  server: string;
  staffId: string;
  /** Set when the server said no and nobody was there to hear it. */
  refused?: Refused | undefined;
}

export interface Refused {
  code: string;
  detail: string;
  /** Somebody moved the stage first: where the person is now, and what a move from there asks for. */
  conflict?: Overtaken | undefined;
}

export type Outcome<T = unknown> =
  | { status: 'done'; data: T }
  /** `kept`: the rep was elsewhere already, so the refusal stays listed until they have seen it. */
  | { status: 'refused'; problem: SidestageProblem; kept?: boolean }
  /** Kept on the device; it will be sent as soon as the server can be reached. */
  | { status: 'waiting'; id: string };

const QUEUE_KEY = 'outbox';
const STORE_LOCK = 'sidestage:outbox-store';
const SEND_LOCK = 'sidestage:outbox-send';
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
const SEND_TIMEOUT_MS = 15_000;
// The server knows an operation id again for fourteen days. What is older is asked about before it is sent once more.
const REPEATABLE_MS = 13 * 86_400_000;

export type Outbox = ReturnType<typeof createOutbox>;

/** Who is shown: `learn` is told what the server answered to any write, before whoever waits for it; `during` runs each write. */
type Shown = Pick<Subjects, 'learn' | 'during'>;
const NOBODY: Shown = { learn: () => {}, during: (_, write) => write() };

export function createOutbox(host: Pick<Host, 'storage'>, session: Session, clock: Clock, shown: Shown = NOBODY) {
  const queue = signal<Queued[]>([]);
  const sending = signal(false);
  /** Writes asked for that the device does not hold yet. */
  const keeping = signal(0);
  /** The last write that was answered after nobody waited for it any more; whoever shows that person looks again. */
  const deliveredLate = signal<{ contactId: string | null; id: string } | null>(null);
  const waiters = new Map<string, { tell(outcome: Outcome): void; isThere(): boolean }>();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;

  // Several windows share the one list, so each change reads it first.
  const change = (edit: (before: Queued[]) => Queued[]) =>
    navigator.locks.request(STORE_LOCK, async () => {
      const after = edit(((await host.storage.get(QUEUE_KEY)) as Queued[] | undefined) ?? []);
      await host.storage.set(QUEUE_KEY, after);
      queue.value = after;
    });

  /** What the list is now; in its turn, so that no older list takes the place of a newer one. */
  const look = () =>
    navigator.locks.request(STORE_LOCK, async () => {
      queue.value = ((await host.storage.get(QUEUE_KEY)) as Queued[] | undefined) ?? [];
    });

  const answer = (id: string, outcome: Outcome) => {
    waiters.get(id)?.tell(outcome);
    waiters.delete(id);
  };

  const later = () => {
    clearTimeout(retry);
    retry = setTimeout(drain, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };

  const mine = (one: Queued) => {
    const now = session.state.peek();
    return now.status === 'signed-in' && one.server === now.server && one.staffId === now.staff.id;
  };

  const keepRefused = (id: string, refused: Refused) =>
    change((all) => all.map((other) => (other.id === id ? { ...other, refused } : other)));

  /** Sends one; true when it is settled, whatever the answer. */
  const deliver = async (one: Queued): Promise<boolean> => {
    if (clock.now() - one.at > REPEATABLE_MS) {
      await keepRefused(one.id, { code: 'too-old', detail: '' });
      answer(one.id, { status: 'waiting', id: one.id });
      return true;
    }
    let response: Response;
    let body: unknown;
    try {
      const deadline = AbortSignal.timeout(SEND_TIMEOUT_MS);
      response = await session.send(toRequest(one, deadline));
      const text = await response.text();
      body = text === '' ? undefined : JSON.parse(text);
    } catch {
      session.online.value = false;
      return false;
    }
    // 401: sign in again and it goes out then. 429 and 5xx: the server has not decided.
    if (response.status === 401 || response.status === 429 || response.status >= 500) return false;
    retryMs = FIRST_RETRY_MS;
    // Told before it is forgotten: between the two the new state is shown already, and a stop in between only repeats it.
    const waiter = waiters.get(one.id);
    shown.learn(body);
    // What a repeated removal does not find any more, the first one removed.
    const isDone = response.ok || (one.method === 'DELETE' && response.status === 404);
    if (isDone) {
      answer(one.id, { status: 'done', data: body });
      if (waiter === undefined) deliveredLate.value = { contactId: one.contactId, id: one.id };
      await change((all) => all.filter((other) => other.id !== one.id));
      return true;
    }
    const problem = problemFrom(response, body);
    const kept = waiter?.isThere() !== true;
    if (kept)
      await keepRefused(one.id, { code: problem.code, detail: problem.detail, conflict: overtaken(one, problem) });
    answer(one.id, { status: 'refused', problem, kept });
    if (kept) deliveredLate.value = { contactId: one.contactId, id: one.id };
    if (!kept) await change((all) => all.filter((other) => other.id !== one.id));
    return true;
  };

  // Another window may have sent what this one waits for: it is gone, or was refused where nobody waited.
  const tellTheRest = async () => {
    for (const id of [...waiters.keys()]) {
      const one = queue.peek().find((other) => other.id === id);
      if (one === undefined) {
        answer(id, { status: 'waiting', id });
        deliveredLate.value = { contactId: null, id };
      } else if (one.refused !== undefined) {
        // Refused where nobody waited: it stays listed with all that was said.
        answer(id, { status: 'refused', problem: new SidestageProblem(409, { ...one.refused }), kept: true });
      }
    }
  };

  const drain = (): Promise<void> =>
    navigator.locks.request(SEND_LOCK, async () => {
      clearTimeout(retry);
      await look();
      for (;;) {
        const next = queue.peek().find((one) => one.refused === undefined && mine(one));
        if (next === undefined) break;
        sending.value = true;
        const settled = await deliver(next);
        if (settled) continue;
        // Whoever waits is told that it is kept, and everything behind it stays behind it.
        for (const one of queue.peek()) answer(one.id, { status: 'waiting', id: one.id });
        later();
        break;
      }
      sending.value = false;
      await tellTheRest();
    });

  /** Keeps the write, then sends it. Resolves when the server answered, or when it is clear that it has to wait. */
  const submit = <T>(write: Write, isThere: () => boolean = () => true): Promise<Outcome<T>> =>
    shown.during(write.contactId, () => keepAndSend(write, isThere) as Promise<Outcome<T>>);

  const keepAndSend = async (write: Write, isThere: () => boolean): Promise<Outcome> => {
    const now = session.state.peek();
    if (now.status !== 'signed-in') throw new Error('A write needs a session.');
    const id = crypto.randomUUID();
    keeping.value += 1;
    try {
      await change((all) => [...all, { ...write, id, at: clock.now(), server: now.server, staffId: now.staff.id }]);
    } finally {
      keeping.value -= 1;
    }
    // Not before it is kept: a drain just ending would miss it in the list, and say that it waits.
    const settled = new Promise<Outcome>((resolve) => waiters.set(id, { tell: resolve, isThere }));
    void drain();
    return settled;
  };

  /** Takes back a write that has not left, or clears a refused one. False: it left meanwhile, and what it did stands. */
  const discard = (id: string): Promise<boolean> =>
    // Not while it is on its way: nobody would know whether it arrived.
    navigator.locks.request(SEND_LOCK, async () => {
      let found = false;
      await change((all) =>
        all.filter((one) => {
          if (one.id === id) found = true;
          return one.id !== id;
        }),
      );
      return found;
    });

  /** Sends a refused write once more, as it is or as `edit` makes its body. */
  const tryAgain = async (id: string, edit: (body: unknown) => unknown = (body) => body) => {
    // A new operation id: the server keeps its refusal under the old one.
    const anew = (one: Queued): Queued => ({
      ...one,
      ...(one.body === undefined ? {} : { body: edit(one.body) }),
      id: crypto.randomUUID(),
      at: clock.now(),
      refused: undefined,
    });
    await change((all) => all.map((one) => (one.id === id ? anew(one) : one)));
    await drain();
  };

  /** The rep means a move that was overtaken, knowing where the person is now. */
  const insist = (one: Queued, reason?: { code: string; note?: string }) =>
    tryAgain(one.id, (body) => ({
      ...(body as object),
      expect: { from: one.refused?.conflict?.now ?? null },
      ...(reason === undefined ? {} : { reason }),
    }));

  /** For somebody who may not write here any more. */
  const wipe = () => change(() => []);

  const stop = () => clearTimeout(retry);

  return { queue, sending, keeping, deliveredLate, submit, drain, discard, tryAgain, insist, wipe, stop };
}

function toRequest(one: Queued, signal: AbortSignal): Request {
  const headers: Record<string, string> = { 'Sidestage-Client': CLIENT_ID };
  if (one.body !== undefined) headers['Content-Type'] = 'application/json';
  if (one.ifMatch !== undefined) headers['If-Match'] = one.ifMatch;
  if (one.method === 'POST' || one.method === 'PATCH') headers['Idempotency-Key'] = one.id;
  const body = one.body === undefined ? {} : { body: JSON.stringify(one.body) };
  return new Request(one.server + one.path, { method: one.method, headers, signal, ...body });
}
