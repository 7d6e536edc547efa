// Walks a list to its end, page by page, without the caller seeing a cursor.
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { SidestageClient } from './client.ts';
import type { paths } from './openapi.gen.ts';
import { problemFrom } from './problem.ts';

type GetPath = PathsWithMethod<paths, 'get'>;

type Operation<P extends GetPath> = paths[P] extends { get: infer O } ? O : never;

/** One row of the list at `P`. */
export type ItemOf<P extends GetPath> =
  Operation<P> extends { responses: { 200: { content: { 'application/json': { data: (infer Item)[] } } } } }
    ? Item
    : never;

export type PageParams<P extends GetPath> = Operation<P> extends { parameters: infer Params } ? Params : never;

interface Page<Item> {
  data: Item[];
  next_cursor: string | null;
}

interface PageAnswer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Every row of a list, in the list's order; a page is fetched only when the loop comes to it. */
export async function* paginate<P extends GetPath>(
  client: SidestageClient,
  path: P,
  params?: PageParams<P>,
): AsyncGenerator<ItemOf<P>, void, undefined> {
  // The path is only known to the caller's types, so the call is made through the client's untyped door.
  const get = client.GET as unknown as (path: string, init: object) => Promise<PageAnswer>;
  const given = (params ?? {}) as { query?: Record<string, unknown> };
  let cursor: string | undefined;
  do {
    const query = { ...given.query, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await get(path as string, { params: { ...given, query } });
    if (answer.error !== undefined || !answer.response.ok) throw problemFrom(answer.response, answer.error);
    const page = answer.data as Page<ItemOf<P>>;
    yield* page.data;
    const next = page.next_cursor ?? undefined;
    if (next !== undefined && next === cursor) throw new Error(`The list ${String(path)} repeats its cursor.`);
    cursor = next;
  } while (cursor !== undefined);
}
