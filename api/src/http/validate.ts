// Turns what arrived into typed input, collecting every fault of a request (path, query, body) in one pass.
import { z } from '@hono/zod-openapi';
import type { Fault, FaultCode } from './problem.ts';

type Issue = z.core.$ZodIssue;

// Bounds what a hostile request can cost: long names are not repeated in full, and only some are compared with all known ones.
const MOST_NAME = 500;
const MOST_GUESSES = 100;
const MOST_WORD = 200;
const shortened = (name: string) => (name.length > MOST_NAME ? `${name.slice(0, MOST_NAME).toWellFormed()}…` : name);

/** zod's issues as faults with pointers; an unknown field comes with the name that was probably meant. */
export function faultsOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  at: (path: readonly PropertyKey[]) => string,
): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key, i) => {
        const near = i < MOST_GUESSES ? nearest(key, known) : undefined;
        const what = at([]) === '?' ? 'parameter' : 'field';
        const name = shortened(key);
        const all = i < MOST_GUESSES && known.length > 0 ? ` Known: ${known.join(', ')}.` : '';
        return {
          pointer: at([...issue.path, name]),
          code: `${what}-unknown`,
          detail: `Unknown ${what} "${name}".${near ? ` Did you mean "${near}"?` : all}`,
        };
      });
    }
    if (issue.code === 'invalid_union') {
      const inner = issue.errors.find((e) => e.length > 0 && e[0]?.code !== 'invalid_type') ?? issue.errors[0];
      if (inner?.length)
        return faultsOf(
          inner.map((i) => ({ ...i, path: [...issue.path, ...i.path] })),
          schema,
          at,
        );
    }
    const params = 'params' in issue ? (issue.params as { code?: FaultCode } | undefined) : undefined;
    const code = params?.code ?? codeOf(issue);
    const detail = code === 'field-required' ? 'This is required.' : sentence(issue.message);
    return [
      { pointer: at(issue.path.map((part) => (typeof part === 'string' ? shortened(part) : part))), code, detail },
    ];
  });
}

/** The library's own messages as sentences in the API's style: `Expected string, received number.` */
function sentence(message: string): string {
  const said = message.replace(/^Invalid (?:input|option): e/, 'E');
  return /[.?!…]$/.test(said) ? said : `${said}.`;
}

function codeOf(issue: Issue): FaultCode {
  if (issue.code === 'invalid_type')
    return 'input' in issue && issue.input === undefined ? 'field-required' : 'field-invalid';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'text-too-long';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'field-invalid';
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'limit-out-of-range';
  if (issue.code === 'invalid_value') return 'field-invalid';
  // A refinement, which the document cannot express.
  if (issue.code === 'custom') return 'value-unfit';
  return 'field-invalid';
}

export const bodyPointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
export const queryPointer = (path: readonly PropertyKey[]) => `?${path.map(String).join('.')}`;

function unwrap(schema: z.ZodType): z.ZodType {
  let current = schema as z.ZodType & { unwrap?: () => z.ZodType; in?: z.ZodType };
  for (let i = 0; i < 8; i++) {
    if (current instanceof z.ZodOptional || current instanceof z.ZodNullable || current instanceof z.ZodDefault) {
      current = current.unwrap() as typeof current;
    } else if (current instanceof z.ZodPipe) current = current.in as typeof current;
    else break;
  }
  return current;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current = unwrap(schema);
  for (const part of path) {
    if (current instanceof z.ZodObject) current = unwrap(current.shape[String(part)] as z.ZodType);
    else if (current instanceof z.ZodArray) current = unwrap(current.element as z.ZodType);
    else return [];
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

/** Goes after a sentence about an unknown name; empty if no known name is near. */
export const didYouMean = (near: string | undefined) => (near ? ` Did you mean "${near}"?` : '');

/** The known name nearest to what was typed, at most a third of its letters (or two) away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > MOST_WORD) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (previous[j] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Query string → record. Commas and repeated names make a list only where the schema has one; else a repeated name is a fault. */
export function readQuery(url: string, schema: z.ZodType): { values: Record<string, unknown>; faults: Fault[] } {
  // Without a prototype, so that a parameter called `__proto__` or `constructor` is a name like any other.
  const values: Record<string, unknown> = Object.create(null);
  const faults: Fault[] = [];
  const mark = url.indexOf('?');
  if (mark < 0) return { values, faults };
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field && unwrap(field) instanceof z.ZodArray) {
      const list = (values[name] as string[] | undefined) ?? [];
      // An empty part is kept for the schema to refuse: `?tag=` must not quietly find nobody.
      list.push(...value.split(','));
      values[name] = list;
    } else if (Object.hasOwn(values, name)) {
      faults.push({ pointer: `?${name}`, code: 'value-unfit', detail: `"${name}" may be given once.` });
    } else values[name] = value;
  }
  return { values, faults };
}
