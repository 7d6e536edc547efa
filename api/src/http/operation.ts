// One operation of the API: its contract (what OpenAPI shows) and its handler, side by side. The app mounts a list of these.

import type { z } from '@hono/zod-openapi';
import type { ProblemCode, Scope } from '@sidestage/domain';
import type { Deps } from '../deps.ts';
import type { Actor } from './actor.ts';
import type { Items } from './items.ts';
import type { Fault } from './problem.ts';

export interface ReplySpec {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly headers?: Record<string, string>;
  /** A stream instead of one JSON value, or beside it where the caller may choose, by its media type; of lines, each is a `line`, known to the document by its name. */
  readonly stream?: { readonly type: string; readonly line?: { readonly name: string; readonly schema: z.ZodType } };
}

export interface OperationSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: `/${string}`;
  readonly area: string;
  readonly summary: string;
  readonly description?: string;
  /** What the caller must hold; `open` needs no sign-in. */
  readonly scope: Scope | 'open' | 'any';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyOptional?: boolean;
  /** The body is a batch: its `items` are checked a few at a time. */
  readonly items?: Items;
  /** Takes a file of one of these media types as it comes; the handler reads `call.upload`. */
  readonly upload?: readonly string[];
  /** Faults only the deployment can tell (a phone without a country, a tag nobody made), collected in the same pass as the schema's. */
  readonly faults?: (body: unknown, deps: Deps) => readonly Fault[] | Promise<readonly Fault[]>;
  /** Reads by POST take no Idempotency-Key. */
  readonly readOnly?: boolean;
  readonly ifMatch?: 'optional' | 'required';
  /** Request headers of its own, optional ones; the handler checks them. */
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** What the server itself sends on account of this operation: an entry among the document's webhooks. */
  readonly sends?: { readonly name: string; readonly summary: string; readonly schema: z.ZodType };
  readonly replies: Readonly<Record<number, ReplySpec>>;
  readonly problems?: readonly ProblemCode[];
}

export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly requestId: string;
  /** The operation's id; a command's name where no request came in. */
  readonly operation: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly header: (name: string) => string | undefined;
  /** SHA-256 over method, path, query and body: what an Idempotency-Key is bound to. */
  readonly fingerprint: () => string;
  /** What is sent to an operation that takes a file, and the media type it came as. */
  readonly upload?: { readonly type: string; readonly bytes: ReadableStream<Uint8Array> | null };
  /** Aborts when the caller hangs up. */
  readonly signal?: AbortSignal;
  readonly now: number;
  /** The batch this is an item of; rows and events carry it. */
  readonly batchId?: string;
}

export interface Reply {
  readonly status: number;
  /** Parsed through the reply's schema before it is sent. */
  readonly body?: unknown;
  /** Already parsed and serialised: stored answers and replays, sent byte for byte. */
  readonly text?: string;
  /** Sent as it is made, with the media type the reply declares. Pulled one chunk at a time; cancelled when the caller goes. */
  readonly stream?: ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Operation {
  readonly spec: OperationSpec<z.ZodType, z.ZodType, z.ZodType>;
  /** A method, because TypeScript checks those loosely: each handler takes the input its own contract describes, and the app passes it just that. */
  handle(call: Call): Promise<Reply>;
}

/** Takes an Idempotency-Key, and may be refused for want of room. */
export const isWrite = ({ method, readOnly }: Pick<Operation['spec'], 'method' | 'readOnly'>): boolean =>
  method !== 'get' && !readOnly;

/** Ties a contract to its handler with the types the contract implies. */
export function operation<
  P extends z.ZodType = z.ZodNever,
  Q extends z.ZodType = z.ZodNever,
  B extends z.ZodType = z.ZodNever,
>(
  spec: OperationSpec<P, Q, B>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Reply>,
): Operation {
  return { spec, handle };
}
