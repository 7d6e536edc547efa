// Callers and customers for the contract tests: a person with a handle of their own, a signed-in colleague, a key of few scopes.

import { asSystem, createKey, invite } from '@sidestage/api';
import { type Answer, send, type TestHouse } from '../support/house.ts';

let count = 0;
/** A body for POST /v1/contacts whose handle nobody has yet. */
export const newPerson = (more: Record<string, unknown> = {}) => ({
  display_name: '张伟',
  identities: [{ channel: 'email', handle: `contract${++count}@example.com` }],
  ...more,
});

/** Creates a contact and gives its body. */
export async function createPerson(t: TestHouse, more?: Record<string, unknown>) {
  const made = await t.call('POST', '/v1/contacts', newPerson(more));
  if (made.status !== 201) throw new Error(made.text);
  return made.body;
}

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface Colleague {
  readonly id: string;
  readonly session: { access_token: string; refresh_token: string };
  readonly call: Caller;
}

export const callerWith =
  (t: TestHouse, token: string | undefined): Caller =>
  (method, path, body, headers) =>
    send(t.house, token, method, path, body, headers);

/** A one-time code as the server's owner would make it. */
export async function invitation(
  t: TestHouse,
  role: 'owner' | 'manager' | 'rep' | 'analyst',
  name = `${role} ${++count}`,
) {
  return (await asSystem(t.house, invite, { name, role })) as { code: string; staff_id: string };
}

/** Somebody of the company, invited and signed in. */
export async function signIn(t: TestHouse, role: 'owner' | 'manager' | 'rep' | 'analyst'): Promise<Colleague> {
  const { code } = await invitation(t, role);
  const session = (await send(t.house, undefined, 'POST', '/v1/sessions', { invitation_code: code })).body;
  return { id: session.staff.id, session, call: callerWith(t, session.access_token) };
}

/** A caller with a new API key of these scopes. */
export async function keyWith(t: TestHouse, scopes: string[], more: Record<string, unknown> = {}): Promise<Caller> {
  const { key } = (await asSystem(t.house, createKey, { name: 'narrow', scopes, ...more } as never)) as { key: string };
  return callerWith(t, key);
}
