// The pusher: follows the event log for each webhook and sends what it wants, in order, at least once. Where it stands is in
// the database, so a restart goes on there. One message of the line under way per webhook, and besides it one test or replay; a
// slow receiver holds up nobody else.
import type { Deps } from '../deps.ts';
import { lastSeq } from '../events/log.ts';
import { isDue } from '../features/webhooks/retry.ts';
import { allWebhooks, dueOneOffs } from '../features/webhooks/webhooks.store.ts';
import { createLine, type Line } from './webhook-line.ts';
import { createOneOffs, type OneOffs } from './webhook-one-offs.ts';
import type { Sender } from './webhook-send.ts';

export interface Pusher {
  /** Resolves when nothing is due: for tests. */
  idle(): Promise<void>;
  /** Looks again now, as it does by itself at the next event or when a retry is due. */
  look(): void;
  stop(): Promise<void>;
}

const LONGEST_REST_MS = 60_000;
// Another server on the same remote database wakes nobody here.
const REMOTE_REST_MS = 2_000;

export function startPusher(deps: Deps, sender: Sender): Pusher {
  const senders = new Map<string, { readonly line: Line; readonly oneOffs: OneOffs }>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  const end = ringable();
  let bell = ringable();
  let calm: (() => void)[] = [];

  /** Starts what is due; how long until something else is. */
  async function round(): Promise<number> {
    const now = deps.clock.now();
    const { hooks, last, oneOffs } = await deps.db.read({ hooks: allWebhooks, last: lastSeq, oneOffs: dueOneOffs });
    for (const id of senders.keys()) if (!hooks.some((hook) => hook.id === id)) senders.delete(id);
    let restMs = deps.db.kind === 'remote' ? REMOTE_REST_MS : LONGEST_REST_MS;
    const startIfDue = (id: string, what: string, at: number | null, run: () => Promise<void>) => {
      if (running.has(`${what} ${id}`)) return;
      if (isDue(at, now)) start(id, what, run);
      else restMs = Math.min(restMs, (at ?? now) - now);
    };
    // There are so few webhooks that each may be sending: nobody waits for a place that a slow receiver holds.
    for (const hook of hooks) {
      const { line, oneOffs: besides } = sendersOf(hook.id);
      if (hook.enabled && line.placeOf(hook) < (last[0] ?? 0))
        startIfDue(hook.id, 'line', hook.nextAttemptAt, line.run);
      const due = oneOffs.find((one) => one.webhookId === hook.id);
      if (due) startIfDue(hook.id, 'one-offs', due.at, besides.run);
    }
    return restMs;
  }

  function sendersOf(id: string) {
    const isStopped = () => stopped;
    const own = senders.get(id) ?? {
      line: createLine(deps, sender, id, isStopped),
      oneOffs: createOneOffs(deps, sender, id, isStopped),
    };
    senders.set(id, own);
    return own;
  }

  function start(id: string, what: string, run: () => Promise<void>) {
    const done = run()
      .catch(async (error) => {
        deps.log('webhook broke', { webhook_id: id, what, error: String(error) });
        // The database is busy or full: not at once again.
        await end.rest(1_000);
      })
      .finally(() => {
        running.delete(`${what} ${id}`);
        bell.ring();
      });
    running.set(`${what} ${id}`, done);
  }

  const loop = (async () => {
    while (!stopped && !deps.feed.closed) {
      const here = ringable();
      bell = here;
      const listening = new AbortController();
      deps.feed.next(listening.signal).then(here.ring);
      let restMs = 1_000;
      try {
        restMs = await round();
      } catch (error) {
        deps.log('webhooks could not look', { error: String(error) });
      }
      if (running.size === 0 && !here.rung()) {
        for (const resolve of calm) resolve();
        calm = [];
      }
      await here.rest(restMs);
      listening.abort();
    }
    await Promise.all(running.values());
  })();

  return {
    idle: () =>
      new Promise((resolve) => {
        calm.push(resolve);
        bell.ring();
      }),
    look: () => bell.ring(),
    async stop() {
      stopped = true;
      sender.close();
      end.ring();
      bell.ring();
      await loop;
    },
  };
}

interface Bell {
  ring(): void;
  rung(): boolean;
  /** Until it rings, or so long. */
  rest(ms: number): Promise<void>;
}

function ringable(): Bell {
  let rung = false;
  let wake: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => {
    wake = resolve;
  });
  return {
    ring() {
      rung = true;
      wake();
    },
    rung: () => rung,
    async rest(ms) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.min(ms, LONGEST_REST_MS));
      });
      await Promise.race([heard, late]);
      clearTimeout(timer);
    },
  };
}
