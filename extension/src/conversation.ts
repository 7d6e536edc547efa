// The conversation of the tab in front, as a state machine: what the panel may believe, and since which generation.
// It never shows the last person while the next is unknown: any tab change or navigation empties it at once.

import { combineFrames } from './frames.ts';
import type { Reading } from './reading.ts';

export interface Conversation {
  /** Grows with every change of tab, page or reading; a write made under an older one is refused. */
  generation: number;
  status: 'loading' | 'ready';
  url: string | null;
  reading: Reading | null;
}

interface Frame {
  frameId: number;
  url: string;
  reading: Reading | null;
}

export class ConversationTracker {
  #publish: (conversation: Conversation) => void;
  #tabId: number | null = null;
  // Keyed by the port of the frame's document, which ends with it.
  #frames = new Map<object, Frame>();
  #settled = false;
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

  /** A frame said what it shows. */
  heard(document: object, from: { tabId: number; frameId: number }, said: { url: string; reading: Reading | null }) {
    if (from.tabId !== this.#tabId) return;
    for (const [other, frame] of this.#frames) {
      if (other === document) continue;
      // A new document in a frame replaces the one before it, and a new page all its frames.
      const isNew = !this.#frames.has(document);
      if (frame.frameId === from.frameId || (isNew && from.frameId === 0)) this.#frames.delete(other);
    }
    this.#frames.set(document, { frameId: from.frameId, ...said });
    this.#settled = true;
    this.#show();
  }

  /** A frame's document ended. */
  gone(document: object): void {
    if (this.#frames.delete(document)) this.#show();
  }

  /** Every frame had its time to answer; what is missing now stays missing. */
  settle(tabId: number): void {
    if (tabId !== this.#tabId || this.#settled) return;
    this.#settled = true;
    this.#show();
  }

  #empty(): void {
    this.#frames.clear();
    this.#settled = false;
    this.#set({ status: 'loading', url: null, reading: null }, true);
  }

  #show(): void {
    const frames = [...this.#frames.values()];
    const reading = combineFrames(frames.map((frame) => ({ top: frame.frameId === 0, reading: frame.reading })));
    const url = frames.find((frame) => frame.frameId === 0)?.url ?? null;
    this.#set({ status: this.#settled ? 'ready' : 'loading', url, reading }, false);
  }

  #set(next: Omit<Conversation, 'generation'>, always: boolean): void {
    const { generation, ...before } = this.#shown;
    if (!always && JSON.stringify(before) === JSON.stringify(next)) return;
    this.#shown = { generation: generation + 1, ...next };
    this.#publish(this.#shown);
  }
}
