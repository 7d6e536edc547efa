// Applies recipes to one document and says who its open conversation is with. Pure: reads, never writes, never guesses.
import { isNoReply } from '@sidestage/domain';
import type { Participant, Reading, ReadingReason } from './reading.ts';
import type { Count, Field, KeyPart, Pattern, People, Recipe, Value, View } from './recipe.ts';
import { RECIPES } from './registry.ts';
import { drawn } from './visible.ts';

export interface ReadOptions {
  recipes?: readonly Recipe[];
  /** The rep's own addresses, in any spelling. `@shop.example` stands for everybody there: colleagues. */
  own?: readonly string[];
}

type Answer = Pick<Reading, 'kind' | 'conversationKey' | 'participants' | 'reason'>;

interface Page {
  document: Document;
  url: string;
  own: ReadonlySet<string>;
}

/** Thrown when a part of the page is not as the recipe expects. */
class Unreadable extends Error {
  readonly reason: ReadingReason;
  constructor(reason: ReadingReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Who the open conversation of this document is with; null where no recipe knows the page. */
export function readConversation(document: Document, url: string, options: ReadOptions = {}): Reading | null {
  const { recipes = RECIPES, own = [] } = options;
  const claims = recipes.filter(({ page }) => claimsPage(document, url, page));
  const readings = claims.map((recipe) => readWith(recipe, { document, url, own: new Set(own.map(spelling)) }));
  const open = readings.filter(({ kind }) => kind !== 'list' && kind !== 'none');
  const [first = null, ...others] = open.length > 0 ? open : readings;
  // Two tools on one page, such as a chat beside the mail. If both are open, neither is chosen.
  if (first !== null && open.length > 0 && others.length > 0) return { ...first, ...unreadable('disagree') };
  return first;
}

function claimsPage(document: Document, url: string, { url: pattern, element }: Recipe['page']): boolean {
  return whole(pattern, url) !== undefined && (element === undefined || document.querySelector(element) !== null);
}

function readWith(recipe: Recipe, page: Page): Reading {
  const { id, version, trust, channel } = recipe;
  return { channel, recipe: { id, version, trust }, scope: null, ...answer(recipe, page) };
}

function answer(recipe: Recipe, page: Page): Answer {
  try {
    const found = recipe.views.flatMap((view) =>
      drawn(page.document, view.select).map((element) => ({ view, element })),
    );
    const answers = found.map(({ view, element }) => readView(recipe, view, element, page));
    const [first, ...others] = answers;
    if (first === undefined) return nothingOpen(recipe, page);
    const same = JSON.stringify(first);
    return others.every((other) => JSON.stringify(other) === same) ? first : unreadable('disagree');
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.reason);
    throw error;
  }
}

function nothingOpen(recipe: Recipe, { document, url }: Page): Answer {
  if (drawn(document, recipe.list).length > 0) return { kind: 'list', conversationKey: null, participants: [] };
  if (recipe.opensOn !== undefined && whole(recipe.opensOn, url) !== undefined) return unreadable('field:conversation');
  return { kind: 'none', conversationKey: null, participants: [] };
}

function readView(recipe: Recipe, view: View, element: Element, page: Page): Answer {
  for (const { name, select, count } of view.parts ?? [])
    expectCount(name, element.querySelectorAll(select).length, count);
  const own = new Set(page.own);
  if (recipe.account !== undefined) {
    for (const address of readField('account', recipe.account, element, page)) own.add(spelling(address));
  }
  const key = view.key.map((part) => readKeyPart(part, element, page).replaceAll('/', '%2F')).join('/');
  const all = view.people.flatMap((people) => readPeople(people, element, page, own));
  if (view.agree !== undefined) {
    const named = new Set(all.map(({ handle }) => spelling(handle ?? '')));
    const said = readField('agree', view.agree, element, page).map(spelling);
    if (!said.every((one) => named.has(one))) throw new Unreadable('disagree');
  }
  return decide(view, key, all, view.more !== undefined && element.querySelector(view.more) !== null);
}

/**
 * One person besides the rep is a direct conversation, whoever of the two wrote: a mail in the Sent folder belongs to
 * its recipient as one in the Inbox belongs to its sender. With several people nothing in a mail says which of them is
 * the customer, so all are offered and none is selected. Machines nobody reads are left out: they are not people.
 */
function decide(view: View, key: string, all: readonly Participant[], more: boolean): Answer {
  const people = all.filter(({ handle, self }) => self || handle === null || !isNoReply(handle));
  const participants = withoutRepeats(people);
  const others = participants.filter(({ self }) => !self);
  const said = { conversationKey: key, participants };
  if (view.kind === 'room' || more || others.length > 1) return { kind: 'group', ...said };
  if (others.length === 1) return { kind: 'direct', ...said };
  return { kind: 'none', ...said, reason: people.length < all.length ? 'no-reply' : 'own' };
}

/** Each person once, in the first role the page gives them. Whoever is marked as the rep's own once is so altogether. */
function withoutRepeats(people: readonly Participant[]): Participant[] {
  const seen = new Map<string, Participant>();
  for (const person of people) {
    const key = person.handle === null ? `name:${person.name}` : spelling(person.handle);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { ...person });
    else seen.set(key, { ...before, name: before.name ?? person.name, self: before.self || person.self });
  }
  return [...seen.values()];
}

function readPeople(people: People, element: Element, page: Page, own: ReadonlySet<string>): Participant[] {
  const { name, role, each, count, handle: handleOf, displayName: nameOf, ownWhere } = people;
  const elements = [...element.querySelectorAll(each)];
  expectCount(name, elements.length, count);
  const isOwnSide = ownWhere !== undefined && readField(name, ownWhere, element, page).length > 0;
  return elements.map((one) => {
    const handle = handleOf === undefined ? null : whole(handleOf.pattern, textOf(one, handleOf.value));
    if (handle === undefined || (handle === null && nameOf === undefined)) throw new Unreadable(`field:${name}`);
    const shownBy = nameOf?.select === undefined ? one : one.querySelector(nameOf.select);
    const shown = nameOf === undefined || shownBy === null ? '' : textOf(shownBy, nameOf.value);
    if (handle === null && shown === '') throw new Unreadable(`field:${name}`);
    const self = isOwnSide || (handle !== null && isOwn(handle, own));
    return { role, handle, name: shown === '' || shown === handle ? null : shown, self };
  });
}

function isOwn(handle: string, own: ReadonlySet<string>): boolean {
  const spelled = spelling(handle);
  const at = spelled.lastIndexOf('@');
  return own.has(spelled) || (at > 0 && own.has(spelled.slice(at)));
}

function readKeyPart(part: KeyPart, element: Element, page: Page): string {
  const values = 'url' in part ? [whole(part.url, page.url)] : readField(part.name, part.field, element, page);
  // The same value shown twice counts once.
  const [value, ...others] = new Set(values);
  if (others.length > 0) throw new Unreadable('disagree');
  if (value === undefined) throw new Unreadable(`field:${part.name}`);
  return value;
}

function readField(name: string, field: Field, element: Element, { document }: Page): string[] {
  const { select, wholePage, value, pattern, count } = field;
  const root = wholePage ? document : element;
  const elements = select === '' ? [element] : [...root.querySelectorAll(select)];
  const values = elements.flatMap((one) => whole(pattern, textOf(one, value)) ?? []);
  expectCount(name, values.length, count);
  return values;
}

function expectCount(name: string, found: number, [min, max]: Count): void {
  if (found < min || (max !== null && found > max)) throw new Unreadable(`field:${name}`);
}

function textOf(element: Element, value: Value): string {
  const raw = value === 'text' ? element.textContent : element.getAttribute(value.attribute);
  return (raw ?? '').trim();
}

/** What the pattern's first group holds, or all of it; undefined where the pattern does not fit the whole value. */
function whole(pattern: Pattern, value: string): string | undefined {
  const match = new RegExp(`^(?:${pattern})$`, 'us').exec(value);
  return match === null ? undefined : (match[1] ?? match[0]);
}

/** For comparing only. */
function spelling(address: string): string {
  return address.trim().normalize('NFKC').toLowerCase();
}

function unreadable(reason: ReadingReason): Answer {
  return { kind: 'unreadable', conversationKey: null, participants: [], reason };
}
