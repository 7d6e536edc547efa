// The first touch of a contact (product C8): told at the start or filled in later, and never changed once known.
import type { z } from '@hono/zod-openapi';
import type { Statement } from '../../db/statement.ts';
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import type { originIn } from './contacts.schemas.ts';
import { type ContactColumns, type ContactState, type Origin, personBehind } from './contacts.store.ts';
import { canSee } from './on-contact.ts';

type Given = z.output<typeof originIn> | undefined;

export const referrerLoad = (given: Given): { readonly referrer?: Statement<ContactState> } =>
  given?.referrer_id === undefined ? {} : { referrer: personBehind(given.referrer_id) };

/** The origin after a write. Refuses a referrer the caller may not see, and any change of what is already known. */
export function originAfter(
  call: Call,
  before: Origin,
  given: Given,
  source: string | null,
  loaded: { readonly referrer?: readonly ContactState[] },
  contactId: string,
): Origin {
  const referrer = loaded.referrer?.[0];
  if (given?.referrer_id !== undefined) {
    const usable = referrer && referrer.erasedAt === null && canSee(call, referrer.ownerId);
    if (!usable || referrer.id === contactId)
      throw new Problem('contact-unknown', 'The referrer must be another contact, and one you may see.', {
        errors: [{ pointer: '/origin/referrer_id', code: 'contact-unknown', detail: 'Use the id of a contact.' }],
      });
  }
  const next: Origin = {
    source: before.source ?? source,
    domain: given?.domain ?? before.domain,
    referrerId: referrer?.id ?? before.referrerId,
  };
  const taken = (
    [
      ['domain', before.domain, next.domain],
      ['referrer_id', before.referrerId, next.referrerId],
    ] as const
  ).filter(([, was, is]) => was !== null && was !== is);
  if (taken.length > 0)
    throw new Problem('conflict', 'What is known of the first touch cannot be changed.', {
      errors: taken.map(([name, was]) => ({
        pointer: `/origin/${name}`,
        code: 'conflict',
        detail: `It is ${was} already.`,
      })),
    });
  return next;
}

/** The columns in which two origins differ. */
export function originColumns(before: Origin, after: Origin): ContactColumns {
  return {
    ...(before.source === after.source ? {} : { first_source: after.source }),
    ...(before.domain === after.domain ? {} : { domain: after.domain }),
    ...(before.referrerId === after.referrerId ? {} : { referrer_id: after.referrerId }),
  };
}

export const NO_ORIGIN: Origin = { source: null, domain: null, referrerId: null };
