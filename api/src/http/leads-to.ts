// An id in a request that stands for another one (a merged contact): the operation is run again with that one. Known ids cost
// nothing: only an operation that meets such a row says so.
import type { Call } from './operation.ts';
import { Problem } from './problem.ts';

/** Thrown by whoever meets a row that has become another; a refusal where nobody asks again. */
export class LeadsTo extends Problem {
  readonly from: string;
  readonly to: string;
  /** What the caller named: where they may not see who it leads to, there is no such thing. */
  readonly named: string;
  constructor(from: string, to: string, named = 'contact') {
    super('contact-merged', 'This contact has been merged into another.', { extra: { contact_id: to } });
    this.from = from;
    this.to = to;
    this.named = named;
  }
}

/** The same call with one id for the other in path, query and the top of its body; undefined where it named neither. */
export function calledAgain(call: Call, { from, to }: LeadsTo): Call | undefined {
  let replaced = false;
  const swap = (given: unknown) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        if (value !== from) return [name, value];
        replaced = true;
        return [name, to];
      }),
    );
  };
  const again = { ...call, params: swap(call.params), query: swap(call.query), body: swap(call.body) };
  return replaced ? again : undefined;
}
