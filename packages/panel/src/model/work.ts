// Tags, next steps and what happened: the acts on a person besides moving their stage. Each can be taken back.
import { type Repeat, toIso } from '@sidestage/domain';
import type { Acting } from './acting.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Card, FollowUp, TagGroup } from './wire.ts';

export interface NextStep {
  title: string;
  due: { local: string; zone: string };
  repeat?: Repeat;
}

export type InteractionKind = 'call' | 'message' | 'email' | 'meeting' | 'note';
export type InteractionDirection = 'inbound' | 'outbound' | 'none';

export interface Happened {
  kind: InteractionKind;
  direction: InteractionDirection;
  summary: string;
  next: NextStep | undefined;
}

interface TagsChanged {
  added: string[];
  removed: string[];
}

export type Work = ReturnType<typeof createWork>;

export function createWork(acting: Acting, changed: { followUps(): void }) {
  const { subjects, words, clock } = acting;

  const changeTags = async (shown: ContactSubject, add: string[], remove: string[], silent = false) => {
    const name = words.tag(shown.card.tag_groups, add[0] ?? remove[0] ?? '');
    subjects.patch(shown, (card) => ({
      ...card,
      contact: { ...card.contact, tags: tagsAfter(card.contact.tags, card.tag_groups, add, remove) },
    }));
    const to = `POST /v1/contacts/${shown.card.contact.id}/tags` as const;
    const outcome = await acting.act<TagsChanged>(shown, 'tags', to, { add, remove }, name);
    if (outcome === null || silent) return;
    const text = words.t(add.length > 0 ? 'tag.added' : 'tag.removed', { tag: name });
    acting.tell(outcome, text, ({ added, removed }) => changeTags(shown, removed, added, true));
  };

  const planNext = async (shown: ContactSubject, next: NextStep): Promise<boolean> => {
    const body = { contact_id: shown.card.contact.id, ...next };
    const outcome = await acting.act<FollowUp>(shown, 'follow-up', 'POST /v1/follow-ups', body, next.title);
    if (outcome === null) return false;
    changed.followUps();
    acting.tell(outcome, words.t('next.saved', { title: next.title }), (made) => close(shown, made, 'cancel', true));
    return true;
  };

  /** One act on a step there is; the agenda looks again whatever became of it. */
  const onStep = async (
    shown: ContactSubject,
    { id, title }: FollowUp,
    how: 'complete' | 'cancel' | 'reopen' | 'snooze',
    body = {},
  ) => {
    const outcome = await acting.act(shown, how, `POST /v1/follow-ups/${id}/${how}`, body, title);
    changed.followUps();
    return outcome;
  };

  const close = async (shown: ContactSubject, followUp: FollowUp, how: 'complete' | 'cancel', silent = false) => {
    subjects.patch(shown, (card) => withoutStep(card, followUp));
    const outcome = await onStep(shown, followUp, how);
    if (outcome === null) return;
    if (silent) return acting.tell(outcome, words.t('undone'));
    const text = words.t(how === 'complete' ? 'next.done' : 'next.cancelled', { title: followUp.title });
    acting.tell(outcome, text, async () => {
      subjects.patch(shown, (card) => withStep(card, followUp));
      const again = await onStep(shown, followUp, 'reopen');
      if (again !== null) acting.tell(again, words.t('undone'));
    });
  };

  const snooze = async (
    shown: ContactSubject,
    followUp: FollowUp,
    { local, zone }: NextStep['due'],
    silent = false,
  ) => {
    const outcome = await onStep(shown, followUp, 'snooze', { until: { local, zone } });
    if (outcome === null || silent) return;
    const due = words.due({ local, zone }, clock.now());
    acting.tell(outcome, words.t('next.snoozed', { due }), () => snooze(shown, followUp, followUp.due, true));
  };

  /** What happened and, in the same submit, what comes next: one request, so neither is kept without the other. */
  const log = async (shown: ContactSubject, { kind, direction, summary, next }: Happened): Promise<boolean> => {
    const { channel } = shown.person ?? { channel: undefined };
    const outcome = await acting.act(
      shown,
      'log',
      `POST /v1/contacts/${shown.card.contact.id}/interactions`,
      {
        kind,
        direction,
        occurred_at: toIso(clock.now()),
        summary,
        ...(channel === undefined ? {} : { channel }),
        ...(next === undefined ? {} : { next }),
      },
      summary.slice(0, 60),
    );
    if (outcome === null) return false;
    changed.followUps();
    acting.tell(outcome, words.t(next === undefined ? 'log.saved' : 'log.saved-with-next'));
    return true;
  };

  return { changeTags, planNext, close, snooze, log };
}

/** The card with this step still to do, where its time puts it. */
export function withStep(card: Card, step: FollowUp): Card {
  const steps = [...withoutStep(card, step).follow_ups, step];
  return { ...card, follow_ups: steps.sort((a, b) => (a.due.at < b.due.at ? -1 : 1)) };
}

export function withoutStep(card: Card, { id }: FollowUp): Card {
  return { ...card, follow_ups: card.follow_ups.filter((one) => one.id !== id) };
}

/** The tags as they will be: a single-choice group keeps the one added last. */
function tagsAfter(has: string[], groups: TagGroup[], add: string[], remove: string[]): string[] {
  const siblings = groups
    .filter((group) => group.mode === 'single' && group.tags.some((tag) => add.includes(tag.key)))
    .flatMap((group) => group.tags.map((tag) => tag.key));
  const gone = new Set([...remove, ...siblings]);
  return [...new Set([...has.filter((key) => !gone.has(key)), ...add])];
}
