// RFC 9457 problems: everything refused anywhere in the API leaves through here, in one shape.
import { type ImportFileFault, PROBLEMS, type ProblemCode } from '@sidestage/domain';

/** What callers may find in `errors[].code`: all of it is in docs/problems.md. */
export type FaultCode = ProblemCode | ImportFileFault;

export interface Fault {
  /** JSON pointer into the body, `?name` for a query parameter, `{name}` for a path parameter, a header's name otherwise. */
  readonly pointer: string;
  readonly code: FaultCode;
  readonly detail: string;
}

/** Thrown to refuse a request. `extra` are members of the problem's own (allowed_moves, contact_id, card …). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly Fault[];
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: readonly Fault[]; extra?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.errors = more.errors ?? [];
    this.extra = more.extra ?? {};
    this.headers = more.headers ?? {};
  }
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  request_id: string;
  errors: readonly Fault[];
  [extra: string]: unknown;
}

/** The body as sent; `type` is a page this API serves under /problems. */
export function problemBody(problem: Problem, requestId: string): ProblemBody {
  return {
    type: `/problems/${problem.code}`,
    title: PROBLEMS[problem.code].title,
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    request_id: requestId,
    errors: problem.errors,
    ...problem.extra,
  };
}

/** The refusal of a malformed request or item; `count` includes faults that were left out of `errors`. */
export function unfit(errors: readonly Fault[], count: number): Problem {
  const [first] = errors;
  const things = count === 1 ? 'One thing is' : `${count} things are`;
  const where = first?.pointer ? `${first.pointer}: ` : '';
  return new Problem('validation-failed', `${things} wrong with this request. ${where}${first?.detail ?? ''}`, {
    errors,
  });
}

type Checked<C extends readonly (() => unknown)[]> = { [I in keyof C]: ReturnType<C[I]> };

/** Runs checks that each may refuse (422) and throws all their faults as one problem; a single refusal is thrown as it is. */
export function checkAll<C extends readonly (() => unknown)[]>(...checks: C): Checked<C> {
  const refusals: Problem[] = [];
  const results = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return void refusals.push(error);
    }
  });
  const [first] = refusals;
  if (!first) return results as Checked<C>;
  if (refusals.length === 1) throw first;
  const errors = refusals.flatMap((one) => one.errors);
  throw new Problem('validation-failed', `${errors.length} things are wrong with this request. ${first.message}`, {
    errors,
    extra: Object.assign({}, ...refusals.map((one) => one.extra)),
  });
}

export const notFound = (what: string) => new Problem('not-found', `There is no such ${what}, or you may not see it.`);
