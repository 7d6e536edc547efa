// What the panel is given by whatever it runs in. It knows of no browser API beyond the page it is drawn on.
import type { ReadonlySignal } from '@preact/signals';

/** One of the people a conversation shows. */
export interface Participant {
  role: 'from' | 'to' | 'cc' | 'peer' | 'member';
  handle: string | null;
  name: string | null;
  self: boolean;
}

/** What was read from the open page. `unreadable`: the page is known, its parts are not where they were; `reason` says which. */
export interface Reading {
  channel: string;
  recipe: { id: string; version: number | string; trust: string };
  kind: 'direct' | 'group' | 'list' | 'none' | 'unreadable';
  conversationKey: string | null;
  scope: string | null;
  participants: Participant[];
  reason?: string;
}

export interface OpenConversation {
  /** Grows with every change of tab, page or reading; a write made under an older one is refused before it leaves. */
  generation: number;
  status: 'loading' | 'ready';
  url: string | null;
  reading: Reading | null;
}

/** `unknown`: the browser hides the address until the toolbar button is pressed on that tab. */
export interface SiteState {
  origin: string | null;
  state: 'looking' | 'unknown' | 'off' | 'on';
}

/**
 * What became of a text that was to be put into the page's composer. `moved-on`: the conversation is another one, nothing was
 * touched. `refused`: the composer took it in no way and stands as it was. `uncertain`: the rep must look. `unreachable`: the
 * page could not be asked.
 */
export type Insertion =
  | { readonly status: 'inserted' }
  | {
      readonly status: 'not-inserted';
      readonly why: 'moved-on' | 'no-composer' | 'several-composers' | 'refused' | 'uncertain' | 'unreachable';
    };

export interface Storage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Host {
  conversation: ReadonlySignal<OpenConversation>;
  site: ReadonlySignal<SiteState>;
  storage: Storage;
  version: string;
  /** The browser's language, until the rep says otherwise. */
  locale: string;
  fetch(request: Request): Promise<Response>;
  openTab(url: string): void;
  /** Asks the browser for the site in front. Call it straight from a click. False: the rep said no. */
  requestSite(): Promise<boolean>;
  /** `pressed`: the rep asked for the picker with the focus in the page. `ready`: the page gives its keys away. `key`: a digit, Enter or Escape pressed there while armed. */
  onPicker(listener: { pressed(): void; ready(): void; key(key: string): void }): void;
  /** Takes those keys from the page for so long; 0 gives them back. */
  armPage(forMs: number): void;
  /** Puts a text into the composer of the conversation of this generation; never sends it. */
  insert(text: string, generation: number): Promise<Insertion>;
  /** False: the browser did not let it. */
  copy(text: string): Promise<boolean>;
  /** How many steps are due and people handed over, for the toolbar button; 0 shows nothing. */
  badge(count: number): void;
  /** Reminders while no panel is open; missing where the browser has none. `set` is called straight from a click. */
  reminders?: { on: ReadonlySignal<boolean>; set(on: boolean): Promise<void> };
  /** The rep's own addresses, which are never the customer. */
  setOwn(addresses: readonly string[]): void;
}
