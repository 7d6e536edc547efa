// What a line and the messages besides it have in common: the message, its signature, its result, and what is owed to the log.
import { toIso } from '@sidestage/domain';
import type { Deps } from '../deps.ts';
import type { EventView } from '../events/log.ts';
import { signedHeaders } from '../features/webhooks/signature.ts';
import type { DeliveryRow, WebhookRow } from '../features/webhooks/webhooks.store.ts';
import type { Outcome, Sender } from './webhook-send.ts';

// Whoever waits for an answer comes first; but a server that is never at rest still sends a message this often.
export const STEP_BACK_MS = 7;

export async function sendSigned(
  deps: Deps,
  sender: Sender,
  hook: WebhookRow,
  messageId: string,
  message: object,
): Promise<Outcome> {
  await deps.requests.rest(STEP_BACK_MS);
  const body = JSON.stringify(message);
  return sender.send(hook.url, signedHeaders(hook, messageId, body, deps.clock.now()), body);
}

/** The event, with `timestamp` for receivers that know Standard Webhooks and not us. */
export const eventMessage = (event: EventView) => ({ ...event, timestamp: event.at });

export function testMessage(deps: Deps, one: DeliveryRow) {
  const at = toIso(deps.clock.now());
  return {
    seq: 0,
    id: one.id,
    type: one.type,
    contact_id: null,
    actor: { kind: 'system', id: 'system', client_id: null },
    data: { webhook_id: one.webhookId },
    previous: null,
    batch_id: null,
    at,
    timestamp: at,
  };
}

export const resultOf = (outcome: Outcome, now: number) => ({
  responseStatus: outcome.status,
  error: outcome.error,
  durationMs: outcome.durationMs,
  lastAttemptAt: now,
});

export interface Owed {
  /** Writes down what was sent. Where that fails it stays owed. */
  write<Answer>(what: () => Promise<Answer>): Promise<Answer>;
  /** Writes what is still owed. Before that nothing more is sent: a full disk is no reason for anybody to get a message again. */
  settle(): Promise<void>;
}

export function createOwed(): Owed {
  let owed: (() => Promise<unknown>) | undefined;
  return {
    async write(what) {
      owed = what;
      const answer = await what();
      owed = undefined;
      return answer;
    },
    async settle() {
      await owed?.();
      owed = undefined;
    },
  };
}
