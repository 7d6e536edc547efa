// What the tests of this process have been answered: each operation, each status, each problem code. Nothing is judged here.

const heard = new Map<string, Set<string>>();

/** `code` where the answer was a problem. */
export function note(operationId: string, status: number, code: string | undefined): void {
  const at = `${operationId} ${status}`;
  const codes = heard.get(at) ?? new Set();
  if (code !== undefined) codes.add(code);
  heard.set(at, codes);
}

/** As it is written down at the end of a test file. */
export const soFar = (): Record<string, string[]> =>
  Object.fromEntries([...heard].map(([at, codes]) => [at, [...codes].sort()]));
