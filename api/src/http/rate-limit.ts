// A token bucket per caller, shown in the IETF draft's RateLimit fields. Generous by default: it stops runaway loops, not people.
import type { Clock } from '@sidestage/domain';
import { Problem } from './problem.ts';

export interface RateLimit {
  /** Requests a caller may send at once after a pause. */
  readonly burst: number;
  /** How fast they are given back. */
  readonly perSecond: number;
}
export const DEFAULT_RATE_LIMIT: RateLimit = { burst: 20_000, perSecond: 5_000 };

const MOST_CALLERS = 10_000;

/** Counts one request of `who`, says in `headers` where they stand, and throws 429 where nothing is left. */
export function createRateLimit(clock: Clock, { burst, perSecond }: RateLimit) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const policy = `"default";q=${burst};w=${Math.ceil(burst / perSecond)}`;
  const filled = (bucket: { tokens: number; at: number }, now: number) =>
    Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);

  /** Drops full buckets, which are as good as none; if that is not enough, those that were used longest ago. */
  function makeRoom(now: number) {
    for (const [who, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(who);
    for (const who of buckets.keys()) {
      if (buckets.size < MOST_CALLERS) break;
      buckets.delete(who);
    }
  }

  return (who: string, headers: Headers) => {
    const now = clock.now();
    let bucket = buckets.get(who);
    if (bucket) buckets.delete(who);
    else {
      if (buckets.size >= MOST_CALLERS) makeRoom(now);
      bucket = { tokens: burst, at: now };
    }
    // Deleted and set again, so that the map is ordered by last use.
    buckets.set(who, bucket);
    bucket.tokens = filled(bucket, now);
    bucket.at = now;
    const taken = bucket.tokens >= 1;
    if (taken) bucket.tokens -= 1;
    headers.set('ratelimit-policy', policy);
    headers.set(
      'ratelimit',
      `"default";r=${Math.floor(bucket.tokens)};t=${Math.ceil((burst - bucket.tokens) / perSecond)}`,
    );
    if (taken) return;
    const wait = Math.ceil((1 - bucket.tokens) / perSecond);
    throw new Problem('rate-limited', `Too many requests. Wait ${wait} s and go on.`, {
      headers: { 'retry-after': String(wait) },
    });
  };
}
