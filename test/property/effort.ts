// How many random cases a property runs: few in `npm test`, many times more when asked by PROPERTY_EFFORT=20.
// A failure prints its seed; SEED gives it back.
import { vi } from 'vitest';

const factor = Math.max(1, Number(process.env.PROPERTY_EFFORT ?? '1') || 1);

if (factor > 1) vi.setConfig({ testTimeout: 120_000 * factor });

/** fast-check's parameters for a property that runs `count` cases at the usual effort. */
export const cases = (count: number) => ({
  numRuns: Math.ceil(count * factor),
  endOnFailure: factor > 1,
  ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
});
