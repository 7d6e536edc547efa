// A host for tests of the panel's mind: a conversation and a server the test holds in its hands.
import { signal } from '@preact/signals';
import type { Host, OpenConversation, Reading, SiteState } from '../host.ts';

export interface Sent {
  method: string;
  path: string;
  query: URLSearchParams;
  key: string | null;
  token: string | null;
  body: unknown;
}

export type Answer = { status: number; body?: unknown } | 'unreachable';

export function fakeHost(answer: (sent: Sent) => Answer | Promise<Answer>) {
  const kept = new Map<string, unknown>();
  const sent: Sent[] = [];
  const conversation = signal<OpenConversation>({ generation: 1, status: 'ready', url: null, reading: null });
  const host: Host = {
    conversation,
    site: signal<SiteState>({ origin: null, state: 'unknown' }),
    storage: {
      get: async (key) => structuredClone(kept.get(key)),
      set: async (key, value) => void kept.set(key, structuredClone(value)),
      remove: async (key) => void kept.delete(key),
    },
    version: '0.0.0',
    locale: 'en',
    openTab: () => {},
    requestSite: async () => true,
    setOwn: () => {},
    onPicker: () => {},
    armPage: () => {},
    insert: async () => ({ status: 'inserted' }),
    copy: async () => true,
    badge: () => {},
    async fetch(request) {
      const text = await request.text();
      const one: Sent = {
        method: request.method,
        path: new URL(request.url).pathname,
        query: new URL(request.url).searchParams,
        key: request.headers.get('Idempotency-Key'),
        token: request.headers.get('Authorization'),
        body: text === '' ? undefined : JSON.parse(text),
      };
      sent.push(one);
      const reply = await answer(one);
      if (reply === 'unreachable') throw new TypeError('Failed to fetch');
      return Response.json(reply.body ?? {}, { status: reply.status });
    },
  };
  const open = (reading: Reading | null) => {
    conversation.value = { ...conversation.value, generation: conversation.value.generation + 1, reading };
  };
  return { host, kept, sent, open };
}

export const SESSION = {
  server: 'https://crm.example',
  staff: { id: 'stf_1', name: 'Lin Hao', role: 'rep' },
  accessToken: 'access-1',
  accessExpiresAt: '2026-11-21T09:00:00.000Z',
  refreshToken: 'refresh-1',
};
