// What becomes of a message that did not arrive: when it is tried again, and when the receiver is given up.
import type { WebhookRow } from './webhooks.store.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The waits after each failed attempt, as the Standard Webhooks specification has them: ten attempts in three days. */
export const WAITS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
// Those who failed together do not come back together.
const JITTER = 0.2;
const LONGEST_ASKED_MS = 24 * HOUR;
export const LONGEST_WAIT_MS = Math.max(...WAITS_MS, LONGEST_ASKED_MS) * (1 + JITTER);

/** Whether the time of an attempt has come. One further ahead than any wait is of a clock that has been put back since. */
export const isDue = (at: number | null, now: number) => at === null || at <= now || at > now + LONGEST_WAIT_MS;

/** When to try again after so many failed attempts; undefined when there were enough. */
export function nextAttemptAt(
  attempts: number,
  retryAfterS: number | null,
  now: number,
  random: () => number,
): number | undefined {
  const wait = WAITS_MS[attempts - 1];
  if (wait === undefined) return undefined;
  const jittered = wait * (1 + random() * JITTER);
  const asked = Math.min(LONGEST_ASKED_MS, (retryAfterS ?? 0) * SECOND);
  return now + Math.round(Math.max(jittered, asked));
}

/** A webhook after an attempt on its line failed. */
export function afterFailure(
  row: WebhookRow,
  outcome: { readonly status: number | null; readonly error: string | null; readonly retryAfterS: number | null },
  now: number,
  random: () => number,
): WebhookRow {
  const attempts = row.attempts + 1;
  const at = outcome.status === 410 ? undefined : nextAttemptAt(attempts, outcome.retryAfterS, now, random);
  const failing = {
    ...row,
    attempts,
    failingSince: row.failingSince ?? now,
    nextAttemptAt: at ?? null,
    lastError: outcome.status === null ? outcome.error : `${outcome.error} ${outcome.status}`,
  };
  return at === undefined ? switchedOff(failing, outcome.status === 410 ? 'gone' : 'retries-exhausted', now) : failing;
}

export const switchedOff = (row: WebhookRow, because: string, now: number): WebhookRow => ({
  ...row,
  enabled: false,
  disabledAt: now,
  disabledBecause: because,
  version: row.version + 1,
  generation: row.generation + 1,
  updatedAt: now,
});
