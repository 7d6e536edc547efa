// Checks a body's long list of items a few at a time, so that a thousand of them never hold the event loop.
import { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { type Fault, type Problem, unfit } from './problem.ts';
import { bodyPointer } from './validate.ts';

export interface Items {
  /** What each of `items` is; the body's own schema says the same of it. */
  readonly schema: z.ZodType;
  readonly max: number;
  /** Whether an item that is not shaped right is refused alone, for this body. */
  readonly apart: (body: unknown) => boolean;
  /** Faults only the deployment's settings can tell, of an item refused alone. */
  readonly faults: (item: unknown, deps: Deps) => readonly Fault[];
}

/** Stands in the place of an item that is not shaped right. */
export class UnfitItem {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

type At = (path: readonly PropertyKey[]) => string;
type Check = (schema: z.ZodType, value: unknown, at: At, tell?: (faults: readonly Fault[]) => void) => unknown;

const AT_ONCE = 50;

/** The body as its schema reads it, or undefined where `check` or `tell` heard of faults. */
export async function checkItems(
  value: unknown,
  schema: z.ZodType,
  { schema: item, max, apart, faults }: Items,
  deps: Deps,
  check: Check,
  tell: (faults: readonly Fault[]) => void,
  most: number,
): Promise<unknown> {
  const given = typeof value === 'object' && value !== null ? (value as { items?: unknown }).items : undefined;
  if (!Array.isArray(given)) return check(schema, value, bodyPointer);
  const whole = check(schema, { ...(value as object), items: [] }, bodyPointer);
  if (given.length > max) {
    tell([{ pointer: '/items', code: 'limit-out-of-range', detail: `At most ${max} items.` }]);
    return undefined;
  }
  const alone = whole !== undefined && apart(whole);
  const list = z.array(item);
  const items: unknown[] = [];
  let sound = whole !== undefined;
  // What one item tells leaves less room for the others, but each tells its first.
  let room = most;
  const refused = (one: unknown, found: readonly Fault[]) => {
    const all = [...found, ...faults(one, deps)];
    const told = all.slice(0, Math.max(1, room));
    room -= told.length;
    return new UnfitItem(unfit(told, all.length));
  };
  const single = (one: unknown): unknown => {
    const found: Fault[] = [];
    const parsed = check(item, one, bodyPointer, (some) => found.push(...some));
    return found.length > 0 ? refused(one, found) : parsed;
  };
  for (let from = 0; from < given.length; from += AT_ONCE) {
    const some = given.slice(from, from + AT_ONCE);
    const part = alone
      ? some.map(single)
      : check(list, some, ([index, ...rest]) => bodyPointer(['items', Number(index ?? 0) + from, ...rest]));
    if (part === undefined) sound = false;
    else items.push(...(part as unknown[]));
    if (given.length > AT_ONCE) await new Promise((resolve) => setImmediate(resolve));
  }
  return sound ? { ...(whole as object), items } : undefined;
}
