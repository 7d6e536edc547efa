// The cards of people met before in this panel, to be drawn at once while the server is asked again. In memory only: they
// are gone with the panel and with the sign-out, and never written to the device.
import { keyOf, type Person } from './person.ts';
import type { Card } from './wire.ts';

const PEOPLE = 200;

export type CardCache = ReturnType<typeof createCardCache>;

export function createCardCache() {
  const cards = new Map<string, Card>();

  return {
    get: (person: Person) => cards.get(keyOf(person)),
    set(person: Person, card: Card) {
      const key = keyOf(person);
      // The one met last stands last; the first are forgotten first.
      cards.delete(key);
      cards.set(key, card);
      const [oldest] = cards.keys();
      if (cards.size > PEOPLE && oldest !== undefined) cards.delete(oldest);
    },
    /** Every card of this contact; what one of them says of the person is as of its own version. */
    renew(contactId: string, edit: (card: Card) => Card) {
      for (const [key, card] of cards) if (card.contact.id === contactId) cards.set(key, edit(card));
    },
    forgetAll(which: (card: Card) => boolean) {
      for (const [key, card] of cards) if (which(card)) cards.delete(key);
    },
    forget: (person: Person) => void cards.delete(keyOf(person)),
    clear: () => cards.clear(),
  };
}
