// Who the panel is about. Bound to the generation of the open conversation: an answer that comes after the conversation
// changed is dropped, and between two people there is nobody, never the last one.
import { effect, signal } from '@preact/signals';
import { SidestageProblem } from '@sidestage/sdk';
import type { Host, OpenConversation, Participant, Reading } from '../host.ts';
import { createCardCache } from './card-cache.ts';
import type { Privacy } from './privacy.ts';
import type { Session } from './session.ts';
import { isUnreachable } from './session.ts';
import type { Card, Contact, Context } from './wire.ts';

/** Somebody a conversation shows, as far as the page says. */
export interface Person {
  name: string | null;
  /** Null where the page shows a name only. */
  handle: string | null;
  channel: string;
  scope: string | null;
  conversationKey: string | null;
}

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
    | { kind: 'new'; person: Person; back: boolean }
    | { kind: 'candidates'; person: Person; contacts: { contact: Contact; reasons: string[] }[]; back: boolean }
    | { kind: 'restricted'; person: Person; ownerName: string | null }
    | { kind: 'failed'; code: FailureCode; detail: string; person: Person | null; contactId: string | null }
    | ContactSubject
  );

export interface ContactSubject extends Bound {
  kind: 'contact';
  card: Card;
  /** The open conversation they were found by; null where the rep looked them up. */
  person: Person | null;
  /** Goes with every write. */
  context: Context | undefined;
  back: boolean;
}

export type Subjects = ReturnType<typeof createSubjects>;

export function createSubjects(host: Host, session: Session, privacy: Privacy) {
  const subject = signal<Subject>({ kind: 'loading', generation: 0, person: null });
  const cache = createCardCache();
  // Every look-up has its turn; an answer whose turn is over is nobody's.
  let turn = 0;
  let giveUp = new AbortController();

  const begin = () => {
    giveUp.abort();
    giveUp = new AbortController();
    turn += 1;
    return { mine: turn, signal: giveUp.signal };
  };

  const generation = () => host.conversation.peek().generation;

  /** Runs a look-up and shows its answer, unless something else began or the conversation changed meanwhile. */
  const run = async (
    person: Person | null,
    contactId: string | null,
    find: (signal: AbortSignal) => Promise<Subject>,
    early?: ContactSubject,
  ) => {
    const { mine, signal: given } = begin();
    const at = generation();
    subject.value = early ?? { kind: 'loading', generation: at, person };
    let found: Subject;
    try {
      found = await find(given);
    } catch (error) {
      found = { kind: 'failed', generation: at, person, contactId, ...failure(error) };
    }
    if (mine !== turn || at !== generation()) return;
    // With the server away the card known from before stays: what is done on it waits in the outbox.
    if (found.kind === 'failed' && found.code === 'unreachable' && early !== undefined) return;
    if (found.kind === 'contact') return place(found);
    if (person !== null) cache.forget(person);
    subject.value = found;
  };

  /** Shows a card, unless a newer one of the same person is shown already: answers may overtake each other. */
  const place = (next: ContactSubject) => {
    const now = subject.peek();
    const { id, version } = next.card.contact;
    const isOlder = now.kind === 'contact' && now.card.contact.id === id && now.card.contact.version > version;
    if (isOlder && now.generation === next.generation) return;
    if (next.person !== null) cache.set(next.person, next.card);
    subject.value = next;
  };

  const cardOf = (id: string, signal: AbortSignal) => session.ask.get('/v1/contacts/{id}/card', { id, signal });

  /** Looks a person of the conversation up: by handle where there is one, else by what was remembered, else by name. */
  const lookUp = (person: Person, back = false) => {
    const card = cache.get(person);
    const early: ContactSubject | undefined = card && {
      kind: 'contact',
      generation: generation(),
      card,
      person,
      context: contextOf(person),
      back,
    };
    return run(person, null, (signal) => find(person, back, signal), early);
  };

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

  /** Opens somebody the rep chose: from the search, the agenda, or for a person of the conversation (`person`). */
  const open = (contactId: string, person: Person | null = null, back = false) =>
    run(person, contactId, async (signal) => {
      const at = generation();
      const card = await cardOf(contactId, signal);
      const context = person === null ? undefined : contextOf(person);
      return { kind: 'contact', generation: at, card, person, context, back };
    });

  const follow = (conversation: OpenConversation) => {
    const { generation: at, status, reading } = conversation;
    begin();
    if (status === 'loading') {
      subject.value = { kind: 'loading', generation: at, person: null };
      return;
    }
    if (reading === null || reading.kind === 'list' || reading.kind === 'none') {
      subject.value = { kind: 'nobody', generation: at };
      return;
    }
    if (reading.kind === 'unreadable') {
      subject.value = { kind: 'unreadable', generation: at, reading };
      return;
    }
    const people = peopleOf(reading);
    const [only] = people;
    const alone = reading.kind === 'direct' && people.length === 1 ? only : undefined;
    if (alone !== undefined && privacy.isIgnored(alone))
      subject.value = { kind: 'ignored', generation: at, person: alone };
    else if (alone !== undefined && privacy.asksFirst(alone.channel))
      subject.value = { kind: 'ask', generation: at, person: alone };
    else if (alone !== undefined) void lookUp(alone);
    else if (people.length === 0) subject.value = { kind: 'nobody', generation: at };
    else subject.value = { kind: 'choose', generation: at, reading, people };
  };

  /** Begins again with the conversation as it is: after a failure, or when the rep is done with somebody else. */
  const again = () => follow(host.conversation.peek());

  /** Loads the card of the person shown anew, without a skeleton; another person's answer is dropped. */
  const refresh = async () => {
    const before = subject.peek();
    if (before.kind !== 'contact') return;
    const mine = turn;
    try {
      const card = await cardOf(before.card.contact.id, giveUp.signal);
      const now = subject.peek();
      if (mine === turn && now.kind === 'contact' && now.generation === generation()) place({ ...now, card });
    } catch (error) {
      const gone = failure(error);
      if (mine === turn && (gone.code === 'contact-erased' || gone.code === 'not-found'))
        subject.value = {
          kind: 'failed',
          generation: before.generation,
          person: before.person,
          contactId: before.card.contact.id,
          ...gone,
        };
    }
  };

  /**
   * The server said along with an answer how somebody is now. Their card has it wherever it is kept, or the rep who went on
   * to somebody else and comes back would be shown the stage from before their own move, and be told of a conflict with it.
   */
  const learn = (answer: unknown) => {
    const { contact, card } = answerOf(answer);
    const said = card?.contact ?? contact;
    if (said === undefined) return;
    const renewed = (before: Card): Card =>
      before.contact.version >= said.version ? before : (card ?? { ...before, contact: said });
    cache.renew(said.id, renewed);
    const now = subject.peek();
    if (now.kind === 'contact' && now.card.contact.id === said.id) place({ ...now, card: renewed(now.card) });
  };

  /** Changes what is shown of this person before the server has answered; the next load overrules it. */
  const patch = (shown: ContactSubject, edit: (card: Card) => Card) => {
    const now = subject.peek();
    if (now.kind === 'contact' && isCurrent(shown)) place({ ...now, card: edit(now.card) });
  };

  /** Whether what the rep acted on is still what is open: asked before every write leaves. */
  const isCurrent = (shown: Subject) => {
    const now = subject.peek();
    if (shown.generation !== generation() || now.generation !== shown.generation || now.kind !== shown.kind)
      return false;
    if (shown.kind === 'contact' && now.kind === 'contact') return shown.card.contact.id === now.card.contact.id;
    return shown === now;
  };

  /** Follows the conversation while signed in. Returns what ends it. */
  const start = () =>
    effect(() => {
      const conversation = host.conversation.value;
      const { status } = session.state.value;
      if (status !== 'signed-in') {
        begin();
        cache.clear();
        subject.value = { kind: 'loading', generation: conversation.generation, person: null };
        return;
      }
      const now = subject.peek();
      // The same conversation said more precisely: a contact that is found stays found.
      if (now.kind !== 'contact' || now.generation !== conversation.generation) follow(conversation);
    });

  return { subject, start, lookUp, open, again, refresh, learn, patch, isCurrent, forget: cache.forget };
}

/** The people of a reading the rep may mean: everybody but themselves, each once. */
export function peopleOf(reading: Reading): Person[] {
  const seen = new Set<string>();
  return reading.participants.flatMap((one) => {
    const key = one.handle?.toLowerCase() ?? `name:${one.name}`;
    if (one.self || (one.handle === null && one.name === null) || seen.has(key)) return [];
    seen.add(key);
    return [personOf(reading, one)];
  });
}

// The key of a conversation with several people names none of them: only a handle speaks for a person there.
function personOf(reading: Reading, { name, handle }: Participant): Person {
  const { channel, scope } = reading;
  const others = reading.participants.filter((one) => !one.self);
  const alone = reading.kind === 'direct' && others.length === 1;
  return { name, handle, channel, scope, conversationKey: alone ? reading.conversationKey : null };
}

/** The conversation a write is made in. */
export function contextOf({ channel, scope, handle, conversationKey }: Person): Context {
  return {
    channel,
    ...(scope === null || scope === '' ? {} : { scope }),
    ...(handle === null ? {} : { handle }),
    ...(conversationKey === null ? {} : { conversation_key: conversationKey }),
  };
}

// The name goes along, so that somebody known under another address is offered before they are made a second time.
function resolveBody({ name, handle, channel, scope, conversationKey }: Person) {
  const where = { channel, ...(scope === null || scope === '' ? {} : { scope }) };
  const hints = name === null || name.trim() === '' ? {} : { hints: { display_name: name } };
  if (handle !== null) return { handles: [{ ...where, handle }], ...hints };
  return {
    ...hints,
    ...(conversationKey === null ? {} : { conversation: { ...where, conversation_key: conversationKey } }),
  };
}

/** What an answer says of a person: moves and their like send the contact, a conflict the whole card. */
function answerOf(answer: unknown): { contact?: Contact; card?: Card } {
  if (typeof answer !== 'object' || answer === null) return {};
  if ('card' in answer) return { card: answer.card as Card };
  return 'contact' in answer ? { contact: answer.contact as Contact } : {};
}

function failure(error: unknown): { code: FailureCode; detail: string } {
  if (isUnreachable(error)) return { code: 'unreachable', detail: '' };
  if (error instanceof SidestageProblem) {
    const known = error.code === 'not-found' || error.code === 'contact-erased';
    return { code: known ? (error.code as FailureCode) : 'other', detail: error.detail };
  }
  return { code: 'other', detail: error instanceof Error ? error.message : String(error) };
}
