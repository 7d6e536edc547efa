// Which key chooses which reason while reasons are asked for.
import type { Reason } from './wire.ts';

// After the digits the letters below them, then the others; none that does anything else on the card.
const KEYS = '123456789qweryuisghjklzvbm';

/** By code: in order, and 0 for "other", which fits everywhere and always has the same key. */
export function reasonKeys(reasons: readonly Reason[]): ReadonlyMap<string, string> {
  const left = [...KEYS];
  return new Map(
    reasons.flatMap(({ code, kinds }) => {
      const key = kinds.includes('any') ? '0' : left.shift();
      return key === undefined ? [] : [[code, key]];
    }),
  );
}

export function reasonOfKey(reasons: readonly Reason[], key: string): Reason | undefined {
  const keys = reasonKeys(reasons);
  return reasons.find(({ code }) => keys.get(code) === key);
}
