// Going through a list of options by arrows while the focus stays in the field above it.

/** Where an arrow leads from option `at` of `count`, round both ends; undefined for any other key, and where there is none. */
export function arrowTo(key: string, at: number, count: number): number | undefined {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  return step === 0 || count === 0 ? undefined : (at + step + count) % count;
}
