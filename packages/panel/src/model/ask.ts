// Questions to the server, typed by its document. The panel asks a handful of things and keeps its own queue for writes, so it
// takes the SDK's types and problems but not its client: that would be a tenth of the panel's weight.

import { type paths, problemFrom, SidestageUnreachable } from '@sidestage/sdk';
import { CLIENT_ID } from './client-id.ts';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Answers<Operation> = Operation extends { responses: infer All }
  ? All extends { 200: infer Ok }
    ? Json<Ok>
    : All extends { 201: infer Made }
      ? Json<Made>
      : never
  : never;

type GetPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type PostPath = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];
export type GetAnswer<P extends GetPath> = paths[P] extends { get: infer Operation } ? Answers<Operation> : never;
export type PostAnswer<P extends PostPath> = paths[P] extends { post: infer Operation } ? Answers<Operation> : never;

export interface Question {
  id?: string;
  query?: Record<string, string | number>;
  /** The version a rehearsal is about. */
  ifMatch?: string;
  signal?: AbortSignal | undefined;
}

const PATIENCE_MS = 15_000;

export type Ask = ReturnType<typeof createAsk>;

/** Throws `SidestageProblem` where the server says no, `SidestageUnreachable` where none answers. */
export function createAsk(server: () => string, send: (request: Request) => Promise<Response>) {
  const call = async (method: string, path: string, { id, query = {}, ifMatch, signal }: Question, body?: unknown) => {
    const url = new URL(path.replace('{id}', encodeURIComponent(id ?? '')), server());
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const deadline = AbortSignal.timeout(PATIENCE_MS);
    const headers: Record<string, string> = { 'Sidestage-Client': CLIENT_ID };
    if (ifMatch !== undefined) headers['If-Match'] = ifMatch;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const request = new Request(url, {
      method,
      headers,
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    let response: Response;
    let text: string;
    try {
      response = await send(request);
      text = await response.text();
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new SidestageUnreachable(1, error);
    }
    const answer = parsed(text);
    if (!response.ok) throw problemFrom(response, answer);
    return answer;
  };
  return {
    get: <P extends GetPath>(path: P, question: Question = {}) => call('GET', path, question) as Promise<GetAnswer<P>>,
    post: <P extends PostPath>(path: P, body: unknown, question: Question = {}) =>
      call('POST', path, question, body) as Promise<PostAnswer<P>>,
  };
}

// A proxy in between may answer with a page of its own.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
