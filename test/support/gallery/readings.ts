// Conversations as recipes read them, for tests that need no page.
import type { Participant, Reading } from '@sidestage/panel';

const participant = (given: Partial<Participant>): Participant => ({
  role: 'peer',
  handle: null,
  name: null,
  self: false,
  ...given,
});

export const directMail = (name: string | null, handle: string, key = `INBOX/${handle}`): Reading => ({
  channel: 'email',
  recipe: { id: 'roundcube', version: '2026-11-22', trust: 'source' },
  kind: 'direct',
  conversationKey: key,
  scope: null,
  participants: [participant({ role: 'from', name, handle })],
});

export const nameOnlyChat = (name: string, key: string): Reading => ({
  channel: 'wechat',
  recipe: { id: 'wechat', version: '2026-11-22', trust: 'unverified' },
  kind: 'direct',
  conversationKey: key,
  scope: null,
  participants: [participant({ name })],
});

export const groupChat = (members: { name: string; handle: string }[]): Reading => ({
  channel: 'xmpp',
  recipe: { id: 'converse', version: '2026-11-22', trust: 'source' },
  kind: 'group',
  conversationKey: 'room@muc.example',
  scope: null,
  participants: members.map((one) => participant({ role: 'member', ...one })),
});

export const nothingOpen: Reading = { ...directMail(null, ''), kind: 'list', conversationKey: null, participants: [] };

export const unreadablePage = (reason: string): Reading => ({ ...nothingOpen, kind: 'unreadable', reason });
