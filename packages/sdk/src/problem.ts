// The errors a caller of the API can meet: an answer that says no, or no answer at all.

import type { KnownProblemCode } from './openapi.gen.ts';

/** The codes of today, which editors complete, and whichever a newer server or a proxy gives. */
export type ProblemCode = KnownProblemCode | (string & Record<never, never>);

export interface ProblemFault {
  pointer: string;
  code: string;
  detail: string;
}

/** The body of an `application/problem+json` answer; fields beyond these depend on `code`. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: ProblemCode;
  request_id?: string;
  errors?: ProblemFault[];
  [extra: string]: unknown;
}

/** The server answered with a problem. `code` is the contract; texts are for people and may change. */
export class SidestageProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly errors: ProblemFault[];
  /** The whole body, for what a code carries besides: `allowed_moves`, `contact_id`, `card`, … */
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`);
    this.name = 'SidestageProblem';
    this.status = status;
    // A proxy in between answers without our body: give it a code of its own, so that `code` is never empty.
    this.code = body.code ?? `http-${status}`;
    this.detail = this.message;
    this.requestId = body.request_id;
    this.errors = body.errors ?? [];
    this.body = body;
  }
}

/** No answer came, after all retries. Whether the server acted is unknown: send the same Idempotency-Key again. */
export class SidestageUnreachable extends Error {
  readonly attempts: number;

  constructor(attempts: number, cause: unknown) {
    super(`The server could not be reached (${attempts} ${attempts === 1 ? 'try' : 'tries'}).`, { cause });
    this.name = 'SidestageUnreachable';
    this.attempts = attempts;
  }
}

/** Turns an answer's parsed error body, whatever it is, into the error to throw. */
export function problemFrom(response: Response, error: unknown): SidestageProblem {
  const isObject = typeof error === 'object' && error !== null && !Array.isArray(error);
  return new SidestageProblem(response.status, isObject ? (error as ProblemBody) : {});
}
