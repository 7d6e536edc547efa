// Checks a body's long list of items a few at a time, so that a thousand of them never hold the event loop.
import { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { type Fault, type Problem, unfit } from './problem.ts';
import { bodyPointer } from './validate.ts';

export interface Items {
  /** The schema of one item, the same as in the body's own schema. */
  readonly schema: z.ZodType;
  readonly max: number;
  /** Whether, for this body, a malformed item is refused alone, without the rest. */
  readonly apart: (body: unknown) => boolean;
  /** Faults of an item refused alone that the schema cannot know, such as a phone number without a country. */
  readonly faults: (item: unknown, deps: Deps) => readonly Fault[];
}

/** Takes the place of a malformed item, with the problem it is answered with. */
export class UnfitItem {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

type At = (path: readonly PropertyKey[]) => string;
type Check = (schema: z.ZodType, value: unknown, at: At, tell?: (faults: readonly Fault[]) => void) => unknown;

const AT_ONCE = 50;

/** The parsed body, or undefined if there were faults. Items refused alone report `most` of theirs in all, and each its first. */
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
  // The faults of one item leave less room for those of the others, but each item has its first one reported.
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
