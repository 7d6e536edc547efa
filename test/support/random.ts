// Random numbers that can be had again: the seed of a failed run is printed and may be given back as SEED.

export interface Random {
  seed: number;
  /** 0 ≤ x < 1. */
  next(): number;
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

export function seededRandom(seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))): Random {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to shuffle with.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    seed,
    next,
    below,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
  };
}
