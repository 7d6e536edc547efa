// Asks the server who somebody of a conversation is, and understands what it says: the contact, several, none, or why not.
import { SidestageProblem } from '@sidestage/sdk';
import { contextOf, type Person, resolveBody } from './person.ts';
import { isUnreachable, type Session } from './session.ts';
import type { FailureCode, Subject } from './subject-kinds.ts';
import type { Card, Contact } from './wire.ts';

/** What is found belongs to the generation it was asked in. */
export function createFinder(session: Session, generation: () => number) {
  const cardOf = (id: string, signal: AbortSignal) => session.ask.get('/v1/contacts/{id}/card', { id, signal });

  const find = async (person: Person, back: boolean, signal: AbortSignal): Promise<Subject> => {
    const at = generation();
    const answer = await session.ask.post('/v1/contacts/resolve', resolveBody(person), { signal });
    if (answer.match === 'exact' && answer.contact !== null) {
      const card = await cardOf(answer.contact.id, signal);
      return { kind: 'contact', generation: at, card, person, context: contextOf(person), back };
    }
    if (answer.match === 'restricted')
      return { kind: 'restricted', generation: at, person, ownerName: answer.owner_name };
    if (answer.candidates.length > 0) {
      const contacts = answer.candidates.map(({ contact, reasons }) => ({ contact, reasons }));
      return { kind: 'candidates', generation: at, person, contacts, back };
    }
    return { kind: 'new', generation: at, person, back };
  };

  const load = async (
    contactId: string,
    person: Person | null,
    back: boolean,
    signal: AbortSignal,
  ): Promise<Subject> => {
    const at = generation();
    const card = await cardOf(contactId, signal);
    return {
      kind: 'contact',
      generation: at,
      card,
      person,
      context: person === null ? undefined : contextOf(person),
      back,
    };
  };

  return { find, load, cardOf };
}

/** What an answer says of a person: moves and their like send the contact, a conflict the whole card. */
export function answerOf(answer: unknown): { contact?: Contact; card?: Card } {
  if (typeof answer !== 'object' || answer === null) return {};
  if ('card' in answer) return { card: answer.card as Card };
  return 'contact' in answer ? { contact: answer.contact as Contact } : {};
}

/** Why nobody could be shown. */
export function failure(error: unknown): { code: FailureCode; detail: string } {
  if (isUnreachable(error)) return { code: 'unreachable', detail: '' };
  if (error instanceof SidestageProblem) {
    const known = error.code === 'not-found' || error.code === 'contact-erased';
    return { code: known ? (error.code as FailureCode) : 'other', detail: error.detail };
  }
  return { code: 'other', detail: error instanceof Error ? error.message : String(error) };
}
