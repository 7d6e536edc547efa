// The history of one person beyond what the card brings: by kind, page by page.
import { signal } from '@preact/signals';
import type { Session } from './session.ts';
import type { Card, TimelineItem } from './wire.ts';

export const FILTERS = {
  all: null,
  stage: 'stage,handover',
  interaction: 'interaction',
  follow_up: 'follow_up',
  other: 'tags,identity,contact',
} as const;
export type Filter = keyof typeof FILTERS;

/** As many as the card brings by itself: where there are fewer, that is all. */
export const CARD_ROWS = 20;
const PAGE = 30;

interface Shown {
  contactId: string;
  filter: Filter;
  status: 'loading' | 'ready' | 'failed';
  /** Rows asked for; the card's own come before them where nothing is filtered. */
  items: TimelineItem[];
  /** Null: there is no more. Undefined: nothing was asked yet. */
  cursor: string | null | undefined;
}

export type Timeline = ReturnType<typeof createTimeline>;

export function createTimeline(session: Session) {
  const shown = signal<Shown | null>(null);
  let turn = 0;

  const of = (contactId: string): Shown => {
    const now = shown.value;
    return now?.contactId === contactId
      ? now
      : { contactId, filter: 'all', status: 'ready', items: [], cursor: undefined };
  };

  const ask = async (before: Shown, keep: TimelineItem[]): Promise<void> => {
    turn += 1;
    const mine = turn;
    const kind = FILTERS[before.filter];
    const { cursor } = before;
    shown.value = { ...before, status: 'loading' };
    try {
      const page = await session.ask.get('/v1/contacts/{id}/timeline', {
        id: before.contactId,
        query: {
          limit: PAGE,
          ...(kind === null ? {} : { kind }),
          ...(cursor === null || cursor === undefined ? {} : { cursor }),
        },
      });
      if (mine === turn)
        shown.value = { ...before, status: 'ready', items: [...keep, ...page.data], cursor: page.next_cursor };
    } catch {
      if (mine === turn) shown.value = { ...before, status: 'failed' };
    }
  };

  const choose = (contactId: string, filter: Filter): void => {
    const fresh: Shown = { contactId, filter, status: 'ready', items: [], cursor: undefined };
    turn += 1;
    if (filter === 'all') shown.value = fresh;
    else void ask(fresh, []);
  };
  const more = (contactId: string) => {
    const now = of(contactId);
    return ask(now, now.items);
  };
  /** The person changed: what is filtered is asked for anew; the card brings the newest of all by itself. */
  const changed = (contactId: string): void => {
    const now = shown.peek();
    if (now?.contactId === contactId && now.filter !== 'all') choose(contactId, now.filter);
  };

  const forget = () => {
    turn += 1;
    shown.value = null;
  };

  /** What is to be drawn: the newest from the card, older ones behind them, each once. */
  const rows = (card: Card): TimelineItem[] => {
    const { filter, items } = of(card.contact.id);
    if (filter !== 'all') return items;
    const known = new Set(card.timeline.map((one) => one.id));
    return [...card.timeline, ...items.filter((one) => !known.has(one.id))];
  };
  const hasMore = (card: Card): boolean => {
    const { cursor, filter } = of(card.contact.id);
    return cursor === undefined ? filter === 'all' && card.timeline.length >= CARD_ROWS : cursor !== null;
  };

  return { of, choose, more, changed, forget, rows, hasMore };
}
