// The live stream: the event log as server-sent events. It starts after a seq and reads the log in order, so that whoever
// comes back with the last id they saw misses nothing and sees nothing twice.
import { eventsAfter, lastSeq } from '../../events/log.ts';
import type { Actor } from '../../http/actor.ts';
import { authenticate, requireScope } from '../../http/auth.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';
import { beyond, newestSeq } from './place.ts';
import { takePlace } from './places.ts';

const BATCH = 200;
/** How far one look goes for what the reader may see and wants: the thread is for others too. */
const REACH = 2_000;
// Another server on the same remote database wakes nobody here.
const REMOTE_LOOK_MS = 1_000;
const RETRY_MS = 1_000;

export interface StreamOptions {
  readonly types: readonly string[];
  readonly excludeClient: string | undefined;
  readonly heartbeatMs: number;
}

/** Where to start: what the reader saw last wins over the address it was first given; now, where neither is said. */
export async function startOf(call: Call, after: number | undefined): Promise<number> {
  const seen = call.header('last-event-id');
  if (seen !== undefined && !/^\d{1,15}$/.test(seen))
    throw new Problem('validation-failed', 'Last-Event-ID must be the seq of an event.', {
      errors: [{ pointer: 'Last-Event-ID', code: 'field-invalid', detail: 'Send the id of the last event you saw.' }],
    });
  const start = seen === undefined ? after : Number(seen);
  const newest = await newestSeq(call);
  if (start !== undefined && start > newest) throw beyond(newest, seen === undefined ? '?after' : 'Last-Event-ID');
  return start ?? newest;
}

export function eventStream(call: Call, start: number, options: StreamOptions): ReadableStream<Uint8Array> {
  const { deps } = call;
  const leave = takePlace(deps, call.actor.id);
  const gone = new AbortController();
  const hangUp = () => {
    leave();
    gone.abort();
  };
  // Once the reader is gone there is nothing left to write to or to close.
  let cancelled = false;
  call.signal?.addEventListener('abort', hangUp, { once: true });
  const bytes = new TextEncoder();
  let cursor = start;
  let greeted = false;
  // The id last told to the reader; events left out move the place on without an event of their own.
  let told = start;
  let news: Promise<void> | undefined;

  /** What is next for the reader: '' where there is nothing in this part of the log, undefined at its end. */
  async function look(): Promise<string | undefined> {
    const { actor } = await stillAllowed(call);
    const ownerId = seesOnlyOwn({ actor, deps }) ? actor.id : null;
    const until = cursor + REACH;
    const { rows, newest } = await deps.db.read({
      rows: eventsAfter(cursor, BATCH, ownerId, { types: options.types, until }),
      newest: lastSeq,
    });
    const end = Math.min(until, newest[0] ?? 0);
    if (end <= cursor) return undefined;
    cursor = rows.length < BATCH ? end : (rows.at(-1)?.seq ?? end);
    const shown = rows.filter(
      (event) => options.excludeClient === undefined || event.actor.client_id !== options.excludeClient,
    );
    if (shown.length === 0) return '';
    told = shown.at(-1)?.seq ?? told;
    return shown.map((event) => `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const end = () => {
          call.signal?.removeEventListener('abort', hangUp);
          leave();
          if (!cancelled) controller.close();
        };
        const send = (text: string) => {
          if (!cancelled) controller.enqueue(bytes.encode(text));
        };
        if (!greeted) {
          greeted = true;
          return send(`retry: ${RETRY_MS}\nid: ${cursor}\n\n`);
        }
        try {
          // By a clock nobody puts back.
          const beat = performance.now() + options.heartbeatMs;
          for (;;) {
            if (gone.signal.aborted || deps.feed.closed) return end();
            // Asked for before the log is read: what is appended in between still wakes us.
            news ??= deps.feed.next(gone.signal).then(() => {
              news = undefined;
            });
            const waiting = news;
            const text = await look();
            if (text) return send(text);
            const left = beat - performance.now();
            if (left > 0 && text === '') await turn();
            else if (left > 0) await restOr(waiting, deps.db.kind === 'remote' ? Math.min(REMOTE_LOOK_MS, left) : left);
            else {
              // Also where others' events come all the time, or a long log holds none for this reader: they must hear that
              // we are there, and how far they are.
              const place = cursor === told ? '' : `id: ${cursor}\n`;
              told = cursor;
              return send(`: still here\n${place}\n`);
            }
          }
        } catch (error) {
          // Signed out, or the database is away: the reader asks again and hears why.
          if (!(error instanceof Problem)) deps.log('event stream ended', { error: String(error) });
          end();
        }
      },
      cancel() {
        cancelled = true;
        hangUp();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The caller as they are now: a revoked key or an ended session ends the stream. */
async function stillAllowed(call: Call): Promise<{ actor: Actor }> {
  const actor = await authenticate(call.deps, call.header('authorization'), call.header('sidestage-client'));
  requireScope(actor, 'events:read');
  return { actor };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Until there are news, or for so long. */
function restOr(news: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    news.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
