// Making somebody of a conversation a contact, tying them to one there is, and saying "that is me".
import type { Acting } from './acting.ts';
import type { Outcome } from './outbox.ts';
import { contextOf, type Person } from './person.ts';
import type { Subject } from './subject-kinds.ts';
import type { Contact } from './wire.ts';

export interface NewContact {
  name: string;
  company: string;
}

export type People = ReturnType<typeof createPeople>;

export function createPeople(
  acting: Acting,
  options: { own(): { channel: string; handle: string }[]; ownChanged(): Promise<void> },
) {
  const { subjects, toasts, words } = acting;
  const identityOf = ({ channel, scope, handle }: Person) =>
    handle === null ? [] : [{ channel, handle, ...(scope === null || scope === '' ? {} : { scope }) }];

  /** False: refused, and what was typed is still needed. */
  const create = async (shown: Subject, person: Person, { name, company }: NewContact): Promise<boolean> => {
    const outcome = await acting.submit<Contact>(shown, {
      method: 'POST',
      path: '/v1/contacts',
      contactId: null,
      body: {
        display_name: name,
        ...(company === '' ? {} : { company }),
        identities: identityOf(person),
        source: `panel:${person.channel}`,
        context: contextOf(person),
      },
      label: { what: 'create', who: name },
    });
    if (outcome === null) return false;
    const isKept = outcome.status !== 'refused';
    if (!told(shown, outcome, name) && outcome.status === 'done')
      await remembered(shown, person, outcome.data.id, words.t('person.created', { name }));
    return isKept;
  };

  /** Ties the person of the conversation to a contact there is: by handle where the page gives one, else by the conversation. */
  const tie = async (shown: Subject, person: Person, contact: { id: string; display_name: string }): Promise<void> => {
    const text = words.t('person.tied', { name: contact.display_name });
    if (person.handle === null) return remembered(shown, person, contact.id, text);
    const outcome = await acting.submit(shown, {
      method: 'POST',
      path: `/v1/contacts/${contact.id}/identities`,
      contactId: contact.id,
      body: { ...identityOf(person)[0], context: contextOf(person) },
      label: { what: 'identity', who: contact.display_name, detail: person.handle },
    });
    if (outcome === null || told(shown, outcome, contact.display_name)) return;
    toasts.done(text);
    if (subjects.isCurrent(shown)) await subjects.open(contact.id, person);
  };

  // A page that shows only a name is remembered by its conversation, so that it is known next time.
  const remembered = async (shown: Subject, person: Person, contactId: string, text: string): Promise<void> => {
    if (person.handle === null && person.conversationKey !== null) {
      const { channel, scope, conversationKey } = person;
      const where = {
        channel,
        ...(scope === null || scope === '' ? {} : { scope }),
        conversation_key: conversationKey,
      };
      const outcome = await acting.submit(shown, {
        method: 'POST',
        path: '/v1/conversation-links',
        contactId,
        body: { ...where, contact_id: contactId },
        label: { what: 'link', who: person.name ?? conversationKey },
      });
      if (outcome === null || told(shown, outcome, person.name ?? '')) return;
    }
    toasts.done(text);
    if (subjects.isCurrent(shown)) await subjects.open(contactId, person);
  };

  /** Says what a write that did not go through means here. True: nothing is left to do. */
  const told = (shown: Subject, outcome: Outcome, name: string): boolean => {
    if (outcome.status === 'waiting') {
      toasts.done(words.t('person.waiting', { name }));
      return true;
    }
    if (outcome.status === 'done') return false;
    const { problem } = outcome;
    // Taken, or taken between the look-up and now: then it is the conversation that is somebody else's.
    if (problem.code === 'handle-taken' || problem.code === 'context-mismatch') {
      subjects.take(shown, (problem.body.contact_id as string | null | undefined) ?? null);
      return true;
    }
    acting.sayNo(problem);
    return true;
  };

  /** The rep's own address was taken for a customer's: told to the server once, for all their devices. */
  const thatIsMe = async (shown: Subject, person: Person): Promise<void> => {
    if (person.handle === null) return;
    const outcome = await acting.submit(shown, {
      method: 'PATCH',
      path: '/v1/me',
      contactId: null,
      body: { addresses: [...options.own(), { channel: person.channel, handle: person.handle }] },
      label: { what: 'me', who: person.handle },
    });
    if (outcome === null || told(shown, outcome, person.handle)) return;
    await options.ownChanged();
    toasts.done(words.t('person.me', { handle: person.handle }));
  };

  return { create, tie, thatIsMe };
}
