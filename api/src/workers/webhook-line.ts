// One webhook's line: sends what is next, writes down how it went, and stops where the receiver fails or somebody set the
// webhook elsewhere meanwhile. Results are written some at a time; what was sent and not yet written is sent again.
import { toIso } from '@sidestage/domain';
import { guard } from '../db/database.ts';
import type { Statement } from '../db/statement.ts';
import type { Deps } from '../deps.ts';
import { eventStatements } from '../events/append.ts';
import { type EventView, eventById, eventsAfter, isWanted } from '../events/log.ts';
import { afterFailure, nextAttemptAt, switchedOff } from '../features/webhooks/retry.ts';
import { signedHeaders } from '../features/webhooks/signature.ts';
import {
  type DeliveryRow,
  failingDelivery,
  openOneOffs,
  saveDeliveries,
  saveWebhook,
  type WebhookRow,
  webhookById,
} from '../features/webhooks/webhooks.store.ts';
import { system } from '../http/actor.ts';
import type { Outcome, Sender } from './webhook-send.ts';

export interface Line {
  /** How far it has come: skipped events are passed without being written down each time. */
  placeOf(hook: WebhookRow): number;
  run(): Promise<void>;
}

const BATCH = 200;
// Then the others have their turn.
const BATCHES_PER_TURN = 5;
// Each writing holds the thread for its commit: seldom and longer disturbs fewer requests than often and shorter.
const GROUP = 200;
const GROUP_MS = 250;
const SKIPS_KEPT_IN_MIND = 1_000;
// Whoever waits for an answer comes first; but a server that is never at rest still sends a message this often.
const STEP_BACK_MS = 5;

export function createLine(deps: Deps, sender: Sender, id: string, stopped: () => boolean): Line {
  let skipped = { generation: -1, seq: 0 };
  const placeOf = (hook: WebhookRow) =>
    hook.generation === skipped.generation ? Math.max(hook.cursor, skipped.seq) : hook.cursor;

  const send = async (hook: WebhookRow, messageId: string, message: object): Promise<Outcome> => {
    await deps.requests.rest(STEP_BACK_MS);
    const body = JSON.stringify(message);
    return sender.send(hook.url, signedHeaders(hook, messageId, body, deps.clock.now()), body);
  };

  /** Sends the next batch; false when there is nothing more to do now. */
  async function batch(): Promise<boolean> {
    const start = (await deps.db.read({ row: webhookById(id) })).row[0];
    if (!start?.enabled || (start.nextAttemptAt ?? 0) > deps.clock.now()) return false;
    const { events, failing } = await deps.db.read({
      events: eventsAfter(placeOf(start), BATCH, null),
      failing: failingDelivery(id),
    });
    if (events.length === 0) return false;
    let hook = start;
    let place = placeOf(start);
    let log: DeliveryRow[] = [];
    let writtenAt = performance.now();
    const settle = async (next: WebhookRow) => {
      await deps.requests.rest(STEP_BACK_MS);
      const written = await write(hook, next, log);
      log = [];
      writtenAt = performance.now();
      hook = next;
      return written;
    };
    for (const event of events) {
      if (stopped()) break;
      if (!isWanted(event.type, hook.types)) {
        place = event.seq;
        continue;
      }
      const before = failing[0]?.eventId === event.id ? failing[0] : undefined;
      const outcome = await send(hook, event.id, message(event));
      // Cut off by our own stop: nobody knows how it went, so it is sent again.
      if (stopped() && !outcome.ok) break;
      const now = deps.clock.now();
      const next = outcome.ok ? undefined : afterFailure({ ...hook, cursor: place }, outcome, now, deps.random);
      log.push(delivery(deps, hook, event, before, outcome, next));
      if (next) {
        await settle(next);
        return false;
      }
      place = event.seq;
      const well = { ...hook, cursor: place, attempts: 0, failingSince: null, nextAttemptAt: null, lastError: null };
      const isDue = log.length >= GROUP || performance.now() - writtenAt > GROUP_MS;
      if (isDue && !(await settle(well))) return true;
      if (!isDue) hook = { ...well, cursor: hook.cursor };
    }
    if (log.length > 0 || place - hook.cursor >= SKIPS_KEPT_IN_MIND) {
      if (!(await settle({ ...hook, cursor: place }))) return true;
    }
    skipped = { generation: hook.generation, seq: place };
    return !stopped();
  }

  /** Writes where the line stands, unless the webhook was set elsewhere; the log of what was sent is kept in any case. */
  async function write(before: WebhookRow, next: WebhookRow, log: readonly DeliveryRow[]): Promise<boolean> {
    const written = await deps.db.write({
      load: { row: webhookById(id) },
      plan: ({ row }) => {
        const now = row[0];
        if (!now) return { statements: [], answer: () => false };
        const holds = now.generation === before.generation;
        const statements: Statement[] = log.length > 0 ? [saveDeliveries(log)] : [];
        if (holds) {
          const { cursor, attempts, failingSince, nextAttemptAt: at, lastError, enabled } = next;
          const place = { ...now, cursor, attempts, failingSince, nextAttemptAt: at, lastError };
          statements.unshift(guard('(select generation from webhooks where id = ?) = ?', [id, before.generation]));
          statements.push(
            saveWebhook(enabled ? place : switchedOff(place, next.disabledBecause ?? '', deps.clock.now())),
          );
          if (!enabled) statements.push(...disabled(next.disabledBecause ?? ''));
        }
        return { statements, answer: () => holds };
      },
    });
    if (!next.enabled) deps.feed.wake();
    return written;
  }

  const disabled = (because: string) =>
    eventStatements({ deps, actor: system, now: deps.clock.now() }, [
      { type: 'webhook.disabled', data: { webhook_id: id, because } },
    ]);

  /** Tests and replays, which wait for nobody. */
  async function oneOffs(): Promise<void> {
    const { row, open } = await deps.db.read({ row: webhookById(id), open: openOneOffs(id) });
    const hook = row[0];
    if (!hook) return;
    for (const one of open) {
      if (stopped()) return;
      if ((one.nextAttemptAt ?? 0) > deps.clock.now()) continue;
      const event = one.eventId === null ? undefined : (await deps.db.read({ event: eventById(one.eventId) })).event[0];
      const outcome = await (event ? send(hook, event.id, message(event)) : send(hook, one.id, test(deps, hook, one)));
      if (stopped() && !outcome.ok) return;
      const attempts = one.attempts + 1;
      const now = deps.clock.now();
      const again =
        outcome.ok || one.kind === 'test' || outcome.status === 410
          ? undefined
          : nextAttemptAt(attempts, outcome.retryAfterS, now, deps.random);
      const settled: DeliveryRow = {
        ...one,
        status: outcome.ok ? 'delivered' : again === undefined ? 'failed' : 'retrying',
        attempts,
        ...result(outcome, now),
        nextAttemptAt: again ?? null,
      };
      await deps.db.write({
        load: { there: webhookById(id) },
        plan: ({ there }) => ({ statements: there[0] ? [saveDeliveries([settled])] : [], answer: () => undefined }),
      });
    }
  }

  return {
    placeOf,
    async run() {
      for (let i = 0; i < BATCHES_PER_TURN && !stopped(); i++) {
        await oneOffs();
        if (!(await batch())) return;
      }
    },
  };
}

/** The event, with `timestamp` for receivers that know Standard Webhooks and not us. */
const message = (event: EventView) => ({ ...event, timestamp: event.at });

const test = (deps: Deps, hook: WebhookRow, one: DeliveryRow) => {
  const at = toIso(deps.clock.now());
  return {
    seq: 0,
    id: one.id,
    type: one.type,
    contact_id: null,
    actor: { kind: 'system', id: 'system', client_id: null },
    data: { webhook_id: hook.id },
    previous: null,
    batch_id: null,
    at,
    timestamp: at,
  };
};

const result = (outcome: Outcome, now: number) => ({
  responseStatus: outcome.status,
  error: outcome.error,
  durationMs: outcome.durationMs,
  lastAttemptAt: now,
});

function delivery(
  deps: Deps,
  hook: WebhookRow,
  event: EventView,
  before: DeliveryRow | undefined,
  outcome: Outcome,
  next: WebhookRow | undefined,
): DeliveryRow {
  const now = deps.clock.now();
  return {
    id: before?.id ?? deps.newId('dlv'),
    webhookId: hook.id,
    kind: 'event',
    eventId: event.id,
    eventSeq: event.seq,
    type: event.type,
    status: outcome.ok ? 'delivered' : next?.enabled ? 'retrying' : 'failed',
    attempts: (before?.attempts ?? 0) + 1,
    ...result(outcome, now),
    createdAt: before?.createdAt ?? now,
    nextAttemptAt: next?.nextAttemptAt ?? null,
  };
}
