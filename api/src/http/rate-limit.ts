// A token bucket per caller, told in the IETF draft's RateLimit fields. Generous: it stops runaway loops, not people.
import type { Clock } from '@sidestage/domain';
import { Problem } from './problem.ts';

const BURST = 20_000;
const PER_SECOND = 5_000;

export function createRateLimit(clock: Clock) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (who: string, headers: Headers) => {
    const now = clock.now();
    let bucket = buckets.get(who);
    if (!bucket) {
      if (buckets.size > 10_000) buckets.clear();
      bucket = { tokens: BURST, at: now };
      buckets.set(who, bucket);
    }
    bucket.tokens = Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * PER_SECOND);
    bucket.at = now;
    const reset = Math.ceil((BURST - bucket.tokens) / PER_SECOND);
    if (bucket.tokens < 1) {
      throw new Problem('rate-limited', 'Too many requests. Wait a second and go on.', {
        headers: { 'retry-after': '1' },
      });
    }
    bucket.tokens -= 1;
    headers.set('ratelimit-policy', `"default";q=${BURST};w=${Math.ceil(BURST / PER_SECOND)}`);
    headers.set('ratelimit', `"default";r=${Math.floor(bucket.tokens)};t=${reset}`);
  };
}
