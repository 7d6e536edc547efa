// Handles as this deployment reads them: the domain's rules, given a phone library and the company's default region.
import { type NormalisedHandle, normaliseHandle } from '@sidestage/domain';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { statement, textOrNull } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, Problem } from '../../http/problem.ts';

/** E.164 or undefined; `region` is an ISO country for numbers without `+`. */
export function phone(raw: string, region: string | undefined): string | undefined {
  const parsed = parsePhoneNumberFromString(raw, region as CountryCode | undefined);
  return parsed?.isPossible() && parsed.nationalNumber.length >= 4 ? parsed.number : undefined;
}

export interface HandleIn {
  readonly channel: string;
  readonly scope?: string | undefined;
  readonly handle: string;
}

const read = (deps: Pick<Deps, 'settings'>, given: HandleIn) => {
  const region = deps.settings.get().default_region;
  return normaliseHandle(
    { channel: given.channel, handle: given.handle, ...(given.scope === undefined ? {} : { scope: given.scope }) },
    { phone, ...(region ? { region } : {}) },
  );
};

/** The normalised handle; throws 422 at `pointer` when it is malformed. */
export function normalise(deps: Pick<Deps, 'settings'>, given: HandleIn, pointer = '/handle'): NormalisedHandle {
  const result = read(deps, given);
  if (result.ok) return result;
  throw new Problem('validation-failed', result.detail, {
    errors: [{ pointer, code: result.code, detail: result.detail }],
  });
}

/** Faults of the handles in a raw body, to be reported with the schema's own. What is not shaped like a handle is left to the schema. */
export function handleFaults(places: readonly (readonly [pointer: string, raw: unknown])[], deps: Deps): Fault[] {
  return places.flatMap(([pointer, raw]): Fault[] => {
    if (typeof raw !== 'object' || raw === null) return [];
    const { channel, scope, handle } = raw as Record<string, unknown>;
    if (
      typeof channel !== 'string' ||
      typeof handle !== 'string' ||
      (scope !== undefined && typeof scope !== 'string') ||
      handle.length > 2000
    )
      return [];
    const result = read(deps, { channel, handle, scope });
    if (result.ok || result.code === 'channel-unknown') return [];
    return [{ pointer: `${pointer}/${result.field}`, code: result.code, detail: result.detail }];
  });
}

/** Where a body holds handles: `identities[]`, `handles[]` and `context`. */
export function bodyHandleFaults(body: unknown, deps: Deps): Fault[] {
  if (typeof body !== 'object' || body === null) return [];
  const { identities, handles, context } = body as Record<string, unknown>;
  const list = (name: string, value: unknown) =>
    Array.isArray(value) ? value.slice(0, 200).map((item, i) => [`/${name}/${i}`, item] as const) : [];
  return handleFaults([...list('identities', identities), ...list('handles', handles), ['/context', context]], deps);
}

export interface Holder {
  readonly identityId: string;
  readonly contactId: string;
  readonly shared: boolean;
  readonly ownerId: string | null;
}

/**
 * Everybody who holds a handle, whose own it is first; index identities_handle. Of many who share it those come next whom a rep
 * may see: their own customers (`seenBy`) and the pool.
 */
export const holdersOf = (handle: { channel: string; scope: string; handle: string }, seenBy: string | null = null) =>
  statement(
    'select i.id, i.contact_id, i.shared, c.owner_id from identities i join contacts c on c.id = i.contact_id where i.channel = ?1 and i.scope = ?2 and i.handle = ?3 order by i.shared, (?4 is null or c.owner_id is null or c.owner_id = ?4) desc, i.created_at limit 50',
    [handle.channel, handle.scope, handle.handle, seenBy],
    (r): Holder => ({
      identityId: String(r[0]),
      contactId: String(r[1]),
      shared: r[2] === 1,
      ownerId: textOrNull(r[3]),
    }),
  );
