// Who is calling, as a discriminated union, and how an actor is written into rows.
import type { Role, Scope } from '@sidestage/domain';

interface Base {
  readonly id: string;
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Names the calling client, so that it can tell its own echo in the event feed. */
  readonly clientId: string | null;
}
export interface StaffActor extends Base {
  readonly kind: 'staff';
  readonly role: Role;
  readonly sessionId: string;
  readonly zone: string;
  readonly locale: string;
}
export interface KeyActor extends Base {
  readonly kind: 'key';
}
export interface NobodyActor extends Base {
  readonly kind: 'system';
}
export type Actor = StaffActor | KeyActor | NobodyActor;

export const system: NobodyActor = {
  kind: 'system',
  id: 'system',
  name: 'Sidestage',
  scopes: new Set(),
  clientId: null,
};

/** `staff:stf_…`, `key:key_…` or `system:system`: the form rows keep. */
export const actorText = (actor: Actor): string => `${actor.kind}:${actor.id}`;

export function actorView(text: string): { kind: string; id: string } {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon), id: text.slice(colon + 1) };
}

/** SQL for the display name of an actor column. */
export const actorNameSql = (column: string) =>
  `coalesce((select name from staff where id = substr(${column}, 7)), (select name from api_keys where id = substr(${column}, 5)), 'Sidestage')`;
