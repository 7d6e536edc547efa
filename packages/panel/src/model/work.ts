// Tags, next steps and what happened: the acts on a person besides moving their stage. Each can be taken back.
import { type Repeat, toIso } from '@sidestage/domain';
import { type Acting, inContext } from './acting.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { FollowUp, TagGroup } from './wire.ts';

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
  const { subjects, outbox, toasts, words, clock } = acting;

  const who = (shown: ContactSubject) => shown.card.contact.display_name;
  const told = (text: string, undo?: () => void) => toasts.show({ text, tone: 'done', undo });
  const takeBack = (id: string) => () => void outbox.discard(id).then(subjects.refresh);

  const changeTags = async (shown: ContactSubject, add: string[], remove: string[], silent = false) => {
    const name = words.tag(shown.card.tag_groups, add[0] ?? remove[0] ?? '');
    subjects.patch(shown, (card) => ({
      ...card,
      contact: { ...card.contact, tags: tagsAfter(card.contact.tags, card.tag_groups, add, remove) },
    }));
    const outcome = await acting.writeAndTell<TagsChanged>(shown, {
      method: 'POST',
      path: `/v1/contacts/${shown.card.contact.id}/tags`,
      body: { add, remove, ...inContext(shown) },
      label: { what: 'tags', who: who(shown), detail: name },
    });
    if (outcome === null || outcome.status === 'refused' || silent) return;
    const text = words.t(add.length > 0 ? 'tag.added' : 'tag.removed', { tag: name });
    if (outcome.status === 'waiting') return told(text, takeBack(outcome.id));
    const { added, removed } = outcome.data;
    told(text, () => void changeTags(shown, removed, added, true));
  };

  const planNext = async (shown: ContactSubject, next: NextStep): Promise<boolean> => {
    const outcome = await acting.writeAndTell<FollowUp>(shown, {
      method: 'POST',
      path: '/v1/follow-ups',
      body: { contact_id: shown.card.contact.id, ...next, ...inContext(shown) },
      label: { what: 'follow-up', who: who(shown), detail: next.title },
    });
    if (outcome === null || outcome.status === 'refused') return false;
    changed.followUps();
    const undo =
      outcome.status === 'waiting' ? takeBack(outcome.id) : () => void close(shown, outcome.data, 'cancel', true);
    told(words.t('next.saved', { title: next.title }), undo);
    return true;
  };

  const close = async (shown: ContactSubject, followUp: FollowUp, how: 'complete' | 'cancel', silent = false) => {
    subjects.patch(shown, (card) => ({ ...card, follow_ups: card.follow_ups.filter((one) => one.id !== followUp.id) }));
    const outcome = await acting.writeAndTell(shown, {
      method: 'POST',
      path: `/v1/follow-ups/${followUp.id}/${how}`,
      body: inContext(shown),
      label: { what: how, who: who(shown), detail: followUp.title },
    });
    changed.followUps();
    if (outcome === null || outcome.status === 'refused') return;
    if (silent) return told(words.t('undone'));
    const undo = outcome.status === 'waiting' ? takeBack(outcome.id) : () => void reopen(shown, followUp);
    told(words.t(how === 'complete' ? 'next.done' : 'next.cancelled', { title: followUp.title }), undo);
  };

  const reopen = async (shown: ContactSubject, followUp: FollowUp) => {
    const outcome = await acting.writeAndTell(shown, {
      method: 'POST',
      path: `/v1/follow-ups/${followUp.id}/reopen`,
      body: inContext(shown),
      label: { what: 'reopen', who: who(shown), detail: followUp.title },
    });
    changed.followUps();
    if (outcome?.status === 'done') told(words.t('undone'));
  };

  const snooze = async (shown: ContactSubject, followUp: FollowUp, until: NextStep['due'], silent = false) => {
    const outcome = await acting.writeAndTell<FollowUp>(shown, {
      method: 'POST',
      path: `/v1/follow-ups/${followUp.id}/snooze`,
      body: { until: { local: until.local, zone: until.zone }, ...inContext(shown) },
      label: { what: 'snooze', who: who(shown), detail: followUp.title },
    });
    changed.followUps();
    if (outcome === null || outcome.status === 'refused' || silent) return;
    const undo =
      outcome.status === 'waiting' ? takeBack(outcome.id) : () => void snooze(shown, followUp, followUp.due, true);
    told(words.t('next.snoozed', { due: words.due(until, clock.now()) }), undo);
  };

  /** What happened and, in the same submit, what comes next: one request, so neither is kept without the other. */
  const log = async (shown: ContactSubject, { kind, direction, summary, next }: Happened): Promise<boolean> => {
    const { channel } = shown.person ?? { channel: undefined };
    const outcome = await acting.writeAndTell(shown, {
      method: 'POST',
      path: `/v1/contacts/${shown.card.contact.id}/interactions`,
      body: {
        kind,
        direction,
        occurred_at: toIso(clock.now()),
        summary,
        ...(channel === undefined ? {} : { channel }),
        ...(next === undefined ? {} : { next }),
        ...inContext(shown),
      },
      label: { what: 'log', who: who(shown), detail: summary.slice(0, 60) },
    });
    if (outcome === null || outcome.status === 'refused') return false;
    changed.followUps();
    told(
      words.t(next === undefined ? 'log.saved' : 'log.saved-with-next'),
      outcome.status === 'waiting' ? takeBack(outcome.id) : undefined,
    );
    return true;
  };

  return { changeTags, planNext, close, snooze, log };
}

/** The tags as they will be: a single-choice group keeps the one added last. */
function tagsAfter(has: string[], groups: TagGroup[], add: string[], remove: string[]): string[] {
  const siblings = groups
    .filter((group) => group.mode === 'single' && group.tags.some((tag) => add.includes(tag.key)))
    .flatMap((group) => group.tags.map((tag) => tag.key));
  const gone = new Set([...remove, ...siblings]);
  return [...new Set([...has.filter((key) => !gone.has(key)), ...add])];
}
