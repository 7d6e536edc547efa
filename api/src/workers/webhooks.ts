// The pusher: follows the event log for each webhook and sends what it wants, in order, at least once. Where it stands is in
// the database, so a restart goes on there. One message under way per webhook; a slow receiver holds up nobody else.
import type { Deps } from '../deps.ts';
import { lastSeq } from '../events/log.ts';
import { allWebhooks, dueOneOffs } from '../features/webhooks/webhooks.store.ts';
import { createLine, type Line } from './webhook-line.ts';
import type { Sender } from './webhook-send.ts';

export interface Pusher {
  /** Resolves when nothing is due: for tests. */
  idle(): Promise<void>;
  /** Looks again now, as it does by itself at the next event or when a retry is due. */
  look(): void;
  stop(): Promise<void>;
}

const MOST_AT_ONCE = 16;
const LONGEST_REST_MS = 60_000;
// Another server on the same remote database wakes nobody here.
const REMOTE_REST_MS = 2_000;

export function startPusher(deps: Deps, sender: Sender): Pusher {
  const lines = new Map<string, Line>();
  const turns = new Map<string, number>();
  let turn = 0;
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  let bell = ringable();
  let calm: (() => void)[] = [];

  /** Starts what is due; how long until something else is. */
  async function round(): Promise<number> {
    const now = deps.clock.now();
    const { hooks, last, oneOffs } = await deps.db.read({ hooks: allWebhooks, last: lastSeq, oneOffs: dueOneOffs });
    for (const id of lines.keys()) if (!hooks.some((hook) => hook.id === id)) lines.delete(id);
    let restMs = deps.db.kind === 'remote' ? REMOTE_REST_MS : LONGEST_REST_MS;
    // Who waited longest goes first.
    for (const hook of hooks.sort((a, b) => (turns.get(a.id) ?? 0) - (turns.get(b.id) ?? 0))) {
      if (running.has(hook.id)) continue;
      const line = lines.get(hook.id) ?? createLine(deps, sender, hook.id, () => stopped);
      lines.set(hook.id, line);
      const behind = hook.enabled && line.placeOf(hook) < (last[0] ?? 0);
      const lineAt = behind ? (hook.nextAttemptAt ?? now) : Number.POSITIVE_INFINITY;
      const at = Math.min(lineAt, oneOffs.find((one) => one.webhookId === hook.id)?.at ?? Number.POSITIVE_INFINITY);
      if (at > now) restMs = Math.min(restMs, at - now);
      else if (running.size < MOST_AT_ONCE) run(hook.id, line);
    }
    return restMs;
  }

  function run(id: string, line: Line) {
    turns.set(id, ++turn);
    const done = line
      .run()
      .catch(async (error) => {
        deps.log('webhook line broke', { webhook_id: id, error: String(error) });
        // The database is busy or full: not at once again.
        await bell.rest(1_000);
      })
      .finally(() => {
        running.delete(id);
        bell.ring();
      });
    running.set(id, done);
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
