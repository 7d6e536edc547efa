// The caller's own profile. A key has none: it may look, not change.
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { etag } from '../../http/conditional.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { handleFaults, normalise } from '../contacts/handles.ts';
import { MOST_ADDRESSES, meOut, type mePatch } from './staff.schemas.ts';
import { patchStaff } from './staff.service.ts';
import { type StaffRow, staffById } from './staff.store.ts';

/** The caller as GET and PATCH both answer; a key has no staff row and shows the company's zone and locale. */
function meView(call: Call, row: StaffRow | undefined): z.input<typeof meOut> {
  const { actor } = call;
  const settings = call.deps.settings.get();
  return {
    kind: actor.kind,
    id: actor.id,
    name: row?.name ?? actor.name,
    role: row?.role ?? null,
    scopes: [...actor.scopes],
    zone: row?.zone ?? settings.zone,
    locale: row?.locale ?? settings.locale,
    addresses: row ? row.addresses.map((one) => ({ ...one })) : [],
  };
}

export async function getMe(call: Call): Promise<Reply> {
  const { actor } = call;
  const row = actor.kind === 'staff' ? (await call.deps.db.read({ row: staffById(actor.id) })).row[0] : undefined;
  return {
    status: 200,
    body: meView(call, row),
    headers: row ? { etag: etag(row.version) } : {},
  };
}

/** Faults of the handles among the addresses of a raw body. */
export function addressFaults(body: unknown, deps: Deps) {
  const addresses = (body as { addresses?: unknown } | null)?.addresses;
  if (!Array.isArray(addresses)) return [];
  return handleFaults(
    addresses.slice(0, MOST_ADDRESSES).map((one, i) => [`/addresses/${i}`, one] as const),
    deps,
  );
}

export async function updateMe(call: Call<unknown, unknown, z.output<typeof mePatch>>): Promise<Reply> {
  if (call.actor.kind !== 'staff') throw new Problem('forbidden', 'A key has no profile.');
  const addresses = call.body.addresses?.map((one, i) => {
    const handle = normalise(call.deps, one, `/addresses/${i}/handle`);
    return { channel: handle.channel, handle: handle.handle };
  });
  return patchStaff(
    call,
    call.actor.id,
    { ...call.body, addresses },
    { schema: meOut, body: (row) => meView(call, row) },
  );
}
