// Who the panel is about. Bound to the generation of the open conversation: an answer that comes after the conversation
// changed is dropped, and between two people there is nobody, never the last one.
import { effect, signal } from '@preact/signals';
import type { Host, OpenConversation } from '../host.ts';
import { createCardCache } from './card-cache.ts';
import { answerOf, createFinder, failure } from './find-person.ts';
import { createOwnWrites } from './own-writes.ts';
import { contextOf, type Person, peopleOf } from './person.ts';
import type { Privacy } from './privacy.ts';
import type { Session } from './session.ts';
import { type ContactSubject, concerns, type Stranger, type Subject } from './subject-kinds.ts';
import type { Card } from './wire.ts';

export type Subjects = ReturnType<typeof createSubjects>;

export function createSubjects(host: Host, session: Session, privacy: Privacy) {
  const subject = signal<Subject>({ kind: 'loading', generation: 0, person: null });
  const cache = createCardCache();
  const own = createOwnWrites();
  // Every look-up has its turn; an answer whose turn is over is nobody's.
  let turn = 0;
  let giveUp = new AbortController();
  /** Of whom news came since this turn began: its answer may be from before them. */
  let news: string[] = [];
  /** Counts what is asked and what is shown, so that it is known which came first. */
  let moment = 0;
  let shownAt = 0;
  /** The turn whose stranger the rep has begun to write of. */
  let held = 0;

  const begin = () => {
    giveUp.abort();
    news = [];
    giveUp = new AbortController();
    turn += 1;
    return { mine: turn, signal: giveUp.signal };
  };

  const generation = () => host.conversation.peek().generation;
  const { find, load, cardOf } = createFinder(session, generation);

  /** Runs a look-up and shows its answer, unless something else began or the conversation changed meanwhile. */
  const run = async (
    person: Person | null,
    contactId: string | null,
    find: (signal: AbortSignal) => Promise<Subject>,
    early?: Subject,
  ) => {
    const { mine, signal: given } = begin();
    const at = generation();
    subject.value = early ?? { kind: 'loading', generation: at, person };
    shownAt = ++moment;
    const asked = ++moment;
    const shownId = early?.kind === 'contact' ? early.card.contact.id : null;
    const isAfterAll = shownId === null ? () => true : own.reading(shownId);
    let found: Subject;
    try {
      found = await find(given);
    } catch (error) {
      found = { kind: 'failed', generation: at, person, contactId, ...failure(error) };
    }
    if (mine !== turn || at !== generation()) return;
    // With the server away what is shown stays: what is done on a card known from before waits in the outbox.
    if (found.kind === 'failed' && found.code === 'unreachable' && early !== undefined) return;
    if (found.kind === 'contact') {
      if (found.card.contact.id !== shownId || isAfterAll()) place(found, asked);
      if (concerns(news, found.card)) void refresh();
      return;
    }
    if (person !== null) cache.forget(person);
    subject.value = found;
  };

  /**
   * Shows a card, unless a newer one of the same person came after it was `asked` for: answers may overtake each other. What was
   * asked for after the newer one was there and is older all the same is true: the server went back to a backup.
   */
  const place = (next: ContactSubject, asked = ++moment) => {
    const now = subject.peek();
    const { id, version } = next.card.contact;
    const isOlder = now.kind === 'contact' && now.card.contact.id === id && now.card.contact.version > version;
    if (isOlder && asked < shownAt && now.generation === next.generation) return;
    if (next.person !== null) cache.set(next.person, next.card);
    shownAt = ++moment;
    subject.value = next;
  };

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

  /** Opens somebody the rep chose: from the search, the agenda, or for a person of the conversation (`person`). */
  const open = (contactId: string, person: Person | null = null, back = false) =>
    run(person, contactId, (signal) => load(contactId, person, back, signal));

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

  /** Looks anew at whoever is shown, without a skeleton; another person's answer is dropped. */
  const refresh = async () => {
    const before = subject.peek();
    if (before.kind === 'contact') return loadAgain(before);
    if (before.kind === 'new' || before.kind === 'candidates' || before.kind === 'restricted') return findAgain(before);
    if (before.kind === 'failed' && before.code === 'unreachable') return tryAgain(before);
  };

  /** The server went back to an older state: what is kept looks newer than what it says, and is not. */
  const startAnew = async () => {
    cache.clear();
    const before = subject.peek();
    if (before.kind !== 'contact') return refresh();
    const { card, person, back } = before;
    const aged = { ...before, card: { ...card, contact: { ...card.contact, version: 0 } } };
    if (person === null) {
      subject.value = aged;
      return refresh();
    }
    // Whose the address is may have been otherwise then.
    await run(person, null, (signal) => find(person, back, signal), aged);
  };

  /** The server was away when they were asked for. */
  const tryAgain = async (before: Extract<Subject, { kind: 'failed' }>) => {
    const { person, contactId } = before;
    if (contactId !== null) await run(person, contactId, (signal) => load(contactId, person, false, signal), before);
    else if (person !== null) await run(person, null, (signal) => find(person, false, signal), before);
  };

  const loadAgain = async (before: ContactSubject) => {
    const { person, card: known, generation: at } = before;
    const contactId = known.contact.id;
    const mine = turn;
    const asked = ++moment;
    const isAfterAll = own.reading(contactId);
    try {
      const card = await cardOf(contactId, giveUp.signal);
      const now = subject.peek();
      if (mine !== turn || now.kind !== 'contact' || now.generation !== generation()) return;
      if (!isAfterAll()) return;
      place({ ...now, card }, asked);
      // An address was taken from them, and it may be the one of the open conversation: who has it now?
      const has = new Set(card.contact.identities.map(({ id }) => id));
      if (person === null || known.contact.identities.every(({ id }) => has.has(id))) return;
      cache.forget(person);
      await lookUp(person, before.back);
    } catch (error) {
      const gone = failure(error);
      if (mine !== turn || (gone.code !== 'contact-erased' && gone.code !== 'not-found')) return;
      if (person !== null) cache.forget(person);
      subject.value = { kind: 'failed', generation: at, person, contactId, ...gone };
    }
  };

  /**
   * A colleague may have made them a contact. What the rep has begun to write stays where it is, and is told of that; offers
   * to choose from never come by themselves, under the rep's hand.
   */
  const findAgain = async (before: Stranger) => {
    // Where each look-up is asked for, this one was not.
    if (privacy.asksFirst(before.person.channel)) return;
    const mine = turn;
    const back = before.kind !== 'restricted' && before.back;
    const found = await find(before.person, back, giveUp.signal).catch(() => undefined);
    if (mine !== turn || !isCurrent(before)) return;
    const isKnown = found?.kind === 'contact';
    if (!isKnown && (found?.kind !== 'restricted' || before.kind === 'restricted')) return;
    if (held === turn) take(before, isKnown ? found.card.contact.id : null);
    else if (isKnown) place(found);
    else subject.value = found;
  };

  /** The rep writes about the stranger shown: nothing takes that away but another conversation. */
  const hold = () => {
    held = turn;
  };

  /** Somebody holds the address of the stranger shown. */
  const take = (shown: Subject, contactId: string | null) => {
    const now = subject.peek();
    if (isCurrent(shown) && (now.kind === 'new' || now.kind === 'candidates'))
      subject.value = { ...now, taken: { contactId } };
  };

  /** Something happened elsewhere to these: what is kept of them is from before. Without a contact it may be on any card. */
  const heard = (ids: readonly string[]) => {
    news.push(...ids);
    cache.forgetAll((card) => concerns(ids, card));
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

  /** Changes what is shown of this person before the server has answered; the look after the write overrules it. */
  const patch = (shown: ContactSubject, edit: (card: Card) => Card) => {
    const now = subject.peek();
    if (now.kind === 'contact' && isCurrent(shown)) place({ ...now, card: edit(now.card) });
  };

  /** The same for an act that names a contact, whoever is shown. */
  const patchContact = (contactId: string, edit: (card: Card) => Card) => {
    const now = subject.peek();
    if (now.kind === 'contact' && now.card.contact.id === contactId) patch(now, edit);
  };

  /** Whether what the rep acted on is still what is open: asked before every write leaves. */
  const isCurrent = (shown: Subject) => {
    const now = subject.peek();
    if (shown.generation !== generation() || now.generation !== shown.generation || now.kind !== shown.kind)
      return false;
    if (shown.kind === 'contact' && now.kind === 'contact') return shown.card.contact.id === now.card.contact.id;
    return (
      shown === now || ('person' in shown && shown.person !== null && 'person' in now && shown.person === now.person)
    );
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

  return {
    subject,
    start,
    lookUp,
    open,
    again,
    refresh,
    startAnew,
    heard,
    hold,
    take,
    learn,
    patch,
    patchContact,
    isCurrent,
    during: own.during,
    forget: cache.forget,
  };
}
