// One webhook's line: sends what is next, writes down how it went, and stops where the receiver fails or somebody set the
// webhook elsewhere meanwhile. Results are written some at a time; what was sent and not yet written when the server ends is
// sent again.
import { guard } from '../db/database.ts';
import type { Statement } from '../db/statement.ts';
import type { Deps } from '../deps.ts';
import { eventStatements } from '../events/append.ts';
import { type EventView, eventsAfter, isWanted } from '../events/log.ts';
import { afterFailure, isDue, switchedOff } from '../features/webhooks/retry.ts';
import {
  type DeliveryRow,
  giveUpRetries,
  retryingDeliveries,
  saveDeliveries,
  saveWebhook,
  type WebhookRow,
  webhookById,
} from '../features/webhooks/webhooks.store.ts';
import { system } from '../http/actor.ts';
import { createOwed, eventMessage, resultOf, STEP_BACK_MS, sendSigned } from './webhook-message.ts';
import type { Outcome, Sender } from './webhook-send.ts';

export interface Line {
  /** How far it has come: skipped events are passed without being written down each time. */
  placeOf(hook: WebhookRow): number;
  run(): Promise<void>;
}

const BATCH = 200;
// Each writing holds the thread for its commit: seldom and longer disturbs fewer requests than often and shorter.
const GROUP = 200;
const GROUP_MS = 250;
const SKIPS_KEPT_IN_MIND = 1_000;

export function createLine(deps: Deps, sender: Sender, id: string, stopped: () => boolean): Line {
  let skipped = { generation: -1, seq: 0 };
  const placeOf = (hook: WebhookRow) =>
    hook.generation === skipped.generation ? Math.max(hook.cursor, skipped.seq) : hook.cursor;

  const owed = createOwed();

  /** Sends the next batch; false when there is nothing more to do now. */
  async function batch(): Promise<boolean> {
    const start = (await deps.db.read({ row: webhookById(id) })).row[0];
    if (!start?.enabled || !isDue(start.nextAttemptAt, deps.clock.now())) return false;
    const { events, retrying } = await deps.db.read({
      events: eventsAfter(placeOf(start), BATCH, null),
      retrying: retryingDeliveries(id),
    });
    if (events.length === 0) return false;
    let hook = start;
    let place = placeOf(start);
    let log: DeliveryRow[] = [];
    let writtenAt = performance.now();
    const settle = async (next: WebhookRow) => {
      await deps.requests.rest(STEP_BACK_MS);
      const [before, sent] = [hook, log];
      const written = await owed.write(() => write(before, next, sent));
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
      const before = retrying.find((one) => one.eventId === event.id);
      const outcome = await sendSigned(deps, sender, hook, event.id, eventMessage(event));
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
      const isTime = log.length >= GROUP || performance.now() - writtenAt > GROUP_MS;
      if (isTime && !(await settle(well))) return true;
      if (!isTime) hook = { ...well, cursor: hook.cursor };
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
        // What failed meanwhile is not tried again from where it failed.
        const sent = holds ? log : log.map(givenUp);
        const statements: Statement[] = sent.length > 0 ? [saveDeliveries(sent)] : [];
        if (holds) {
          const { cursor, attempts, failingSince, nextAttemptAt: at, lastError, enabled } = next;
          const place = { ...now, cursor, attempts, failingSince, nextAttemptAt: at, lastError };
          statements.push(giveUpRetries(id, cursor));
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

  return {
    placeOf,
    async run() {
      await owed.settle();
      while (!stopped() && (await batch()));
    },
  };
}

const givenUp = (one: DeliveryRow): DeliveryRow =>
  one.status === 'retrying' ? { ...one, status: 'failed', nextAttemptAt: null } : one;

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
    ...resultOf(outcome, now),
    createdAt: before?.createdAt ?? now,
    nextAttemptAt: next?.nextAttemptAt ?? null,
  };
}
