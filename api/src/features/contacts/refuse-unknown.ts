// A list about somebody who does not exist is empty, which reads like an answer.
import type { Call } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { personBehind } from './contacts.store.ts';
import { canSee } from './on-contact.ts';

/** 422 where `contact_id` names nobody; one the caller may not see is answered as one that does not exist. */
export async function refuseUnknownContact(call: Call, id: string | undefined) {
  if (id === undefined) return;
  const [contact] = (await call.deps.db.read({ contact: personBehind(id) })).contact;
  if (contact && canSee(call, contact.ownerId)) return;
  const detail = 'There is no contact with this id, or you may not see it.';
  throw new Problem('validation-failed', detail, {
    errors: [{ pointer: '?contact_id', code: 'contact-unknown', detail }],
  });
}
