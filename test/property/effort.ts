// How many random cases a property runs: few in `npm test`, many times more when asked by PROPERTY_EFFORT=20.
// A failure prints its seed; SEED gives it back.
import fc from 'fast-check';
import { expect, vi } from 'vitest';

const factor = Math.max(1, Number(process.env.PROPERTY_EFFORT ?? '1') || 1);

if (factor > 1) vi.setConfig({ testTimeout: 120_000 * factor });

/** fast-check's parameters for a property that runs `count` cases at the usual effort. */
export const cases = (count: number) => ({
  numRuns: Math.ceil(count * factor),
  endOnFailure: factor > 1,
  ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
});

/**
 * Checks a property on `count` cases, and on as many again, ten times at most, until they met all there is to meet:
 * a promise is not kept by silence, and chance alone fails nobody.
 * @param unmet what no case has met so far
 */
export async function assertMeeting<T>(
  property: fc.IAsyncProperty<T> | fc.IAsyncPropertyWithHooks<T>,
  count: number,
  unmet: () => readonly string[],
): Promise<void> {
  for (let round = 0; round === 0 || (round < 10 && unmet().length > 0); round++)
    await fc.assert(property, cases(count));
  expect(unmet()).toEqual([]);
}

/** Those of `kinds` that were not seen. */
export const unmet = (seen: ReadonlySet<string>, kinds: readonly string[]): string[] =>
  kinds.filter((kind) => !seen.has(kind));
