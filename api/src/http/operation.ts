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
  /** The reply is a stream of this media type, instead of JSON or as the caller's other choice. `line` describes each of its lines. */
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
  /** The body is a file of one of these media types, not parsed: the handler reads `call.upload`. */
  readonly upload?: readonly string[];
  /** Faults the schema cannot know (a phone number without a country), reported together with the schema's own. */
  readonly faults?: (body: unknown, deps: Deps) => readonly Fault[] | Promise<readonly Fault[]>;
  /** A POST that only reads: it takes no Idempotency-Key. */
  readonly readOnly?: boolean;
  readonly ifMatch?: 'optional' | 'required';
  /** Further request headers, all optional; shown in the document, checked by the handler. */
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** The message the server sends because of this operation: listed among the document's webhooks. */
  readonly sends?: { readonly name: string; readonly summary: string; readonly schema: z.ZodType };
  readonly replies: Readonly<Record<number, ReplySpec>>;
  readonly problems?: readonly ProblemCode[];
}

export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly requestId: string;
  /** The operation's id, or the name of a command of the command line. */
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
  /** Declared as a method so that a handler may narrow its input: the app passes it what its own contract has parsed. */
  handle(call: Call): Promise<Reply>;
}

/** Whether the operation stores anything: then it takes an Idempotency-Key and may meet a full disk. */
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
