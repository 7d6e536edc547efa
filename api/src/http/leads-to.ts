// The id of a merged contact stands for its survivor: an operation that meets such an id throws `LeadsTo`, and the app runs it
// again with the other id. Requests with ordinary ids pay nothing for this.
import type { Call } from './operation.ts';
import { Problem } from './problem.ts';

/** Thrown on meeting a merged contact. Where nobody catches it to run the request again, it is an ordinary refusal. */
export class LeadsTo extends Problem {
  readonly from: string;
  readonly to: string;
  /** What the caller had named, for the 404 they get if they may not see the survivor. */
  readonly named: string;
  constructor(from: string, to: string, named = 'contact') {
    super('contact-merged', 'This contact has been merged into another.', { extra: { contact_id: to } });
    this.from = from;
    this.to = to;
    this.named = named;
  }
}

/** The same call with `from` replaced by `to` in path, query and top level of the body; undefined if it stood in none. */
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
