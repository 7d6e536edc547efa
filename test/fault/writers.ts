// Callers who write as fast as they are answered, and remember what was answered and what they never heard back about.
import type { Answer } from '../support/house.ts';
import { call } from '../support/server.ts';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly key: string;
}
export interface Acknowledged {
  readonly request: Request;
  readonly answer: Answer;
}
export interface Memory {
  readonly acknowledged: Acknowledged[];
  /** Sent, and then the line went dead: it happened or it did not. */
  readonly unknown: Request[];
}

let count = 0;
export const newPerson = (): Request => {
  const handle = `p${++count}@example.com`;
  return {
    method: 'POST',
    path: '/v1/contacts',
    key: `person-${count}`,
    body: { display_name: handle, identities: [{ channel: 'email', handle }] },
  };
};

export const sendOnce = (url: string, token: string, request: Request) =>
  call(url, token, request.method, request.path, request.body, { 'idempotency-key': request.key });

/** Creates people and moves each through two stages, `width` at a time, until a line goes dead. */
export async function writeUntilDead(url: string, token: string, width: number): Promise<Memory> {
  const memory: Memory = { acknowledged: [], unknown: [] };
  let dead = false;
  const send = async (request: Request): Promise<Answer | undefined> => {
    try {
      const answer = await sendOnce(url, token, request);
      memory.acknowledged.push({ request, answer });
      return answer;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      memory.unknown.push(request);
      dead = true;
    }
  };
  const writer = async () => {
    while (!dead) {
      const made = await send(newPerson());
      const path = `/v1/contacts/${made?.body.id}/transitions`;
      for (const to of ['lead', 'mql'])
        if (made && !dead) await send({ method: 'POST', path, key: `${made.body.id}-${to}`, body: { to } });
    }
  };
  await Promise.all(Array.from({ length: width }, writer));
  return memory;
}
