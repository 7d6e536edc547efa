// The tests and replays of one webhook, besides its line: they wait for nothing that fails there, and hold nothing up.
import type { Deps } from '../deps.ts';
import { eventById } from '../events/log.ts';
import { LONGEST_WAIT_MS, nextAttemptAt } from '../features/webhooks/retry.ts';
import {
  type DeliveryRow,
  dueOneOff,
  saveDeliveries,
  type WebhookRow,
  webhookById,
} from '../features/webhooks/webhooks.store.ts';
import { createOwed, eventMessage, resultOf, sendSigned, testMessage } from './webhook-message.ts';
import type { Outcome, Sender } from './webhook-send.ts';

export interface OneOffs {
  run(): Promise<void>;
}

export function createOneOffs(deps: Deps, sender: Sender, id: string, stopped: () => boolean): OneOffs {
  const owed = createOwed();

  async function send(hook: WebhookRow, one: DeliveryRow): Promise<Outcome> {
    if (one.eventId === null) return sendSigned(deps, sender, hook, one.id, testMessage(deps, one));
    const event = (await deps.db.read({ event: eventById(one.eventId) })).event[0];
    if (!event) throw new Error(`There is no event ${one.eventId}.`);
    return sendSigned(deps, sender, hook, event.id, eventMessage(event));
  }

  function settled(one: DeliveryRow, outcome: Outcome): DeliveryRow {
    const attempts = one.attempts + 1;
    const now = deps.clock.now();
    const again =
      outcome.ok || one.kind === 'test' || outcome.status === 410
        ? undefined
        : nextAttemptAt(attempts, outcome.retryAfterS, now, deps.random);
    return {
      ...one,
      status: outcome.ok ? 'delivered' : again === undefined ? 'failed' : 'retrying',
      attempts,
      ...resultOf(outcome, now),
      nextAttemptAt: again ?? null,
    };
  }

  const write = (row: DeliveryRow) =>
    deps.db.write({
      load: { there: webhookById(id) },
      plan: ({ there }) => ({ statements: there[0] ? [saveDeliveries([row])] : [], answer: () => undefined }),
    });

  return {
    async run() {
      await owed.settle();
      while (!stopped()) {
        // Each time anew: the webhook may have been removed, or set elsewhere, while the message before was under way.
        const { row, due } = await deps.db.read({
          row: webhookById(id),
          due: dueOneOff(id, deps.clock.now(), LONGEST_WAIT_MS),
        });
        const [hook, one] = [row[0], due[0]];
        if (!hook || !one) return;
        const outcome = await send(hook, one);
        if (stopped() && !outcome.ok) return;
        const next = settled(one, outcome);
        await owed.write(() => write(next));
      }
    },
  };
}
