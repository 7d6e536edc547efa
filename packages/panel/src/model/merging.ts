// Making one person of two: comparing them, choosing what survives, seeing what would happen, doing it and taking it back.
// Nothing is merged by itself; what is shown before is the server's own dry run of the very request.
import { signal } from '@preact/signals';
import { SidestageProblem } from '@sidestage/sdk';
import { type Acting, inContext } from './acting.ts';
import { positionOf } from './moves.ts';
import type { Session } from './session.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Card, Contact, Merge } from './wire.ts';

export const TAKEABLE = ['display_name', 'company', 'owner_id', 'source'] as const;
export type Takeable = (typeof TAKEABLE)[number];

/** Two people side by side. `first` is who the panel is about, `second` who they may be the same as. */
export interface Comparison {
  of: ContactSubject;
  first: Card;
  second: Card;
  /** Who keeps their id and history; the other leads to them. */
  survivor: 'first' | 'second';
  /** Whose value each single field takes, where they differ. */
  take: Partial<Record<Takeable, 'first' | 'second'>>;
  /** The stage per lifecycle, where they differ. */
  stages: Record<string, string>;
}

export type Rehearsal =
  | { status: 'asking' }
  | { status: 'failed'; detail: string }
  | { status: 'ready'; merge: Merge; contact: Contact };

export type ComparisonState =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; comparison: Comparison; rehearsal: Rehearsal };

export type Merging = ReturnType<typeof createMerging>;

export function createMerging(acting: Acting, session: Session) {
  const { subjects, toasts, words } = acting;
  const state = signal<ComparisonState>({ status: 'loading' });
  /** Pairs the rep has just called two people, until the card says so too. */
  const apart = signal<readonly string[]>([]);
  // Every comparison and every rehearsal has its turn; an answer whose turn is over is dropped.
  let turn = 0;

  const compare = async (of: ContactSubject, otherId: string): Promise<void> => {
    turn += 1;
    const mine = turn;
    state.value = { status: 'loading' };
    try {
      const card = (id: string) => session.ask.get('/v1/contacts/{id}/card', { id });
      const [first, second] = await Promise.all([card(of.card.contact.id), card(otherId)]);
      if (mine !== turn) return;
      if (first.contact.id === second.contact.id) throw new Error('One and the same.');
      // The one with the longer history keeps its id, unless the rep says otherwise.
      const survivor = first.contact.created_at <= second.contact.created_at ? 'first' : 'second';
      await rehearse({ of, first, second, survivor, take: {}, stages: {} });
    } catch {
      if (mine === turn) state.value = { status: 'failed' };
    }
  };

  /** Asks what would happen with these choices, and shows it beside them. */
  const rehearse = async (comparison: Comparison): Promise<void> => {
    turn += 1;
    const mine = turn;
    const show = (rehearsal: Rehearsal) => {
      if (mine === turn) state.value = { status: 'ready', comparison, rehearsal };
    };
    show({ status: 'asking' });
    const { body, ifMatch } = requestOf(comparison);
    try {
      const answer = await session.ask.post('/v1/merges', body, { query: { dry_run: 'true' }, ifMatch });
      show({ status: 'ready', merge: answer.merge, contact: answer.contact });
    } catch (error) {
      const isRefused = error instanceof SidestageProblem;
      show({ status: 'failed', detail: isRefused ? words.problem(error) : words.t('merge.offline') });
    }
  };

  const choose = (comparison: Comparison, next: Partial<Comparison>) => {
    // What was taken from the one is another question once the other survives.
    const fresh = next.survivor === undefined ? {} : { take: {}, stages: {} };
    void rehearse({ ...comparison, ...fresh, ...next });
  };

  /** True: it is done, or listed as waiting; the comparison is over. */
  const merge = async (comparison: Comparison): Promise<boolean> => {
    const { of } = comparison;
    const survivor = comparison[comparison.survivor].contact;
    const { body, ifMatch } = requestOf(comparison);
    const outcome = await acting.write<{ merge: Merge; contact: Contact }>(of, {
      method: 'POST',
      path: '/v1/merges',
      body,
      ifMatch,
      label: { what: 'merge', who: of.card.contact.display_name, detail: survivor.display_name },
    });
    if (outcome === null) return false;
    if (outcome.status === 'refused') {
      acting.sayNo(outcome.problem);
      // Somebody changed one of them meanwhile: looked at again before it is decided.
      await compare(of, comparison.second.contact.id);
      return false;
    }
    const name = survivor.display_name;
    if (outcome.status === 'waiting') {
      toasts.done(words.t('merge.waiting', { name }));
      return true;
    }
    const { id } = outcome.data.merge;
    await lookAgain(of, survivor.id);
    toasts.done(words.t('merge.done', { name: outcome.data.contact.display_name }), () => revert(id));
    return true;
  };

  /** Takes a merge back: from the toast, or from the row in the history. */
  const revert = async (mergeId: string): Promise<void> => {
    const now = subjects.subject.peek();
    if (now.kind !== 'contact') return;
    const outcome = await acting.act(now, 'revert', `POST /v1/merges/${mergeId}/revert`, null);
    if (outcome === null) return;
    if (outcome.status === 'done') await lookAgain(now, now.card.contact.id);
    acting.tell(outcome, words.t('merge.reverted'));
  };

  // Whose the open conversation is may be another contact than before: looked up, never guessed from the card at hand.
  const lookAgain = async (shown: ContactSubject, contactId: string): Promise<void> => {
    if (!subjects.isCurrent(shown)) return;
    const { person, back } = shown;
    if (person === null) return subjects.open(contactId);
    subjects.forget(person);
    if (person.handle !== null) return subjects.lookUp(person, back);
    await subjects.open(contactId, person, back);
  };

  const keyOf = (a: string, b: string) => [a, b].sort().join(' ');
  const isApart = (a: string, b: string) => apart.value.includes(keyOf(a, b));

  /** They are two people: remembered for everybody, so that they are not offered again. */
  const notSame = async (shown: ContactSubject, candidate: { id: string; display_name: string }): Promise<void> => {
    const ids = [shown.card.contact.id, candidate.id] as const;
    const pair = keyOf(...ids);
    apart.value = [...apart.value, pair];
    const forget = () => {
      apart.value = apart.value.filter((one) => one !== pair);
    };
    const name = candidate.display_name;
    const body = { contact_ids: ids };
    const outcome = await acting.act<{ id: string }>(shown, 'not-same', 'POST /v1/not-duplicates', body, name);
    if (outcome === null) return forget();
    const text = words.t('duplicate.apart-done', { name });
    toasts.done(outcome.status === 'waiting' ? words.t('waits', { text }) : text, () => {
      forget();
      return outcome.status === 'waiting'
        ? acting.outbox.discard(outcome.id)
        : acting.act(shown, 'not-same', `DELETE /v1/not-duplicates/${outcome.data.id}`, null, name);
    });
  };

  const close = () => {
    turn += 1;
    state.value = { status: 'loading' };
  };

  return { state, compare, choose, merge, revert, notSame, isApart, close };
}

/** The request of a comparison: the same for the rehearsal and the merge. */
function requestOf(comparison: Comparison) {
  const survivor = comparison[comparison.survivor].contact;
  const loser = comparison[otherSide(comparison.survivor)].contact;
  const take = TAKEABLE.filter((field) => comparison.take[field] === otherSide(comparison.survivor));
  return {
    ifMatch: `"${survivor.version}"`,
    body: {
      survivor_id: survivor.id,
      loser_id: loser.id,
      ...(take.length === 0 ? {} : { take }),
      ...(Object.keys(comparison.stages).length === 0 ? {} : { stages: comparison.stages }),
      ...inContext(comparison.of),
    },
  };
}

export const otherSide = (side: 'first' | 'second') => (side === 'first' ? 'second' : 'first');

/** Single values both have and that differ: one has to be chosen. */
export function differing({ first, second }: Comparison): Takeable[] {
  const [a, b] = [first.contact, second.contact];
  return TAKEABLE.filter((field) => a[field] !== null && b[field] !== null && a[field] !== b[field]);
}

/** Lifecycles both are in, in different stages: one has to be chosen. */
export function differingStages({ first, second }: Comparison): string[] {
  return first.lifecycles
    .map((one) => one.key)
    .filter((key) => {
      const theirs = positionOf(second.contact, key);
      return theirs !== null && theirs !== positionOf(first.contact, key);
    });
}
