// Checks a body's long list of items a few at a time, so that a thousand of them never hold the event loop.
import { z } from '@hono/zod-openapi';
import type { Fault } from './problem.ts';
import { bodyPointer } from './validate.ts';

export interface Items {
  /** What each of `items` is; the body's own schema says the same of it. */
  readonly schema: z.ZodType;
  readonly max: number;
}

type Check = (schema: z.ZodType, value: unknown, at: (path: readonly PropertyKey[]) => string) => unknown;

const AT_ONCE = 50;

/** The body as its schema reads it, or undefined where `check` or `fault` heard of faults. */
export async function checkItems(
  value: unknown,
  schema: z.ZodType,
  { schema: item, max }: Items,
  check: Check,
  fault: (one: Fault) => void,
): Promise<unknown> {
  const given = typeof value === 'object' && value !== null ? (value as { items?: unknown }).items : undefined;
  if (!Array.isArray(given) || given.length <= AT_ONCE) return check(schema, value, bodyPointer);
  const whole = check(schema, { ...(value as object), items: [] }, bodyPointer);
  if (given.length > max) {
    fault({ pointer: '/items', code: 'limit-out-of-range', detail: `At most ${max} items.` });
    return undefined;
  }
  const list = z.array(item);
  const items: unknown[] = [];
  let sound = whole !== undefined;
  for (let from = 0; from < given.length; from += AT_ONCE) {
    const part = check(list, given.slice(from, from + AT_ONCE), ([index, ...rest]) =>
      bodyPointer(['items', Number(index ?? 0) + from, ...rest]),
    );
    if (part === undefined) sound = false;
    else items.push(...(part as unknown[]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return sound ? { ...(whole as object), items } : undefined;
}
