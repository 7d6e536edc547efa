// The panel in an ordinary page with a host the test holds: any conversation, any site, no extension around it.
import { signal } from '@preact/signals';
import {
  type Host,
  type Insertion,
  mountPanel,
  type OpenConversation,
  type Reading,
  type SiteState,
} from '@sidestage/panel';
import '@sidestage/panel/panel.css';

const conversation = signal<OpenConversation>({ generation: 1, status: 'ready', url: null, reading: null });
const site = signal<SiteState>({ origin: 'https://mail.example.com', state: 'on' });

export interface Gallery {
  mount(locale: string): Promise<void>;
  /** Opens a conversation; null: a page no recipe knows; 'loading': the page is changing. */
  open(reading: Reading | null | 'loading'): void;
  site(next: SiteState): void;
  picker: Parameters<Host['onPicker']>[0] | undefined;
  /** What the panel last asked the page's keys for, in milliseconds; 0 gave them back. */
  armedFor: number | undefined;
  /** What the panel put into the page's composer, and on the clipboard. */
  inserted: string[];
  copied: string[];
  /** What becomes of the next insertion. */
  insertion: Insertion;
  /** What the panel told the host are the rep's own addresses. */
  own: readonly string[];
  /** What stands on the toolbar button. */
  badge: number;
  /** All that is kept on the device. */
  kept(): Record<string, unknown>;
}

const kept = new Map<string, unknown>();

const gallery: Gallery = {
  inserted: [],
  copied: [],
  insertion: { status: 'inserted' },
  kept: () => Object.fromEntries(kept),
  own: [],
  badge: 0,
  picker: undefined,
  armedFor: undefined,
  async mount(locale) {
    const root = document.querySelector<HTMLElement>('#panel');
    if (root === null) throw new Error('No place to draw in.');
    const host: Host = {
      conversation,
      site,
      storage: {
        // Copied both ways, as a browser's storage does.
        get: async (key) => structuredClone(kept.get(key)),
        set: async (key, value) => void kept.set(key, structuredClone(value)),
        remove: async (key) => void kept.delete(key),
      },
      version: '0.0.0',
      locale,
      fetch: (request) => fetch(request),
      openTab: () => {},
      badge: (count) => {
        gallery.badge = count;
      },
      insert: async (text) => {
        if (gallery.insertion.status === 'inserted') gallery.inserted.push(text);
        return gallery.insertion;
      },
      copy: async (text) => {
        gallery.copied.push(text);
        return true;
      },
      onPicker: (listener) => {
        gallery.picker = listener;
      },
      armPage: (forMs) => {
        gallery.armedFor = forMs;
      },
      requestSite: async () => {
        site.value = { ...site.value, state: 'on' };
        return true;
      },
      setOwn: (addresses) => {
        gallery.own = addresses;
      },
    };
    await mountPanel(root, host);
  },
  open(reading) {
    const { generation } = conversation.value;
    const isLoading = reading === 'loading';
    conversation.value = {
      generation: generation + 1,
      status: isLoading ? 'loading' : 'ready',
      url: null,
      reading: isLoading ? null : reading,
    };
  },
  site(next) {
    site.value = next;
  },
};

(globalThis as unknown as { gallery: Gallery }).gallery = gallery;
