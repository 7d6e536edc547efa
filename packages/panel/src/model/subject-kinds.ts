// What the panel may be about: somebody the company knows, somebody it does not, or why it is nobody.
import type { Reading } from '../host.ts';
import type { Person } from './person.ts';
import type { Card, Contact, Context } from './wire.ts';

export type FailureCode = 'unreachable' | 'not-found' | 'contact-erased' | 'other';

interface Bound {
  generation: number;
}

export type Subject = Bound &
  (
    | { kind: 'loading'; person: Person | null }
    | { kind: 'nobody' }
    /** Known from the page alone: the rep ignores them, or asks for each look-up here. */
    | { kind: 'ignored'; person: Person }
    | { kind: 'ask'; person: Person }
    | { kind: 'unreadable'; reading: Reading }
    | { kind: 'choose'; reading: Reading; people: Person[] }
    | Stranger
    | { kind: 'failed'; code: FailureCode; detail: string; person: Person | null; contactId: string | null }
    | ContactSubject
  );

/** Somebody who was no contact the rep sees when they were looked up. */
export type Stranger = Bound &
  (
    | ({ kind: 'new' } & Unknown)
    | ({ kind: 'candidates'; contacts: { contact: Contact; reasons: string[] }[] } & Unknown)
    | { kind: 'restricted'; person: Person; ownerName: string | null }
  );

interface Unknown {
  person: Person;
  back: boolean;
  /** Somebody holds the address by now: who, so that the rep can open them; null where the rep may not see them. */
  taken?: { contactId: string | null };
}

export interface ContactSubject extends Bound {
  kind: 'contact';
  card: Card;
  /** The open conversation they were found by; null where the rep looked them up. */
  person: Person | null;
  /** Goes with every write. */
  context: Context | undefined;
  back: boolean;
}

/** Whether news of these ids may change this card. */
export function concerns(ids: readonly string[], { contact }: Card): boolean {
  return ids.includes(contact.id) || (ids.length > 0 && !ids.some((id) => id.startsWith('con_')));
}
