// The conversation of the tab in front, as a state machine: what the panel may believe, and since which generation.
// It never shows the last person while the next is unknown: any tab change or navigation empties it at once.

import { combineFrames, sameConversation } from './frames.ts';
import type { Reading } from './reading.ts';

export interface Conversation {
  /** Grows with every change of tab, page or reading; a write made under an older one is refused. */
  generation: number;
  status: 'loading' | 'ready';
  url: string | null;
  reading: Reading | null;
}

interface Frame {
  tabId: number;
  frameId: number;
  /** Undefined: nothing since the tab came to the front or its page began to change. */
  said: { url: string; reading: Reading | null } | undefined;
}

export class ConversationTracker {
  #publish: (conversation: Conversation) => void;
  #tabId: number | null = null;
  // Keyed by the port of the frame's document, which ends with it. Frames of tabs behind are known, but not heard.
  #frames = new Map<object, Frame>();
  #settled = false;
  // Undefined until the switch of the site in front has been looked up.
  #allowed: boolean | undefined;
  #shown: Conversation = { generation: 0, status: 'loading', url: null, reading: null };

  constructor(publish: (conversation: Conversation) => void) {
    this.#publish = publish;
  }

  get shown(): Conversation {
    return this.#shown;
  }

  get tabId(): number | null {
    return this.#tabId;
  }

  /** Another tab is in front (null: none that can be known). */
  watch(tabId: number | null): void {
    this.#tabId = tabId;
    this.#empty();
  }

  /** The page in front is leaving, or changed in place: nothing said so far counts. */
  navigating(tabId: number): void {
    if (tabId === this.#tabId) this.#empty();
  }

  /** Whether the rep has switched this site on. Until it is known nothing is shown, and where it is off nothing ever is. */
  allow(allowed: boolean): void {
    this.#allowed = allowed;
    this.#show();
  }

  /** A document began to speak for a frame, in place of the one before it there. */
  connected(document: object, from: { tabId: number; frameId: number }): void {
    for (const [other, frame] of this.#frames) {
      if (frame.tabId === from.tabId && frame.frameId === from.frameId) this.#frames.delete(other);
    }
    this.#frames.set(document, { ...from, said: undefined });
    this.#show();
  }

  /** A document said what it shows. One that was replaced meanwhile is not heard. */
  heard(document: object, said: { url: string; reading: Reading | null }): void {
    const frame = this.#frames.get(document);
    if (frame === undefined || frame.tabId !== this.#tabId) return;
    frame.said = said;
    // A frame alone is half an answer: the page around it may contradict it.
    if (frame.frameId === 0) this.#settled = true;
    this.#show();
  }

  /** Whether this document still speaks for its frame. */
  knows(document: object): boolean {
    return this.#frames.has(document);
  }

  /** A frame's document ended. */
  gone(document: object): void {
    if (this.#frames.delete(document)) this.#show();
  }

  /** The documents in front that show the conversation shown, each with its frame. */
  showing(): { document: object; frameId: number }[] {
    const { reading } = this.#shown;
    if (reading === null || (reading.kind !== 'direct' && reading.kind !== 'group')) return [];
    return [...this.#frames].flatMap(([document, { tabId, frameId, said }]) =>
      tabId === this.#tabId && said?.reading != null && sameConversation(said.reading, reading)
        ? [{ document, frameId }]
        : [],
    );
  }

  /** Every frame had its time to answer; what is missing now stays missing. */
  settle(tabId: number): void {
    if (tabId !== this.#tabId || this.#settled) return;
    this.#settled = true;
    this.#show();
  }

  #empty(): void {
    for (const frame of this.#frames.values()) if (frame.tabId === this.#tabId) frame.said = undefined;
    this.#settled = false;
    this.#allowed = undefined;
    this.#set({ status: 'loading', url: null, reading: null }, true);
  }

  #show(): void {
    if (!this.#settled || this.#allowed === undefined) return;
    const frames = [...this.#frames.values()].filter((frame) => frame.tabId === this.#tabId && this.#allowed);
    const answers = frames.map(({ frameId, said }) => ({ top: frameId === 0, reading: said?.reading ?? null }));
    const url = frames.find((frame) => frame.frameId === 0)?.said?.url ?? null;
    this.#set({ status: 'ready', url, reading: combineFrames(answers) }, false);
  }

  #set(next: Omit<Conversation, 'generation'>, always: boolean): void {
    const { generation, ...before } = this.#shown;
    if (!always && JSON.stringify(before) === JSON.stringify(next)) return;
    // A page that only learns somebody's name still shows the same conversation: what was begun in it goes on.
    const isSame = !always && identityOf(before) === identityOf(next);
    this.#shown = { generation: isSame ? generation : generation + 1, ...next };
    this.#publish(this.#shown);
  }
}

/** All of a conversation that says with whom it is; a name beside a handle says nothing more. */
function identityOf({ status, url, reading }: Omit<Conversation, 'generation'>): string {
  if (reading === null) return JSON.stringify([status, url]);
  const people = reading.participants.map(({ role, handle, name, self }) => [role, handle ?? ['name', name], self]);
  return JSON.stringify([status, url, { ...reading, participants: people }]);
}
