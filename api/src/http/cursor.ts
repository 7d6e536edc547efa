// Keyset cursors: opaque, and bound to the filter and sort they were made for.
import { createHash } from 'node:crypto';
import type { Reply } from './operation.ts';
import { Problem } from './problem.ts';

type Position = readonly (string | number | null)[];

const bindingOf = (filter: unknown) =>
  createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 10);

export function encodeCursor(filter: unknown, position: Position): string {
  return Buffer.from(JSON.stringify([bindingOf(filter), ...position])).toString('base64url');
}

/** The keyset position, or 400 when the cursor is not ours or belongs to another filter. */
export function decodeCursor(filter: unknown, cursor: string | undefined, length: number): Position | undefined {
  if (cursor === undefined) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = undefined;
  }
  if (
    !Array.isArray(parts) ||
    parts.length !== length + 1 ||
    parts.slice(1).some((p) => p !== null && typeof p !== 'string' && !Number.isSafeInteger(p))
  )
    throw new Problem('cursor-invalid', 'This cursor was not made by this API.');
  if (parts[0] !== bindingOf(filter)) {
    throw new Problem('cursor-invalid', 'This cursor belongs to another filter or sort. Start again without a cursor.');
  }
  return parts.slice(1) as Position;
}

/** `{data, next_cursor}` from limit + 1 rows. */
export function page<T>(rows: readonly T[], limit: number, filter: unknown, position: (row: T) => Position) {
  const data = rows.slice(0, limit);
  const last = data[data.length - 1];
  return { data, next_cursor: rows.length > limit && last !== undefined ? encodeCursor(filter, position(last)) : null };
}

/** A page as lists answer it: each row as `view` shows it, and the way to the next page in body and Link header. */
export const pageReply = <T>(
  { data, next_cursor }: ReturnType<typeof page<T>>,
  view: (row: T) => unknown,
  path: string,
  query: Record<string, unknown>,
): Reply => ({
  status: 200,
  body: { data: data.map(view), next_cursor },
  headers: nextLink(path, query, next_cursor),
});

/** The Link header for a page. */
export function nextLink(path: string, query: Record<string, unknown>, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || name === 'cursor') continue;
    params.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  params.set('cursor', cursor);
  return { link: `<${path}?${params}>; rel="next"` };
}
