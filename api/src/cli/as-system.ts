// Calls a service as the command line does: with no request, as the system.
import { system } from '../http/actor.ts';
import type { Call, Reply } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { House } from '../server.ts';

/** Runs an operation's service as the system and gives its JSON; a refusal is thrown as its sentence. */
export async function asSystem<B, P = unknown>(
  house: House,
  service: (call: Call<P, unknown, B>) => Promise<Reply>,
  body: B,
  operation = 'command',
  params = {} as P,
): Promise<unknown> {
  const reply = await service({
    deps: house.deps,
    actor: system,
    requestId: house.deps.newId('req'),
    operation,
    params,
    query: {},
    body,
    header: () => undefined,
    fingerprint: () => '',
    now: house.deps.clock.now(),
  });
  if (reply.status >= 400) throw new Problem('internal', 'The command was refused.');
  return reply.text === undefined ? reply.body : JSON.parse(reply.text);
}
