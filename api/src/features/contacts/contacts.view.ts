// ContactState → Contact, the only place that knows both.

import type { z } from '@hono/zod-openapi';
import { isoOrNull, stageEver, toIso } from '@sidestage/domain';
import type { Catalogue } from '../lifecycles/lifecycles.service.ts';
import type { contactOut, identityOut } from './contacts.schemas.ts';
import type { ContactState, IdentityState } from './contacts.store.ts';

export function identityView(identity: IdentityState): z.input<typeof identityOut> {
  const { id, channel, scope, handle, display, shared } = identity;
  return { id, channel, scope, handle, display, shared };
}

function poolOf(lifecycles: Catalogue, lifecycle: string, stage: string): string {
  const found = lifecycles.byKey(lifecycle);
  return (found && stageEver(found, stage)?.pool) ?? 'traffic';
}

export function contactView(contact: ContactState, lifecycles: Catalogue): z.input<typeof contactOut> {
  const first = lifecycles.defaultKey();
  const positions =
    contact.positions.length > 1
      ? [...contact.positions].sort(
          (a, b) =>
            Number(b.lifecycle === first) - Number(a.lifecycle === first) || a.lifecycle.localeCompare(b.lifecycle),
        )
      : contact.positions;
  return {
    id: contact.id,
    display_name: contact.displayName,
    company: contact.company,
    owner_id: contact.ownerId,
    source: contact.source,
    origin: {
      source: contact.origin.source,
      domain: contact.origin.domain,
      referrer_id: contact.origin.referrerId,
      at: toIso(contact.createdAt),
    },
    stages: positions.map((p) => ({
      lifecycle: p.lifecycle,
      stage: p.stage,
      pool: poolOf(lifecycles, p.lifecycle, p.stage),
      entered_at: toIso(p.enteredAt),
      closed: p.closed ? { outcome: p.closed.outcome, reason: p.closed.reason, at: toIso(p.closed.at) } : null,
    })),
    tags: [...contact.tags],
    identities: contact.identities.map(identityView),
    fields: { ...contact.fields },
    last_touch_at: isoOrNull(contact.lastTouchAt),
    next_follow_up_at: isoOrNull(contact.nextFollowUpAt),
    version: contact.version,
    created_at: toIso(contact.createdAt),
    updated_at: toIso(contact.updatedAt),
    archived_at: isoOrNull(contact.archivedAt),
  };
}
