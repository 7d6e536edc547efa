// What a page says about its open conversation: the one type that crosses from the reader to the panel.
import type { Trust } from './recipe.ts';

export interface Participant {
  role: 'from' | 'to' | 'cc' | 'peer' | 'member';
  /** As the page writes it, trimmed; its one spelling is the domain's business. Null where the page shows a name only. */
  handle: string | null;
  name: string | null;
  /** The rep, or somebody of the rep's own side: never the customer. */
  self: boolean;
}

/**
 * - `direct`: exactly one person besides the rep; the only kind a panel may select a person from.
 * - `group`: several people, or a room; the rep chooses.
 * - `list`: the tool is open, a conversation is not. `none`: neither, or nobody who could be a customer.
 * - `unreadable`: something is open, and who it is with cannot be told. `reason` says why.
 */
export type ReadingKind = 'direct' | 'group' | 'list' | 'none' | 'unreadable';

/**
 * For machines: `field:NAME` (that part of the recipe did not find what it must), `disagree` (two parts of the page
 * name different people), `no-reply` and `own` (a `none`: only machines, or only the rep's own side, take part).
 */
export type ReadingReason = `field:${string}` | 'disagree' | 'no-reply' | 'own';

export interface Reading {
  channel: string;
  recipe: { id: string; version: number | string; trust: Trust };
  kind: ReadingKind;
  conversationKey: string | null;
  scope: string | null;
  participants: Participant[];
  reason?: ReadingReason;
}
